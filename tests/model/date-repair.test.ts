import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateReadings, localTimeOf } from '../../src/model/date-repair.ts';
import { isDate } from '../../src/model/date-values.ts';

describe('what was meant by', () => {
  it.each([
    ['2009-11-6', ['2009-11-06']],
    [' 2009/11/16 ', ['2009-11-16']],
    ['2009.11.16', ['2009-11-16']],
    ['2009–11–16', ['2009-11-16']],
    ['20091116', ['2009-11-16']],
    ['16.11.2009', ['2009-11-16']],
    ['11/16/2009', ['2009-11-16']],
    ['5/5/2009', ['2009-05-05']],
    ['03/04/2009', ['2009-04-03', '2009-03-04']],
    ['16 November 2009', ['2009-11-16']],
    ['November 16th, 2009', ['2009-11-16']],
    ['Monday, 16 November 2009', ['2009-11-16']],
    ['Monday, 17 November 2009', []],
    ['le 16 novembre 2009', ['2009-11-16']],
    ['16 ноября 2009 г.', ['2009-11-16']],
    ['16 November', []],
    ['November 2009', []],
    ['31 November 2009', []],
    ['2009-16-11', []],
    ['2009-11/16', []],
    ['16.11.09', []],
    ['2009-11-16 09:00:00+04:00', ['2009-11-16T09:00:00+04:00']],
    ['2009-11-16t09:00:00z', ['2009-11-16T09:00:00Z']],
    ['2009-11-16T9:00 +0400', ['2009-11-16T09:00:00+04:00']],
    ['2009/11/16 9:00 UTC', ['2009-11-16T09:00:00Z']],
    ['03/04/2009 09:00Z', ['2009-04-03T09:00:00Z', '2009-03-04T09:00:00Z']],
    ['2009-11-16 09:00', []],
    ['2009-11-16T09:00:00-00:00', []],
    ['2009-11-16T24:00:00Z', []],
    ['2009-11-16T09:00:00 EST', []],
    ['', []],
    ['constructor', []],
  ])('«%s»', (text, readings) => {
    expect(dateReadings(text)).toEqual(readings);
  });

  it('any text is a date that press reads', () => {
    const piece = fc.constantFrom(
      '2009',
      '11',
      '6',
      '16',
      '31',
      '-',
      '/',
      '.',
      ' ',
      'T',
      ':',
      '00',
      'Z',
      '+04',
      'November',
      ',',
      'г',
    );
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (each) => {
        for (const reading of dateReadings(each)) expect(isDate(reading)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the time of the clock', () => {
  it.each([
    ['2009-11-16 9:30', '2009-11-16T09:30:00'],
    ['2009-11-16T09:30:15', '2009-11-16T09:30:15'],
    ['16.11.2009 09:30', '2009-11-16T09:30:00'],
    ['03/04/2009 09:30', undefined],
    ['2009-11-16T09:30Z', undefined],
    ['2009-11-31 09:30', undefined],
    ['2009-11-16 25:30', undefined],
    ['2009-11-16', undefined],
  ])('in «%s»', (text, local) => {
    expect(localTimeOf(text)).toBe(local);
  });
});
