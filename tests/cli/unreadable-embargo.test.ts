/** An embargo that nobody can read, under whatever key: an error for the house, nothing for everybody else, and a mark for those who ask. */
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { press } from '../support/world.ts';
import { errorsOf } from '../schemas/shipped-schemas.ts';

const moment = '2020-01-01T00:00:00Z';

/** Lines of front matter, by the rule that blames them. */
const lines: readonly (readonly [line: string, rule: string])[] = [
  ['embargo: 2020-01-01', 'embargo-format'],
  ['embargo: 2020-01-01T00:00:00', 'embargo-format'],
  ['embargo: 2020-01-01 00:00', 'embargo-format'],
  ['embargo: 2020-01-01T00:00:00-00:00', 'embargo-format'],
  ['embargo: 2020-02-30T00:00:00Z', 'embargo-format'],
  ['embargo: Monday 9 a.m.', 'embargo-format'],
  ['embargo: null', 'embargo-format'],
  ['embargo: ~', 'embargo-format'],
  ['embargo:', 'embargo-format'],
  ['embargo: ""', 'embargo-format'],
  ['embargo: false', 'embargo-format'],
  ['embargo: 0', 'embargo-format'],
  ['embargo: []', 'embargo-format'],
  [`embargo: [${moment}]`, 'embargo-format'],
  [`embargo: [${moment}, ${moment}]`, 'embargo-format'],
  [`embargo: {until: ${moment}}`, 'embargo-format'],
  [`embargo: ${moment}\nembargo: ${moment}`, 'duplicate-key'],
  ...[
    'embargoed',
    'embargo_until',
    'embargo-until',
    'embargoUntil',
    'Embargo',
    'EMBARGO',
    'embrago',
    'embargos',
    '"embargo "',
    '" embargo"',
    '"embargo\\u200b"',
    '"\\u0435mbargo"',
    'em-bargo',
    'sperrfrist',
    'publish_at',
  ].map((key) => [`${key}: ${moment}`, 'suspect-key'] as const),
];

const word = (at: number): string => `zq${String(at).padStart(3, '0')}w`;
const path = (at: number): string => `releases/2020/${word(at)}.md`;
const isRead = (rule: string): boolean => rule !== 'duplicate-key';

const release = (id: string, more: string): string =>
  `---\nid: ${id}\ntitle: ${id} opens\ndate: 2020-01-02\nplace: ${id}\nsource: secretariat\nfields: [elections]\nsummary: ${id}\nstatus: published\n${more}---\n${id} – ${id}.\n`;

const repository = {
  'taxonomy.yaml': `version: 1
facets:
  field: {property: fields, multiple: true, terms: {elections: {label: Elections}}}
  source: {property: source, terms: {secretariat: {label: Secretariat}}}
`,
  'press.yaml': `baseUrl: https://press.example.org/
publisher: {name: Press office, authority: press.example.org, since: "2009-01-01"}
feeds: [{id: all, title: All, where: "field:elections", url: "https://press.example.org/feeds/", formats: [rss, atom]}]
`,
  'releases/2020/open.md': release('open', `embargo: ${moment}\n`),
  ...Object.fromEntries(lines.map(([line], at) => [path(at), release(word(at), `${line}\n`)])),
};

const cards = await Promise.all([...exportFormats.values()].map((load) => load()));
const marking = cards.filter(({ marksUnpublished }) => marksUnpublished);
const named = (text: string): string[] => lines.flatMap(([line], at) => (text.includes(word(at)) ? [line] : []));
const shown = lines.flatMap(([line, rule]) => (isRead(rule) ? [line] : []));

