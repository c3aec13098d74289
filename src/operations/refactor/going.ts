/** What merging and splitting share: a term that goes out of use, and others that take its place. */
import type { DataChange } from '../../model/data-changes.ts';
import { pathOfTerm, type Objection } from '../../model/refactoring.ts';
import type { Facet, Term } from '../../model/taxonomy.ts';

/** The marks of a term that nobody is to use any more. Its names stay, so that they find its successors. */
export function takenOutOfUse(facet: Facet, term: Term, successors: readonly string[]): DataChange[] {
  const path = pathOfTerm(facet, term);
  return [
    { kind: 'set', path, pair: { key: 'deprecated', value: true } },
    { kind: 'set', path, pair: { key: 'replacedBy', value: successors } },
  ];
}

/** Why a term cannot go out of use, or another cannot take its place. */
export function objectionsToGoing(going: readonly Term[], successors: readonly Term[]): Objection[] {
  return [...going.flatMap((term) => notToGo(term, successors)), ...successors.flatMap(notToFollow)];
}

function notToGo(term: Term, successors: readonly Term[]): Objection[] {
  if (successors.includes(term)) return [{ what: `«${term.id}» cannot go into itself.`, wayOut: 'Name another term.' }];
  if (term.deprecated)
    return [
      {
        what: `«${term.id}» is out of use already.`,
        wayOut: `«press taxonomy show ${term.id}» says what took its place.`,
      },
    ];
  const [first] = term.narrower;
  if (first === undefined) return [];
  return [
    {
      what: `Under «${term.id}» stand other terms: ${term.narrower.join(', ')}.`,
      wayOut: `Move them first: «press taxonomy move ${first} --under ${successors[0]?.id ?? 'TERM'}».`,
    },
  ];
}

function notToFollow(term: Term): Objection[] {
  if (term.deprecated)
    return [{ what: `«${term.id}» is out of use itself.`, wayOut: 'Choose a term that releases may have.' }];
  if (!term.assignable)
    return [{ what: `«${term.id}» is a heading, which no release may have.`, wayOut: 'Choose a term under it.' }];
  return [];
}
