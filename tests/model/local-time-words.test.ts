import { describe, expect, it } from 'vitest';
import { localTimeWords } from '../../src/model/local-time-words.ts';

describe('a time without its distance from UTC', () => {
  it.each([
    [
      '2026-03-08T09:00',
      'Europe/Vienna',
      '2026-03-08T09:00:00+01:00',
      'The distance from UTC is missing. In Europe/Vienna that is 2026-03-08T09:00:00+01:00.',
    ],
    [
      '2026-10-25T02:30',
      'Europe/Vienna',
      undefined,
      'The distance from UTC is missing, and in Europe/Vienna the clocks show that time twice: 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00.',
    ],
    [
      '2026-03-29T02:00:30',
      'Europe/Vienna',
      undefined,
      '02:00:30 does not exist on 2026-03-29 in Europe/Vienna: the clocks go from 02:00 to 03:00. Write 2026-03-29T01:00:30+01:00 or 2026-03-29T03:00:30+02:00.',
    ],
    [
      '2011-12-30T12:00',
      'Pacific/Apia',
      undefined,
      '12:00 does not exist on 2011-12-30 in Pacific/Apia: the clocks go from 2011-12-30 00:00 to 2011-12-31 00:00. Write 2011-12-29T12:00:00-10:00 or 2011-12-31T12:00:00+14:00.',
    ],
    [
      '1972-01-07T00:10',
      'Africa/Monrovia',
      undefined,
      '00:10 does not exist on 1972-01-07 in Africa/Monrovia: the clocks go from 00:00 to 00:44:30. Write 1972-01-07T00:10:00Z or 1972-01-07T00:54:30Z.',
    ],
  ])('%s in %s', (text, zone, only, hint) => {
    expect(localTimeWords(text, zone)).toEqual({ hint, only });
  });

  it('is none where a day stands alone', () => {
    expect(localTimeWords('2026-03-29', 'Europe/Vienna')).toBeUndefined();
  });
});
