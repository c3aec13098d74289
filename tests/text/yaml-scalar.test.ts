import fc from 'fast-check';
import matter from 'gray-matter';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withoutControls } from '../../src/text/control-characters.ts';
import { yamlScalar } from '../../src/text/yaml-scalar.ts';
import { hostileTexts } from '../support/hostile-text.ts';

const readers = [
  ['YAML 1.2', (source: string) => parse(source) as unknown],
  ['YAML 1.1', (source: string) => parse(source, { version: '1.1' }) as unknown],
  ['js-yaml', (source: string) => matter(`---\n${source}\n---\n`, {}).data as unknown],
] as const;

const awkward = [
  'NO',
  '12:30',
  '2009-11-16',
  '0123',
  '1e3',
  '~',
  'null',
  '',
  ' blanks ',
  '- x',
  '# y',
  'a: b',
  '"quoted" \\ / \\u0041',
  '--- ',
  '{{ x }}',
  'two\nlines\ttab\r',
  '\u2028 \u2029 \uFEFF \u202E \uFFFE',
  '😀 é 新聞',
  '!tag &anchor *alias @ ` % | >',
];

describe.each(readers)('for %s', (_, read) => {
  it.each(awkward)('%j stays what it is', (text) => {
    expect(read(`key: ${yamlScalar(text)}`)).toEqual({ key: text });
    expect(read(`key: [${yamlScalar(text)}, {a: ${yamlScalar(text)}}]`)).toEqual({ key: [text, { a: text }] });
  });

  it('any text stays what it is, but for controls', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        expect(read(`key: ${yamlScalar(text)}`)).toEqual({ key: withoutControls(text) });
      }),
    );
  });
});

it('has an escape for what moves text, and for what a reader refuses', () => {
  expect(yamlScalar('\u061C\u200E\u200F\u2028\u202E\u2066\u2069\uFEFF\uFFFE\uFFFF')).toBe(
    String.raw`"\u061c\u200e\u200f\u2028\u202e\u2066\u2069\ufeff\ufffe\uffff"`,
  );
});

it('stands on one line, with nothing in it that moves text', () => {
  fc.assert(
    fc.property(hostileTexts, (text) => {
      expect(yamlScalar(text)).toMatch(
        /^"[^\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]*"$/u,
      );
    }),
  );
});
