import { describe, expect, it } from 'vitest';
import type { Moment } from '../../src/model/embargo.ts';
import { choose, type Wish } from '../../src/model/selection.ts';
import { gather, type Gathering } from '../../src/operations/gather.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { noWish } from '../model/newsroom.ts';

const taxonomy =
  'version: 1\nfacets: {field: {property: fields, multiple: true, terms: {elections: {label: Elections}, education: {label: Education}}}}\n';
const moment: Moment = { now: Date.parse('2026-11-23T12:00:00Z'), timezone: 'Asia/Baku' };

const release = (id: string, more = '', body = 'Text.'): [string, string] => [
  `releases/${id}.md`,
  `---\nid: ${id}\ntitle: Title of ${id}\ndate: 2020-01-02\nstatus: published\nfields: [elections]\n${more}---\n${body}\n`,
];
const changed = ([path, text]: [string, string], from: string, to: string): [string, string] => [
  path,
  text.replace(from, to),
];

async function gathered(
  files: readonly [string, string][],
  wish: Partial<Wish> = {},
  includeUnpublished = false,
): Promise<Gathering> {
  const repository = await repositoryInMemory({ 'taxonomy.yaml': taxonomy, ...Object.fromEntries(files) });
  const selection = choose({ ...noWish, ...wish }, { taxonomy: repository.taxonomy, today: '2026-11-23', ...moment });
  return gather(repository, selection, { moment, includeUnpublished });
}
const ids = ({ releases }: Gathering): string[] => [...releases].map(({ id }) => id);
const named = ({ known }: Gathering): string[] => ['open', 'other', 'draft', 'later'].filter((id) => known.has(id));

