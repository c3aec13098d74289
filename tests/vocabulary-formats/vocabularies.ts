/** Vocabularies to write and to read. */
import type { Taxonomy } from '../../src/model/taxonomy.ts';
import type { VocabularyEdition, VocabularyFormat, VocabularyLoss } from '../../src/model/vocabulary-format.ts';
import { chooseFacets } from '../../src/operations/import-facets.ts';
import { taxonomyFileOf } from '../../src/operations/import-vocabulary.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { taxonomyText } from '../../src/operations/taxonomy-text.ts';
import { vocabularyFormats } from '../../src/vocabulary-formats/index.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

export async function taxonomyOf(text: string): Promise<Taxonomy> {
  return (await repositoryInMemory({ 'taxonomy.yaml': text })).taxonomy;
}

export function shipped(): Promise<Taxonomy> {
  return taxonomyOf(shippedTaxonomy);
}

export async function formatOf(id: string): Promise<VocabularyFormat> {
  const load = vocabularyFormats.get(id);
  if (load === undefined) throw new Error(`no format «${id}»`);
  return load();
}

export function editionOf(taxonomy: Taxonomy, more: Partial<VocabularyEdition> = {}): VocabularyEdition {
  return {
    taxonomy,
    facets: [...taxonomy.facets.values()],
    base: 'https://press.example.org/',
    withNotes: true,
    rawCells: false,
    bom: false,
    ...more,
  };
}

export async function written(taxonomy: Taxonomy, id: string, more: Partial<VocabularyEdition> = {}): Promise<string> {
  return [...(await formatOf(id)).write(editionOf(taxonomy, more))].join('');
}

/** The vocabulary that somebody gets who makes a new taxonomy.yaml of a file. */
export async function readBack(text: string, id: string, rawCells = false): Promise<Taxonomy> {
  const read = await (await formatOf(id)).read({ name: `vocabulary.${id}`, text, language: 'en', rawCells });
  const { facets } = chooseFacets(read, { facet: undefined, knows: () => false });
  return taxonomyOf(taxonomyText(taxonomyFileOf(facets)));
}

export async function lossesOf(
  taxonomy: Taxonomy,
  id: string,
  more: Partial<VocabularyEdition> = {},
): Promise<readonly VocabularyLoss[]> {
  return (await formatOf(id)).losses(editionOf(taxonomy, more));
}

/** A small vocabulary with everything in it that a format may stumble over. */
export const small = `
version: 1
languages: [en, ru]
facets:
  topic:
    label: {en: Topic, ru: Тема}
    description: What a text is about.
    note: Agreed in 2021.
    property: topics
    multiple: true
    terms:
      water:
        label: {en: Water, ru: Вода}
        aliases: [H2O, {ru: водица}]
        description: Rivers and lakes.
        note: 'A "note" with \\ in it.'
        match: {exactMatch: ["medtop:20000574"], relatedMatch: ["https://example.org/wet"]}
        narrower:
          rivers: {label: Rivers, related: [ice], formerIds: [streams]}
      ice:
        label: Ice
        deprecated: true
        replacedBy: [water]
  office:
    property: office
    languages: [en]
    terms:
      field-offices:
        label: Field offices
        assignable: false
        narrower:
          baku:
            label: Project Office in Baku
            names: [{label: Office in Baku, from: "2000-07", until: 2013-12-31}, {label: Mission to Baku, from: unknown, until: "1999"}]
            active: {from: "2000", until: unknown}
            iso3166: "AZ"
            roles: [{label: Chair, from: "2010", until: "2010"}]
            memberOf: [{term: partners, from: "2004"}]
            implies: [topic/water]
      partners: {label: Partners}
`;
