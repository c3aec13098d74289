import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { validate } from '../../src/operations/validate.ts';
import { openRepository } from '../../src/repository/open.ts';
import { rules } from '../../src/rules/index.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { testNow } from './example-repository.ts';
import { findingsOf } from './marked-text.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

async function only(text: string, path?: string): Promise<Diagnostic> {
  const found = await findingsOf(text, path);
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`expected one finding, not ${JSON.stringify(found)}`);
  return first;
}

const on = (day: string, changes: Record<string, string>): Promise<Diagnostic> =>
  only(
    sampleRelease({ date: day, place: undefined, ...changes }, 'No dateline.\n'),
    `releases/${day.slice(0, 4)}/${day}-observer-course.md`,
  );

describe('what findings say', () => {
  it.each([
    ['electoins', 'Did you mean «elections»?', 'safe'],
    ['Genderr equality', 'Did you mean «gender-equality»?', 'safe'],
    ['gender', 'Did you mean «gender-equality»?', 'review'],
    ['azerbaijan', 'It is a term that stands under «countries».', undefined],
    ['albania', 'It is a term that stands under «countries» or «source».', undefined],
    ['submarines', '«press taxonomy list field» shows the terms.', undefined],
  ])('of the unknown term %s: %s', async (word, hint, safety) => {
    const found = await only(sampleRelease({ fields: `[${word}]` }));
    expect(found).toMatchObject({ message: `«${word}» is not a term of field.`, hint });
    expect(found.fix?.safety).toBe(safety);
  });

  it('shows how several terms are written', async () => {
    const found = await only(sampleRelease({ fields: 'Elections, education' }));
    expect(found).toMatchObject({ hint: 'Several terms are a list: write [elections, education].' });
    expect((await only(sampleRelease({ fields: 'elections, submarines' }))).hint).not.toContain('Several');
  });

  it('shows which terms there are to choose from where the facet takes one', async () => {
    const taxonomy =
      'version: 1\nfacets: {desk: {property: desk, terms: {sport: {label: Sport}, culture: {label: Culture}}}}\n';
    const text = sampleRelease({ source: undefined, fields: undefined, desk: 'Sport; Culture' });
    const [found] = await findingsOf(text, samplePath, { 'taxonomy.yaml': taxonomy });
    expect(found).toMatchObject({
      hint: '«desk» takes one term: write «sport» or «culture».',
      fix: { safety: 'review', edits: [{ text: 'sport' }] },
      alternatives: [{ safety: 'review', edits: [{ text: 'culture' }] }],
    });
  });

  it('puts the id of today in the place of a former one', async () => {
    const taxonomy =
      'version: 1\nfacets: {topic: {property: topics, terms: {rivers: {label: Rivers, formerIds: [water]}}}}\n';
    const text = sampleRelease({ source: undefined, fields: undefined, topics: 'water' });
    expect(await findingsOf(text, samplePath, { 'taxonomy.yaml': taxonomy })).toMatchObject([
      { rule: 'label-for-id', hint: 'Write «rivers».', fix: { safety: 'safe', edits: [{ text: 'rivers' }] } },
    ]);
  });

  it('takes a term out whose successor stands already', async () => {
    const terms =
      'a: {label: A, deprecated: true, replacedBy: [c]}, b: {label: B, deprecated: true, replacedBy: [c]}, c: {label: C}';
    const taxonomy = `version: 1\nfacets: {topic: {property: topics, multiple: true, terms: {${terms}}}}\n`;
    const fixes = async (topics: string): Promise<unknown> => {
      const text = sampleRelease({ source: undefined, fields: undefined, topics });
      const found = await findingsOf(text, samplePath, { 'taxonomy.yaml': taxonomy });
      return found.map(({ message, fix }) => [message, fix?.title, fix?.safety]);
    };
    expect(await fixes('[a, c]')).toEqual([['«a» (A) is no longer used.', 'Take it out', 'safe']]);
    expect(await fixes('[A, b]')).toEqual([
      ['«A» is no longer used.', 'Replace by c', 'safe'],
      ['«b» (B) is no longer used.', 'Take it out', 'safe'],
    ]);
  });

  it.each([
    [{}, 'the schema of the type'],
    [{ 'schemas/release.schema.json': '{}' }, 'schemas/release.schema.json'],
    [
      { 'schemas/release.schema.json': '{}', 'schemas/types/press-release.schema.json': '{}' },
      'schemas/types/press-release.schema.json',
    ],
    [{ 'schemas/types/statement.schema.json': '{}' }, 'the schema of the type'],
  ])('of a key of nobody, with the schemas %j, names %s', async (schemas, file) => {
    const root = scratchFolder({
      'taxonomy.yaml': shippedTaxonomy,
      [samplePath]: sampleRelease({ weather: 'fine' }),
      ...schemas,
    });
    const { diagnostics } = validate(await openRepository(root), { rules, levels: new Map(), now: testNow });
    const found = diagnostics.find(({ message }) => message.startsWith('«weather»'));
    expect(found?.hint).toBe(`Take it out, or add it to ${file}.`);
  });

  it('of a key of nobody names the keys of its mapping', async () => {
    const found = await only(sampleRelease({ contacts: '[{name: Desk, fax: none}]' }));
    expect(found.hint).toBe('Take it out. The keys here are «name», «role», «phone» and «email».');
  });

  it('of a key that is there already says so, and mends nothing', async () => {
    const found = await only(sampleRelease({ tittle: 'A course' }));
    expect(found.hint).toBe('«title» is there already: keep one of the two.');
    const second = await only(sampleRelease({ embargo: '2009-11-16T09:00:00Z', embargoed: 'yes' }));
    expect(second.hint).toMatch(/^«embargo» is there already/);
    expect([found.fix, second.fix]).toEqual([undefined, undefined]);
  });

  it.each([
    ['2009-11-16 09:00', /^The distance from UTC is missing\. In UTC that is 2009-11-16T09:00:00Z\.$/, 'review'],
    ['2009-11-31T09:00:00Z', /^There is no such day or time\. Write day/, undefined],
    ['03/04/2009 09:00 UTC', /^It may be 2009-04-03T09:00:00Z or 2009-03-04T09:00:00Z: /, undefined],
    ['2009-11-16 09:00 UTC', /^Write 2009-11-16T09:00:00Z, if/, 'review'],
    ['soon', /^Write day, time and distance/, undefined],
  ])('of the embargo %s', async (embargo, hint, safety) => {
    const found = await only(sampleRelease({ embargo }));
    expect(found.hint).toMatch(hint);
    expect(found.fix?.safety).toBe(safety);
  });

  it.each([
    [{ slug: 'Baku' }, /^Write «baku»\. It cannot hold «B»\. /],
    [{ id: 'a b' }, /^Write «a-b»\. It cannot hold a blank\. /],
    [{ title: '|\n  One\n  two' }, /^It cannot hold a line break\. /],
    [{ attachments: '[{href: /a.pdf, size: "12"}]' }, /^Take the quotes off\. /],
    [{ aliases: '/old/' }, / A list stands in brackets, /],
    [{ aliases: '[/a/, /a/]' }, /^Take one of the two out/],
  ])('of the value in %j', async (change, hint) => {
    expect((await only(sampleRelease(change))).hint).toMatch(hint);
  });

  it('of a word with many meanings names some, with their labels', async () => {
    const terms = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => `${id}: {label: Term ${id}, aliases: [word]}`).join(', ');
    const taxonomy = `version: 1\nfacets: {topic: {property: topics, terms: {${terms}}}}\n`;
    const text = sampleRelease({ source: undefined, fields: undefined, topics: 'word' });
    const [found] = await findingsOf(text, samplePath, { 'taxonomy.yaml': taxonomy });
    expect(found?.hint).toMatch(/meant, such as «a» \(Term a\), .* or «e» \(Term e\)\.$/);
    expect(found?.alternatives).toHaveLength(4);
  });

  it('of a missing term takes the article that fits', async () => {
    const hints = ['Office', 'Desk', 'OSCE body'].map(async (label) => {
      const taxonomy = `version: 1\nfacets: {it: {property: it, label: ${label}, required: true, terms: {a: {label: A}}}}\n`;
      const text = sampleRelease({ source: undefined, fields: undefined });
      return (await findingsOf(text, samplePath, { 'taxonomy.yaml': taxonomy }))[0]?.hint?.split(':')[0];
    });
    expect(await Promise.all(hints)).toEqual([
      'Every release has an office',
      'Every release has a desk',
      'Every release has an OSCE body',
    ]);
  });

  it('says when a moment lacks nothing but its seconds', async () => {
    const found = await only(sampleRelease({ embargo: '2009-11-16T09:00+04:00' }));
    expect(found.hint).toBe('The seconds are missing: write 2009-11-16T09:00:00+04:00.');
  });

  it('names letters that only look like others', async () => {
    expect((await only(sampleRelease({ fields: '[\u0435lections]' }))).message).toBe(
      '«\u0435lections» (with U+0435) is not a term of field.',
    );
    expect((await only(sampleRelease({ fields: '[electi\u200Bonss]' }))).message).toContain('(with U+200B)');
    expect((await only(sampleRelease({ fields: '[выбры]' }))).message).toBe('«выбры» is not a term of field.');
  });

  it('shortens what is long', async () => {
    const { message } = await only(sampleRelease({ fields: `[${'😀'.repeat(2000)}]` }));
    expect(message.length).toBeLessThan(110);
    expect(message.isWellFormed()).toBe(true);
  });

  it.each([
    [
      '2019-01-01',
      'zagreb',
      '«OSCE Office in Zagreb» existed from 2008-01-01 until 2012-01-17; the release is dated 2019-01-01.',
      /^Choose the body/,
    ],
    [
      '2008-11-30',
      'croatia',
      '«OSCE Mission to Croatia» existed from 1996 until 2007-12; the release is dated 2008-11-30.',
      /^On that day there was «zagreb» \(OSCE Office in Zagreb\)\. Otherwise put the date right\.$/,
    ],
    [
      '2013-11-30',
      'croatia',
      '«OSCE Mission to Croatia» existed from 1996 until 2007-12; the release is dated 2013-11-30.',
      /^After it came «zagreb» \(OSCE Office in Zagreb\), which had closed as well\. Choose the body/,
    ],
    [
      '2007-11-30',
      'zagreb',
      '«OSCE Office in Zagreb» existed from 2008-01-01 until 2012-01-17; the release is dated 2007-11-30.',
      /«croatia»/,
    ],
    [
      '1999-11-30',
      'baku',
      '«OSCE Project Co-ordinator in Baku» existed from 2000-07-17 until 2015-07-04; the release is dated 1999-11-30.',
      /^Choose/,
    ],
  ])('on %s of the author %s', async (day, source, ...told) => {
    const [message, hint] = told;
    const found = await on(day, { source });
    expect(found).toMatchObject({ rule: 'retired-term', message });
    expect(found.hint).toMatch(hint);
  });

  it('offers the only successor, for a person to look at', async () => {
    expect((await on('2008-11-30', { source: 'croatia' })).fix).toMatchObject({
      safety: 'review',
      edits: [{ text: 'zagreb' }],
    });
    expect((await on('2019-01-01', { source: 'croatia' })).fix).toBeUndefined();
  });

  it.each([
    ['2009-02-30', /^That month has the days 01 to 28\.$/],
    ['2012-02-30', /^That month has the days 01 to 29\.$/],
    ['2009-13-01', /^The months are 01 to 12\.$/],
    ['2009-11-16 09:30', /^Write day, time and distance from UTC, such as 2009-11-16T/],
    ['2009-11-16T24:00:00Z', /^Write day, time and distance/],
    ['16 November 2009', /^Write year, month and day/],
    ['0000-01-01', /^The years are/],
  ])('of the date %s', async (date, hint) => {
    const found = await only(sampleRelease({ updated: date }));
    expect(found).toMatchObject({ rule: 'date-format' });
    expect(found.hint).toMatch(hint);
  });

  it.each([
    ['2009/11/16', 'safe', '2009-11-16'],
    ['2009-11-16t09:00:00z', 'safe', '"2009-11-16T09:00:00Z"'],
    ['2009-11-16 09:00', 'review', '"2009-11-16T09:00:00Z"'],
    ['03/04/2009', undefined, undefined],
    ['soon', undefined, undefined],
  ])('of the date %s has the fix %s', async (date, safety, text) => {
    const { fix } = await only(sampleRelease({ updated: date }));
    expect([fix?.safety, fix?.edits[0]?.text]).toEqual([safety, text]);
  });

  it('of a date with two readings names both', async () => {
    const { message } = await only(sampleRelease({ updated: '03/04/2009' }));
    expect(message).toBe('«03/04/2009» may be 2009-04-03 or 2009-03-04.');
  });

  it.each([
    ['2026-06-01', 'EMBARGOED UNTIL 18:00', 'error'],
    ['2026-05-20', 'EMBARGOED UNTIL 3 JUNE', 'error'],
    ['2026-05-20', 'EMBARGOED UNTIL 21 MAY', 'warning'],
    ['2026-05-20', 'EMBARGOED UNTIL 18:00', 'warning'],
  ])('of an embargo in the text of %s, «%s», is an %s', async (date, notice, severity) => {
    const text = sampleRelease({ date, place: undefined, source: 'secretariat' }, `${notice}\n\nA course opened.\n`);
    const found = await only(text, `releases/2026/${date}-observer-course.md`);
    expect(found).toMatchObject({ rule: 'embargo-in-body', severity });
    expect(found.message).toBe(`The text says «${notice}», but the release has no embargo.`);
  });

  it.each([
    ['2026-06-02', 'info', 'The release becomes public by itself on 2026-06-02T00:00:00Z.'],
    ['2029-06-02', 'warning', 'The release is dated 2029-06-02: the year 2029 can hardly be right.'],
    ['1899-06-02', 'warning', 'The release is dated 1899-06-02: the year 1899 can hardly be right.'],
  ])('of the distant date %s is an %s', async (date, severity, message) => {
    const text = sampleRelease({ date, place: undefined, source: 'secretariat' }, 'A course opened.\n');
    const path = `releases/${date.slice(0, 4)}/${date}-observer-course.md`;
    const found = (await findingsOf(text, path)).find(({ rule }) => rule === 'date-future');
    expect(found).toMatchObject({ severity, message });
  });

  it('of a dateline believes the file’s name, and else the front matter', async () => {
    const wrongDateline = await only(sampleRelease({}, 'BAKU, 17 November 2009 - A course opened.\n'));
    expect(wrongDateline.hint).toBe('Write «16 November 2009» in the dateline, or put «date» right.');
    const found = await findingsOf(sampleRelease({ date: '2009-11-17' }));
    expect(found.map(({ rule }) => rule)).toEqual(['file-name-date', 'dateline-date']);
    expect(found[1]?.hint).toBe('The file’s name says the same as the dateline: put «date» right.');
  });

  it('of a draft without terms is a warning', async () => {
    expect((await only(sampleRelease({ source: undefined, status: 'draft' }))).severity).toBe('warning');
    expect((await only(sampleRelease({ source: undefined }))).severity).toBe('error');
  });

  it('of characters that turn text around depends on where they are', async () => {
    expect((await only(sampleRelease({ title: 'a\u202Eb' }))).severity).toBe('error');
    expect((await only(`${sampleRelease()}a\u202Eb`)).severity).toBe('warning');
  });

  it('of a misspelled status advises the nearest, and mends nothing by itself', async () => {
    const found = await only(sampleRelease({ status: 'publishd' }));
    expect(found.hint).toMatch(/^Did you mean «published»\? It takes «draft»/);
    expect(found.fix?.safety).toBe('review');
  });

  it('of a control character in a value is one finding', async () => {
    expect(await only(sampleRelease({ title: 'Course\u0007 opens' }))).toMatchObject({
      rule: 'control-character',
      range: { start: { line: 3, column: 14 } },
    });
  });

  it('comes for everything that is wrong with a file at once', async () => {
    const text = sampleRelease({
      id: undefined,
      status: 'publish',
      fields: '[electoins, Youth]',
      summry: 'x',
      date: '2009-11-31',
      type: 'sttement',
    });
    expect((await findingsOf(text)).map(({ rule }) => rule)).toEqual([
      'schema',
      'date-format',
      'unknown-term',
      'label-for-id',
      'unknown-key',
      'unknown-type',
      'schema',
    ]);
  });

  it('of a word that another reader of YAML would misread is quoted in the fix', async () => {
    const taxonomy = 'version: 1\nfacets: {answer: {property: answer, terms: {no: {label: Negative}}}}\n';
    const text = sampleRelease({ source: undefined, fields: undefined, answer: 'Negative' });
    const [found] = await findingsOf(text, samplePath, { 'taxonomy.yaml': taxonomy });
    expect(found?.fix?.edits[0]?.text).toBe('"no"');
  });

  it('follows merges to the term in use', async () => {
    const terms =
      'a: {label: A, deprecated: true, replacedBy: [b]}, b: {label: B, deprecated: true, replacedBy: [a, c]}, c: {label: C}';
    const taxonomy = `version: 1\nfacets: {topic: {property: topics, multiple: true, terms: {${terms}}}}\n`;
    const [found] = await findingsOf(
      sampleRelease({ source: undefined, fields: undefined, topics: '[a]' }),
      samplePath,
      { 'taxonomy.yaml': taxonomy },
    );
    expect(found).toMatchObject({
      rule: 'deprecated-term',
      message: '«a» (A) is no longer used.',
      hint: 'Write «c».',
      fix: { edits: [{ text: 'c' }] },
    });
  });

  it('is never missing where a schema of the newsroom’s own refuses what the vocabulary knows', async () => {
    const root = scratchFolder({
      'taxonomy.yaml': shippedTaxonomy,
      [samplePath]: sampleRelease(),
      'schemas/release.schema.json': JSON.stringify({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        additionalProperties: false,
        properties: { id: {}, title: {}, date: {}, place: {}, source: {}, status: {} },
      }),
    });
    const { diagnostics } = validate(await openRepository(root), { rules, levels: new Map(), now: testNow });
    expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      ['unknown-key', '«fields» is no key that press knows here.'],
    ]);
  });

  it('names no body that came before one that has closed', async () => {
    const after = await on('2016-11-16', { source: 'minsk' });
    expect(after).toMatchObject({ rule: 'retired-term' });
    expect(after.hint).not.toContain('belarus');
    expect((await on('2000-11-16', { source: 'minsk' })).hint).toContain('«belarus»');
  });
});
