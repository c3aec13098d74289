import { describe, expect, it } from 'vitest';
import { split, type SplitWish } from '../../../src/operations/refactor/split.ts';
import { differences, planned, refactored, refusalOf, release, vocabulary } from '../../support/refactoring.ts';

const at = (name: string): string => `releases/2010/2010-03-04-${name}.md`;
const texts = {
  'taxonomy.yaml': vocabulary,
  'press.yaml': 'feeds: [{id: a, where: "topic:water AND NOT topic=water"}]\n',
  [at('a')]: release('a', 'topics: [water, nature]', 'author: north'),
  [at('b')]: release('b', 'topics:', "  - 'water' # first", 'author: south'),
  [at('c')]: release('c', 'topics: [water, soil]', 'author: [north, south]'),
};
const parted = (more: Partial<SplitWish> = {}): ReturnType<typeof split> =>
  split({
    term: 'water',
    into: ['soil', 'air'],
    by: ['author=north:soil', 'author="Southern Office":air'].map((rule) => rule.replaceAll('"', '')),
    otherwise: undefined,
    answers: new Map(),
    ...more,
  });

describe('taxonomy split', () => {
  it('moves each release to where its terms say', async () => {
    const after = await refactored(texts, parted());
    expect(differences(vocabulary, after['taxonomy.yaml'] ?? '').filter((line) => line.startsWith('+'))).toEqual([
      '+ deprecated: true',
      '+ replacedBy: [soil, air]',
      `+ "air": {label: 'Air', related: [soil]}`,
      '+ north: {label: Northern Office, active: {from: 2001-02-03}, implies: [topic/soil, topic/air]}',
    ]);
    expect(after['press.yaml']).toContain('"topic:soil,air AND NOT topic=soil,air"');
    expect(after[at('a')]).toContain('topics: [soil, nature]\n');
    expect(after[at('b')]).toContain("topics:\n  - 'air' # first\n");
    expect(after[at('c')]).toContain('topics: [air, soil]\n');
  });

  it('gives a single value two terms in its own quotes, and a list of lines two lines', async () => {
    const both = ['author=north:soil', 'author=north:air'];
    const all = {
      'taxonomy.yaml': vocabulary,
      [at('d')]: release('d', "topics: 'water'", 'author: north'),
      [at('e')]: release('e', 'topics:', '  - water  # first', '  - birds', 'author: north').replaceAll('\n', '\r\n'),
    };
    const after = await refactored(all, parted({ by: both }));
    expect(after[at('d')]).toContain("topics: ['soil', 'air']\n");
    expect(after[at('e')]).toContain('topics:\r\n  - soil\r\n  - air  # first\r\n  - birds\r\n');
  });

  it('takes a rule for everything under a term', async () => {
    const all = { 'taxonomy.yaml': vocabulary, [at('d')]: release('d', 'topics: [water, birds]') };
    const after = await refactored(all, parted({ by: ['topics=Nature:air'] }));
    expect(after[at('d')]).toContain('topics: [air, birds]');
  });

  it('asks for what no rule is about, or takes --else, or an answer', async () => {
    const by = ['author=north:soil'];
    await expect(planned(texts, parted({ by }))).resolves.toMatchObject({
      kind: 'unmatched',
      releases: [{ path: at('b') }],
    });
    await expect(refactored(texts, parted({ by, otherwise: 'Air' }))).resolves.toMatchObject({
      [at('b')]: expect.stringContaining("- 'air' # first"),
    });
    const answers = new Map([[at('b'), ['soil']]]);
    await expect(refactored(texts, parted({ by, answers }))).resolves.toMatchObject({
      [at('b')]: expect.stringContaining("- 'soil' # first"),
    });
  });

  it('does not give two terms where the facet takes one', async () => {
    const single = { ...texts, 'taxonomy.yaml': vocabulary.replace('    multiple: true\n', '') };
    await expect(planned(single, parted())).resolves.toMatchObject({
      kind: 'unmatched',
      releases: [{ path: at('c') }],
    });
  });

  it.each([
    [parted({ into: ['soil'], by: [] }), 'One term cannot be split into one.'],
    [parted({ into: ['soil', 'water'], by: [] }), '«water» cannot go into itself.'],
    [parted({ by: ['author:north=soil'] }), 'does not say which releases go where.'],
    [parted({ by: ['writer=north:soil'] }), 'unknown-term: «writer» is not a facet'],
    [parted({ by: ['author=north:birds'] }), '«birds» is none of the terms that --into names.'],
    [parted({ into: ['soil', 'lava'] }), 'unknown-term: «lava»'],
    [parted({ otherwise: 'birds' }), '«birds» is none of the terms that --into names.'],
  ])('is refused: %#', async (verb, sentence) => {
    await expect(refusalOf(texts, verb)).resolves.toContain(sentence);
  });

  it('does not guess which part a member belongs to', async () => {
    const verb = split({ term: 'north', into: ['east', 'west'], by: [], otherwise: 'east', answers: new Map() });
    const more = vocabulary.replace(
      '      south:\n',
      '      east: {label: East}\n      west: {label: West}\n      south:\n',
    );
    await expect(refusalOf({ 'taxonomy.yaml': more }, verb)).resolves.toContain('«south» is a member of it');
  });
});
