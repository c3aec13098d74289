/** The terms that a query names, with the place of each. */
import { fieldNamed } from './query-fields.ts';
import { tokenise, type QueryToken } from './query-tokens.ts';
import type { Facet, Taxonomy } from './taxonomy.ts';

/** The values of one condition: `field:elections,education` has two. */
export interface QueryTerms {
  readonly facet: Facet;
  readonly values: readonly Pick<QueryToken, 'text' | 'at' | 'end'>[];
}

/** Every condition about a facet. Throws PressError for a query that cannot be read. */
export function queryTerms(query: string, taxonomy: Taxonomy): QueryTerms[] {
  const tokens = tokenise(query);
  const found: QueryTerms[] = [];
  tokens.forEach((name, index) => {
    const sign = tokens[index + 1];
    const isField = (name.kind === 'word' || name.kind === 'phrase') && isSign(sign);
    if (!isField) return;
    const field = fieldNamed(name.text, taxonomy);
    if (field.kind === 'facet') found.push({ facet: field.facet, values: valuesFrom(tokens, index + 2) });
  });
  return found;
}

function isSign(token: QueryToken | undefined): boolean {
  return token !== undefined && !token.spaced && (token.kind === ':' || token.kind === '=');
}

function valuesFrom(tokens: readonly QueryToken[], from: number): QueryToken[] {
  const values: QueryToken[] = [];
  for (let at = from; ; at += 2) {
    const value = tokens[at];
    if (value === undefined || (value.kind !== 'word' && value.kind !== 'phrase')) return values;
    values.push(value);
    if (tokens[at + 1]?.kind !== ',') return values;
  }
}
