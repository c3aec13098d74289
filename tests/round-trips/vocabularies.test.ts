import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabularies } from '../vocabulary-formats/arbitrary-vocabularies.ts';
import { jsonldStatements, turtleStatements } from '../vocabulary-formats/judges.ts';
import { parseTaxonomyFacts } from '../vocabulary-formats/skos-checks.ts';
import { lossesOf, readBack, shipped, small, taxonomyOf, written } from '../vocabulary-formats/vocabularies.ts';
import { surprises } from './vocabularies.ts';

const formats = ['turtle', 'jsonld', 'csv'];

describe.each(formats)('a vocabulary that goes through %s', (id) => {
  it.each([
    ['the shipped one', shipped],
    ['a small one', async () => taxonomyOf(small)],
  ])('comes back, but for what the format says it cannot hold: %s', async (_, make) => {
    const from = await make();
    const to = await readBack(await written(from, id), id);
    expect(surprises(from, to, await lossesOf(from, id))).toEqual([]);
  });

  it('comes back, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(vocabularies, async (text) => {
        const from = await taxonomyOf(text);
        const to = await readBack(await written(from, id), id);
        expect(surprises(from, to, await lossesOf(from, id))).toEqual([]);
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });

  it('comes back without the remarks of the house, when they were left out', async () => {
    const from = await taxonomyOf(small);
    const to = await readBack(await written(from, id, { withNotes: false }), id);
    expect(surprises(from, to, await lossesOf(from, id, { withNotes: false }))).toEqual([]);
  });
});

describe('a table', () => {
  it('comes back with a byte-order mark and without guards', async () => {
    const from = await taxonomyOf(small);
    const text = await written(from, 'csv', { rawCells: true, bom: true });
    const to = await readBack(text.replace('\uFEFF', ''), 'csv', true);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(surprises(from, to, await lossesOf(from, 'csv'))).toEqual([]);
  });
});

describe('any vocabulary in SKOS', () => {
  it('says the same in both forms, and keeps the conditions of the norm', async () => {
    await fc.assert(
      fc.asyncProperty(vocabularies, async (text) => {
        const taxonomy = await taxonomyOf(text);
        const turtle = await written(taxonomy, 'turtle');
        expect(parseTaxonomyFacts(turtle).objections).toEqual([]);
        expect(await jsonldStatements(await written(taxonomy, 'jsonld'))).toEqual(turtleStatements(turtle));
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });
});
