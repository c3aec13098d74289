/** Whether an id can be given to a term. */
import type { Objection } from '../../model/refactoring.ts';
import type { Facet } from '../../model/taxonomy.ts';
import { isReservedName } from '../../text/slug-form.ts';

// As schemas/taxonomy.schema.json has it.
const ID = /^[a-z0-9][a-z0-9._-]*$/;
const LONGEST = 64;

/** What is wrong with an id for a term of a facet; undefined when nothing is. `own` are ids that the same term had before. */
export function unfitId(id: string, facet: Facet, own: readonly string[] = []): Objection | undefined {
  if (!ID.test(id) || id.length > LONGEST || isReservedName(id)) {
    return {
      what: `«${id}» cannot be an id.`,
      wayOut: `Take small letters a to z, digits, hyphens, dots and underscores, ${LONGEST} at most: election-observation.`,
    };
  }
  if (facet.terms.has(id)) {
    return {
      what: `«${facet.name}/${id}» is a term already.`,
      wayOut: 'Choose another id; «press taxonomy merge» makes one of two terms.',
    };
  }
  const owner = facet.formerIds.get(id);
  if (owner === undefined || own.includes(id)) return undefined;
  return {
    what: `«${id}» was the id of ${facet.name}/${owner}, and old releases and links use it for that.`,
    wayOut: 'Choose another id.',
  };
}
