import type { Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import { sharedBy } from '../model/shared-by.ts';

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
    for (const { manuscript, name, others } of sharedBy(entries, idOf)) {
      yield {
        in: manuscript,
        ...placeOf(manuscript, ['id']),
        message: `The id ${quoted(name)} also belongs to another release.`,
        hint: 'Leave it to the release that had it first, and give the other one an id of its own.',
        related: others.map((other) => ({
          manuscript: other,
          ...placeOf(other, ['id']),
          message: 'It stands here too.',
        })),
      };
    }
  },
};

function idOf({ data }: Manuscript): string | undefined {
  const id = data?.['id'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}
