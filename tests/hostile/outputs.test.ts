/** Texts that want to do something to whoever reads an output: a terminal, a spreadsheet, a browser, a log, an XML parser. */
import { beforeAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { obeyed } from '../support/github-runner.ts';
import { newsroom, put, release, settings, taxonomy } from './newsroom.ts';
import { isSafeOnTerminal, press, pressHere } from './running.ts';

const ESC = '\u001B';
const attacks = [
  `${ESC}[2J${ESC}]0;owned\u0007`,
  '\u009B31m',
  '\u202Edesrever\u202C',
  '\u2066hidden\u2069',
  '\r\n::error file=x::owned',
  '::set-output name=a::b',
  '%0A::add-mask::x',
  '##[command]echo owned',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  ']]><x/>',
  '&bogus;&#0;',
  '<!-- press-ignore x',
  '\u0000\u0008\u001F\uFFFE',
  '\u2028\u2029',
  '{{constructor.constructor("alert(1)")()}}',
  '${7*7}',
  '`id`$(id)',
  "'; DROP TABLE releases; --",
];
const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  ' =1+1',
  '\u00A0=1+1',
  '\u3000=1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example","x")',
];
const links = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&#115;cript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example/',
];

const yaml = (text: string): string => JSON.stringify(text);
const reporters = ['pretty', 'line', 'json', 'sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjson'];

/** Everything that a report quotes: names of files, keys, values, lines, labels of terms. */
function brokenRepository(): string {
  const folder = newsroom({
    'taxonomy.yaml': taxonomy.replace('label: Austria', `label: ${yaml('<b>::error::Austria%0A')}`),
  });
  attacks.forEach((attack, i) => {
    put(
      join(folder, `releases/2009/2009-11-16-t${i}.md`),
      release(`t${i}`, {
        keys: { title: yaml(attack), fields: `[${yaml(attack)}]`, lang: yaml(attack) },
        more: `${yaml(`key${attack}`)}: ${yaml(attack)}\n`,
      }),
    );
    put(
      join(folder, `releases/2009/2009-11-16-r${i}.md`),
      release(`r${i}`, { keys: { title: `x: ${attack}`, status: attack }, body: attack }),
    );
    const name = attack.replaceAll('/', '_').replaceAll('\0', '');
    put(join(folder, `releases/2009/2009-11-16-${name}.md`), release(`n${i}`, { keys: { fields: '[nothing]' } }));
  });
  return folder;
}

describe('reports of hostile releases', () => {
  const told = new Map<string, { readonly out: string; readonly err: string; readonly status: number | null }>();
  beforeAll(async () => {
    const folder = brokenRepository();
    for (const reporter of reporters) {
      told.set(reporter, await pressHere(['validate', '--format', reporter], { cwd: folder }));
      told.set(
        `${reporter} in Actions`,
        await pressHere(['validate', '--format', reporter], { cwd: folder, env: { GITHUB_ACTIONS: 'true' } }),
      );
    }
    told.set('colour', await press(['validate'], { cwd: folder, env: { FORCE_COLOR: '3' } }));
  });

  it.each(reporters)('%s says what is wrong, and nothing gets through', (reporter) => {
    const { out, status } = told.get(reporter)!;
    expect(status).toBe(1);
    expect(out.length).toBeGreaterThan(1000);
    expect(isSafeOnTerminal(out)).toBe(true);
  });

  it.each(reporters)('%s gives no orders to a runner', (reporter) => {
    const { out, err, status } = told.get(`${reporter} in Actions`)!;
    expect(status).toBe(1);
    // Those that a report gives are of its own kinds, and name a rule; what is quoted in one gives none.
    const orders = obeyed(`${out}\n${err}`).filter(({ name, properties }) => {
      const isOwn = ['error', 'warning', 'notice'].includes(name) && properties['title'] !== undefined;
      return !isOwn && !['group', 'endgroup'].includes(name);
    });
    expect(orders).toEqual([]);
  });

  it('colours come from press alone', () => {
    expect(isSafeOnTerminal(told.get('colour')!.out.replaceAll(/\u001B\[[0-9;]*m/g, ''))).toBe(true);
  });

  it.each(['json', 'sarif', 'gitlab', 'rdjson'])('%s is JSON', (reporter) => {
    expect(() => JSON.parse(told.get(reporter)!.out)).not.toThrow();
  });
});

describe('releases with hostile words that are honest', () => {
  const outputs = new Map<string, string>();
  const formats = 'list csv json ndjson markdown html rss atom json-feed opml ninjs newsml-g2 json-ld sitemap'.split(
    ' ',
  );
  const printable = [...attacks, ...formulas].filter(
    (text) => isSafeOnTerminal(text) && !/[\u2028\u2029\uFFFE]/.test(text),
  );

  beforeAll(async () => {
    const folder = newsroom({
      'press.yaml': settings.replace('name: Press Office', `name: ${yaml('</title><script>alert(1)</script>=1+1')}`),
      'taxonomy.yaml': taxonomy.replace('label: Elections', `label: ${yaml('=1+1<script>alert(1)</script>')}`),
    });
    printable.forEach((text, i) =>
      put(
        join(folder, `releases/2009/2009-11-16-p${i}.md`),
        release(`p${i}`, {
          keys: { title: yaml(text), place: yaml(text.slice(0, 60)), summary: yaml(text) },
          more: `contacts: [{name: ${yaml(text)}, role: ${yaml(text)}}]\n`,
          body: `\n${text}\n\n${links.map((link) => `[x](<${link}>) ![y](<${link}>)`).join('\n')}\n\n<script>alert(2)</script>\n`,
        }),
      ),
    );
    for (const format of formats) outputs.set(format, (await pressHere(['export', '-f', format], { cwd: folder })).out);
    for (const format of ['csv', 'json', 'html', 'rss'])
      outputs.set(
        `${format} full`,
        (await pressHere(['export', '-f', format, '--content', 'full'], { cwd: folder })).out,
      );
    outputs.set('list for people', (await press(['list'], { cwd: folder })).out);
  });

  it.each(formats)('%s has them all', (format) => {
    const text = outputs.get(format)!;
    if (format !== 'opml')
      expect(printable.filter((_, i) => !new RegExp(`p${i}\\b`).test(text) && !['list'].includes(format))).toEqual([]);
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\uFFFE]/);
  });

  it.each(['csv', 'csv full'])('no cell of %s is a formula', (format) => {
    const cells = (parse(outputs.get(format)!, { bom: true }) as string[][]).flat();
    expect(cells.length).toBeGreaterThan(100);
    expect(
      cells.filter(
        (cell) => /^[\s\u00A0\u3000]*[=+@＝＋－＠]/.test(cell) || /^[\s\u00A0\u3000]*-(?![\d.]+$)/.test(cell),
      ),
    ).toEqual([]);
  });

  it.each(['html', 'html full', 'rss', 'rss full', 'atom', 'newsml-g2'])('%s runs nothing', (format) => {
    const text = outputs.get(format)!.replaceAll('&lt;', '').replaceAll('\\u003c', '');
    expect(text).not.toMatch(
      /<script(?! type="application\/ld\+json")|<svg|<img[^>]*onerror|(?:href|src)="\s*(?:javascript|data|vbscript|file):/i,
    );
  });

  it.each(['json', 'json full', 'json-feed', 'json-ld'])('%s is JSON', (format) => {
    expect(() => JSON.parse(outputs.get(format)!)).not.toThrow();
  });
});
