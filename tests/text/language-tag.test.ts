import { expect, it } from 'vitest';
import { canonicalLanguage } from '../../src/text/language-tag.ts';

it.each([
  ['en', 'en'],
  ['EN-gb', 'en-GB'],
  ['sr-latn-rs', 'sr-Latn-RS'],
  ['mo', 'ro'],
  ['cnr', 'sr-ME'],
  ['en_GB', undefined],
  ['<x>', undefined],
  ['', undefined],
])('%j is written %j', (tag, canonical) => {
  expect(canonicalLanguage(tag)).toBe(canonical);
});
