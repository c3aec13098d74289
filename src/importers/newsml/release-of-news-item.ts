/** From a `newsItem` of NewsML-G2, ours or somebody else's, to what it says about a release. */
import type { SourceRelease, Stated, StatedKey, UnreadPart } from '../../model/importer.ts';
import { identityOf } from '../../model/identity.ts';
import { typeOfWords } from '../../model/page-headings.ts';
import { canonicalLanguage } from '../../text/language-tag.ts';
import { besideDateline } from '../item/beside-dateline.ts';
import { itemDates, type ItemDates } from '../item/item-dates.ts';
import { correctionIn } from '../item/own-corrections.ts';
import { shortTitle } from '../item/short-title.ts';
import { takenBack } from '../item/taken-back.ts';
import { oneLine } from '../page/one-line.ts';
import { embargoRemarks, speaksOfEmbargo } from '../page/remarks.ts';
import {
  attributeAt,
  childAt,
  childrenAt,
  localName,
  textAt,
  textIn,
  textsAt,
  type XmlElement,
} from '../xml/xml-element.ts';
import { contentOf } from './item-content.ts';
import { leftOver } from './item-remains.ts';
import { contactsOf, linksOf } from './item-links.ts';
import { labelsOf, nameOf } from './item-terms.ts';

interface Named {
  /** The source's name, for a refusal. */
  readonly name: string;
  readonly part: string | undefined;
  readonly mended: readonly string[];
}

/** Reads one item; what is no text, or takes one back, says so. */
export function releaseOfNewsItem(item: XmlElement, { name, part, mended }: Named): SourceRelease | UnreadPart {
  const meta = childAt(item, 'nar:itemMeta');
  const about = childAt(item, 'nar:contentMeta');
  const why = whyNotIn(item, meta, about);
  if (why !== undefined) return { part, message: why };
  const isOurs = isWrittenByPress(item, about);
  const title = shortTitle(headlineOf(meta, about) ?? '');
  if (title.value === '') return { part, message: 'It has no headline, and no release is without one.' };
  const links = linksOf(item, { isOurs });
  const content = contentOf(childAt(item, 'nar:contentSet'), {
    name: part === undefined ? name : `${name}, ${part}`,
    url: links.page,
  });
  const dates = datesOf(item, meta, about);
  const beside = besideDateline({ date: dates.date, places: placesOf(about), passages: content.text.passages });
  const notes = textsAt(meta, 'nar:edNote');
  const corrections = isOurs ? notes.flatMap((note) => correctionIn(note) ?? []) : [];
  const summary = oneLine(summaryOf(about) ?? content.summary ?? '').slice(0, LONGEST_SUMMARY);
  const embargo = childAt(meta, 'nar:embargoed');
  const words = [title.value, summary, content.text.markdown, ...notes].join('\n');
  const isOpen = embargo === undefined;
  return {
    ...(part !== undefined && { part }),
    title: { value: title.value, origin: '«headline»' },
    ...beside,
    labels: labelsOf(about, { lang: languageTag(item, about) }),
    lang: languageOf(item, about),
    type: typeOf(about),
    summary: summary === '' ? undefined : { value: summary, origin: '«description»' },
    contacts: [],
    body: content.text.markdown,
    url: links.page ?? addressOfGuid(item),
    ...sourceId(item),
    notCarried: [
      ...dates.notCarried,
      ...links.notCarried,
      ...content.text.notCarried,
      ...leftOver(meta, about, isOurs),
      ...notes.filter((note) => !isOurs || correctionIn(note) === undefined).map(editorsNote),
    ],
    guesses: [],
    contradictions: [...dates.contradictions, ...beside.contradictions],
    changed: [...mended, ...title.changed, ...content.text.changed],
    notes: [...dates.notes, ...links.notes, ...withheldNote(meta, embargo), ...(isOpen ? embargoRemarks(words) : [])],
    speaksOfEmbargo: isOpen && speaksOfEmbargo(words),
    frontMatter: keysOf({ item, meta, about, links, dates, corrections, isOurs }),
    hasMomentsOnly: true,
  };
}

const LONGEST_SUMMARY = 5000;

interface Parts {
  readonly item: XmlElement;
  readonly meta: XmlElement | undefined;
  readonly about: XmlElement | undefined;
  readonly links: ReturnType<typeof linksOf>;
  readonly dates: ItemDates;
  readonly corrections: readonly object[];
  readonly isOurs: boolean;
}

function keysOf({ meta, about, links, dates, corrections, isOurs }: Parts): ReadonlyMap<string, StatedKey> {
  const contacts = contactsOf(about);
  return new Map([
    ...key('id', isOurs ? textAt(about, 'nar:slugline') : undefined, 'slugline'),
    ...key('updated', dates.updated?.value, 'versionCreated'),
    ...key('attachments', links.attachments.length === 0 ? undefined : links.attachments, 'link'),
    ...key('contacts', contacts.length === 0 ? undefined : contacts, 'contactInfo'),
    ...key('corrections', corrections.length === 0 ? undefined : corrections, 'edNote'),
    ...key('embargo', textAt(meta, 'nar:embargoed'), 'embargoed'),
    ...key('status', statusOf(meta), 'pubStatus'),
  ]);
}

function key(name: string, value: unknown, from: string): [string, StatedKey][] {
  return value === undefined ? [] : [[name, { value, origin: `«${from}»` }]];
}

