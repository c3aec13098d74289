import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { obeyed } from '../support/github-runner.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { press, type Outcome } from '../support/world.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const wrong = sampleRelease({ fields: '[electoins]' });
const path = 'releases/2009/2009-11-16-observer-course.md';

let root: string;
let event: string;
let summary: string;

const run = (args: readonly string[] = [], env: Record<string, string> = {}, cwd = root): Promise<Outcome> =>
  press(['validate', ...args], {
    cwd,
    env: { GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: event, GITHUB_STEP_SUMMARY: summary, ...env },
  });
const summaryText = (): string => readFileSync(summary, 'utf8');

beforeEach(() => {
  root = scratchFolder({ 'taxonomy.yaml': taxonomy, [path]: wrong });
  const outside = scratchFolder({
    'event.json': JSON.stringify({ repository: { private: true, visibility: 'private' } }),
    'summary.md': 'Before.\n',
  });
  event = join(outside, 'event.json');
  summary = join(outside, 'summary.md');
});

describe('press validate in GitHub Actions', () => {
  it('prints for people, and annotations too', async () => {
    const { out, err, status } = await run();
    expect([status, err]).toEqual([1, '']);
    expect(out).toContain('fields: [electoins]');
    expect(obeyed(out)).toMatchObject([
      { name: 'error', properties: { file: path, line: '7', col: '10', title: 'unknown-term' } },
    ]);
    expect(out.trimEnd().split('\n').at(-1)).toBe('1 file: 1 error, 0 warnings.');
  });

  it('prints annotations alone when they are asked for, also elsewhere', async () => {
    const { out } = await run(['--format', 'github']);
    expect(out.split('\n')).toHaveLength(3);
    expect(obeyed(out)).toHaveLength(1);
    expect((await run(['--format', 'github'], { GITHUB_ACTIONS: '' })).out).toBe(out);
  });

  it.each(['line', 'json', 'sarif', 'gitlab', 'junit', 'checkstyle', 'rdjson', 'pretty'])(
    'prints no annotations when %s is asked for',
    async (format) => {
      const { out, status } = await run(['--format', format]);
      expect(obeyed(out)).toEqual([]);
      expect(status).toBe(1);
      expect(summaryText()).toBe('Before.\n');
    },
  );

  it('annotates when the report goes into a file', async () => {
    const { out } = await run(['-o', 'findings.txt']);
    expect(obeyed(out)).toHaveLength(1);
    expect(out).not.toContain('fields: [');
    expect(readFileSync(join(root, 'findings.txt'), 'utf8')).toContain('fields: [electoins]');
  });

  it('names files as the checkout does, in every report for a host', async () => {
    const checkout = scratchFolder({ 'newsroom/press/taxonomy.yaml': taxonomy, [`newsroom/press/${path}`]: wrong });
    const from = (format: string): Promise<Outcome> =>
      run(['--format', format], { GITHUB_WORKSPACE: checkout }, join(checkout, 'newsroom/press'));
    for (const format of ['github', 'sarif', 'gitlab', 'junit', 'checkstyle', 'rdjson'])
      expect((await from(format)).out, format).toContain(`newsroom/press/${path}`);
    expect((await from('json')).out).toContain(`"file":"${path}"`);
    expect((await from('line')).out.startsWith(`${path}:7:10: error: `)).toBe(true);
    const elsewhere = await run(['--format', 'github'], { GITHUB_WORKSPACE: '/elsewhere' });
    expect(elsewhere.out).toContain(`file=${path},`);
  });

  it('obeys no text of a release, and no name of a file', async () => {
    const evil = ['::stop-commands::x', '::error::y', '  ::add-mask::z', '##[error]w', '##[stop-commands]v'];
    const text = (word: string): string =>
      sampleRelease(
        {
          id: undefined,
          title: JSON.stringify(word),
          place: JSON.stringify(word),
          [`"${word}"`]: '1',
          source: JSON.stringify(word),
        },
        `${word}\n\u202E\n`,
      );
    for (const [index, word] of evil.entries()) {
      writeFileSync(join(root, `releases/2009/${index}.md`), text(word));
      writeFileSync(join(root, `releases/${word}.md`), text(word));
    }
    mkdirSync(join(root, 'releases/::error::folder'));
    writeFileSync(join(root, 'releases/::error::folder/x.md'), text('a'));
    writeFileSync(join(root, 'releases/##[error].txt'), '');
    const json = JSON.parse((await run(['--format', 'json'])).out) as { diagnostics: { severity: string }[] };
    for (const cwd of [root, join(root, 'releases')]) {
      const { out, err } = await run([], {}, cwd);
      const orders = obeyed(out);
      expect(orders.filter(({ name }) => !['error', 'warning', 'notice'].includes(name))).toEqual([]);
      expect(orders).toHaveLength(json.diagnostics.length);
      expect(orders.every(({ properties }) => properties['file']?.startsWith('releases/'))).toBe(true);
      expect(obeyed(err)).toEqual([]);
      expect(obeyed((await run(['--format', 'line'], {}, cwd)).out)).toEqual([]);
    }
    expect((await run(['releases/##[error].txt'])).err).toContain('#\\u{0023}[error].txt');
    expect(obeyed((await run(['##[error]'])).err)).toEqual([]);
    expect(obeyed(summaryText())).toEqual([]);
  });
});

