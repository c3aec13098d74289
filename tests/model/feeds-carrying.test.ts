import { describe, expect, it } from 'vitest';
import { feedsCarrying, readFeeds } from '../../src/model/feeds-carrying.ts';
import { makeSettings } from '../../src/model/make-settings.ts';
import { moment, releaseOf, today, vocabulary } from './newsroom.ts';

const context = { ...moment, today, taxonomy: vocabulary, types: ['press-release'] };
const { feeds } = makeSettings({
  feeds: [
    { id: 'all', title: 'All' },
    { id: 'elections', title: 'Elections', where: 'field:elections' },
    { id: 'rights', title: 'Rights', where: 'field:"human dimension"', limit: 1 },
    { id: 'russian', title: 'Russian', lang: 'ru' },
    { id: 'wrong', title: 'Wrong', where: 'field:electoins' },
    { id: 'broken', title: 'Broken', where: '(' },
  ],
});
const read = readFeeds(feeds, context);
const carrying = (data: Readonly<Record<string, unknown>>): string[] =>
  feedsCarrying(releaseOf(data), read).map(({ id }) => id);

describe('the saved feeds that mean a release', () => {
  it('are those whose query it answers, in the order of press.yaml', () => {
    expect(carrying({ fields: ['elections'] })).toEqual(['all', 'elections', 'rights']);
    expect(carrying({ fields: ['education'], lang: 'ru' })).toEqual(['all', 'russian']);
  });

  it('are the same whether it is public or not', () => {
    expect(carrying({ fields: ['elections'], status: 'hold', embargo: 'soon' })).toEqual([
      'all',
      'elections',
      'rights',
    ]);
  });

  it('are read although one cannot be, which keeps its fault', () => {
    expect(read.map((each) => ('fault' in each ? each.fault.code : each.feed.id))).toEqual([
      'all',
      'elections',
      'rights',
      'russian',
      expect.stringMatching(/./),
      expect.stringMatching(/./),
    ]);
    expect(read.filter((each) => 'fault' in each).map(({ feed }) => feed.id)).toEqual(['wrong', 'broken']);
  });
});
