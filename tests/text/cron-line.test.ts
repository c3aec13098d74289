import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cronFields, minuteNotBefore } from '../../src/text/cron-line.ts';

const MINUTE = 60_000;
const moments = fc.integer({ min: Date.parse('1970-01-01T00:00:00Z'), max: Date.parse('9000-01-01T00:00:00Z') });

/** When cron starts the job in the year of the moment or, over New Year, the next: by a calendar that is not ours. */
function startOf(fields: string, near: number): number {
  const [minute = 0, hour = 0, day = 0, month = 0] = fields.split(' ').slice(0, 4).map(Number);
  const years = [0, 1].map((more) => new Date(near).getUTCFullYear() + more);
  const starts = years.map((year) => Date.UTC(year, month - 1, day, hour, minute));
  return starts.find((start) => start >= near) ?? NaN;
}

describe('the minute of a job', () => {
  it('is never before the moment, and less than a minute after it', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const late = startOf(cronFields(moment), moment) - moment;
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThan(MINUTE);
        expect(minuteNotBefore(moment)).toBe(moment + late);
      }),
    );
  });

  it('is the moment itself where that is a whole minute', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const whole = moment - (moment % MINUTE);
        expect(minuteNotBefore(whole)).toBe(whole);
      }),
    );
  });

  it.each([
    ['2026-03-08T09:00:00+01:00', '0 8 8 3 *'],
    ['2026-03-08T09:00:01+01:00', '1 8 8 3 *'],
    ['2026-03-08T08:59:59.999Z', '0 9 8 3 *'],
    ['2026-12-31T23:59:30Z', '0 0 1 1 *'],
    ['2028-02-28T23:59:30Z', '0 0 29 2 *'],
    ['2026-11-24T05:45:00+05:45', '0 0 24 11 *'],
  ])('%s is %s', (moment, fields) => {
    expect(cronFields(Date.parse(moment))).toBe(fields);
  });
});
