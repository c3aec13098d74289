import { fenceOf, type Manuscript } from '../model/manuscript.ts';
import type { ArchiveEntry, Finding, RelatedFinding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { inWords, sharedBy, withoutCase, type Shared } from '../model/shared-by.ts';

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
      wrong: {
        'releases/baku/2009-11-16-observer-course.md': sampleRelease(),
        'releases/Baku/2009-11-16-observer-course.md': second,
      },
      right: {
        'releases/baku/2009-11-16-observer-course.md': sampleRelease(),
        'releases/baku/2009-11-16-second-day.md': second,
      },
    },
  ],
  *check(entries) {
    for (const shared of sharedBy(entries, ({ path }) => withoutCase(path)))
      yield { in: shared.entry, tell: (manuscript) => tell(shared, manuscript) };
  },
};

function tell(shared: Shared, manuscript: Manuscript): Finding {
  return {
    ...fenceOf(manuscript),
    message: `The path of this file differs from that of ${inWords(shared)} only in capital letters, or in how an accent is stored.`,
    hint: `Rename ${shared.count === 1 ? 'one of the two' : 'all of them but one'}: on many computers only one of them can exist.`,
    related: shared.others.map((other) => ({
      ...placeIn(other),
      message: shared.count === 1 ? 'This is the other file.' : 'This is one of them.',
    })),
  };
}

function placeIn({ manuscript }: ArchiveEntry): Omit<RelatedFinding, 'message'> {
  return { manuscript, ...fenceOf(manuscript) };
}
