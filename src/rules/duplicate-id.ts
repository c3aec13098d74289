import type { ComparedFacts } from '../model/file-facts.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { ArchiveEntry, Finding, RelatedFinding, Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import { inWords, sharedBy, withoutCase, type Shared } from '../model/shared-by.ts';

const second = sampleRelease(
  { id: '2009-11-17-observer-course', date: '2009-11-17', place: undefined },
  'The second day of the course.\n',
);
const secondPath = 'releases/2009/2009-11-17-second-day.md';

export const duplicateId: Rule = {
  id: 'duplicate-id',
  topic: 'archive',
  severity: 'error',
  isBinding: true,
  scope: 'archive',
  summary: 'Two releases have the same id.',
  why:
    'The id is what feeds, translations and corrections know a release by. Of two with one id, readers of a feed see only one, and ' +
    'a correction may go to the wrong release. It mostly comes from copying a file to begin a new one.',
  examples: [
    {
      wrong: {
        [samplePath]: sampleRelease(),
        [secondPath]: second.replace('2009-11-17-observer', '2009-11-16-observer'),
      },
      right: { [samplePath]: sampleRelease(), [secondPath]: second },
    },
  ],
  *check(entries) {
    for (const shared of sharedBy(entries, sameId))
      yield { in: shared.entry, tell: (manuscript) => tell(shared, manuscript) };
  },
};

function tell(shared: Shared, manuscript: Manuscript): Finding {
  const { entry, others } = shared;
  const id = entry.facts.id ?? '';
  const isSame = (other: ArchiveEntry): boolean => other.facts.id === id;
  return {
    ...placeOf(manuscript, ['id']),
    message: others.some(isSame)
      ? `The id ${quoted(id)} also belongs to ${inWords(shared)}.`
      : `The id ${quoted(id)} differs from that of ${inWords(shared)} only in capital letters, or in how an accent is stored.`,
    hint: `Leave it to the release that had it first, and give the ${shared.count === 1 ? 'other one an id of its' : 'others ids of their'} own.`,
    related: others.map((other) => ({
      ...placeIn(other),
      message: isSame(other) ? 'It stands here too.' : `Here it is ${quoted(other.facts.id ?? '')}.`,
    })),
  };
}

function placeIn({ manuscript }: ArchiveEntry): Omit<RelatedFinding, 'message'> {
  return { manuscript, ...placeOf(manuscript, ['id']) };
}

/** Pages and feeds make file names and addresses of ids, and many computers know no capitals there. */
function sameId({ id }: ComparedFacts): string | undefined {
  return id === undefined ? undefined : withoutCase(id);
}
