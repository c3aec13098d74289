import type { Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { textUnder } from '../model/text-key.ts';
import { inOneLine } from '../text/one-line.ts';
import { lengthBeyond } from '../text/visible-length.ts';

/** Twice what a search result shows, and a fifth more than most wires take: what is longer is cut nearly everywhere. */
const LONGEST = 120;

// Japanese, Chinese, Thai and their neighbours put no blank between words.
const UNDIVIDED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

export const titleLength: Rule = {
  id: 'title-length',
  topic: 'style',
  severity: 'info',
  scope: 'manuscript',
  summary: `A title is longer than ${LONGEST} characters, or is a single word.`,
  why:
    'Search results and the subject of a mail show the first 60 to 80 characters of a title, and the wires cut what is much longer. ' +
    `Beyond ${LONGEST} the news is likely to stand where nobody sees it. A single word tells no news at all.`,
  examples: [
    {
      wrong: sampleRelease({
        title:
          'Course for election observers from all regions, which the authorities had asked for after the last vote, opens in Baku today',
      }),
      right: sampleRelease({ title: 'Course for election observers opens in Baku' }),
    },
    { wrong: sampleRelease({ title: 'Announcement' }), right: sampleRelease({ title: 'Office announces new course' }) },
  ],
  mayFind: (manuscript) => {
    const title = textUnder(manuscript, 'title') ?? '';
    return title.length > LONGEST || !title.trim().includes(' ');
  },
  *check(manuscript): Generator<Finding> {
    const title = inOneLine(textUnder(manuscript, 'title') ?? '');
    const length = lengthBeyond(title, LONGEST);
    if (length !== undefined) yield { ...placeOf(manuscript, ['title']), ...tooLong(length) };
    else if (isSingleWord(title) && textUnder(manuscript, 'status') !== 'draft') yield single(manuscript, title);
  },
};

function tooLong(length: number): Pick<Finding, 'message' | 'hint'> {
  return {
    message: `The title has ${length} characters.`,
    hint: `Bring it down to ${LONGEST} or fewer, with the news in front; the rest can stand in the summary.`,
  };
}

/** A year or a number is no word, and somebody may have called a release by it. */
function isSingleWord(title: string): boolean {
  return /^[\p{L}\p{M}\p{P}]+$/u.test(title) && /\p{L}/u.test(title) && !UNDIVIDED.test(title);
}

function single(manuscript: Manuscript, title: string): Finding {
  return {
    ...placeOf(manuscript, ['title']),
    message: `${quoted(title)} alone does not say what has happened.`,
    hint: 'Write a headline: who does what, and where.',
  };
}
