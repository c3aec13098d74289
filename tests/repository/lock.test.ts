import { lstatSync, mkdirSync, readFileSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Interrupted } from '../../src/model/interrupted.ts';
import { disk, type FilePort } from '../../src/repository/file-port.ts';
import {
  isGone,
  parseRecord,
  processFacts,
  type LockRecord,
  type ProcessFacts,
} from '../../src/repository/lock-record.ts';
import { RepositoryWriter } from '../../src/repository/writer.ts';
import { bundleProgram, startProgram } from '../support/child-program.ts';
import { failingDisk } from '../support/failing-disk.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';

const impatient = { patience: 0 };
const creation = { purpose: 'press test', changes: [{ kind: 'create', path: 'a.md', text: 'a\n' }] } as const;
const lockOf = (root: string): string => join(root, '.press/lock');

/** The facts of the running process, with some of them changed. */
function facts(changes: Partial<ProcessFacts>): ProcessFacts {
  return { ...processFacts(), ...changes };
}

function record(changes: Partial<LockRecord>): LockRecord {
  return {
    pid: process.pid,
    host: hostname(),
    command: 'press import',
    since: '2026-01-02T03:04:05Z',
    nonce: 'n',
    ...changes,
  };
}

/** A repository that somebody has locked already. */
function lockedFolder(content: LockRecord | string): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return scratchFolder({ '.press/lock': text, '.press/.gitignore': '*\n' });
}

