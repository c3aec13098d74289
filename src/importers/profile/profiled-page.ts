/** A page that a profile is for: one release, or several entries. */
import type { SourceRelease, UnreadPart } from '../../model/importer.ts';
import { PressError } from '../../model/press-error.ts';
import type { SiteProfile } from '../../model/site-profile.ts';
import type { HeadFacts } from '../html/page-facts.ts';
import type { HtmlElement } from '../html/parse-html.ts';
import { describeRelease } from '../page/describe-release.ts';
import { builtInProfiles } from './built-in-profiles.ts';
import { readByProfile, type ProfiledReading } from './read-by-profile.ts';
import { outermost, select } from './select.ts';
import { parseSelector } from './selector.ts';

export interface SavedPage {
  readonly name: string;
  readonly root: HtmlElement;
  readonly head: HeadFacts;
}

export interface PageReleases {
  readonly releases: readonly SourceRelease[];
  readonly unread: readonly UnreadPart[];
}

/** The first profile that is for a page. One that names a host is for pages, too, that do not say where they are from. */
export function profileFor({ root, head }: SavedPage, profiles: readonly SiteProfile[]): SiteProfile | undefined {
  return profiles.find(
    ({ match: { host, selector } }) =>
      (host === undefined || isOfHost(head.url, host)) &&
      (selector === undefined || elementsOf(root, selector).length > 0),
  );
}

/** The built-in profile for a page of one text; on a page with several nobody has said what belongs to which. */
export function systemOf(page: SavedPage): SiteProfile | undefined {
  const profile = profileFor(page, builtInProfiles);
  const selector = profile?.match.selector;
  const texts = selector === undefined ? [] : outermost(page.root, elementsOf(page.root, selector));
  return texts.length === 1 ? profile : undefined;
}

function isOfHost(url: string | undefined, host: string): boolean {
  if (url === undefined) return true;
  const own = new URL(url).hostname;
  return own === host || own === `www.${host}`;
}

function elementsOf(root: HtmlElement, written: string): readonly HtmlElement[] {
  const selector = parseSelector(written);
  return typeof selector === 'string' ? [] : select(root, selector);
}

/** Reads a page by its profile; what is missing where the page holds nothing that makes a release. */
export function readProfiledPage(page: SavedPage, profile: SiteProfile): PageReleases | Missing {
  if (profile.entry !== undefined) return readEntries(page, profile, profile.entry);
  const reading = readByProfile({ root: page.root, url: page.head.url, isEntry: false }, profile);
  if (reading.kind === 'missing') return missingOf(reading);
  return { releases: [releaseOf(reading, page)], unread: [] };
}

/** What a profile looked for in vain. */
export interface Missing {
  readonly missing: string;
  readonly selectors: readonly string[];
}

function missingOf({ key, places }: Extract<ProfiledReading, { kind: 'missing' }>): Missing {
  return { missing: key === 'body' ? 'text' : key, selectors: places.map(({ select }) => select) };
}

function readEntries(page: SavedPage, profile: SiteProfile, entry: string): PageReleases | Missing {
  const entries = outermost(page.root, elementsOf(page.root, entry));
  const readings = entries.map((root) => readByProfile({ root, url: page.head.url, isEntry: true }, profile));
  const releases = readings.flatMap((reading, at) =>
    reading.kind === 'release' ? [{ ...releaseOf(reading, page), part: `entry ${at + 1}` }] : [],
  );
  if (releases.length === 0) {
    const [first] = readings;
    return first?.kind === 'missing' ? missingOf(first) : { missing: 'entries', selectors: [entry] };
  }
  const unread = readings.flatMap((reading, at) =>
    reading.kind === 'missing'
      ? [
          {
            part: `entry ${at + 1}`,
            message: `It has no ${missingOf(reading).missing} where the profile looks for it.`,
          },
        ]
      : [],
  );
  return { releases, unread };
}

function releaseOf(
  { found, facts }: Extract<ProfiledReading, { kind: 'release' }>,
  { head }: SavedPage,
): SourceRelease {
  return describeRelease(found, { ...facts, lang: facts.lang ?? head.lang });
}

/** The refusal of a page on which a profile finds nothing. */
export function nothingThere(name: string, profile: SiteProfile, { missing, selectors }: Missing): PressError {
  const where = selectors.map((each) => `«${each}»`).join(' or ');
  return new PressError(
    'nothing-imported',
    `«${name}» has nothing where the profile «${profile.name}» looks for the ${missing}: ${where}.`,
    {
      hint: 'Correct the profile, say with «match» which pages it is for, or write «fallback: true» into it: then such pages are read as any other.',
    },
  );
}
