/** From a ninjs item, ours or somebody else's, to what it says about a release. */
import type { SourceRelease, Stated, StatedKey } from '../../model/importer.ts';
import { typeOfWords } from '../../model/page-headings.ts';
import { parseInstant } from '../../text/dates.ts';
import { besideDateline } from '../item/beside-dateline.ts';
import { correctionIn } from '../item/own-corrections.ts';
import { oneLine } from '../page/one-line.ts';
import { embargoRemarks, speaksOfEmbargo } from '../page/remarks.ts';
import { bodyOf } from './item-body.ts';
import { attachmentsOf, contactsOf, pageOf } from './item-links.ts';
import { labelsOf } from './item-terms.ts';
import { hasAt, objectsAt, roleAt, textAt, type NinjsObject } from './item-values.ts';

interface Named {
  /** The source's name, for a refusal. */
  readonly name: string;
  readonly part: string | undefined;
}

/** Reads one item. */
export function releaseOfItem(item: NinjsObject, { name, part }: Named): SourceRelease {
  const body = bodyOf(item, name);
  const contacts = contactsOf(item);
  const moments = momentsOf(item);
  const { note, corrections } = editorsNotes(item);
  const { contradictions, ...beside } = besideDateline({
    date: moments.date,
    places: placesOf(item),
    passages: body.passages,
  });
  const title = headlineOf(item);
  const summary = textAt(roleAt(item, 'descriptions', 'summary'), 'value');
  const uri = textAt(item, 'uri');
  const url = pageOf(item) ?? uri;
  const isOpen = !hasAt(item, 'embargoedUntil');
  const words = [title?.value, summary, body.markdown, note].join('\n');
  return {
    ...(part !== undefined && { part }),
    title,
    ...beside,
    labels: labelsOf(item),
    lang: stated(textAt(item, 'language'), 'language'),
    type: typeOf(item),
    summary: stated(summary, 'descriptions'),
    contacts: [],
    body: body.markdown,
    url: url !== undefined && /^[^\s\p{Cc}]{1,2048}$/u.test(url) ? url : undefined,
    ...(uri !== undefined && { sourceId: { value: uri, origin: '«uri»' } }),
    notCarried: [...moments.unread, ...contacts.notCarried, ...body.notCarried, ...leftOver(item, note)],
    guesses: [],
    contradictions,
    changed: body.changed,
    notes: [...translationNotes(item), ...withheldNote(item), ...(isOpen ? embargoRemarks(words) : [])],
    speaksOfEmbargo: isOpen && speaksOfEmbargo(words),
    frontMatter: new Map(
      Object.entries({
        ...key('id', altId(item), 'altIds'),
        ...key('updated', moments.updated, 'versionCreated'),
        ...key('attachments', unlessEmpty(attachmentsOf(item)), 'renditions'),
        ...key('corrections', unlessEmpty(corrections), 'edNote'),
        ...key('contacts', unlessEmpty(contacts.contacts), 'contactInfo'),
        ...key(
          'embargo',
          Object.hasOwn(item, 'embargoedUntil') ? Reflect.get(item, 'embargoedUntil') : undefined,
          'embargoedUntil',
        ),
        ...key('status', statusOf(item), 'pubStatus'),
      }),
    ),
    hasMomentsOnly: true,
  };
}

function stated(value: string | undefined, name: string): Stated | undefined {
  return value === undefined ? undefined : { value, origin: `«${name}»` };
}

function key(name: string, value: unknown, from: string): Record<string, StatedKey> {
  return value === undefined || value === null ? {} : { [name]: { value, origin: `«${from}»` } };
}

function unlessEmpty<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

interface EditorsNotes {
  /** What is for editors alone. */
  readonly note: string | undefined;
  readonly corrections: readonly object[];
}

/** press writes what was put right into the note, a line each. */
function editorsNotes(item: NinjsObject): EditorsNotes {
  const note = textAt(item, 'edNote');
  if (note === undefined || !isOurs(item)) return { note, corrections: [] };
  const read = note.split('\n').map((line) => ({ line, correction: correctionIn(line) }));
  const others = read.filter(({ correction }) => correction === undefined).map(({ line }) => line);
  return {
    note: others.length === 0 ? undefined : others.join('\n'),
    corrections: read.flatMap(({ correction }) => correction ?? []),
  };
}

function headlineOf(item: NinjsObject): Stated | undefined {
  const headline = textAt(roleAt(item, 'headlines', 'main'), 'value');
  const text = headline ?? textAt(item, 'title');
  return text === undefined ? undefined : stated(oneLine(text), headline === undefined ? 'title' : 'headlines');
}

