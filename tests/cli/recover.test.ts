/** `press recover` where a session cannot show it: with edits in between, with locks, with damage. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { copyOf } from '../support/session.ts';
import { contentOf } from '../support/scratch-folder.ts';
import { press } from '../support/world.ts';

const journal = '.press/tx/5d0c3a91be47.commit';
const waiting = 'releases/2026/2026-03-03-polling-course.md';

const made: string[] = [];
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function interrupted(): string {
  const folder = copyOf('interrupted');
  made.push(folder);
  return folder;
}

function lock(cwd: string, changes: object): void {
  mkdirSync(join(cwd, '.press'), { recursive: true });
  const record = {
    pid: process.pid,
    host: hostname(),
    command: 'press merge',
    since: '2026-11-23T11:00:00Z',
    nonce: 'n',
  };
  writeFileSync(join(cwd, '.press/lock'), JSON.stringify({ ...record, ...changes }));
}

describe('press recover', () => {
  it('names both texts where somebody edited a file in the meantime, and ends with 1', async () => {
    const cwd = interrupted();
    writeFileSync(join(cwd, waiting), 'edited\n');
    const { out, err, status } = await press(['recover'], { cwd });
    expect({ out, status }).toEqual({ out: '', status: 1 });
    expect(err).toContain(
      `«${waiting}» had been edited since: the edit stays, and the text that press wanted to write is in «.press/conflicts/5d0c3a91be47/${waiting}».`,
    );
    expect(readFileSync(join(cwd, waiting), 'utf8')).toBe('edited\n');
    expect(readFileSync(join(cwd, '.press/conflicts/5d0c3a91be47', waiting), 'utf8')).toContain('fields: [elections]');
    expect((await press(['recover'], { cwd })).err).toContain('There is nothing to recover');
  });

  it('changes nothing in a dry run, whatever it finds', async () => {
    const cwd = interrupted();
    writeFileSync(join(cwd, waiting), 'edited\n');
    const before = contentOf(cwd);
    const { err, status } = await press(['recover', '-n'], { cwd });
    expect(status).toBe(1);
    expect(err).toContain('the edit would stay, and the text that press wanted to write would go to');
    expect(contentOf(cwd)).toEqual(before);
  });

  it('guesses nothing where the record is damaged, and says what to do', async () => {
    const cwd = interrupted();
    writeFileSync(join(cwd, journal), readFileSync(join(cwd, journal), 'utf8').replace('rename', 'remove'));
    const before = contentOf(join(cwd, 'releases/2026'));
    const { err, status } = await press(['recover'], { cwd });
    expect(status).toBe(2);
    expect(err).toMatch(/«\.press\/tx\/5d0c3a91be47\.commit» is damaged[^]*git status/);
    expect(contentOf(join(cwd, 'releases/2026'))).toEqual(before);
    expect(existsSync(join(cwd, journal))).toBe(true);
    expect((await press(['list'], { cwd })).status).toBe(2);
    expect(await press(['publish', 'polling-course'], { cwd })).toMatchObject({
      status: 2,
      err: expect.stringContaining('is damaged') as string,
    });
  });

  it('removes what a power cut has left of a change whose record it took, and nothing else', async () => {
    const cwd = copyOf('vocabulary');
    made.push(cwd);
    const stray = 'releases/.press-0123456789ab-1.tmp';
    const others = [
      'releases/.press-0123456789ab-1.tmp.md',
      '.press-out0123456789ab-1.tmp',
      'releases/.press-x-1.tmp',
      // A repository inside of this one.
      'office/.press/tx/0123456789ac.commit',
      'office/.press-0123456789ac-1.tmp',
      'office/releases/.press-0123456789ac-2.tmp',
    ];
    for (const path of [stray, ...others]) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), 'half');
    }
    expect(await press(['recover', '-n'], { cwd })).toEqual({
      out: '',
      err: `«${stray}» was being written when the computer stopped, and nothing needs it. It would be removed.\n`,
      status: 0,
    });
    expect(await press(['recover'], { cwd })).toEqual({
      out: '',
      err: `«${stray}» was being written when the computer stopped, and nothing needs it. It is removed.\n`,
      status: 0,
    });
    expect(existsSync(join(cwd, stray))).toBe(false);
    expect(others.filter((path) => existsSync(join(cwd, path)))).toEqual(others);
    expect((await press(['recover'], { cwd })).err).toContain('There is nothing to recover');
  });

  it('leaves the staged texts of a change that it cannot read', async () => {
    const cwd = interrupted();
    writeFileSync(join(cwd, journal), 'damaged');
    const staged = contentOf(join(cwd, 'releases/2026'));
    expect((await press(['recover'], { cwd })).status).toBe(2);
    expect(contentOf(join(cwd, 'releases/2026'))).toEqual(staged);
    expect(Object.keys(staged)).toContain('.press-5d0c3a91be47-3.tmp');
  });

  it('leaves the lock of somebody who is at work on this machine, and names them', async () => {
    const cwd = interrupted();
    lock(cwd, {});
    for (const options of [['--break-lock'], ['--break-lock', '-n'], ['-n']]) {
      const { err, status } = await press(['recover', ...options], { cwd });
      expect({ options, status }).toEqual({ options, status: 2 });
      expect(err).toContain(`«press merge» (process ${process.pid}) has been changing this repository since`);
    }
    expect(existsSync(join(cwd, '.press/lock'))).toBe(true);
  });

  it('breaks the lock of another machine only when told to', async () => {
    const cwd = interrupted();
    lock(cwd, { host: 'elsewhere', pid: 7 });
    expect(await press(['recover'], { cwd })).toMatchObject({
      status: 2,
      err: expect.stringContaining('press recover --break-lock') as string,
    });
    const whose = 'the lock of «press merge» (process 7 on elsewhere, since 2026-11-23T11:00:00Z).';
    expect((await press(['recover', '--break-lock', '-n'], { cwd })).err).toBe(`It would remove ${whose}\n`);
    expect(existsSync(join(cwd, '.press/lock'))).toBe(true);
    const { out, err, status } = await press(['recover', '--break-lock'], { cwd });
    expect({ out, status }).toEqual({ out: `${waiting}\n`, status: 0 });
    expect(err).toContain(`Removed ${whose}\n`);
    expect(existsSync(join(cwd, '.press/lock'))).toBe(false);
  });
});

describe('a command that writes', () => {
  it('finishes first what was interrupted, and says so', async () => {
    const cwd = interrupted();
    const { err, status } = await press(['taxonomy', 'schema'], { cwd });
    expect(status).toBe(0);
    expect(err).toMatch(/^«press taxonomy rename».* It is finished now: 1 of its 3 files was still to be written\.\n/);
    expect(readFileSync(join(cwd, waiting), 'utf8')).toContain('[elections]');
    expect(readdirSync(join(cwd, '.press/tx'))).toEqual([]);
    expect(existsSync(join(cwd, 'releases/2025'))).toBe(false);
  });

  it('does so for --fix, and not for a dry run or for help', async () => {
    const cwd = interrupted();
    expect((await press(['validate', '--fix', '--dry-run'], { cwd })).status).toBe(2);
    expect((await press(['taxonomy', 'schema', '--help'], { cwd })).status).toBe(0);
    expect(existsSync(join(cwd, journal))).toBe(true);
    expect((await press(['validate', '--fix'], { cwd })).err).toContain('It is finished now');
    expect(existsSync(join(cwd, journal))).toBe(false);
  });
});
