import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/model/query.ts';
import { unansweredValues } from '../../src/operations/unanswered.ts';
import { testNow, testTaxonomy } from '../support/editions.ts';

const spokenOf = { places: new Set(['Baku', 'The Hague', 'Vienna']), languages: new Set(['en', 'ru', 'sr-Latn']) };
const sentences = (query: string): string[] =>
  unansweredValues(
    parseQuery(query, { taxonomy: testTaxonomy, today: '2026-06-01', exact: false, now: testNow, timezone: 'UTC' }),
    spokenOf,
  );

describe('words that no public release has', () => {
  it.each([
    ['place:Bakku', ['No public release has the place «Bakku». Did you mean «Baku»?']],
    ['place:Hague', []],
    ['place:The "Hague"', ['No public release has the place «The». Did you mean «The Hague»?']],
    ['place:Nowhere', ['No public release has the place «Nowhere». There is Baku, The Hague, Vienna.']],
    [
      'lang:de OR place:Wien',
      [
        'No public release has the language «de». There is en, ru, sr-Latn.',
        'No public release has the place «Wien». There is Baku, The Hague, Vienna.',
      ],
    ],
    ['lang:sr place:baku', []],
    ['NOT place:Bakku', []],
    ['field:elections', []],
  ])('are named for %s', (query, expected) => {
    expect(sentences(query)).toEqual(expected);
  });

  it('are named without a suggestion where there is nothing to suggest', () => {
    const query = parseQuery('place:x', {
      taxonomy: testTaxonomy,
      today: '2026-06-01',
      exact: false,
      now: testNow,
      timezone: 'UTC',
    });
    expect(unansweredValues(query, { places: new Set(), languages: new Set() })).toEqual([
      'No public release has the place «x».',
    ]);
  });
});
