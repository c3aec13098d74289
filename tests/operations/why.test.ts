import { describe, expect, it } from 'vitest';
import type { Repository } from '../../src/model/repository.ts';
import { selectionOfFeed } from '../../src/model/saved-feed.ts';
import { translationDigest } from '../../src/model/translation-digest.ts';
import { gather } from '../../src/operations/gather.ts';
import { whyOf, type Why } from '../../src/operations/why.ts';
import { clockRemarks } from '../../src/operations/why-grounds.ts';
import { digestOfText } from '../../src/repository/digest.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { rules } from '../../src/rules/index.ts';
import { dayInZone } from '../../src/text/day-in-zone.ts';

const taxonomy =
  'version: 1\nfacets: {field: {property: fields, multiple: true, terms: {elections: {label: Elections}, education: {label: Education}}}}\n';
const now = Date.parse('2026-11-23T12:00:00Z');

type Keys = Readonly<Record<string, string>>;
type File = [path: string, text: string];

const release = (id: string, keys: Keys = {}, body = 'Text.\n'): File => {
  const all = { id, title: `Title of ${id}`, date: '2026-11-20', status: 'published', fields: '[elections]', ...keys };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return [`releases/${id}.md`, `---\n${lines.join('\n')}\n---\n${body}`];
};

const repositoryOf = (files: readonly File[], settings = ''): Promise<Repository> =>
  repositoryInMemory({
    'taxonomy.yaml': taxonomy,
    'press.yaml': settings === '' ? '{timezone: Europe/Vienna}' : settings,
    ...Object.fromEntries(files),
  });

function ask(repository: Repository, name: string, at = now): Why {
  const { timezone } = repository.settings;
  const moment = { now: at, timezone, today: dayInZone(at, timezone) };
  return whyOf(repository, { name, path: name, moment, rules, display: (path) => path });
}

const why = async (files: readonly File[], name: string, settings?: string): Promise<Why> =>
  ask(await repositoryOf(files, settings), name);

const commands = ({ grounds }: Why): string[] =>
  grounds.flatMap(({ ways }) => ways.flatMap(({ command }) => command ?? []));

