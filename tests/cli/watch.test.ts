import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createEnvironment } from '../../src/cli/compose.ts';
import { validate } from '../../src/cli/commands/validate.ts';
import { Output } from '../../src/cli/terminal/output.ts';
import type { OptionValues } from '../../src/model/command.ts';
import { PressError } from '../../src/model/press-error.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import type { Watch, WatchedChanges } from '../../src/model/watching.ts';
import { write } from '../support/git-repository.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const wrong = (id: string): string => sampleRelease({ id, fields: '[electoins]' });
const right = (id: string, related?: string): string =>
  sampleRelease({ id, ...(related === undefined ? {} : { related: `[${related}]` }) });
const files = { 'taxonomy.yaml': taxonomy, 'releases/a.md': right('a'), 'releases/b.md': right('b', 'a') };

/** What a system would notice, told by the test. */
class Notices implements Watch {
  readonly folders: string[] = [];
  closed = 0;
  #tell: (changes: WatchedChanges | undefined | Error) => void = () => undefined;
  #asked: () => void = () => undefined;
  #whenAsked = this.#newTurn();

  next(): Promise<WatchedChanges | undefined> {
    return new Promise((resolve, reject) => {
      this.#tell = (changes) => (changes instanceof Error ? reject(changes) : resolve(changes));
      this.#asked();
    });
  }

  async close(): Promise<void> {
    this.closed += 1;
  }

  /** Resolves when everything has been shown and the command waits. */
  async shown(): Promise<void> {
    await this.#whenAsked;
  }

  async tell(changes: WatchedChanges | undefined | Error): Promise<void> {
    await this.#whenAsked;
    this.#whenAsked = this.#newTurn();
    this.#tell(changes);
  }

  #newTurn(): Promise<void> {
    return new Promise((resolve) => (this.#asked = resolve));
  }
}

class Screen extends Writable {
  readonly isTTY: boolean;
  readonly columns = 80;
  readonly rows: number;
  all = '';
  isGone = false;

  constructor(rows: number | undefined) {
    super();
    this.isTTY = rows !== undefined;
    this.rows = rows ?? 0;
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error) => void): void {
    this.all += chunk.toString();
    done(this.isGone ? Object.assign(new Error('gone'), { code: 'EPIPE' }) : undefined);
  }

  /** What is to be seen since the screen was emptied last. */
  get shown(): string {
    return this.all.slice(this.all.lastIndexOf('\u001b[2J\u001b[H') + 1).replace('[2J\u001b[H', '');
  }
}

interface Watched {
  readonly notices: Notices;
  readonly screen: Screen;
  readonly ended: Promise<number>;
  /** Tells of a change and waits until it is shown. */
  change(...releases: string[]): Promise<void>;
  reopen(): Promise<void>;
  end(): Promise<number>;
}

interface Setting {
  readonly rows?: number;
  readonly words?: readonly string[];
  readonly options?: OptionValues;
}

async function watched(root: string, { rows, words = [], options = {} }: Setting = {}): Promise<Watched> {
  const [screen, errors, notices] = [new Screen(rows), new Screen(undefined), new Notices()];
  const world = {
    stdin: Readable.from([]),
    stdout: screen,
    stderr: errors,
    cwd: root,
    env: {},
    now: () => 1_780_315_200_000,
    onSignal: () => () => undefined,
  };
  const globals = { repo: undefined, noColor: true, quiet: false, noInput: true, debug: false };
  const signal = new AbortController().signal;
  const environment = await createEnvironment({
    world,
    globals,
    out: new Output(screen),
    err: new Output(errors),
    signal,
  });
  let edits = 0;
  const watching = {
    ...environment.watching,
    clock: () => '12:00:00',
    now: () => world.now() + (edits += 1),
    start: async (folder: string) => {
      notices.folders.push(folder);
      return notices;
    },
  };
  const ended = validate.run({
    arguments: words,
    options: { watch: true, ...options },
    environment: { ...environment, rows, watching },
  });
  const told = async (changes: WatchedChanges): Promise<void> => {
    await notices.tell(changes);
    await notices.shown();
  };
  ended.catch(() => undefined);
  await Promise.race([notices.shown(), ended.catch(() => undefined)]);
  return {
    notices,
    screen,
    ended,
    change: (...releases) => told({ releases: new Set(releases), everything: false }),
    reopen: () => told({ releases: new Set(), everything: true }),
    end: async () => {
      await notices.tell(undefined);
      return ended;
    },
  };
}

