/** What stands under what. */
import { refuseCircle, type Above } from '../tree-order.ts';
import type { Graph } from './graph.ts';

/**
 * The concepts above each concept; the first is the one that it stands under. Statements of both directions count; a heading that a
 * dated or undated membership names is not what it stands under. Throws PressError for a concept that is above itself.
 */
export function broaderOf(graph: Graph, concepts: readonly string[], file: string): Above {
  const members = new Set(concepts);
  const broader = new Map<string, string[]>();
  const put = (low: string, high: string): void => {
    const known = broader.get(low) ?? [];
    if (members.has(low) && members.has(high) && !known.includes(high)) broader.set(low, [...known, high]);
  };
  for (const concept of concepts) for (const above of graph.addresses(concept, 'skos:broader')) put(concept, above);
  for (const concept of concepts) for (const below of graph.addresses(concept, 'skos:narrower')) put(below, concept);
  refuseCircle(broader, file);
  return new Map(
    [...broader].map(([concept, above]) => [concept, above.filter((each) => !headingsOf(graph, concept).has(each))]),
  );
}

/** The headings that memberships without dates name: press says of them that they are broader, and they are beside the tree. */
function headingsOf(graph: Graph, concept: string): ReadonlySet<string> {
  const roles = graph
    .addresses(concept, 'schema:memberOf')
    .filter((role) => ['schema:startDate', 'schema:endDate'].every((date) => graph.objects(role, date).length === 0));
  return new Set(roles.flatMap((role) => graph.addresses(role, 'schema:memberOf')));
}
