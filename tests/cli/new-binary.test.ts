import { spawn as spawnPlain } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { afterEach, describe, expect, it } from 'vitest';
import { copyOf, root } from '../support/session.ts';
import { isThorough } from '../support/thorough.ts';

const program = join(root, 'bin/press.js');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function shipped(): string {
  const folder = copyOf('shipped');
  folders.push(folder);
  return folder;
}

interface Ended {
  readonly out: string;
  readonly err: string;
  readonly status: number;
}

interface Run {
  readonly ended: Promise<Ended>;
  kill(signal: 'SIGINT' | 'SIGTERM'): void;
}

function run(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Run {
  const child = spawnPlain(process.execPath, [program, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = once(child, 'close').then(([status]: unknown[]) => ({ out, err, status: status as number }));
  return { ended, kill: (signal) => void child.kill(signal) };
}

const enough = ['--date', '2026-07-06', '--source', 'odihr', '--field', 'youth'];
const escapes = /\u001b\[[0-9;?]*[A-Za-z]/g;

/** Somebody at a terminal: waits until the screen shows something, then types. */
class Session {
  readonly #terminal: ReturnType<typeof spawn>;
  #seen = '';
  #from = 0;
  readonly ended: Promise<number>;

  constructor(args: readonly string[], { cwd, columns = 80 }: { readonly cwd: string; readonly columns?: number }) {
    const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
    this.#terminal = spawn(process.execPath, [program, ...args], {
      cwd,
      cols: columns,
      rows: 40,
      name: 'xterm-256color',
      env,
    });
    this.#terminal.onData((text) => (this.#seen += text));
    this.ended = new Promise((resolve) => this.#terminal.onExit(({ exitCode }) => resolve(exitCode)));
  }

  get screen(): string {
    return this.#seen.replace(escapes, '');
  }

  async answer(shown: string, keys: string): Promise<void> {
    for (let i = 0; i < 2000 && !this.screen.includes(shown, this.#from); i += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const at = this.screen.indexOf(shown, this.#from);
    if (at === -1) throw new Error(`«${shown}» is not in\n${this.screen.slice(this.#from)}`);
    this.#from = at + shown.length;
    this.#terminal.write(keys);
  }
}

describe('press new at a terminal', () => {
  it.each([80, 40])('asks for everything, in a window of %i columns', async (columns) => {
    const cwd = shipped();
    const session = new Session(['new'], { cwd, columns });
    await session.answer('Title', 'Training opens in Osh\r');
    await session.answer('Date of issue', '2026-07-06\r');
    await session.answer('City of the dateline', 'osh\r');
    await session.answer('Source', '');
    await session.answer('Search:', 'bishk');
    await session.answer('Search: bishk', '\r');
    await session.answer('Field of work', '');
    await session.answer('Search:', 'educ');
    await session.answer('Search: educ', '\t');
    await session.answer('Chosen: Education', 'genre equ');
    await session.answer('Search: genre equ', '\u001b');
    await session.answer('Search:', 'yout');
    await session.answer('Search: yout', '\r');
    await session.answer('Country', '');
    await session.answer('Chosen: Kyrgyzstan', '');
    await session.answer('Search:', '\r');
    await session.answer('Meeting or conference', '');
    await session.answer('Search:', '\r');
    await session.answer('Summary', '\r');
    await session.answer('Status', '');
    await session.answer('Search:', '\r');
    expect(await session.ended).toBe(0);
    expect(session.screen).toContain('releases/2026/2026-07-06-training-opens-in-osh.md');
    const text = readFileSync(join(cwd, 'releases/2026/2026-07-06-training-opens-in-osh.md'), 'utf8');
    expect(text).toMatch(/place: osh\nsource: bishkek\nfields: \[education, youth\]\ncountries: \[kyrgyzstan\]\n/);
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('makes nothing and ends with 130 at %s, whichever question is open', async (_, key) => {
    const cwd = shipped();
    const before = readdirSync(cwd, { recursive: true }).sort();
    const first = new Session(['new'], { cwd });
    await first.answer('Title', key);
    expect(await first.ended).toBe(130);
    const later = new Session(['new', 'T', '--date', 'today', '--place', 'Wien'], { cwd });
    await later.answer('Search:', key);
    expect(await later.ended).toBe(130);
    expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(before);
  });

  it('asks nothing with --no-input', async () => {
    const session = new Session(['new', 'T', '--no-input'], { cwd: shipped() });
    expect(await session.ended).toBe(2);
    expect(session.screen).toContain('--date, --source and --field are missing');
  });
});

describe('press new without a terminal', () => {
  it('asks nothing and writes nothing when something is missing', async () => {
    const { out, err, status } = await run(['new', 'T'], shipped()).ended;
    expect({ out, status }).toEqual({ out: '', status: 2 });
    expect(err).toContain('--date, --source and --field are missing, and nobody can be asked here.');
  });

  it('lets one of several make a file of the same name, and refuses the others', async () => {
    for (let round = 0; round < (isThorough ? 3 : 1); round += 1) {
      const cwd = shipped();
      const all = await Promise.all(
        Array.from(
          { length: 6 },
          (_, i) => run(['new', 'Race', ...enough, '--summary', `From number ${i}.`], cwd).ended,
        ),
      );
      const winner = all.find(({ status }) => status === 0);
      expect(all.map(({ status }) => status).sort()).toEqual([0, 2, 2, 2, 2, 2]);
      expect(winner?.out).toBe('releases/2026/2026-07-06-race.md\n');
      for (const { out, err, status } of all)
        if (status !== 0) expect({ out, err: err.includes('exists already') }).toEqual({ out: '', err: true });
      const made = readdirSync(join(cwd, 'releases/2026')).filter(
        (name) => name.includes('race') || name.startsWith('.'),
      );
      expect(made).toEqual(['2026-07-06-race.md']);
      expect(readdirSync(join(cwd, '.press'))).toEqual(['.gitignore', 'tx']);
    }
  });

  it('lets several make different files at once', async () => {
    const cwd = shipped();
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, i) => run(['new', `Number ${i}`, ...enough], cwd).ended),
    );
    expect(all.map(({ status, out }) => [status, out])).toEqual(
      Array.from({ length: 6 }, (_, i) => [0, `releases/2026/2026-07-06-number-${i}.md\n`]),
    );
  });

  it('takes over the lock of a process that is gone', async () => {
    const cwd = shipped();
    mkdirSync(join(cwd, '.press'));
    writeFileSync(
      join(cwd, '.press/lock'),
      JSON.stringify({
        pid: 4_194_305,
        host: hostname(),
        command: 'press import',
        since: '2026-01-01T00:00:00Z',
        nonce: 'x',
      }),
    );
    expect(await run(['new', 'T', ...enough], cwd).ended).toMatchObject({ status: 0 });
    expect(readdirSync(join(cwd, '.press'))).toEqual(['.gitignore', 'tx']);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stops waiting for the lock at %s', async (signal, expected) => {
    const cwd = shipped();
    mkdirSync(join(cwd, '.press'));
    const lock = JSON.stringify({
      pid: process.pid,
      host: hostname(),
      command: 'press import',
      since: '2026-01-01T00:00:00Z',
      nonce: 'x',
    });
    writeFileSync(join(cwd, '.press/lock'), lock);
    const waiting = run(['new', 'T', ...enough], cwd);
    // The folder's own .gitignore is made on the way to the lock: from then on the command waits.
    while (!readdirSync(join(cwd, '.press')).includes('.gitignore'))
      await new Promise((resolve) => setTimeout(resolve, 10));
    waiting.kill(signal);
    expect(await waiting.ended).toMatchObject({ out: '', status: expected });
    expect(readFileSync(join(cwd, '.press/lock'), 'utf8')).toBe(lock);
  });

  it('names whoever holds the lock', async () => {
    const cwd = shipped();
    mkdirSync(join(cwd, '.press'));
    writeFileSync(
      join(cwd, '.press/lock'),
      JSON.stringify({
        pid: process.pid,
        host: hostname(),
        command: 'press import',
        since: '2026-01-01T00:00:00Z',
        nonce: 'x',
      }),
    );
    const { err, status } = await run(['new', 'T', ...enough], cwd).ended;
    expect({ status, err: err.split('\n')[0] }).toEqual({
      status: 2,
      err: `press: «press import» (process ${process.pid}) has been changing this repository since 2026-01-01T00:00:00Z.`,
    });
  });

  it('opens the new file in the editor, without a shell, and keeps stdout to the path', async () => {
    const cwd = shipped();
    const editor = join(cwd, 'my editor.mjs');
    writeFileSync(
      editor,
      "import { appendFileSync } from 'node:fs'; console.log('drawing'); appendFileSync(process.argv[2], 'Edited.\\n');",
    );
    const { out, err, status } = await run(['new', 'T', ...enough, '--edit'], cwd, {
      VISUAL: '',
      EDITOR: `"${process.execPath}" "${editor}"`,
    }).ended;
    expect({ out, status }).toEqual({ out: 'releases/2026/2026-07-06-t.md\n', status: 0 });
    expect(err).toContain('drawing');
    expect(readFileSync(join(cwd, 'releases/2026/2026-07-06-t.md'), 'utf8')).toMatch(/Edited\.\n$/);
  });

  it('says when the disk refuses, and is never 0 then', async () => {
    const cwd = shipped();
    rmSync(join(cwd, 'releases/2026'), { recursive: true });
    writeFileSync(join(cwd, 'releases/2026'), 'a file');
    const { out, err, status } = await run(['new', 'T', ...enough], cwd).ended;
    expect({ out, status }).toEqual({ out: '', status: 2 });
    expect(err).toContain('«releases/2026» is a file, where a folder is needed');
  });
});