describe('press validate --watch', () => {
  it('shows everything, then judges again what changes and what depends on it', async () => {
    const root = scratchFolder(files);
    const { screen, change, end, notices } = await watched(root, { rows: 40 });
    expect(screen.shown).toBe('2 releases, nothing wrong.  12:00:00, Ctrl-C ends\n');
    write(root, 'releases/a.md', wrong('a'));
    await change('releases/a.md');
    expect(screen.shown).toContain('«electoins» is not a term of field.');
    expect(screen.shown.trimEnd().split('\n').at(-1)).toMatch(/1 error.* {2}12:00:00, Ctrl-C ends$/);
    rmSync(join(root, 'releases/a.md'));
    await change('releases/a.md');
    expect(screen.shown).toContain('dangling-reference');
    expect(screen.shown).not.toContain('electoins');
    write(root, 'releases/2010/a.md', right('a'));
    await change('releases/2010/a.md');
    expect(screen.shown).toBe('2 releases, nothing wrong.  12:00:00, Ctrl-C ends\n');
    expect(await end()).toBe(0);
    expect(notices).toMatchObject({ folders: ['releases'], closed: 1 });
  });

  it('shows what fits, the worst first, and the file edited last before its equals', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`releases/c${String(i).padStart(2, '0')}.md`, wrong(`c${i}`)]),
    );
    const root = scratchFolder({
      ...files,
      ...many,
      'releases/0.md': sampleRelease({ id: '0', place: undefined }, 'A text.\n'),
    });
    const { screen, change, end } = await watched(root, { rows: 30, options: { rule: ['dateline-missing=warning'] } });
    const lines = screen.shown.trimEnd().split('\n');
    expect(lines.length).toBeLessThan(30);
    expect(lines.length).toBeGreaterThan(20);
    const shownFiles = [...new Set(screen.shown.match(/c\d\d\.md/g))];
    expect(shownFiles[0]).toBe('c00.md');
    expect(screen.shown).toMatch(/\n… and \d+ more\n/);
    expect(lines.at(-1)).toContain('12 errors');
    await change('releases/c11.md');
    expect(screen.shown.match(/c\d\d\.md/)?.[0]).toBe('c11.md');
    await end();
  });

  it('has a screen of a single line where the window is tiny', async () => {
    const { screen, end } = await watched(scratchFolder({ ...files, 'releases/a.md': wrong('a') }), { rows: 4 });
    expect(screen.shown).toMatch(/^1 finding does not fit here\.\n\n(?:.*\n){1,2}1 error .*Ctrl-C ends\n$/);
    await end();
  });

  it('ends with a sentence when the folder of the repository is gone', async () => {
    const root = scratchFolder(files);
    const { notices, ended } = await watched(root);
    rmSync(root, { recursive: true });
    await notices.tell({ releases: new Set(), everything: true });
    await expect(ended).rejects.toMatchObject({
      code: 'no-repository',
      message: 'The folder of the repository is no longer there, so there is nothing to watch.',
    });
    expect(notices.closed).toBe(1);
  });

  it('shows a broken definition, and goes on when it is mended', async () => {
    const root = scratchFolder({ ...files, 'taxonomy.yaml': 'version: [' });
    const { screen, reopen, change, end } = await watched(root, { rows: 40 });
    expect(screen.shown).toContain('press: taxonomy.yaml:1:');
    write(root, 'taxonomy.yaml', taxonomy);
    await reopen();
    expect(screen.shown).toContain('2 releases, nothing wrong.');
    for (const [path, text, words] of [
      ['press.yaml', 'timezone: Nowhere', 'press: press.yaml:1:11: '],
      ['press.yaml', 'rules: {hyppe: error}', '«hyppe» in press.yaml is not a rule of press.'],
      ['schemas/release.schema.json', '{', 'press: schemas/release.schema.json'],
    ] as const) {
      write(root, path, text);
      await reopen();
      expect(screen.shown).toContain(words);
      rmSync(join(root, path));
      await change('releases/a.md');
      expect(screen.shown).toContain('2 releases, nothing wrong.');
    }
    rmSync(join(root, 'taxonomy.yaml'));
    await reopen();
    expect(screen.shown).toContain('There is no taxonomy.yaml.');
    expect(await end()).toBe(0);
  });

  it('follows the folder of releases where press.yaml puts it', async () => {
    const root = scratchFolder({ ...files, 'news/c.md': wrong('c') });
    const { screen, reopen, end, notices } = await watched(root, { rows: 40 });
    write(root, 'press.yaml', 'releases: news\n');
    await reopen();
    expect(notices).toMatchObject({ folders: ['releases', 'news'], closed: 1 });
    expect(screen.shown).toContain('news/c.md');
    await end();
  });

  it('prints one report after another where there is no screen', async () => {
    const root = scratchFolder(files);
    const { screen, change, end } = await watched(root);
    write(root, 'releases/a.md', wrong('a'));
    await change('releases/a.md');
    await end();
    const [first, second] = screen.all.split('--- 12:00:00 ---\n');
    expect(first).toBe('2 releases, nothing wrong.\n');
    expect(second).toContain('electoins');
    expect(screen.all).not.toContain('\u001b');
  });

  it('prints other formats as they are, also at a terminal', async () => {
    const { screen, end } = await watched(scratchFolder(files), { rows: 40, options: { format: 'json' } });
    await end();
    expect(JSON.parse(screen.all)).toMatchObject({ summary: { files: 2 } });
  });

  it('judges the named files alone, and waits for one that is gone', async () => {
    const root = scratchFolder({ ...files, 'releases/c.md': wrong('c') });
    const { screen, change, end } = await watched(root, { rows: 40, words: ['releases/a.md'] });
    expect(screen.shown).toContain('1 release, nothing wrong.');
    rmSync(join(root, 'releases/a.md'));
    await change('releases/a.md');
    expect(screen.shown).toContain('press: «releases/a.md» does not exist.');
    write(root, 'releases/a.md', right('a'));
    await change('releases/a.md');
    expect(screen.shown).toContain('1 release, nothing wrong.');
    await end();
  });

  it('does not begin with a wrong command line, or where nothing can be watched', async () => {
    const root = scratchFolder(files);
    for (const [setting, code] of [
      [{ words: ['nothing.md'] }, 'unreadable-file'],
      [{ words: ['../x.md'] }, 'usage'],
      [{ options: { rule: ['hyppe=off'] } }, 'usage'],
      [{ options: { output: 'x' } }, 'usage'],
    ] as const)
      await expect((await watched(root, setting)).ended).rejects.toMatchObject({ code });
    const { ended, notices } = await watched(root);
    await notices.tell(new PressError('cannot-watch', 'No.'));
    await expect(ended).rejects.toMatchObject({ code: 'cannot-watch' });
    await expect((await watched(scratchFolder())).ended).rejects.toMatchObject({ code: 'no-repository' });
  });

  it('ends with 0 when the reader goes away', async () => {
    const root = scratchFolder({ ...files, 'releases/a.md': wrong('a') });
    const { screen, notices, ended } = await watched(root);
    screen.isGone = true;
    await notices.tell({ releases: new Set(['releases/a.md']), everything: false });
    await expect(ended).rejects.toMatchObject({ reason: 'gone', status: 0 });
  });
});
