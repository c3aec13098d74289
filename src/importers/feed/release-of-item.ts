/** From an item of a feed, ours or somebody else's, to what it says about a release. */
import type { SourceRelease, Stated, StatedKey } from '../../model/importer.ts';
import { languageNamed } from '../../model/language-names.ts';
import { canonicalLanguage } from '../../text/language-tag.ts';
import { attachmentsOf } from '../item/attachments.ts';
import { besideDateline } from '../item/beside-dateline.ts';
import { itemDates } from '../item/item-dates.ts';
import { withoutCorrections } from '../item/own-corrections.ts';
import { shortTitle } from '../item/short-title.ts';
import { webAddress } from '../item/web-address.ts';
import { embargoRemarks, speaksOfEmbargo } from '../page/remarks.ts';
import { type FeedFacts, type FeedItem, type LeftItem } from './feed-item.ts';
import { labelsOfItem } from './item-labels.ts';
import { textsOfItem, titleWords } from './item-texts.ts';

interface Surroundings {
  readonly facts: FeedFacts;
  /** The source's name, for a refusal. */
  readonly name: string;
}

/** Reads one item; one without a headline is no release, and says why. */
export function releaseOfFeedItem(item: FeedItem, { facts, name }: Surroundings): SourceRelease | LeftItem {
  const base = addressIn(item.base, facts.base) ?? addressIn(facts.base, undefined);
  const url = addressIn(item.link, base);
  const from = { name: `${name}, ${item.part}`, url: addressIn(item.base, base) ?? url ?? base };
  const told = textsOfItem(facts.isOurs ? asOurs(item) : item, from);
  const title = titleOf(item, facts, from);
  if (title.value === '') return { part: item.part, message: noTitle(told.text.markdown) };
  const { text, corrections } = facts.isOurs ? withoutCorrections(told.text) : { text: told.text, corrections: [] };
  const dates = itemDates(item);
  const { contradictions, ...beside } = besideDateline({
    date: dates.date,
    places: item.places,
    passages: text.passages,
  });
  const labels = labelsOfItem(item, facts);
  const files = attachmentsOf(item.files, base ?? url);
  const words = [title.value, told.summary, text.markdown].join('\n');
  return {
    part: item.part,
    title: { value: title.value, origin: item.title?.origin ?? 'title' },
    ...beside,
    labels: labels.labels,
    lang: languageOf(item.lang ?? facts.lang),
    type: labels.type,
    summary:
      told.summary === undefined ? undefined : { value: told.summary, origin: item.summary?.origin ?? 'summary' },
    contacts: [],
    body: text.markdown,
    url,
    otherUrls: item.otherLinks.flatMap((link) => addressIn(link, base) ?? []).filter((other) => other !== url),
    ...(item.id !== undefined && { sourceId: item.id }),
    notCarried: [
      ...dates.notCarried,
      ...labels.notCarried,
      ...files.notCarried,
      ...text.notCarried,
      ...item.notCarried,
    ],
    guesses: [],
    contradictions: [...dates.contradictions, ...contradictions],
    changed: [...item.mended, ...title.changed, ...text.changed],
    notes: [...told.notes, ...dates.notes, ...item.notes, ...embargoRemarks(words), ...technicalNote(item.technical)],
    speaksOfEmbargo: speaksOfEmbargo(words),
    frontMatter: new Map([
      ...ownId(item, facts),
      ...key('updated', dates.updated),
      ...key(
        'attachments',
        files.attachments.length === 0 ? undefined : { value: files.attachments, origin: '«enclosure»' },
      ),
      ...key(
        'corrections',
        corrections.length === 0 ? undefined : { value: corrections, origin: 'corrections before the text' },
      ),
      ...(told.isPart ? key('status', { value: 'draft', origin: 'the text is no whole one' }) : []),
      ...item.keys,
    ]),
    hasMomentsOnly: true,
  };
}

function key(name: string, stated: StatedKey | undefined): [string, StatedKey][] {
  return stated === undefined ? [] : [[name, stated]];
}

function addressIn(written: string | undefined, base: string | undefined): string | undefined {
  return written === undefined ? undefined : webAddress(written, base);
}

/** What press writes of a summary is plain text, whatever it looks like. */
function asOurs(item: FeedItem): FeedItem {
  return item.summary === undefined ? item : { ...item, summary: { ...item.summary, form: 'text' } };
}

function titleOf(
  { title }: FeedItem,
  { isOurs }: FeedFacts,
  from: { readonly name: string },
): ReturnType<typeof titleWords> {
  if (title === undefined) return { value: '', changed: [] };
  const words = titleWords(isOurs ? { ...title, form: 'text' } : title, from);
  const short = shortTitle(words.value);
  return { value: short.value, changed: [...words.changed, ...short.changed] };
}

function noTitle(text: string): string {
  const begin = text.replace(/\s+/g, ' ').trim().slice(0, 80);
  return `It has no headline, and no release is without one${begin === '' ? '' : `: «${begin}…»`}.`;
}

/** «en_US» and «English» are meant as tags; what is none stays, for the report to name. */
function languageOf(stated: Stated | undefined): Stated | undefined {
  if (stated === undefined) return undefined;
  const written = stated.value.trim().replaceAll('_', '-');
  return { ...stated, value: languageNamed(written) ?? canonicalLanguage(written) ?? written };
}

/** `tag:press.example.org,2009-01-01:2009-11-16-course` ends in the id of the release. */
function ownId({ id }: FeedItem, { isOurs }: FeedFacts): [string, StatedKey][] {
  const own = isOurs
    ? /^tag:[^:]{1,300},[\d-]{4,10}:([a-z0-9][a-z0-9._-]{0,127})$/.exec(id?.value ?? '')?.[1]
    : undefined;
  return own === undefined ? [] : [['id', { value: own, origin: id?.origin ?? '' }]];
}

function technicalNote(technical: readonly string[]): string[] {
  return technical.length === 0 ? [] : [`Parts for programs were left out: ${technical.join(', ').slice(0, 300)}.`];
}
