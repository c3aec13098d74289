import { describe, expect, it } from 'vitest';
import type { SourceRelease, StatedKey } from '../../src/model/importer.ts';
import type { ReleaseSchema } from '../../src/model/schema-violation.ts';
import { carryKeys } from '../../src/operations/bring-in-keys.ts';
import { chooseStatus } from '../../src/operations/bring-in-status.ts';
import { archive, bring, fileOf, incoming } from './bring-in-fixture.ts';

const keys = (values: Readonly<Record<string, unknown>>, isCell = false): Map<string, StatedKey> =>
  new Map(Object.entries(values).map(([key, value]) => [key, { value, origin: key, ...(isCell && { isCell }) }]));

/** A row or object that lacks nothing. */
const record = (
  values: Readonly<Record<string, unknown>> = {},
  changes: Partial<SourceRelease> = {},
): Partial<SourceRelease> => ({
  date: { value: '2009-11-16', origin: 'x' },
  dayAndMonth: undefined,
  part: 'line 2',
  frontMatter: keys(values),
  ...changes,
});

describe('what a record states in the house’s own words', () => {
  it('goes over as it is, in the order of the house', async () => {
    const values = {
      id: 'my-own.id',
      embargo: '2026-12-01T09:00:00+01:00',
      corrections: [{ date: '2009-11-17', kind: 'correction', note: 'Two, not three.' }],
      updated: '2009-11-17',
      status: 'approved',
      boilerplate: 'about',
    };
    const text = fileOf(await bring([record(values)]));
    expect(text).toContain('id: my-own.id\n');
    expect(text).toMatch(
      /boilerplate: about\nupdated: 2009-11-17\ncorrections:\n(?: .*\n)+embargo: "2026-12-01T09:00:00\+01:00"\nlang: en\nstatus: approved\n/,
    );
  });

  it('stands in a file that keeps its name and address', async () => {
    const path = async (changes: Partial<SourceRelease>): Promise<string | undefined> =>
      (await bring([changes])).changes.changes[0]?.path;
    expect(await path(record({ id: '2009-11-16-a.ru' }))).toBe('releases/2009/2009-11-16-a.ru.md');
    expect(await path(record({ id: 'x' }, { fileName: '2009-11-16-b' }))).toBe('releases/2009/2009-11-16-b.md');
    expect(await path(record({}, { fileName: 'CON' }))).toBe('releases/2009/2009-11-16-course-opens-in-baku.md');
    expect(await path(record({}, { fileName: '2009-11-16-../../x' }))).toBe('releases/2009/2009-11-16-x.md');
    expect(await path(record({}, { url: 'https://example.org/2009/spring/' }))).toBe(
      'releases/2009/2009-11-16-spring.md',
    );
    expect(await path(record({}, { url: 'https://example.org/41234' }))).toContain('course-opens-in-baku');
    expect(await path(record({}, { lang: { value: 'sr-Latn', origin: 'x' } }))).toContain('in-baku.sr-latn.md');
  });

  it('names terms by id first, and else by what they are called', async () => {
    const fields = [{ id: 'elections', label: 'Education' }, { id: 'gone', label: 'Education' }, 'Law'];
    const { report } = await bring([record({ fields: [...fields, { id: 'gone', label: 'Alchemy' }] })]);
    expect(report.releases[0]?.read).toContainEqual({
      key: 'fields',
      value: ['elections', 'education', 'law'],
      origin: 'list item «Fields of work»',
    });
    expect(report.releases[0]?.unknown.map(({ value }) => value)).toEqual(['Alchemy']);
    expect(report.releases[0]?.status).toBe('draft');
  });

  it('is refused as a whole when its embargo is no moment', async () => {
    for (const embargo of ['tomorrow', '2026-12-01', 5, false, {}])
      await expect(bring([record({ embargo })])).rejects.toThrow(
        '«page-1.txt, line 2» would not become a valid release',
      );
  });

  it('stays a draft when a name that nobody knows may mean an embargo or a status', async () => {
    for (const name of ['embargo_until', 'Sperrfrist', 'Stauts', 'publish_at']) {
      const { report } = await bring([record({ [name]: 'x', status: 'published' })]);
      expect(report.releases[0]).toMatchObject({ status: 'draft', unknown: [{ heading: name }] });
    }
    const { report } = await bring([record({ status: 'final' })]);
    expect(report.releases[0]).toMatchObject({ status: 'draft', unknown: [{ heading: 'status', value: 'final' }] });
  });

  it('becomes a draft when its type requires what the source does not have', async () => {
    const { report } = await bring([
      record({ status: 'published' }, { type: { value: 'media-advisory', origin: 'x' } }),
    ]);
    expect(report.releases[0]).toMatchObject({ status: 'draft', missing: ['contacts'] });
  });

  it('keeps language and places as they are, but for capitals', async () => {
    const places = ['McMurdo', 'turkiye', 'BAKU'].map((value) => ({ value, origin: 'x' }));
    const text = fileOf(await bring([record({}, { places, lang: { value: 'en-GB', origin: 'x' } })]));
    expect(text).toContain('place: [McMurdo, turkiye, Baku]\n');
    expect(text).toContain('lang: en-GB\n');
    const odd = await bring([record({}, { lang: { value: 'Elvish!', origin: 'x' } })]);
    expect(odd.report.releases[0]).toMatchObject({ status: 'draft', unknown: [{ heading: 'lang' }] });
  });

  it('that knows moments only means the day that begins at one', async () => {
    const moments = { hasMomentsOnly: true as const, date: { value: '2009-11-15T23:00:00Z', origin: 'x' } };
    const files = { 'press.yaml': 'timezone: Europe/Vienna\n' };
    const changes = record({ updated: '2009-11-17T00:00:00+01:00' }, moments);
    const text = fileOf(await bring([changes], {}, await archive(files)));
    expect(text).toContain('date: 2009-11-16\n');
    expect(text).toContain('updated: 2009-11-17\n');
    const kept = await bring([record({}, { date: moments.date })], {}, await archive(files));
    expect(fileOf(kept)).toContain('date: "2009-11-15T23:00:00Z"');
  });

  it('lets two files of one run not have one name', async () => {
    const same = (id: string, lang: string): Partial<SourceRelease> =>
      record({ id }, { fileName: '2009-11-16-x', lang: { value: lang, origin: 'x' } });
    const { report } = await bring([same('a', 'en'), same('b', 'ru')]);
    expect(report.releases.map(({ path }) => path)).toEqual([
      'releases/2009/2009-11-16-x.md',
      'releases/2009/2009-11-16-x-2.md',
    ]);
  });
});

