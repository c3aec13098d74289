import type { EpochMilliseconds } from '../model/clock.ts';
import { releaseDay } from '../model/date-values.ts';
import { yearFolder, type Customs } from '../model/file-customs.ts';
import { listOf, permalinkOf, slugOf } from '../model/make-release.ts';
import { fenceOf, type Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { ArchiveEntry, ArchiveFinding, Finding, Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import type { Settings } from '../model/settings.ts';
import { sharedBy, withoutCase } from '../model/shared-by.ts';
import { isThinkableYear } from '../model/thinkable-year.ts';
import { parseReleaseDate } from '../text/dates.ts';
import {
  fileNameOf,
  fileNameParts,
  fileStemOf,
  isPlainName,
  plainNameOf,
  troubleWithName,
} from '../text/file-name-form.ts';
import { isReservedName } from '../text/slug-form.ts';

type Tell = ArchiveFinding['tell'];

/**
 * Of the folder of releases alone. One finding about the name, and one about the language or the folder. Year folders and dated names are a custom: they are asked
 * for only where most releases of the archive have them.
 */
export const fileNameShape: Rule = {
  id: 'file-name-shape',
  topic: 'archive',
  severity: 'warning',
  scope: 'archive',
  summary: 'The name or the folder of a file is not what people and other computers expect.',
  why:
    'Releases are found by the names of their files, on Windows and on Macs, in addresses and on command lines. Blanks, capitals ' +
    'and foreign letters get lost on the way, and a file in the folder of another year is not found at all.',
  examples: [
    {
      wrong: { 'releases/2009/2009-11-16-observer course.md': sampleRelease({ slug: 'observer-course' }) },
      right: { [samplePath]: sampleRelease() },
    },
    {
      wrong: { [samplePath.replace('.md', '.ru.md')]: sampleRelease({ lang: 'en' }) },
      right: { [samplePath]: sampleRelease({ lang: 'en' }) },
    },
  ],
  *check(entries, { settings, now }, { customs, isAsked }) {
    const own = entries.filter((entry) => isAsked(entry) && entry.facts.path.startsWith(`${settings.releases}/`));
    let twins: ReadonlySet<ArchiveEntry> | undefined;
    const isTwin = (entry: ArchiveEntry): boolean => (twins ??= twinsAmong(entries)).has(entry);
    for (const entry of own) {
      const aboutIt = aboutName(entry, customs, { settings, now });
      const found = [
        aboutIt === undefined || isTwin(entry) ? undefined : aboutIt,
        aboutLanguage(entry, settings),
        customs.hasYearFolders ? aboutFolder(entry, now) : undefined,
      ];
      for (const tell of found) if (tell !== undefined) yield { in: entry, tell };
    }
  },
};

/** Of names that are the same to many computers `duplicate-path` has more to say. */
function twinsAmong(entries: readonly ArchiveEntry[]): ReadonlySet<ArchiveEntry> {
  return new Set(
    Array.from(
      sharedBy(entries, ({ path }) => withoutCase(path)),
      ({ entry }) => entry,
    ),
  );
}

function aboutName(
  entry: ArchiveEntry,
  customs: Customs,
  { settings, now }: { readonly settings: Settings; readonly now: EpochMilliseconds },
): Tell | undefined {
  const trouble = troubleWithName(fileNameOf(entry.facts.path));
  if (trouble !== undefined) return (manuscript) => named(manuscript, { trouble, severity: 'warning', settings });
  const otherwise = aboutForm(entry, customs, { settings, now });
  if (!mayBeDevice(entry)) return otherwise;
  const device = { trouble: 'is one that Windows keeps for a device', severity: 'warning', settings } as const;
  return (manuscript) => (isDeviceAlone(manuscript) ? named(manuscript, device) : otherwise?.(manuscript));
}

function aboutForm(
  entry: ArchiveEntry,
  { hasDatedNames }: Customs,
  { settings, now }: { readonly settings: Settings; readonly now: EpochMilliseconds },
): Tell | undefined {
  const name = fileNameOf(entry.facts.path);
  const why = 'is not in small letters, digits and single hyphens';
  if (!isPlainName(name)) return (manuscript) => named(manuscript, { trouble: why, severity: 'info', settings });
  if (!hasDatedNames || fileNameParts(name).day !== undefined || !isThinkable(entry.facts.date, now)) return undefined;
  return (manuscript) => undated(manuscript, now);
}

function undated(manuscript: Manuscript, now: EpochMilliseconds): Finding | undefined {
  const name = fileNameOf(manuscript.path);
  const day = releaseDay(manuscript.data);
  if (!isThinkable(day, now)) return undefined;
  return {
    ...fenceOf(manuscript),
    severity: 'info',
    message: `The file’s name ${quoted(name)} does not begin with the date of the release.`,
    hint: `Rename it to «${day}-${name.replace(/^[\d-]{1,12}-(?=\w)/, '')}».`,
  };
}

/** A year that cannot be meant is for `date-future`. */
function isThinkable(day: string | undefined, now: EpochMilliseconds): day is string {
  return day !== undefined && isThinkableYear(Number(day.slice(0, 4)), now);
}

function mayBeDevice({ facts: { path, isReadable } }: ArchiveEntry): boolean {
  const stem = fileStemOf(path);
  return isReadable && stem !== 'index' && isReservedName(stem);
}

/** `reserved-name` tells the same where the slug comes from the file's name. */
function isDeviceAlone({ path, data }: Manuscript): boolean {
  return data !== undefined && !isReservedName(slugOf(path, data));
}

function named(
  manuscript: Manuscript,
  {
    trouble,
    severity,
    settings,
  }: { readonly trouble: string; readonly severity: 'warning' | 'info'; readonly settings: Settings },
): Finding {
  const name = fileNameOf(manuscript.path);
  const plain = plainNameOf(name);
  const old = oldAddress(manuscript, plain, settings);
  const way =
    plain === undefined || plain === name
      ? 'Give it a short name of small letters a to z, digits and hyphens'
      : `Rename it to «${plain}»`;
  return {
    ...fenceOf(manuscript),
    severity,
    message: `The file’s name ${quoted(name)} ${trouble}.`,
    hint: `${way}.${old === undefined ? '' : ` Its address comes from that name: write «aliases: [${old}]» in it.`}`,
  };
}

/** The address that people may have links to, where a new name of the file takes it away; undefined for one that «aliases» cannot hold. */
function oldAddress({ path, data }: Manuscript, plain: string | undefined, settings: Settings): string | undefined {
  if (data === undefined || data['status'] !== 'published' || Object.hasOwn(data, 'slug')) return undefined;
  const slug = slugOf(path, data);
  if (plain !== undefined && slugOf(plain, data) === slug) return undefined;
  const [lang = settings.language] = listOf(data, 'lang');
  const [date = ''] = listOf(data, 'date');
  const address = decodeURIComponent(permalinkOf({ lang, slug, date: parseReleaseDate(date) }, settings));
  // What would need quotes, or is cut at a «?» or «#», is no address that anybody could have followed.
  return /^\/[\p{L}\p{M}\p{N}/._~-]*$/u.test(address) ? address : undefined;
}

/** A release in any language may do without the ending; a wrong one misleads. */
function aboutLanguage({ facts }: ArchiveEntry, settings: Settings): Tell | undefined {
  const { language } = fileNameParts(fileNameOf(facts.path));
  if (!facts.isReadable || language === undefined) return undefined;
  const lang = facts.lang ?? settings.language;
  if (`${lang.toLowerCase()}-`.startsWith(`${language}-`)) return undefined;
  return (manuscript) => ({
    ...placeOf(manuscript, ['lang']),
    message: `The file’s name ends in «.${language}.md», and the release is in the language ${quoted(lang)}.`,
    hint: `Write «lang: ${language}», or take «.${language}» out of the file’s name.`,
  });
}

function aboutFolder({ facts: { path, date } }: ArchiveEntry, now: EpochMilliseconds): Tell | undefined {
  const isElsewhere = date !== undefined && yearFolder(path) !== date.slice(0, 4);
  return isElsewhere ? (manuscript) => inOtherFolder(manuscript, now) : undefined;
}

/** A name of another day than the date is for `file-name-date`. */
function inOtherFolder(manuscript: Manuscript, now: EpochMilliseconds): Finding | undefined {
  const { path, data } = manuscript;
  const day = releaseDay(data);
  const { day: stated = day } = fileNameParts(fileNameOf(path));
  if (!isThinkable(day, now) || stated !== day) return undefined;
  const year = day.slice(0, 4);
  const folder = yearFolder(path);
  if (folder === year) return undefined;
  const where = folder === undefined ? 'in no folder of a year' : `in the folder «${folder}»`;
  return {
    ...placeOf(manuscript, ['date']),
    severity: 'info',
    message: `The release is dated ${day}, and its file is ${where}.`,
    hint: `Move it to the folder «${year}», or put the date right.`,
  };
}
