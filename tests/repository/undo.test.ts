/** What is kept so that a change can be taken back, on a disk that works, fails, or dies. */
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChangeSet } from '../../src/model/change-set.ts';
import { PressError } from '../../src/model/press-error.ts';
import { reversed } from '../../src/model/undo.ts';
import { planUndo } from '../../src/operations/refactor/undo.ts';
import { digestOfText } from '../../src/repository/digest.ts';
import { recover } from '../../src/repository/journal/recover.ts';
import { openRepository } from '../../src/repository/open.ts';
import { RepositoryWriter } from '../../src/repository/writer.ts';
import { spliced, type OffsetEdit } from '../../src/text/spliced.ts';
import { failingDisk, type Fault } from '../support/failing-disk.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const files = {
  'taxonomy.yaml': 'version: 1\nfacets: {}\n',
  'releases/a.md': '\uFEFFone\r\n',
  'releases/b.md': 'two\n',
};
type Name = keyof typeof files;

function changeSet(
  texts: Readonly<Record<string, string>>,
  edits: readonly OffsetEdit[],
  paths: readonly Name[],
): ChangeSet {
  return {
    purpose: 'press taxonomy test',
    changes: paths.map((path) => ({ kind: 'edit', path, digest: digestOfText(texts[path] ?? ''), edits })),
    undo: paths.map((path) => ({ path, edits: reversed(texts[path] ?? '', edits) })),
  };
}

const edits = [
  { start: 1, end: 2, text: 'more' },
  { start: 3, end: 3, text: '!' },
];
const all = changeSet(files, edits, ['taxonomy.yaml', 'releases/a.md', 'releases/b.md']);
const changed = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, spliced(text, edits)]));

const textsIn = (root: string): object =>
  Object.fromEntries(Object.keys(files).map((path) => [path, readFileSync(join(root, path), 'utf8')]));
const undoFiles = (root: string): string[] => {
  try {
    return readdirSync(join(root, '.press/undo'));
  } catch {
    return [];
  }
};

/** Takes the last change back as the command does; says whether there was one. */
async function undo(root: string, port = failingDisk()): Promise<boolean> {
  const repository = await openRepository(root);
  const plan = await planUndo(repository);
  if (plan === undefined) return false;
  new RepositoryWriter(root, { port }).apply({
    purpose: 'press taxonomy undo',
    changes: plan.files.map(({ path, digest, edits: back }) => ({ kind: 'edit', path, digest, edits: back })),
    takesBack: plan.record.id,
  });
  return true;
}

describe('what is kept for undo', () => {
  it('is private, and brings back every byte', async () => {
    const root = scratchFolder(files);
    new RepositoryWriter(root).apply(all);
    expect(textsIn(root)).toEqual(changed);
    const [name = ''] = undoFiles(root);
    expect(name).toMatch(/^000001-[0-9a-f]{12}\.json$/);
    expect(lstatSync(join(root, '.press/undo')).mode & 0o777).toBe(0o700);
    expect(lstatSync(join(root, '.press/undo', name)).mode & 0o777).toBe(0o600);
    await expect(undo(root)).resolves.toBe(true);
    expect(textsIn(root)).toEqual(files);
    expect(undoFiles(root)).toEqual([]);
    await expect(undo(root)).resolves.toBe(false);
  });

  it('is a stack of five, of changes of one file as well', async () => {
    const root = scratchFolder(files);
    const states: object[] = [];
    for (let count = 0; count < 7; count += 1) {
      states.push(textsIn(root));
      const now = textsIn(root) as Record<string, string>;
      new RepositoryWriter(root).apply(changeSet(now, [{ start: 0, end: 0, text: `${count}` }], ['releases/b.md']));
    }
    expect(undoFiles(root)).toHaveLength(5);
    for (const state of states.slice(2).reverse()) {
      await expect(undo(root)).resolves.toBe(true);
      expect(textsIn(root)).toEqual(state);
    }
    await expect(undo(root)).resolves.toBe(false);
  });

  it('is not made of a change that nobody takes back', () => {
    const root = scratchFolder(files);
    new RepositoryWriter(root).apply({ purpose: 'x', changes: all.changes });
    expect(undoFiles(root)).toEqual([]);
  });

  it.each([
    ['edited', (root: string) => writeFileSync(join(root, 'releases/b.md'), 'mine\n')],
    ['gone', (root: string) => chmodSync(root, 0o755)],
  ])('takes nothing back when a file is %s', async (kind, change) => {
    const root = scratchFolder(files);
    new RepositoryWriter(root).apply(all);
    change(root);
    if (kind === 'gone') (await import('node:fs')).unlinkSync(join(root, 'releases/b.md'));
    const before = readFileSync(join(root, 'releases/a.md'), 'utf8');
    await expect(undo(root)).rejects.toThrow(
      expect.objectContaining({ code: 'refused', hint: expect.stringContaining('releases/b.md') }),
    );
    expect(readFileSync(join(root, 'releases/a.md'), 'utf8')).toBe(before);
    expect(undoFiles(root)).toHaveLength(1);
  });

  it.each(['{', '{"version":1,"checksum":"x","files":[]}', ''])(
    'is passed over when it is damaged: %j',
    async (text) => {
      const root = scratchFolder(files);
      mkdirSync(join(root, '.press/undo'), { recursive: true });
      writeFileSync(join(root, '.press/undo/000001-0123456789ab.json'), text);
      await expect(undo(root)).resolves.toBe(false);
    },
  );

  it('leads nowhere out of the repository', async () => {
    const root = scratchFolder(files);
    new RepositoryWriter(root).apply(all);
    const path = join(root, '.press/undo', undoFiles(root)[0] ?? '');
    const { checksum: _, ...record } = JSON.parse(readFileSync(path, 'utf8')) as { checksum: string; files: object[] };
    const strange = { ...record, files: record.files.map((file) => ({ ...file, path: '../x' })) };
    writeFileSync(path, JSON.stringify({ checksum: digestOfText(JSON.stringify(strange)), ...strange }));
    await expect(undo(root)).resolves.toBe(false);
  });
});

