import { facetValues } from '../model/facet-words.ts';
import type { FrontMatter } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import type { Facet } from '../model/taxonomy.ts';
import { labelOf } from '../model/term-names.ts';

export const missingFacet: Rule = {
  id: 'missing-facet',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'A release has no term of a facet that every release must have.',
  why:
    'The vocabulary says which questions every release answers, such as who issued it. One that does not is missing from ' +
    'every list that is made by the answer. For a draft it is only a warning: it may still be filled in.',
  examples: [{ wrong: sampleRelease({ source: undefined }), right: sampleRelease({ source: 'baku' }) }],
  mayFind: ({ data }, { taxonomy }) => {
    if (data !== undefined)
      for (const facet of taxonomy.facets.values()) if (facet.required && isUnanswered(data, facet)) return true;
    return false;
  },
  *check(manuscript, { taxonomy }): Generator<Finding> {
    const { data } = manuscript;
    if (data === undefined) return;
    for (const facet of taxonomy.facets.values()) {
      if (!facet.required || !isUnanswered(data, facet)) continue;
      const isThere = Object.hasOwn(data, facet.property);
      yield {
        ...placeOf(manuscript, [facet.property]),
        message: isThere ? `«${facet.property}» is empty.` : `The key «${facet.property}» is missing.`,
        hint: `Every release has ${withArticle(labelOf(facet.label, 'en'))}: «press taxonomy list ${facet.name}» shows the ids to choose from.`,
        ...(data['status'] === 'draft' ? { severity: 'warning' } : {}),
      };
    }
  },
};

/** «a field of work», «an office», «an OSCE body». */
function withArticle(label: string): string {
  const isWord = /^\p{Lu}\p{Ll}/u.test(label);
  const noun = isWord ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

function isUnanswered(data: FrontMatter, facet: Facet): boolean {
  const values = facetValues(data, facet);
  const [first] = values;
  if (first === undefined) return true;
  return (
    first.path.length === 1 && (first.value === null || (typeof first.value === 'string' && first.value.trim() === ''))
  );
}
