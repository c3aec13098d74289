import { describe, expect, it } from 'vitest';
import { choose, type Wish } from '../../src/model/selection.ts';
import { recallList, type RecallList } from '../../src/operations/recall.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { noWish } from '../model/newsroom.ts';
import { file, newsroom, now } from './verbs/newsroom-file.ts';

const gone = (id: string, date: string, keys: Readonly<Record<string, string>> = {}): [string, string] => [
  `releases/2026/2026-01-05-${id}.md`,
  file({
    id,
    title: 'Secret title',
    status: 'withdrawn',
    corrections: `[{date: ${date}, kind: withdrawal, note: "Not ${id} <!-- house -->"}]`,
    ...keys,
  }),
];

const files = [
  gone('old', '2026-02-01'),
  gone('new', '"2026-03-01T09:00:00+01:00"', { topics: '[soil]' }),
  gone('never', '"2026-03-01T09:00:00+01:00"', { embargo: '"2027-01-01T00:00:00Z"' }),
  gone('later', '"2026-12-01T09:00:00+01:00"'),
];

async function listOf(
  wish: Partial<Wish> = {},
  { limit, offset = 0, more = {} }: { limit?: number; offset?: number; more?: Record<string, string> } = {},
): Promise<RecallList> {
  const repository = await newsroom(file(), { beside: { ...Object.fromEntries(files), ...more } });
  const moment = { now, timezone: 'Europe/Vienna', today: '2026-11-23' };
  const context = { ...moment, taxonomy: repository.taxonomy, types: repository.releaseTypes() };
  const selection = { ...choose({ ...noWish, ...wish }, context), limit, offset };
  return recallList(repository, { selection, moment, telling: new Set(['rss']) });
}

describe('the recall list', () => {
  it('has what readers had and were told not to use, newest first, and where it was', async () => {
    const list = await listOf();
    expect(list.unreadable).toBe(0);
    expect(
      list.recalled.map(({ id, withdrawn, reason, feeds }) => [id, withdrawn, reason, feeds.map((feed) => feed.id)]),
    ).toEqual([
      ['new', '2026-03-01T09:00:00+01:00', 'Not new', ['all']],
      ['old', '2026-02-01T00:00:00+01:00', 'Not old', ['water', 'all']],
    ]);
    expect(list.recalled[1]?.feeds).toEqual([
      { id: 'water', title: 'Water', telling: ['rss'], silent: [] },
      { id: 'all', title: 'Everything', telling: [], silent: ['csv'] },
    ]);
  });

  it('never holds a title, a text or a note of the house', async () => {
    const text = JSON.stringify(await listOf());
    for (const secret of ['Secret', 'Text.', 'house', 'never']) expect(text).not.toContain(secret);
  });

  it('can be narrowed and cut, which changes nothing in the feeds', async () => {
    expect((await listOf({ terms: new Map([['topic', ['soil']]]) })).recalled.map(({ id }) => id)).toEqual(['new']);
    expect((await listOf({}, { limit: 1 })).recalled.map(({ id }) => id)).toEqual(['new']);
    expect((await listOf({}, { limit: 1, offset: 1 })).recalled.map(({ id, feeds }) => [id, feeds.length])).toEqual([
      ['old', 2],
    ]);
    expect((await listOf({}, { offset: 5 })).recalled).toEqual([]);
  });

  it('counts files of which nobody knows, and leaves out what is back', async () => {
    const more = {
      'releases/2026/unread.md': 'nothing',
      'releases/2026/2026-01-05-zz.md': file({ id: 'old', slug: 'zz' }),
    };
    const list = await listOf({}, { more });
    expect(list.unreadable).toBe(1);
    expect(list.recalled.map(({ id }) => id)).toEqual(['new']);
  });

  it('is refused where a saved feed cannot be read: it may have had the release, too', async () => {
    const repository = await repositoryInMemory({
      'taxonomy.yaml': 'version: 1\nfacets: {}\n',
      'press.yaml': 'feeds: [{id: a, title: A, where: "("}]\n',
    });
    const moment = { now, timezone: 'UTC', today: '2026-11-23' };
    const context = { ...moment, taxonomy: repository.taxonomy, types: repository.releaseTypes() };
    const selection = choose(noWish, context);
    expect(() => recallList(repository, { selection, moment, telling: new Set() })).toThrow(/«a»|feed/);
  });
});
