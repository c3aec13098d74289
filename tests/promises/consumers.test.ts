/** What a hostile repository becomes, from the files to whoever opens the outputs: browser, spreadsheet, terminal, build machine, parsers. */
import { spawn } from '@lydell/node-pty';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import { composeRelease } from '../../src/repository/compose-release.ts';
import { withoutControls } from '../../src/text/control-characters.ts';
import { mutated } from '../fuzz/mutation.ts';
import { smallSettings, smallTaxonomy } from '../fuzz/small-repository.ts';
import { startChromium } from '../support/chromium.ts';
import { obeyed } from '../support/github-runner.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { root } from '../support/session.ts';
import { some } from '../support/thorough.ts';
import { readWorkbook, workbookTexts } from '../support/workbook-reading.ts';

const program = join(root, 'bin/press.js');
const chromium = startChromium();
const repository = mkdtempSync(join(tmpdir(), 'press-hostile-'));
const outputs = join(repository, 'out');

const SOUND = 40;
const DAMAGED = 40;

/** Valid releases, every text of which is an attack. */
const soundRelease = fc
  .record({ title: hostileTexts, summary: hostileTexts, name: hostileTexts, place: hostileTexts, body: hostileTexts })
  .map((texts) => {
    const [title, summary, name, place] = [texts.title, texts.summary, texts.name, texts.place].map((text) =>
      withoutControls(text)
        .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFFFE\uFEFF]/gu, '')
        .trim()
        .slice(0, 150),
    );
    const body = texts.body.toWellFormed().replaceAll(/(?![\n\t])\p{Cc}/gu, '');
    return { title: title || 'x', summary: summary || 'x', name: name || 'x', place: place || 'Baku', body };
  });

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), content);
}

