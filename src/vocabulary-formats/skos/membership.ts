/** Which concepts belong to which scheme. */
import { fittingLabel } from '../fitting-texts.ts';
import type { ReadingRemarks } from '../reading-remarks.ts';
import type { Graph } from './graph.ts';

/** Concepts by the address of their scheme, each in one; those of no scheme stand under the empty address. */
export function membersOfSchemes(graph: Graph, remarks: ReadingRemarks): ReadonlyMap<string, readonly string[]> {
  const topOf = new Map(
    graph.subjects.flatMap((scheme) =>
      graph.addresses(scheme, 'skos:hasTopConcept').map((concept) => [concept, scheme]),
    ),
  );
  const members = new Map<string, string[]>();
  for (const scheme of graph.subjects) if (graph.isA(scheme, 'skos:ConceptScheme')) members.set(scheme, []);
  for (const concept of graph.subjects.filter((subject) => isConcept(graph, subject))) {
    if (!isUsable(graph, concept, remarks)) continue;
    const schemes = [...graph.addresses(concept, 'skos:inScheme'), ...graph.addresses(concept, 'skos:topConceptOf')];
    const [scheme = topOf.get(concept) ?? '', ...others] = new Set(schemes);
    if (others.length > 0)
      remarks.note('A term belongs to one facet: of several schemes the first was taken.', concept);
    const known = members.get(scheme);
    if (known === undefined) members.set(scheme, [concept]);
    else known.push(concept);
  }
  const isMeant = (scheme: string): boolean => graph.literals(scheme, 'dct:identifier').length > 0;
  return new Map([...members].filter(([scheme, concepts]) => concepts.length > 0 || isMeant(scheme)));
}

function isConcept(graph: Graph, subject: string): boolean {
  if (graph.isA(subject, 'skos:Concept')) return true;
  const isOther = ['skos:ConceptScheme', 'skos:Collection', 'skos:OrderedCollection'].some((type) =>
    graph.isA(subject, type),
  );
  return !isOther && graph.addresses(subject, 'skos:inScheme').length > 0;
}

function isUsable(graph: Graph, concept: string, remarks: ReadingRemarks): boolean {
  const hasAddress = !concept.startsWith('_:');
  const hasLabel = labelsOf(graph, concept).some(({ value }) => fittingLabel(value) !== undefined);
  if (!hasAddress) remarks.miss('A concept without an address cannot become a term.', textOf(graph, concept));
  else if (!hasLabel) remarks.miss('A concept without a label cannot become a term.', concept);
  return hasAddress && hasLabel;
}

/** Preferred labels; where there are none, what RDF Schema calls a label. */
export function labelsOf(graph: Graph, concept: string): ReturnType<Graph['literals']> {
  const preferred = graph.literals(concept, 'skos:prefLabel');
  return preferred.length > 0 ? preferred : graph.literals(concept, 'rdfs:label');
}

function textOf(graph: Graph, concept: string): string {
  return labelsOf(graph, concept)[0]?.value ?? 'a concept';
}