describe('the lock', () => {
  it('is there while the work runs and gone afterwards, in a folder that is private', async () => {
    const root = scratchFolder();
    const writer = new RepositoryWriter(root);
    await writer.whileLocked('press new', () => {
      expect(parseRecord(readFileSync(lockOf(root), 'utf8'))).toMatchObject({
        pid: process.pid,
        host: hostname(),
        command: 'press new',
      });
      writer.apply(creation);
    });
    expect(contentOf(root)).toEqual({
      '.press/': 'folder',
      '.press/.gitignore': '*\n',
      '.press/tx/': 'folder',
      'a.md': 'a\n',
    });
    expect(lstatSync(join(root, '.press')).mode & 0o777).toBe(0o700);
  });

  it('is given back when the work fails', async () => {
    const root = scratchFolder();
    const work = (): never => {
      throw new Error('oops');
    };
    await expect(new RepositoryWriter(root).whileLocked('x', work)).rejects.toThrow('oops');
    await expect(new RepositoryWriter(root, impatient).whileLocked('x', () => 7)).resolves.toBe(7);
  });

  it('refuses a second holder, naming the first', async () => {
    const root = scratchFolder();
    await new RepositoryWriter(root).whileLocked('press import', async () => {
      const second = new RepositoryWriter(root, impatient);
      await expect(second.whileLocked('press new', () => 0)).rejects.toThrow(
        expect.objectContaining({ code: 'locked' }),
      );
      expect(() => second.apply(creation)).toThrow(
        new RegExp(`«press import» \\(process ${process.pid}\\) has been changing this repository since \\d{4}-`),
      );
      expect(contentOf(root)).not.toHaveProperty('a.md');
    });
  });

  it('waits for a holder who is soon done', async () => {
    const root = scratchFolder();
    let release = (): void => undefined;
    const first = new RepositoryWriter(root).whileLocked(
      'first',
      () => new Promise<void>((resolve) => (release = resolve)),
    );
    const second = new RepositoryWriter(root).whileLocked('second', () => 'done');
    setTimeout(() => release(), 120);
    await expect(second).resolves.toBe('done');
    await first;
  });

  it.each([
    ['whose process is gone', record({ pid: 4_194_305 }), {}],
    ['whose number now belongs to another process', record({ started: '1' }), { startOf: () => '2' }],
    ['who ran before the machine was switched on again', record({ boot: 'before' }), { boot: 'now' }],
  ])('is taken over from a holder %s', async (_, holder, changes) => {
    const root = lockedFolder(holder);
    const writer = new RepositoryWriter(root, { ...impatient, facts: facts(changes) });
    await expect(writer.whileLocked('press new', () => 'taken')).resolves.toBe('taken');
    expect(contentOf(root)).toEqual({ '.press/': 'folder', '.press/.gitignore': '*\n' });
  });

  it('is never taken over from another machine, which is not waited for either', async () => {
    const root = lockedFolder(record({ host: 'elsewhere', pid: 4_194_305 }));
    const refusal = await new RepositoryWriter(root).whileLocked('x', () => 0).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'locked',
      message:
        '«press import» (process 4194305 on elsewhere) has been changing this repository since 2026-01-02T03:04:05Z.',
      hint: expect.stringContaining('press recover --break-lock') as unknown,
    });
  });

  it.each(['', '{"pid":', '[]', '{"pid":"1"}', 'null'])(
    'with «%s» in it is somebody writing a record, for ten seconds',
    async (text) => {
      const root = lockedFolder(text);
      const writer = new RepositoryWriter(root, impatient);
      await expect(writer.whileLocked('x', () => 0)).rejects.toThrow('Another command is changing this repository.');
      const longAgo = Date.now() / 1000 - 11;
      utimesSync(lockOf(root), longAgo, longAgo);
      await expect(writer.whileLocked('x', () => 1)).resolves.toBe(1);
    },
  );

  it('works where files cannot have two names', async () => {
    const root = lockedFolder(record({ pid: 4_194_305 }));
    const port: FilePort = {
      ...disk,
      link: () => {
        throw Object.assign(new Error(), { code: 'ENOTSUP' });
      },
    };
    const writer = new RepositoryWriter(root, { ...impatient, port });
    await writer.whileLocked('x', async () => {
      await expect(new RepositoryWriter(root, { ...impatient, port }).whileLocked('y', () => 0)).rejects.toThrow(/«x»/);
      writer.apply(creation);
    });
    expect(contentOf(root)).toEqual({
      '.press/': 'folder',
      '.press/.gitignore': '*\n',
      '.press/tx/': 'folder',
      'a.md': 'a\n',
    });
  });

  it('is put back when it came to life just before it was moved aside', async () => {
    const root = lockedFolder(record({ pid: 4_194_305 }));
    const alive = JSON.stringify(record({ command: 'press merge' }));
    const port: FilePort = {
      ...disk,
      rename: (path, name) => {
        if (path === lockOf(root)) writeFileSync(path, alive);
        disk.rename(path, name);
      },
    };
    await expect(new RepositoryWriter(root, { ...impatient, port }).whileLocked('x', () => 0)).rejects.toThrow(
      /«press merge»/,
    );
    expect(contentOf(root)['.press/lock']).toBe(alive);
    expect(Object.keys(contentOf(root))).toHaveLength(3);
  });

  it('that somebody else has taken meanwhile lets nothing be written', async () => {
    const root = scratchFolder();
    const writer = new RepositoryWriter(root);
    const theirs = JSON.stringify(record({ nonce: 'theirs' }));
    await writer.whileLocked('x', () => {
      writeFileSync(lockOf(root), theirs);
      expect(() => writer.apply(creation)).toThrow(/taken over the lock/);
      unlinkSync(lockOf(root));
      expect(() => writer.apply(creation)).toThrow(/taken over the lock/);
      writeFileSync(lockOf(root), theirs);
    });
    expect(contentOf(root)['.press/lock']).toBe(theirs);
    expect(contentOf(root)).not.toHaveProperty('a.md');
  });

  it('clears away the names that killed processes have left, and no others', async () => {
    const root = scratchFolder({
      '.press/lock.9.aa': JSON.stringify(record({ pid: 4_194_305 })),
      '.press/lock.8.bb': JSON.stringify(record({})),
      '.press/undo/x.json': '{}',
    });
    await new RepositoryWriter(root).whileLocked('x', () => 0);
    expect(Object.keys(contentOf(root))).toEqual([
      '.press/',
      '.press/.gitignore',
      '.press/lock.8.bb',
      '.press/undo/',
      '.press/undo/x.json',
    ]);
  });

  it.each(['file', 'link'])('needs a real folder .press, not a %s', async (kind) => {
    const root = scratchFolder({ elsewhere: '' });
    if (kind === 'file') writeFileSync(join(root, '.press'), '');
    else symlinkSync('elsewhere', join(root, '.press'));
    await expect(new RepositoryWriter(root).whileLocked('x', () => 0)).rejects.toThrow(
      expect.objectContaining({ code: 'not-here' }),
    );
  });

  it('that is a link or a folder is an error in words', async () => {
    const root = scratchFolder();
    mkdirSync(lockOf(root), { recursive: true });
    await expect(new RepositoryWriter(root).whileLocked('x', () => 0)).rejects.toThrow(
      /«\.press\/lock» could not be written/,
    );
  });

  it('is all there or not there when any one operation of the disk fails', async () => {
    const run = async (at: number): Promise<number> => {
      const root = lockedFolder(record({ pid: 4_194_305 }));
      const port = failingDisk({ at, code: 'EIO' });
      await new RepositoryWriter(root, { ...impatient, port })
        .whileLocked('x', () => 0)
        .catch((error: unknown) => expect(error).toMatchObject({ name: 'PressError' }));
      expect(
        Object.keys(contentOf(root)).filter((path) => /lock\.|tmp/.test(path)),
        `operation ${at}`,
      ).toEqual([]);
      await expect(new RepositoryWriter(root, impatient).whileLocked('y', () => 1)).resolves.toBe(1);
      return port.count;
    };
    const count = await run(0);
    for (let at = 1; at <= count; at += 1) await run(at);
  });
});