/** Why an item is no release, as a sentence; undefined for one that may be. */
function whyNotIn(item: XmlElement, meta: XmlElement | undefined, about: XmlElement | undefined): string | undefined {
  const kind = localName(item);
  if (kind !== 'newsItem') return `It is a «${kind.slice(0, 60)}» of NewsML-G2, which has no text of its own.`;
  const itemClass = codeOf(childAt(meta, 'nar:itemClass'));
  if (itemClass !== undefined && itemClass !== 'text' && itemClass !== 'composite')
    return `It is of the class «${itemClass.slice(0, 60)}», and no text.`;
  if (codeOf(childAt(meta, 'nar:pubStatus')) !== 'canceled' || headlineOf(undefined, about) !== undefined)
    return undefined;
  return takenBack(attributeAt(item, 'guid'), {
    date: textAt(meta, 'nar:versionCreated'),
    reason: textAt(meta, 'nar:edNote'),
  });
}

/** The last part of a code, `ninat:text`, or of the address that stands for it. */
function codeOf(element: XmlElement | undefined): string | undefined {
  const code = attributeAt(element, 'qcode') ?? attributeAt(element, 'uri');
  return code === undefined ? undefined : code.slice(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1);
}

/** press makes the identity of the id, and writes the id as the slugline as well; the sluglines of others are words of a subject. */
function isWrittenByPress(item: XmlElement, about: XmlElement | undefined): boolean {
  const slugline = textAt(about, 'nar:slugline');
  const guid = attributeAt(item, 'guid') ?? '';
  if (slugline === undefined) return false;
  return (guid.startsWith('tag:') && guid.endsWith(`:${slugline}`)) || guid === identityOf(slugline, nameless);
}

/** A publisher that has not said which name is its own. */
const nameless = { name: '' };

function headlineOf(meta: XmlElement | undefined, about: XmlElement | undefined): string | undefined {
  const all = childrenAt(about, 'nar:headline');
  const main = all.find((each) => /(?:^|[:/])main$/.test(attributeAt(each, 'role') ?? 'main')) ?? all[0];
  const text = textIn(main) ?? textAt(meta, 'nar:title');
  return text === undefined ? undefined : oneLine(text);
}

function summaryOf(about: XmlElement | undefined): string | undefined {
  const all = childrenAt(about, 'nar:description');
  return textIn(all.find((each) => /(?:^|[:/])summary$/.test(attributeAt(each, 'role') ?? '')) ?? all[0]);
}

/** An item of a first version was made when that version was; of a later one, that is the day of a change. */
function datesOf(item: XmlElement, meta: XmlElement | undefined, about: XmlElement | undefined): ItemDates {
  const created = [childAt(about, 'nar:contentCreated'), childAt(meta, 'nar:firstCreated')].find(
    (each) => textIn(each) !== undefined,
  );
  const version = childAt(meta, 'nar:versionCreated');
  const isFirst = (attributeAt(item, 'version') ?? '1') === '1';
  return itemDates({ issued: dateIn(created ?? (isFirst ? version : undefined)), changed: dateIn(version) });
}

function dateIn(element: XmlElement | undefined): Stated[] {
  const value = textIn(element);
  return element === undefined || value === undefined ? [] : [{ value, origin: `«${element.name}»` }];
}

function placesOf(about: XmlElement | undefined): Stated[] {
  return childrenAt(about, 'nar:located').flatMap((located) => {
    const name = nameOf(located, undefined);
    return name === undefined ? [] : [{ value: oneLine(name), origin: '«located»' }];
  });
}

function languageTag(item: XmlElement, about: XmlElement | undefined): string | undefined {
  return attributeAt(childAt(about, 'nar:language'), 'tag') ?? item.lang;
}

/** `xml:lang` is the language of what is said about a text, which is likely to be that of the text. */
function languageOf(item: XmlElement, about: XmlElement | undefined): Stated | undefined {
  const tag = languageTag(item, about);
  if (tag === undefined) return undefined;
  const value = canonicalLanguage(tag) ?? tag;
  const isStated = attributeAt(childAt(about, 'nar:language'), 'tag') !== undefined;
  return isStated ? { value, origin: '«language»' } : { value, origin: '«xml:lang»', confidence: 'likely' };
}

function typeOf(about: XmlElement | undefined): Stated | undefined {
  const name = nameOf(childAt(about, 'nar:genre'), 'en');
  if (name === undefined) return undefined;
  return { value: typeOfWords(name)?.name ?? oneLine(name).toLowerCase().replaceAll(' ', '-'), origin: '«genre»' };
}

function addressOfGuid(item: XmlElement): string | undefined {
  const guid = attributeAt(item, 'guid');
  return guid !== undefined && /^[^\s\p{Cc}]{1,2048}$/u.test(guid) ? guid : undefined;
}

function sourceId(item: XmlElement): Pick<SourceRelease, 'sourceId'> {
  const guid = attributeAt(item, 'guid');
  return guid === undefined ? {} : { sourceId: { value: guid, origin: '«guid»' } };
}

/** «withheld» is for what nobody may use yet, and so is an embargo whose end nobody names, and a word that the standard does not know. */
function statusOf(meta: XmlElement | undefined): string | undefined {
  const stated = childrenAt(meta, 'nar:pubStatus').map(codeOf);
  if (stated.includes('canceled')) return 'withdrawn';
  const isEndless = childAt(meta, 'nar:embargoed') !== undefined && textAt(meta, 'nar:embargoed') === undefined;
  return stated.every((status) => status === 'usable') && !isEndless ? undefined : 'hold';
}

function withheldNote(meta: XmlElement | undefined, embargo: XmlElement | undefined): string[] {
  if (statusOf(meta) !== 'hold') return [];
  const why =
    embargo !== undefined && textIn(embargo) === undefined
      ? 'It is under an embargo, and the source does not say until when.'
      : 'The source withholds it, and does not say whether it is a draft or waits for its day.';
  return [`${why} «status: published» lets it go.`];
}

function editorsNote(note: string): string {
  const line = oneLine(note);
  return `note for editors «${line.length > 100 ? `${line.slice(0, 100)}…` : line}»`;
}
