/** From the vocabulary to a JSON Schema of its front-matter keys, which editors use to offer terms. */
import type { ChangeSet } from '../model/change-set.ts';
import type { Repository } from '../model/repository.ts';
import type { Facet, Taxonomy, Term } from '../model/taxonomy.ts';
import { labelOf } from '../model/term-names.ts';

const path = 'schemas/facets.schema.json';

export interface FacetsSchemaPlan {
  readonly path: string;
  readonly text: string;
  /** Undefined when the file already says it. */
  readonly changes: ChangeSet | undefined;
}

/** The schema that the vocabulary of today asks for, and the change that brings it about. */
export function planFacetsSchema(repository: Pick<Repository, 'taxonomy' | 'fileAt'>): FacetsSchemaPlan {
  const text = `${JSON.stringify(facetsSchema(repository.taxonomy), null, 2)}\n`;
  const existing = repository.fileAt(path);
  if (existing?.text === text) return { path, text, changes: undefined };
  const change =
    existing === undefined
      ? ({ kind: 'create', path, text } as const)
      : ({
          kind: 'edit',
          path,
          digest: existing.digest,
          edits: [{ start: 0, end: existing.text.length, text }],
        } as const);
  return { path, text, changes: { purpose: 'write the schema of the facets', changes: [change] } };
}

/** A schema (2020-12) whose properties are the facets' front-matter keys. */
export function facetsSchema(taxonomy: Taxonomy): object {
  const facets = [...taxonomy.facets.values()];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Facets',
    description:
      'The front-matter keys that taxonomy.yaml defines, with the terms they take. Written by «press taxonomy schema».',
    type: 'object',
    properties: Object.fromEntries(facets.map((facet) => [facet.property, propertySchema(facet)])),
  };
}

function propertySchema(facet: Facet): object {
  const words = { title: labelOf(facet.label, 'en'), description: `Terms of the facet «${facet.name}».` };
  const terms = [...facet.terms.values()].filter((term) => term.assignable && !term.deprecated);
  // An empty list of choices is no schema (2020-12 core §10.2.1): where there are no terms, nothing fits.
  const one = terms.length === 0 ? { not: {} } : { oneOf: terms.map(termSchema) };
  if (!facet.multiple) return { ...words, ...one };
  return { ...words, anyOf: [one, { type: 'array', maxItems: 100, uniqueItems: true, items: one }] };
}

function termSchema(term: Term): object {
  return { const: term.id, title: labelOf(term.label, 'en') };
}