interface Moments {
  readonly date: Stated | undefined;
  /** When it was last changed; undefined for an item that never was. */
  readonly updated: string | undefined;
  readonly unread: readonly string[];
}

/** An item of a first version was made when that version was; of a later one, nobody says. */
function momentsOf(item: NinjsObject): Moments {
  const created = ['contentCreated', 'firstCreated'].find((name) => textAt(item, name) !== undefined);
  const isFirst = textAt(item, 'version') === '1';
  const name = created ?? (isFirst ? 'versionCreated' : undefined);
  const date = name === undefined ? undefined : textAt(item, name);
  const version = textAt(item, 'versionCreated');
  const odd = [date, version].filter((text) => text !== undefined && parseInstant(text) === undefined);
  const readable = (text: string | undefined): string | undefined => (odd.includes(text) ? undefined : text);
  return {
    date: name === undefined ? undefined : stated(readable(date), name),
    updated: created !== undefined && version !== date ? readable(version) : undefined,
    unread: odd.map((text) => `«${text ?? ''}», which is no moment with its distance from UTC`),
  };
}

/** press joins several cities; others may have a comma in one. */
function placesOf(item: NinjsObject): Stated[] {
  const located = textAt(item, 'located');
  const cities = located === undefined ? [] : isOurs(item) ? located.split(', ') : [located];
  return cities.flatMap((city) => stated(oneLine(city), 'located') ?? []);
}

function isOurs(item: NinjsObject): boolean {
  return altId(item) !== undefined && altId(item) === textAt(item, 'slugline');
}

function altId(item: NinjsObject): string | undefined {
  const own = objectsAt(item, 'altIds').find((each) => textAt(each, 'role') === 'id');
  return textAt(own, 'value');
}

function typeOf(item: NinjsObject): Stated | undefined {
  const [genre] = objectsAt(item, 'genres');
  const name = textAt(genre, 'name');
  if (name === undefined) return undefined;
  const words = typeOfWords(name)?.name ?? name.trim().toLowerCase().replaceAll(' ', '-');
  return stated(words, 'genres');
}

/**
 * «withheld» is for what nobody may use yet: a draft, or a release that was stopped, or one that waits. It comes in as stopped, and so
 * does what has a word that ninjs does not know. «usable» is no decision of this house: it is published when everything is known.
 */
function statusOf(item: NinjsObject): string | undefined {
  const stated = ['pubStatus', 'pubstatus'].filter((key) => hasAt(item, key)).map((key) => textAt(item, key));
  const odd = stated.find((status) => status !== 'usable');
  if (stated.includes('canceled')) return 'withdrawn';
  // «embargoed» is what ninjs 1 calls «embargoedUntil».
  return (stated.length > 0 && (odd !== undefined || stated.includes(undefined))) || hasAt(item, 'embargoed')
    ? 'hold'
    : undefined;
}

function withheldNote(item: NinjsObject): string[] {
  return statusOf(item) === 'hold'
    ? [
        'The source withholds it, and does not say whether it is a draft or waits for its day. «status: published» lets it go.',
      ]
    : [];
}

function translationNotes(item: NinjsObject): string[] {
  const others = objectsAt(item, 'associations').filter((other) => textAt(other, 'rel') === 'translation');
  const names = others.map((other) => textAt(other, 'name') ?? '').join(', ');
  return others.length === 0
    ? []
    : [`There is a translation (${names}). Which of the texts is the original, ninjs does not say.`];
}

/** Keys that are read, that say how the item was made, or that follow from others. */
const understood: ReadonlySet<string> = new Set(
  (
    'uri type version standard profile representationType firstCreated versionCreated contentCreated embargoedUntil pubStatus ' +
    'language title headlines descriptions bodies located infoSources subjects places genres renditions altIds slugline edNote ' +
    'copyrightHolder by'
  ).split(' '),
);

function leftOver(item: NinjsObject, note: string | undefined): string[] {
  const others = Object.keys(item).filter((name) => !understood.has(name) && hasAt(item, name));
  const foreign = others.filter((name) => name !== 'associations' || translationNotes(item).length === 0);
  const byline = isOurs(item) ? undefined : textAt(item, 'by');
  return [
    ...foreign.map((name) => `«${name}»`),
    ...(byline === undefined ? [] : [`«by: ${byline}»`]),
    ...(note === undefined ? [] : [`note for editors «${shortened(note)}»`]),
  ];
}

function shortened(text: string): string {
  const line = oneLine(text);
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}
