import { ownTexts } from '../model/front-matter-texts.ts';
import { fenceOf, type Manuscript, type Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { codePoint } from '../model/quoting.ts';
import type { Finding, Rule, RuleContext } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { mixedWords, type MixedWord } from '../text/look-alikes.ts';

/** Letters in `id` and `slug` are judged by the schema, terms by the vocabulary: both name letters of another alphabet by themselves. */
export const mixedScriptSlug: Rule = {
  id: 'mixed-script-slug',
  topic: 'text',
  severity: 'warning',
  scope: 'vocabulary',
  summary: 'A word mixes letters of two alphabets that look alike.',
  mends: { review: 'Writes the word in one alphabet.' },
  why:
    'A Latin «a» and a Cyrillic «а» look the same and are not. Whoever searches for the word or types the address that is made of it ' +
    'finds nothing, and a word that only looks like another is an old trick to deceive readers.',
  examples: [
    {
      wrong: sampleRelease({ title: 'Course for election observers opens in \u0412aku' }),
      right: sampleRelease({ title: 'Course for election observers opens in Baku' }),
    },
  ],
  needs: { words: ['\\u'], characters: [[0x370, 0x52f]] },
  *check(manuscript, context): Generator<Finding> {
    const { path, text, bodyStart } = manuscript;
    for (const word of mixedWords(path)) yield inFileName(manuscript, word);
    const front = text.slice(0, bodyStart);
    if (hasMixedWord(front) || front.includes('\\u')) yield* inFrontMatter(manuscript, context);
    for (const word of mixedWords(text.slice(bodyStart)))
      yield { ...told(word, { start: word.start + bodyStart, end: word.end + bodyStart }), severity: 'info' };
  },
};

function hasMixedWord(text: string): boolean {
  return mixedWords(text).next().done !== true;
}

function inFileName(manuscript: Manuscript, word: MixedWord): Finding {
  const { message } = told(word, fenceOf(manuscript));
  return { ...fenceOf(manuscript), message: `In the name of this file: ${message}`, hint: 'Rename the file.' };
}

function* inFrontMatter(manuscript: Manuscript, context: RuleContext): Generator<Finding> {
  for (const { value, path } of ownTexts(manuscript, context)) {
    if (!hasMixedWord(value)) continue;
    const place = placeOf(manuscript, path);
    const written = [...mixedWords(manuscript.text.slice(place.start, place.end))];
    for (const word of written) yield told(word, { start: place.start + word.start, end: place.start + word.end });
    // Written as an escape, such as "\u0412aku", the letter stands nowhere: then the value is the place.
    if (written.length === 0) for (const word of mixedWords(value)) yield withoutFix(told(word, place));
  }
}

function withoutFix(found: Finding): Finding {
  const { fix: _, ...finding } = found;
  return finding;
}

function told({ word, meant, strangers }: MixedWord, place: Span): Finding {
  const letters = strangers.map((letter) => `«${letter}» (${codePoint(letter)})`);
  const [are, letter] = letters.length === 1 ? ['is a letter', 'it'] : ['are letters', 'they'];
  const last = letters.pop() ?? '';
  const named = letters.length === 0 ? last : `${letters.join(', ')} and ${last}`;
  return {
    ...place,
    message: `${named} in «${word}» ${are} of another alphabet than the rest.`,
    hint: `Type the word anew: ${letter} should be as in «${meant}».`,
    fix: { title: `Write ${meant} in one alphabet`, safety: 'review', edits: [{ ...place, text: meant }] },
  };
}
