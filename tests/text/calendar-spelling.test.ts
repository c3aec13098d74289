import { describe, expect, it } from 'vitest';
import { monthLike, weekdayLike, weekdayName, weekdayPattern } from '../../src/text/calendar-spelling.ts';

describe('the days of the week in a text', () => {
  it.each([
    ['en', 'Monday, MON and tues, mondays, Sunday’s moon', ['Monday', 'MON', 'tues', 'Sunday']],
    ['ru', 'в среду и Понедельник, средство', ['среду', 'Понедельник']],
    ['uk', "п'ятниця, п’ятниця", ["п'ятниця", 'п’ятниця']],
    ['fr', 'mardi gras', ['mardi']],
    ['es', 'el miércoles', ['miércoles']],
  ])('in %s', (language, text, words) => {
    const pattern = weekdayPattern(language) ?? /(?!)/g;
    expect([...text.matchAll(pattern)].map(([word]) => word)).toEqual(words);
  });

  it('are not known in every language', () => {
    expect(weekdayPattern('xx')).toBeUndefined();
    expect(weekdayPattern('constructor')).toBeUndefined();
    expect(weekdayName(1, 'xx')).toBe('Monday');
    expect(weekdayName(1, 'de')).toBe('Montag');
  });
});

describe('another word of the calendar', () => {
  it.each([
    ['Tuesday', 1, 'en', 'Monday'],
    ['tue', 1, 'en', 'mon'],
    ['TUES', 0, 'en', undefined],
    ['TUE', 0, 'en', 'SUN'],
    ['mardi', 4, 'fr', 'jeudi'],
    ['среду', 1, 'ru', undefined],
    ['Montag', 2, 'en', undefined],
  ])('for %s (day %i, %s) is %s', (word, day, language, other) => {
    expect(weekdayLike(word, day, language)).toBe(other);
  });

  it.each([
    ['November', 10, 'en', 'October'],
    ['NOV', 10, 'en', 'OCT'],
    ['Nov', 5, 'en', undefined],
    ['ноября', 10, 'ru', 'октября'],
    ['ноябрь', 10, 'ru', 'октябрь'],
    ['novembre', 8, 'fr', 'août'],
    ['November', 1, 'xx', undefined],
    ['Baku', 1, 'en', undefined],
  ])('for %s (month %i, %s) is %s', (word, month, language, other) => {
    expect(monthLike(word, month, language)).toBe(other);
  });
});
