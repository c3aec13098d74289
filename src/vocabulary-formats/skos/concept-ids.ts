/** Ids for concepts: never made of labels, for labels change. */
import { slugify } from '../../text/slug.ts';
import { isTermId } from '../fitting-texts.ts';
import type { ReadingRemarks } from '../reading-remarks.ts';
import type { Graph } from './graph.ts';
import { localName } from './local-name.ts';
import type { ReadScheme } from './read-scheme.ts';

/** Each concept's notation, else the last part of its address, in a form that an id may have; no two are the same. */
export function conceptIds(
  graph: Graph,
  { concepts }: ReadScheme,
  remarks: ReadingRemarks,
): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  for (const concept of concepts) {
    const wanted = candidates(graph, concept);
    const free = wanted.find((id) => !taken.has(id)) ?? numbered(wanted[0] ?? 'term', taken);
    if (free !== wanted[0]) remarks.note('Two concepts would have one id; the second got another.', concept);
    taken.add(free);
    ids.set(concept, free);
  }
  return ids;
}

function candidates(graph: Graph, concept: string): string[] {
  const notations = graph.literals(concept, 'skos:notation').map(({ value }) => value.toLowerCase());
  const local = localName(concept);
  const own = local
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .slice(0, LONGEST);
  return [...notations, own, slugify(local).slice(0, LONGEST)].filter(isTermId);
}

const LONGEST = 60;

function numbered(id: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${id}-${number}`)) number += 1;
  return taken.has(id) ? `${id}-${number}` : id;
}
