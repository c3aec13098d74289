import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromHome, unquoted } from '../../../src/cli/completion/typed-words.ts';
import { shellWord } from '../../../src/text/shell-word.ts';

it.each([
  ['plain', 'plain'],
  ["'The Hague'", 'The Hague'],
  ['"The Hague', 'The Hague'],
  ['"a\\"b\\c"', 'a"b\\c'],
  ['The\\ Hague', 'The Hague'],
  ["--place='The", '--place=The'],
  ['end\\', 'end'],
  ['$(touch ran)`x`', '$(touch ran)`x`'],
])('%s is %s', (typed, word) => {
  expect(unquoted(typed)).toBe(word);
});

it('undoes quotes', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (word) => unquoted(shellWord(word)) === word));
});

it('knows the folder of the person', () => {
  expect([fromHome('~/a', '/home/p'), fromHome('a~/b', '/home/p'), fromHome('~/a', undefined)]).toEqual([
    '/home/p/a',
    'a~/b',
    '~/a',
  ]);
});
