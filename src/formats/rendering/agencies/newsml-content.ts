/** What a release says and what it is about, as `contentMeta` and `contentSet` of NewsML-G2. */
import type { ContentMode } from '../../../model/edition.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import type { LinkBase } from '../../../model/links.ts';
import type { Contact } from '../../../model/release.ts';
import type { Settings } from '../../../model/settings.ts';
import { canonicalLanguage } from '../../../text/language-tag.ts';
import { element, type XmlAttributes, type XmlElement } from '../../../text/xml.ts';
import { contentShown, summaryOf } from './agency-release.ts';
import type { AgencyTerm, AgencyTerms } from './agency-terms.ts';
import { genreName } from './genre-name.ts';
import { w3cDate } from '../sitemaps/w3c-date.ts';
import type { ParsedText } from '../markdown/markdown.ts';
import { plainLine, plainName } from '../plain-text.ts';
import { characterCountOf, wordCountOf } from './text-counts.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';

interface MetaParts {
  readonly terms: AgencyTerms;
  readonly settings: Settings;
  readonly text: ParsedText;
  readonly content: ContentMode;
}

/** The facts about a text. The first four kinds of elements stand before the others. */
export function contentMeta(release: ClearedRelease, { terms, settings, text, content }: MetaParts): XmlElement {
  const summary = summaryOf(release, text, contentShown(release, content));
  const language = canonicalLanguage(release.lang);
  return element(
    'contentMeta',
    {},
    release.date === undefined ? undefined : element('contentCreated', {}, w3cDate(release.date)),
    ...release.places.map(plainLine).filter(Boolean).map(located),
    ...terms.authors.map((author, at) => creator(author, release, at === 0)),
    language === undefined ? undefined : element('language', { tag: language }),
    ...genre(release, settings),
    ...terms.subjects.map((term) => subject('cpnat:abstract', term, release)),
    ...terms.mediaTopics.map((code) => element('subject', { type: 'cpnat:abstract', qcode: `medtop:${code}` })),
    ...terms.places.map((term) => subject('cpnat:geoArea', term, release)),
    element('slugline', {}, release.id),
    element('headline', {}, headlineOf(release)),
    summary === undefined ? undefined : element('description', { role: 'drol:summary' }, summary),
  );
}

function headlineOf({ title, id }: ClearedRelease): string {
  return plainName(title) || id;
}

function located(place: string): XmlElement {
  return element('located', {}, element('name', {}, place));
}

/** The contacts stand with the first source, because a release does not say whose they are. */
function creator(term: AgencyTerm, release: ClearedRelease, isFirst: boolean): XmlElement {
  const infos = (isFirst ? release.contacts : []).map(contactInfo).filter(({ children }) => children.length > 0);
  const details = infos.length === 0 ? undefined : { name: 'organisationDetails', attributes: {}, children: infos };
  return element('creator', identifiedBy(term), nameOf(term, release), details);
}

/** A code of a vocabulary is the surest, then an address; where there is neither, the house's own word. */
function identifiedBy({ id, uri, country }: AgencyTerm): XmlAttributes {
  if (country !== undefined) return { qcode: `iso3166-1a2:${country}` };
  return uri === undefined ? { literal: id } : { uri };
}

/** A name that is in another language than the release says so. */
function nameOf({ name, language }: Pick<AgencyTerm, 'name' | 'language'>, { lang }: ClearedRelease): XmlElement {
  const tag = canonicalLanguage(language ?? '');
  return element('name', { 'xml:lang': tag === canonicalLanguage(lang) ? undefined : tag }, name);
}

function contactInfo({ name, role, email, phone }: Contact): XmlElement {
  const who = [name, role].map((text) => plainLine(text ?? '')).filter(Boolean);
  const ways = [
    ['note', who.join(', ')],
    ['email', plainLine(email ?? '')],
    ['phone', plainLine(phone ?? '')],
  ] as const;
  const children = ways.filter(([, text]) => text !== '').map(([way, text]) => element(way, {}, text));
  return { name: 'contactInfo', attributes: {}, children };
}

function genre(release: ClearedRelease, { genreCode }: Settings): readonly XmlElement[] {
  const name = genreName(release.type);
  const qcode = genreCode.get(release.type);
  // Types have English names.
  return name === '' ? [] : [element('genre', { qcode }, nameOf({ name, language: 'en' }, release))];
}

function subject(type: 'cpnat:abstract' | 'cpnat:geoArea', term: AgencyTerm, release: ClearedRelease): XmlElement {
  return element('subject', { type, ...identifiedBy(term) }, nameOf(term, release));
}

interface SetParts {
  readonly text: ParsedText;
  readonly base: LinkBase;
  readonly content: ContentMode;
}

/** The text as a document of its own; undefined where none is shown or there is none. */
export function contentSet(release: ClearedRelease, { text, base, content }: SetParts): XmlElement | undefined {
  if (contentShown(release, content) !== 'full') return undefined;
  const children = text.elements(base);
  if (children.length === 0) return undefined;
  const plain = text.plainText();
  const attributes = {
    contenttype: 'application/xhtml+xml',
    wordcount: wordCountOf(plain),
    charcount: characterCountOf(plain),
  };
  const language = canonicalLanguage(release.lang);
  const page = element(
    'html',
    { xmlns: XHTML, 'xml:lang': language, lang: language },
    element('head', {}, element('title', {}, headlineOf(release))),
    { name: 'body', attributes: {}, children },
  );
  return element('contentSet', {}, element('inlineXML', attributes, page));
}
