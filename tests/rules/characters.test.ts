import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { findingsOf } from './marked-text.ts';

const mended = (text: string, found: readonly Diagnostic[]): string =>
  found
    .flatMap(({ fix }) => fix?.edits ?? [])
    .sort((a, b) => b.range.start.offset - a.range.start.offset)
    .reduce(
      (whole, { range, text: put }) => whole.slice(0, range.start.offset) + put + whole.slice(range.end.offset),
      text,
    );
const body = (text: string): string => sampleRelease({}, `BAKU, 16 November 2009 - ${text}\n`);
const ofRule = async (rule: string, text: string, path = samplePath): Promise<Diagnostic[]> =>
  (await findingsOf(text, path)).filter((found) => found.rule === rule);

/** Rule, what, text, and the text once every fix is applied. */
const fixes: readonly (readonly [rule: string, what: string, text: string, after: string])[] = [
  [
    'unicode-form',
    'of several kinds at once',
    sampleRelease({ title: '"Cafe\u0301 \uFB01ve\u200B opens in in\u00ADner Bake\u0301"' }),
    sampleRelease({ title: '"Café five opens in inner Baké"' }),
  ],
  ['unicode-form', 'in the body', body('A cafe\u0301 o\uFB03ce.'), body('A café office.')],
  [
    'mixed-script-slug',
    'in two words',
    sampleRelease({ title: '\u0412aku and \u0421airo open a course' }),
    sampleRelease({ title: 'Baku and Cairo open a course' }),
  ],
  [
    'unquoted-yaml-1.1',
    'in a list of groups',
    sampleRelease({ contacts: '\n  - name: Yes\n    phone: +43155501' }),
    sampleRelease({ contacts: '\n  - name: "Yes"\n    phone: "+43155501"' }),
  ],
  [
    'bidi-control',
    'in pairs',
    sampleRelease({ title: 'Course \u202Efor\u202C observers opens' }),
    sampleRelease({ title: 'Course for observers opens' }),
  ],
  [
    'control-character',
    'between words and in one',
    body('A\u000Bcourse\u0007 opened \u0096 today.'),
    body('A course opened – today.'),
  ],
  ['control-character', 'of an old Mac', sampleRelease().replaceAll('\n', '\r'), sampleRelease()],
  [
    'control-character',
    'a return in a file from Windows',
    body('A\rB').replaceAll('\n', '\r\n'),
    body('A\nB').replaceAll('\n', '\r\n'),
  ],
  [
    'mixed-line-ends',
    'in a file from Windows',
    sampleRelease().replaceAll('\n', '\r\n').replace('Baku\r\nsource', 'Baku\nsource'),
    sampleRelease().replaceAll('\n', '\r\n'),
  ],
  ['mixed-line-ends', 'in a file from elsewhere', body('A.\r\n\r\nB.'), body('A.\n\nB.')],
];

describe('all fixes together mend', () => {
  it.each(fixes)('%s %s', async (rule, _, text, after) => {
    const found = await ofRule(rule, text);
    expect(mended(text, found)).toBe(after);
    expect(await ofRule(rule, after)).toEqual([]);
  });
});

describe('a character that nobody sees', () => {
  it('is counted, not listed', async () => {
    const found = await ofRule(
      'unicode-form',
      sampleRelease({ title: 'e\u0301 e\u0301 e\u0301 and a course in Baku' }),
    );
    expect(found.map(({ message }) => message)).toEqual([
      '«e\u0301» is stored in parts (U+0065 U+0301) instead of as one character (U+00E9), and 2 more follow.',
    ]);
  });

  it('is taken out of an address only by a person', async () => {
    const safety = async (changes: Record<string, string>): Promise<unknown> =>
      (await ofRule('unicode-form', sampleRelease(changes))).map(({ fix }) => fix?.safety);
    expect(await safety({ aliases: '[/cafe\u0301/]' })).toEqual(['review']);
    expect(await safety({ attachments: '[{href: cafe\u0301.pdf, title: cafe\u0301}]' })).toEqual(['review', 'safe']);
    expect(await safety({ summary: 'in\u00ADformation' })).toEqual(['review']);
    expect(await safety({ summary: 'a\u200Bb' })).toEqual(['safe']);
  });

  it('is looked for in the name of the file', async () => {
    const [found] = await ofRule('unicode-form', sampleRelease(), 'releases/2009/2009-11-16-cafe\u0301.md');
    expect(found).toMatchObject({
      range: { start: { line: 1, column: 1 } },
      message: expect.stringMatching(/^In the name of this file: /) as string,
    });
    expect(await ofRule('bidi-control', sampleRelease(), 'releases/2009/2009-11-16-a\u202Eb.md')).toHaveLength(1);
    expect(await ofRule('mixed-script-slug', sampleRelease(), 'releases/2009/2009-11-16-c\u043Eurse.md')).toHaveLength(
      1,
    );
  });
});

describe('what another rule says already', () => {
  it.each([
    ['a term', { fields: '[elec\u200Btions, \u0435ducation]' }],
    ['an id', { related: '[2009-11-16-\u0441ourse]' }],
    ['a status', { status: 'on' }],
    ['a key that nobody knows', { weather: 'no' }],
    ['a term that does not exist', { countries: '[yes]' }],
  ])('is said once of %s', async (_, changes) => {
    const found = (await findingsOf(sampleRelease(changes))).map(({ rule }) => rule);
    for (const rule of ['unicode-form', 'mixed-script-slug', 'unquoted-yaml-1.1']) expect(found).not.toContain(rule);
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('text without quotes', () => {
  it.each([
    ['in quotes', { lang: '"no"', title: "'12:30'" }],
    ['on lines of its own', { summary: '>-\n  no' }],
    ['a number that everybody writes alike', { slug: '2009' }],
    ['days and moments', { updated: '2009-11-17', embargo: '2009-11-16T09:00:00+04:00' }],
    ['a number where a number is wanted', { attachments: '[{href: a.pdf, size: 0x400}]' }],
  ])('is fine: %s', async (_, changes) => {
    expect(await ofRule('unquoted-yaml-1.1', sampleRelease(changes))).toEqual([]);
  });
});

describe('names that computers keep', () => {
  it.each([
    [{ id: 'aux' }, '«aux» cannot be the id of a release: Windows keeps that name for a device.'],
    [{ slug: 'index' }, '«index» cannot be the slug of a release: the site has a page of that name.'],
  ])('%j', async (changes, message) => {
    expect((await ofRule('reserved-name', sampleRelease(changes))).map((found) => found.message)).toEqual([message]);
  });

  it.each([
    ['releases/2009/nul.md', ['error']],
    ['releases/con/2009-11-16-a.md', ['warning']],
    ['releases/a./2009-11-16-a.md', ['warning']],
    ['releases/a:b/2009-11-16-a.md', ['warning']],
    ['releases/console/2009-11-16-index-of-courses.md', []],
  ])('in %s', async (path, severities) => {
    expect((await ofRule('reserved-name', sampleRelease(), path)).map(({ severity }) => severity)).toEqual(severities);
  });
});
