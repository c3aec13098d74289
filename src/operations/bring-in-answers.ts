/** From one release of a source to the answers that a draft is made of, with a report of what each came from. */
import type { SourceRelease, Stated } from '../model/importer.ts';
import { defaultType } from '../model/make-release.ts';
import type { Contact, Status } from '../model/release.ts';
import type { Settings } from '../model/settings.ts';
import { dayInZone } from '../text/day-in-zone.ts';
import { isReservedName } from '../text/slug-form.ts';
import { slugify } from '../text/slug.ts';
import { settleDate } from './bring-in-date.ts';
import { conflictsWith, type ReadValue, type ReleaseReport, type UnknownWords } from './bring-in-report.ts';
import { impliedTerms, missingFacets, reconcile, unknownValue, type Reconciled } from './bring-in-terms.ts';
import { placesFor } from './bring-in-places.ts';
import type { BringInContext, BringInWish, ReadSource } from './bring-in-wish.ts';
import type { DraftAnswers } from './draft.ts';

export interface Answered {
  readonly answers: DraftAnswers;
  readonly report: ReleaseReport;
}

interface Incoming {
  readonly source: ReadSource;
  readonly release: SourceRelease;
}

/** Everything that is known about an incoming release. Throws PressError when `--year` has no such day. */
export function gatherAnswers(incoming: Incoming, wish: BringInWish, { repository, now }: BringInContext): Answered {
  const { source, release } = incoming;
  const { taxonomy, settings } = repository;
  const { date, conflicts } = settleDate(release, wish);
  const readings: Readings = {
    release,
    title: release.title ?? { value: '', origin: 'source' },
    date,
    places: placesFor(release.places, taxonomy),
    facets: reconcile(release.labels, taxonomy),
    lang: languageFor(release, wish, settings),
    type: typeFor(release, repository.releaseTypes()),
    contacts: contactsFor(release),
  };
  const findings = {
    guessed: impliedTerms(readings.facets.terms, { taxonomy, lang: settings.language }),
    unknown: [...readings.facets.unknown, ...readings.type.unknown],
    missing: [...(date === undefined ? ['date'] : []), ...missingFacets(readings.facets.terms, taxonomy)],
    conflicts: [...conflicts, ...conflictsWith('place', readings.places[0], release.contradictions)],
  };
  const isComplete = findings.unknown.length + findings.missing.length === 0;
  const decided = {
    status: isComplete ? (wish.status ?? statusOfComplete(release)) : statusOfIncomplete(wish.status, date),
    origin: originOf(incoming, dayInZone(now, settings.timezone)),
    slug: slugFor(readings.title.value, source.name),
  };
  const outcome = date === undefined && !wish.undated ? 'no-date' : 'new';
  const report = { source: source.name, importer: source.importer, outcome, ...reportOf(readings, findings) } as const;
  return { answers: answersFrom(readings, decided), report };
}

type Findings = Pick<ReleaseReport, 'guessed' | 'unknown' | 'missing' | 'conflicts'>;

function reportOf(readings: Readings, findings: Findings): Omit<ReleaseReport, 'source' | 'importer' | 'outcome'> {
  const { release, date, facets, contacts } = readings;
  return {
    read: readValues(readings),
    ...findings,
    guessed: [...(date === undefined ? release.guesses : []), ...findings.guessed],
    notCarried: [...facets.notCarried, ...contacts.left, ...release.notCarried],
    notes: release.notes,
  };
}

/** What was made of each thing that the source states. */
interface Readings extends Pick<Incoming, 'release'> {
  readonly title: Stated;
  readonly date: Stated | undefined;
  readonly places: readonly Stated[];
  readonly facets: Reconciled;
  readonly lang: Stated;
  readonly type: ChosenType;
  readonly contacts: { readonly taken: readonly Contact[] | undefined; readonly left: readonly string[] };
}

