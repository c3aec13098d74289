import { describe, expect, it } from 'vitest';
import { move } from '../../../src/operations/refactor/move.ts';
import { planned, refactored, refusalOf, vocabulary } from '../../support/refactoring.ts';

const texts = { 'taxonomy.yaml': vocabulary };
const moved = async (term: string, under?: string, before = vocabulary): Promise<string> =>
  (await refactored({ 'taxonomy.yaml': before }, move({ term, under })))['taxonomy.yaml'] ?? '';

describe('taxonomy move', () => {
  it('takes lines, comments above and below and texts of several lines along', async () => {
    const after = await moved('forests', 'water');
    expect(after).toContain(`        related: [soil, author/north]
        narrower:
          # Trees, not timber.
          forests:
            label: Forests
            note: >-
              Several lines
              of remarks.
            # kept for later
      soil:
`);
    expect(after).toContain('        narrower:\n          birds: {label: Birds}\n  author:');
  });

  it('goes up with less indentation, and the last one leaves no empty list', async () => {
    const up = await moved('forests');
    expect(up).toContain(
      '      # Trees, not timber.\n      forests:\n        label: Forests\n        note: >-\n          Several lines\n',
    );
    const empty = await moved('birds', undefined, up);
    expect(empty).toContain('      nature:\n        label: Nature\n      # Trees, not timber.\n      forests:');
    expect(empty).toContain('        # kept for later\n      birds: {label: Birds}\n  author:');
  });

  it('takes everything under it along', async () => {
    const after = await moved('nature', 'soil');
    expect(after).toContain(
      '        label: Soil\n        narrower:\n          nature:\n            label: Nature\n            narrower:\n              # Trees',
    );
  });

  it('goes into braces and out of them', async () => {
    const inside = await moved('birds', 'air');
    expect(inside).toContain(`"air": {label: 'Air', related: [water], narrower: {birds: {label: Birds}}}\n`);
    const outside = await moved('birds', 'soil', inside);
    expect(outside).toContain(`"air": {label: 'Air', related: [water]}\n`);
    expect(outside).toContain('        label: Soil\n        narrower:\n          birds: {label: Birds}\n');
    const among = await moved('air', 'nature');
    expect(among).toContain(`          birds: {label: Birds}\n          "air": {label: 'Air', related: [water]}\n`);
  });

  it('keeps the line ends', async () => {
    const after = await moved('forests', 'water', vocabulary.replaceAll('\n', '\r\n'));
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(after.replaceAll('\r\n', '\n')).toBe(await moved('forests', 'water'));
  });

  it('is refused for lines that would have to stand in braces', async () => {
    await expect(refusalOf(texts, move({ term: 'soil', under: 'air' }))).resolves.toMatch(
      /taxonomy\.yaml:\d+: This is written in a way/,
    );
  });

  it.each([
    [move({ term: 'nature', under: 'birds' }), '«birds» stands under «nature».'],
    [move({ term: 'nature', under: 'nature' }), '«nature» cannot stand under itself.'],
    [move({ term: 'water', under: 'north' }), '«north» is a term of author'],
  ])('does not make a circle, nor leave the facet: %#', async (verb, sentence) => {
    await expect(refusalOf(texts, verb)).resolves.toContain(sentence);
  });

  it.each([move({ term: 'birds', under: 'nature' }), move({ term: 'water', under: undefined })])(
    'has nothing to do: %#',
    async (verb) => {
      await expect(planned(texts, verb)).resolves.toMatchObject({ kind: 'nothing' });
    },
  );
});
