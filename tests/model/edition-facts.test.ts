import { describe, expect, it } from 'vitest';
import { factsOf, factsTogether } from '../../src/model/edition-facts.ts';
import { formatRfc3339 } from '../../src/text/dates.ts';
import { publicRelease, staffRelease } from '../support/editions.ts';

const facts = (...releases: Parameters<typeof factsOf>[0][]): ReturnType<typeof factsTogether> =>
  factsTogether(
    releases.map((release) => factsOf(release, 'Europe/Vienna')),
    new Set(['id']),
  );

describe('the facts of an edition', () => {
  it('are those of all its releases', () => {
    const { newestUpdate, ...rest } = facts(
      publicRelease({ id: 'a', lang: 'en-gb', place: ['Vienna', 'Baku'], updated: '2021-07-01' }),
      publicRelease({ id: 'b', lang: 'en-GB', date: '2020-01-02T10:00:00+01:00', place: '東京' }),
    );
    expect(rest).toEqual({
      languages: new Set(['en-GB']),
      hasUnpublished: false,
      keys: new Set(['id']),
      widths: { date: 25, places: 12 },
    });
    expect(newestUpdate && formatRfc3339(newestUpdate.epochMilliseconds, newestUpdate.offsetMinutes)).toBe(
      '2021-07-01T00:00:00+02:00',
    );
    expect(Object.keys(newestUpdate ?? {})).toEqual(['epochMilliseconds', 'offsetMinutes']);
  });

  it('say whether anything is not public, and nothing of an empty edition', () => {
    expect(facts(publicRelease({ id: 'a' }), staffRelease({ id: 'b', status: 'draft' })).hasUnpublished).toBe(true);
    expect(facts()).toMatchObject({ languages: new Set(), newestUpdate: undefined, widths: { date: 0, places: 0 } });
    expect(facts(publicRelease({ id: 'a', lang: '<x>' })).languages).toEqual(new Set(['<x>']));
  });
});
