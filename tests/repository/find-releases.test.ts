import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findReleases, isReleaseName } from '../../src/repository/find-releases.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const found = (root: string, folder = 'releases'): string[] =>
  [...findReleases(root, folder)].map(({ path, kind }) => (kind === 'release' ? path : `${kind}: ${path}`));
const files = (...paths: string[]): string => scratchFolder(Object.fromEntries(paths.map((path) => [path, ''])));

describe('the releases of a folder', () => {
  it('are the Markdown files in and below it, in the order of their paths', () => {
    const root = files(
      'releases/b.md',
      'releases/a/z.md',
      'releases/a.md',
      'releases/a-b.md',
      'releases/2009/x.MD',
      'releases/README.md',
      'releases/2009/readme.md',
      'releases/notes.txt',
      'releases/x.md.bak',
      'other/c.md',
    );
    expect(found(root)).toEqual([
      'releases/2009/x.MD',
      'releases/a-b.md',
      'releases/a.md',
      'releases/a/z.md',
      'releases/b.md',
    ]);
    expect(found(root)).toEqual([...found(root)].sort());
  });

  it('may have names that nobody should use', () => {
    const root = files(
      'releases/-x.md',
      'releases/a b.md',
      'releases/“q” – é.md',
      'releases/line\nbreak.md',
      'releases/__proto__.md',
      'releases/constructor/toString.md',
      'releases/\uFFFD.md',
      `releases/${'x'.repeat(250)}.md`,
    );
    expect(found(root)).toHaveLength(8);
    expect(found(root).some((path) => path.includes(':'))).toBe(false);
  });

  it('do not hide: what begins with a dot is somebody else’s', () => {
    expect(found(files('releases/.hidden.md', 'releases/.obsidian/x.md', 'releases/.md'))).toEqual([]);
  });

  it('are none where there is no folder, or nothing in it', () => {
    const root = scratchFolder();
    expect(found(root)).toEqual([]);
    mkdirSync(join(root, 'releases'));
    expect(found(root)).toEqual([]);
    expect(found(root, 'a/b')).toEqual([]);
  });

  it('may lie further in', () => {
    expect(found(files('news/2009/a.md'), 'news/2009')).toEqual(['news/2009/a.md']);
  });

  it('and all that lies among them and is none is told', async () => {
    const root = files('releases/a.md', 'releases/folder.md/inside.md', 'elsewhere/x.md');
    symlinkSync('a.md', join(root, 'releases/link.md'));
    symlinkSync('loop', join(root, 'releases/loop'));
    symlinkSync('nowhere', join(root, 'releases/dangling.md'));
    symlinkSync('../elsewhere', join(root, 'releases/linked'));
    symlinkSync('..', join(root, 'releases/up'));
    const expected = [
      'link: releases/dangling.md',
      'link: releases/link.md',
      'link: releases/linked',
      'link: releases/loop',
      'link: releases/up',
      'releases/a.md',
      'special: releases/folder.md',
    ];
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [join(root, 'releases/pipe.md')]);
      const server = createServer();
      await new Promise<void>((resolve) => void server.listen(join(root, 'releases/socket.md'), resolve));
      expect(found(root).sort()).toEqual(
        [...expected, 'special: releases/pipe.md', 'special: releases/socket.md'].sort(),
      );
      server.close();
    } else expect(found(root).sort()).toEqual(expected);
  });

  it('are not looked for behind a link, wherever it stands on the way', () => {
    const root = files('real/2009/a.md');
    symlinkSync('real', join(root, 'releases'));
    symlinkSync(join(root, 'real/2009'), join(root, 'real/linked'));
    expect(found(root)).toEqual(['link: releases']);
    expect(found(root, 'releases/2009')).toEqual(['link: releases']);
    expect(found(root, 'real/linked/x')).toEqual(['link: real/linked']);
  });

  it('are told to be missing where a file stands for a folder', () => {
    const root = files('releases', 'other/file');
    expect(found(root)).toEqual(['unreadable-folder: releases']);
    expect(found(root, 'other/file/x')).toEqual(['unreadable-folder: other/file/x']);
  });

  it('are looked for thirty-two folders deep, and no deeper in silence', () => {
    const deep = (levels: number): string => `releases/${'d/'.repeat(levels)}a.md`;
    expect(found(files(deep(32)))).toEqual([deep(32)]);
    expect(found(files(deep(33)))).toEqual([`too-deep: releases/${'d/'.repeat(33).slice(0, -1)}`]);
  });

  it.skipIf(process.platform !== 'linux')('are told when nobody can ask for them by name', () => {
    const root = files('releases/a.md');
    const inside = (name: string): Buffer => Buffer.from(join(root, 'releases', name), 'latin1');
    writeFileSync(inside('b\xff.md'), '');
    writeFileSync(inside('c\xff.txt'), '');
    mkdirSync(inside('d\xff'));
    expect(found(root)).toEqual([
      'releases/a.md',
      'undecodable-name: releases/b\uFFFD.md',
      'undecodable-name: releases/d\uFFFD',
    ]);
  });
});

describe('the name of a release', () => {
  it.each([
    ['a.md', true],
    ['a.MD', true],
    ['readme.md.md', true],
    ['README.md', false],
    ['ReadMe.MD', false],
    ['a.markdown', false],
    ['.a.md', false],
    ['.md', false],
    ['md', false],
  ])('%s: %s', (name, isOne) => {
    expect(isReleaseName(name)).toBe(isOne);
  });
});
