import { placeOf } from '../model/places.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { textUnder } from '../model/text-key.ts';
import { fold } from '../text/fold.ts';
import { inOneLine } from '../text/one-line.ts';
import { lengthBeyond } from '../text/visible-length.ts';

/** Three full sentences. No preview of a link shows more, and most show half of it. */
const LONGEST = 400;

export const summaryLength: Rule = {
  id: 'summary-length',
  topic: 'style',
  severity: 'info',
  scope: 'manuscript',
  summary: `A summary is longer than ${LONGEST} characters, or says nothing but the title.`,
  why:
    'The summary stands below the title in feeds, lists and search results, and in the preview of a link that somebody shares. All of ' +
    'them cut a long one in the middle of a sentence, and one that repeats the title wastes the only line that could invite to read on.',
  examples: [
    {
      wrong: sampleRelease({
        summary:
          'Thirty people who will observe the municipal election in December began a course in Baku today, at which they learn how ' +
          'ballot papers are counted, which forms are filled in at a polling station, whom they may ask, what they may photograph, ' +
          'how they report what they have seen, and where they can get help when somebody does not let them in. The course has been ' +
          'arranged at the request of the Central Election Commission, lasts five days and is held in two languages.',
      }),
      right: sampleRelease({
        summary:
          'Thirty people learn how to observe the municipal election in December, what to look at and how to report.',
      }),
    },
    {
      wrong: sampleRelease({ summary: 'Course for election observers opens in Baku.' }),
      right: sampleRelease({ summary: 'Thirty people learn how to observe the municipal election in December.' }),
    },
  ],
  needs: { keys: ['summary'] },
  *check(manuscript): Generator<Finding> {
    const summary = textUnder(manuscript, 'summary');
    if (summary === undefined) return;
    const words = told(inOneLine(summary), textUnder(manuscript, 'title') ?? '');
    if (words !== undefined) yield { ...placeOf(manuscript, ['summary']), ...words };
  },
};

function told(summary: string, title: string): Pick<Finding, 'message' | 'hint'> | undefined {
  const length = lengthBeyond(summary, LONGEST);
  if (length !== undefined) {
    const hint = `Bring it down to ${LONGEST} or fewer: two or three short sentences.`;
    return { message: `The summary has ${length} characters.`, hint };
  }
  const folded = fold(summary);
  if (folded === '' || folded !== fold(title)) return undefined;
  return {
    message: 'The summary says the same as the title.',
    hint: 'Say what the title leaves out, or take the key out: then outputs begin with the text itself.',
  };
}