function answersFrom(
  { release, title, date, places, facets, lang, type, contacts }: Readings,
  decided: Pick<DraftAnswers, 'status' | 'origin' | 'slug'>,
): DraftAnswers {
  return {
    ...decided,
    title: title.value,
    date: date?.value,
    places: places.map(({ value }) => value),
    terms: facets.terms,
    lang: lang.value,
    type: type.name,
    summary: release.summary?.value,
    contacts: contacts.taken,
    body: release.body,
  };
}

/** Everything that is required is known; but a text that speaks of an embargo waits for somebody to look. */
function statusOfComplete({ speaksOfEmbargo }: SourceRelease): Status {
  return speaksOfEmbargo ? 'draft' : 'published';
}

/** What is not complete does not go out; a status that keeps it in may stay. Only a draft may do without a date. */
function statusOfIncomplete(wished: Status | undefined, date: Stated | undefined): Status {
  const keepsIn = wished === 'hold' || wished === 'withdrawn';
  return keepsIn && date !== undefined ? wished : 'draft';
}

/** «en-GB» of a page is the newsroom's «en»: otherwise every address of the house would carry a language. */
function languageFor({ lang }: SourceRelease, wish: BringInWish, { language }: Settings): Stated {
  if (wish.lang !== undefined) return { value: wish.lang, origin: '--lang' };
  if (lang === undefined) return { value: language, origin: 'press.yaml' };
  const isOwn = lang.value.toLowerCase().split('-')[0] === language.toLowerCase();
  return isOwn
    ? { value: language, origin: lang.value === language ? lang.origin : `${lang.origin}: ${lang.value}` }
    : lang;
}

interface ChosenType {
  readonly name: string;
  readonly stated: Stated | undefined;
  readonly unknown: readonly UnknownWords[];
}

function typeFor({ type }: SourceRelease, known: readonly string[]): ChosenType {
  if (type === undefined || known.includes(type.value))
    return { name: type?.value ?? defaultType, stated: type, unknown: [] };
  const message = `«${type.value}» is no kind of release here: there is no schema of that name in schemas/types.`;
  return { name: defaultType, stated: undefined, unknown: [unknownValue('type', type, message)] };
}

const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}$/;

/** An e-mail address is a contact; who else is meant by a line of words, a person has to say. */
function contactsFor({ contacts }: SourceRelease): { readonly taken: Contact[] | undefined; readonly left: string[] } {
  const taken = contacts.filter(({ value }) => EMAIL.test(value)).map(({ value }) => ({ email: value }));
  const left = contacts.filter(({ value }) => !EMAIL.test(value)).map(({ value }) => `contact «${value}»`);
  return { taken: taken.length === 0 ? undefined : taken, left };
}

/** The title's name for the file. Where it gives none that can be used, the source's own name helps. */
function slugFor(title: string, source: string): string {
  const slug = slugify(title) || slugify(source.replace(/\.[A-Za-z]{1,5}$/, '')) || 'release';
  return isReservedName(slug) ? `release-${slug}` : slug;
}

function originOf({ source, release }: Incoming, day: string): Record<string, string> {
  const { importer, digest } = source;
  return { ...(release.url !== undefined && { url: release.url }), imported: day, importer, digest };
}

function readValues({ release, title, date, places, facets, lang, type }: Readings): ReadValue[] {
  const one = (key: string, stated: Stated | undefined): ReadValue[] =>
    stated === undefined ? [] : [{ key, ...stated }];
  const [place] = places;
  return [
    ...one('title', title),
    ...one('date', date),
    ...(place === undefined ? [] : [{ key: 'place', value: places.map(({ value }) => value), origin: place.origin }]),
    ...facets.read,
    ...one('type', type.stated),
    ...one('lang', lang),
    ...one('summary', release.summary),
    { key: 'body', value: paragraphCount(release.body), origin: 'text' },
    ...one('origin.url', release.url === undefined ? undefined : { value: release.url, origin: 'page' }),
  ];
}

function paragraphCount(body: string): string {
  const count = body.split(/\n{2,}/).filter((block) => block.trim() !== '').length;
  return `${count} paragraph${count === 1 ? '' : 's'}`;
}
