/**
 * A vocabulary as statements of SKOS (https://www.w3.org/TR/skos-reference/), with words of Dublin Core, OWL and schema.org for what
 * SKOS has no word for. docs/recipes/vocabulary-exchange.md says which key becomes what.
 */
import { facetAddress, termAddress } from '../../model/term-addresses.ts';
import type { Facet, Term } from '../../model/taxonomy.ts';
import type { VocabularyEdition } from '../../model/vocabulary-format.ts';
import { named, RDF_TYPE } from '../rdf/names.ts';
import { iri, plainLiteral, type RdfObject, type Triple } from '../rdf/triple.ts';
import { eachText } from './texts.ts';
import { conceptStatements } from './concept-statements.ts';
import { soundLinks } from './sound-links.ts';

/** Each facet as a scheme, then its terms in their order. */
export function* statements(edition: VocabularyEdition): Generator<Triple> {
  const links = soundLinks(edition);
  for (const facet of edition.facets) {
    const top = [...facet.terms.values()].filter((term) => links.of(term).broader.length === 0);
    yield* schemeStatements(facet, edition, top);
    for (const term of facet.terms.values()) yield* conceptStatements(term, { facet, edition, links });
  }
}

function* schemeStatements(
  facet: Facet,
  { base, withNotes }: VocabularyEdition,
  top: readonly Term[],
): Generator<Triple> {
  const subject = facetAddress(facet, base);
  const say = (name: string, object: RdfObject): Triple => ({ subject, predicate: named(name), object });
  yield { subject, predicate: RDF_TYPE, object: iri(named('skos:ConceptScheme')) };
  yield say('dct:identifier', plainLiteral(facet.name));
  for (const text of eachText(facet.label)) yield say('skos:prefLabel', text);
  for (const tag of facet.languages) yield say('dct:language', plainLiteral(tag));
  for (const text of eachText(facet.description)) yield say('dct:description', text);
  if (withNotes && facet.note !== undefined) yield say('skos:editorialNote', plainLiteral(facet.note));
  for (const { id } of top) yield say('skos:hasTopConcept', iri(termAddress(facet, id, base)));
}
