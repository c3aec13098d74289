import { facetWords, termMeant, type FacetWord } from '../model/facet-words.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

export const duplicateTerm: Rule = {
  id: 'duplicate-term',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'A term stands twice in one list.',
  why: 'It says nothing more the second time, and counts in reports would be wrong. Often another term was meant.',
  examples: [
    {
      wrong: sampleRelease({ fields: '[elections, education, elections]' }),
      right: sampleRelease({ fields: '[elections, education]' }),
    },
  ],
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
        related: [{ manuscript, ...placeOf(manuscript, first.path), message: 'It stands here first.' }],
      };
    }
  },
};
