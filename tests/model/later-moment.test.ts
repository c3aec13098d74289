import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/model/embargo.ts';
import { isLater } from '../../src/model/later-moment.ts';
import { formatRfc3339, parseReleaseDate } from '../../src/text/dates.ts';

const moment = (text: string) => {
  const parsed = parseReleaseDate(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
};

describe('which of two dates comes later', () => {
  it.each([
    ['2009-11-17', '2009-11-16', true],
    ['2009-11-16', '2009-11-16', false],
    ['2009-11-16T00:00:00+04:00', '2009-11-16', false],
    ['2009-11-16T00:00:01+04:00', '2009-11-16', true],
    ['2009-11-15T23:00:00Z', '2009-11-16', true],
    ['2009-11-15T19:59:59Z', '2009-11-16', false],
    ['2999-01-01T00:00:00Z', '2009-11-16', true],
  ])('%s after %s: %s', (one, other, expected) => {
    expect(isLater(moment(one), moment(other), 'Asia/Baku')).toBe(expected);
  });

  const instant = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(-1439, -720, 0, 240, 840, 1439))
    .map(([quarter, offset]) => formatRfc3339(1_258_000_000_000 + quarter * 21_600_000, offset));
  const day = fc.integer({ min: 10, max: 28 }).map((number) => `2009-11-${number}`);

  it('is what their instants say', () => {
    const zone = fc.constantFrom('UTC', 'Asia/Baku', 'Pacific/Kiritimati', 'Pacific/Pago_Pago');
    fc.assert(
      fc.property(fc.oneof(instant, day), fc.oneof(instant, day), zone, (a, b, timezone) => {
        const [one, other] = [moment(a), moment(b)];
        const plain = instantOf(one, timezone).epochMilliseconds > instantOf(other, timezone).epochMilliseconds;
        expect(isLater(one, other, timezone)).toBe(plain);
      }),
    );
  });
});
