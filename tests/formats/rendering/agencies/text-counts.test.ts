import { expect, it } from 'vitest';
import { characterCountOf, wordCountOf } from '../../../../src/formats/rendering/agencies/text-counts.ts';

it.each([
  ['', 0, 0],
  ['One – two\nthree', 3, 15],
  ['  – | … ', 0, 8],
  ['😀 é 5', 2, 5],
  ['42 учителя', 2, 10],
])('in %j', (text, words, characters) => {
  expect(wordCountOf(text)).toBe(words);
  expect(characterCountOf(text)).toBe(characters);
});
