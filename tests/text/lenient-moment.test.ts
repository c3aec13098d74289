import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReleaseDate } from '../../src/text/dates.ts';
import { parseLenientMoment } from '../../src/text/lenient-moment.ts';

describe('a moment as machines write it', () => {
  it.each([
    ['Mon, 16 Nov 2009 09:30:00 +0400', '2009-11-16T09:30:00+04:00'],
    ['16 Nov 2009 09:30 GMT', '2009-11-16T09:30:00Z'],
    ['Mon, 16 Nov 2009 09:30:00 UT', '2009-11-16T09:30:00Z'],
    ['Mon, 16-Nov-2009 9:30:00 Z', '2009-11-16T09:30:00Z'],
    ['Mon, 16 Nov 2009 09:30:00 -0000', '2009-11-16T09:30:00Z'],
    ['Mon, 16 Nov 2009 09:30:00 +0100 (CET)', '2009-11-16T09:30:00+01:00'],
    ['16 Nov 09 09:30 EST', '2009-11-16T09:30:00-05:00'],
    ['16 Nov 50 09:30 pdt', '1950-11-16T09:30:00-07:00'],
    ['16 Nov 104', '2004-11-16'],
    ['пн, 16 ноября 2009 09:30:00 +0300', '2009-11-16T09:30:00+03:00'],
    ['  Mon,  16\n Nov 2009  ', '2009-11-16'],
    ['2009-11-16', '2009-11-16'],
    ['2009-11-16T09:30Z', '2009-11-16T09:30:00Z'],
    ['2009-11-16t09:30:00z', '2009-11-16T09:30:00Z'],
    ['2009-11-16 9:30 +04', '2009-11-16T09:30:00+04:00'],
    ['2009-11-16T09:30:00.125-0530', '2009-11-16T09:30:00.125-05:30'],
    ['20091116T093000Z', '2009-11-16T09:30:00Z'],
    ['2009-11-16T09:30:00+00', '2009-11-16T09:30:00Z'],
  ])('«%s» is %s', (text, value) => {
    expect(parseLenientMoment(text)).toEqual({ value });
  });

  it.each([
    ['2009-11-16T09:30:00', '2009-11-16', 'it does not say in which zone its time is'],
    ['Mon, 16 Nov 2009 09:30', '2009-11-16', 'it does not say in which zone its time is'],
    ['Mon, 16 Nov 2009 09:30 MSK', '2009-11-16', '«MSK» is no zone whose distance from UTC is certain'],
    ['Mon, 16 Nov 2009 09:30 A', '2009-11-16', '«A» is no zone whose distance from UTC is certain'],
  ])('«%s» is the day alone', (text, value, lostTime) => {
    expect(parseLenientMoment(text)).toEqual({ value, lostTime });
  });

  it('says which day of the week was written where the calendar has another', () => {
    expect(parseLenientMoment('Tue, 16 Nov 2009 09:30:00 Z')).toMatchObject({
      value: '2009-11-16T09:30:00Z',
      wrongWeekday: 2,
    });
    expect(parseLenientMoment('Xyz, 16 Nov 2009')).toEqual({ value: '2009-11-16' });
  });

  it.each([
    ...[
      '',
      'yesterday',
      '2009',
      '2009-11',
      '2009-02-29',
      '31 Feb 2009',
      '16 Foo 2009',
      '11/16/2009',
      '2009-11-16T25:00:00Z',
    ],
    ...[
      'Mon, 30 Nov -0001 00:00:00 +0000',
      '0000-00-00 00:00:00',
      '2009-11-16T09:30:00+25:00',
      '16 Nov 2009 09:30:61 Z',
    ],
    `16 Nov 2009${' '.repeat(100)}GMT`,
  ])('«%s» is not certainly one', (text) => {
    expect(parseLenientMoment(text)).toBeUndefined();
  });

  it('is always something that a release may have, whatever was written', () => {
    const piece = fc.constantFrom(
      'Mon',
      ',',
      ' ',
      '16',
      'Nov',
      '2009',
      '09:30',
      ':00',
      '+0400',
      'Z',
      'EST',
      '-',
      'T',
      '99',
      '11',
      '.5',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
        ),
        (text) => {
          const read = parseLenientMoment(text);
          if (read !== undefined) expect(parseReleaseDate(read.value)).toBeDefined();
        },
      ),
      { numRuns: 2000 },
    );
  });
});
