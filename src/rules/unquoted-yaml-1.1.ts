import { facetWords, termMeant } from '../model/facet-words.ts';
import { hasText, ownTexts, type FrontMatterText } from '../model/front-matter-texts.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule, RuleContext } from '../model/rule.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { misreadingOf, type Misreading } from '../text/yaml-misread.ts';

/** Days and moments are left alone: press writes days without quotes itself, and a reader that makes dates of them loses nothing. */
export const unquotedYaml11: Rule = {
  id: 'unquoted-yaml-1.1',
  topic: 'keys',
  severity: 'warning',
  scope: 'vocabulary',
  summary: 'A text without quotes that other programs read as something else: «no» as false, «12:30» as 750.',
  mends: { safe: 'Puts quotes around the text.' },
  why:
    'press reads such a text as it stands, but Jekyll, Hugo and many scripts follow an older rule of YAML. There, Norway’s «no» is ' +
    '«false», a time is a number of minutes, and the zeros before a number are gone.',
  examples: [
    { wrong: sampleRelease({ lang: 'no' }), right: sampleRelease({ lang: '"no"' }) },
    { wrong: sampleRelease({ title: '12:30' }), right: sampleRelease({ title: '"12:30"' }) },
  ],
  mayFind: ({ data }) => hasText(data, (value) => misreadingOf(value) !== undefined),
  *check(manuscript, context): Generator<Finding> {
    const { text, data } = manuscript;
    if (!hasText(data, (value) => misreadingOf(value) !== undefined)) return;
    for (const { value, path } of [...ownTexts(manuscript, context), ...knownTerms(manuscript, context)]) {
      const misreading = misreadingOf(value);
      const place = misreading === undefined ? undefined : manuscript.locate(path);
      // What stands in quotes, or as a block of lines, stands there with its signs.
      if (misreading === undefined || place === undefined || text.slice(place.start, place.end) !== value) continue;
      const put = `"${value}"`;
      yield {
        ...place,
        message: `Without quotes, many programs take ${quoted(value)} for ${told(misreading)}.`,
        hint: `Write ${put}.`,
        fix: { title: 'Put quotes around it', safety: 'safe', edits: [{ ...place, text: put }] },
      };
    }
  },
};

/** A word that is no term's id gets another word in its place, with the quotes that this one needs. */
function knownTerms(manuscript: Manuscript, { taxonomy }: RuleContext): FrontMatterText[] {
  return [...facetWords(manuscript, taxonomy)]
    .filter((word) => termMeant(word, taxonomy)?.id === word.words)
    .map(({ words, path }) => ({ value: words, path }));
}

function told(misreading: Misreading): string {
  if (misreading.as === 'truth') return `a yes or no (${misreading.value}), not for a word`;
  return misreading.as === 'time' ? 'a number of minutes or seconds' : 'a number, and write it in another way';
}
