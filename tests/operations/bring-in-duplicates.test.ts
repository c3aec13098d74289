import { describe, expect, it } from 'vitest';
import { archive, bring } from './bring-in-fixture.ts';

const there = (front: string): Record<string, string> => ({
  'releases/2009/2009-11-16-there.md': `---\nid: there\ntitle: There\ndate: 2009-11-16\nfields: [elections]\nsource: baku\nstatus: published\n${front}---\nText.\n`,
});

describe('a release that is there already', () => {
  it.each([
    [
      'id',
      'id: 2009-11-16-course-opens-in-baku\n',
      {
        'releases/2009/x.md':
          '---\nid: 2009-11-16-course-opens-in-baku\ntitle: X\ndate: 2009-11-16\nstatus: draft\n---\n',
      },
      'releases/2009/x.md',
    ],
    [
      'permalink',
      '/2009/course-opens-in-baku/',
      there('slug: course-opens-in-baku\n'),
      'releases/2009/2009-11-16-there.md',
    ],
    [
      'permalink',
      '/2009/course-opens-in-baku/',
      there('aliases: [/2009/course-opens-in-baku/]\n'),
      'releases/2009/2009-11-16-there.md',
    ],
    [
      'url',
      'https://example.org/7',
      there('origin: {url: "https://example.org/7"}\n'),
      'releases/2009/2009-11-16-there.md',
    ],
    [
      'path',
      'releases',
      { 'releases/2009/2009-11-16-course-opens-in-baku.md': 'no front matter' },
      'releases/2009/2009-11-16-course-opens-in-baku.md',
    ],
  ])('is known by its %s', async (by, _, files, path) => {
    const { refusal, report, changes } = await bring(
      [{ url: 'https://example.org/7' }],
      { year: '2009' },
      await archive(files),
    );
    expect(report.releases[0]).toMatchObject({ outcome: 'duplicate', duplicateOf: { by, path } });
    expect([refusal?.code, changes.changes]).toEqual(['already-there', []]);
    expect(refusal?.message).toBe('«page-1.txt» is there already, and not as the source has it. Nothing was written.');
    expect(refusal?.hint).toContain(path);
  });

  it('is left out by skip, and the rest comes in', async () => {
    const repository = await archive(there('origin: {url: "https://example.org/7"}\n'));
    const { refusal, changes, report } = await bring(
      [{ url: 'https://example.org/7', dayAndMonth: undefined }, { url: 'https://example.org/8' }],
      { year: '2009', onDuplicate: 'skip' },
      repository,
    );
    expect(refusal).toBeUndefined();
    expect(changes.changes.map(({ path }) => path)).toEqual(['releases/2009/2009-11-16-course-opens-in-baku.md']);
    expect(report.summary).toMatchObject({ new: 1, duplicates: 1, toLookAt: 0 });
  });

  it('is a dispute where an import left no marks: nobody knows whose words those in the file are', async () => {
    const repository = await archive(there('origin: {url: "https://example.org/7"}\n'));
    const { refusal, report, changes } = await bring(
      [{ url: 'https://example.org/7' }],
      { year: '2009', onDuplicate: 'update' },
      repository,
    );
    expect([refusal, changes.changes]).toEqual([undefined, []]);
    expect(report.releases[0]?.outcome).toBe('unchanged');
    expect(report.releases[0]?.conflicts.map(({ key, kept, other }) => [key, kept.value, other.value])).toEqual([
      ['title', 'There', 'Course opens in Baku'],
      ['place', 'nothing', 'Baku'],
      ['fields', '["elections"]', '["elections","education"]'],
      ['body', 'Text.', 'BAKU, 16 November - A course opened.'],
    ]);
    expect(report.summary).toMatchObject({ unchanged: 1, toLookAt: 1 });
  });
});

describe('two sources of one run', () => {
  it('are one release with the same address, whatever the protocol, or the same text', async () => {
    const url = (value: string): { url: string; title: { value: string; origin: string } } => ({
      url: value,
      title: { value, origin: 'x' },
    });
    const { refusal, report, changes } = await bring(
      [{}, {}, url('https://example.org/7/'), url('http://EXAMPLE.org/7#top'), url('https://example.org/7?id=2')],
      { year: '2009' },
    );
    expect(report.releases.map(({ duplicateOf }) => duplicateOf?.by)).toEqual([
      undefined,
      'content',
      undefined,
      'url',
      undefined,
    ]);
    expect(report.releases[3]?.duplicateOf?.source).toBe('page-3.txt');
    expect([refusal, changes.changes.length]).toEqual([undefined, 3]);
  });

  it('are one release by a further address, and by what the source calls it', async () => {
    const named = { sourceId: { value: 'tag:example.org,2009:7', origin: 'guid' } };
    const a = {
      title: { value: 'A', origin: 'x' },
      url: 'https://example.org/a',
      otherUrls: ['https://example.org/b'],
    };
    const b = { title: { value: 'B', origin: 'x' }, url: 'https://example.org/b', ...named };
    const c = { title: { value: 'C', origin: 'x' }, url: 'https://example.org/c', ...named };
    const { report } = await bring([a, b, c, { ...c, ...named }], { year: '2009' });
    expect(report.releases.map(({ outcome, duplicateOf }) => [outcome, duplicateOf?.by])).toEqual([
      ['new', undefined],
      ['duplicate', 'url'],
      ['new', undefined],
      ['duplicate', 'source-id'],
    ]);
  });

  it('with one title and day and different texts are two, and somebody is told', async () => {
    const { report, changes } = await bring([{}, { body: 'Another text.' }, { body: 'A third.' }], { year: '2009' });
    expect(changes.changes.map(({ path }) => path)).toEqual([
      'releases/2009/2009-11-16-course-opens-in-baku.md',
      'releases/2009/2009-11-16-course-opens-in-baku-2.md',
      'releases/2009/2009-11-16-course-opens-in-baku-3.md',
    ]);
    expect(report.releases[1]?.conflicts).toMatchObject([{ key: 'slug', kept: { value: 'course-opens-in-baku-2' } }]);
    expect(report.summary.toLookAt).toBe(2);
  });

  it('with one address for all its pages is several, again and again', async () => {
    const url = 'https://example.org/';
    const pages = [
      { url },
      {
        url,
        title: { value: 'Bridge opens', origin: 'line 1' },
        dayAndMonth: { value: { day: 3, month: 5 }, origin: 'x' },
      },
    ];
    const repository = await archive();
    const first = await bring(pages, { year: '2009' }, repository);
    expect(first.report.releases.map(({ outcome }) => outcome)).toEqual(['new', 'new']);
    repository.apply(first.changes);
    const again = await bring(pages, { year: '2009' }, repository);
    expect(again.report.releases.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  });
});
