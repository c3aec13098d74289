import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekdayDates } from '../../src/model/weekday-dates.ts';

const found = (text: string, language = 'en'): unknown[] =>
  [...weekdayDates(text, 0, language)].map(({ word, day, month, year }) => [word, day, month, year]);

describe('days with their day of the week', () => {
  it.each([
    ['on Monday, 16 November 2009, at noon', ['Monday', 16, 11, 2009]],
    ['Mon 16 Nov', ['Mon', 16, 11, undefined]],
    ['MONDAY, NOVEMBER 16TH', ['MONDAY', 16, 11, undefined]],
    ['Monday the 16th of November', ['Monday', 16, 11, undefined]],
    ['**Friday, May 31, 2019**', ['Friday', 31, 5, 2019]],
    ['16 November 2009 (Monday)', ['Monday', 16, 11, 2009]],
    ['November 16 (Mon.)', ['Mon', 16, 11, undefined]],
  ])('%s', (text, day) => {
    expect(found(text)).toEqual([day]);
  });

  it.each([
    ['в понедельник, 16 ноября', 'ru', ['понедельник', 16, 11, undefined]],
    ['16 ноября 2009 г. (понедельник)', 'ru', ['понедельник', 16, 11, 2009]],
    ['lundi 16 novembre 2009', 'fr', ['lundi', 16, 11, 2009]],
    ['am Montag, den 16. November', 'de', ['Montag', 16, 11, undefined]],
  ])('%s', (text, language, day) => {
    expect(found(text, language)).toEqual([day]);
  });

  it.each([
    'Thursday and Friday, November 19 and 20',
    'Wednesday through Friday, November 18-20',
    'Friday, November 18–20',
    'Monday 12 people came',
    'Monday in November 2009',
    'The Sun, 5 May 1999',
    'Monday, 16-20 November',
    '16 November (Monday to Friday)',
    '16 November (see Monday)',
  ])('none in «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('are looked for in the language of the text alone', () => {
    expect(found('неделя 16 ноября', 'ru')).toEqual([]);
    expect(found('Montag, 16. November', 'en')).toEqual([]);
    expect(found('Monday, 16 November', 'xx')).toEqual([]);
  });

  it('stand where they say', () => {
    const piece = fc.constantFrom(
      'Monday',
      'Sun',
      ', ',
      ' ',
      '16',
      ' November',
      ' 2009',
      '(',
      ')',
      '\n',
      '🎈',
      'and',
      '<!--',
      '-->',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        for (const { start, end, word } of weekdayDates(text, 0, 'en')) expect(text.slice(start, end)).toBe(word);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a long text', () => {
  it.each(['Monday, 16 November ', '16 November (Monday) ', 'Monday ', '(Monday '])(
    'of «%s» is gone through once',
    (unit) => {
      expect([...weekdayDates(unit.repeat(20_000), 0, 'en')].length).toBeLessThanOrEqual(20_000);
    },
  );
});
