import type { Edition } from '../../model/edition.ts';
import type { Release } from '../../model/release.ts';
import type { Facet, Taxonomy } from '../../model/taxonomy.ts';
import { labelledTerms, type LabelledTerm } from '../../model/term-names.ts';
import { dayInZone } from '../../text/day-in-zone.ts';

/** The terms that a release has of a facet (its front-matter key), labelled in the way that the edition asks for. */
export type Labeller = (release: Release, property: string) => readonly LabelledTerm[];

/** The labeller of an edition; what depends on the edition alone is worked out once. */
export function labellerOf(edition: Edition): Labeller {
  const { taxonomy, settings } = edition;
  const view = { mode: edition.labels, lang: edition.lang, today: dayInZone(edition.now, settings.timezone) };
  return (release, property) => {
    const ids = release.terms.get(property) ?? [];
    return labelledTerms(ids, property, { taxonomy, view, day: release.date?.text.slice(0, 10) });
  };
}

const firstProperties = ['source', 'fields', 'countries'];

/** The facets in the order in which tables and objects show them: the three that every table has, then the others. */
export function facetsInOrder(taxonomy: Taxonomy): Facet[] {
  const rank = ({ property }: Facet): number => {
    const known = firstProperties.indexOf(property);
    return known === -1 ? firstProperties.length : known;
  };
  return [...taxonomy.facets.values()].sort((a, b) => rank(a) - rank(b));
}

/** Whether a table shows the facet without being asked: `source`, `fields`, `countries`, and what every release must have. */
export function isUsualColumn(facet: Facet): boolean {
  return facet.required || firstProperties.includes(facet.property);
}
