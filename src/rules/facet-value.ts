import { facetValues } from '../model/facet-words.ts';
import { withoutEmptyEntry, withoutItem } from '../model/list-edits.ts';
import type { DataPath, FrontMatter, Manuscript, OffsetFix } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { fixOf } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import type { Facet } from '../model/taxonomy.ts';

/** The base schema leaves the facets' keys open, because taxonomy.yaml says which there are; so their shape is judged here. */
export const facetValue: Rule = {
  id: 'facet-value',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'Something else than terms stands under the key of a facet.',
  mends: { review: 'Takes an empty place out, with its line.' },
  why:
    'A facet’s key holds the id of a term, or a list of ids. An empty place or a group of lines there is mostly what is left of a ' +
    'value that somebody meant to fill in.',
  examples: [
    { wrong: sampleRelease({ countries: '' }), right: sampleRelease({ countries: '[azerbaijan]' }) },
    {
      wrong: sampleRelease({ fields: '[elections, [education]]' }),
      right: sampleRelease({ fields: '[elections, education]' }),
    },
  ],
  mayFind: ({ data }, { taxonomy }) => {
    if (data !== undefined) for (const facet of taxonomy.facets.values()) if (holdsOther(data, facet)) return true;
    return false;
  },
  *check(manuscript, { taxonomy }): Generator<Finding> {
    const { data } = manuscript;
    if (data === undefined) return;
    for (const facet of taxonomy.facets.values()) {
      for (const { value, path } of facetValues(data, facet)) {
        const isText = typeof value === 'string' && value.trim() !== '';
        // An empty key of a required facet is a missing one: missing-facet says so.
        if (isText || (path.length === 1 && isEmpty(value) && facet.required)) continue;
        const message = `«${facet.property}» ${isEmpty(value) ? 'has an empty place' : 'holds something that is no word'} where the id of a term is wanted.`;
        yield {
          ...placeOf(manuscript, path),
          message,
          hint: `${isEmpty(value) ? 'Write the id of a term, or take it out.' : 'Write the ids in one list: [one, two].'} «press taxonomy list ${facet.name}» shows them.`,
          ...(isEmpty(value) ? fixOf('Take the empty place out', 'review', withoutEmpty(manuscript, path)) : {}),
        };
      }
    }
  },
};

/** Whether something else than words stands under a facet's key. */
function holdsOther(data: FrontMatter, { property }: Facet): boolean {
  if (!Object.hasOwn(data, property)) return false;
  const value: unknown = data[property];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.some((item) => typeof item !== 'string' || item.trim() === '');
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function withoutEmpty(manuscript: Manuscript, path: DataPath): OffsetFix['edits'][number] | undefined {
  const last = path.at(-1);
  return typeof last === 'number'
    ? withoutItem(manuscript, path.slice(0, -1), last)
    : withoutEmptyEntry(manuscript, path);
}
