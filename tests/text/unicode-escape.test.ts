import { expect, it } from 'vitest';
import { unicodeEscape } from '../../src/text/unicode-escape.ts';

it.each([
  ['\u009B', '\\u009b'],
  ['\n', '\\u000a'],
  ['\u2028', '\\u2028'],
])('%j is written as JSON escapes it', (character, escaped) => {
  expect(unicodeEscape(character)).toBe(escaped);
  expect(JSON.parse(`"${escaped}"`)).toBe(character);
});