describe('an embargo that cannot be read', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = scratchFolder(repository);
  });

  async function exported(args: readonly string[]): Promise<string> {
    const { out } = await press(['export', ...args], { cwd });
    return out;
  }

  it('is an error, whatever is wrong with it', async () => {
    const { out, status } = await press(['validate', '--format', 'json', '--rule', 'hype=off'], { cwd });
    expect(status).toBe(1);
    const { diagnostics } = JSON.parse(out) as { diagnostics: { file: string; rule: string; severity: string }[] };
    const about = (at: number): string[] =>
      diagnostics.filter(({ file, severity }) => file === path(at) && severity === 'error').map(({ rule }) => rule);
    expect(lines.map(([line], at) => [line, [...new Set(about(at))]])).toEqual(
      lines.map(([line, rule]) => [line, [rule]]),
    );
  });

  it('lets the release into no output', async () => {
    for (const { id } of cards) {
      const { out, err } = await press(['export', '-f', id, '--content', 'full'], { cwd });
      expect(named(out + err), id).toEqual([]);
      if (id !== 'opml' && id !== 'news-sitemap' && id !== 'xlsx') expect(out, id).toContain('open');
    }
    const { out, err } = await press(['list'], { cwd });
    expect(named(out + err)).toEqual([]);
    expect(out).toContain('open');
  });

  it('holds it back, and is no file that cannot be read', async () => {
    const { err, status } = await press(['list'], { cwd });
    expect(err).toContain(`Held back: ${shown.length} releases that are not public.`);
    expect(err).toContain(`Left out: ${lines.length - shown.length} file that cannot be read as a release`);
    expect(status).toBe(1);
  });

  it('is shown, marked, to those who ask, in every format that has a mark', async () => {
    expect(marking.length).toBeGreaterThan(6);
    for (const { id, isBinary } of marking) {
      const args = ['-f', id, '--include-unpublished', '--content', 'full'];
      if (isBinary === true) {
        await press(['export', ...args, '-o', 'all.xlsx'], { cwd });
        const parts = Object.values(unzipSync(readFileSync(join(cwd, 'all.xlsx')))).map((part) => strFromU8(part));
        expect(named(parts.join('\n'))).toEqual(shown);
      } else expect(named(await exported(args)), id).toEqual(shown);
    }
  });

  it('stands in JSON as it was written, which the schema of the output accepts', async () => {
    const text = await exported(['-f', 'json', '--include-unpublished']);
    const records = JSON.parse(text) as Record<string, unknown>[];
    expect(errorsOf('output/releases.schema.json', records)).toEqual([]);
    const record = (at: number): Record<string, unknown> => records.find(({ id }) => id === word(at)) ?? {};
    const embargo = (line: string): unknown => record(lines.findIndex(([each]) => each === line))['embargo'];
    expect(embargo('embargo: 2020-01-01T00:00:00')).toBe('2020-01-01T00:00:00');
    expect(embargo(`embargo: [${moment}]`)).toEqual([moment]);
    expect(embargo(`embargo: {until: ${moment}}`)).toEqual({ until: moment });
    expect(embargo('embargo: null')).toBeUndefined();
    expect(records.filter((each) => each['public'] === true).map(({ id }) => id)).toEqual(['open']);
  });

  it('is told to agencies as withheld, without a moment that nobody meant', async () => {
    const newsml = await exported(['-f', 'newsml-g2', '--include-unpublished']);
    expect(newsml.match(/<embargoed/g)).toBeNull();
    expect(newsml.match(/stat:withheld/g)).toHaveLength(shown.length);
    const items = (await exported(['-f', 'ninjs', '--include-unpublished'])).trim().split('\n');
    const statuses = items.map((item) => JSON.parse(item) as Record<string, unknown>);
    expect(statuses.filter((item) => 'embargoedUntil' in item)).toEqual([]);
    expect(statuses.filter((item) => item['pubStatus'] === 'withheld')).toHaveLength(shown.length);
  });

  it('is said by name on the page of the release', async () => {
    const { out, status } = await press(['show', word(1)], { cwd });
    expect([out.split('\n')[0], status]).toEqual([
      'Not public: its embargo cannot be read as a moment, and what cannot be read is closed.',
      0,
    ]);
    expect(
      (await press(['list', '--include-unpublished', '--where', 'is:embargoed'], { cwd })).out.split('\n'),
    ).toHaveLength(lines.filter(([, rule]) => rule === 'embargo-format').length + 1);
  });
});
