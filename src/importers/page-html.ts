/** Importer: a page of an institution's site as it was saved, in HTML. */
import type { Importer, ImportSource, SourceRelease } from '../model/importer.ts';
import { PressError } from '../model/press-error.ts';
import { foreignXml, knownXml, looksLikeHtml } from './html/looks-like-html.ts';
import { headFacts, requireItsCharset } from './html/page-facts.ts';
import { parseHtml, type HtmlElement } from './html/parse-html.ts';
import { entriesOf, readEntry } from './html/listing.ts';
import { recogniseReleases } from './html/recognised-page.ts';
import { elementsIn } from './html/tree.ts';
import { readOnce } from './item/read-once.ts';
import {
  nothingThere,
  profileFor,
  readProfiledPage,
  systemOf,
  type PageReleases,
  type SavedPage,
} from './profile/profiled-page.ts';

export const pageHtml: Importer = {
  id: 'page-html',
  summary: 'a page saved from a site: headline, a list such as «Date:» and «Place:», the text',
  extensions: ['html', 'htm', 'xhtml'],
  onlyWhenNamed: false,
  recognise: ({ text }) => (looksLikeHtml(text) ? 0.9 : 0),
  read: (source) => pageOf(source).releases,
  leavesOut: (source) => pageOf(source).unread,
  mistakes: ({ text }) => foreignXml(text),
};

const pageOf = readOnce(readPage);

function readPage(source: ImportSource): PageReleases {
  const other = knownXml(source.text);
  if (other !== undefined) throw notAPage(source.name, `is ${other}, and no page`);
  const document = parseHtml(source.text, source.name);
  const elements = elementsIn(document);
  requireItsCharset(elements, source);
  const root = elements.find(({ tagName }) => tagName === 'html');
  const head = headFacts(document, elements);
  if (root === undefined) throw notAPage(source.name, NOTHING);
  return readByPersons({ name: source.name, root, head }, elements, source.profiles ?? []);
}

function readByPersons(
  page: SavedPage,
  elements: readonly HtmlElement[],
  profiles: ImportSource['profiles'] = [],
): PageReleases {
  const profile = profileFor(page, profiles);
  if (profile === undefined) {
    const note = 'None of the profiles is for this page; it was read as any other.';
    return recognised(page, elements, profiles.length === 0 ? [] : [note]);
  }
  const read = readProfiledPage(page, profile);
  if (!('missing' in read)) return read;
  if (!profile.fallback) throw nothingThere(page.name, profile, read);
  const note = `The profile «${profile.name}» found no ${read.missing} here; the page was read as any other.`;
  return recognised(page, elements, [note]);
}

function recognised(page: SavedPage, elements: readonly HtmlElement[], notes: readonly string[]): PageReleases {
  const read = byForm(page, elements) ?? bySystem(page) ?? asList(page, elements);
  if (read === undefined) throw nothingHere(page, elements);
  return { ...read, releases: read.releases.map((each) => withNotes(each, notes)) };
}

/** A release, or several of them. A list beside them, of what else there is to read, is none of theirs. */
function byForm({ name, head }: SavedPage, elements: readonly HtmlElement[]): PageReleases | undefined {
  const entries = entriesOf(elements);
  if (entries.length > 0 && recogniseReleases({ name, elements, head, skip: new Set(entries) }).length === 0)
    return undefined;
  const releases = recogniseReleases({ name, elements, head });
  return releases.length === 0 ? undefined : { releases, unread: [] };
}

/** Pages that show nothing of a release by their form, made by a system that is known. */
function bySystem(page: SavedPage): PageReleases | undefined {
  const profile = systemOf(page);
  const read = profile === undefined ? undefined : readProfiledPage(page, profile);
  return read === undefined || 'missing' in read ? undefined : read;
}

/** The entries of a page that is nothing but a list of them. */
function asList({ head }: SavedPage, elements: readonly HtmlElement[]): PageReleases | undefined {
  const entries = entriesOf(elements).map((entry, at) => ({
    part: `entry ${at + 1}`,
    release: readEntry(entry, head),
  }));
  const releases = entries.flatMap(({ part, release }) => (release === undefined ? [] : [{ ...release, part }]));
  if (releases.length === 0) return undefined;
  const empty = entries.filter(({ release }) => release === undefined);
  return { releases, unread: empty.map(({ part }) => ({ part, message: 'It holds a headline and no text.' })) };
}

function nothingHere({ name }: SavedPage, elements: readonly HtmlElement[]): PressError {
  const links = entriesOf(elements).length;
  if (links === 0) return notAPage(name, NOTHING);
  return new PressError('nothing-imported', `«${name}» lists ${links} releases and holds the text of none.`, {
    hint: 'Save the pages that it links to, and import those.',
  });
}

function withNotes(release: SourceRelease, notes: readonly string[]): SourceRelease {
  return notes.length === 0 ? release : { ...release, notes: [...release.notes, ...notes] };
}

const NOTHING = 'holds no release that press recognises';

function notAPage(name: string, what: string): PressError {
  return new PressError('nothing-imported', `«${name}» ${what}.`, {
    hint: 'A page has a headline (h1), near it a list such as «Date:», «Place:» or a line «Press release», then the text. Where pages look otherwise, a profile says what stands where: --profile FILE.',
  });
}