describe('keys of the repository’s own schema', () => {
  const takes = new Map<string, (value: unknown) => boolean>([
    ['audience', (value) => typeof value === 'number'],
    ['isLead', (value) => typeof value === 'boolean'],
    ['tags', Array.isArray],
    ['desk', (value) => typeof value === 'string'],
  ]);
  const schema: ReleaseSchema = {
    properties: new Set(takes.keys()),
    check: (data) =>
      Object.entries(data)
        .filter(([key, value]) => takes.get(key)?.(value) === false)
        .map(([key]) => ({ path: [key], keyword: 'type', params: { type: 'object' } })),
  };
  const carried = async (
    values: Readonly<Record<string, unknown>>,
    isCell: boolean,
  ): Promise<ReturnType<typeof carryKeys>> => {
    const { taxonomy } = await archive();
    return carryKeys(
      { ...incoming(), frontMatter: keys(values, isCell) },
      { schema, taxonomy, settings: { timezone: 'UTC' } },
    );
  };

  it('are read from a cell in the form that the schema takes', async () => {
    const { values } = await carried(
      { audience: '17', 'Is lead': 'TRUE', islead: 'true', tags: 'a; b\\;c', desk: '5' },
      true,
    );
    expect(Object.fromEntries(values)).toEqual({ audience: 17, isLead: true, tags: ['a', 'b;c'], desk: '5' });
  });

  it('go over from an object as they are; numbers that lost digits and names that nobody knows do not', async () => {
    const { values, notCarried } = await carried(
      { audience: 1e300, Desk: 'x', desk: 'y', tags: ['a'], title: 'x', origin: {} },
      false,
    );
    expect(Object.fromEntries(values)).toEqual({ desk: 'y', tags: ['a'] });
    expect(notCarried).toHaveLength(4);
    expect(notCarried[0]).toContain('a number that cannot be kept exactly');
  });
});

