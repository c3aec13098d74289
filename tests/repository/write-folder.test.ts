import { createHash } from 'node:crypto';
import {
  chmodSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OutputFile } from '../../src/model/export-format.ts';
import { Interrupted } from '../../src/model/interrupted.ts';
import type { FolderOutcome, FolderWish } from '../../src/model/output-folder.ts';
import { MANIFEST_NAME, manifestText, readManifest } from '../../src/model/output-manifest.ts';
import { writeFolder } from '../../src/repository/write-folder.ts';
import { failingDisk, type Fault } from '../support/failing-disk.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';

const refused = (code: string, message: string): unknown =>
  expect.objectContaining({ name: 'PressError', code, message: expect.stringContaining(message) as unknown });
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const asOf = '2026-11-24T03:00:00Z';

const filesOf = (texts: Readonly<Record<string, string>>): OutputFile[] =>
  Object.entries(texts).map(([name, text]) => ({ name, count: 1, chunks: [text.slice(0, 2), text.slice(2)] }));
const wishFor = (texts: Readonly<Record<string, string>>, changes: Partial<FolderWish> = {}): FolderWish => ({
  files: filesOf(texts),
  from: 'feeds',
  asOf,
  dryRun: false,
  ...changes,
});
const fill = (
  cwd: string,
  texts: Readonly<Record<string, string>>,
  changes: Partial<FolderWish> = {},
): Promise<FolderOutcome> => writeFolder('out', wishFor(texts, changes), { cwd, root: undefined });

/** Everything but the manifest. */
function outputs(cwd: string): Record<string, string> {
  const content = contentOf(cwd);
  delete content[`out/${MANIFEST_NAME}`];
  return content;
}