describe('whether a release is public', () => {
  it('is said with all reasons, whom it waits for, and what to type', async () => {
    const keys = { status: 'hold', date: '2026-11-30', embargo: '"2026-12-01T09:00:00+01:00"', embrago: 'x' };
    const answer = await why([release('a', keys)], 'a');
    expect(answer).toMatchObject({
      isPublic: false,
      awaited: 'person',
      answer: 'Not public: somebody has to put something right.',
    });
    expect(answer.grounds.map(({ kind }) => kind)).toEqual(['status', 'date', 'embargo', 'suspect-key']);
    expect(commands(answer)).toEqual([
      'press publish a',
      'press move a --date today',
      'press embargo a --lift',
      'press validate releases/a.md',
    ]);
  });

  it.each<[string, Keys, string, string]>([
    ['nobody', {}, 'Public since Friday 2026-11-20, 00:00 (Europe/Vienna, UTC+01:00).', 'date'],
    [
      'nobody',
      { embargo: '"2026-11-21T00:00:00Z"' },
      'Public since Saturday 2026-11-21, 01:00 (Europe/Vienna, UTC+01:00).',
      'embargo',
    ],
    [
      'nobody',
      { embargo: '"2026-11-01T00:00:00Z"' },
      'Public since Friday 2026-11-20, 00:00 (Europe/Vienna, UTC+01:00).',
      'date',
    ],
    [
      'time',
      { date: '2026-11-24' },
      'Not public yet: it will be on Tuesday 2026-11-24, 00:00 (Europe/Vienna, UTC+01:00), by itself.',
      'date',
    ],
    ['person', { status: 'draft' }, 'Not public: it waits for somebody.', 'status'],
    ['person', { status: 'withdrawn' }, 'Not public: it has been withdrawn.', 'status'],
  ])('waits for %s: %j', async (awaited, keys, sentence, decisive) => {
    const answer = await why([release('a', keys)], 'a');
    expect(answer).toMatchObject({ awaited, answer: sentence, isPublic: awaited === 'nobody' });
    expect(answer.grounds.map(({ kind }) => kind)).toEqual([decisive]);
    const { manuscript } = answer.subject;
    expect(answer.grounds.map(({ place }) => manuscript.text.slice(place.start, place.end))).toEqual(
      [Object.values(keys)[0] ?? '2026-11-20'].map((value) =>
        decisive === 'date' && !('date' in keys) ? '2026-11-20' : value,
      ),
    );
  });

  it('is said of a file that is no valid release, with what is wrong, and of one that cannot be read', async () => {
    const invalid = await why([release('a', { status: 'publish', date: '2026-13-01', embargo: 'soon' })], 'a');
    expect(invalid.grounds.map(({ kind }) => kind)).toEqual(['invalid', 'no-date', 'unreadable-embargo']);
    expect(invalid.grounds.map(({ what }) => what)).toContain('Its date is none that press can read.');
    expect(invalid.faults.map(({ message }) => message.slice(0, 30))).toEqual(
      ['«2026-13-01» is no day of the c', expect.stringContaining('publish'), expect.stringContaining('soon')].map(
        (each) => (typeof each === 'string' ? each.slice(0, 30) : each),
      ),
    );
    expect(commands(invalid)[0]).toBe('press validate releases/a.md --fix');
    const unread = await why([['releases/b.md', '---\ntitle: a: b\n---\n']], 'releases/b.md');
    expect(unread.grounds.map(({ kind }) => kind)).toEqual(['unreadable']);
    expect(unread.faults.length).toBeGreaterThan(0);
    expect(unread).toMatchObject({ isPublic: false, awaited: 'person', feeds: [], tombstone: undefined });
  });

  it('is asked by path, and commands name the path, where an id means two files', async () => {
    const files: File[] = [release('a'), ['releases/b.md', release('a', { title: 'Twin' })[1]]];
    const twin = await why(files, 'releases/b.md');
    expect(twin.grounds).toMatchObject([{ kind: 'twin', ways: [{ words: 'Give one of the two another id' }] }]);
    expect(twin.grounds[0]?.what).toContain('«releases/a.md»');
    expect((await why(files, 'releases/a.md')).isPublic).toBe(true);
    const held: File[] = [release('a', { status: 'hold' }), files[1] ?? ['', '']];
    expect(commands(await why(held, 'releases/a.md'))).toEqual(['press publish releases/a.md']);
    await expect(why(files, 'a')).rejects.toMatchObject({ code: 'unknown-release' });
    await expect(why(files, 'c')).rejects.toMatchObject({ code: 'unknown-release' });
  });

  it('takes one reading of the archive, whatever is asked', async () => {
    const repository = await repositoryOf(
      [
        release('a'),
        release('b'),
        release('a.ru', { lang: 'ru', translationOf: '{id: a, digest: "sha256:12345678"}' }),
      ],
      '{feeds: [{id: f, title: F, formats: [rss], limit: 1}]}',
    );
    let readings = 0;
    const counted = {
      ...repository,
      manuscripts: (paths?: readonly string[]) => {
        if (paths === undefined) readings += 1;
        return repository.manuscripts(paths);
      },
    };
    expect(ask(counted, 'a').isPublic).toBe(true);
    expect(readings).toBe(1);
  });
});