describe('what a selection brings together', () => {
  const open = release('open');
  const other = changed(release('other'), '[elections]', '[education]');
  const draft = changed(release('draft'), 'published', 'draft');
  const later = changed(release('later'), '2020-01-02', '2999-01-01');
  const broken: [string, string] = ['releases/broken.md', 'no front matter'];

  it('is what it means and what is public; the rest is counted', async () => {
    const found = await gathered([open, other, draft, later, broken]);
    expect(found).toMatchObject({ heldBack: 2, unreadable: 1, tombstones: [] });
    expect(ids(found)).toEqual(['open', 'other']);
    expect(named(found)).toEqual(['open', 'other']);
  });

  it('counts only what it means among what is held back; what cannot be read, it counts always', async () => {
    const found = await gathered([open, other, draft, later, broken], { terms: new Map([['field', ['education']]]) });
    expect(found).toMatchObject({ heldBack: 0, unreadable: 1 });
    expect(ids(found)).toEqual(['other']);
    expect(named(found)).toEqual(['open', 'other']);
  });

  it('is everything, marked, for those who may see it', async () => {
    const found = await gathered([open, draft, later], {}, true);
    expect(found.heldBack).toBe(0);
    expect([...found.releases].map(({ id, unpublished }) => [id, unpublished.map(({ kind }) => kind)])).toEqual([
      ['later', ['date']],
      ['draft', ['status']],
      ['open', []],
    ]);
    expect(named(found)).toEqual(['open']);
  });

  it('is cut after it was sorted and cleared, so that what is hidden takes no place', async () => {
    expect(ids(await gathered([draft, later, open, other], { sort: 'id', limit: '1' }))).toEqual(['open']);
    expect(ids(await gathered([draft, later, open, other], { sort: 'id', offset: '1' }))).toEqual(['other']);
  });

  it('misses no draft that is not finished: it says itself that it is kept in', async () => {
    const slip = changed(release('slip', 'nonsense: [\n'), 'published', 'draft');
    const half = changed(changed(release('half'), 'title: Title of half\n', ''), 'published', 'hold');
    expect(await gathered([open, half])).toMatchObject({ unreadable: 0, heldBack: 0 });
    expect(await gathered([open, slip])).toMatchObject({ unreadable: 1, heldBack: 0 });
  });

  it('derives nothing from what is a note of the house or still to come', async () => {
    const coming = release('coming', 'place: "Baku <!-- SECRET -->"\nupdated: 2999-01-01\n');
    const found = await gathered([coming]);
    expect([...found.spokenOf.places]).toEqual(['Baku ']);
    expect(found.newestPublicUpdate).toEqual(found.facts.newestUpdate);
    expect(found.newestPublicUpdate?.epochMilliseconds).toBe(Date.parse('2020-01-02T00:00:00+04:00'));
  });

  it('holds back, and may show, what has an embargo that nobody can read', async () => {
    for (const embargo of ['soon', '2020-01-01', '', '[]', '{until: x}', 'false']) {
      const hidden = release('other', `embargo: ${embargo}\n`);
      expect(await gathered([open, hidden])).toMatchObject({ heldBack: 1, unreadable: 0, matched: 1 });
      const all = await gathered([open, hidden], {}, true);
      expect([...all.releases].map(({ id, unpublished }) => [id, unpublished])).toEqual([
        ['open', []],
        ['other', [{ kind: 'unreadable-embargo' }]],
      ]);
      expect(all.known.has('other')).toBe(false);
    }
  });

  it('does not take something else that is wrong for the embargo', async () => {
    const wrong = release('other', 'embargo: soon\nsummary: [5]\n');
    expect(await gathered([open, wrong])).toMatchObject({ heldBack: 0, unreadable: 1 });
    expect(ids(await gathered([open, wrong], {}, true))).toEqual(['open']);
  });

  it('is nothing where nobody knows what time it is', async () => {
    const gone = changed(
      release('gone', 'corrections: [{date: 2020-02-01T00:00:00Z, kind: withdrawal, note: Taken back.}]\n'),
      'published',
      'withdrawn',
    );
    for (const at of [
      { ...moment, now: NaN },
      { ...moment, now: Infinity },
      { ...moment, timezone: 'Baku' },
    ]) {
      const repository = await repositoryInMemory({ 'taxonomy.yaml': taxonomy, ...Object.fromEntries([open, gone]) });
      const selection = choose(noWish, { taxonomy: repository.taxonomy, today: '2026-11-23', ...moment });
      const found = gather(repository, selection, { moment: at, includeUnpublished: false });
      expect([found.matched, found.heldBack, found.tombstones, found.known.has('open')]).toEqual([0, 2, [], false]);
    }
  });

  it('has no comment in any body', async () => {
    const noted = release('noted', '', 'A <!-- secret --> b');
    for (const all of [false, true]) expect([...(await gathered([noted], {}, all)).releases][0]?.body).toBe('A  b\n');
  });
});

