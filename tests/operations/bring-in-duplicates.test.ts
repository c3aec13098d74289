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
    expect(refusal?.message).toBe('«page-1.txt» is there already. Nothing was written.');
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

  it('is never changed by update, which says so', async () => {
    const repository = await archive(there('origin: {url: "https://example.org/7"}\n'));
    const { refusal } = await bring(
      [{ url: 'https://example.org/7' }],
      { year: '2009', onDuplicate: 'update' },
      repository,
    );
    expect(refusal?.message).toBe(
      '«page-1.txt» is there already, and import never changes a file that somebody may have worked on. Nothing was written.',
    );
    expect(
      (await bring([{ url: 'https://example.org/8' }], { year: '2009', onDuplicate: 'update' }, repository)).refusal,
    ).toBeUndefined();
  });

  it('may be another page of the same run', async () => {
    const { refusal, report } = await bring(
      [{}, {}, { url: 'https://example.org/7', title: { value: 'A', origin: 'x' } }, { url: 'https://example.org/7' }],
      { year: '2009' },
    );
    expect(report.releases.map(({ duplicateOf }) => duplicateOf?.by)).toEqual([undefined, 'id', undefined, 'url']);
    expect(refusal?.message).toBe('2 releases are there already. Nothing was written.');
    const skipped = await bring([{}, {}], { year: '2009', onDuplicate: 'skip' });
    expect(skipped.changes.changes).toHaveLength(1);
  });
});
