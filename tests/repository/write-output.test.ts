import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  createReadStream,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Interrupted } from '../../src/model/interrupted.ts';
import { writeOutput } from '../../src/repository/write-output.ts';
import { failingDisk, type Fault } from '../support/failing-disk.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';

const refused = (code: string): unknown => expect.objectContaining({ name: 'PressError', code });
const repositoryFiles = {
  'taxonomy.yaml': 't',
  'press.yaml': 'releases: news/out\n',
  'news/out/2009/a.md': 'a',
  'schemas/x.json': '{}',
};

describe('writeOutput', () => {
  it('makes the folder and the file', async () => {
    const cwd = scratchFolder();
    await writeOutput('build/feeds/a.xml', ['<a>', 'Ä', '</a>'], { cwd, root: undefined });
    expect(contentOf(cwd)).toEqual({ 'build/': 'folder', 'build/feeds/': 'folder', 'build/feeds/a.xml': '<a>Ä</a>' });
    expect(statSync(join(cwd, 'build/feeds/a.xml')).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  it('replaces a file and keeps its mode', async () => {
    const cwd = scratchFolder({ 'a.csv': 'old and longer' });
    chmodSync(join(cwd, 'a.csv'), 0o600);
    await writeOutput('a.csv', ['new'], { cwd, root: undefined });
    expect(contentOf(cwd)).toEqual({ 'a.csv': 'new' });
    expect(statSync(join(cwd, 'a.csv')).mode & 0o777).toBe(0o600);
  });

  it('writes nothing at all as an empty file, and large texts whole', async () => {
    const cwd = scratchFolder();
    await writeOutput('empty', [], { cwd, root: undefined });
    const lines = Array.from({ length: 60_000 }, (_, i) => `line ${i} äöü 🎉\n`);
    await writeOutput('large', lines, { cwd, root: undefined });
    expect(readFileSync(join(cwd, 'empty'), 'utf8')).toBe('');
    expect(readFileSync(join(cwd, 'large'), 'utf8')).toBe(lines.join(''));
  });

  it('takes absolute paths, and follows links among the folders outside of a repository', async () => {
    const cwd = scratchFolder({ 'real/x': '' });
    symlinkSync('real', join(cwd, 'alias'));
    await writeOutput(join(cwd, 'alias/a'), ['a'], { cwd: '/', root: undefined });
    expect(readFileSync(join(cwd, 'real/a'), 'utf8')).toBe('a');
  });

  it.each(['folder', 'folder/', 'new/', 'link', 'dangling', '.', 'socket', 'protected'])('refuses %s', async (path) => {
    const cwd = scratchFolder({ 'folder/x': '', target: 'kept', protected: 'kept' });
    symlinkSync('target', join(cwd, 'link'));
    symlinkSync('nowhere', join(cwd, 'dangling'));
    chmodSync(join(cwd, 'protected'), 0o444);
    const server = createServer().listen(join(cwd, 'socket'));
    const before = contentOf(cwd);
    await expect(writeOutput(path, ['x'], { cwd, root: undefined })).rejects.toThrow(refused('not-here'));
    expect(contentOf(cwd)).toEqual(before);
    server.close();
  });

  it.each([
    'taxonomy.yaml',
    'Taxonomy.YAML',
    'press.yaml',
    'news/out/2009/a.md',
    'news/out/feed.xml',
    'news/out',
    'News/Out/x',
    'schemas/x.json',
    'schemas/types/new.json',
    '.git/config',
    '.press/lock',
    'news/../taxonomy.yaml',
    'alias/taxonomy.yaml',
  ])('never writes over the repository: %s', async (path) => {
    const root = scratchFolder(repositoryFiles);
    symlinkSync('.', join(root, 'alias'));
    const before = contentOf(root);
    await expect(writeOutput(path, ['x'], { cwd: root, root })).rejects.toThrow(refused('not-here'));
    expect(contentOf(root)).toEqual(before);
  });

  it.each([
    'releases/feed.xml',
    'news/feed.xml',
    'public/taxonomy.yaml',
    '.well-known/x',
    'schemas-old/x',
    '../outside.txt',
  ])('has no objection to %s', async (path) => {
    const above = scratchFolder();
    const root = join(above, 'repo');
    for (const [name, text] of Object.entries(repositoryFiles)) {
      mkdirSync(join(root, name, '..'), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    await writeOutput(path, ['x'], { cwd: root, root });
    expect(readFileSync(join(root, path), 'utf8')).toBe('x');
  });

  it.each(['', 'releases: [broken', '\xff'])(
    'keeps the usual folder of releases where press.yaml says «%s»',
    async (text) => {
      const root = scratchFolder({ 'taxonomy.yaml': '' });
      writeFileSync(join(root, 'press.yaml'), text, 'latin1');
      await expect(writeOutput('releases/x', ['x'], { cwd: root, root })).rejects.toThrow(refused('not-here'));
    },
  );

  it('leaves nothing when what is to be written fails half-way', async () => {
    const cwd = scratchFolder({ 'a.xml': 'old' });
    const failing = function* (): Generator<string> {
      yield 'x'.repeat(200_000);
      throw new Error('no title');
    };
    await expect(writeOutput('a.xml', failing(), { cwd, root: undefined })).rejects.toThrow('no title');
    await expect(writeOutput('new/b.xml', failing(), { cwd, root: undefined })).rejects.toThrow('no title');
    expect(contentOf(cwd)).toEqual({ 'a.xml': 'old' });
  });

  it('stops at an interrupt and leaves what was there', async () => {
    const cwd = scratchFolder({ 'a.xml': 'old' });
    const stop = new AbortController();
    const endless = function* (): Generator<string> {
      for (let i = 0; ; i += 1) {
        if (i === 5) stop.abort();
        yield 'x'.repeat(100_000);
      }
    };
    await expect(writeOutput('a.xml', endless(), { cwd, root: undefined, signal: stop.signal })).rejects.toBeInstanceOf(
      Interrupted,
    );
    expect(contentOf(cwd)).toEqual({ 'a.xml': 'old' });
  });
});

describe('on a disk that fails', () => {
  const chunks = ['first ', 'second'];
  const run = async (
    files: Readonly<Record<string, string>>,
    fault?: Fault,
    short?: number,
  ): Promise<{ count: number; error: unknown; content: Record<string, string> }> => {
    const cwd = scratchFolder(files);
    const port = failingDisk(fault, short);
    const error: unknown = await writeOutput('out/a.txt', chunks, { cwd, root: undefined, port }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return { count: port.count, error, content: contentOf(cwd) };
  };

  describe.each([{}, { 'out/a.txt': 'old' }])('with %o there before', (files) => {
    it.each(['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EBUSY'])(
      'the file is old or new when any one operation fails with %s, and exit 0 means new',
      async (code) => {
        const { count } = await run(files);
        const before = contentOf(scratchFolder(files));
        const after = { 'out/': 'folder', 'out/a.txt': 'first second' };
        for (let at = 1; at <= count; at += 1) {
          const result = await run(files, { at, code });
          expect(result.error === undefined ? [after] : [before, after], `operation ${at}`).toContainEqual(
            result.content,
          );
          if (result.error !== undefined)
            expect(result.error).toMatchObject({
              code: 'cannot-write',
              message: expect.stringContaining('«out/a.txt»') as unknown,
            });
        }
      },
    );
  });

  it('continues short writes, and takes one that gets nowhere for a failure', async () => {
    expect((await run({}, undefined, 1)).content).toEqual({ 'out/': 'folder', 'out/a.txt': 'first second' });
    const stuck = await run({}, undefined, 0);
    expect(stuck.error).toMatchObject({ code: 'cannot-write' });
    expect(stuck.content).toEqual({});
  });
});

describe.skipIf(process.platform === 'win32')('pipes and devices', () => {
  it('writes into a pipe, waits for its reader, and leaves it a pipe', async () => {
    const cwd = scratchFolder();
    const pipe = join(cwd, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const text = 'line\n'.repeat(50_000);
    const writing = writeOutput('pipe', [text, 'end'], { cwd, root: undefined });
    await new Promise((resolve) => setTimeout(resolve, 120));
    let read = '';
    for await (const chunk of createReadStream(pipe, 'utf8')) read += chunk as string;
    await writing;
    expect(read).toBe(`${text}end`);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  it('stops waiting for a reader at an interrupt', async () => {
    const cwd = scratchFolder();
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const stop = new AbortController();
    const writing = writeOutput('pipe', ['x'], { cwd, root: undefined, signal: stop.signal });
    setTimeout(() => stop.abort(), 60);
    await expect(writing).rejects.toBeInstanceOf(Interrupted);
  });

  it('writes into /dev/null, and into a device by another name for it', async () => {
    const cwd = scratchFolder();
    symlinkSync('/dev/null', join(cwd, 'nothing'));
    await writeOutput('/dev/null', ['x'], { cwd, root: undefined });
    await writeOutput('nothing', ['x'], { cwd, root: undefined });
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(contentOf(cwd)).toEqual({ nothing: '→ /dev/null' });
  });

  it.runIf(existsSync('/dev/full'))('says that a full device is full', async () => {
    await expect(writeOutput('/dev/full', ['x'], { cwd: '/', root: undefined })).rejects.toThrow(
      '«/dev/full» could not be written: the disk is full.',
    );
  });

  it('says that the reader went away', async () => {
    const cwd = scratchFolder();
    const pipe = join(cwd, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    const leaving = function* (): Generator<string> {
      yield 'x';
      closeSync(reader);
      yield 'y';
    };
    await expect(writeOutput('pipe', leaving(), { cwd, root: undefined })).rejects.toThrow(
      'whoever was reading it went away',
    );
  });
});
