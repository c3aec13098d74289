import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entryAt, findRoot, listFolder, realFolder } from '../../src/repository/folders.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

describe('the root of a repository', () => {
  it('is the nearest folder at or above that holds a vocabulary', () => {
    const outer = scratchFolder({ 'taxonomy.yaml': '', 'a/b/x': '', 'a/inner/taxonomy.yaml': '', 'a/inner/c/x': '' });
    expect(findRoot(outer)).toBe(outer);
    expect(findRoot(join(outer, 'a/b'))).toBe(outer);
    expect(findRoot(join(outer, 'a/inner/c'))).toBe(join(outer, 'a/inner'));
    expect(findRoot(join(outer, 'a/nowhere/at/all'))).toBe(outer);
    expect(findRoot(scratchFolder())).toBeUndefined();
  });
});

describe('a path without its links', () => {
  it('is found also where its last parts do not exist', () => {
    const root = scratchFolder({ 'real/x': '' });
    symlinkSync('real', join(root, 'link'));
    symlinkSync('loop', join(root, 'loop'));
    expect(realFolder(join(root, 'link/x'))).toBe(join(root, 'real/x'));
    expect(realFolder(join(root, 'link/new/file.md'))).toBe(join(root, 'real/new/file.md'));
    expect(realFolder(join(root, 'loop/x'))).toBe(join(root, 'loop/x'));
    expect(realFolder(join(root, 'a\0b'))).toBe(join(root, 'a\0b'));
    expect(realFolder('/')).toBe(realpathSync('/'));
  });
});

describe('a folder that somebody names', () => {
  it('is listed with all below it but hidden folders; a link is named, so that whoever reads it is told, and not gone through', () => {
    const root = scratchFolder({ 'a.md': '', 'b/c.md': '', 'b/d/e': '', '.git/x': '', 'b/.f/g': '', '.h': '' });
    symlinkSync('a.md', join(root, 'link'));
    symlinkSync('b', join(root, 'linked'));
    expect(listFolder(root)).toEqual(['.h', 'a.md', 'b/c.md', 'b/d/e', 'link', 'linked']);
  });

  it('is none when it is a file, a link that leads nowhere, a name that is too long, or not there', () => {
    const root = scratchFolder({ file: '' });
    symlinkSync('loop', join(root, 'loop'));
    mkdirSync(join(root, 'real'));
    symlinkSync('real', join(root, 'link'));
    for (const name of ['file', 'loop', 'x'.repeat(300), 'nothing', 'file/x', 'a\0b'])
      expect(listFolder(join(root, name)), name).toBeUndefined();
    expect(listFolder(join(root, 'link'))).toEqual([]);
  });

  it('has entries of which each is what it is, or is not there', () => {
    const root = scratchFolder({ file: 'x' });
    symlinkSync('file', join(root, 'link'));
    expect(entryAt(join(root, 'link'))?.isSymbolicLink()).toBe(true);
    expect(entryAt(join(root, 'file'))?.isFile()).toBe(true);
    for (const name of ['nothing', 'file/x', 'x'.repeat(300)]) expect(entryAt(join(root, name))).toBeUndefined();
  });
});
