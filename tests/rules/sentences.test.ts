import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { validate } from '../../src/operations/validate.ts';
import { openRepository } from '../../src/repository/open.ts';
import { rules } from '../../src/rules/index.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { testNow } from './example-repository.ts';
import { findingsOf, taxonomyText } from './marked-text.ts';

async function only(text: string, path?: string): Promise<Diagnostic> {
  const found = await findingsOf(text, path);
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`expected one finding, not ${JSON.stringify(found)}`);
  return first;
}

const on = (day: string, changes: Record<string, string>): Promise<Diagnostic> =>
  only(
    sampleRelease({ date: day, place: undefined, ...changes }, 'No dateline.\n'),
    samplePath.replace('2009-11-16', day),
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
      /^On that day there was «zagreb»/,
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

  it('of a draft without terms is a warning', async () => {
    expect((await only(sampleRelease({ source: undefined, status: 'draft' }))).severity).toBe('warning');
    expect((await only(sampleRelease({ source: undefined }))).severity).toBe('error');
  });

  it('of characters that turn text around depends on where they are', async () => {
    expect((await only(sampleRelease({ title: 'a\u202Eb' }))).severity).toBe('error');
    expect((await only(`${sampleRelease()}a\u202Eb`)).severity).toBe('warning');
  });

  it('of a misspelled status advises the nearest, and mends nothing', async () => {
    const found = await only(sampleRelease({ status: 'publishd' }));
    expect(found.hint).toMatch(/^Did you mean «published»\? It takes «draft»/);
    expect(found.fix).toBeUndefined();
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
      'taxonomy.yaml': taxonomyText,
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
});
