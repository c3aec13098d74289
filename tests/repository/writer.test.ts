import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, FileCreation, FileEdit, FileMove } from '../../src/model/change-set.ts';
import { PressError } from '../../src/model/press-error.ts';
import { applyChanges } from '../../src/repository/apply-changes.ts';
import { recover } from '../../src/repository/journal/recover.ts';
import { disk, patiently } from '../../src/repository/file-port.ts';
import { RepositoryWriter } from '../../src/repository/writer.ts';
import { failingDisk, type Fault } from '../support/failing-disk.ts';
import { repositoryContent as contentOf, scratchFolder } from '../support/scratch-folder.ts';

const create = (path: string, text = 'text\n'): FileCreation => ({ kind: 'create', path, text });
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const edit = (path: string, old: string, edits: FileEdit['edits']): FileEdit => ({
  kind: 'edit',
  path,
  digest: digestOf(old),
  edits,
});
const move = (path: string, to: string, old: string, edits: FileEdit['edits'] = []): FileMove => ({
  kind: 'move',
  path,
  to,
  digest: digestOf(old),
  edits,
});
const apply = (root: string, ...changes: Change[]): void => applyChanges(root, { purpose: 'test', changes });

describe('creating', () => {
  it('makes the folders and the file, readable for all who may', () => {
    const root = scratchFolder({ 'taxonomy.yaml': '' });
    apply(root, create('releases/2009/2009-11-16-baku.md', 'Grüße\n'));
    expect(contentOf(join(root, 'releases'))).toEqual({ '2009/': 'folder', '2009/2009-11-16-baku.md': 'Grüße\n' });
    expect(statSync(join(root, 'releases/2009/2009-11-16-baku.md')).mode & 0o777).toBe(0o644 & ~process.umask());
  });

  it.each([
    ['a file', (path: string) => writeFileSync(path, 'old')],
    ['a folder', (path: string) => mkdirSync(path)],
    ['a broken link', (path: string) => symlinkSync('nowhere', path)],
  ])('never touches %s of that name', (_, make) => {
    const root = scratchFolder({ 'releases/2009/other.md': '' });
    make(join(root, 'releases/2009/a.md'));
    const before = contentOf(root);
    expect(() => apply(root, create('releases/2009/b.md'), create('releases/2009/a.md'))).toThrow(
      expect.objectContaining({ code: 'already-there' }),
    );
    expect(contentOf(root)).toEqual(before);
  });

  it.each(['releases/2009/A.md', 'releases/2009/É.md'.toLowerCase().normalize('NFD')])(
    'refuses a name that some computers would take for %s',
    (existing) => {
      const root = scratchFolder({ [existing]: 'old' });
      const wanted = existing.normalize('NFC').toLowerCase();
      expect(() => apply(root, create(wanted))).toThrow(/exists already|every computer/);
    },
  );

  it('refuses a folder that some computers would take for another', () => {
    const root = scratchFolder({ 'releases/Undated/a.md': '' });
    expect(() => apply(root, create('releases/undated/b.md'))).toThrow(/«releases\/Undated» exists already/);
  });

  it('refuses when a name appears between the check and the creation', () => {
    const root = scratchFolder({ 'releases/a.md': 'old' });
    const blind = { ...disk, names: () => [] };
    expect(() => applyChanges(root, { purpose: '', changes: [create('releases/a.md')] }, blind)).toThrow(
      expect.objectContaining({ code: 'already-there' }),
    );
    expect(contentOf(root)).toEqual({ 'releases/': 'folder', 'releases/a.md': 'old' });
  });

  it.each([
    '../x.md',
    'a/../../x.md',
    '/x.md',
    './x.md',
    'a//x.md',
    'a\\x.md',
    'a/x\0.md',
    '',
    'releases/Ä.md',
    'releases/a b.md',
    'releases/con.md',
    'releases/index.md',
    'releases/aux/x.md',
    'releases/x.',
    `releases/${'x'.repeat(201)}`,
    'releases/A.md',
  ])('refuses the path «%s»', (path) => {
    const root = scratchFolder({ 'taxonomy.yaml': '' });
    expect(() => apply(root, create(path))).toThrow(expect.objectContaining({ code: 'not-here' }));
    expect(contentOf(root)).toEqual({ 'taxonomy.yaml': '' });
  });

  it('accepts the longest name that it allows', () => {
    const root = scratchFolder();
    apply(root, create(`${'x'.repeat(197)}.md`));
    expect(Object.keys(contentOf(root))).toHaveLength(1);
  });

  it('writes through no link, wherever it leads', () => {
    const outside = scratchFolder();
    const root = scratchFolder({ 'real/x.md': '' });
    symlinkSync(outside, join(root, 'releases'));
    symlinkSync('real', join(root, 'inside'));
    for (const path of ['releases/a.md', 'releases/2009/a.md', 'inside/a.md']) {
      expect(() => apply(root, create(path))).toThrow(/is a link/);
    }
    expect(contentOf(outside)).toEqual({});
  });

  it('refuses a file where a folder is needed', () => {
    const root = scratchFolder({ releases: 'a file' });
    expect(() => apply(root, create('releases/a.md'))).toThrow(/is a file, where a folder is needed/);
  });

  it('refuses a folder that turns out to lie elsewhere', () => {
    const root = scratchFolder({ 'releases/x.md': '' });
    const deceived = { ...disk, realpath: (path: string) => (path === root ? root : '/elsewhere') };
    expect(() => applyChanges(root, { purpose: '', changes: [create('releases/a.md')] }, deceived)).toThrow(
      /lies outside the repository/,
    );
  });

  it('takes two paths that are one to some computers for a fault of the caller', () => {
    const root = scratchFolder();
    expect(() => apply(root, create('a.md'), create('A.md'))).toThrow(/names a file twice/);
  });
});

