import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Survey } from '../../../src/repository/cache/survey.ts';
import { findReleases } from '../../../src/repository/find-releases.ts';
import { learnAll, memoryOf, unknownTo } from '../../support/archive-memory.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const archive = (...paths: string[]): string => scratchFolder(Object.fromEntries(paths.map((path) => [path, path])));
const met = (root: string, folder = 'releases'): unknown[] =>
  [...new Survey(root, folder, { known: undefined }).files()].map(({ path, kind }) => ({ path, kind }));

describe('a survey', () => {
  it('meets what the walk over the releases meets, in the same order', () => {
    const names = ['a', 'a.md', 'a-b.md', 'a.b', 'b.MD', 'readme.md', '.x.md', 'c.markdown', 'a.md.md', 'é.md', '2009'];
    const path = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(path, { maxLength: 12 }), (paths) => {
        const root = scratchFolder();
        for (const parts of paths) makeIfFree(join(root, 'releases', ...parts));
        expect(met(root)).toEqual([...findReleases(root, 'releases')]);
      }),
      { numRuns: 60 },
    );
  });

  it('says of links, folders with the name of a release and missing folders what the walk says', () => {
    const root = archive('releases/a.md', 'releases/x.md/inside.md', 'releases/b/c.txt', 'releases/y.markdown');
    symlinkSync('a.md', join(root, 'releases/l.md'));
    symlinkSync('b', join(root, 'releases/m'));
    symlinkSync('releases', join(root, 'linked'));
    for (const folder of ['releases', 'linked', 'releases/m', 'none', 'releases/b'])
      expect(met(root, folder)).toEqual([...findReleases(root, folder)]);
    expect(met(root)).toContainEqual({ path: 'releases/l.md', kind: 'link' });
    expect(met(root)).toContainEqual({ path: 'releases/x.md', kind: 'special' });
  });

  it.skipIf(process.platform !== 'linux')('says of names that are no UTF-8 what the walk says', () => {
    const root = archive('releases/a.md');
    for (const name of ['x\xFF.md', 'y\xFF', 'z\xFF.txt'])
      writeFileSync(Buffer.from(`${root}/releases/${name}`, 'latin1'), 'x');
    mkdirSync(Buffer.from(`${root}/releases/w\xFF`, 'latin1'));
    expect(met(root)).toEqual([...findReleases(root, 'releases')]);
    expect(met(root)).toHaveLength(3);
  });
});

describe('what has to be read again', () => {
  const paths = ['releases/2009/a.md', 'releases/2009/b.md', 'releases/2010/a.md', 'releases/a.md', 'releases/z.md'];

  it('is nothing while nothing changes', () => {
    const root = archive(...paths);
    expect(learnAll(memoryOf(root))).toEqual(paths);
    expect(learnAll(memoryOf(root))).toEqual([]);
    expect(unknownTo(memoryOf(root))).toEqual([]);
  });

  it('is what changed, what is new, and what has another name', () => {
    const root = archive(...paths);
    learnAll(memoryOf(root));
    writeFileSync(join(root, 'releases/2009/b.md'), 'another text');
    writeFileSync(join(root, 'releases/2010/0.md'), 'new');
    expect(unknownTo(memoryOf(root))).toEqual(['releases/2009/b.md', 'releases/2010/0.md']);
    renameSync(join(root, 'releases/2009'), join(root, 'releases/2011'));
    expect(unknownTo(memoryOf(root))).toEqual(['releases/2010/0.md', 'releases/2011/a.md', 'releases/2011/b.md']);
    rmSync(join(root, 'releases/2010'), { recursive: true });
    expect(learnAll(memoryOf(root))).toEqual(['releases/2011/a.md', 'releases/2011/b.md']);
    expect(learnAll(memoryOf(root))).toEqual([]);
  });

  it('is a text of the same length in the same file, too', () => {
    const root = archive(...paths);
    learnAll(memoryOf(root));
    writeFileSync(join(root, 'releases/a.md'), 'releases/b.md');
    expect(unknownTo(memoryOf(root))).toEqual(['releases/a.md']);
  });

  it('is the file that has changed places with another one', () => {
    const root = archive(...paths);
    learnAll(memoryOf(root));
    renameSync(join(root, 'releases/a.md'), join(root, 'releases/x.tmp'));
    renameSync(join(root, 'releases/z.md'), join(root, 'releases/a.md'));
    renameSync(join(root, 'releases/x.tmp'), join(root, 'releases/z.md'));
    expect(unknownTo(memoryOf(root))).toEqual(['releases/a.md', 'releases/z.md']);
  });

  it('is told of the right file whatever is added and taken away', () => {
    const name = fc.constantFrom('a', 'a.md', 'a-b.md', 'b.md', 'c', 'd.md');
    const path = fc
      .array(name, { minLength: 1, maxLength: 3 })
      .filter((parts) => parts.at(-1)?.endsWith('.md') === true);
    fc.assert(
      fc.property(fc.array(path, { maxLength: 8 }), fc.array(path, { maxLength: 4 }), (before, after) => {
        const root = scratchFolder();
        for (const parts of before) makeIfFree(join(root, 'releases', ...parts));
        learnAll(memoryOf(root));
        const old = new Set([...findReleases(root, 'releases')].map((file) => file.path));
        for (const parts of after) makeIfFree(join(root, 'releases', ...parts));
        const memory = memoryOf(root);
        const files = [...memory.survey()];
        expect(files.map((file) => file.path)).toEqual([...findReleases(root, 'releases')].map((file) => file.path));
        for (const { path, row } of files)
          if (row !== undefined) expect([memory.facts(row).path, memory.facts(row).id]).toEqual([path, path]);
          else expect(isFile(root, path) && old.has(path)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

function isFile(root: string, path: string): boolean {
  return [...findReleases(root, 'releases')].some((file) => file.path === path && file.kind === 'release');
}

/** A file, in new folders, unless something else has one of the names. */
function makeIfFree(path: string): void {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, path, { flag: 'wx' });
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toMatch(/^(?:EEXIST|ENOTDIR|EISDIR)$/);
  }
}
