import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/change-set.ts';
import { PressError } from '../../src/model/press-error.ts';
import { digestOfText } from '../../src/repository/digest.ts';
import { disk, type FilePort } from '../../src/repository/file-port.ts';
import { parseRecord, printRecord, type JournalRecord } from '../../src/repository/journal/record.ts';
import { lookForInterrupted, recover } from '../../src/repository/journal/recover.ts';
import { recoveryAt } from '../../src/repository/journal/recovery-at.ts';
import { untilFinished } from '../../src/repository/journal/waiting.ts';
import { openRepository } from '../../src/repository/open.ts';
import { RepositoryWriter } from '../../src/repository/writer.ts';
import { repositoryContent, scratchFolder } from '../support/scratch-folder.ts';

const edit = (path: string, old: string, text: string): Change => ({
  kind: 'edit',
  path,
  digest: digestOfText(old),
  edits: [{ start: 0, end: old.length, text }],
});
const move = (path: string, to: string, old: string): Change => ({
  kind: 'move',
  path,
  to,
  digest: digestOfText(old),
  edits: [],
});
const three: readonly Change[] = [
  edit('a.md', 'a', 'A'),
  move('b.md', 'new/b.md', 'b'),
  { kind: 'create', path: 'c.md', text: 'C' },
];
const old = { 'a.md': 'a', 'b.md': 'b' };
const fresh = { 'a.md': 'A', 'c.md': 'C', 'new/': 'folder', 'new/b.md': 'b' };

/** The error of applying changes; undefined when they were made. */
function failure(root: string, changes: readonly Change[], port: FilePort = disk): unknown {
  try {
    new RepositoryWriter(root, { port }).apply({ purpose: 'press test', changes });
    return undefined;
  } catch (error) {
    return error;
  }
}

const died = Object.assign(new Error('died'), { code: 'EIO' });

/** A disk that does something at one point of a change. */
function atPoint(point: 'staged' | 'decided', act: () => void): FilePort {
  return {
    ...disk,
    rename(path, name) {
      if (point === 'staged' && name.endsWith('.commit')) act();
      disk.rename(path, name);
      if (point === 'decided' && name.endsWith('.commit')) act();
    },
  };
}

/** A repository whose change was decided, and then the process died. */
function interrupted(files: Readonly<Record<string, string>> = old, changes: readonly Change[] = three): string {
  const root = scratchFolder(files);
  const isDead = { now: false };
  const port = atPoint('decided', () => (isDead.now = true));
  const dying = Object.fromEntries(
    Object.entries(port).map(([name, operation]) => [
      name,
      (...values: never[]) => {
        if (isDead.now) throw died;
        return (operation as (...given: never[]) => unknown)(...values);
      },
    ]),
  ) as unknown as FilePort;
  expect(failure(root, changes, dying)).toMatchObject({ code: 'interrupted' });
  unlinkSync(join(root, '.press/lock'));
  return root;
}

const journals = (root: string): string[] => readdirSync(join(root, '.press/tx'));
const journalOf = (root: string): string => join(root, '.press/tx', journals(root)[0]!);

