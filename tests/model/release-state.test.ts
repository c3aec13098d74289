import { describe, expect, it } from 'vitest';
import { isInState, presenceKeys, releaseStates, standsIn, type ReleaseState } from '../../src/model/release-state.ts';
import { moment, releaseOf } from './newsroom.ts';

const states = (data: Readonly<Record<string, unknown>>, at = moment): ReleaseState[] =>
  releaseStates.filter((state) => isInState(state, releaseOf(data), at));
const note = (kind: string, date: string): Readonly<Record<string, unknown>> => ({
  corrections: [{ date, kind, note: 'x' }],
});

describe('the state of a release', () => {
  it.each([
    ['2026-11-23T12:00:01Z', true],
    ['2026-11-23T12:00:00Z', false],
    ['2026-11-23T13:00:00+02:00', false],
    ['2026-11-24', true],
    ['tomorrow', true],
    [false, true],
    [null, true],
    [undefined, false],
  ])('is embargoed by %j: %s', (embargo, is) => {
    expect(states({ embargo })).toEqual(is ? ['embargoed'] : []);
  });

  it('is embargoed at the moment that is asked about', () => {
    const embargo = '2026-11-23T12:00:00Z';
    expect(states({ embargo }, { ...moment, now: moment.now - 1 })).toEqual(['embargoed']);
  });

  it.each<[Readonly<Record<string, unknown>>, ReleaseState[]]>([
    [note('correction', '2009-11-16'), ['corrected']],
    [note('correction', '2009-11-17'), ['updated', 'corrected']],
    [note('update', '2009-11-16'), ['updated']],
    [note('withdrawal', '2009-11-16'), []],
    [note('withdrawal', '2009-11-17T00:00:00Z'), ['updated']],
    [{ updated: '2009-11-16' }, []],
    [{ updated: '2009-11-17' }, ['updated']],
    [{ updated: '2009-11-16T00:00:00+01:00' }, []],
    [{ updated: '2009-11-16T00:00:01+01:00' }, ['updated']],
    [{ updated: '2009-11-17', date: undefined, status: 'draft' }, []],
    [{ translationOf: { id: 'a' } }, ['translation']],
    [{ translationOf: 'a' }, []],
    [{}, []],
  ])('of %j is %j', (data, expected) => {
    expect(states(data)).toEqual(expected);
  });

  it('depends on where a day begins', () => {
    const data = { updated: '2009-11-15T23:00:00Z' };
    expect([states(data), states(data, { ...moment, timezone: 'UTC' })]).toEqual([[], []]);
    expect(states(data, { ...moment, timezone: 'Asia/Baku' })).toEqual(['updated']);
  });
});

describe('what a release has', () => {
  it('is what stands in the file, and an empty list or text is nothing', () => {
    const had = (data: Readonly<Record<string, unknown>>): string[] =>
      presenceKeys.filter((key) => standsIn(key, releaseOf({ date: undefined, status: 'draft', ...data })));
    expect(had({})).toEqual([]);
    expect(had({ place: [], summary: '', contacts: [], corrections: [], related: [], attachments: [] })).toEqual([]);
    expect(had({ embargo: null })).toEqual(['embargo']);
    const full = {
      date: '2009-11-16',
      place: 'Baku',
      summary: 'x',
      updated: '2009-11-17',
      embargo: '2009-11-16T00:00:00Z',
      contacts: [{ name: 'A' }],
      related: ['a'],
      attachments: [{ href: 'a' }],
      ...note('update', '2009-11-16'),
    };
    expect(had(full)).toEqual([...presenceKeys]);
  });
});
