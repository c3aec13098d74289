import { describe, expect, it } from 'vitest';
import { releasesAndWithdrawals, withdrawnHeading } from '../../../../src/formats/rendering/feeds/withdrawals.ts';
import { editionOf, publicRelease, withdrawalOn } from '../../../support/feed-editions.ts';

/** Ids in the order in which a feed shows them; those of withdrawals are in brackets. */
function shown(dates: readonly string[], withdrawn: readonly string[]): string[] {
  const releases = dates.map((date) => publicRelease({ id: date, date }));
  const edition = editionOf(releases, { tombstones: withdrawn.map(withdrawalOn) });
  return [...releasesAndWithdrawals(edition)].map((part) =>
    part.release === undefined ? `(${part.withdrawal.id})` : part.release.id,
  );
}

describe('notices of withdrawals', () => {
  it.each([
    [[], [], []],
    [['2020-01-02'], [], ['2020-01-02']],
    [[], ['2020-01-01'], ['(2020-01-01)']],
    [
      ['2022-01-01', '2020-01-01'],
      ['2023-01-01', '2021-06-01', '2021-01-01', '2019-01-01'],
      ['(2023-01-01)', '2022-01-01', '(2021-06-01)', '(2021-01-01)', '2020-01-01', '(2019-01-01)'],
    ],
    // In another order than the usual one nothing is lost either.
    [['2020-01-01', '2022-01-01'], ['2021-01-01'], ['(2021-01-01)', '2020-01-01', '2022-01-01']],
  ])('stand before the first release that is older: %j and %j', (dates, withdrawn, order) => {
    expect(shown(dates, withdrawn)).toEqual(order);
  });

  it('have a heading in the language of the edition, or in English', () => {
    expect(['en', 'ru', 'ru-BY', 'ar'].map(withdrawnHeading)).toEqual([
      'Withdrawn',
      'Отозвано',
      'Отозвано',
      'Withdrawn',
    ]);
  });
});