describe('the saved feeds', () => {
  const settings = (...feeds: string[]): string =>
    `timezone: Europe/Vienna\nfeeds:\n${feeds.map((feed) => `  - {title: T, formats: [rss], ${feed}}\n`).join('')}`;
  const standings = ({ feeds }: Why): [string, string, ...string[]][] =>
    feeds.map(({ feed, standing, because }) => [feed.id, standing, ...because]);

  it('have what answers them, with the query and what decides', async () => {
    const feeds = settings(
      'id: e, where: "field:elections"',
      'id: r, lang: ru',
      'id: all',
      'id: bad, where: "field:electoins"',
    );
    const answer = await why([release('a')], 'a', feeds);
    expect(standings(answer)).toEqual([
      ['e', 'carried', 'its field «elections»'],
      ['r', 'not-meant', 'its language «en»'],
      ['all', 'carried'],
      ['bad', 'broken', expect.stringContaining('«electoins» is not a term of field')],
    ]);
    expect(answer.feeds.map(({ query }) => query)).toEqual(['field:elections', 'lang:ru', '', 'field:electoins']);
  });

  it('will have what is not public yet as it will be then', async () => {
    const feeds = settings(
      'id: p, where: "status:published"',
      'id: e, where: "is:embargoed"',
      'id: n, where: "NOT is:embargoed"',
    );
    const told = async (keys: Keys): Promise<string[]> =>
      (await why([release('a', keys)], 'a', feeds)).feeds.flatMap(({ feed, standing }) =>
        standing === 'carried' ? [feed.id] : [],
      );
    expect(await told({ status: 'draft' })).toEqual(['p', 'n']);
    expect(await told({ embargo: '"2026-12-01T09:00:00+01:00"' })).toEqual(['p', 'n']);
    expect(await told({ status: 'approved', embargo: '"2026-12-01T09:00:00+01:00"' })).toEqual(['p', 'n']);
    expect(await told({ status: 'withdrawn' })).toEqual(['n']);
  });

  it('with a limit have room for the newest, among what is public and answers them', async () => {
    const feeds = settings(
      'id: two, where: "field:elections", limit: 2',
      'id: one, where: "field:elections", limit: 1',
    );
    const files = [
      release('old', { date: '2020-01-01' }),
      release('mid', { date: '2021-01-01' }),
      release('new', { date: '2022-01-01' }),
      release('draft', { date: '2023-01-01', status: 'draft' }),
      release('school', { date: '2024-01-01', fields: '[education]' }),
    ];
    const places = async (name: string): Promise<unknown[]> =>
      (await why(files, name, feeds)).feeds.map(({ standing, position }) => position ?? standing);
    expect(await places('new')).toEqual([1, 1]);
    expect(await places('mid')).toEqual([2, 'full']);
    expect(await places('old')).toEqual(['full', 'full']);
    // It would be the newest.
    expect(await places('draft')).toEqual([1, 1]);
    expect(await places('school')).toEqual(['not-meant', 'not-meant']);
  });

  it('with a limit are full the same way after many releases, and take no notice of twins', async () => {
    const many = Array.from({ length: 40 }, (_, n) => release(`r${n}`, { date: `20${String(10 + (n % 15))}-01-01` }));
    const twins: File[] = Array.from({ length: 9 }, (_, n) => [`releases/twin${n}.md`, release('r14')[1]]);
    const repository = await repositoryOf([...many, ...twins], settings('id: f, limit: 3'));
    const positions = many.map(([, text], n) => {
      const { position } = ask(repository, `releases/r${n}.md`).feeds[0] ?? {};
      return [position, /^date: (\S+)/m.exec(text)?.[1]];
    });
    // By date, newest first, ties by id: r14 and r29 are the only ones of 2024.
    expect(positions.flatMap(([place], n) => (place === undefined ? [] : [[place, n]]))).toEqual([
      [3, 13],
      [1, 14],
      [2, 29],
    ]);
  });

  it('tell of a withdrawal that is on record, and of no other', async () => {
    const corrections = '[{date: "2026-11-22T10:00:00+01:00", kind: withdrawal, note: A wrong date.}]';
    const files = [
      release('newer', { date: '2026-11-23' }),
      release('told', { status: 'withdrawn', corrections }),
      release('untold', { status: 'withdrawn' }),
      release('never', { status: 'withdrawn', date: '2026-11-30', corrections }),
    ];
    const feeds = settings('id: f, limit: 1');
    const told = await why(files, 'told', feeds);
    expect(told.tombstone).toMatchObject({ reason: 'A wrong date.' });
    expect(told.answer).toBe('Not public: it was withdrawn on Sunday 2026-11-22, 10:00 (Europe/Vienna, UTC+01:00).');
    // A notice takes no room.
    expect(standings(told)).toEqual([['f', 'carried']]);
    expect((await why(files, 'untold', feeds)).tombstone).toBeUndefined();
    expect((await why(files, 'never', feeds)).tombstone).toBeUndefined();
  });
});