describe('editing', () => {
  it('replaces the stretches and leaves every other byte, the mode and the line ends', () => {
    const old = '\uFEFF---\r\ntitle: Ä old title\r\n---\r\nBody 🎉 end';
    const root = scratchFolder({ 'a.md': old });
    chmodSync(join(root, 'a.md'), 0o640);
    const at = old.indexOf('old');
    const end = old.indexOf('end');
    apply(
      root,
      edit('a.md', old, [
        { start: end, end: end + 3, text: 'fin' },
        { start: at, end: at + 3, text: 'new' },
        { start: at, end: at, text: 'very ' },
      ]),
    );
    expect(contentOf(root)).toEqual({ 'a.md': old.replace('old', 'very new').replace('end', 'fin') });
    expect(statSync(join(root, 'a.md')).mode & 0o777).toBe(0o640);
  });

  it.runIf(process.getuid?.() === 0)('keeps the owner, and gives a group that it cannot keep nothing', () => {
    const root = scratchFolder({ 'a.md': 'x' });
    chownSync(join(root, 'a.md'), 4321, 4322);
    chmodSync(join(root, 'a.md'), 0o664);
    apply(root, edit('a.md', 'x', [{ start: 0, end: 1, text: 'y' }]));
    expect(lstatSync(join(root, 'a.md'))).toMatchObject({ uid: 4321, gid: 4322 });
    const humble = {
      ...disk,
      chown: () => {
        throw Object.assign(new Error(), { code: 'EPERM' });
      },
    };
    applyChanges(root, { purpose: '', changes: [edit('a.md', 'y', [{ start: 0, end: 1, text: 'z' }])] }, humble);
    expect(statSync(join(root, 'a.md')).mode & 0o777).toBe(0o604);
  });

  it('refuses a file that changed since it was read, also while the new one was being written', () => {
    const root = scratchFolder({ 'a.md': 'other', 'b.md': 'b' });
    expect(() => apply(root, edit('b.md', 'b', []), edit('a.md', 'old', []))).toThrow(
      expect.objectContaining({ code: 'changed-meanwhile' }),
    );
    let links = 0;
    const racing = {
      ...disk,
      sync: (descriptor: number) => {
        disk.sync(descriptor);
        if (links++ === 0) writeFileSync(join(root, 'a.md'), 'raced');
      },
    };
    const change = edit('a.md', 'other', [{ start: 0, end: 5, text: 'ours' }]);
    expect(() => applyChanges(root, { purpose: '', changes: [change] }, racing)).toThrow(
      expect.objectContaining({ code: 'changed-meanwhile' }),
    );
    expect(contentOf(root)).toEqual({ 'a.md': 'raced', 'b.md': 'b' });
  });

  it('refuses what is missing, linked, special or protected', () => {
    const root = scratchFolder({ 'real.md': 'x', 'protected.md': 'x' });
    symlinkSync('real.md', join(root, 'link.md'));
    chmodSync(join(root, 'protected.md'), 0o444);
    for (const path of ['missing.md', 'link.md', 'none/x.md'])
      expect(() => apply(root, edit(path, 'x', []))).toThrow(/no ordinary file/);
    expect(() => apply(root, edit('protected.md', 'x', []))).toThrow(/protected against writing|may not write/);
  });

  it('takes edits that overlap, lie outside or cut a character for a fault of the caller', () => {
    const root = scratchFolder({ 'a.md': 'a🎉b' });
    const wrong: FileEdit['edits'][] = [
      [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ],
      [{ start: 0, end: 9, text: '' }],
      [{ start: 1, end: 0, text: '' }],
      [{ start: 2, end: 3, text: '' }],
    ];
    for (const edits of wrong) expect(() => apply(root, edit('a.md', 'a🎉b', edits))).toThrow(/a\.md/);
    expect(contentOf(root)).toEqual({ 'a.md': 'a🎉b' });
  });

  it('gives what splicing the text gives, for any text and any edits', () => {
    const root = scratchFolder();
    const words = fc.string({ unit: fc.constantFrom('a', 'é', '\r\n', '\n', '🎉', '\uFEFF', ' '), maxLength: 20 });
    const property = fc.property(
      words,
      fc.array(fc.tuple(fc.nat(30), fc.nat(3), words), { maxLength: 4 }),
      (text, wishes) => {
        rmSync(join(root, 'a.md'), { force: true });
        writeFileSync(join(root, 'a.md'), text);
        const characters = [...text];
        const offset = (index: number): number => characters.slice(0, index).join('').length;
        const starts = [...new Set(wishes.map(([at]) => Math.min(at, characters.length)))].sort((a, b) => a - b);
        const edits = starts.map((at, index) => {
          const [, length = 0, replacement = ''] = wishes[index] ?? [];
          return {
            start: offset(at),
            end: offset(Math.min(at + length, starts[index + 1] ?? characters.length)),
            text: replacement,
          };
        });
        apply(root, edit('a.md', text, edits));
        const expected = edits.reduceRight(
          (whole, { start, end, text: by }) => whole.slice(0, start) + by + whole.slice(end),
          text,
        );
        expect(contentOf(root)).toEqual({ 'a.md': expected });
      },
    );
    fc.assert(property, { numRuns: 200 });
  });
});

