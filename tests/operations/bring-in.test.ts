import { describe, expect, it } from 'vitest';
import { needsPerson } from '../../src/operations/bring-in-report.ts';
import { errorsOf, told } from '../schemas/shipped-schemas.ts';
import { archive, bring, fileOf, incoming, label, now, plainWish } from './bring-in-fixture.ts';
import { bringIn } from '../../src/operations/bring-in.ts';

describe('bringing in a release', () => {
  it('writes what the source states, in the order of the house', async () => {
    const brought = await bring([{ url: 'https://example.org/7' }], { year: '2009' });
    expect(fileOf(brought)).toBe(`---
id: 2009-11-16-course-opens-in-baku
title: Course opens in Baku
date: 2009-11-16
place: Baku
source: baku
fields: [elections, education]
lang: en
status: published
origin:
  url: https://example.org/7
  imported: 2026-05-01
  importer: page-text
  digest: sha256:${'0'.repeat(63)}1
  parts: {title: oopiaggpkejn, date: pbmibbdlblol, place: nlcjgcbcfepo, source: gkmnllhmjnfg, fields: ajnpopbicocd, lang: faokmbaohjgg, status: nncgfdmbckdf, body: alakdmanhplp}
---
BAKU, 16 November - A course opened.
`);
    expect(brought.changes.changes[0]?.path).toBe('releases/2009/2009-11-16-course-opens-in-baku.md');
    expect(brought.changes.purpose).toBe('import of 1 release');
  });

  it('reports every value with where it stood', async () => {
    const { report } = await bring([{ url: 'https://example.org/7' }], { year: '2009' });
    expect(report.releases[0]?.read).toEqual([
      { key: 'title', value: 'Course opens in Baku', origin: 'line 2' },
      { key: 'date', value: '2009-11-16', origin: 'dateline, with --year' },
      { key: 'place', value: ['Baku'], origin: 'dateline' },
      { key: 'source', value: ['baku'], origin: 'list item «Source»' },
      { key: 'fields', value: ['elections', 'education'], origin: 'list item «Fields of work»' },
      { key: 'type', value: 'press-release', origin: 'page' },
      { key: 'lang', value: 'en', origin: 'page' },
      { key: 'body', value: '1 paragraph', origin: 'text' },
      { key: 'origin.url', value: 'https://example.org/7', origin: 'page' },
    ]);
    expect(report.releases[0]).toMatchObject({
      outcome: 'new',
      id: '2009-11-16-course-opens-in-baku',
      status: 'published',
    });
    expect(report.summary).toMatchObject({ sources: 1, new: 1, drafts: 0, duplicates: 0, unread: 0, toLookAt: 0 });
  });

  it('suggests what a term implies, and does not write it', async () => {
    const brought = await bring([{}], { year: '2009' });
    expect(brought.report.releases[0]?.guessed).toEqual([
      { key: 'countries', value: 'azerbaijan', reason: '«Project Co-ordinator in Baku» implies «Azerbaijan»' },
    ]);
    expect(fileOf(brought)).not.toContain('azerbaijan');
    const stated = await bring([{ labels: [...incoming().labels, label('Countries', 'Azerbaijan')] }], {
      year: '2009',
    });
    expect(stated.report.releases[0]?.guessed).toEqual([]);
    expect(fileOf(stated)).toContain('countries: [azerbaijan]');
  });

  it('is not harmed by words that are names in JavaScript', async () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const { report } = await bring(
        [{ labels: [label(word, word), label('Source', word)], title: { value: word, origin: 'x' } }],
        { year: '2009' },
      );
      expect(report.releases[0]?.unknown.map(({ value }) => value)).toEqual([word]);
      expect(report.releases[0]?.notCarried).toEqual([`«${word}: ${word}» (no key and no facet goes by «${word}»)`]);
    }
  });

  it.each([
    ['!!!', 'page-1'],
    ['index', 'release-index'],
    ['CON', 'release-con'],
  ])('finds a name for the file of a release called «%s»', async (title, slug) => {
    const { changes } = await bring([{ title: { value: title, origin: 'line 1' } }], { year: '2009' });
    expect(changes.changes[0]?.path).toBe(`releases/2009/2009-11-16-${slug}.md`);
  });

  it('keeps a page that is quoted, fenced or marked as what it says', async () => {
    const body = String.raw`\--- & "quotes": {{ liquid }} ***` + '\n\n***\n\n`x`';
    const title = '"Yes": the day\'s #1 [draft] – 2009-11-16';
    const text = fileOf(await bring([{ body, title: { value: title, origin: 'x' } }], { year: '2009' }));
    const manuscript = (await archive()).manuscriptFrom('releases/2009/x.md', Buffer.from(text));
    expect(manuscript.data?.['title']).toBe(title);
    expect(text.slice(manuscript.bodyStart)).toBe(`${body}\n`);
  });

  it('refuses what would not be a release, naming the source', async () => {
    await expect(bring([{ title: { value: 'x'.repeat(400), origin: 'x' } }], { year: '2009' })).rejects.toThrow(
      '«page-1.txt» would not become a valid release: The value of «title» has 400 characters; at most 300 are allowed. Nothing was written.',
    );
    await expect(bring([{ title: undefined }], { year: '2009' })).rejects.toThrow(
      '«page-1.txt» would not become a valid release',
    );
    await expect(bring([{ lang: { value: 'Elvish!', origin: 'x' } }], { year: '2009' })).rejects.toMatchObject({
      code: 'not-a-release',
    });
  });

  it('writes e-mail addresses as contacts, and leaves other lines of contact to a person', async () => {
    const contacts = [
      { value: 'press@example.org', origin: 'x' },
      { value: 'Leyla, tel. 555 01 00', origin: 'x' },
    ];
    const brought = await bring([{ contacts }], { year: '2009' });
    expect(fileOf(brought)).toContain('contacts:\n  - email: press@example.org\n');
    expect(brought.report.releases[0]?.notCarried).toEqual(['contact «Leyla, tel. 555 01 00»']);
  });
});

