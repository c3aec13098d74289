import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSurelyApart, isSurelyBefore, isSurelyWithin } from '../../src/text/date-order.ts';
import { parsePartialDate } from '../../src/text/dates.ts';

describe('what is sure about the order of partial dates', () => {
  it.each([
    ['1998', '1999', true],
    ['1998', '1998', false],
    ['1998', '1998-06', false],
    ['1998-05', '1998-06', true],
    ['1998-06', '1998', false],
    ['1998-05-31', '1998-06', true],
    ['1998-06-01', '1998-06-01', false],
    ['unknown', '1998', false],
    ['1998', 'unknown', false],
    [undefined, '1998', false],
    ['1998', undefined, false],
    ['1998-13', '1999', false],
  ] as const)('%s before %s: %s', (first, second, is) => expect(isSurelyBefore(first, second)).toBe(is));

  it.each([
    ['1997', '1999', true],
    ['1998', '1999', false],
    ['1998-12', '1999', false],
    ['1998-11', '1999', true],
    ['1998-12-31', '1999-01-01', false],
    ['1998-12-30', '1999-01-01', true],
    ['2000-02-28', '2000-03-01', true],
    ['1900-02-28', '1900-03-01', false],
    ['1999', '1997', false],
    ['unknown', '1999', false],
    [undefined, '1999', false],
  ] as const)('a day surely lies between %s and %s: %s', (first, second, is) =>
    expect(isSurelyApart(first, second)).toBe(is),
  );

  it.each([
    ['1998-06-30', '1998-06-01', true],
    ['1998-06-01', '1998-06-01', true],
    ['1998', '1998', false],
    ['1999', '1998', true],
    ['1999', '1998-12', true],
    ['1998-06', '1998', false],
    ['unknown', '1998', false],
  ] as const)('what ends %s surely still holds at %s: %s', (end, begin, is) =>
    expect(isSurelyWithin(end, begin)).toBe(is),
  );

  const digits = (most: number): fc.Arbitrary<string> =>
    fc.integer({ min: 1, max: most }).map((number) => String(number).padStart(2, '0'));
  const bound = fc.oneof(
    fc.constant('unknown'),
    fc.integer({ min: 1990, max: 1993 }).map(String),
    fc.tuple(fc.integer({ min: 1990, max: 1993 }), digits(12)).map(([year, month]) => `${year}-${month}`),
    fc.tuple(fc.integer({ min: 1990, max: 1993 }), digits(12), digits(28)).map((parts) => parts.join('-')),
  );

  it('is never more than the days allow, whichever of them is meant', () => {
    fc.assert(
      fc.property(bound, bound, (first, second) => {
        const [a, b] = [parsePartialDate(first), parsePartialDate(second)];
        const known = typeof a === 'object' && typeof b === 'object';
        expect(isSurelyBefore(first, second)).toBe(known && a.until < b.from);
        expect(isSurelyWithin(first, second)).toBe(known && b.until <= a.from);
        if (isSurelyApart(first, second)) expect(isSurelyBefore(first, second)).toBe(true);
        expect(isSurelyBefore(first, second) && isSurelyWithin(first, second)).toBe(false);
      }),
    );
  });
});
