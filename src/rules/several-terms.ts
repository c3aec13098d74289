import { facetValues } from '../model/facet-words.ts';
import { onlyItem } from '../model/list-edits.ts';
import type { Manuscript, OffsetFix } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { choiceOf } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';

// A longer list is no choice that one makes in a moment.
const MOST_OFFERED = 5;

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
  mends: { review: 'Keeps one of the terms, and makes one value of the list.' },
  why:
    'The vocabulary says which facets may have several terms. Where it allows one, reports and pages count on there being one: ' +
    'with two, a release would be counted twice.',
  examples: [
    {
      wrong: { 'taxonomy.yaml': vocabulary, [samplePath]: release('[politics, culture]') },
      right: { 'taxonomy.yaml': vocabulary, [samplePath]: release('politics') },
    },
  ],
  mayFind: ({ data }, { taxonomy }) => {
    if (data !== undefined)
      for (const { multiple, property } of taxonomy.facets.values())
        if (!multiple && Object.hasOwn(data, property) && Array.isArray(data[property])) return true;
    return false;
  },
  *check(manuscript, { taxonomy }): Generator<Finding> {
    const { data } = manuscript;
    if (data === undefined) return;
    for (const facet of taxonomy.facets.values()) {
      const values = facet.multiple ? [] : facetValues(data, facet);
      const count = values.length;
      if (count < 2) continue;
      yield {
        ...placeOf(manuscript, [facet.property]),
        message: `«${facet.property}» has ${count} terms, and ${facet.name} takes one.`,
        hint: 'Keep the one that fits best, or say «multiple: true» for the facet in taxonomy.yaml.',
        ...choiceOf(
          values
            .map(({ value }, index) => ({ value, index }))
            .filter(({ value, index }) => values.findIndex((other) => other.value === value) === index)
            .slice(0, MOST_OFFERED)
            .flatMap((each) => keeping(manuscript, facet.property, each)),
        ),
      };
    }
  },
};

interface ListValue {
  readonly value: unknown;
  readonly index: number;
}

function keeping(manuscript: Manuscript, property: string, { value, index }: ListValue): OffsetFix[] {
  const edit = typeof value === 'string' ? onlyItem(manuscript, [property], index) : undefined;
  return edit === undefined ? [] : [{ title: `Keep ${String(value)}`, safety: 'review', edits: [edit] }];
}
