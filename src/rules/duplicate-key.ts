import { readingRule } from '../model/reading-rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

export const duplicateKey = readingRule({
  id: 'duplicate-key',
  topic: 'reading',
  severity: 'error',
  isBinding: true,
  summary: 'A key stands twice in the front matter.',
  why:
    'Of two values one is wrong, and programs differ in which of them they take. press takes neither: with two embargoes, ' +
    'the wrong one might let the release out.',
  examples: [
    {
      wrong: sampleRelease({ embargo: '2999-01-01T00:00:00Z\nembargo: 2009-11-16T09:00:00+04:00' }),
      right: sampleRelease({ embargo: '2009-11-16T09:00:00+04:00' }),
    },
  ],
});
