/** A change to several files on a disk that fails, or under a process that dies, at every single operation. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/change-set.ts';
import { PressError } from '../../src/model/press-error.ts';
import { digestOf, digestOfText } from '../../src/repository/digest.ts';
import { recover } from '../../src/repository/journal/recover.ts';
import { RepositoryWriter } from '../../src/repository/writer.ts';
import { failingDisk, type Fault } from '../support/failing-disk.ts';
import { repositoryContent, scratchFolder } from '../support/scratch-folder.ts';
import { isThorough } from '../support/thorough.ts';

/** A disk that works. */
const calm = failingDisk();

type Files = Readonly<Record<string, string>>;

const files: Files = {
  'taxonomy.yaml': 'version: 1\n',
  'releases/2009/a.md': '\uFEFFone\r\n',
  'releases/2009/b.md': 'two\n',
};
const faults = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE', 'EBUSY'];
const changes: readonly Change[] = [
  edit('taxonomy.yaml', files, 'version: 2\n'),
  { ...edit('releases/2009/a.md', files, '!'), kind: 'move', to: 'releases/2010/x/a.md' },
  edit('releases/2009/b.md', files, '# '),
  { kind: 'create', path: 'releases/2010/c.md', text: 'three\n' },
  copy('files/2010/c/picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff])),
];

/** Bytes that are no text. */
function copy(path: string, bytes: Uint8Array): Change {
  return { kind: 'copy', path, digest: digestOf(bytes), size: bytes.length, bytes: () => bytes };
}

/** Puts a text before the second character. */
function edit(path: string, all: Files, text: string): Change & { readonly kind: 'edit' } {
  return { kind: 'edit', path, digest: digestOfText(all[path] ?? ''), edits: [{ start: 1, end: 1, text }] };
}

interface Ending {
  readonly root: string;
  readonly count: number;
  readonly error: unknown;
}

function run(fault?: Fault, short?: number): Ending {
  const root = scratchFolder(files);
  const port = failingDisk(fault, short);
  try {
    new RepositoryWriter(root, { port }).apply({ purpose: 'press test', changes });
    return { root, count: port.count, error: undefined };
  } catch (error) {
    return { root, count: port.count, error };
  }
}

/** What the next command makes of what is there, and the one after that finds nothing to do. */
function recovered(root: string): Record<string, string> {
  recover(root, calm);
  const content = withoutLock(root);
  expect(recover(root, calm)).toEqual({ changes: [], damaged: [] });
  expect(withoutLock(root)).toEqual(content);
  return content;
}

/** The lock of a process that died is none of the recovery's business: whoever comes next takes it over. */
function withoutLock(root: string): Record<string, string> {
  return Object.fromEntries(Object.entries(repositoryContent(root)).filter(([path]) => !/^\.press.lock/.test(path)));
}

const before = repositoryContent(scratchFolder(files));
const { root: done, count } = run();
const after = repositoryContent(done);
const all = Array.from({ length: count }, (_, index) => index + 1);

describe('a change to several files', () => {
  it('gives every file what it shall have, and leaves nothing beside them', () => {
    expect(readFileSync(join(done, 'files/2010/c/picture.png'))).toEqual(
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]),
    );
    expect(after).toEqual({
      'files/': 'folder',
      'files/2010/': 'folder',
      'files/2010/c/': 'folder',
      'files/2010/c/picture.png': '\uFFFDPNG\0\uFFFD',
      'releases/': 'folder',
      'releases/2009/': 'folder',
      'releases/2009/b.md': 't# wo\n',
      'releases/2010/': 'folder',
      'releases/2010/c.md': 'three\n',
      'releases/2010/x/': 'folder',
      'releases/2010/x/a.md': '\uFEFF!one\r\n',
      'taxonomy.yaml': 'vversion: 2\nersion: 1\n',
    });
    expect(recover(done, calm)).toEqual({ changes: [], damaged: [] });
  });

  it.each(faults)('is whole, or not there at all, when any one operation fails with %s', (code) => {
    // Every operation fails; in a thorough run it fails in every way.
    for (const at of all.filter((each) => isThorough || each % 2 === faults.indexOf(code) % 2)) {
      const { root, error } = run({ at, code });
      if (error !== undefined) expect(error, `operation ${at}`).toBeInstanceOf(PressError);
      const isDecided = error === undefined || (error instanceof PressError && error.code === 'interrupted');
      if (!isDecided) expect({ at, content: repositoryContent(root) }).toEqual({ at, content: before });
      expect({ at, content: recovered(root) }).toEqual({ at, content: isDecided ? after : before });
    }
  });

  it('is whole, or not there at all, when an operation takes effect and reports an error', () => {
    for (const at of all) {
      const { root, error } = run({ at, code: 'EIO', afterwards: true });
      const content = recovered(root);
      expect([before, after]).toContainEqual(content);
      if (error === undefined) expect(content).toEqual(after);
    }
  });

  it('is whole, or not there at all, when the process dies at any operation, before it or behind it', () => {
    const endings = new Set<string>();
    for (const at of all)
      for (const afterwards of [true, false]) {
        const { root, error } = run({ at, code: 'EIO', dead: true, afterwards });
        const content = recovered(root);
        if (error === undefined) expect(content).toEqual(after);
        expect([before, after]).toContainEqual(content);
        endings.add(JSON.stringify(content));
      }
    expect(endings.size).toBe(2);
  });

  it('is whole, or not there at all, when the recovery dies as well, at any of its operations', () => {
    const dying = all.filter((at) => at % (isThorough ? 7 : 14) === 0);
    for (const at of dying) {
      let operations = Infinity;
      for (let second = 1; second <= operations; second += 4) {
        const { root } = run({ at, code: 'EIO', dead: true });
        const port = failingDisk({ at: second, code: 'EIO', dead: true });
        try {
          recover(root, port);
          operations = port.count;
        } catch (error) {
          expect(error).toBeInstanceOf(PressError);
        }
        expect([before, after]).toContainEqual(recovered(root));
      }
    }
  });

  it('goes on after short writes, and takes one that gets nowhere for a failure', () => {
    expect(repositoryContent(run(undefined, 1).root)).toEqual(after);
    const { root, error } = run(undefined, 0);
    expect(error).toMatchObject({ code: 'cannot-write' });
    expect(repositoryContent(root)).toEqual(before);
  });
});

