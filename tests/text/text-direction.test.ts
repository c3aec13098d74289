import { expect, it } from 'vitest';
import { ownLanguageName } from '../../src/text/own-language-names.ts';
import { directionOf } from '../../src/text/text-direction.ts';

it.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa-AF', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['ks-Deva', 'ltr'],
  ['arn', 'ltr'],
  ['', 'ltr'],
])('%s is written %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});

it.each([
  ['ru', 'Русский'],
  ['en-GB', 'English'],
  ['sr', 'Српски'],
  ['sr-Latn', 'Srpski'],
  ['sr-ME', 'Crnogorski'],
  ['tlh', 'tlh'],
  ['constructor', 'constructor'],
])('%s calls itself %s', (tag, name) => {
  expect(ownLanguageName(tag)).toBe(name);
});