describe('the status of what comes in', () => {
  const statusOf = async (
    changes: Parameters<typeof incoming>[0],
    wish: Parameters<typeof bring>[1],
  ): Promise<unknown> => (await bring([changes ?? {}], { year: '2009', ...wish })).report.releases[0]?.status;

  it('is published when nothing is unknown, or what was asked for', async () => {
    expect(await statusOf({}, {})).toBe('published');
    for (const status of ['draft', 'approved', 'published', 'hold', 'withdrawn'] as const)
      expect(await statusOf({}, { status })).toBe(status);
  });

  it.each([
    ['a label is unknown', { labels: [label('Source', 'baku'), label('Fields of work', 'Elections, Alchemy')] }],
    ['a required key is missing', { labels: [label('Fields of work', 'Elections')] }],
    ['its kind is unknown', { type: { value: 'ballad', origin: 'x' } }],
  ])('is draft when %s; only what keeps it in as well may be asked for', async (_, changes) => {
    expect(await statusOf(changes, {})).toBe('draft');
    expect(await statusOf(changes, { status: 'published' })).toBe('draft');
    expect(await statusOf(changes, { status: 'approved' })).toBe('draft');
    expect(await statusOf(changes, { status: 'hold' })).toBe('hold');
  });
});

describe('language, kind and place', () => {
  const file = async (
    changes: Parameters<typeof incoming>[0],
    wish: Parameters<typeof bring>[1] = {},
  ): Promise<string> => fileOf(await bring([changes ?? {}], { year: '2009', ...wish }));

  it.each([
    ['ru', {}, 'lang: ru'],
    ['en-GB', {}, 'lang: en\n'],
    ['sr-Latn', {}, 'lang: sr-Latn'],
    ['ru', { lang: 'fr' }, 'lang: fr'],
  ])('takes «%s» with %j as %s', async (value, wish, line) => {
    expect(await file({ lang: { value, origin: 'page' } }, wish)).toContain(line);
  });

  it('takes the newsroom’s language where nobody says one', async () => {
    expect(await file({ lang: undefined })).toContain('lang: en\n');
  });

  it('writes a kind other than the usual, and reports one that has no schema', async () => {
    expect(await file({ type: { value: 'statement', origin: 'x' } })).toContain('type: statement\n');
    const { report } = await bring([{ type: { value: 'ballad', origin: 'line 1' } }], { year: '2009' });
    expect(report.releases[0]?.unknown).toEqual([
      {
        heading: 'type',
        value: 'ballad',
        origin: 'line 1',
        message: '«ballad» is no kind of release here: there is no schema of that name in schemas/types.',
      },
    ]);
  });

  it.each([
    [['THE HAGUE'], 'place: The Hague'],
    [['TÜRKIYE'], 'place: Türkiye'],
    [['Nur-Sultan'], 'place: Nur-Sultan'],
    [['BAKU', 'GANJA', 'Baku'], 'place: [Baku, Ganja]'],
  ])('stores %j as «%s»', async (places, line) => {
    expect(await file({ places: places.map((value) => ({ value, origin: 'x' })) })).toContain(`${line}\n`);
  });
});