describe('a release without a text', () => {
  const after = async (
    changes: Partial<SourceRelease>,
    wish: Parameters<typeof bring>[1] = {},
    files: Readonly<Record<string, string>> = {},
  ): Promise<unknown[]> => {
    const { report } = await bring([changes], wish, await archive(files));
    return [report.releases[0]?.status, report.releases[0]?.missing];
  };

  it.each(['published', 'approved', undefined])('is a draft, though it is %s, and says why', async (status) => {
    const changes = record(status === undefined ? {} : { status }, { body: '' });
    expect(await after(changes)).toEqual(['draft', ['body']]);
    for (const wished of ['published', 'approved'] as const)
      expect(await after(changes, { status: wished })).toEqual(['draft', ['body']]);
  });

  it('says where a record has one, and a page not', async () => {
    const notes = async (changes: Partial<SourceRelease>): Promise<readonly string[] | undefined> =>
      (await bring([changes], { year: '2009' })).report.releases[0]?.notes;
    expect(await notes(record({}, { body: '' }))).toEqual([expect.stringContaining('--content full')]);
    expect(await notes({ body: '' })).toEqual([]);
  });

  it.each(['hold', 'withdrawn', 'draft'])('stays kept in when it is %s', async (status) => {
    expect(await after(record({ status }, { body: '' }))).toEqual([status, ['body']]);
  });

  it('may have a dateline, notes and closing paragraphs, and may be a page', async () => {
    const press = 'boilerplates:\n  about:\n    en: Who we are.\n';
    for (const body of [
      'BAKU, 16 November 2009 - ',
      '<!-- Write here. -->',
      'BAKU, 16 November 2009 - Who we are.',
      '***',
    ])
      expect(await after(record({}, { body: body.trimEnd() }), {}, { 'press.yaml': press }), body).toEqual([
        'draft',
        ['body'],
      ]);
    expect(await after({ body: '' }, { year: '2009' })).toEqual(['draft', ['body']]);
    expect(await after(record({}, { body: 'BAKU, 16 November 2009 - A text.' }))).toEqual(['published', []]);
  });
});

describe('the status of a record', () => {
  const facts = { own: undefined, wished: undefined, isComplete: true, isDated: true };
  const quiet = { speaksOfEmbargo: false };

  it.each(['draft', 'approved', 'hold', 'withdrawn'] as const)('that is %s is let out by no option', (own) => {
    expect(chooseStatus({ ...facts, own, wished: 'published' }, quiet)).toBe(own);
    expect(['draft', own]).toContain(chooseStatus({ ...facts, own, wished: 'published', isComplete: false }, quiet));
  });

  it('that is published stays so, whatever the text speaks of, unless an option or a gap keeps it in', () => {
    expect(chooseStatus({ ...facts, own: 'published' }, { speaksOfEmbargo: true })).toBe('published');
    expect(chooseStatus({ ...facts, own: 'published', wished: 'hold' }, quiet)).toBe('hold');
    expect(chooseStatus({ ...facts, own: 'published', isComplete: false }, quiet)).toBe('draft');
    expect(chooseStatus({ ...facts, own: 'hold', isComplete: false, isDated: false }, quiet)).toBe('draft');
  });
});
