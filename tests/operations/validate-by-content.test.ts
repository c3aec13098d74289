/** Runs that know a file again by its content: what they say is what a run says that reads and judges everything. */
import { cpSync, lutimesSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { write } from '../support/git-repository.ts';
import { look, tick, type Looked } from '../support/remembering.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

const paths = Array.from({ length: 12 }, (_, at) => `releases/2009/2009-11-16-course-${at}.md`);

function archive(): string {
  const root = scratchFolder({ 'taxonomy.yaml': shippedTaxonomy });
  for (const path of paths) write(root, path, release(path));
  return root;
}

function release(path: string, changes: Readonly<Record<string, string>> = {}): string {
  return sampleRelease({ id: path.slice('releases/2009/'.length, -'.md'.length), ...changes });
}

const byContent = (root: string): Promise<Looked> => look(root, { comparesContent: true });

/** What it finds, after comparing with a run that knows nothing; and which files were judged anew. */
async function honest(root: string): Promise<{ readonly found: readonly string[]; readonly read: readonly string[] }> {
  const told = await byContent(root);
  const plain = await look(root, { forgets: true });
  expect([told.judged, told.diagnostics]).toEqual([plain.judged, plain.diagnostics]);
  return { found: told.diagnostics.map(({ rule }) => rule), read: told.read };
}

describe('validating by content', () => {
  it('judges nothing in a fresh copy to which the memory has come', async () => {
    const root = archive();
    await byContent(root);
    const copy = archive();
    mkdirSync(join(copy, '.press/cache'), { recursive: true });
    cpSync(join(root, '.press/cache/archive'), join(copy, '.press/cache/archive'));
    for (const path of paths) utimesSync(join(copy, path), 1, 1);
    expect(await honest(copy)).toEqual({ found: [], read: [] });
  });

  it('judges what has other bytes, although size and time are those of before', async () => {
    const root = archive();
    await byContent(root);
    const path = join(root, paths[3]!);
    const { atime, mtime, size } = statSync(path);
    write(root, paths[3]!, readFileSync(path, 'utf8').replace('elections', 'electoins'));
    lutimesSync(path, atime, mtime);
    expect(statSync(path).size).toBe(size);
    expect(await honest(root)).toEqual({ found: ['unknown-term'], read: [paths[3]] });
  });

  it('judges a file again whose content moved to another name, and one that came back not at all', async () => {
    const root = archive();
    await byContent(root);
    write(root, paths[0]!, release(paths[1]!));
    expect((await honest(root)).read).toContain(paths[0]);
    write(root, paths[0]!, release(paths[0]!));
    await byContent(root);
    rmSync(join(root, paths[0]!));
    write(root, paths[0]!, release(paths[0]!));
    expect(await honest(root)).toEqual({ found: [], read: [] });
  });

  it('does not take what a run by times has learned, nor the other way round', async () => {
    const root = archive();
    await look(root);
    expect((await byContent(root)).read).toHaveLength(paths.length);
    expect((await look(root)).read).toHaveLength(paths.length);
  });

  it('knows line ends for another content: it goes by what lies on the disk', async () => {
    const root = archive();
    await byContent(root);
    write(root, paths[2]!, release(paths[2]!).replaceAll('\n', '\r\n'));
    expect((await honest(root)).read).toEqual([paths[2]]);
  });

  it('says what a run without it says, whatever is edited', async () => {
    const root = archive();
    let spared = 0;
    for (let round = 0; round < 40; round += 1) {
      tick();
      const path = paths[(round * 7) % paths.length]!;
      const changes = [
        { fields: '[electoins]' },
        { related: '[2009-11-16-course-4]' },
        { id: '2009-11-16-course-5' },
        {},
      ];
      if (round % 5 === 4) rmSync(join(root, path), { force: true });
      else write(root, path, release(path, changes[round % 4]));
      const { read } = await honest(root);
      spared += paths.length - new Set(read).size;
    }
    expect(spared, 'otherwise the walk has shown nothing').toBeGreaterThan(40);
  });
});
