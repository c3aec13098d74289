/** Notes that are resources: earlier names, functions and memberships, with their dates. */
import type { DatedLabelEntry, MembershipEntry } from '../../model/generated/taxonomy-file.ts';
import type { ConceptSurroundings } from './concept-surroundings.ts';
import type { Graph } from './graph.ts';
import { dateOf } from './partial-dates.ts';
import { readTexts, type TextReading } from './read-texts.ts';

/** Earlier names, oldest first. */
export function readNames(graph: Graph, concept: string, reading: TextReading): DatedLabelEntry[] {
  return inOrder(graph.addresses(concept, 'skos:historyNote')).flatMap((note) =>
    dated(graph, note, { reading, name: 'rdf:value' }),
  );
}

export function readRoles(graph: Graph, concept: string, reading: TextReading): DatedLabelEntry[] {
  return inOrder(graph.addresses(concept, 'skos:note')).flatMap((note) =>
    dated(graph, note, { reading, name: 'schema:roleName' }),
  );
}

/** Headings beside the one that the term stands under: with dates, or at all times. */
export function readMemberships(
  concept: string,
  { graph, references, remarks, scheme, others }: ConceptSurroundings,
): MembershipEntry[] {
  const told = inOrder(graph.addresses(concept, 'schema:memberOf')).flatMap((role) =>
    graph.addresses(role, 'schema:memberOf').map((heading) => ({ heading, period: periodOf(graph, role) })),
  );
  const always = others.map((heading) => ({ heading, period: {} }));
  return [...told, ...always].flatMap(({ heading, period }) => {
    const term = references.from(scheme.name, heading);
    if (term === undefined) remarks.note('A membership in what is no term of the file was left out.', concept);
    return term === undefined ? [] : [{ term, ...period }];
  });
}

/** Notes that press wrote are numbered: a store of statements keeps no order. */
function inOrder(notes: readonly string[]): string[] {
  const numbers = notes.map((note) => Number(/-(\d+)$/.exec(note)?.[1] ?? Number.NaN));
  if (numbers.some((number) => Number.isNaN(number))) return [...notes];
  return notes
    .map((note, at) => ({ note, number: numbers[at] ?? 0 }))
    .sort((a, b) => a.number - b.number)
    .map(({ note }) => note);
}

interface NoteReading {
  readonly reading: TextReading;
  /** The predicate that holds the words. */
  readonly name: string;
}

function dated(graph: Graph, note: string, { reading, name }: NoteReading): DatedLabelEntry[] {
  const label = readTexts(graph.literals(note, name), reading);
  return label === undefined ? [] : [{ label, ...periodOf(graph, note) }];
}

function periodOf(graph: Graph, note: string): { from?: string; until?: string } {
  const from = dateOf(graph.objects(note, 'schema:startDate')[0]);
  const until = dateOf(graph.objects(note, 'schema:endDate')[0]);
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}
