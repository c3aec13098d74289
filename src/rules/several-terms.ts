import { facetValues } from '../model/facet-words.ts';
import { placeOf } from '../model/places.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';

const vocabulary = `version: 1
facets:
  desk:
    property: desk
    terms: {politics: {label: Politics}, culture: {label: Culture}}
`;

const release = (desk: string): string => sampleRelease({ source: undefined, fields: undefined, desk });

export const severalTerms: Rule = {
  id: 'several-terms',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'A list of terms stands where the facet takes one.',
  why:
    'The vocabulary says which facets may have several terms. Where it allows one, reports and pages count on there being one: ' +
    'with two, a release would be counted twice.',
  examples: [
    {
      wrong: { 'taxonomy.yaml': vocabulary, [samplePath]: release('[politics, culture]') },
      right: { 'taxonomy.yaml': vocabulary, [samplePath]: release('politics') },
    },
  ],
  *check(manuscript, { taxonomy }): Generator<Finding> {
    const { data } = manuscript;
    if (data === undefined) return;
    for (const facet of taxonomy.facets.values()) {
      const count = facet.multiple ? 0 : facetValues(data, facet).length;
      if (count < 2) continue;
      yield {
        ...placeOf(manuscript, [facet.property]),
        message: `«${facet.property}» has ${count} terms, and ${facet.name} takes one.`,
        hint: 'Keep the one that fits best, or say «multiple: true» for the facet in taxonomy.yaml.',
      };
    }
  },
};
