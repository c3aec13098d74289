import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadTerm } from '../../../src/model/vocabulary-format.ts';
import { chooseFacets, type NamedFacet } from '../../../src/operations/import-facets.ts';
import type { TaxonomyFile } from '../../../src/model/generated/taxonomy-file.ts';
import { taxonomyText } from '../../../src/operations/taxonomy-text.ts';
import { bringIn } from '../../../src/operations/refactor/bring-in.ts';
import { repositoryInMemory } from '../../../src/repository/in-memory.ts';
import { differences, planned, refactored, vocabulary } from '../../support/refactoring.ts';
import { vocabularies } from '../../vocabulary-formats/arbitrary-vocabularies.ts';
import { formatOf, taxonomyOf, written } from '../../vocabulary-formats/vocabularies.ts';
import { meaningOf } from '../../round-trips/vocabularies.ts';

const facet = (name: string, terms: readonly ReadTerm[], languages: readonly string[] = ['en', 'ru']): NamedFacet => ({
  name,
  property: name,
  languages,
  entry: {},
  terms,
});
const term = (id: string, entry: ReadTerm['entry'], broader?: string): ReadTerm => ({ id, broader, entry });

async function changed(facets: readonly NamedFacet[], before = vocabulary): Promise<string[]> {
  const after = await refactored(
    { 'taxonomy.yaml': before },
    bringIn(facets, () => undefined),
  );
  return differences(before, after['taxonomy.yaml'] ?? '');
}

describe('what comes into a vocabulary', () => {
  it('stands behind its neighbours, and leaves every other line as it is', async () => {
    const terms = [
      term('fire', { label: { en: 'Fire', ru: 'Огонь' }, aliases: ['flames'] }),
      term('smoke', { label: 'Smoke' }, 'fire'),
      term('bees', { label: 'Bees' }, 'nature'),
      term('mud', { label: 'Mud' }, 'soil'),
    ];
    await expect(changed([facet('topic', terms)])).resolves.toEqual([
      '+ mud:',
      '+ label: Mud',
      '+ narrower:',
      '+ bees: {label: Bees}',
      '+ fire:',
      '+ label:',
      '+ en: Fire',
      '+ ru: Огонь',
      '+ aliases: [flames]',
      '+ narrower:',
      '+ smoke:',
      '+ label: Smoke',
    ]);
  });

  it('may be labels and words for terms that are there', async () => {
    const terms = [
      term('water', { label: 'Water', aliases: ['streams', { ru: 'ручьи' }] }),
      term('soil', { label: { ru: 'Почва' }, aliases: ['ground'] }),
      term('air', { label: { en: 'Air', ru: 'Воздух' }, aliases: ['sky'] }),
    ];
    await expect(changed([facet('topic', terms)])).resolves.toEqual([
      '- aliases: [rivers]',
      '- label: Soil',
      '- "air": {label: \'Air\', related: [water]}',
      '+ aliases: [rivers, streams, {ru: ручьи}]',
      '+ label: {en: Soil, ru: Почва}',
      '+ aliases: [ground]',
      '+ "air": {label: {en: Air, ru: Воздух}, related: [water], aliases: [sky]}',
    ]);
  });

  it('may be a facet, or the first terms of one', async () => {
    await expect(changed([facet('town', [term('vienna', { label: 'Vienna' })], ['en'])])).resolves.toEqual([
      '+ town:',
      '+ property: town',
      '+ languages: [en]',
      '+ terms:',
      '+ vienna:',
      '+ label: Vienna',
    ]);
    const empty = 'version: 1\nfacets: {topic: {property: topics, terms: {}}}';
    await expect(
      changed([facet('topic', [term('a', { label: 'A' }), term('b', { label: 'B' })], ['en'])], empty),
    ).resolves.toEqual([
      `- ${empty.split('\n')[1] ?? ''}`,
      '+ facets: {topic: {property: topics, terms: {a: {label: A}, b: {label: B}}}}',
    ]);
    await expect(
      changed([facet('town', [term('a', { label: 'A' })], ['en'])], 'version: 1\nfacets: {}\n'),
    ).resolves.toEqual(['- facets: {}', '+ facets: {town: {property: town, terms: {a: {label: A}}}}']);
  });

  it('is counted by terms', async () => {
    const terms = [term('fire', { label: 'Fire' }), term('water', { label: 'Water', aliases: ['aqua', 'flood'] })];
    await expect(
      planned(
        { 'taxonomy.yaml': vocabulary },
        bringIn([facet('topic', terms)], () => undefined),
      ),
    ).resolves.toMatchObject({
      kind: 'change',
      counts: { terms: 2, releases: 0, feeds: 0 },
    });
  });

  it('is nothing where all is there', async () => {
    const verb = bringIn([facet('topic', [term('water', { label: 'Water' })])], () => undefined);
    await expect(planned({ 'taxonomy.yaml': vocabulary }, verb)).resolves.toEqual({
      kind: 'nothing',
      sentence: 'There is nothing to add.',
    });
  });

  it('adds to any vocabulary what it lacks, changes nothing else, and adds it once', async () => {
    await fc.assert(
      fc.asyncProperty(vocabularies, vocabularies, fc.boolean(), async (json, thereText, inLines) => {
        const hereText = inLines ? taxonomyText(JSON.parse(json) as TaxonomyFile) : json;
        const here = await taxonomyOf(hereText);
        const source = await formatOf('turtle');
        const text = await written(await taxonomyOf(thereText), 'turtle');
        const read = await source.read({ name: 'v.ttl', text, language: 'en', rawCells: false });
        const { facets } = chooseFacets(read, { facet: undefined, knows: () => false });
        const plan = await planned(
          { 'taxonomy.yaml': hereText },
          bringIn(facets, () => undefined),
        );
        if (plan.kind === 'nothing') return;
        const after =
          (
            await refactored(
              { 'taxonomy.yaml': hereText },
              bringIn(facets, () => undefined),
            )
          )['taxonomy.yaml'] ?? '';
        const repository = await repositoryInMemory({ 'taxonomy.yaml': after });
        for (const [key, meaning] of meaningOf(here)) {
          const isOpen = / (?:aliases|label|narrower|terms)$/.test(key);
          if (!isOpen) expect(meaningOf(repository.taxonomy).get(key), key).toBe(meaning);
        }
        await expect(
          planned(
            { 'taxonomy.yaml': after },
            bringIn(facets, () => undefined),
          ),
        ).resolves.toMatchObject({ kind: 'nothing' });
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
