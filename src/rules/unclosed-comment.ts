import type { OffsetFix } from '../model/manuscript.ts';
import { fixOf } from '../model/replacement.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { htmlComments } from '../text/html-comments.ts';
import { endOfLine } from '../text/line-ends.ts';

export const unclosedComment: Rule = {
  id: 'unclosed-comment',
  topic: 'text',
  severity: 'error',
  scope: 'manuscript',
  summary: 'A comment in the text is opened and never closed.',
  mends: { review: 'Closes the comment where its line ends.' },
  why:
    'Comments are notes of the house, and no output shows them. One that is never closed takes the rest of the text with it: ' +
    'readers would get half a release.',
  examples: [
    {
      wrong: sampleRelease(
        {},
        'BAKU, 16 November 2009 - A course opened today. <!-- Ask for the number.\n\nIt lasts a week.\n',
      ),
      right: sampleRelease(
        {},
        'BAKU, 16 November 2009 - A course opened today. <!-- Ask for the number. -->\n\nIt lasts a week.\n',
      ),
    },
  ],
  needs: { words: ['<!--'] },
  *check({ text, bodyStart }): Generator<Finding> {
    for (const { start, isClosed } of htmlComments(text, bodyStart)) {
      if (isClosed) continue;
      const message =
        'The comment that opens here is never closed, so everything after it is left out of every output.';
      const hint = 'Put «-->» after the note, or take «<!--» out.';
      const fix = fixOf('Close it at the end of the line', 'review', closing(text, start));
      yield { start, end: start + '<!--'.length, message, hint, ...fix };
    }
  },
};

function closing(text: string, at: number): OffsetFix['edits'][number] {
  const line = text.slice(at, endOfLine(text, at)).trimEnd();
  return { start: at + line.length, end: at + line.length, text: ' -->' };
}
