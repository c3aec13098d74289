import fs, { mkdirSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Watch } from '../../src/model/watching.ts';
import { cannotWatch, watchRepository } from '../../src/repository/watch.ts';
import { write } from '../support/git-repository.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const files = {
  'taxonomy.yaml': 'a',
  'press.yaml': 'a',
  'news/a.md': 'a',
  'news/2009/b.md': 'b',
  'news/scan.pdf': 'a',
  'other/x.md': 'x',
};

let ending = new AbortController();
const open: Watch[] = [];
afterEach(async () => {
  ending.abort();
  ending = new AbortController();
  for (const watch of open.splice(0)) await watch.close();
});

async function watching(root: string): Promise<Watch> {
  const watch = await watchRepository({ root, releases: 'news', signal: ending.signal });
  open.push(watch);
  return watch;
}

/** All that is noticed until these releases are among it; a release may be told more than once. */
async function noticed(watch: Watch, ...releases: string[]): Promise<{ releases: string[]; everything: boolean }> {
  const seen = new Set<string>();
  let everything = false;
  do {
    const changes = await watch.next();
    if (changes === undefined) throw new Error('The watch has ended.');
    for (const path of changes.releases) seen.add(path);
    everything ||= changes.everything;
  } while (!releases.every((path) => seen.has(path)));
  return { releases: [...seen].sort(), everything };
}

