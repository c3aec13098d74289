import { listOf, permalinkOf, slugOf } from '../model/make-release.ts';
import type { Manuscript, Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import type { Settings } from '../model/settings.ts';
import { sharedBy } from '../model/shared-by.ts';
import { parseReleaseDate } from '../text/dates.ts';

const second = (slug: string): string =>
  sampleRelease(
    { id: '2009-11-17-second-day', date: '2009-11-17', place: undefined, slug },
    'The second day of the course.\n',
  );
const secondPath = 'releases/2009/2009-11-17-second-day.md';

/** By the address that comes out in the end (`press.yaml`, permalink), in small letters: many servers know no others. */
export const duplicateSlug: Rule = {
  id: 'duplicate-slug',
  topic: 'archive',
  severity: 'error',
  scope: 'archive',
  summary: 'Two releases have the same address on the web.',
  why: 'One page would take the place of the other, and whoever follows a link to the one would read the other.',
  examples: [
    {
      wrong: { [samplePath]: sampleRelease(), [secondPath]: second('observer-course') },
      right: { [samplePath]: sampleRelease(), [secondPath]: second('observer-course-second-day') },
    },
  ],
  *check(entries, { settings }) {
    for (const { manuscript, name, others } of sharedBy(entries, (each) => addressOf(each, settings)?.toLowerCase())) {
      yield {
        in: manuscript,
        ...placeOfSlug(manuscript),
        message: `The address ${quoted(name)} also belongs to another release.`,
        hint: 'Give one of the two another «slug»; press links the old address to it when it stands under «aliases».',
        related: others.map((other) => ({
          manuscript: other,
          ...placeOfSlug(other),
          message: 'It has the same address.',
        })),
      };
    }
  },
};

function addressOf({ path, data }: Manuscript, settings: Settings): string | undefined {
  if (data === undefined) return undefined;
  const [lang = settings.language] = listOf(data, 'lang');
  const [date = ''] = listOf(data, 'date');
  return permalinkOf({ lang, slug: slugOf(path, data), date: parseReleaseDate(date) }, settings);
}

/** A slug that comes from the file's name stands nowhere in the file. */
function placeOfSlug(manuscript: Manuscript): Span {
  return placeOf(manuscript, ['slug']);
}
