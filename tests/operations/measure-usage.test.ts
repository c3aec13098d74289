import { describe, expect, it } from 'vitest';
import type { Manuscript } from '../../src/model/manuscript.ts';
import type { Repository } from '../../src/model/repository.ts';
import type { VocabularyUsage } from '../../src/model/vocabulary-usage.ts';
import { measureUsage } from '../../src/operations/measure-usage.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const taxonomy = `version: 1
facets:
  topic:
    property: topics
    multiple: true
    terms: {water: {label: Water, formerIds: [rivers]}, air: {label: Air}, old: {label: Old, deprecated: true}}
  author:
    property: author
    judged: author
    terms:
      harbour: {label: Harbour Office, active: {from: 1998, until: 2008}}
      coast: {label: Coast Office, active: {from: 2009}}
      gone: {label: Gone, deprecated: true, active: {until: 1990}}
`;

const release = (keys: string, date = '2009-11-16'): string =>
  `---\nid: a\ntitle: A\ndate: ${date}\nstatus: published\n${keys}\n---\nText.\n`;

const repositoryOf = (releases: readonly string[]): Promise<Repository> =>
  repositoryInMemory({
    'taxonomy.yaml': taxonomy,
    ...Object.fromEntries(releases.map((text, index) => [`releases/${index}.md`, text])),
  });

async function measured(
  releases: readonly string[],
  mayShow: (manuscript: Manuscript) => boolean = () => true,
): Promise<VocabularyUsage> {
  const repository = await repositoryOf(releases);
  return measureUsage(repository.manuscripts(), { taxonomy: repository.taxonomy, mayShow });
}

describe('what releases use', () => {
  it('is counted by release, whatever word stands there', async () => {
    const { releases, uses } = await measured([
      release('topics: [water, Water, rivers]'),
      release('topics: Rivers\nauthor: coast'),
      release('topics: [nothing, 7]'),
      '---\ntopics: [water\n---\nBroken.\n',
    ]);
    expect(releases).toBe(4);
    expect([...uses].map(([term, { count }]) => `${term} ${count}`)).toEqual(['topic/water 2', 'author/coast 1']);
  });

  it('has the place of the first word', async () => {
    const { uses } = await measured([release('topics: [air, water]')]);
    expect(uses.get('topic/water')?.shown).toMatchObject([
      { file: 'releases/0.md', day: '2009-11-16', range: { start: { line: 6, column: 15 }, end: { column: 20 } } },
    ]);
  });

  it('lies outside of the time of an author when the dates decide it', async () => {
    const dates = ['1997-12-31', '1998-01-01', '2008-12-31', '2009-01-01', 'someday'];
    const { outside, uses } = await measured(dates.map((date) => release('author: harbour\ntopics: [water]', date)));
    expect(uses.get('author/harbour')?.count).toBe(5);
    expect([...outside.keys()]).toEqual(['author/harbour']);
    expect(outside.get('author/harbour')?.shown.map(({ day }) => day)).toEqual(['1997-12-31', '2009-01-01']);
    expect((await measured([release('author: gone')])).outside.size).toBe(0);
  });

  it('keeps a few places only, and none of what must not be shown', async () => {
    const many = Array.from({ length: 9 }, () => release('author: harbour'));
    const { outside } = await measured(many, ({ path }) => !path.endsWith('0.md'));
    expect(outside.get('author/harbour')?.count).toBe(9);
    expect(outside.get('author/harbour')?.shown.map(({ file }) => file)).toEqual(
      [1, 2, 3].map((n) => `releases/${n}.md`),
    );
    expect((await measured(many, () => false)).uses.get('author/harbour')).toEqual({ count: 9, shown: [] });
  });

  it('looks at each release once and for its words alone', async () => {
    const repository = await repositoryOf([release('topics: [water]')]);
    let looked = 0;
    let located = 0;
    function* manuscripts(): Generator<Manuscript> {
      const [sample] = repository.manuscripts();
      if (sample === undefined) throw new Error('There is no release.');
      for (; looked < 10_000; looked += 1)
        yield {
          ...sample,
          digest: sample.digest,
          lines: sample.lines,
          locate: (path, part) => ((located += 1), sample.locate(path, part)),
        };
    }
    const { uses } = measureUsage(manuscripts(), { taxonomy: repository.taxonomy, mayShow: () => true });
    expect(uses.get('topic/water')?.count).toBe(10_000);
    expect(located).toBe(1);
  });
});
