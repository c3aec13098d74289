import { readingRule } from '../model/reading-rule.ts';
import { sampleRelease } from '../model/sample-release.ts';

export const frontMatter = readingRule({
  id: 'front-matter',
  topic: 'reading',
  severity: 'error',
  isBinding: true,
  summary: 'The block of «key: value» lines at the top of the file cannot be read.',
  mends: {
    safe: 'Puts quotes around a text that YAML misreads, where no letter in it changes; removes a stray comma, or blanks above «---».',
    review:
      'Makes of every other slip what was most likely meant: a missing blank, bracket or quote, an indentation, a line «---».',
  },
  why:
    'Everything that press knows about a release stands between the two «---» lines: its date, its status, its embargo. ' +
    'While that cannot be read, nobody can tell whether the release may go out, so it stays in.',
  examples: [
    {
      wrong: sampleRelease({ title: 'Observers in Baku: a course opens' }),
      right: sampleRelease({ title: '"Observers in Baku: a course opens"' }),
    },
    {
      wrong: sampleRelease().replace('published\n---\n', 'published\n\n'),
      right: sampleRelease(),
    },
  ],
});
