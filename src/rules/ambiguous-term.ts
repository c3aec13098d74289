import { facetWords, meaningsOf } from '../model/facet-words.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import { choiceOf, replacement } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import { labelOf } from '../model/term-names.ts';

// Nobody reads more of them in one sentence.
const MOST_NAMED = 5;

const vocabulary = `version: 1
facets:
  source:
    property: source
    terms:
      baku: {label: Baku Office, aliases: [field office]}
      tirana: {label: Tirana Office, aliases: [field office]}
  field:
    property: fields
    multiple: true
    terms:
      elections: {label: Elections}
      education: {label: Education}
`;

export const ambiguousTerm: Rule = {
  id: 'ambiguous-term',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'A word could mean several terms of its facet.',
  mends: { review: 'Puts the id of one of the terms in the place of the word.' },
  why: 'press does not guess which of two offices issued a release. The id of the one that is meant settles it.',
  examples: [
    {
      wrong: { 'taxonomy.yaml': vocabulary, [samplePath]: sampleRelease({ source: 'field office' }) },
      right: { 'taxonomy.yaml': vocabulary, [samplePath]: sampleRelease({ source: 'baku' }) },
    },
  ],
  mayFind: (manuscript, { taxonomy }) =>
    facetWords(manuscript, taxonomy).some((word) => meaningsOf(word, taxonomy).length > 1),
  *check(manuscript, { taxonomy }): Generator<Finding> {
    for (const word of facetWords(manuscript, taxonomy)) {
      const terms = meaningsOf(word, taxonomy);
      if (terms.length < 2) continue;
      const { facet, words, path } = word;
      const shown = terms.slice(0, MOST_NAMED);
      const names = shown.map(({ id, label }) => `${quoted(id)} (${labelOf(label, 'en')})`);
      const place = placeOf(manuscript, path);
      yield {
        ...place,
        message: `${quoted(words)} could mean ${terms.length} terms of ${facet.name}.`,
        hint: `Write the id of the one that is meant${shown.length < terms.length ? ', such as' : ':'} ${names.slice(0, -1).join(', ')} or ${names.at(-1)}.`,
        ...choiceOf(shown.map(({ id }) => replacement(place, id, 'review'))),
      };
    }
  },
};