describe('moving', () => {
  const old = '\uFEFF---\r\ndate: 2009-11-16\r\n---\r\nBody 🎉 end';

  it('gives the file a place in folders that it makes, edited on the way, and keeps every other byte, mode and line end', () => {
    const root = scratchFolder({ 'releases/2009/a.md': old, 'releases/2009/b.md': 'b' });
    chmodSync(join(root, 'releases/2009/a.md'), 0o640);
    const at = old.indexOf('2009');
    apply(root, move('releases/2009/a.md', 'releases/2010/x/b.md', old, [{ start: at, end: at + 4, text: '2010' }]));
    expect(contentOf(join(root, 'releases'))).toEqual({
      '2009/': 'folder',
      '2009/b.md': 'b',
      '2010/': 'folder',
      '2010/x/': 'folder',
      '2010/x/b.md': old.replace('2009', '2010'),
    });
    expect(statSync(join(root, 'releases/2010/x/b.md')).mode & 0o777).toBe(0o640);
  });

  it.runIf(process.getuid?.() === 0)('keeps the owner', () => {
    const root = scratchFolder({ 'a.md': 'x' });
    chownSync(join(root, 'a.md'), 4321, 4322);
    apply(root, move('a.md', 'b.md', 'x'));
    expect(lstatSync(join(root, 'b.md'))).toMatchObject({ uid: 4321, gid: 4322 });
  });

  it.each([
    ['a name that is taken', 'b.md', 'already-there'],
    ['its own name', 'a.md', 'already-there'],
    ['a name that not every computer can hold', 'con.md', 'not-here'],
    ['a place outside', '../a.md', 'not-here'],
  ])('refuses %s', (_, to, code) => {
    const root = scratchFolder({ 'a.md': 'x', 'b.md': 'theirs' });
    expect(() => apply(root, move('a.md', to, 'x'))).toThrow(expect.objectContaining({ code }));
    expect(contentOf(root)).toEqual({ 'a.md': 'x', 'b.md': 'theirs' });
  });

  it('refuses a name that some computers would take for its own', () => {
    const root = scratchFolder({ 'A.md': 'x' });
    expect(() => apply(root, move('A.md', 'a.md', 'x'))).toThrow(/«A\.md» exists already/);
    expect(contentOf(root)).toEqual({ 'A.md': 'x' });
  });

  it('refuses a file that has changed, is a link or is missing, and leaves no folder behind', () => {
    const root = scratchFolder({ 'a.md': 'x' });
    symlinkSync('a.md', join(root, 'link.md'));
    const before = contentOf(root);
    expect(() => apply(root, move('a.md', 'new/a.md', 'old'))).toThrow(
      expect.objectContaining({ code: 'changed-meanwhile' }),
    );
    for (const path of ['link.md', 'missing.md'])
      expect(() => apply(root, move(path, 'new/a.md', 'x'))).toThrow(/no ordinary file/);
    expect(contentOf(root)).toEqual(before);
  });
});

