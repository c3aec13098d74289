import { readingRule } from '../model/reading-rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';

const title = 'Café talk with first-time voters in Baku';

export const encoding = readingRule({
  id: 'encoding',
  topic: 'reading',
  severity: 'error',
  isBinding: true,
  summary: 'The file is not UTF-8.',
  mends: { safe: 'Takes out a second byte-order mark.' },
  why:
    'UTF-8 has the letters of every language. In a file that was saved in an older encoding, accents and Cyrillic letters would ' +
    'come out as other characters on the site and in feeds.',
  examples: [{ wrong: { [samplePath]: { windows1252: sampleRelease({ title }) } }, right: sampleRelease({ title }) }],
});
