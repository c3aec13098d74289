import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

export const mixedLineEnds: Rule = {
  id: 'mixed-line-ends',
  topic: 'reading',
  severity: 'warning',
  scope: 'manuscript',
  summary: 'Some lines end as Windows ends them (CR LF), others as everybody else does (LF).',
  why:
    'Programs that expect one kind show the other as stray characters or as one long line, and version control reports changes ' +
    'that nobody made. Either kind is fine as long as a file keeps to it.',
  examples: [
    { wrong: sampleRelease().replace('today.\n', 'today.\r\n'), right: sampleRelease().replaceAll('\n', '\r\n') },
  ],
  *check({ text }): Generator<Finding> {
    if (!text.includes('\r\n')) return;
    const feed = text.indexOf('\n');
    const isWindows = text.charAt(feed - 1) === '\r';
    const other = isWindows ? loneFeed(text) : text.indexOf('\r\n');
    if (other === -1) return;
    yield {
      start: other,
      end: other + 1,
      message: `The first lines end in ${isWindows ? 'CR LF' : 'LF'}, this one in ${isWindows ? 'LF' : 'CR LF'}.`,
      hint: 'Save the file with one kind of line end; most editors show the kind at the bottom of the window.',
    };
  },
};

function loneFeed(text: string): number {
  let feed = text.indexOf('\n');
  while (feed !== -1 && text.charCodeAt(feed - 1) === 13) feed = text.indexOf('\n', feed + 1);
  return feed;
}