interface Scenario {
  readonly files: Readonly<Record<string, string>>;
  readonly changes: readonly Change[];
}

const scenarios: Readonly<Record<string, Scenario>> = {
  'one release in a new folder': { files: { 'taxonomy.yaml': 'x' }, changes: [create('releases/2009/a.md')] },
  'three releases in two folders': {
    files: { 'releases/2009/x.md': 'x' },
    changes: [create('releases/2009/a.md'), create('releases/2010/b.md'), create('releases/2010/c.md')],
  },
  'two edits and a creation': {
    files: { 'a.md': 'one', 'b.md': 'two' },
    changes: [
      edit('a.md', 'one', [{ start: 0, end: 1, text: 'O' }]),
      create('c/d.md'),
      edit('b.md', 'two', [{ start: 3, end: 3, text: '!' }]),
    ],
  },
  'a move into a new folder, edited on the way, with an edit beside it': {
    files: { 'releases/2009/a.md': 'one', 'b.md': 'two' },
    changes: [
      move('releases/2009/a.md', 'releases/2010/a.md', 'one', [{ start: 3, end: 3, text: '!' }]),
      edit('b.md', 'two', [{ start: 0, end: 0, text: '2' }]),
    ],
  },
};

interface Ending {
  readonly count: number;
  readonly error: unknown;
  /** Whether the change could not be taken back any more; it has been recovered then. */
  readonly wasDecided: boolean;
  readonly content: Record<string, string>;
}

function outcome(scenario: Scenario, fault: Fault | undefined, short?: number): Ending {
  const root = scratchFolder(scenario.files);
  const port = failingDisk(fault, short);
  let error: unknown;
  try {
    new RepositoryWriter(root, { port }).apply({ purpose: 'test', changes: scenario.changes });
  } catch (thrown) {
    error = thrown;
  }
  const wasDecided = error instanceof PressError && error.code === 'interrupted';
  if (wasDecided) recover(root, disk);
  return { count: port.count, error, wasDecided, content: contentOf(root) };
}

