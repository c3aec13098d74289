/** Front matter under the keys that Hugo, Jekyll and Astro know. What is the house's own business has no key here. */
import type { Edition } from '../../../model/edition.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import { listOf } from '../../../model/make-release.ts';
import type { Contact } from '../../../model/release.ts';
import { canonicalLanguage } from '../../../text/language-tag.ts';
import { yamlScalar } from '../../../text/yaml-scalar.ts';
import { facetsInOrder, labellerOf } from '../labels.ts';
import { filesOf } from '../release-links.ts';
import { linkBaseOf } from '../markdown/link-bases.ts';
import { shownTitle, visibleLine } from '../pages/shown-title.ts';
import { writtenChange } from './written-change.ts';

type Mapping = readonly (readonly [key: string, value: string | number | undefined])[];
type Value = string | readonly string[] | readonly Mapping[] | undefined;

/** A function that writes the front matter of a release without its fences. Every text is quoted, so that no reader mistakes one. */
export function frontMatterMaker(edition: Edition): (release: ClearedRelease) => string {
  const facetsOf = facetEntries(edition);
  return (release) => {
    const entries: [string, Value][] = [
      ['title', shownTitle(release)],
      ...dateEntries(release, edition),
      ['description', visibleLine(release.summary ?? '')],
      ['id', release.id],
      ['slug', release.slug],
      ...addressEntries(release),
      ['lang', canonicalLanguage(release.lang)],
      // Where it is set, Hugo looks for the templates of that type first.
      ['type', release.type],
      ['place', visibleLine(release.places.join(', '))],
      ...facetsOf(release),
      ['translationKey', translationKey(release, edition)],
      ['contacts', release.contacts.map(contactMapping)],
      ['attachments', fileMappings(release, edition)],
    ];
    return entries.map(([key, value]) => line(key, value)).join('');
  };
}

function line(key: string, value: Value): string {
  if (value === undefined || value.length === 0) return '';
  const written = typeof value === 'string' ? yamlScalar(value) : `[${value.map(item).join(', ')}]`;
  return `${/^[a-z][A-Za-z_-]*$/.test(key) ? key : yamlScalar(key)}: ${written}\n`;
}

function item(value: string | Mapping): string {
  if (typeof value === 'string') return yamlScalar(value);
  const members = value.filter(([, each]) => each !== undefined);
  return `{${members.map(([key, each]) => `${key}: ${typeof each === 'number' ? each : yamlScalar(each ?? '')}`).join(', ')}}`;
}

/** Each builder has its own word for the last change. */
function dateEntries(release: ClearedRelease, { settings }: Edition): [string, Value][] {
  const changed = writtenChange(release, settings.timezone);
  return [
    ['date', release.date?.text],
    ['lastmod', changed],
    ['last_modified_at', changed],
    ['updatedDate', changed],
  ];
}

/** The path under the names that Hugo and Jekyll have for it, and the old paths that lead there. */
function addressEntries({ permalink, data }: ClearedRelease): [string, Value][] {
  const old = listOf(data, 'aliases').filter((alias) => isPath(alias) && alias !== permalink);
  return [
    ['url', permalink],
    ['permalink', permalink],
    ['aliases', old],
    ['redirect_from', old],
  ];
}

/** Hugo stops at an alias that leads out of the site. */
function isPath(alias: string): boolean {
  return /^\/(?!\/)[^\\\p{Cc}]*$/u.test(alias) && !alias.split('/').some((part) => /^\.+$/.test(part));
}

/** Labels, because a builder shows what stands here as the name of the term. */
function facetEntries(edition: Edition): (release: ClearedRelease) => [string, Value][] {
  const labelsOf = labellerOf(edition);
  const facets = facetsInOrder(edition.taxonomy);
  return (release) =>
    facets.map(({ property }) => [property, labelsOf(release, property).map(({ label }) => visibleLine(label))]);
}

/** What the versions of a text in several languages share: the smallest of their ids. */
function translationKey(release: ClearedRelease, { known }: Edition): string | undefined {
  const ids = known.versionsOf(release).map(({ id }) => id);
  return ids.reduce<string | undefined>((least, id) => (least === undefined || id < least ? id : least), undefined);
}

function contactMapping({ name, role, phone, email }: Contact): Mapping {
  return Object.entries({ name, role, phone, email });
}

function fileMappings(release: ClearedRelease, { settings }: Edition): Mapping[] {
  return filesOf(release, linkBaseOf(release, settings)).map(({ address, title, mediaType, size }) => [
    ['href', address],
    ['title', title],
    ['mediaType', mediaType],
    ['size', size],
  ]);
}
