import { aliasFindings } from '../model/alias-findings.ts';
import { listOf, permalinkOf, slugOf } from '../model/make-release.ts';
import type { Manuscript, Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import type { Settings } from '../model/settings.ts';
import { inWords, sharedBy, withoutCase } from '../model/shared-by.ts';
import { parseReleaseDate } from '../text/dates.ts';
import { fileNameOf } from '../text/file-name-form.ts';

const second = (slug: string, old?: string): string =>
  sampleRelease(
    {
      id: '2009-11-17-second-day',
      date: '2009-11-17',
      place: undefined,
      slug,
      ...(old === undefined ? {} : { aliases: `[${old}]` }),
    },
    'The second day of the course.\n',
  );
const secondPath = 'releases/2009/2009-11-17-second-day.md';

/** By the address that comes out in the end (`press.yaml`, permalink). Many servers know no capitals, and store accents in one way. */
export const duplicateSlug: Rule = {
  id: 'duplicate-slug',
  topic: 'archive',
  severity: 'error',
  scope: 'archive',
  summary: 'Two releases have the same address on the web, or the old address of one is taken.',
  why: 'One page would take the place of the other, and whoever follows a link to the one would read the other.',
  examples: [
    {
      wrong: { [samplePath]: sampleRelease(), [secondPath]: second('observer-course') },
      right: { [samplePath]: sampleRelease(), [secondPath]: second('observer-course-second-day') },
    },
    {
      wrong: { [samplePath]: sampleRelease(), [secondPath]: second('second-day', '/2009/observer-course/') },
      right: { [samplePath]: sampleRelease(), [secondPath]: second('second-day', '/2009/second-day-of-course/') },
    },
  ],
  *check(entries, { settings }) {
    for (const shared of sharedBy(entries, (each) => sameAddress(each, settings))) {
      const { manuscript, others } = shared;
      const address = addressOf(manuscript, settings) ?? '';
      const isSame = (other: Manuscript): boolean => addressOf(other, settings) === address;
      yield {
        in: manuscript,
        ...placeOfSlug(manuscript),
        message: others.some(isSame)
          ? `The address ${quoted(address)} also belongs to ${inWords(shared)}.`
          : `The address ${quoted(address)} differs from that of ${inWords(shared)} only in capital letters, or in how an accent is stored.`,
        hint:
          translationHint(manuscript, others) ??
          `Give ${shared.count === 1 ? 'one of the two a «slug» of its' : 'all of them but one a «slug» of their'} own: a page has room for one.`,
        related: others.map((other) => ({
          manuscript: other,
          ...placeOfSlug(other),
          message: isSame(other)
            ? 'It has the same address.'
            : `It has the address ${quoted(addressOf(other, settings) ?? '')}.`,
        })),
      };
    }
    const pages = entries.flatMap(({ manuscript }) => {
      const address = addressOf(manuscript, settings);
      return address === undefined ? [] : [{ manuscript, address }];
    });
    yield* aliasFindings(pages, settings);
  },
};

/** By their names one is a translation of the other, but both say the same language, or none. */
function translationHint(one: Manuscript, others: readonly Manuscript[]): string | undefined {
  const suffix = /\.([a-z]{2,3})\.md$/i;
  const translation = [one, ...others].find(({ path }) => suffix.test(path));
  if (translation === undefined) return undefined;
  const [, lang = ''] = suffix.exec(translation.path) ?? [];
  return `«${fileNameOf(translation.path)}» is a translation by its name: write «lang: ${lang}» in it.`;
}

function sameAddress(manuscript: Manuscript, settings: Settings): string | undefined {
  const address = addressOf(manuscript, settings);
  return address === undefined ? undefined : withoutCase(address);
}

/** As people read it: signs of other alphabets stand for themselves. */
function addressOf({ path, data }: Manuscript, settings: Settings): string | undefined {
  if (data === undefined) return undefined;
  const [lang = settings.language] = listOf(data, 'lang');
  const [date = ''] = listOf(data, 'date');
  return decodeURIComponent(permalinkOf({ lang, slug: slugOf(path, data), date: parseReleaseDate(date) }, settings));
}

/** A slug that comes from the file's name stands nowhere in the file. */
function placeOfSlug(manuscript: Manuscript): Span {
  return placeOf(manuscript, ['slug']);
}