interface Model {
  readonly before: Files;
  readonly after: Files;
  readonly changes: readonly Change[];
}

const texts = fc.string({ unit: fc.constantFrom('a', 'é', '\r\n', '🎉', '\uFEFF', ' '), minLength: 1, maxLength: 8 });

/** A repository, a change set for it, and what memory says that comes of it. */
const models: fc.Arbitrary<Model> = fc
  .array(fc.tuple(texts, fc.constantFrom('stay', 'edit', 'move', 'move-edited', 'create'), fc.nat(3), texts), {
    minLength: 2,
    maxLength: 6,
  })
  .map((wishes) => {
    const [old, fresh]: Record<string, string>[] = [{ 'keep.md': 'kept' }, { 'keep.md': 'kept' }];
    const made: Change[] = [];
    wishes.forEach(([text, wish, folder, added], index) => {
      const path = `f${folder}/${index}.md`;
      const to = `f${3 - folder}/x/${index}.md`;
      if (wish === 'create') {
        made.push({ kind: 'create', path, text });
        fresh![path] = text;
        return;
      }
      old![path] = text;
      const change = {
        path,
        digest: digestOfText(text),
        edits: wish === 'move' ? [] : [{ start: 0, end: 0, text: added }],
      };
      const result = wish === 'move' ? text : added + text;
      if (wish === 'stay') fresh![path] = text;
      else if (wish === 'edit') made.push({ ...change, kind: 'edit' });
      else made.push({ ...change, kind: 'move', to });
      if (wish !== 'stay') fresh![wish === 'edit' ? path : to] = result;
    });
    return { before: old!, after: fresh!, changes: made };
  });

/** The files alone: an empty folder is nothing. */
function filesIn(root: string): Files {
  const entries = Object.entries(withoutLock(root)).filter(([, text]) => text !== 'folder');
  return Object.fromEntries(entries);
}

describe('any change set', () => {
  it('is all or nothing, whichever operation the process dies at, and however often the recovery dies', () => {
    const property = fc.property(
      models,
      fc.array(fc.nat(400), { maxLength: 3 }),
      fc.boolean(),
      (model, kills, late) => {
        const root = scratchFolder(model.before);
        let isReported = false;
        const [first = 0, ...more] = kills;
        try {
          const port = failingDisk({ at: first, code: 'EIO', dead: true, afterwards: late });
          new RepositoryWriter(root, { port }).apply({ purpose: 'test', changes: model.changes });
          isReported = true;
        } catch (error) {
          expect(error).toBeInstanceOf(PressError);
        }
        for (const at of more) {
          try {
            recover(root, failingDisk({ at: 1 + (at % 40), code: 'EIO', dead: true, afterwards: late }));
          } catch (error) {
            expect(error).toBeInstanceOf(PressError);
          }
        }
        recovered(root);
        const found = filesIn(root);
        expect(isReported || first === 0 ? [model.after] : [model.before, model.after]).toContainEqual(found);
      },
    );
    fc.assert(property, { numRuns: 100 });
  });

  it('leaves an edit alone that somebody makes at any moment of it', () => {
    for (const at of all) {
      const root = scratchFolder(files);
      const path = join(root, 'releases/2009/b.md');
      let isEdited = false;
      const port = failingDisk();
      const racing = new Proxy(port, {
        get: (target, name: keyof typeof port) => {
          if (!isEdited && target.count === at) {
            isEdited = true;
            writeFileSync(path, 'theirs\n');
          }
          return target[name];
        },
      });
      let error: unknown;
      try {
        new RepositoryWriter(root, { port: racing }).apply({ purpose: 'test', changes });
      } catch (thrown) {
        error = thrown;
      }
      const text = readFileSync(path, 'utf8');
      // Between the last look at a file and its renaming lies one operation: the stated limit.
      if (text === 't# wo\n') expect(error).toBeUndefined();
      else expect({ at, text }).toEqual({ at, text: 'theirs\n' });
      recover(root, calm);
      expect(Object.keys(repositoryContent(root)).filter((name) => name.includes('.tmp'))).toEqual([]);
    }
  });
});
