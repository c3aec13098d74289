import { fenceOf } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import type { Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import { sharedBy } from '../model/shared-by.ts';

const second = sampleRelease({ id: '2009-11-16-second-day', slug: 'second-day' });

/** Windows and macOS know one file where Linux knows two: names that differ only in case, or in how an accent is stored. */
export const duplicatePath: Rule = {
  id: 'duplicate-path',
  topic: 'reading',
  severity: 'error',
  isBinding: true,
  scope: 'archive',
  summary: 'Two files have names that many computers take for the same.',
  why: 'On Windows and macOS one of the two would silently take the place of the other as soon as somebody there gets a copy.',
  examples: [
    {
      wrong: { [samplePath]: sampleRelease(), 'releases/2009/2009-11-16-Observer-Course.md': second },
      right: { [samplePath]: sampleRelease(), 'releases/2009/2009-11-16-second-day.md': second },
    },
  ],
  *check(entries) {
    for (const { manuscript, others } of sharedBy(entries, ({ path }) => path.normalize('NFC').toLowerCase())) {
      yield {
        in: manuscript,
        ...fenceOf(manuscript),
        message: 'Another file has the same name, but for capital letters or the way an accent is stored.',
        hint: `Rename one of the two; the other is ${quoted(others[0]?.path ?? '')}.`,
        related: others.map((other) => ({ manuscript: other, ...fenceOf(other), message: 'This is the other file.' })),
      };
    }
  },
};
