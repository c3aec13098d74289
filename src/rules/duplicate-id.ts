import type { Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import { inWords, sharedBy, withoutCase } from '../model/shared-by.ts';

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
    for (const shared of sharedBy(entries, sameId)) {
      const { manuscript, others } = shared;
      const id = idOf(manuscript) ?? '';
      const isSame = (other: Manuscript): boolean => idOf(other) === id;
      yield {
        in: manuscript,
        ...placeOf(manuscript, ['id']),
        message: others.some(isSame)
          ? `The id ${quoted(id)} also belongs to ${inWords(shared)}.`
          : `The id ${quoted(id)} differs from that of ${inWords(shared)} only in capital letters, or in how an accent is stored.`,
        hint: `Leave it to the release that had it first, and give the ${shared.count === 1 ? 'other one an id of its' : 'others ids of their'} own.`,
        related: others.map((other) => ({
          manuscript: other,
          ...placeOf(other, ['id']),
          message: isSame(other) ? 'It stands here too.' : `Here it is ${quoted(idOf(other) ?? '')}.`,
        })),
      };
    }
  },
};

/** Pages and feeds make file names and addresses of ids, and many computers know no capitals there. */
function sameId(manuscript: Manuscript): string | undefined {
  const id = idOf(manuscript);
  return id === undefined ? undefined : withoutCase(id);
}

function idOf({ data }: Manuscript): string | undefined {
  const id = data?.['id'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}
