import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pickDate } from '../../src/importers/page/pick-date.ts';
import { dated, readDate } from '../../src/importers/page/stated-date.ts';
import { guessDate } from '../../src/importers/page/year-guess.ts';
import { civilText } from '../../src/text/dates.ts';

describe('a date in a page’s list', () => {
  it.each([
    ['2009-11-16', '2009-11-16'],
    ['2009-11-16T09:30:00+04:00', '2009-11-16T09:30:00+04:00'],
    ['16 November 2009', '2009-11-16'],
    [' Monday, 16 November 2009 ', '2009-11-16'],
    ['November 16, 2009', '2009-11-16'],
    ['16.11.2009', '2009-11-16'],
    ['16 ноября 2009 г.', '2009-11-16'],
    ['16 November 2009, 14:30', '2009-11-16'],
    ['16 November 2009 | 14.30 CET', '2009-11-16'],
  ])('«%s» is %s', (written, date) => {
    expect(readDate(written)).toEqual({ date });
  });

  it('without a year is a day and a month, with its day of the week', () => {
    expect(readDate('16 November')).toEqual({ dayAndMonth: { day: 16, month: 11 } });
    expect(readDate('Monday, 16 November')).toEqual({ dayAndMonth: { day: 16, month: 11, weekday: 1 } });
  });

  it.each([
    '',
    '11/12/2009',
    'November 2009',
    '31 February 2009',
    '2009-02-30',
    '16-18 November 2009',
    '16 November 2009 - 18 November 2009',
    'next Tuesday',
    '16 November 2009 in Baku and Ganja',
    '1'.repeat(5000),
  ])('«%s» is nothing that is certain', (written) => {
    expect(readDate(written)).toBeUndefined();
  });

  it('is read back from every day', () => {
    const day = fc.record({
      year: fc.integer({ min: 1950, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(day, (value) => {
        expect(readDate(civilText(value))).toEqual({ date: civilText(value) });
        expect(dated({ ...value, weekday: undefined })).toEqual({ date: civilText(value) });
      }),
    );
  });
});

describe('of several dates', () => {
  const written = (origin: string, text: string): Parameters<typeof pickDate>[0][number] => ({
    origin,
    written: text,
    read: readDate(text),
  });

  it('the first full one is taken, and the others are contradictions where they differ', () => {
    const picked = pickDate([
      written('list', '16 November'),
      written('dateline', '16 November 2009'),
      written('page', '2009-11-17'),
      written('time', '2009-11-16T10:00:00Z'),
    ]);
    expect(picked.date).toEqual({ origin: 'dateline', value: '2009-11-16' });
    expect(picked.contradictions).toEqual([{ key: 'date', origin: 'page', value: '2009-11-17' }]);
  });

  it('days without a year are compared with it, or with each other', () => {
    expect(pickDate([written('list', '17 November'), written('dateline', '16 November 2009')]).contradictions).toEqual([
      { key: 'date', origin: 'list', value: '17 November' },
    ]);
    const picked = pickDate([written('list', '17 November'), written('dateline', '16 November')]);
    expect([picked.date, picked.dayAndMonth?.origin]).toEqual([undefined, 'list']);
    expect(picked.contradictions).toEqual([{ key: 'date', origin: 'dateline', value: '16 November' }]);
  });

  it('those that cannot be read are told', () => {
    expect(pickDate([written('list', 'soon')]).unread).toEqual([
      '«soon» (list) is no date that can be read for certain',
    ]);
    expect(pickDate([])).toEqual({ date: undefined, dayAndMonth: undefined, contradictions: [], unread: [] });
  });
});

describe('a guess at the year', () => {
  const day = { day: 16, month: 11 };

  it('is the first such day after the latest date in the text, with the reason', () => {
    expect(guessDate('As on 15 October 2008 and on 18th of March 2009, people came.', day)).toEqual({
      key: 'date',
      value: '2009-11-16',
      reason: 'it is the first such day after 2009-03-18, the latest full date in the text',
    });
    expect(guessDate('Выборы прошли 18 марта 2009 года.', day)?.value).toBe('2009-11-16');
  });

  it('is confirmed or denied by the day of the week', () => {
    expect(guessDate('On 18 March 2009.', { ...day, weekday: 1 })?.reason).toMatch(/, and the day of the week fits$/);
    expect(guessDate('On 18 March 2009.', { ...day, weekday: 2 })).toBeUndefined();
  });

  it.each([
    'No date.',
    'In 2009.',
    'On 20 December 2009.',
    'On 31 February 2009.',
    'On 18 Brumaire 2009.',
    'Room 118 March 20091.',
  ])('is not made from «%s»', (text) => {
    expect(guessDate(text, day)).toBeUndefined();
  });

  it('is not made for a day that the year does not have', () => {
    expect(guessDate('On 18 January 2009.', { day: 29, month: 2 })).toBeUndefined();
  });
});
