import type { OffsetFix } from '../model/manuscript.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

export const mixedLineEnds: Rule = {
  id: 'mixed-line-ends',
  topic: 'reading',
  severity: 'warning',
  scope: 'manuscript',
  mends: { review: 'Ends all lines as the first one ends.' },
  summary: 'Some lines end as Windows ends them (CR LF), others as everybody else does (LF).',
  why:
    'Programs that expect one kind show the other as stray characters or as one long line, and version control reports changes ' +
    'that nobody made. Either kind is fine as long as a file keeps to it.',
  examples: [
    { wrong: sampleRelease().replace('today.\n', 'today.\r\n'), right: sampleRelease().replaceAll('\n', '\r\n') },
  ],
  needs: { words: ['\r\n'] },
  *check({ text }): Generator<Finding> {
    if (!text.includes('\r\n')) return;
    const isWindows = text.charAt(text.indexOf('\n') - 1) === '\r';
    const others = otherEnds(text, isWindows);
    const [first] = others;
    if (first === undefined) return;
    const these = others.length === 1 ? 'this one' : `this one and ${others.length - 1} more`;
    yield {
      start: isWindows ? first : first - 1,
      end: first,
      message: isWindows
        ? `The first lines end in CR LF, as on Windows, ${these} in LF.`
        : `The first lines end in LF, ${these} in CR LF, as on Windows.`,
      hint: 'Save the file with one kind of line end; most editors show the kind at the bottom of the window.',
      ...(others.length > MOST_EDITS ? {} : { fix: fixOf(others, isWindows) }),
    };
  },
};

const MOST_EDITS = 1000;

/** Offsets of the line feeds that end a line otherwise than the first line ends. */
function otherEnds(text: string, isWindows: boolean): number[] {
  const found: number[] = [];
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', feed + 1))
    if ((text.charCodeAt(feed - 1) === 13) !== isWindows) found.push(feed);
  return found;
}

function fixOf(feeds: readonly number[], isWindows: boolean): OffsetFix {
  const edits = feeds.map((feed) => ({ start: isWindows ? feed : feed - 1, end: feed, text: isWindows ? '\r' : '' }));
  return { title: `End all lines in ${isWindows ? 'CR LF' : 'LF'}`, safety: 'review', edits };
}
