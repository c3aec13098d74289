import { facetWords, termMeant } from '../model/facet-words.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import { replacement } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

/** A former id is no id either: `--fix` rewrites it. */
export const labelForId: Rule = {
  id: 'label-for-id',
  topic: 'vocabulary',
  severity: 'error',
  scope: 'vocabulary',
  summary: 'A term is named by its label, an alias or a former name instead of its id.',
  mends: { safe: 'Puts the id in the place of the label.' },
  why:
    'Names change: the OSCE Office in Baku became the Project Co-ordinator in Baku. The id stays, so a release that holds the id ' +
    'is found under every name that the term has had or will have.',
  examples: [
    {
      wrong: sampleRelease({ fields: '[Elections, education]' }),
      right: sampleRelease({ fields: '[elections, education]' }),
    },
    { wrong: sampleRelease({ source: 'OSCE Office in Baku' }), right: sampleRelease({ source: 'baku' }) },
  ],
  mayFind: (manuscript, { taxonomy }) =>
    facetWords(manuscript, taxonomy).some((word) => (termMeant(word, taxonomy)?.id ?? word.words) !== word.words),
  *check(manuscript, { taxonomy }): Generator<Finding> {
    for (const word of facetWords(manuscript, taxonomy)) {
      const term = termMeant(word, taxonomy);
      // What may not be used at all is nothing to write in another way.
      if (term === undefined || term.id === word.words || !term.assignable || term.deprecated) continue;
      const place = placeOf(manuscript, word.path);
      yield {
        ...place,
        message: `${quoted(word.words)} names a term of ${word.facet.name}, but it is not the term’s id.`,
        hint: `Write «${term.id}».`,
        fix: replacement(place, term.id, 'safe'),
      };
    }
  },
};
