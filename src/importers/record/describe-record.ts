/** From a table's row or a JSON object to what it says about a release, with the origin of every value. */
import type { SourceRelease, Stated, StatedKey } from '../../model/importer.ts';
import { languageNamed } from '../../model/language-names.ts';
import { typeOfWords } from '../../model/page-headings.ts';
import { oneLine } from '../page/one-line.ts';
import { droppedRemarks, speaksOfEmbargo } from '../page/remarks.ts';
import { readDate } from '../page/stated-date.ts';
import { harmlessMarkdown } from '../markdown/body/harmless-markdown.ts';
import { fileNameIn, ownStatus, pageAddressIn } from './record-values.ts';
import { isEmpty, textIn, textsIn, withoutStrays } from './value-texts.ts';

export interface SourceRecord {
  /** By front-matter key, or by the source's own name for what is none. */
  readonly values: ReadonlyMap<string, StatedKey>;
  /** Which of several in the source, in words. */
  readonly part: string | undefined;
}

/** Keys that become something else than front matter, or that press works out anew. */
const spent: ReadonlySet<string> = new Set(
  'title date updated place lang type summary url body path public draft published status'.split(' '),
);

/** The release of a record. What is empty is absent. */
export function describeRecord({ values: all, part }: SourceRecord): SourceRelease {
  const values = new Map([...all].filter(([, { value }]) => !isEmpty(value)));
  const body = withoutStrays(values.get('body'));
  const summary = withoutStrays(values.get('summary'));
  const title = lineOf(values.get('title'));
  const date = dateOf(values.get('date'));
  const updated = dateOf(values.get('updated'));
  const url = pageAddressIn(values.get('url'));
  const contacts = wordsOnly(values.get('contacts'));
  const fileName = fileNameIn(values.get('path'));
  const { body: markdown, ...cleaned } = harmlessMarkdown(body?.stated.value.trimEnd() ?? '', part ?? 'record');
  const text = [title?.value, summary?.stated.value, body?.stated.value].join('\n');
  return {
    ...(part !== undefined && { part }),
    title,
    date: date.date,
    dayAndMonth: date.dayAndMonth,
    places: textsIn(values.get('place')),
    labels: [],
    lang: languageOf(values.get('lang')),
    type: typeOf(values.get('type')),
    summary: summary?.stated,
    contacts: contacts ?? [],
    body: markdown,
    changed: cleaned.changed,
    url: url.address,
    ...identity(values),
    notCarried: [...date.unread, ...updated.unread, ...url.unread, ...cleaned.notCarried],
    guesses: [],
    contradictions: [],
    notes: droppedRemarks({ droppedControls: (body?.dropped ?? 0) + (summary?.dropped ?? 0), droppedLinks: 0 }),
    speaksOfEmbargo: speaksOfEmbargo(text),
    frontMatter: new Map([
      ...others(values, contacts !== undefined),
      ...entry('status', ownStatus(values)),
      ...entry('updated', updated.date),
    ]),
    ...(fileName !== undefined && { fileName }),
  };
}

/** The source's own name for it, whether or not an id may look so. */
function identity(values: ReadonlyMap<string, StatedKey>): Pick<SourceRelease, 'sourceId'> {
  const id = textIn(values.get('id'));
  return id === undefined ? {} : { sourceId: id };
}

function entry(key: string, stated: StatedKey | undefined): [string, StatedKey][] {
  return stated === undefined ? [] : [[key, stated]];
}

function others(values: ReadonlyMap<string, StatedKey>, hasWordsForContacts: boolean): [string, StatedKey][] {
  return [...values].filter(([key]) => !spent.has(key) && !(hasWordsForContacts && key === 'contacts'));
}

/** A title exactly as it is, unless it could stand on no single line. */
function lineOf(stated: StatedKey | undefined): Stated | undefined {
  const text = textIn(stated);
  if (text === undefined) return undefined;
  const unfit = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/u;
  return unfit.test(text.value) ? { value: oneLine(text.value), origin: text.origin } : text;
}

interface ReadDay {
  readonly date: Stated | undefined;
  readonly dayAndMonth: SourceRelease['dayAndMonth'];
  readonly unread: readonly string[];
}

function dateOf(stated: StatedKey | undefined): ReadDay {
  const none = { date: undefined, dayAndMonth: undefined, unread: [] };
  const text = textIn(stated);
  if (stated === undefined) return none;
  const read = text === undefined ? undefined : readDate(text.value);
  const { origin } = stated;
  if (read !== undefined && 'date' in read) return { ...none, date: { value: read.date, origin } };
  if (read !== undefined) return { ...none, dayAndMonth: { value: read.dayAndMonth, origin } };
  const shown = (text?.value ?? JSON.stringify(stated.value)).slice(0, 60);
  return { ...none, unread: [`«${shown}» (${origin}), which is not certainly one day`] };
}

/** «Russian» is `ru`; a tag stays as it is. */
function languageOf(stated: StatedKey | undefined): Stated | undefined {
  const text = textIn(stated);
  return text === undefined
    ? undefined
    : { value: languageNamed(text.value) ?? text.value.trim(), origin: text.origin };
}

function typeOf(stated: StatedKey | undefined): Stated | undefined {
  const text = textIn(stated);
  if (text === undefined) return undefined;
  return { value: typeOfWords(text.value)?.name ?? text.value.trim(), origin: text.origin };
}

/** Contacts that are words: a table's cell, a list of addresses. Undefined for objects, which go over as they are. */
function wordsOnly(stated: StatedKey | undefined): readonly Stated[] | undefined {
  if (stated === undefined) return [];
  const isWords = typeof stated.value === 'string' || isListOfText(stated.value);
  return isWords ? textsIn(stated) : undefined;
}

function isListOfText(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
