import { readingRule } from '../model/reading-rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

const body = (between: string): string =>
  `BAKU, 16 November 2009 - A course for${between}election observers opened in Baku today.\n`;

export const controlCharacter = readingRule({
  id: 'control-character',
  topic: 'reading',
  severity: 'error',
  isBinding: true,
  summary: 'The file holds a control character.',
  why:
    'Control characters come along, unseen, with text copied from other programs. Feed readers refuse the whole feed because of ' +
    'one of them, and on a terminal they can hide what stands in a file.',
  examples: [{ wrong: sampleRelease({}, body('\u000B')), right: sampleRelease({}, body(' ')) }],
});