describe('a change that can be taken back, on a disk that fails', () => {
  const run = (fault: Fault): { root: string; count: number; error: unknown } => {
    const root = scratchFolder(files);
    const port = failingDisk(fault);
    try {
      new RepositoryWriter(root, { port }).apply(all);
      return { root, count: port.count, error: undefined };
    } catch (error) {
      return { root, count: port.count, error };
    }
  };
  const { count } = run({ at: 0, code: 'EIO' });
  const every = Array.from({ length: count }, (_, index) => index + 1);

  it.each(['EIO', 'ENOSPC'])(
    'is all there or not at all, and can be taken back when it is there: %s',
    { timeout: 60_000 },
    async (code) => {
      for (const at of every) {
        const { root, error } = run({ at, code });
        if (error !== undefined) expect(error, `operation ${at}`).toBeInstanceOf(PressError);
        recover(root, failingDisk());
        const isDone = JSON.stringify(textsIn(root)) === JSON.stringify(changed);
        if (!isDone) expect(textsIn(root), `operation ${at}`).toEqual(files);
        if (error === undefined) expect(isDone, `operation ${at}`).toBe(true);
        await expect(undo(root), `operation ${at}`).resolves.toBe(isDone);
        expect(textsIn(root), `operation ${at}`).toEqual(files);
      }
    },
  );

  it('is so as well when the process dies', { timeout: 60_000 }, async () => {
    for (const at of every) {
      const { root } = run({ at, code: 'EIO', dead: true });
      recover(root, failingDisk());
      const isDone = JSON.stringify(textsIn(root)) === JSON.stringify(changed);
      if (!isDone) expect(textsIn(root), `operation ${at}`).toEqual(files);
      // The lock of the dead process is this process's own, which lives.
      (await import('node:fs')).rmSync(join(root, '.press/lock'), { force: true });
      await expect(undo(root), `operation ${at}`).resolves.toBe(isDone);
      expect(textsIn(root), `operation ${at}`).toEqual(files);
    }
  });

  it('takes back all or nothing, and can try again', { timeout: 60_000 }, async () => {
    const trial = failingDisk();
    const first = scratchFolder(files);
    new RepositoryWriter(first).apply(all);
    await undo(first, trial);
    for (let at = 1; at <= trial.count; at += 1) {
      const root = scratchFolder(files);
      new RepositoryWriter(root).apply(all);
      await undo(root, failingDisk({ at, code: 'EIO' })).catch((error: unknown) =>
        expect(error).toBeInstanceOf(PressError),
      );
      recover(root, failingDisk());
      const isBack = JSON.stringify(textsIn(root)) === JSON.stringify(files);
      if (!isBack) expect(textsIn(root), `operation ${at}`).toEqual(changed);
      await expect(undo(root), `operation ${at}`).resolves.toBe(!isBack);
      expect(textsIn(root), `operation ${at}`).toEqual(files);
    }
  });
});