describe.each(Object.entries(scenarios))('%s on a disk that fails', (_, scenario) => {
  const before = contentOf(scratchFolder(scenario.files));
  const { content: after, count, error } = outcome(scenario, undefined);

  it('works when the disk does', () => {
    expect(error).toBeUndefined();
    expect(after).not.toEqual(before);
    expect(Object.keys(after).filter((path) => /tmp|lock/.test(path))).toEqual([]);
  });

  it.each(['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EBUSY', 'EPERM', 'ENOTSUP'])(
    'is all or nothing when any one operation fails with %s',
    (code) => {
      for (let at = 1; at <= count; at += 1) {
        const result = outcome(scenario, { at, code });
        const isNew = result.error === undefined || result.wasDecided;
        expect({ at, content: result.content }).toEqual({ at, content: isNew ? after : before });
        if (result.error !== undefined) expect(result.error).toMatchObject({ name: 'PressError' });
      }
    },
  );

  it('is all or nothing when any one operation takes effect and reports an error', () => {
    for (let at = 1; at <= count; at += 1) {
      const result = outcome(scenario, { at, code: 'EIO', afterwards: true });
      const content = withoutLockRecords(result.content);
      expect([before, after]).toContainEqual(content);
      if (result.error === undefined) expect(content).toEqual(after);
    }
  });

  it('continues short writes', () => {
    expect(outcome(scenario, undefined, 1).content).toEqual(after);
  });

  it('takes a write that gets nowhere for a failure', () => {
    const result = outcome(scenario, undefined, 0);
    expect(result.error).toMatchObject({ code: 'cannot-write' });
    expect(result.content).toEqual(before);
  });
});

/** A lock that the disk took and denied having taken is left to the next command, which finds its holder gone. */
function withoutLockRecords(content: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(content).filter(([path]) => !path.startsWith('.press')));
}

describe('a disk that keeps failing', () => {
  it('is told about when what was begun cannot be taken back', () => {
    const faults = Array.from({ length: 100 }, (_, at) => ({ at: at + 1, code: 'EIO' }));
    const one = scenarios['one release in a new folder'] as Scenario;
    const many = scenarios['three releases in two folders'] as Scenario;
    const errors = [
      ...faults.map((fault) => outcome(one, { ...fault, dead: true }).error),
      ...faults.map((fault) => outcome(many, { ...fault, lasting: true }).error),
    ];
    const messages = errors.map((error) => (error instanceof Error ? error.message : ''));
    expect(messages.filter((message) => message.includes('could not be taken back completely'))).not.toEqual([]);
    expect(messages.filter((message) => message.includes('not all of its files have it yet'))).not.toEqual([]);
    expect(
      errors.every((error) => error === undefined || (error instanceof Error && error.name === 'PressError')),
    ).toBe(true);
  });

  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EACCES', 'you may not write there'],
    ['EROFS', 'the disk is read-only'],
    ['EXYZ', 'the system said EXYZ'],
  ])('says in words what %s means, and which file was to be written', (code, words) => {
    const scenario = scenarios['one release in a new folder'] as Scenario;
    const { count } = outcome(scenario, undefined);
    const errors = Array.from({ length: count }, (_, at) => outcome(scenario, { at: at + 1, code }).error);
    const messages = errors.map((error) => (error instanceof Error ? error.message : ''));
    expect(messages).toContain(`«releases/2009/a.md» could not be written: ${words}.`);
    expect(messages).toContain(`«.press/lock» could not be written: ${words}.`);
  });

  it('does not remove what somebody else put in the place of what it takes back', () => {
    const root = scratchFolder({ 'x.md': '' });
    const racing = {
      ...disk,
      link: (path: string, name: string) => {
        disk.link(path, name);
        writeFileSync(join(root, 'theirs'), 'theirs');
        renameSync(join(root, 'theirs'), join(root, 'a.md'));
        throw Object.assign(new Error(), { code: 'EIO' });
      },
    };
    expect(() => applyChanges(root, { purpose: '', changes: [create('a.md')] }, racing)).toThrow(/EIO/);
    expect(contentOf(root)).toEqual({ 'a.md': 'theirs', 'x.md': '' });
  });
});

describe('patiently', () => {
  const failing = (code: string, times: number): { readonly run: () => void; readonly pauses: number[] } => {
    const pauses: number[] = [];
    let left = times;
    const operation = (): void => {
      if (left-- > 0) throw Object.assign(new Error(code), { code });
    };
    return { run: patiently(operation, (milliseconds) => pauses.push(milliseconds)), pauses };
  };

  it('tries again while another program holds the file', () => {
    const { run, pauses } = failing('EBUSY', 9);
    expect(run).not.toThrow();
    expect(pauses).toHaveLength(9);
  });

  it('gives up after ten tries, and at once for any other error', () => {
    expect(failing('EPERM', 10).run).toThrow(/EPERM/);
    const other = failing('ENOSPC', 1);
    expect(other.run).toThrow(/ENOSPC/);
    expect(other.pauses).toEqual([]);
  });
});