describe('a watched repository', () => {
  it('notices releases that are edited, new, renamed, deleted, in new folders; and nothing else', async () => {
    const root = scratchFolder(files);
    const watch = await watching(root);
    write(root, 'news/a.md', 'edited');
    expect(await noticed(watch, 'news/a.md')).toEqual({ releases: ['news/a.md'], everything: false });
    write(root, 'news/.a.md.swp', 'x');
    write(root, 'other/x.md', 'edited');
    write(root, 'notes.txt', 'x');
    write(root, 'news/2010/spring/c.md', 'c');
    const made = 'news/2010/spring/c.md';
    expect(await noticed(watch, made)).toEqual({ releases: [made], everything: false });
    renameSync(join(root, 'news/2009/b.md'), join(root, 'news/2009/d.md'));
    expect((await noticed(watch, 'news/2009/b.md', 'news/2009/d.md')).everything).toBe(false);
    unlinkSync(join(root, made));
    expect((await noticed(watch, made)).everything).toBe(false);
  });

  it('notices a file that an editor puts in the place of the old one', async () => {
    const root = scratchFolder(files);
    const watch = await watching(root);
    for (let i = 0; i < 3; i += 1) {
      write(root, 'news/.tmp', `text ${i}`);
      renameSync(join(root, 'news/.tmp'), join(root, 'news/a.md'));
      expect(await noticed(watch, 'news/a.md')).toEqual({ releases: ['news/a.md'], everything: false });
    }
  });

  it('follows folders that are moved in, moved away and put in the place of each other', async () => {
    const root = scratchFolder(files);
    const watch = await watching(root);
    write(root, 'outside/deep/c.md', 'c');
    renameSync(join(root, 'outside'), join(root, 'news/in'));
    expect((await noticed(watch, 'news/in/deep/c.md')).everything).toBe(false);
    renameSync(join(root, 'news/2009'), join(root, 'news/2010'));
    expect((await noticed(watch, 'news/2010/b.md')).everything).toBe(true);
    renameSync(join(root, 'news/2010'), join(root, 'away'));
    renameSync(join(root, 'news/in'), join(root, 'news/2010'));
    expect((await noticed(watch, 'news/2010/deep/c.md')).everything).toBe(true);
    write(root, 'away/b.md', 'nobody looks');
    write(root, 'news/2010/deep/c.md', 'edited');
    expect(await noticed(watch, 'news/2010/deep/c.md')).toEqual({
      releases: ['news/2010/deep/c.md'],
      everything: false,
    });
  });

  it('says that everything may be other where a file takes the place of a folder, or the whole is moved', async () => {
    const root = scratchFolder(files);
    const watch = await watching(root);
    rmSync(join(root, 'news/2009'), { recursive: true });
    write(root, 'news/2009', 'a file');
    expect((await watch.next())?.everything).toBe(true);
    renameSync(root, `${root}-moved`);
    expect((await watch.next())?.everything).toBe(true);
    renameSync(`${root}-moved`, root);
  });

  it('listens to folders, however many files are in them', async () => {
    const { watch: original } = fs;
    const listened: string[] = [];
    const counting = (path: string, listener: () => void): fs.FSWatcher => {
      listened.push(path);
      return original(path, listener);
    };
    fs.watch = counting as unknown as typeof original;
    syncBuiltinESMExports();
    try {
      const root = scratchFolder({ ...files, 'schemas/types/own.schema.json': '{}', 'news/.hidden/x.md': 'x' });
      for (let at = 0; at < 50; at += 1) write(root, `news/2009/r${at}.md`, 'x');
      await watching(root);
      expect(listened.map((path) => path.slice(root.length)).sort()).toEqual([
        '',
        '/news',
        '/news/2009',
        '/schemas',
        '/schemas/types',
      ]);
    } finally {
      fs.watch = original;
      syncBuiltinESMExports();
    }
  });

  it('tells of many changes in few words', async () => {
    const root = scratchFolder(files);
    const watch = await watching(root);
    const paths = Array.from({ length: 60 }, (_, i) => `news/many/${String(i).padStart(2, '0')}.md`);
    for (const path of paths) write(root, path, 'x');
    const seen = new Set<string>();
    let words = 0;
    for (; seen.size < paths.length; words += 1)
      for (const path of (await watch.next())?.releases ?? []) seen.add(path);
    expect([...seen].sort()).toEqual(paths);
    expect(words).toBeLessThan(paths.length / 2);
  });

  it.each([
    ['taxonomy.yaml', (root: string) => write(root, 'taxonomy.yaml', 'b')],
    ['press.yaml that is gone', (root: string) => unlinkSync(join(root, 'press.yaml'))],
    ['a first schema', (root: string) => write(root, 'schemas/types/own.schema.json', '{}')],
    ['an attachment that is gone', (root: string) => unlinkSync(join(root, 'news/scan.pdf'))],
    ['the folder of releases', (root: string) => rmSync(join(root, 'news'), { recursive: true })],
  ])('says that everything may be other: %s', async (_, change) => {
    const root = scratchFolder(files);
    const watch = await watching(root);
    change(root);
    let changes = await watch.next();
    while (changes?.everything === false) changes = await watch.next();
    expect(changes?.everything).toBe(true);
  });

  it('may have no releases yet', async () => {
    const root = scratchFolder({ 'taxonomy.yaml': 'a' });
    const watch = await watching(root);
    mkdirSync(join(root, 'news/2010'), { recursive: true });
    write(root, 'news/2010/a.md', 'x');
    expect((await noticed(watch, 'news/2010/a.md')).releases).toEqual(['news/2010/a.md']);
  });

  it('ends with the signal, also while somebody waits', async () => {
    const watch = await watching(scratchFolder(files));
    const waiting = watch.next();
    ending.abort();
    expect(await waiting).toBeUndefined();
    expect(await watch.next()).toBeUndefined();
  });
});

describe('a system that watches no more files', () => {
  it('is not waited for', async () => {
    const { watch } = fs;
    fs.watch = (() => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    }) as unknown as typeof watch;
    syncBuiltinESMExports();
    try {
      const begun = watching(scratchFolder(files)).then((watch) => watch.next());
      await expect(begun).rejects.toMatchObject({ code: 'cannot-watch' });
    } finally {
      fs.watch = watch;
      syncBuiltinESMExports();
    }
  });

  it.each([
    ['ENOSPC', 'fs.inotify.max_user_watches'],
    ['EMFILE', 'ulimit -n'],
    ['EIO', 'broken'],
  ])('is told in a sentence: %s', (code, words) => {
    const error = cannotWatch(Object.assign(new Error('broken'), { code }));
    expect(error).toMatchObject({ code: 'cannot-watch', message: expect.stringContaining(words) as string });
    expect(error.hint).toContain('without --watch');
  });
});
