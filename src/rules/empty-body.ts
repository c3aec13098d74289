import { hasOwnText } from '../model/own-text.ts';
import { fenceOf } from '../model/manuscript.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

export const emptyBody: Rule = {
  id: 'empty-body',
  topic: 'text',
  severity: 'error',
  scope: 'release',
  summary: 'A release that is approved or published has no text of its own.',
  why:
    'Beside the dateline, notes in comments and the closing paragraph there is nothing to read, and readers would get exactly that: ' +
    'a headline with nothing below it.',
  examples: [{ wrong: sampleRelease({}, 'BAKU, 16 November 2009 - <!-- Begin here. -->\n'), right: sampleRelease() }],
  mayFind: (manuscript, { settings }) => !hasOwnText(manuscript, settings),
  *check(release, manuscript, { settings }): Generator<Finding> {
    if (release.status !== 'published' && release.status !== 'approved') return;
    if (hasOwnText(manuscript, settings)) return;
    const message = `The release is «${release.status}», but it has no text of its own.`;
    yield { ...fenceOf(manuscript), message, hint: 'Write the text, or let the status be «draft» until it is there.' };
  },
};
