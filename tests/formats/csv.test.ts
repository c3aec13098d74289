import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/formats/csv.ts';
import type { Edition } from '../../src/model/edition.ts';
import { makeTaxonomy } from '../../src/model/make-taxonomy.ts';
import { PressError } from '../../src/model/press-error.ts';
import { unguardCell } from '../../src/text/csv-cells.ts';
import { splitList } from '../../src/text/csv-lists.ts';
import {
  editionOf,
  emptyEdition,
  hostileEdition,
  publicRelease,
  referenceEdition,
  staffEdition,
  staffRelease,
} from '../support/editions.ts';
import { written } from '../support/written.ts';

/** The records as a strict reader sees them. */
function records(edition: Edition): string[][] {
  return parse(written(csv, edition), { record_delimiter: '\r\n', bom: true });
}

/** One cell of the first release. */
function cell(edition: Edition, column: string): string | undefined {
  const [header, first] = records(edition);
  return first?.[header?.indexOf(column) ?? -1];
}

const usual = 'id,title,date,updated,place,source,fields,countries,lang,type,status,summary,url';
/** The edition as it is when nobody says how much text goes with it. */
const asUsual = (edition: Edition): Edition => ({ ...edition, content: csv.content });
const contacts = [{ name: 'A. Example', role: 'Officer', email: 'a@example.org' }, { phone: '+43 1' }];
const release = publicRelease(
  {
    id: 'a',
    contacts,
    attachments: [{ href: '/a.pdf', size: 3 }],
    related: ['a'],
    custom: ['x;y', { deep: [1, true] }],
    corrections: [{ date: '2020-02-01', kind: 'correction', note: 'Six, not five' }],
    place: 'Here; there',
    count: 5,
    nothing: null,
    origin: { url: 'https://example.org/old' },
  },
  'First\n\nSecond',
);

describe('csv', () => {
  it.each([
    ['reference', referenceEdition],
    ['staff', staffEdition],
    ['hostile', hostileEdition],
    ['empty', emptyEdition],
  ])('has a header, as many records as releases, and cells in all of them: %s edition', (_, edition) => {
    const [header, ...rows] = records(asUsual(edition));
    expect(header?.join()).toMatch(new RegExp(`^${usual}(,embargo,public)?$`));
    expect(rows).toHaveLength(edition.releases.length);
    expect(new Set(rows.map((row) => row.length)).size).toBeLessThanOrEqual(1);
    expect(written(csv, edition)).toMatch(/\r\n$/);
  });

  it('is its header when nothing was chosen', () => {
    expect(written(csv, asUsual(emptyEdition))).toBe(`${usual}\r\n`);
    expect(written(csv, { ...emptyEdition, content: 'full' })).toBe(`${usual},body\r\n`);
    expect(written(csv, { ...emptyEdition, content: 'none' })).toBe(`${usual.replace('summary,', '')}\r\n`);
  });

  it('writes no cell that a spreadsheet would run', () => {
    for (const text of records(hostileEdition).flat()) {
      expect(text).toMatch(/^(?:-5|(?!['\s\p{Cf}]*[=+@＝＋－＠-])(?![\t\r\n])[^]*|'[^]*)$/u);
    }
  });

  it('gives every title back when the guard is taken away', () => {
    const titles = records(hostileEdition)
      .slice(2)
      .map((row) => unguardCell(row[1] ?? ''));
    expect(titles).toEqual(hostileEdition.releases.slice(1).map(({ title }) => title));
  });

  it('writes cells raw and with a byte-order mark where that is asked for', () => {
    const text = written(csv, { ...hostileEdition, bom: true, rawCells: true });
    expect(text.startsWith('\uFEFFid,')).toBe(true);
    expect(text).toContain('\r\nformula-0,=1+1,');
    expect(written(csv, emptyEdition).startsWith('id,')).toBe(true);
  });

  it('joins lists so that they can be read back', () => {
    expect(splitList(cell(referenceEdition, 'fields') ?? '')).toEqual(['Elections', 'Law; order & justice']);
    expect(splitList(cell(referenceEdition, 'place') ?? '')).toEqual(['Vienna', 'Warsaw']);
    expect(splitList(cell(editionOf([release]), 'place') ?? '')).toEqual(['Here; there']);
  });

  it('takes labels of the day when they are asked for', () => {
    const old = publicRelease({ id: 'a', source: 'baku', date: '2009-11-16' });
    expect(cell(editionOf([old]), 'source')).toBe('OSCE Project Co-ordinator in Baku (closed)');
    expect(cell(editionOf([old], { labels: 'as-of' }), 'source')).toBe('OSCE Office in Baku');
  });
});

/** What is said to somebody who asks for a column. */
function refusal(column: string): PressError | undefined {
  try {
    written(csv, editionOf([release], { columns: [column] }));
  } catch (error) {
    if (error instanceof PressError) return error;
  }
  return undefined;
}

describe('the columns of a table', () => {
  it('are the usual ones, with what another vocabulary requires of each release', () => {
    const terms = { a: { label: 'A' } };
    const taxonomy = makeTaxonomy({
      version: 1,
      facets: {
        ministry: { property: 'ministry', required: true, terms },
        topic: { property: 'topics', terms },
        country: { property: 'countries', terms },
      },
    });
    expect(written(csv, asUsual(editionOf([], { taxonomy })))).toBe(
      'id,title,date,updated,place,countries,ministry,lang,type,status,summary,url\r\n',
    );
  });

  it.each([
    ['contacts', 'A. Example, Officer, a@example.org; +43 1'],
    ['corrections', '2020-02-01, correction, Six, not five'],
    ['attachments', '/a.pdf, 3'],
    ['related', 'a'],
    ['body', 'First\n\nSecond'],
    ['path', 'releases/2020/a.md'],
    ['public', 'true'],
    ['custom', 'x\\;y; 1, true'],
    ['count', '5'],
    ['nothing', ''],
    ['origin', 'https://example.org/old'],
    ['meetings', ''],
  ])('may be any key: %s is %j', (column, text) => {
    const edition = editionOf([release], { columns: ['id', column], content: 'none' });
    expect(records(edition)).toEqual([
      ['id', column],
      ['a', text],
    ]);
  });

  it('do not show whom to call unless that is asked for', () => {
    expect(written(csv, editionOf([release]))).not.toContain('a@example.org');
  });

  it('always say what is not public', () => {
    const held = staffRelease({ id: 'a', status: 'hold', embargo: '2999-01-01T00:00:00Z' });
    expect(records(editionOf([held], { columns: ['title'] }))).toEqual([
      ['title', 'status', 'embargo', 'public'],
      ['A title', 'hold', '2999-01-01T00:00:00Z', 'false'],
    ]);
    expect(cell(staffEdition, 'public')).toBe('false');
  });

  it('must be keys of a release', () => {
    expect(refusal('tilte')).toMatchObject({ code: 'usage', hint: 'Did you mean «title»?' });
    expect(refusal('tilte')?.message).toContain('«tilte» is not a column');
    expect(refusal('toString')?.hint).toMatch(/^The columns are id, title, .*, origin\.$/);
  });

  it('are not judged where there is no release to judge them by', () => {
    expect(written(csv, editionOf([], { columns: ['own-key'] }))).toBe('own-key\r\n');
  });
});