describe('a folder of outputs', () => {
  it('is made with its files, and a list of them', async () => {
    const cwd = scratchFolder();
    const outcome = await fill(cwd, { 'b.rss': '<rss>', 'deep/er/a.atom': 'ä' });
    expect(outcome).toEqual({ added: ['b.rss', 'deep/er/a.atom'], changed: [], unchanged: [], removed: [], kept: [] });
    expect(outputs(cwd)).toMatchObject({ 'out/b.rss': '<rss>', 'out/deep/er/a.atom': 'ä' });
    expect(readManifest(readFileSync(join(cwd, 'out', MANIFEST_NAME), 'utf8'))).toEqual([
      { file: 'b.rss', sha256: sha256('<rss>'), count: 1, asOf, from: 'feeds' },
      { file: 'deep/er/a.atom', sha256: sha256('ä'), count: 1, asOf, from: 'feeds' },
    ]);
    expect(statSync(join(cwd, 'out/b.rss')).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  it('leaves a file with the same bytes alone, and keeps the mode of one that it changes', async () => {
    const cwd = scratchFolder();
    await fill(cwd, { 'a.rss': 'same', 'b.rss': 'old', 'large.csv': 'x'.repeat(3_000_000) });
    const long = new Date('2001-01-01T00:00:00Z');
    for (const name of ['a.rss', 'b.rss', 'large.csv']) utimesSync(join(cwd, 'out', name), long, long);
    chmodSync(join(cwd, 'out/b.rss'), 0o640);
    const before = statSync(join(cwd, 'out/large.csv')).ino;
    const outcome = await fill(cwd, { 'a.rss': 'same', 'b.rss': 'new', 'large.csv': 'x'.repeat(3_000_000) });
    expect(outcome).toMatchObject({ changed: ['b.rss'], unchanged: ['a.rss', 'large.csv'] });
    expect(statSync(join(cwd, 'out/a.rss')).mtime).toEqual(long);
    expect(statSync(join(cwd, 'out/large.csv'))).toMatchObject({ mtime: long, ino: before });
    expect(statSync(join(cwd, 'out/b.rss')).mode & 0o777).toBe(0o640);
    expect(Object.keys(contentOf(cwd)).filter((name) => name.includes('.press-'))).toEqual([]);
  });

  it('loses what is no longer part of it; what somebody edited, or another kind of output, stays', async () => {
    const cwd = scratchFolder();
    await fill(cwd, { 'a.md': 'a', 'b.md': 'b' }, { from: 'markdown' });
    await fill(cwd, { 'a.rss': 'a', 'b.rss': 'b', 'c.rss': 'c' });
    writeFileSync(join(cwd, 'out/b.rss'), 'edited');
    rmSync(join(cwd, 'out/c.rss'));
    expect(await fill(cwd, { 'd.rss': 'd' })).toMatchObject({ added: ['d.rss'], removed: ['a.rss'], kept: ['b.rss'] });
    expect(outputs(cwd)).toEqual({
      'out/': 'folder',
      'out/a.md': 'a',
      'out/b.md': 'b',
      'out/b.rss': 'edited',
      'out/d.rss': 'd',
    });
    // It may hold what must not be seen any more: every run tells of it, until it is gone.
    expect(await fill(cwd, { 'd.rss': 'd' })).toMatchObject({ unchanged: ['d.rss'], removed: [], kept: ['b.rss'] });
    rmSync(join(cwd, 'out/b.rss'));
    expect(await fill(cwd, { 'd.rss': 'd' })).toMatchObject({ kept: [] });
  });

  it('writes nothing where one of its files would be over one that press has not written', async () => {
    const cwd = scratchFolder({ 'out/b.rss': 'by hand' });
    await expect(fill(cwd, { 'a.rss': 'a', 'b.rss': 'b' })).rejects.toEqual(
      refused('already-there', '«out/b.rss» exists, and press has not written it.'),
    );
    expect(contentOf(cwd)).toEqual({ 'out/': 'folder', 'out/b.rss': 'by hand' });
    expect(await fill(cwd, { 'b.rss': 'by hand' })).toMatchObject({ unchanged: ['b.rss'] });
  });

  it('says beforehand what it would do', async () => {
    const cwd = scratchFolder();
    expect(await fill(cwd, { 'a.rss': 'a' }, { dryRun: true })).toMatchObject({ added: ['a.rss'] });
    expect(contentOf(cwd)).toEqual({});
    await fill(cwd, { 'a.rss': 'a', 'b.rss': 'b', 'c.rss': 'c' });
    const before = contentOf(cwd);
    const wish = { 'a.rss': 'a', 'b.rss': 'B', 'd.rss': 'd' };
    const planned = await fill(cwd, wish, { dryRun: true });
    expect(contentOf(cwd)).toEqual(before);
    expect(await fill(cwd, wish)).toEqual(planned);
  });

  it.each([
    ['.', 'the repository itself'],
    ['..', 'the repository itself'],
    ['releases', 'sources of the repository («releases»)'],
    ['releases/2009/x', 'sources of the repository («releases»)'],
    ['.git/x', 'sources of the repository («.git»)'],
    ['file.txt', 'is a file, where a folder is needed'],
    ['link', 'is a link'],
  ])('is not %s', async (path, message) => {
    const root = scratchFolder({ 'taxonomy.yaml': '', 'releases/a.md': '', 'file.txt': '', 'real/x': '' });
    symlinkSync('real', join(root, 'link'));
    const before = contentOf(root);
    await expect(writeFolder(path, wishFor({ 'a.rss': 'a' }), { cwd: root, root })).rejects.toEqual(
      refused('not-here', message),
    );
    expect(contentOf(root)).toEqual(before);
    await writeFolder('public', wishFor({ 'a.rss': 'a' }), { cwd: root, root });
    expect(contentOf(root)['public/a.rss']).toBe('a');
  });

  it('leaves its list alone, too, when nothing has changed', async () => {
    const cwd = scratchFolder();
    await fill(cwd, { 'a.rss': 'a', 'b.rss': 'b' });
    const before = contentOf(cwd);
    const long = new Date('2001-01-01T00:00:00Z');
    utimesSync(join(cwd, 'out', MANIFEST_NAME), long, long);
    await fill(cwd, { 'a.rss': 'a', 'b.rss': 'b' }, { asOf: '2026-12-24T03:00:00Z' });
    expect(contentOf(cwd)).toEqual(before);
    expect(statSync(join(cwd, 'out', MANIFEST_NAME)).mtime).toEqual(long);
    await fill(cwd, { 'a.rss': 'a', 'b.rss': 'B' }, { asOf: '2026-12-24T03:00:00Z' });
    const entries = readManifest(readFileSync(join(cwd, 'out', MANIFEST_NAME), 'utf8'));
    expect(entries?.map((entry) => entry.asOf)).toEqual([asOf, '2026-12-24T03:00:00Z']);
  });

  it.each(['con.rss', 'sub/NUL.txt', 'lpt1'])('holds no device of Windows: %s', async (name) => {
    await expect(fill(scratchFolder(), { [name]: 'x' })).rejects.toEqual(
      refused('not-here', 'is no name that every computer can hold'),
    );
  });

  it('says so when somebody else takes a name at the same time', async () => {
    const cwd = scratchFolder();
    const files = (function* (): Generator<OutputFile> {
      yield* filesOf({ 'a.rss': 'a' });
      yield* filesOf({ 'b.rss': 'b' });
      writeFileSync(join(cwd, 'out/a.rss'), 'theirs');
    })();
    await expect(fill(cwd, {}, { files })).rejects.toEqual(refused('changed-meanwhile', '«out» at the same time'));
    expect(contentOf(cwd)).toEqual({ 'out/': 'folder', 'out/a.rss': 'theirs' });
  });

  it('holds no two files that are one to some computers, and none outside of it', async () => {
    const cwd = scratchFolder({ 'elsewhere/x': '', 'out/keep': '' });
    symlinkSync('../elsewhere', join(cwd, 'out/linked'));
    await expect(fill(cwd, { 'a.rss': 'a', 'A.rss': 'b' })).rejects.toEqual(refused('not-here', '«A.rss»'));
    await expect(fill(cwd, { 'linked/a.rss': 'a' })).rejects.toEqual(refused('not-here', '«linked» in «out»'));
    await expect(fill(cwd, { '../a.rss': 'a' })).rejects.toThrow(RangeError);
    await expect(fill(cwd, { [MANIFEST_NAME]: '{}' })).rejects.toEqual(refused('not-here', MANIFEST_NAME));
    expect(contentOf(join(cwd, 'elsewhere'))).toEqual({ x: '' });
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['keep', 'linked']);
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['another version', '{"version":2,"files":[]}'],
    [
      'a way out',
      manifestText([{ file: 'a', sha256: sha256('x'), count: 1, asOf, from: 'feeds' }]).replace('"a"', '"../x"'),
    ],
  ])('trusts no list with %s', async (_, manifest) => {
    const cwd = scratchFolder({ x: 'x', [`out/${MANIFEST_NAME}`]: manifest });
    await expect(fill(cwd, { 'a.rss': 'a' })).rejects.toEqual(refused('not-here', 'is no list that press has written'));
    expect(contentOf(cwd)['x']).toBe('x');
  });

  it('is as it was after an interrupt', async () => {
    const cwd = scratchFolder();
    await fill(cwd, { 'a.rss': 'a', 'b.rss': 'b' });
    const before = contentOf(cwd);
    const controller = new AbortController();
    const files = (function* (): Generator<OutputFile> {
      yield* filesOf({ 'a.rss': 'new' });
      controller.abort();
      yield* filesOf({ 'c.rss': 'new' });
    })();
    const place = { cwd, root: undefined, signal: controller.signal };
    await expect(writeFolder('out', wishFor({}, { files }), place)).rejects.toBeInstanceOf(Interrupted);
    expect(contentOf(cwd)).toEqual(before);
  });
});

describe('two runs at once', () => {
  it('wait for each other, and lose nothing of each other’s list', async () => {
    const cwd = scratchFolder();
    const texts = (kind: string): Record<string, string> =>
      Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${kind}${at}.txt`, `${kind} ${at}`]));
    await Promise.all(['a', 'b', 'c'].map((kind) => fill(cwd, texts(kind), { from: kind })));
    expect(readManifest(readFileSync(join(cwd, 'out', MANIFEST_NAME), 'utf8'))).toHaveLength(90);
    await Promise.all(['a', 'b', 'c'].map((kind) => fill(cwd, {}, { from: kind })));
    expect(readdirSync(join(cwd, 'out'))).toEqual([MANIFEST_NAME]);
  });
});

describe('what is protected against writing', () => {
  it.each(['a.rss', 'gone.rss', MANIFEST_NAME])('stays, and nothing else changes: %s', async (name) => {
    const cwd = scratchFolder();
    await fill(cwd, { 'a.rss': 'a', 'gone.rss': 'g' });
    chmodSync(join(cwd, 'out', name), 0o444);
    const before = contentOf(cwd);
    await expect(fill(cwd, { 'a.rss': 'new' })).rejects.toEqual(refused('not-here', 'is protected against writing'));
    expect(contentOf(cwd)).toEqual(before);
  });
});

describe('a list that somebody edited', () => {
  const listed = (file: string, text: string): string =>
    manifestText([{ file, sha256: sha256(text), count: 1, asOf, from: 'feeds' }]);

  it('removes nothing through a link, and does not mind what is not there', async () => {
    const cwd = scratchFolder({ 'elsewhere/x.json': 'x', [`out/${MANIFEST_NAME}`]: listed('sub/x.json', 'x') });
    symlinkSync('../elsewhere', join(cwd, 'out/sub'));
    expect(await fill(cwd, { 'a.rss': 'a' })).toMatchObject({ removed: [], kept: [] });
    expect(readdirSync(join(cwd, 'elsewhere'))).toEqual(['x.json']);
    for (const file of ['gone/x.json', 'a.rss/x.json', `${MANIFEST_NAME}/x`]) {
      writeFileSync(join(cwd, 'out', MANIFEST_NAME), listed(file, 'x'));
      expect(await fill(cwd, { 'a.rss': 'a' }), file).toMatchObject({ unchanged: ['a.rss'], removed: [], kept: [] });
    }
  });
});

describe('on a failing disk', () => {
  const old = { 'a.rss': 'a', 'b.rss': 'b', 'gone.rss': 'g' };
  const wanted = { 'a.rss': 'a', 'b.rss': 'new', 'sub/c.rss': 'c' };

  async function run(fault?: Fault, short?: number): Promise<{ count: number; error: unknown; content: object }> {
    const cwd = scratchFolder();
    await fill(cwd, old);
    const port = failingDisk(fault, short);
    const error: unknown = await writeFolder('out', wishFor(wanted), { cwd, root: undefined, port }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return { count: port.count, error, content: contentOf(cwd) };
  }

  it.each(['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EBUSY'])(
    'all files are old or all are new when any one operation fails with %s',
    async (code) => {
      const { count, content: after } = await run();
      const cwd = scratchFolder();
      await fill(cwd, old);
      const before = contentOf(cwd);
      expect(count).toBeGreaterThan(40);
      for (let at = 1; at <= count; at += 1) {
        const { error, content } = await run({ at, code });
        const allowed = error === undefined ? [after] : [before, after];
        expect(allowed, `operation ${at} of ${count}: ${String(error)}`).toContainEqual(content);
        if (error !== undefined) expect(error).toMatchObject({ name: 'PressError' });
      }
    },
  );

  it('a run that was killed at any moment is made good by the next one, whatever that one writes', async () => {
    const { count } = await run();
    const later = { 'a.rss': 'A', 'b.rss': 'B', 'sub/c.rss': 'C' };
    for (let at = 1; at <= count; at += 1) {
      const cwd = scratchFolder();
      await fill(cwd, old);
      const port = failingDisk({ at, code: 'EIO', dead: true });
      await writeFolder('out', wishFor(wanted), { cwd, root: undefined, port }).catch(() => undefined);
      // Another process would see that the holder of the lock is dead; this one is the holder itself.
      for (const name of Object.keys(contentOf(cwd)).filter((each) => each.includes('.press-lock')))
        rmSync(join(cwd, name));
      await fill(cwd, later);
      const expected = { 'out/a.rss': 'A', 'out/b.rss': 'B', 'out/sub/c.rss': 'C' };
      expect(outputs(cwd), `killed at ${at} of ${count}`).toEqual({
        ...expected,
        'out/': 'folder',
        'out/sub/': 'folder',
      });
    }
  });

  it('a run that was killed leaves nothing that the next one could not take away', async () => {
    const { count } = await run();
    for (let at = 1; at <= count; at += 1) {
      const cwd = scratchFolder();
      await fill(cwd, old);
      const port = failingDisk({ at, code: 'EIO', dead: true });
      await writeFolder('out', wishFor(wanted), { cwd, root: undefined, port }).catch(() => undefined);
      for (const name of Object.keys(contentOf(cwd)).filter((each) => each.includes('.press-lock')))
        rmSync(join(cwd, name));
      expect(await fill(cwd, { 'a.rss': 'A' }), `killed at ${at}`).toMatchObject({ kept: [] });
      const left = Object.entries(outputs(cwd)).filter(([, text]) => text !== 'folder');
      expect(left, `killed at ${at} of ${count}`).toEqual([['out/a.rss', 'A']]);
    }
  });

  it('short writes go on until everything is there', async () => {
    const whole = await run();
    expect((await run(undefined, 1)).content).toEqual(whole.content);
  });
});

describe('the manifest', () => {
  it('is read back as it was written, sorted by file', () => {
    const entry = (file: string): Parameters<typeof manifestText>[0] extends Iterable<infer E> ? E : never => ({
      file,
      sha256: sha256(file),
      count: 3,
      asOf,
      from: 'rss',
    });
    const text = manifestText([entry('b'), entry('a/c'), entry('a')]);
    expect(readManifest(text)?.map(({ file }) => file)).toEqual(['a', 'a/c', 'b']);
    expect(readManifest(manifestText([]))).toEqual([]);
  });

  it.each(['.hidden', 'a/../b', '/a', 'a//b', 'a\\b', '', 'a.', 'a b', '__proto__/../x'])('names no %j', (file) => {
    expect(
      readManifest(JSON.stringify({ version: 1, files: [{ file, sha256: sha256(''), count: 1, asOf, from: 'x' }] })),
    ).toBe(undefined);
  });
});