describe('an interruption', () => {
  it('ends the waiting', async () => {
    const root = lockedFolder(record({}));
    const stop = new AbortController();
    const waiting = new RepositoryWriter(root).whileLocked('x', () => 0, stop.signal);
    setTimeout(() => stop.abort(), 60);
    await expect(waiting).rejects.toBeInstanceOf(Interrupted);
  });

  it('ends the work, gives the lock back and lets nothing more be written', async () => {
    const root = scratchFolder();
    const stop = new AbortController();
    const writer = new RepositoryWriter(root);
    let begun = (): void => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const work = writer.whileLocked('x', () => new Promise<never>(begun), stop.signal);
    await started;
    stop.abort();
    await expect(work).rejects.toBeInstanceOf(Interrupted);
    expect(() => writer.apply(creation)).toThrow(Interrupted);
    expect(Object.keys(contentOf(root))).toEqual(['.press/', '.press/.gitignore']);
  });

  it('that comes too late changes nothing', async () => {
    const stop = new AbortController();
    await expect(new RepositoryWriter(scratchFolder()).whileLocked('x', () => 'done', stop.signal)).resolves.toBe(
      'done',
    );
    stop.abort();
  });
});

describe('isGone', () => {
  it('says no where this machine cannot know', () => {
    const blind = facts({ boot: undefined, startOf: () => undefined, isAlive: () => true });
    expect(isGone(record({ started: '1', boot: 'b' }), blind)).toBe(false);
    expect(isGone(record({ host: 'elsewhere', pid: 4_194_305 }), facts({}))).toBe(false);
    expect(isGone(record({}), facts({}))).toBe(false);
  });
});

const holding = `
  import { RepositoryWriter } from '../../src/repository/writer.ts';
  await new RepositoryWriter(process.argv[2]).whileLocked('press hold', () => new Promise(() => { console.log('held'); setInterval(() => 0, 1000); }));
`;

const counting = `
  import { readFileSync } from 'node:fs';
  import { createHash } from 'node:crypto';
  import { join } from 'node:path';
  import { RepositoryWriter } from '../../src/repository/writer.ts';
  const [, , root, times] = process.argv;
  const writer = new RepositoryWriter(root, { patience: 60_000 });
  for (let i = 0; i < Number(times); i += 1) {
    await writer.whileLocked('press count', () => {
      const text = readFileSync(join(root, 'count.md'), 'utf8');
      const digest = createHash('sha256').update(text).digest('hex');
      writer.apply({ purpose: 'count', changes: [{ kind: 'edit', path: 'count.md', digest, edits: [{ start: 0, end: text.length, text: String(Number(text) + 1) }] }] });
    });
  }
`;

describe('between processes', () => {
  it('is held by a live one, and taken over when it has been killed', async () => {
    const program = await bundleProgram(scratchFolder(), holding);
    const root = scratchFolder();
    const child = startProgram(program, root);
    await child.says('held');
    const writer = new RepositoryWriter(root, { patience: 100 });
    await expect(writer.whileLocked('x', () => 0)).rejects.toThrow(`«press hold» (process ${child.process.pid})`);
    child.process.kill('SIGKILL');
    await child.ended;
    await expect(writer.whileLocked('x', () => 'taken')).resolves.toBe('taken');
  });

  it('loses no change when many write at once, though a dead one held the lock', async () => {
    const program = await bundleProgram(scratchFolder(), counting);
    const root = scratchFolder({ 'count.md': '0', '.press/lock': JSON.stringify(record({ pid: 4_194_305 })) });
    const children = Array.from({ length: 6 }, () => startProgram(program, root, '8'));
    expect(await Promise.all(children.map((child) => child.ended))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(contentOf(root)).toEqual({
      '.press/': 'folder',
      '.press/.gitignore': '*\n',
      '.press/tx/': 'folder',
      'count.md': '48',
    });
  });
});
