/** A vocabulary from statements of SKOS: our own, or somebody else's. */
import { PressError } from '../../model/press-error.ts';
import { quoted } from '../../model/quoting.ts';
import type { ReadFacet, ReadVocabulary, VocabularySource } from '../../model/vocabulary-format.ts';
import { ReadingRemarks } from '../reading-remarks.ts';
import type { Triple } from '../rdf/triple.ts';
import { inTreeOrder } from '../tree-order.ts';
import { conceptIds } from './concept-ids.ts';
import { Graph } from './graph.ts';
import { broaderOf } from './hierarchy.ts';
import { membersOfSchemes } from './membership.ts';
import { readConcept } from './read-concept.ts';
import { readScheme, type ReadScheme } from './read-scheme.ts';
import { References } from './references.ts';
import { remarkUnread } from './unread.ts';

/** Throws PressError where there is no concept, or where concepts are above themselves. */
export function readSkos(triples: readonly Triple[], { name, language }: VocabularySource): ReadVocabulary {
  const graph = new Graph(triples);
  const remarks = new ReadingRemarks();
  const members = membersOfSchemes(graph, remarks);
  if (members.size === 0) throw nothingIn(name);
  const schemes = [...members].map(([scheme, concepts]) => readScheme(graph, { scheme, concepts, language }, remarks));
  const references = new References(schemes.map((scheme) => ({ ...scheme, ids: conceptIds(graph, scheme, remarks) })));
  const facets = schemes.map((scheme) => facetOf(scheme, { graph, references, remarks, file: name }));
  remarkUnread(graph, schemes, remarks);
  return { facets, remarks: remarks.all };
}

interface Reading {
  readonly graph: Graph;
  readonly references: References;
  readonly remarks: ReadingRemarks;
  readonly file: string;
}

function facetOf(scheme: ReadScheme, { graph, references, remarks, file }: Reading): ReadFacet {
  const { name, property, languages, entry, concepts } = scheme;
  const broader = broaderOf(graph, concepts, file);
  const terms = inTreeOrder(concepts, broader).map((concept) => {
    const [above, ...others] = broader.get(concept) ?? [];
    return {
      id: references.idOf(concept),
      broader: above === undefined ? undefined : references.idOf(above),
      entry: readConcept(concept, { graph, references, remarks, scheme, others }),
    };
  });
  return { name, property, languages, entry, terms };
}

function nothingIn(name: string): PressError {
  return new PressError('nothing-imported', `${quoted(name)} holds no concept of SKOS that has a label.`, {
    hint: 'A vocabulary in this form says of each term «a skos:Concept» and «skos:prefLabel».',
  });
}
