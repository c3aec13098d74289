/** A term as JSON says it (`schemas/output/taxonomy-terms.schema.json`); what a term does not have is left out. */
import type { FormerName, Localized, Taxonomy, Term } from './taxonomy.ts';
import { broaderTerms } from './taxonomy.ts';
import { labelOf } from './term-names.ts';

export type TermRecord = Readonly<Record<string, unknown>>;

/** The record of a term. */
export function termRecord(taxonomy: Taxonomy, term: Term): TermRecord {
  const facet = taxonomy.facets.get(term.facet);
  const above = facet === undefined ? [] : broaderTerms(facet, term);
  const record: Record<string, unknown> = {
    facet: term.facet,
    id: term.id,
    label: labelOf(term.label, facet?.languages[0] ?? 'en'),
    labels: plain(term.label),
    path: [...above.map((each) => each.id).reverse(), term.id],
    active: term.active,
    names: term.names.map(named),
    aliases: term.aliases.map(plain),
    roles: term.roles.map(named),
    narrower: term.narrower,
    memberOf: term.memberOf,
    members: term.members,
    assignable: term.assignable ? undefined : false,
    deprecated: term.deprecated ? true : undefined,
    replacedBy: term.replacedBy,
    formerIds: term.formerIds,
    implies: term.implies,
    related: term.related,
    match: term.match.size === 0 ? undefined : Object.fromEntries(term.match),
    iso3166: term.iso3166,
    description: term.description === undefined ? undefined : plain(term.description),
    note: term.note,
  };
  return Object.fromEntries(Object.entries(record).filter(([, value]) => isSaid(value)));
}

function isSaid(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function named({ label, ...period }: FormerName): object {
  return { label: plain(label), ...period };
}

function plain(text: Localized): Record<string, string> {
  return Object.fromEntries(text);
}
