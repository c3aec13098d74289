import { describe, expect, it } from 'vitest';
import { rename } from '../../../src/operations/refactor/rename.ts';
import { differences, planned, refactored, refusalOf, release, vocabulary } from '../../support/refactoring.ts';

const texts = {
  'taxonomy.yaml': vocabulary,
  'press.yaml': `feeds:
  - {id: a, where: 'topic:water AND NOT topic="soil"'} # quoted
  - id: b
    where: topic:soil,water OR "water in the text"
  - id: c
    where: topic:rivers
`,
  'releases/2010/2010-03-04-a.md': release('a', 'topics: [soil, water]  # two', 'author: north'),
  'releases/2010/2010-03-04-b.md': release('b', 'topics:', "  - 'water' # first", '  - soil'),
  'releases/2010/2010-03-04-c.md': release('c', 'topics: "water"'),
  'releases/2010/2010-03-04-d.md': release('d', 'topics: [soil]', 'summary: water'),
};

describe('taxonomy rename', () => {
  it('changes the id wherever it is one, and keeps the old one', async () => {
    const after = await refactored(texts, rename({ term: 'Water', to: 'waters' }));
    expect(differences(vocabulary, after['taxonomy.yaml'] ?? '')).toEqual([
      '- water:',
      `- "air": {label: 'Air', related: [water]}`,
      '- north: {label: Northern Office, active: {from: 2001-02-03}, implies: [topic/water]}',
      '+ waters:',
      '+ formerIds: [water]',
      `+ "air": {label: 'Air', related: [waters]}`,
      '+ north: {label: Northern Office, active: {from: 2001-02-03}, implies: [topic/waters]}',
    ]);
    expect(differences(texts['press.yaml'], after['press.yaml'] ?? '')).toEqual([
      `- - {id: a, where: 'topic:water AND NOT topic="soil"'} # quoted`,
      '- where: topic:soil,water OR "water in the text"',
      `+ - {id: a, where: 'topic:waters AND NOT topic="soil"'} # quoted`,
      '+ where: topic:soil,waters OR "water in the text"',
    ]);
    expect(after['releases/2010/2010-03-04-a.md']).toContain('topics: [soil, waters]  # two\n');
    expect(after['releases/2010/2010-03-04-b.md']).toContain("topics:\n  - 'waters' # first\n  - soil\n");
    expect(after['releases/2010/2010-03-04-c.md']).toContain('topics: "waters"\n');
    expect(after['releases/2010/2010-03-04-c.md']).toContain('- water and soil.\n');
    expect(after['releases/2010/2010-03-04-d.md']).toBe(texts['releases/2010/2010-03-04-d.md']);
  });

  it('counts what it changes', async () => {
    await expect(planned(texts, rename({ term: 'water', to: 'waters' }))).resolves.toMatchObject({
      counts: { terms: 1, releases: 3, feeds: 2 },
    });
  });

  it('follows two renamings and finds releases with any of the ids', async () => {
    const once = await refactored({ ...texts, 'press.yaml': '{}' }, rename({ term: 'water', to: 'waters' }));
    const late = 'releases/2010/2010-03-04-c.md';
    const twice = await refactored(
      { ...once, [late]: texts[late] },
      rename({ term: 'topic/water', to: 'topic/hydro' }),
    );
    expect(twice['taxonomy.yaml']).toContain('formerIds: [water, waters]');
    expect(twice[late]).toContain('topics: "hydro"');
    expect(twice['releases/2010/2010-03-04-a.md']).toContain('[soil, hydro]');
  });

  it('renames back, and nothing is lost on the way', async () => {
    const once = await refactored(texts, rename({ term: 'water', to: 'waters' }));
    const back = await refactored(once, rename({ term: 'waters', to: 'water' }));
    expect(differences(vocabulary, back['taxonomy.yaml'] ?? '')).toEqual(['+ formerIds: [waters]']);
    for (const path of Object.keys(texts).filter((each) => each !== 'taxonomy.yaml'))
      expect(back[path]).toBe(Reflect.get(texts, path));
  });

  it('quotes an id that YAML would take for something else', async () => {
    const after = await refactored(texts, rename({ term: 'water', to: '2010' }));
    expect(after['taxonomy.yaml']).toContain('      "2010":\n');
    expect(after['releases/2010/2010-03-04-a.md']).toContain('topics: [soil, "2010"]  # two');
    const no = await refactored(texts, rename({ term: 'water', to: 'no' }));
    expect(no['releases/2010/2010-03-04-a.md']).toContain('topics: [soil, "no"]');
  });

  it.each([
    ['water', 'soil', '«topic/soil» is a term already.'],
    ['water', 'Waters', '«Waters» cannot be an id.'],
    ['water', 'con', '«con» cannot be an id.'],
    ['water', 'x'.repeat(65), 'cannot be an id.'],
    ['soil', 'rivers', '«rivers» already is a word for topic/water, and would then mean two terms.'],
    ['soil', 'topic/rivers', '«rivers» already is a word for topic/water'],
    ['watr', 'waters', 'unknown-term: «watr» is not a term of the vocabulary.'],
  ])('does not rename %s to %s', async (term, to, sentence) => {
    await expect(refusalOf(texts, rename({ term, to }))).resolves.toContain(sentence);
  });

  it('does not take an id that another term had', async () => {
    const once = await refactored(texts, rename({ term: 'water', to: 'waters' }));
    await expect(refusalOf(once, rename({ term: 'soil', to: 'water' }))).resolves.toContain(
      '«water» was the id of topic/waters',
    );
  });

  it('has nothing to do for the same id', async () => {
    await expect(planned(texts, rename({ term: 'water', to: 'topic/water' }))).resolves.toMatchObject({
      kind: 'nothing',
    });
  });

  it.each([
    ['with broken front matter that has the word', '---\ntopics: [water\n---\n', true],
    ['with broken front matter that has it in the text alone', '---\ntitle: [x\n---\nwater\n', false],
    ['with a word that only begins like it', '---\ntopics: [waters, x-water\n---\n', false],
    ['whose front matter does not end', '---\ntopics: [water]\n', true],
    ['with a control character in its text', `${release('x', 'topics: [water]')}\u0007`, true],
    ['with a control character and another term', `${release('x', 'topics: [soil]')}\u0007`, false],
  ])('of a release %s is refused: %#', async (_, text, isRefused) => {
    const all = { ...texts, 'releases/2010/2010-03-04-x.md': text };
    const plan = planned(all, rename({ term: 'water', to: 'waters' }));
    if (isRefused) await expect(plan).rejects.toThrow(expect.objectContaining({ code: 'refused' }));
    else await expect(plan).resolves.toMatchObject({ kind: 'change' });
  });

  it('names all releases that cannot be edited', async () => {
    const all = { ...texts, 'releases/2010/2010-03-04-x.md': release('x', 'topics: [&a water]') };
    await expect(refusalOf(all, rename({ term: 'water', to: 'waters' }))).resolves.toMatch(
      /2010-03-04-x\.md» cannot be read/,
    );
  });

  it('leaves errors alone that were there before, also where they name the term', async () => {
    const closed = vocabulary.replace('from: 2001-02-03}', 'from: 2001-02-03, until: 2009-01-01}');
    const all = { ...texts, 'taxonomy.yaml': closed };
    await expect(planned(all, rename({ term: 'north', to: 'upper' }))).resolves.toMatchObject({ kind: 'change' });
  });
});
