import { facetWords, termMeant, type FacetWord } from '../model/facet-words.ts';
import { withoutItem } from '../model/list-edits.ts';
import type { DataPath, Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import { fixOf } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

export const duplicateTerm: Rule = {
  id: 'duplicate-term',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'A term stands twice in one list.',
  mends: { safe: 'Takes the second of two words for one term out.' },
  why: 'It says nothing more the second time, and counts in reports would be wrong. Often another term was meant.',
  examples: [
    {
      wrong: sampleRelease({ fields: '[elections, education, elections]' }),
      right: sampleRelease({ fields: '[elections, education]' }),
    },
  ],
  mayFind: (manuscript, { taxonomy }) => {
    const keys = facetWords(manuscript, taxonomy).map((word) => termMeant(word, taxonomy) ?? word.words);
    return new Set(keys).size < keys.length;
  },
  *check(manuscript, { taxonomy }): Generator<Finding> {
    const firsts = new Map<string, FacetWord>();
    for (const word of facetWords(manuscript, taxonomy)) {
      const key = JSON.stringify([word.facet.name, termMeant(word, taxonomy)?.id ?? word.words]);
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, word);
        continue;
      }
      yield {
        ...placeOf(manuscript, word.path),
        message: `${quoted(word.words)} stands in «${word.facet.property}» a second time.`,
        hint: 'Take one of the two out, or write the term that was meant.',
        ...secondTakenOut(manuscript, word.path),
        related: [{ manuscript, ...placeOf(manuscript, first.path), message: 'It stands here first.' }],
      };
    }
  },
};

/** Nothing where the two are no items of one list. */
function secondTakenOut(manuscript: Manuscript, path: DataPath): Pick<Finding, 'fix'> {
  const index = path.at(-1);
  if (typeof index !== 'number') return {};
  return fixOf('Take the second one out', 'safe', withoutItem(manuscript, path.slice(0, -1), index));
}
