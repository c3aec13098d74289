/** The addresses under which the rest of the world knows facets and terms. They are made of ids, never of labels. */
import { strictAddress } from '../text/strict-address.ts';
import type { Facet } from './taxonomy.ts';

/** `https://press.example.org/fields`; `base` ends with a slash. */
export function facetAddress({ property }: Pick<Facet, 'property'>, base: string): string {
  return strictAddress(new URL(property, base).href);
}

/** `https://press.example.org/fields/elections`: the address that feeds and news formats use for the same term. */
export function termAddress(facet: Pick<Facet, 'property'>, id: string, base: string): string {
  return strictAddress(new URL(`${facet.property}/${encodeURIComponent(id)}`, base).href);
}
