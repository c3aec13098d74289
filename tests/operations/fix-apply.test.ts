import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Interrupted } from '../../src/model/interrupted.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { Mending, type MendedFile } from '../../src/operations/fix.ts';
import { writeFixes, type WrittenFixes } from '../../src/operations/fix-apply.ts';
import { disk } from '../../src/repository/file-port.ts';
import { openRepository } from '../../src/repository/open.ts';
import { RepositoryWriter, type WriterOptions } from '../../src/repository/writer.ts';
import { rules } from '../../src/rules/index.ts';
import { failingDisk } from '../support/failing-disk.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const paths = ['a', 'b', 'c'].map((name) => `releases/2009/2009-11-16-${name}.md`);
const wrong = (path: string): string =>
  sampleRelease({ id: path.at(-4) ?? '', slug: path.at(-4), fields: '[Elections]' });

async function mendedFolder(): Promise<{ root: string; files: MendedFile[] }> {
  const releases = Object.fromEntries(paths.map((path) => [path, wrong(path)]));
  const root = scratchFolder({ 'taxonomy.yaml': taxonomy, ...releases });
  const mending = new Mending(await openRepository(root), { rules, levels: new Map(), now: 1_780_315_200_000 });
  mending.mendSafely();
  return { root, files: mending.mendedFiles() };
}

async function write(root: string, files: readonly MendedFile[], options: WriterOptions = {}): Promise<WrittenFixes> {
  const signal = new AbortController().signal;
  return writeFixes(new RepositoryWriter(root, options), files, { command: 'press validate --fix', signal });
}

const isMended = (root: string): boolean[] =>
  paths.map((path) => readFileSync(join(root, path), 'utf8') === wrong(path).replace('Elections', 'elections'));
const isOld = (root: string): boolean[] => paths.map((path) => readFileSync(join(root, path), 'utf8') === wrong(path));

describe('writing mended files', () => {
  it('writes every one, and leaves nothing else behind', async () => {
    const { root, files } = await mendedFolder();
    const before = Object.keys(contentOf(root));
    const { written, leftAlone } = await write(root, files);
    expect([written.length, leftAlone.length]).toEqual([3, 0]);
    expect(isMended(root)).toEqual([true, true, true]);
    expect(Object.keys(contentOf(root)).filter((name) => !name.startsWith('.press'))).toEqual(before);
  });

  it.each([
    ['changed', 'changed-meanwhile', (file: string) => writeFileSync(file, 'mine\n'), 'mine\n'],
    [
      'was changed to what it would become',
      'changed-meanwhile',
      (file: string) => writeFileSync(file, wrong(file).replace('Elections', 'elections')),
      undefined,
    ],
    ['is protected', 'cannot-write', (file: string) => chmodSync(file, 0o444), undefined],
  ])('leaves a file alone that %s meanwhile, and writes the others', async (_, code, meddle, text) => {
    const { root, files } = await mendedFolder();
    const file = join(root, paths[1] ?? '');
    meddle(file);
    const before = readFileSync(file, 'utf8');
    const { written, leftAlone } = await write(root, files);
    expect(written.map(({ manuscript }) => manuscript.path)).toEqual([paths[0], paths[2]]);
    expect(leftAlone.map(({ file: { manuscript }, error }) => [manuscript.path, error.code])).toEqual([
      [paths[1], code],
    ]);
    expect(readFileSync(file, 'utf8')).toBe(text ?? before);
  });

  it('does not bring back a file that somebody deleted', async () => {
    const { root, files } = await mendedFolder();
    rmSync(join(root, paths[1] ?? ''));
    const { written, leftAlone } = await write(root, files);
    expect([written.length, leftAlone.length]).toEqual([2, 1]);
    expect(Object.keys(contentOf(root))).not.toContain(paths[1]);
  });

  it('leaves every file old on a full disk', async () => {
    const { root, files } = await mendedFolder();
    const full = (): never => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    };
    await expect(write(root, files, { port: { ...disk, write: full } })).rejects.toMatchObject({
      code: 'cannot-write',
    });
    expect(isOld(root)).toEqual([true, true, true]);
  });

  it('leaves each file old or mended, and says which, wherever the disk fails', async () => {
    const { root, files } = await mendedFolder();
    const two = files.slice(0, 2);
    const whole = failingDisk();
    await write(root, two, { port: whole });
    expect(whole.count).toBeGreaterThan(30);
    for (let at = 1; at <= whole.count; at += 1) {
      for (const path of paths) writeFileSync(join(root, path), wrong(path));
      const outcome = await write(root, two, { port: failingDisk({ at, code: 'ENOSPC' }) }).catch(() => undefined);
      const names = outcome?.written.map(({ manuscript }) => manuscript.path) ?? [];
      const told = paths.map((path) => names.includes(path));
      expect(isMended(root), `operation ${at}`).toEqual(told);
      expect(isOld(root), `operation ${at}`).toEqual(told.map((isWritten) => !isWritten));
      expect(Object.keys(contentOf(root)).filter((name) => /^releases.*\.tmp$/.test(name))).toEqual([]);
      rmSync(join(root, '.press'), { recursive: true, force: true });
    }
  });

  it('writes nothing once the person has gone away', async () => {
    const { root, files } = await mendedFolder();
    const signal = AbortSignal.abort();
    const writing = writeFixes(new RepositoryWriter(root), files, { command: 'press validate --fix', signal });
    await expect(writing).rejects.toThrow(Interrupted);
    expect(isOld(root)).toEqual([true, true, true]);
  });

  it('takes no lock for nothing', async () => {
    const root = scratchFolder();
    expect(await write(root, [])).toEqual({ written: [], leftAlone: [] });
    expect(contentOf(root)).toEqual({});
  });
});