describe('a notice of what was withdrawn', () => {
  const withdrawn = (corrections: string, status = 'withdrawn'): [string, string] =>
    changed(release('gone', `corrections: ${corrections}\n`), 'published', status);
  const entry = (date: string, kind = 'withdrawal'): string => `[{date: ${date}, kind: ${kind}, note: Taken back.}]`;
  const notices = async (file: [string, string], wish: Partial<Wish> = {}): Promise<unknown> =>
    (await gathered([file], wish)).tombstones;

  it('says id, moment, reason and version, and nothing else', async () => {
    const { tombstones, heldBack } = await gathered([withdrawn(entry('2020-02-01T10:00:00+04:00'))]);
    expect(tombstones).toEqual([
      {
        id: 'gone',
        reason: 'Taken back.',
        version: 2,
        date: {
          kind: 'instant',
          epochMilliseconds: Date.parse('2020-02-01T06:00:00Z'),
          offsetMinutes: 240,
          text: '2020-02-01T10:00:00+04:00',
        },
      },
    ]);
    expect(heldBack).toBe(1);
  });

  it('takes a day that somebody wrote by hand as its first moment where the newsroom is', async () => {
    expect(await notices(withdrawn(entry('2020-02-01')))).toMatchObject([
      { date: { text: '2020-02-01T00:00:00+04:00' } },
    ]);
    expect(await notices(withdrawn(entry('2026-11-24')))).toEqual([]);
  });

  it.each([
    ['without an entry', withdrawn('[]')],
    ['with another entry alone', withdrawn(entry('2020-02-01T10:00:00Z', 'correction'))],
    ['before its moment', withdrawn(entry('2026-11-23T12:00:00.001Z'))],
    ['under another status', withdrawn(entry('2020-02-01T10:00:00Z'), 'hold')],
    ['that came back', withdrawn(entry('2020-02-01T10:00:00Z'), 'published')],
  ])('is not given %s', async (_, file) => {
    expect(await notices(file)).toEqual([]);
  });

  it.each([
    ['whose day came later', '2020-02-02', undefined, '2020-02-01T10:00:00Z', 0],
    ['under an embargo that was in force', '2020-01-02', '2020-02-01T11:00:00Z', '2020-02-01T10:00:00Z', 0],
    ['under an embargo that nobody can read', '2020-01-02', 'soon', '2020-02-01T10:00:00Z', 0],
    ['whose embargo had passed', '2020-01-02', '2020-02-01T10:00:00Z', '2020-02-01T10:00:00Z', 1],
    ['that came out on the day of its withdrawal', '2020-02-01', '2020-02-01T11:00:00Z', '2020-02-01', 1],
    ['that came out on the day after', '2020-02-02', undefined, '2020-02-01', 0],
  ])('is given only for what had been public: not for one %s', async (_, date, embargo, moment, count) => {
    const [path, text] = withdrawn(entry(moment));
    const dated = text.replace(
      'date: 2020-01-02',
      `date: ${date}${embargo === undefined ? '' : `\nembargo: ${embargo}`}`,
    );
    expect(await notices([path, dated])).toHaveLength(count);
  });

  it('says nothing of what is a note of the house or still to come', async () => {
    const [path, text] = withdrawn(
      '[{date: 2020-01-05, kind: correction, note: One.}, {date: 2020-02-01T00:00:00Z, kind: withdrawal, note: "Taken back. <!-- SECRET -->"}, {date: 2999-01-01, kind: withdrawal, note: LATER}]',
    );
    expect(await notices([path, text])).toMatchObject([{ reason: 'Taken back.', version: 3 }]);
  });

  it('is not given where another key kept the release in', async () => {
    const [path, text] = withdrawn(entry('2020-02-01T10:00:00Z'));
    expect(await notices([path, text.replace('---\n', '---\nembargo_until: 2999-01-01T00:00:00Z\n')])).toEqual([]);
    // A second word for what has happened to it says nothing about whether readers had it.
    expect(await notices([path, text.replace('---\n', '---\nwithdrawn: true\n')])).toHaveLength(1);
  });

  it('lets a public release stay until its moment, without a word', async () => {
    const [path, text] = release(
      'gone',
      'updated: 2026-11-24T00:00:00Z\ncorrections: [{date: 2026-11-24T00:00:00Z, kind: withdrawal, note: LATER}]\n',
    );
    const found = await gathered([[path, text]]);
    expect(found.tombstones).toEqual([]);
    const [still] = [...found.releases];
    expect(still).toMatchObject({ id: 'gone', corrections: [], updated: undefined });
    expect(JSON.stringify(still)).not.toMatch(/LATER|2026-11-24/);
    expect(found.newestPublicUpdate?.epochMilliseconds).toBe(Date.parse('2020-01-02T00:00:00+04:00'));
  });

  it('is the last one, and belongs to the selection', async () => {
    const twice = withdrawn(
      '[{date: 2020-02-01T00:00:00Z, kind: withdrawal, note: First.}, {date: 2020-03-01T00:00:00Z, kind: withdrawal, note: Second.}]',
    );
    expect(await notices(twice)).toMatchObject([{ reason: 'Second.' }]);
    expect(await notices(twice, { terms: new Map([['field', ['education']]]) })).toEqual([]);
  });
});
