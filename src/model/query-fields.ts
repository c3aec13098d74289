/** The fields of a query: those of press, and the facets, which go by option, front-matter key or label. */
import { fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import type { DateKey, TextCondition, ValueKey } from './condition.ts';
import { didYouMean, PressError } from './press-error.ts';
import { facetOfProperty, type Facet, type Taxonomy } from './taxonomy.ts';

export type QueryField =
  | { readonly kind: 'facet'; readonly facet: Facet }
  | { readonly kind: 'date'; readonly key: DateKey }
  | { readonly kind: 'value'; readonly key: ValueKey }
  | { readonly kind: 'text'; readonly only?: NonNullable<TextCondition['only']> }
  | { readonly kind: 'has' }
  | { readonly kind: 'is' };

const ownFields: ReadonlyMap<string, QueryField> = new Map<string, QueryField>([
  ['date', { kind: 'date', key: 'date' }],
  ['updated', { kind: 'date', key: 'updated' }],
  ['text', { kind: 'text' }],
  ['title', { kind: 'text', only: 'title' }],
  ['place', { kind: 'value', key: 'place' }],
  ['lang', { kind: 'value', key: 'lang' }],
  ['type', { kind: 'value', key: 'type' }],
  ['status', { kind: 'value', key: 'status' }],
  ['id', { kind: 'value', key: 'id' }],
  ['has', { kind: 'has' }],
  ['is', { kind: 'is' }],
]);

/** The field of a name, in any case and with or without accents. Throws PressError when there is none, or several. */
export function fieldNamed(name: string, taxonomy: Taxonomy): QueryField {
  const own = ownFields.get(name) ?? ownFields.get(fold(name));
  const negation = /^[-!]./.test(name);
  if (own !== undefined && !negation) return own;
  const facet = negation ? undefined : facetNamed(name, taxonomy);
  if (facet !== undefined) return { kind: 'facet', facet };
  throw new PressError('bad-query', `«${name}» is not a field.`, { hint: wayToField(name, taxonomy) });
}

/** How closely a name fits a facet, closest first; the second is what `fold` made of the name. */
const readings: readonly ((facet: Facet, folded: string) => boolean)[] = [
  ({ name }, folded) => fold(name) === folded,
  ({ property }, folded) => fold(property) === folded,
  (facet, folded) => foldedLabels(facet).includes(folded),
  (facet, folded) => foldedLabels(facet).some((label) => label.startsWith(`${folded} `)),
];

/**
 * The facet of a name: its option, its front-matter key, a label in any language, or the first words of one. The closest
 * reading counts. Throws PressError for a name that two facets have with the same right.
 */
export function facetNamed(name: string, taxonomy: Taxonomy): Facet | undefined {
  const exact = taxonomy.facets.get(name) ?? facetOfProperty(taxonomy, name);
  const folded = fold(name);
  if (exact !== undefined || folded === '') return exact;
  const facets = [...taxonomy.facets.values()];
  for (const fits of readings) {
    const found = facets.filter((facet) => fits(facet, folded));
    if (found.length > 1) throw severalFacets(name, found);
    if (found[0] !== undefined) return found[0];
  }
  return undefined;
}

function severalFacets(name: string, facets: readonly Facet[]): PressError {
  const names = facets.map((facet) => `«${facet.name}»`).join(' or ');
  return new PressError('bad-query', `«${name}» could mean the facet ${names}.`, {
    hint: `Name one by its option: ${facets.map((facet) => `${facet.name}:`).join(' or ')}.`,
  });
}

function foldedLabels({ label }: Facet): string[] {
  return [...label.values()].map(fold);
}

function wayToField(name: string, taxonomy: Taxonomy): string {
  const rest = name.slice(1);
  if (/^[-!]./.test(name)) return `To leave something out, write NOT ${rest}: and what is not wanted.`;
  if (!/\p{L}/u.test(name)) return 'To search for it, put everything in double quotes.';
  const label = labelEndingIn(name, taxonomy);
  if (label !== undefined) return `A name with blanks stands in double quotes: "${label}":.`;
  return nearField(name, taxonomy) ?? `The fields are ${fieldNames(taxonomy).join(', ')}.`;
}

function fieldNames({ facets }: Taxonomy): string[] {
  return [...facets.keys(), ...ownFields.keys()];
}

/** «work» of «Field of work:elections», whose first words stand before it as words of their own. */
function labelEndingIn(name: string, { facets }: Taxonomy): string | undefined {
  for (const facet of facets.values())
    for (const label of facet.label.values()) if (fold(label).endsWith(` ${fold(name)}`)) return label;
  return undefined;
}

/** Whatever was nearly written, as the name by which it is surely found. */
function nearField(name: string, taxonomy: Taxonomy): string | undefined {
  const meant = new Map(fieldNames(taxonomy).map((each) => [each, each]));
  for (const { name: option, property, label } of taxonomy.facets.values())
    for (const word of [property, ...label.values()]) if (!meant.has(word)) meant.set(word, option);
  const near = nearest(name, meant.keys()).flatMap((word) => meant.get(word) ?? []);
  return didYouMean([...new Set(near)]);
}
