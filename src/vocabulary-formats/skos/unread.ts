/** What a file says and taxonomy.yaml has no key for. */
import { named, shortName } from '../rdf/names.ts';
import type { ReadingRemarks } from '../reading-remarks.ts';
import { changeNoteStart } from './concept-statements.ts';
import type { Graph } from './graph.ts';
import type { ReadScheme } from './read-scheme.ts';
import { matchRelations } from './sound-matches.ts';

const read: ReadonlySet<string> = new Set(
  [
    ...[
      'prefLabel',
      'altLabel',
      'hiddenLabel',
      'notation',
      'inScheme',
      'topConceptOf',
      'hasTopConcept',
      'broader',
      'narrower',
    ],
    ...[
      'broaderTransitive',
      'narrowerTransitive',
      'related',
      'definition',
      'scopeNote',
      'editorialNote',
      ...matchRelations,
    ],
  ]
    .map((name) => named(`skos:${name}`))
    .concat(
      [
        'dct:isReplacedBy',
        'dct:relation',
        'owl:deprecated',
        'schema:foundingDate',
        'schema:dissolutionDate',
        'schema:memberOf',
      ].map(named),
      ['rdfs:label', 'dct:identifier', 'dct:language', 'dct:description', 'dct:replaces', 'dc:type'].map(named),
    ),
);

/** A remark for each kind of statement that was passed over, with what it was about. */
export function remarkUnread(graph: Graph, schemes: readonly ReadScheme[], remarks: ReadingRemarks): void {
  for (const subject of schemes.flatMap(({ address, concepts }) => [address, ...concepts]))
    for (const predicate of graph.predicates(subject))
      if (!read.has(predicate) && !isReadNote(graph, subject, predicate))
        remarks.note(`taxonomy.yaml has no key for «${shortName(predicate) ?? predicate}».`, subject);
  for (const subject of graph.subjects)
    if (graph.isA(subject, 'skos:Collection') || graph.isA(subject, 'skos:OrderedCollection'))
      remarks.note(
        'taxonomy.yaml has no collections: their members come in as terms, the collection does not.',
        subject,
      );
}

/** Notes with dates are read, and so is the one that press writes itself. */
function isReadNote(graph: Graph, subject: string, predicate: string): boolean {
  const name = shortName(predicate) ?? '';
  const isOurs = graph
    .literals(subject, name)
    .every(({ value }) => name === 'skos:changeNote' && value.startsWith(changeNoteStart));
  const holds = name === 'skos:historyNote' ? 'rdf:value' : name === 'skos:note' ? 'schema:roleName' : undefined;
  const notes = graph.addresses(subject, name);
  if (!isOurs || (notes.length > 0 && holds === undefined)) return false;
  return notes.every((note) => holds !== undefined && graph.literals(note, holds).length > 0);
}
