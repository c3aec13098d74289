import { describe, expect, it } from 'vitest';
import { monthByItself, monthInDate, monthNumber, weekdayNumber } from '../../src/text/months.ts';

const LANGUAGES = ['en', 'ru', 'uk', 'mk', 'sr', 'bg', 'fr', 'de', 'es', 'it', 'pt', 'ro', 'nl', 'cs', 'tr'];

describe('the month that a word means', () => {
  it.each([
    ['November', 11],
    ['NOVEMBER', 11],
    ['Nov', 11],
    ['Sept', 9],
    ['may', 5],
    ['ноября', 11],
    ['НОЯБРЬ', 11],
    ['май', 5],
    ['мая', 5],
    ['март', 3],
    ['јануари', 1],
    ['јуна', 6],
    ['avgusta', 8],
    ['юли', 7],
    ['серпня', 8],
    ['Février', 2],
    ['fevrier', 2],
    ['AOÛT', 8],
    ['Aou\u0302t', 8],
    ['März', 3],
    ['Jänner', 1],
    ['Diciembre', 12],
    ['settembre', 9],
  ])('%s is %i', (word, month) => {
    expect(monthNumber(word)).toBe(month);
  });

  it.each(['', 'Novem', 'Monday', 'Baku', '11', 'constructor', '__proto__', 'toString'])('%j is none', (word) => {
    expect(monthNumber(word)).toBeUndefined();
  });

  it('is never claimed by two languages for different months', () => {
    for (const language of LANGUAGES) {
      const numbers = Array.from({ length: 12 }, (_, at) => monthNumber(monthInDate(at + 1, language) ?? ''));
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    }
  });
});

describe('the month in a date', () => {
  it('is written in Polish, and «listopada», which is October in Croatian, is not read', () => {
    expect(monthInDate(11, 'pl')).toBe('listopada');
    expect(monthNumber('listopada')).toBeUndefined();
    expect([monthNumber('września'), monthNumber('Listopadu'), monthNumber('KASIM')]).toEqual([9, 11, undefined]);
  });

  it.each([
    [11, 'en', 'November'],
    [11, 'ru', 'ноября'],
    [5, 'mk', 'мај'],
    [3, 'de', 'März'],
    [8, 'fr', 'août'],
    [0, 'en', undefined],
    [13, 'en', undefined],
    [11, 'xx', undefined],
    [11, 'constructor', undefined],
  ])('%i in %s is %s', (month, language, word) => {
    expect(monthInDate(month, language)).toBe(word);
  });
});

describe('the day of the week that a word means', () => {
  it.each([
    ['Sunday', 0],
    ['MON', 1],
    ['Tues', 2],
    ['среда', 3],
    ['jeudi', 4],
    ["п'ятниця", 5],
    ['п’ятниця', 5],
    ['sábado', 6],
    ['SABADO', 6],
    ['недеља', 0],
  ])('%s is %i', (word, day) => {
    expect(weekdayNumber(word)).toBe(day);
  });

  it.each(['', 'Someday', 'May', 'valueOf'])('%j is none', (word) => {
    expect(weekdayNumber(word)).toBeUndefined();
  });
});

describe('a month without a day', () => {
  it.each([
    [11, 'en', 'November'],
    [11, 'ru', 'ноябрь'],
    [2, 'uk', 'лютий'],
    [5, 'ru', 'май'],
    [9, 'pl', 'wrzesień'],
    [6, 'cs', 'červen'],
    [3, 'de', 'März'],
    [13, 'en', undefined],
    [1, 'xx', undefined],
  ])('%i in %s is %s', (month, language, name) => {
    expect(monthByItself(month, language)).toBe(name);
  });
});