/** The same releases every time: one seed. */
function makeRepository(): void {
  put('taxonomy.yaml', smallTaxonomy);
  put('press.yaml', smallSettings);
  const texts = fc.sample(soundRelease, { numRuns: SOUND, seed: 9 }).map(({ title, summary, name, place, body }, at) =>
    composeRelease(
      [
        ['id', `2009-11-16-r${at}`],
        ['title', title],
        ['date', '2009-11-16'],
        ['place', place],
        ['source', 'secretariat'],
        ['fields', ['elections']],
        ['summary', summary],
        ['contacts', [{ name, email: 'a@example.org' }]],
        ['status', 'published'],
      ],
      `${body}\n`,
    ),
  );
  texts.forEach((text, at) => put(`releases/2009/2009-11-16-r${at}.md`, text));
  const damaged = fc.sample(
    mutated(
      texts.map((text) => Buffer.from(text)),
      [],
    ),
    { numRuns: DAMAGED, seed: 9 },
  );
  damaged.forEach((bytes, at) => put(`releases/2010/2010-01-01-d${at}\u001b[2J\u202e::error::x${at}.md`, bytes));
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function press(words: readonly string[], env: Record<string, string> = {}): Ran {
  const { NO_COLOR: _, FORCE_COLOR: __, GITHUB_ACTIONS: ___, ...rest } = process.env;
  const options = { cwd: repository, encoding: 'utf8' as const, env: { ...rest, ...env }, maxBuffer: 2 ** 30 };
  return spawnSync(process.execPath, [program, ...words], options);
}

beforeAll(() => {
  makeRepository();
  mkdirSync(outputs);
});

afterAll(() => {
  rmSync(repository, { recursive: true, force: true });
});

/** The files that an export leaves, from its folder. */
function exported(format: string): readonly { name: string; bytes: Uint8Array }[] {
  const folder = join(outputs, format);
  mkdirSync(folder);
  const { status, stderr } = press(['export', '-f', format, '-o', join(folder, `all.${format}`)]);
  // What cannot be read is left out, and that is said with the status, too.
  expect([status, stderr]).toEqual([1, expect.stringContaining('Left out: ') as string]);
  return readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

const formula = /^[\s\u00A0\u200B]*[=+\-@＝＋－＠\t\r]/;
const isNumber = /^[+-]?[0-9]+(?:[.,][0-9]+)?$/;
const ids = [...exportFormats.keys()].filter(
  (id) => !['opml', 'news-sitemap', 'markdown', 'list', 'html', 'xlsx', 'csv'].includes(id),
);

describe('outputs of a hostile repository', () => {
  it('hold the releases that are sound, and say that the others are held back', () => {
    const { stdout, stderr } = press(['list']);
    expect(stdout.trimEnd().split('\n').length).toBeGreaterThanOrEqual(SOUND);
    expect(stderr).toMatch(/Held back|cannot be read|not public/);
  });

  it.each(some(ids, 3))('%s can be read by a parser', (id) => {
    for (const { bytes } of exported(id)) {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      if (text.startsWith('<')) XmlDocument.fromString(text).dispose();
      else if (id.includes('ndjson') || id === 'ninjs')
        for (const line of text.trimEnd().split('\n')) expect(JSON.parse(line)).toBeTypeOf('object');
      else expect(JSON.parse(text)).toBeTypeOf('object');
    }
  });

  it('csv has no formula in it, in any cell, and as many columns in every row', () => {
    for (const { bytes } of exported('csv')) {
      const rows = parseCsv(Buffer.from(bytes), { bom: true }) as string[][];
      expect(rows.length).toBeGreaterThan(SOUND);
      const run = rows.flat().filter((cell) => formula.test(cell) && !isNumber.test(cell));
      expect(run).toEqual([]);
    }
  });

  it('xlsx has no formula in it, and a reader finds every row', async () => {
    for (const { bytes } of exported('xlsx')) {
      for (const text of workbookTexts(bytes).values()) expect(text).not.toMatch(/<f[ >]|<ddeLink|externalLink/);
      expect((await readWorkbook(bytes)).length).toBeGreaterThan(SOUND);
    }
  });

  it('html runs nothing and fetches nothing in a browser', async () => {
    for (const { name, bytes } of exported('html')) {
      const file = join(chromium.folder, `${name}.html`);
      writeFileSync(file, bytes);
      const page = await chromium.browser.newPage();
      const noticed: string[] = [];
      page.on('request', (request) => noticed.push(`fetches ${request.url()}`));
      page.on('dialog', (dialog) => {
        noticed.push(`says ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('pageerror', (error) => noticed.push(`runs ${error.message}`));
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
      const active = await page.evaluate<number>(
        `[...document.querySelectorAll('*')].filter((e) => /^(script|iframe|object|embed|form|base|svg)$/i.test(e.localName) || [...e.attributes].some(({ name, value }) => /^on/i.test(name) || (/^(href|src|action)$/i.test(name) && /^\\s*(javascript|vbscript|data):/i.test(value)))).length`,
      );
      await page.close();
      expect({ active, noticed: noticed.filter((each) => each !== `fetches ${pathToFileURL(file).href}`) }).toEqual({
        active: 0,
        noticed: [],
      });
    }
  });
});

/** What a terminal is told: runs press in one, and gives every byte that came. */
async function onTerminal(words: readonly string[]): Promise<string> {
  const { NO_COLOR: _, FORCE_COLOR: __, GITHUB_ACTIONS: ___, CI: ____, ...env } = process.env;
  const terminal = spawn(process.execPath, [program, ...words], {
    cwd: repository,
    cols: 100,
    rows: 40,
    name: 'xterm-256color',
    env,
  });
  let seen = '';
  terminal.onData((text) => (seen += text));
  await new Promise((resolve) => terminal.onExit(resolve));
  return seen;
}

// Colours and what press itself moves; line ends as the terminal writes them.
const own = /\u001b\[[0-9;]*m|\r?\n/g;

describe.skipIf(process.platform === 'win32')('a terminal', () => {
  it.each(
    some(
      [
        ['list', []],
        ['list', ['--include-unpublished']],
        ['show', ['2009-11-16-r3', '--no-pager']],
        ['why', ['2009-11-16-r3']],
        ['validate', []],
        ['validate', ['--format', 'line']],
        ['next', []],
        ['list', ['--where', 'title:"\u001b[2J\u202e"']],
        ['\u001b[2J\u202e', []],
        ['show', ['\u001b]0;x\u0007']],
      ],
      3,
    ),
  )('obeys nothing that stands in a file or on the command line: %s %j', async (command, more) => {
    const words = [command, ...more].filter((word) => word !== '--no-pager');
    const seen = await onTerminal(words);
    expect(seen.length).toBeGreaterThan(0);
    const left = seen.replaceAll(own, '');
    expect(left).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
  });
});

describe('the runner of GitHub', () => {
  it.each(
    some(
      [
        'list',
        'show 2009-11-16-r3',
        'export -f markdown',
        'export -f ndjson',
        'validate --format line',
        'validate --format json',
        'taxonomy tree',
      ],
      3,
    ),
  )('is given no order by press %s', (line) => {
    const { stdout, stderr } = press(line.split(' '), { GITHUB_ACTIONS: 'true', CI: 'true' });
    expect(stdout.length).toBeGreaterThan(0);
    expect(obeyed(stdout + stderr)).toEqual([]);
  });

  it('is told of findings, and obeys nothing else', () => {
    const { stdout, stderr } = press(['validate', '--format', 'github'], { GITHUB_ACTIONS: 'true', CI: 'true' });
    const orders = obeyed(stdout + stderr);
    expect(orders.length).toBeGreaterThan(0);
    expect(new Set(orders.map(({ name }) => name))).toEqual(
      new Set(orders.map(({ name }) => name).filter((name) => ['error', 'warning', 'notice'].includes(name))),
    );
  });
});