describe('a change to several files', () => {
  it('keeps modes and owners, and what is before and behind an edit', () => {
    const root = scratchFolder({ 'a.md': '\uFEFFa\r\n', 'b.md': 'b' });
    chmodSync(join(root, 'a.md'), 0o640);
    chmodSync(join(root, 'b.md'), 0o604);
    if (process.getuid?.() === 0) chownSync(join(root, 'b.md'), 4321, 4322);
    const owner = lstatSync(join(root, 'b.md'));
    const changes: Change[] = [
      {
        kind: 'edit',
        path: 'a.md',
        digest: digestOfText('\uFEFFa\r\n'),
        edits: [{ start: 1, end: 2, text: 'A' }],
      },
      move('b.md', 'x/y/b.md', 'b'),
    ];
    expect(failure(root, changes)).toBeUndefined();
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('\uFEFFA\r\n');
    expect(statSync(join(root, 'a.md')).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(root, 'x/y/b.md'))).toMatchObject({ mode: owner.mode, uid: owner.uid, gid: owner.gid });
  });

  it.each([
    ['a link', (root: string) => symlinkSync('b.md', join(root, 'x.md'))],
    ['a protected file', (root: string) => writeFileSync(join(root, 'x.md'), 'x', { mode: 0o444 })],
    ['a folder', (root: string) => mkdirSync(join(root, 'x.md'))],
    ['a file that has changed', (root: string) => writeFileSync(join(root, 'x.md'), 'changed')],
  ])('is refused whole when it is about %s', (_, make) => {
    const root = scratchFolder(old);
    make(root);
    const before = repositoryContent(root);
    expect(failure(root, [...three, edit('x.md', 'x', 'X')])).toBeInstanceOf(PressError);
    expect(repositoryContent(root)).toEqual(before);
    expect(existsSync(join(root, '.press/tx'))).toBe(false);
  });

  it('is taken back when somebody edits a file, or takes a name, before it is decided', () => {
    for (const [path, code] of [
      ['a.md', 'changed-meanwhile'],
      ['c.md', 'already-there'],
      ['new/b.md', 'already-there'],
    ]) {
      const root = scratchFolder(old);
      const write = (): void => writeFileSync(join(root, path!), 'theirs');
      let isWritten = false;
      // The last thing before the decision is to look at every file again; this is while they are flushed.
      const port: FilePort = {
        ...disk,
        sync(descriptor) {
          disk.sync(descriptor);
          if (isWritten || !existsSync(join(root, 'new'))) return;
          isWritten = true;
          write();
        },
      };
      expect(failure(root, three, port), path).toMatchObject({ code });
      const theirs = path === 'new/b.md' ? { 'new/': 'folder', [path]: 'theirs' } : { [path!]: 'theirs' };
      expect(repositoryContent(root)).toEqual({ ...old, ...theirs });
    }
  });

  it('leaves an edit alone that was made after it was decided, and says where its own text is', () => {
    const root = scratchFolder(old);
    const port = atPoint('decided', () => writeFileSync(join(root, 'a.md'), 'theirs'));
    const error = failure(root, three, port);
    expect(error).toMatchObject({ code: 'conflict', message: expect.stringMatching(/«a\.md».*«\.press\/conflicts\//) });
    const kept = /«(\.press\/conflicts\/[^»]+)»/.exec(String(error))![1]!;
    expect(readFileSync(join(root, kept), 'utf8')).toBe('A');
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('theirs');
    expect(readFileSync(join(root, 'new/b.md'), 'utf8')).toBe('b');
    expect(journals(root)).toEqual([]);
    expect(failure(root, [{ kind: 'create', path: 'd.md', text: '' }])).toBeUndefined();
  });

  it.each([
    ['the file that moves is edited', 'b.md', { 'b.md': 'theirs' }],
    ['its new name is taken', 'new/b.md', { 'b.md': 'b', 'new/b.md': 'theirs' }],
    ['the name of a new file is taken', 'c.md', { 'c.md': 'theirs' }],
  ])('leaves both alone when %s after it was decided', (_, path, kept) => {
    const root = scratchFolder(old);
    const port = atPoint('decided', () => writeFileSync(join(root, path), 'theirs'));
    expect(failure(root, three, port)).toMatchObject({ code: 'conflict' });
    expect(repositoryContent(root)).toMatchObject({ 'a.md': 'A', ...kept });
    expect(Object.keys(repositoryContent(root)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(Object.keys(repositoryContent(root)).filter((name) => /conflicts.*\.md$/.test(name))).toHaveLength(1);
  });

  it('keeps its record when a file cannot be put in its place, and names the way on', () => {
    const root = scratchFolder(old);
    const port: FilePort = {
      ...disk,
      rename(path, name) {
        if (name.endsWith('a.md')) throw Object.assign(new Error(), { code: 'EBUSY' });
        disk.rename(path, name);
      },
    };
    expect(failure(root, three, port)).toMatchObject({
      code: 'interrupted',
      message: expect.stringContaining('«a.md» could not be written: another program holds it.'),
      hint: expect.stringContaining('press recover'),
    });
    expect(failure(root, [{ kind: 'create', path: 'd.md', text: 'd' }])).toBeUndefined();
    expect(repositoryContent(root)).toEqual({ ...fresh, 'd.md': 'd' });
  });

  it('flushes every text and its folder before it decides, and the decision before any file changes', () => {
    const root = scratchFolder({ ...old, 'x/d.md': 'd' });
    const paths = new Map<number, string>();
    const events: string[] = [];
    const note = (what: string, path: string): void =>
      void events.push(`${what} ${path.slice(root.length + 1).replace(/[0-9a-f]{12}/, 'TX') || '.'}`);
    const port: FilePort = {
      ...disk,
      open(path, flags, mode) {
        const descriptor = disk.open(path, flags, mode);
        paths.set(descriptor, path);
        return descriptor;
      },
      sync(descriptor) {
        note('sync', paths.get(descriptor)!);
        disk.sync(descriptor);
      },
      rename(path, name) {
        note('rename', name);
        disk.rename(path, name);
      },
      link(path, name) {
        note('link', name);
        disk.link(path, name);
      },
      unlink(path) {
        note('unlink', path);
        disk.unlink(path);
      },
    };
    expect(failure(root, [edit('x/d.md', 'd', 'D'), move('b.md', 'new/b.md', 'b')], port)).toBeUndefined();
    expect(events.filter((event) => !event.includes('lock'))).toEqual([
      'sync .press/tx/TX.tmp',
      'rename .press/tx/TX.json',
      'sync .press/tx',
      'sync .press',
      'sync .',
      'sync x/.press-TX-1.tmp',
      'sync new/.press-TX-2.tmp',
      'sync x',
      'sync .',
      'sync new',
      'rename .press/tx/TX.commit',
      'sync .press/tx',
      'rename x/d.md',
      'link new/b.md',
      'sync x',
      'sync new',
      'unlink new/.press-TX-2.tmp',
      'unlink b.md',
      'sync x',
      'sync new',
      'sync .',
      'unlink .press/tx/TX.commit',
      'sync .press/tx',
    ]);
  });

  it('is not begun where the disk has too little room for it', () => {
    const root = scratchFolder(old);
    const port: FilePort = { ...disk, room: () => 1_099_999 };
    const big: Change[] = [
      { kind: 'create', path: 'd.md', text: 'd'.repeat(600_000) },
      { kind: 'create', path: 'e.md', text: 'e'.repeat(400_000) },
    ];
    expect(failure(root, big, port)).toMatchObject({
      code: 'cannot-write',
      message: 'The disk has no room for this change: it needs 1.1 MB, and 1.1 MB are free.',
      hint: expect.stringContaining('Nothing was written'),
    });
    expect(repositoryContent(root)).toEqual(old);
    expect(failure(root, big, { ...disk, room: () => 1_100_000 })).toBeUndefined();
    expect(failure(root, three, { ...disk, room: () => undefined })).toBeUndefined();
  });
});

/** A file system of 256 KB; undefined where the machine does not allow one. */
function tinyDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = scratchFolder();
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder]).status === 0 ? folder : undefined;
}

describe('a disk that is really full', () => {
  const mounted: string[] = [];
  afterEach(() => mounted.splice(0).forEach((folder) => spawnSync('umount', [folder])));

  it('takes nothing of a change that does not fit, whether that is seen before or on the way', (context) => {
    const root = tinyDisk();
    if (root === undefined) return context.skip();
    mounted.push(root);
    for (const [path, text] of Object.entries(old)) writeFileSync(join(root, path), text);
    const big: Change[] = [...three, { kind: 'create', path: 'd.md', text: 'd'.repeat(300_000) }];
    expect(failure(root, big)).toMatchObject({ message: expect.stringContaining('no room') });
    expect(failure(root, big, { ...disk, room: () => undefined })).toMatchObject({
      message: '«d.md» could not be written: the disk is full.',
    });
    expect(repositoryContent(root)).toEqual(old);
    expect(failure(root, three)).toBeUndefined();
    expect(repositoryContent(root)).toEqual(fresh);
  });
});

describe('recovery', () => {
  it('finishes what was decided, and says what it did', () => {
    const root = interrupted();
    const foreseen = lookForInterrupted(root, disk);
    expect(foreseen).toMatchObject({
      changes: [{ purpose: 'press test', outcome: 'finished', files: 3, written: ['a.md', 'new/b.md', 'c.md'] }],
    });
    expect(recover(root, disk)).toEqual(foreseen);
    expect(repositoryContent(root)).toEqual(fresh);
    expect(recover(root, disk)).toEqual({ changes: [], damaged: [] });
  });

  it('is the first act of the next command that writes, which reads anew what it has read', async () => {
    const taxonomy = (term: string): string =>
      `version: 1\nfacets:\n  field: {property: fields, terms: {${term}: {label: E}}}\n`;
    const files = { 'taxonomy.yaml': taxonomy('old'), 'a.md': 'a' };
    const root = scratchFolder({ ...files, 'x.md': '' });
    const repository = await openRepository(root);
    expect([...repository.taxonomy.facets.get('field')!.terms.keys()]).toEqual(['old']);
    const elsewhere = interrupted(files, [
      edit('taxonomy.yaml', taxonomy('old'), taxonomy('new')),
      edit('a.md', 'a', 'A'),
    ]);
    for (const [path, text] of Object.entries(repositoryContent(elsewhere)))
      if (text !== 'folder') {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
    await repository.whileLocked('press test', () => {
      expect([...repository.taxonomy.facets.get('field')!.terms.keys()]).toEqual(['new']);
    });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('A');
  });

  it('before a command that writes does not wait for somebody who is at work, and takes back what nobody is at', async () => {
    const root = scratchFolder(old);
    const [{ beforeWriting }, path] = [recoveryAt(root, new AbortController().signal), '.press/tx/0123456789ab.json'];
    const record = printRecord({ version: 1, purpose: 'press test', since: '', folders: [], files: [] });
    await new RepositoryWriter(root).whileLocked('press import', async () => {
      mkdirSync(join(root, '.press/tx'));
      writeFileSync(join(root, path), record);
      expect(await beforeWriting('press new')).toEqual({ changes: [], damaged: [] });
      expect(existsSync(join(root, path))).toBe(true);
    });
    expect((await beforeWriting('press new')).changes).toMatchObject([
      { outcome: 'taken-back', purpose: 'press test' },
    ]);
    expect(existsSync(join(root, path))).toBe(false);
  });

  it('leaves alone what was edited, and stops the command that found it, once', () => {
    const root = interrupted();
    writeFileSync(join(root, 'a.md'), 'theirs');
    const creation: Change = { kind: 'create', path: 'd.md', text: 'd' };
    expect(lookForInterrupted(root, disk).changes[0]?.conflicts).toMatchObject([{ kind: 'edited', path: 'a.md' }]);
    expect(failure(root, [creation])).toMatchObject({
      code: 'conflict',
      hint: expect.stringContaining('run the command again'),
    });
    expect(repositoryContent(root)).toMatchObject({ 'a.md': 'theirs', 'c.md': 'C', 'new/b.md': 'b' });
    expect(failure(root, [creation])).toBeUndefined();
  });

  it('does not take an edit that was made after its text was in place for a conflict', () => {
    const root = interrupted();
    const record = parseRecord(readFileSync(journalOf(root), 'utf8'), journals(root)[0]!.slice(0, 12))!;
    const [first] = record.files;
    rmSync(join(root, first!.temporary));
    writeFileSync(join(root, 'a.md'), 'A, and more');
    expect(recover(root, disk).changes[0]?.conflicts).toEqual([]);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('A, and more');
  });

  it('says which texts are gone when somebody has tidied up, and finishes the rest', () => {
    const root = interrupted();
    for (const name of readdirSync(root).filter((each) => each.endsWith('.tmp'))) rmSync(join(root, name));
    expect(recover(root, disk).changes[0]).toMatchObject({
      written: ['new/b.md'],
      conflicts: [
        { kind: 'gone', path: 'a.md', kept: undefined },
        { kind: 'gone', path: 'c.md', kept: undefined },
      ],
    });
    expect(repositoryContent(root)).toEqual({ 'a.md': 'a', 'new/': 'folder', 'new/b.md': 'b' });
  });

  it('does not put a text in its place that is not whole', () => {
    const root = interrupted();
    const temporary = readdirSync(root).find((each) => each.endsWith('-1.tmp'));
    writeFileSync(join(root, temporary!), '');
    expect(recover(root, disk).changes[0]?.conflicts).toMatchObject([{ kind: 'gone', path: 'a.md' }]);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('a');
  });

  it('works where files cannot have two names', () => {
    const root = interrupted();
    const link = (): never => {
      throw Object.assign(new Error(), { code: 'ENOTSUP' });
    };
    recover(root, { ...disk, link });
    expect(repositoryContent(root)).toEqual(fresh);
  });

  it.each([
    ['with a flipped letter', (text: string) => text.replace('press test', 'press tesT')],
    ['cut short', (text: string) => text.slice(0, 100)],
    ['of a later version', (text: string) => printRecord({ ...(JSON.parse(text) as JournalRecord), version: 2 as 1 })],
    ['that is empty', () => ''],
  ])('guesses nothing from a record %s: nobody may write until a person has looked', (_, damage) => {
    const root = interrupted();
    const path = journalOf(root);
    writeFileSync(path, damage(readFileSync(path, 'utf8')));
    const before = repositoryContent(root);
    const shown = `.press/tx/${journals(root)[0]!}`;
    expect(recover(root, disk)).toEqual({ changes: [], damaged: [{ path: shown, isDecided: true }] });
    expect(failure(root, [{ kind: 'create', path: 'd.md', text: 'd' }])).toMatchObject({
      code: 'damaged-journal',
      message: expect.stringContaining(`«${shown}»`),
    });
    expect(repositoryContent(root)).toEqual(before);
  });

  it('is not stopped by a damaged record of what was never decided, and leaves it for a person to see', () => {
    const root = scratchFolder({
      ...old,
      '.press/tx/0123456789ab.json': '{"checksum":"x"}',
      '.press/tx/ba9876543210.json': '',
    });
    expect(failure(root, three)).toBeUndefined();
    expect(recover(root, disk).damaged).toEqual([{ path: '.press/tx/0123456789ab.json', isDecided: false }]);
    expect(journals(root)).toEqual(['0123456789ab.json']);
  });

  it.each([
    '../outside.md',
    '/outside.md',
    'x/../../outside.md',
    '.git/hooks/pre-commit',
    '.press/lock',
    '.GIT/config',
    'a\\b',
  ])('does not follow a record to «%s»', (path) => {
    const transaction = '0123456789ab';
    const recordOf = (name: string): string => {
      const files = [{ path: name, new: digestOfText('x'), temporary: `.press-${transaction}-1.tmp` }];
      return printRecord({ version: 1, purpose: 'x', since: '', folders: [], files });
    };
    expect(parseRecord(recordOf('x/a.md'), transaction)).toBeDefined();
    expect(parseRecord(recordOf(path), transaction)).toBeUndefined();
  });

  it('does not write through a link that has taken the place of a folder', () => {
    const outside = scratchFolder({ 'b.md': 'theirs' });
    const root = interrupted();
    rmSync(join(root, 'new'), { recursive: true });
    symlinkSync(outside, join(root, 'new'));
    expect(() => recover(root, disk)).toThrow(expect.objectContaining({ code: 'interrupted' }));
    expect(repositoryContent(outside)).toEqual({ 'b.md': 'theirs' });
  });
});

describe('reading', () => {
  it('is refused while a change is half-written and nobody is at it', async () => {
    const root = interrupted({ ...old, 'taxonomy.yaml': 'version: 1\n' });
    await expect(openRepository(root)).rejects.toMatchObject({
      code: 'interrupted',
      message: expect.stringContaining('«press test» was interrupted'),
      hint: expect.stringContaining('press recover'),
    });
  });

  it('waits for whoever is at it', async () => {
    const root = interrupted();
    const other = new RepositoryWriter(root);
    const record = readFileSync(journalOf(root));
    const path = journalOf(root);
    unlinkSync(path);
    await other.whileLocked('press test', async () => {
      writeFileSync(path, record);
      await expect(untilFinished(root, 60)).rejects.toMatchObject({ code: 'interrupted' });
      setTimeout(() => unlinkSync(path), 30);
      await expect(untilFinished(root, 5_000)).resolves.toBeUndefined();
    });
  });

  it('minds no change that is still being prepared', async () => {
    const root = scratchFolder({ 'taxonomy.yaml': 'version: 1\n', '.press/tx/0123456789ab.json': '' });
    await expect(openRepository(root)).resolves.toBeDefined();
  });
});
