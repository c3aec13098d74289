/** What all peers check in front matter, made from the archive's own vocabulary: the same keys and the same terms that press knows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The ids of the terms of each facet, `field`, `country` and `source` among them. */
export function termsOf(archive) {
  const { facets } = parse(readFileSync(join(archive, 'taxonomy.yaml'), 'utf8'));
  return Object.fromEntries(Object.entries(facets).map(([name, { terms }]) => [name, idsIn(terms)]));
}

function idsIn(terms) {
  return Object.entries(terms).flatMap(([id, term]) => [id, ...idsIn(term?.narrower ?? {})]);
}

export const statuses = ['draft', 'approved', 'published', 'hold', 'withdrawn'];

/** A JSON Schema of a release. */
export function releaseSchema(archive) {
  const terms = termsOf(archive);
  const several = (values) => ({ type: 'array', items: { enum: values } });
  return {
    type: 'object',
    required: ['id', 'title', 'status', 'date'],
    properties: {
      id: { type: 'string', pattern: '^[a-z0-9._-]+$' },
      title: { type: 'string', maxLength: 300 },
      date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}' },
      place: { type: 'string' },
      source: { enum: terms.source },
      fields: several(terms.field),
      countries: several(terms.country),
      lang: { type: 'string', pattern: '^[a-z]{2}' },
      status: { enum: statuses },
    },
  };
}