describe('the answer about feeds', () => {
  it('is what an export of each feed has in it', async () => {
    const queries = [
      'field:elections',
      'NOT field:elections',
      'date>=2016',
      'status:draft',
      'title:"of r1"',
      'is:corrected',
    ];
    const feeds = queries.flatMap((where, n) => [
      `  - {id: all${n}, title: T, formats: [rss], where: '${where}'}`,
      `  - {id: few${n}, title: T, formats: [rss], where: '${where}', limit: 3}`,
    ]);
    const later = '[{date: "2999-01-01", kind: correction, note: To come.}]';
    const files = Array.from({ length: 30 }, (_, n) =>
      release(`r${n}`, {
        date: `20${10 + (n % 12)}-0${1 + (n % 9)}-01`,
        fields: n % 3 === 0 ? '[education]' : '[elections]',
        ...(n % 5 === 0 ? { corrections: later } : {}),
      }),
    );
    const repository = await repositoryOf(files, `timezone: Europe/Vienna\nfeeds:\n${feeds.join('\n')}\n`);
    const moment = { now, timezone: 'Europe/Vienna', today: '2026-11-23' };
    const context = { taxonomy: repository.taxonomy, ...moment };
    const exported = repository.settings.feeds.flatMap((feed) => {
      const { releases } = gather(repository, selectionOfFeed(feed, context), { moment, includeUnpublished: false });
      return [...releases].map(({ id }) => `${feed.id} ${id}`);
    });
    const answered = files.flatMap(([path]) => {
      const { feeds: answers, subject } = ask(repository, path);
      return answers.flatMap(({ feed, standing }) => (standing === 'carried' ? [`${feed.id} ${subject.name}`] : []));
    });
    expect(exported.length).toBeGreaterThan(30);
    expect(answered.toSorted()).toEqual(exported.toSorted());
  });
});

describe('the versions in other languages', () => {
  const digestOf = ([, text]: File): string => {
    const bodyStart = text.indexOf('---\n', 4) + 4;
    const title = /^title: (.*)$/m.exec(text)?.[1];
    return translationDigest({ text, bodyStart, data: { title } }, digestOfText);
  };
  const original = release('a');
  const translation = (lang: string, digest: string, keys: Keys = {}): File =>
    release(`a.${lang}`, { lang, translationOf: `{id: a, digest: "${digest}"}`, ...keys });
  const told = ({ versions }: Why): unknown[] => [
    versions.isStale,
    ...versions.others.map(({ version, isStale }) => [
      version.release.id,
      version.isPublic,
      version.isOriginal,
      isStale,
    ]),
  ];
  const fresh = digestOf(original);
  const stale = `sha256:${'0'.repeat(64)}`;

  it('are told with whether they are public and still say the same, from wherever one looks', async () => {
    const files = [original, translation('ru', fresh, { status: 'draft' }), translation('de', stale)];
    expect(told(await why(files, 'a'))).toEqual([
      undefined,
      ['a.de', true, false, true],
      ['a.ru', false, false, false],
    ]);
    expect(told(await why(files, 'a.de'))).toEqual([true, ['a', true, true, undefined], ['a.ru', false, false, false]]);
    expect(told(await why(files, 'a.ru'))).toEqual([false, ['a', true, true, undefined], ['a.de', true, false, true]]);
  });

  it('are not called stale where the original is missing, or the digest is none', async () => {
    expect(told(await why([translation('ru', stale), translation('de', stale)], 'a.ru'))).toEqual([
      undefined,
      ['a.de', true, false, undefined],
    ]);
    expect(told(await why([original, translation('ru', 'sha256:x')], 'a.ru'))).toEqual([
      undefined,
      ['a', true, true, undefined],
    ]);
  });
});

describe('what a written date means', () => {
  it.each([
    ['2026-11-23', 'Europe/Vienna', ['A date alone means midnight in Europe/Vienna.']],
    [
      '2018-11-04',
      'America/Sao_Paulo',
      ['A date alone means midnight, and in America/Sao_Paulo the clocks skip it: the day begins at 01:00.'],
    ],
    [
      '2011-12-30',
      'Pacific/Apia',
      ['A date alone means midnight, and in Pacific/Apia the clocks skip all of that day.'],
    ],
    ['2026-11-23T09:00:00+01:00', 'Europe/Vienna', []],
    ['2026-07-01T09:00:00+02:00', 'Europe/Vienna', []],
    [
      '2026-07-01T09:00:00+01:00',
      'Europe/Vienna',
      ['It is written by another clock: 2026-07-01T09:00:00+01:00 is 10:00 on 2026-07-01 in Europe/Vienna.'],
    ],
    [
      '2026-12-31T23:30:00Z',
      'Asia/Kathmandu',
      ['It is written by another clock: 2026-12-31T23:30:00Z is 05:15 on 2027-01-01 in Asia/Kathmandu.'],
    ],
    ['soon', 'Europe/Vienna', []],
  ])('%s in %s', (written, timezone, remarks) => {
    expect(clockRemarks(written, timezone)).toEqual(remarks);
  });
});
