/** What other terms of the vocabulary say of a term that changes. */
import type { DataChange } from '../../model/data-changes.ts';
import { pathOfTerm, referredTerm, type Objection, type Shift } from '../../model/refactoring.ts';
import type { Facet, Taxonomy, Term } from '../../model/taxonomy.ts';

const lists = ['replacedBy', 'implies', 'related'] as const;

/** The changes that make all references follow. A term that would refer to itself loses the reference. */
export function referenceChanges(taxonomy: Taxonomy, shift: Shift): DataChange[] {
  const changes: DataChange[] = [];
  for (const facet of taxonomy.facets.values()) {
    for (const term of facet.terms.values()) {
      changes.push(
        ...listChanges({ taxonomy, facet, term }, shift),
        ...membershipChanges({ taxonomy, facet, term }, shift),
      );
    }
  }
  return changes;
}

/** References that cannot follow, because nobody knows where to, or because they would lead in a circle. */
export function lostReferences(taxonomy: Taxonomy, shift: Shift): Objection[] {
  const terms = [...shift.facet.terms.values()];
  const circular = terms.filter(
    (term) =>
      shift.to.includes(term.id) && term.replacedBy.some((reference) => isMeant(taxonomy, reference, { ...shift })),
  );
  const members =
    shift.to.length < 2
      ? []
      : terms.filter(({ memberOf }) => memberOf.some(({ term }) => isMeant(taxonomy, term, shift)));
  return [
    ...circular.map(({ id }) => ({
      what: `«${id}» is followed by what is to go into it («replacedBy» in taxonomy.yaml), so it would follow itself.`,
      wayOut: 'Merge the other way round, or take that line out first.',
    })),
    ...members.map(({ id }) => ({
      what: `«${id}» is a member of it («memberOf» in taxonomy.yaml), and nobody can say of which part.`,
      wayOut: 'Change that line first.',
    })),
  ];
}

interface Referrer {
  readonly taxonomy: Taxonomy;
  readonly facet: Facet;
  readonly term: Term;
}

function isMeant(taxonomy: Taxonomy, reference: string, { facet, terms }: Pick<Shift, 'facet' | 'terms'>): boolean {
  const term = referredTerm(taxonomy, reference, facet);
  return term !== undefined && terms.has(term);
}

function listChanges({ taxonomy, facet, term }: Referrer, shift: Shift): DataChange[] {
  return lists.flatMap((key): DataChange[] => {
    // What follows a term that goes into another is written anew by the verb itself.
    if (key === 'replacedBy' && !shift.isOfIds && shift.terms.has(term)) return [];
    const references = term[key];
    const followed = references.map((reference) => followedBy({ taxonomy, facet, term }, reference, shift));
    if (followed.every((each) => each === undefined)) return [];
    const path = [...pathOfTerm(facet, term), key];
    const by = new Map<number, readonly string[]>();
    const kept = new Set(references.filter((_, index) => followed[index] === undefined));
    followed.forEach((ids, index) => {
      if (ids === undefined) return;
      const fresh = ids.filter((id) => !kept.has(id));
      fresh.forEach((id) => kept.add(id));
      by.set(index, fresh);
    });
    return kept.size === 0 ? [{ kind: 'unset', path: path.slice(0, -1), key }] : [{ kind: 'items', path, by }];
  });
}

/** What a reference becomes; undefined where it is about something else. */
function followedBy({ taxonomy, facet, term }: Referrer, reference: string, shift: Shift): string[] | undefined {
  const meant = referredTerm(taxonomy, reference, facet);
  if (meant === undefined || !shift.terms.has(meant)) return undefined;
  const prefix = reference.slice(0, reference.indexOf('/') + 1);
  const isOwn = (id: string): boolean => !shift.isOfIds && facet === shift.facet && id === term.id;
  return shift.to.filter((id) => !isOwn(id)).map((id) => `${prefix}${id}`);
}

function membershipChanges(referrer: Referrer, shift: Shift): DataChange[] {
  const { facet, term } = referrer;
  const [to] = shift.to;
  return term.memberOf.flatMap(({ term: heading }, index): DataChange[] => {
    const meant = referredTerm(referrer.taxonomy, heading, facet);
    if (to === undefined || meant === undefined || !shift.terms.has(meant)) return [];
    const prefix = heading.slice(0, heading.indexOf('/') + 1);
    return [
      {
        kind: 'items',
        path: [...pathOfTerm(facet, term), 'memberOf', index, 'term'],
        by: new Map([[0, [`${prefix}${to}`]]]),
      },
    ];
  });
}
