/** The addresses at which the releases of an archive stand on the site, and what looks like one of them. */
import { parseReleaseDate } from '../text/dates.ts';
import type { ComparedFacts } from './file-facts.ts';
import { pathOfTarget } from './local-address.ts';
import { permalinkOf, slugOf } from './make-release.ts';
import type { ArchiveEntry } from './rule.ts';
import type { Settings } from './settings.ts';

const PARTS: ReadonlyMap<string, string> = new Map([
  [':lang/', '(?:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}/)?'],
  [':lang', '[A-Za-z-]{2,20}'],
  [':year', '\\d{4}'],
  [':month', '\\d{2}'],
  [':day', '\\d{2}'],
  [':slug', '[^/]+'],
]);

/**
 * Tells addresses of releases from other pages of the site, by the form that `permalink` of press.yaml gives them. Undefined for a
 * form without a date: any page may look like that.
 */
export function releaseAddressShape({ permalink }: Settings): RegExp | undefined {
  if (!/:(?:year|month|day)/.test(permalink)) return undefined;
  const source = withoutSlash(permalink).replace(
    /:lang\/|:[a-z]+|[^:A-Za-z0-9]/g,
    (part) => PARTS.get(part) ?? `\\${part}`,
  );
  return /\\:/.test(source) ? undefined : new RegExp(`^${source}$`);
}

/** Every address of a release, old ones too, without the slash at its end. What a file that has faults says counts as well. */
export function siteAddresses(entries: Iterable<ArchiveEntry>, settings: Settings): Set<string> {
  const addresses = new Set<string>();
  for (const entry of entries) {
    addresses.add(sitePath(addressIn(entry, settings)));
    for (const alias of entry.facts.aliases) addresses.add(sitePath(alias));
  }
  return addresses;
}

/** A release without a date stands where the day in the name of its file puts it. */
function addressIn(entry: ArchiveEntry, settings: Settings): string {
  const { path, address, lang = settings.language } = entry.facts;
  const day = dayWithoutDate(entry.facts);
  if (address !== undefined && day === undefined) return address;
  const slug = slugOf(path, address === undefined ? {} : (entry.manuscript.data ?? {}));
  return permalinkOf({ lang, slug, date: day === undefined ? undefined : parseReleaseDate(day) }, settings);
}

/** The day in the name of a release's file, where the release has none itself. */
export function dayWithoutDate({ path, date }: Pick<ComparedFacts, 'path' | 'date'>): string | undefined {
  return date === undefined ? /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(path)?.[1] : undefined;
}

/** The path on the site that a target means, without the slash at its end; undefined for one that leads elsewhere. */
export function sitePathOf(target: string, { baseUrl }: Settings): string | undefined {
  if (baseUrl !== undefined && target.startsWith(baseUrl)) return sitePath(`/${target.slice(baseUrl.length)}`);
  if (!target.startsWith('/') || target.startsWith('//')) return undefined;
  const folder = baseUrl === undefined || !URL.canParse(baseUrl) ? '/' : new URL(baseUrl).pathname;
  return target.startsWith(folder) ? sitePath(target.slice(folder.length - 1)) : undefined;
}

function sitePath(address: string): string {
  return withoutSlash(pathOfTarget(address).normalize('NFC'));
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
