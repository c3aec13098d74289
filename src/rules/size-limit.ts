import { readingRule } from '../model/reading-rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

const notes = '# A note to the desk\n'.repeat(1000);

export const sizeLimit = readingRule({
  id: 'size-limit',
  topic: 'reading',
  severity: 'error',
  isBinding: true,
  summary: 'The file, its front matter or the number of its findings is larger than press takes.',
  why:
    'A release has at most 10 MiB, its front matter at most 32 KiB and 1 000 lines. More than that is a file that got here by ' +
    'mistake. Of one file at most 100 findings are shown; the last one says how many were left out.',
  examples: [{ wrong: sampleRelease({ lang: `en\n${notes}` }), right: sampleRelease({ lang: 'en' }) }],
});