describe('several releases', () => {
  const other = { title: { value: 'Another course', origin: 'x' } };

  it('come in together', async () => {
    const { changes, report } = await bring([{}, other], { year: '2009' });
    expect(changes.changes.map(({ path }) => path)).toEqual([
      'releases/2009/2009-11-16-course-opens-in-baku.md',
      'releases/2009/2009-11-16-another-course.md',
    ]);
    expect([changes.purpose, report.summary.new]).toEqual(['import of 2 releases', 2]);
  });

  it('or not at all', async () => {
    const { changes, refusal, report } = await bring([{}, { ...other, dayAndMonth: undefined }], { year: '2009' });
    expect(changes.changes).toEqual([]);
    expect(refusal?.code).toBe('missing-date');
    expect([report.outcome, report.releases.map(({ outcome }) => outcome)]).toEqual(['refused', ['new', 'no-date']]);
  });

  it('are not given one day by --date', async () => {
    await expect(bring([{}, other], { date: '2009-11-16' })).rejects.toThrow(
      '«--date 2009-11-16» would give several releases the same day.',
    );
  });
});

describe('the report', () => {
  it('has the form that its schema says, whatever happened', async () => {
    const busy = await bring(
      [
        {},
        {},
        { dayAndMonth: undefined, guesses: [{ key: 'date', value: '2009-01-01', reason: 'so' }] },
        {
          title: { value: 'Third', origin: 'x' },
          labels: [label('Source', 'nobody'), label('Tone', 'Loud')],
          notCarried: ['picture'],
          notes: ['A remark.'],
        },
      ],
      { year: '2009', undated: true, onDuplicate: 'skip', dryRun: true },
    );
    const unread = bringIn({ sources: [], unread: [{ source: 'a.txt', message: 'No release.' }] }, plainWish, {
      repository: await archive(),
      now,
    });
    for (const { report } of [busy, unread, await bring([{ dayAndMonth: undefined }])]) {
      expect(told(errorsOf('output/import-report.schema.json', JSON.parse(JSON.stringify(report))))).toEqual([]);
    }
    expect(busy.report.outcome).toBe('dry-run');
    expect(busy.report.summary).toMatchObject({ sources: 4, new: 3, drafts: 2, duplicates: 1, unread: 0, toLookAt: 2 });
    expect(unread.report.summary).toMatchObject({ sources: 1, unread: 1 });
  });

  it('says that a person is needed when something is unknown, missing, disputed or left out, and only then', async () => {
    const wanted = async (changes: Parameters<typeof incoming>[0]): Promise<boolean[]> =>
      (await bring([changes ?? {}], { year: '2009', undated: true })).report.releases.map(needsPerson);
    expect(await wanted({})).toEqual([false]);
    expect(await wanted({ notes: ['Only a remark.'] })).toEqual([false]);
    expect(await wanted({ dayAndMonth: undefined })).toEqual([true]);
    expect(await wanted({ notCarried: ['picture'] })).toEqual([true]);
    expect(await wanted({ contradictions: [{ key: 'place', value: 'GANJA', origin: 'dateline' }] })).toEqual([true]);
    expect(await wanted({ labels: [...incoming().labels, label('Source', 'nobody')] })).toEqual([true]);
  });

  it('takes no text in other letters for one in the newsroom’s language', async () => {
    const body = 'БАКУ, 16 ноября – Сегодня открылся курс для наблюдателей на выборах, сообщает канцелярия.';
    const { report } = await bring([{ lang: undefined, body }], { year: '2009' });
    expect(report.releases[0]).toMatchObject({ status: 'draft', unknown: [{ heading: 'lang', value: 'en' }] });
    expect(
      (await bring([{ lang: undefined, body }], { year: '2009', lang: 'ru' })).report.releases[0]?.unknown,
    ).toEqual([]);
  });

  it('brings a draft of the source in without a day, and asks for that of everything else', async () => {
    const draft = { dayAndMonth: undefined, frontMatter: new Map([['status', { value: 'draft', origin: 'key' }]]) };
    const { report, refusal } = await bring([draft], {});
    expect([refusal, report.releases[0]?.outcome, report.releases[0]?.status]).toEqual([undefined, 'new', 'draft']);
    expect((await bring([{ dayAndMonth: undefined }], {})).refusal?.code).toBe('missing-date');
  });

  it.each([
    ['post_status', 'draft'],
    ['workflow', { state: 'draft' }],
    ['password', 'secret'],
    ['live', false],
    ['deleted', true],
    ['build', { render: 'never' }],
    ['meta', { embargo: '2999-01-01' }],
    ['status', ['draft']],
  ])('keeps in what «%s: %j» may keep in', async (key, value) => {
    const frontMatter = new Map([[key, { value, origin: 'key' }]]);
    const { report } = await bring([{ frontMatter }], { year: '2009' });
    expect(report.releases[0]).toMatchObject({ status: 'draft', unknown: [{ heading: key }] });
  });

  it.each([
    ['live', true],
    ['deleted', false],
    ['password', ''],
  ])('lets «%s: %j» go out', async (key, value) => {
    const frontMatter = new Map([[key, { value, origin: 'key' }]]);
    expect((await bring([{ frontMatter }], { year: '2009' })).report.releases[0]?.status).toBe('published');
  });
});
