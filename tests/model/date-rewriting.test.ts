import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewrittenDate } from '../../src/model/date-rewriting.ts';
import { dateInDateline } from '../../src/model/dateline-writing.ts';
import { dayFromEpoch } from '../../src/text/civil-calendar.ts';

const day = { year: 2009, month: 11, day: 6 };

describe('a date with other numbers', () => {
  it.each([
    ['17 October 2008', 'en', '6 November 2009'],
    ['17 OCTOBER', 'en', '6 NOVEMBER'],
    ['Oct. 17, 2008', 'en', 'Nov. 6, 2009'],
    ['07 October 2008', 'en', '06 November 2009'],
    ['2008-10-17', 'en', '2009-11-06'],
    ['17.01.2008', 'de', '6.11.2009'],
    ['07.01.2008', 'de', '06.11.2009'],
    ['17. Oktober 2008', 'de', '6. November 2009'],
    ['17 de octubre de 2008', 'es', '6 de noviembre de 2009'],
    ['17 октября 2008', 'ru', '6 ноября 2009'],
    ['October 2008', 'en', 'November 2009'],
    ['1st of October 2008', 'en', undefined],
    ['17 octobre', 'en', undefined],
    ['17 Sept 2008', 'fr', '6 Nov 2009'],
  ])('%s', (written, language, rewritten) => {
    expect(rewrittenDate(written, day, language)).toBe(rewritten);
  });

  it('is what a dateline of that day says, in every language', () => {
    const days = fc.integer({ min: -30_000, max: 30_000 }).map(dayFromEpoch);
    const languages = fc.constantFrom('en', 'ru', 'uk', 'mk', 'sr', 'bg', 'fr', 'de', 'es', 'it');
    fc.assert(
      fc.property(days, days, languages, (one, other, language) => {
        expect(rewrittenDate(dateInDateline(one, language), other, language)).toBe(dateInDateline(other, language));
      }),
    );
  });
});
