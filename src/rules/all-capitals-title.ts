import { bodyDateline } from '../model/body-dateline.ts';
import { withoutComments } from '../model/house-notes.ts';
import { isInCapitals, isKnownAcronym, type House } from '../model/known-acronyms.ts';
import { listOf } from '../model/make-release.ts';
import type { Manuscript, OffsetFix } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { languageOf, textUnder } from '../model/text-key.ts';
import { inSentenceCase, spellingsOf } from '../text/sentence-case.ts';

const SHORTEST_WORD = 2;
const MOST_SMALL_LETTERS = 0.15;
const FEWEST_WORDS = 3;
const FEWEST_LETTERS = 15;
/** Acronyms that are read as words are shorter, but for a few that everybody knows. */
const LONG_WORD = 7;

// German gives its nouns a capital, Greek takes the accents off in capitals, Turkish has two letters i: nobody can mend that unseen.
const MENDABLE: ReadonlySet<string> = new Set(['en', 'ru']);

export const allCapitalsTitle: Rule = {
  id: 'all-capitals-title',
  topic: 'style',
  severity: 'info',
  scope: 'vocabulary',
  summary: 'A title is written in capitals throughout.',
  mends: { review: 'Writes the title as in running text, with names and acronyms as the body has them.' },
  why:
    'A title goes out as it is written: into feeds, search results and the subject of a mail. In capitals it is slower to read, names and ' +
    'acronyms cannot be told from other words, and filters take it for advertising. Whoever wants capitals on the page lets the ' +
    'page’s design make them.',
  examples: [
    {
      wrong: sampleRelease({ title: 'COURSE FOR ELECTION OBSERVERS OPENS IN BAKU' }),
      right: sampleRelease({ title: 'Course for election observers opens in Baku' }),
    },
  ],
  mayFind: (manuscript) => shareOfSmallLetters(textUnder(manuscript, 'title') ?? '') <= MOST_SMALL_LETTERS,
  *check(manuscript, house): Generator<Finding> {
    const title = textUnder(manuscript, 'title') ?? '';
    if (!isShouted(title, house)) return;
    const fix = mending(manuscript, title, house);
    yield {
      ...placeOf(manuscript, ['title']),
      message: 'The title is in capitals.',
      hint: 'Write it as in running text: a capital for the first word, for names and for acronyms.',
      ...(fix === undefined ? {} : { fix }),
    };
  },
};

/** Titles full of acronyms are none: there must be a long word in capitals, or several that are no acronym. */
function isShouted(title: string, house: House): boolean {
  if (shareOfSmallLetters(title) > MOST_SMALL_LETTERS) return false;
  const words = title.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < FEWEST_WORDS && words.join('').length < FEWEST_LETTERS) return false;
  const shouted = words.filter(
    (word) => word.length >= SHORTEST_WORD && isInCapitals(word) && !isKnownAcronym(word, house),
  );
  return shouted.length >= FEWEST_WORDS || shouted.some((word) => word.length >= LONG_WORD);
}

/** Of the letters that are either small or capital; 1 where there are none. */
function shareOfSmallLetters(title: string): number {
  let small = 0;
  let capital = 0;
  for (const letter of title) {
    const isSmall = (letter >= 'a' && letter <= 'z') || letter !== letter.toUpperCase();
    if (isSmall) small += 1;
    else if (letter !== letter.toLowerCase()) capital += 1;
  }
  return capital === 0 ? 1 : small / (small + capital);
}

/** Only where the title stands in the file letter by letter, and the body shows how its words are written. */
function mending(manuscript: Manuscript, title: string, house: House): OffsetFix | undefined {
  if (!MENDABLE.has(languageOf(manuscript, house.settings))) return undefined;
  const place = placeOf(manuscript, ['title']);
  const source = manuscript.text.slice(place.start, place.end);
  if (!source.includes(title)) return undefined;
  const spellings = spellingsOf(withoutComments(manuscript.text.slice(textStart(manuscript))));
  for (const city of listOf(manuscript.data ?? {}, 'place')) {
    for (const [small, written] of spellingsOf(`in ${city}`)) if (small !== 'in') spellings.set(small, written);
  }
  const text = inSentenceCase(title, (word) => spellings.get(word) ?? acronym(word, house));
  const isInformed = (title.match(/\p{L}+/gu) ?? []).some(
    (word) => spellings.get(word.toLowerCase()) === word.toLowerCase(),
  );
  if (!isInformed) return undefined;
  const edits = [{ ...place, text: source.replace(title, () => text) }];
  return { title: 'Write it as in running text', safety: 'review', edits };
}

function acronym(word: string, house: House): string | undefined {
  const written = word.toUpperCase();
  return isKnownAcronym(written, house) ? written : undefined;
}

/** Behind the dateline, which is in capitals itself. */
function textStart(manuscript: Manuscript): number {
  const found = bodyDateline(manuscript);
  return found === undefined ? manuscript.bodyStart : found.inFile(found.dateline).end;
}
