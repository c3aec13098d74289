import { describe, expect, it } from 'vitest';
import { plainPaint } from '../../../src/cli/terminal/colour.ts';
import { renderRelease } from '../../../src/cli/terminal/release-page.ts';
import { releaseTable, tabbedLines } from '../../../src/cli/terminal/release-table.ts';
import { termLine, termTitle } from '../../../src/cli/terminal/term-line.ts';
import { clearForStaff, type ClearedRelease } from '../../../src/model/embargo.ts';
import { factsOf, factsTogether } from '../../../src/model/edition-facts.ts';
import { displayWidth } from '../../../src/text/display-width.ts';
import { releaseOf, settings, today, vocabulary } from '../../model/newsroom.ts';

const moment = { now: Date.parse('2026-11-23T12:00:00Z'), timezone: 'UTC' };
const cleared = (data: object, body = ''): ClearedRelease => clearForStaff(releaseOf({ ...data }, body), moment);
const marked = {
  ...plainPaint,
  quiet: (text: string): string => `<${text}>`,
  warn: (text: string): string => (text === '' ? '' : `!${text}`),
  strong: (text: string): string => `*${text}*`,
};

describe('releases as lines', () => {
  it('have five columns, whatever stands in them', () => {
    const lines = tabbedLines([
      cleared({ id: 'a', title: 'T\tab\nline \u001B[31m', place: ['Baku', 'The Hague'] }),
      cleared({ date: undefined, status: 'draft' }),
    ]);
    expect([...lines]).toEqual([
      'a\t2009-11-16\tBaku; The Hague\tT\\u{0009}ab\\u{000A}line \\u{001B}[31m\tpublished\n',
      'x\t\t\tA title\tdraft\n',
    ]);
  });
});

describe('releases as a table', () => {
  const rows = [
    cleared({ title: 'A title that is rather long for a terminal of that width', place: 'Baku' }),
    cleared({ title: '東京', place: ['Llanfairpwllgwyngyllgogerychwyrndrobwll', 'x'] }),
    cleared({ title: 'Draft', status: 'draft', date: undefined }),
    cleared({ title: 'Embargoed', embargo: '2999-01-01T00:00:00Z' }),
    cleared({ title: 'Unclear', embargo: 'soon' }),
    cleared({ title: 'Later', date: '2999-01-01' }),
  ];

  const tableOf = (releases: readonly ClearedRelease[], width: number): string[] => {
    const facts = factsTogether(
      releases.map((release) => factsOf(release, 'UTC')),
      new Set(),
    );
    return [...releaseTable({ releases, facts }, { width, paint: plainPaint })].map((line) => line.replace(/\n$/, ''));
  };

  it('say why what is not public is not, and keep within the terminal', () => {
    const table = tableOf(rows, 72);
    expect(table[0]).toBe(`2009-11-16  ${'Baku'.padEnd(24)}  A title that is rather long for a…`);
    expect(table.slice(2).map((line) => line.trim().split(/ {2,}/).at(-1))).toEqual([
      'Draft (draft)',
      'Embargoed (embargoed)',
      'Unclear (not public)',
      'Later (not public)',
    ]);
    for (const line of table) expect(displayWidth(line)).toBeLessThanOrEqual(72);
  });

  it('are nothing when there are none, and leave a title twenty columns at least', () => {
    expect(tableOf([], 80)).toEqual([]);
    expect(tableOf([rows[0]!], 5)[0]).toContain('A title that is rat…');
  });
});

describe('a release as a page', () => {
  const page = (release: ClearedRelease, width = 80): string =>
    renderRelease(release, {
      environment: { paint: marked, width },
      repository: { taxonomy: vocabulary, settings },
      today,
    });

  it('says what it is above what it says', () => {
    const release = cleared(
      {
        title: 'The title',
        place: 'Baku',
        source: 'baku',
        fields: ['elections', 'nowhere'],
        summary: 'Short.',
        lang: 'en',
        corrections: [{ date: '2010-01-01', kind: 'correction', note: 'Twelve, not ten.' }],
      },
      'First.\r\n\r\nSecond.\n',
    );
    expect(page(release)).toBe(
      [
        '*The title*',
        '',
        '<Date:> 2009-11-16',
        '<Place:> Baku',
        '<Field of work:> Elections, nowhere',
        '<source:> OSCE Project Co-ordinator in Baku (closed)',
        '<Language:> en',
        '<Type:> press-release',
        '<Summary:> Short.',
        '<Address:> https://press.example.org/2009/x/',
        '<Id:> x',
        '<File:> releases/x.md',
        '',
        '!correction, 2010-01-01: Twelve, not ten.',
        '',
        'First.',
        '',
        'Second.',
        '',
      ].join('\n'),
    );
  });

  it.each([
    [{ status: 'hold' }, 'its status is «hold».'],
    [{ date: undefined }, 'it has no date.'],
    [{ date: '2999-01-01' }, 'its date, 2999-01-01, is not reached.'],
    [{ embargo: '2999-01-01T10:00:00+02:00' }, 'embargoed until 2999-01-01T10:00:00+02:00.'],
    [{ embargo: 'soon' }, 'its embargo cannot be read as a moment, and what cannot be read is closed.'],
    [{ 'em\u001Bbargo': 'x' }, 'its key «em\\u{001B}bargo» looks like a misspelled embargo or status.'],
  ])('says first why it is not public: %j', (data, why) => {
    expect(page(cleared(data)).split('\n')[0]).toBe(`!Not public: ${why}`);
  });

  it('repaints no terminal and wraps at words', () => {
    const shown = page(cleared({ title: 'a\u001B[2Jb' }, `\u001B]0;x\u0007 ${'word '.repeat(30)}`), 40);
    expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
    expect(shown).toContain('*a\\u{001B}[2Jb*');
    for (const line of shown.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(60);
  });

  it('is there at once, however long its words are', () => {
    expect(page(cleared({}, '👩‍👩‍👧'.repeat(60_000)))).toContain('👩‍👩‍👧');
  });
});

describe('a term as a line', () => {
  const view = { taxonomy: vocabulary, today, paint: marked };
  const term = (facet: string, id: string): Parameters<typeof termLine>[0] =>
    vocabulary.facets.get(facet)!.terms.get(id)!;

  it('can be cut out and pasted; closed bodies and headings are marked', () => {
    expect(termLine(term('source', 'baku'), view)).toBe('source/baku\tOSCE Project Co-ordinator in Baku (closed)');
    expect(termTitle(term('field', 'human-dimension'), view)).toBe('Human dimension <[heading]>');
    expect(termTitle(term('field', 'elections'), view)).toBe('Elections');
  });
});