describe('the summary of a step', () => {
  it('gets a table behind what stands there', async () => {
    writeFileSync(join(root, path), sampleRelease({ fields: '["a|b <i>*x*</i>"]' }));
    await run();
    expect(summaryText()).toMatch(/^Before\.\n### press validate\n\n1 file: 1 error, 0 warnings\.\n\n\| \| Place \|/);
    const row =
      summaryText()
        .split('\n')
        .find((line) => line.startsWith('| error')) ?? '';
    expect(row.split(/(?<!\\)\|/)).toHaveLength(6);
    expect(row).toContain('a\\|b \\<i\\>\\*x\\*\\<\\/i\\>');
  });

  it('says that nothing is wrong', async () => {
    writeFileSync(join(root, path), sampleRelease());
    expect((await run()).status).toBe(0);
    expect(summaryText()).toContain('1 file: nothing wrong.\n');
    expect(summaryText()).not.toContain('|');
  });

  it('never becomes larger than GitHub takes', async () => {
    for (let index = 0; index < 60; index++) {
      const lines = Array.from({ length: 110 }, (_, line) => `key${line}${'x'.repeat(60)}: 1`).join('\n');
      writeFileSync(join(root, `releases/2009/${index}.md`), `---\n${lines}\n---\n`);
    }
    await run();
    expect(summaryText()).toMatch(/\n\d+ more findings in the log\.\n/);
    await run();
    expect(readFileSync(summary).length).toBeLessThanOrEqual(1024 * 1024);
    expect(readFileSync(summary).length).toBeGreaterThan(1024 * 1024 - 2000);
  });

  it('is made when it is not there yet', async () => {
    await run([], { GITHUB_STEP_SUMMARY: `${summary}.new` });
    expect(readFileSync(`${summary}.new`, 'utf8')).toContain('### press validate');
  });

  it('is missing, and the run goes on, when it cannot be written', async () => {
    symlinkSync(summary, `${summary}.link`);
    const places = [root, join(root, path), join(root, 'nowhere/summary.md'), `${summary}.link`];
    for (const place of places) {
      const { status, err, out } = await run([], { GITHUB_STEP_SUMMARY: place });
      expect(status).toBe(1);
      expect(err).toMatch(/^The summary of the step is not written: /);
      expect(obeyed(out)).toHaveLength(1);
    }
    expect(readFileSync(join(root, path), 'utf8')).toBe(wrong);
    expect(summaryText()).toBe('Before.\n');
  });
});
