import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { World } from '../../src/cli/world.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { press } from '../support/world.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

/** A stream that takes so many writes and then fails as the system would say it. */
class Failing extends Writable {
  text = '';
  #left: number;
  readonly #code: string;

  constructor(code: string, left = 0) {
    super();
    this.#left = left;
    this.#code = code;
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error) => void): void {
    this.#left -= 1;
    if (this.#left < 0) return done(Object.assign(new Error(`${this.#code}: write`), { code: this.#code }));
    this.text += chunk.toString();
    done();
  }
}

interface Ending {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

const lasting = (): Failing => new Failing('', Infinity);

async function run(
  args: readonly string[],
  changes: Partial<World> & { readonly stdout?: Failing; readonly stderr?: Failing } = {},
): Promise<Ending> {
  const { stdout = lasting(), stderr = lasting() } = changes;
  const cwd = changes.cwd ?? scratchFolder({ 'taxonomy.yaml': taxonomy, [samplePath]: sampleRelease() });
  const world: World = {
    stdin: Readable.from([]),
    env: {},
    now: () => 1_780_315_200_000,
    onSignal: () => () => undefined,
    ...changes,
    stdout,
    stderr,
    cwd,
  };
  const status = await main(args, world);
  return { status, out: stdout.text, err: stderr.text };
}

const printing = [
  ['--version'],
  ['-V'],
  ['--help'],
  ['list', '--help'],
  ['list'],
  ['list', '-f', 'json'],
  ['export', '-f', 'rss', '--include-unpublished', '--help'],
  ['export', '-f', 'csv'],
  ['show', 'observer-course'],
  ['taxonomy', 'list'],
  ['taxonomy', 'tree'],
  ['taxonomy', 'find', 'baku'],
  ['taxonomy', 'schema', '-n'],
  ['validate'],
  ['explain'],
];

describe('a reader that goes away', () => {
  it.each(printing)('is no failure, and nothing is said: %s %s', async (...args) => {
    for (const writes of [0, 1, 2]) {
      const { status, err } = await run(args, { stdout: new Failing('EPIPE', writes) });
      expect([status, err]).toEqual([0, '']);
    }
  });

  it('keeps the findings that are known', async () => {
    const cwd = scratchFolder({ 'taxonomy.yaml': taxonomy, [samplePath]: sampleRelease({ fields: '[electoins]' }) });
    expect(await run(['validate'], { cwd, stdout: new Failing('EPIPE') })).toMatchObject({ status: 1, err: '' });
  });
});

describe('a disk that is full', () => {
  it.each(printing)('is never success: %s %s', async (...args) => {
    const { status, err } = await run(args, { stdout: new Failing('ENOSPC') });
    expect([status, err]).toEqual([2, 'press: The output could not be written: the disk is full.\n']);
  });

  it.each([
    ['EIO', 'the disk or device failed'],
    ['EDQUOT', 'your share of the disk is used up'],
    ['EWHATEVER', 'EWHATEVER: write'],
  ])('or device, in its own words: %s', async (code, words) => {
    expect(await run(['list', '-f', 'json'], { stdout: new Failing(code) })).toMatchObject({
      status: 2,
      err: `press: The output could not be written: ${words}.\n`,
    });
  });
});

describe('stderr that is gone', () => {
  it('is no matter', async () => {
    for (const code of ['EPIPE', 'ENOSPC']) {
      expect(await run(['list', '--explain'], { stderr: new Failing(code) })).toMatchObject({
        status: 0,
        out: expect.stringContaining('observer-course') as string,
      });
      expect(await run(['nothing'], { stderr: new Failing(code) })).toMatchObject({ status: 2 });
    }
  });
});

describe('standard input', () => {
  const asked = ['validate', '-', '--stdin-path', samplePath];
  const failing = (code: string): Readable =>
    new Readable({
      read() {
        this.destroy(Object.assign(new Error(code), { code }));
      },
    });

  it('that is a folder, or fails, is told', async () => {
    expect(await run(asked, { stdin: failing('EISDIR') })).toMatchObject({
      status: 2,
      err: 'press: «-» is a folder.\n  Look at the name, and whether you may read it.\n',
    });
    expect(await run(asked, { stdin: failing('EIO') })).toMatchObject({
      status: 2,
      err: expect.stringContaining('«-» could not be read (EIO).') as string,
    });
  });

  it('that does not end is given up', async () => {
    const stdin = new Readable({
      read() {
        this.push(Buffer.alloc(1024 * 1024, 'x'));
      },
    });
    expect(await run(asked, { stdin })).toMatchObject({
      status: 2,
      err: expect.stringContaining('«-» is longer than a file may be; the limit is 10485760 (10 MiB).') as string,
    });
  });

  it('is not touched by a command that does not ask for it', async () => {
    let isTouched = false;
    const stdin = new Readable({
      read() {
        isTouched = true;
        this.push(null);
      },
    });
    expect((await run(['list'], { stdin })).status).toBe(0);
    expect(isTouched).toBe(false);
  });
});

describe('a fault in press itself', () => {
  const broken = {
    get columns(): number {
      throw new TypeError('a \u001B[31mfault');
    },
  };
  const faulty = (args: readonly string[]): Promise<Ending> =>
    run(args, {
      stdout: Object.defineProperty(lasting(), 'columns', Object.getOwnPropertyDescriptor(broken, 'columns')!),
    });

  it('is exit 70 and one sentence, in letters that a terminal does not obey', async () => {
    expect(await faulty(['list'])).toEqual({
      status: 70,
      out: '',
      err: 'press: something went wrong in press itself: a \\u{001B}[31mfault\n  «--debug» shows where; please report it.\n',
    });
  });

  it('shows where only to those who ask', async () => {
    const { status, err } = await faulty(['list', '--debug']);
    expect(status).toBe(70);
    expect(err).toMatch(/^press: something went wrong in press itself: .*\nTypeError: a \\u\{001B\}\[31mfault\n +at /);
    expect(err).not.toContain('\u001B');
  });

  it('may be something that is no error', async () => {
    const stdout = Object.defineProperty(lasting(), 'columns', {
      get: () => {
        throw 'just words';
      },
    });
    expect(await run(['list'], { stdout })).toMatchObject({
      status: 70,
      err: expect.stringContaining('just words') as string,
    });
  });
});

describe('the folder that somebody stands in', () => {
  it('may be gone', async () => {
    const world = {
      get cwd(): string {
        throw Object.assign(new Error('gone'), { code: 'ENOENT' });
      },
    };
    const stderr = lasting();
    const status = await main(
      ['list'],
      Object.defineProperty(
        {
          stdin: Readable.from([]),
          stdout: lasting(),
          stderr,
          env: {},
          now: () => 0,
          onSignal: () => () => undefined,
        } as unknown as World,
        'cwd',
        Object.getOwnPropertyDescriptor(world, 'cwd')!,
      ),
    );
    expect([status, stderr.text]).toEqual([
      70,
      'press: something went wrong in press itself: gone\n  «--debug» shows where; please report it.\n',
    ]);
  });
});

describe('an interrupt', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s is exit %i', async (signal, expected) => {
    const stdin = new Readable({ read: () => undefined });
    const onSignal: World['onSignal'] = (callback) => {
      setTimeout(() => callback(signal), 20);
      return () => undefined;
    };
    expect((await run(['validate', '-', '--stdin-path', samplePath], { stdin, onSignal })).status).toBe(expected);
  });
});

describe('what goes to stdout and what to stderr', () => {
  it('is product here and talk there, and -q leaves the talk out', async () => {
    const cwd = scratchFolder({ 'taxonomy.yaml': taxonomy, [samplePath]: sampleRelease({ status: 'draft' }) });
    expect(await press(['list'], { cwd })).toEqual({
      status: 0,
      out: '',
      err: 'No public release answers that.\nHeld back: 1 release that is not public.\n',
    });
    for (const quiet of ['-q', '--quiet'])
      expect(await press(['list', quiet], { cwd })).toEqual({ status: 0, out: '', err: '' });
    expect((await press(['list', '-q', '--limit', 'x'], { cwd })).err).toContain('--limit «x» is no whole number.');
  });
});
