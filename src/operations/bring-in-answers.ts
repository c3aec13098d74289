/** From one release of a source to the answers that a draft is made of, with a report of what each came from. */
import type { FileCopy } from '../model/change-set.ts';
import type { SourceRelease, Stated } from '../model/importer.ts';
import type { Contact } from '../model/release.ts';
import { permalinkOf } from '../model/make-release.ts';
import { parseReleaseDate } from '../text/dates.ts';
import { dayInZone } from '../text/day-in-zone.ts';
import { furtherAddresses, type Addresses } from './bring-in-aliases.ts';
import { dayOrMoment, settleDate } from './bring-in-date.ts';
import { chooseLanguage, chooseType, type ChosenType } from './bring-in-kind.ts';
import { carryKeys, type CarriedKeys } from './bring-in-keys.ts';
import { namesFor } from './bring-in-names.ts';
import { originOf } from './bring-in-origin.ts';
import { placesFor } from './bring-in-places.ts';
import { conflictsWith, type ReadValue, type ReleaseReport } from './bring-in-report.ts';
import { chooseStatus } from './bring-in-status.ts';
import { impliedTerms, missingFacets, reconcile, type Reconciled } from './bring-in-terms.ts';
import type { BringInContext, BringInWish, ReadSource } from './bring-in-wish.ts';
import type { DraftAnswers } from './draft.ts';

export interface Answered {
  readonly answers: DraftAnswers;
  readonly report: ReleaseReport;
  /** Of the source. */
  readonly digest: string;
  /** Words that somebody has to explain. */
  readonly asked: Reconciled['asked'];
  /** Whether some of them answer no question of the vocabulary. */
  readonly hasUnplaced: boolean;
  /** Pictures and documents that come in with it. */
  readonly copies?: readonly FileCopy[];
  /** The answers before a number was put behind a name that another release has. */
  readonly unnumbered?: DraftAnswers;
}

interface Incoming {
  readonly source: ReadSource;
  readonly release: SourceRelease;
}

/** Everything that is known about an incoming release. Throws PressError when `--year` has no such day. */
export function gatherAnswers(incoming: Incoming, wish: BringInWish, context: BringInContext): Answered {
  const { source, release } = incoming;
  const { settings } = context.repository;
  const { readings, conflicts } = readingsOf(release, wish, context);
  const { date, lang } = readings;
  const findings = findingsOf(readings, conflicts, context);
  const isComplete = findings.unknown.length + findings.missing.length === 0;
  const own = readings.keys.status;
  const names = namesFor({
    release,
    values: readings.keys.values,
    title: readings.title.value,
    source: source.name,
    day: date?.value.slice(0, 10),
    foreignLanguage: lang.value.value === settings.language ? undefined : lang.value.value,
  });
  const addresses = addressesFor(readings, names.slug, { wish, context });
  const decided = {
    status: chooseStatus({ own, wished: wish.status, isComplete, isDated: date !== undefined }, release),
    origin: originOf(
      { ...incoming, schema: context.repository.releaseSchema(readings.type.name) },
      dayInZone(context.now, settings.timezone),
      context.repository,
    ),
    ...names,
    aliases: addresses.aliases,
  };
  // A draft of the source may be without a day: nobody has to decide that now.
  const outcome = date === undefined && !wish.undated && own !== 'draft' ? 'no-date' : 'new';
  return {
    answers: answersFrom(readings, decided),
    report: {
      source: source.name,
      ...(release.part !== undefined && { part: release.part }),
      importer: source.importer,
      outcome,
      ...withNotes(reportOf(readings, findings, source.importer), addresses),
    },
    digest: source.digest,
    asked: readings.facets.asked,
    hasUnplaced: readings.facets.unplaced.length > 0,
  };
}

/** What was made of each thing that the source states. */
interface Readings extends Pick<Incoming, 'release'> {
  readonly title: Stated;
  readonly date: Stated | undefined;
  readonly places: readonly Stated[];
  readonly keys: CarriedKeys;
  readonly facets: Reconciled;
  readonly lang: { readonly value: Stated; readonly unknown: ReleaseReport['unknown'] };
  readonly type: ChosenType;
  readonly contacts: { readonly taken: readonly Contact[] | undefined; readonly left: readonly string[] };
}

function readingsOf(
  release: SourceRelease,
  wish: BringInWish,
  { repository }: BringInContext,
): { readonly readings: Readings; readonly conflicts: ReleaseReport['conflicts'] } {
  const { taxonomy, settings } = repository;
  const { date, conflicts } = settleDate(release, wish);
  const type = chooseType(release, repository.releaseTypes());
  const keys = carryKeys(release, { schema: repository.releaseSchema(type.name), settings, taxonomy });
  const readings: Readings = {
    release,
    title: release.title ?? { value: '', origin: 'source' },
    date: release.hasMomentsOnly === true && date !== undefined ? dayOrMoment(date, settings.timezone) : date,
    places: placesFor(release.places, { taxonomy, isRecord: release.frontMatter !== undefined }),
    keys,
    facets: reconcile([...release.labels, ...keys.labels], { taxonomy, answers: wish.answers }),
    lang: chooseLanguage(release, wish, settings),
    type,
    contacts: contactsFor(release),
  };
  return { readings, conflicts };
}

interface Findings extends Pick<ReleaseReport, 'guessed' | 'unknown' | 'missing' | 'conflicts'> {}

function findingsOf(
  { release, date, places, keys, facets, lang, type }: Readings,
  conflicts: ReleaseReport['conflicts'],
  { repository: { taxonomy, settings } }: BringInContext,
): Findings {
  return {
    guessed: impliedTerms(facets.terms, { taxonomy, lang: settings.language }),
    unknown: [...undecidedOf(release), ...keys.unknown, ...facets.unknown, ...lang.unknown, ...type.unknown],
    missing: [
      ...(date === undefined ? ['date'] : []),
      ...missingFacets(facets.terms, taxonomy),
      // Nothing is published without a text, and nobody can say whether the original has one.
      ...(release.body.trim() === '' ? ['body'] : []),
    ],
    conflicts: [...conflicts, ...conflictsWith('place', places[0], release.contradictions)],
  };
}

function undecidedOf({ undecided }: SourceRelease): Findings['unknown'] {
  return (undecided ?? []).map(({ key, value, origin, message, hint }) => ({
    heading: key,
    value,
    origin,
    message,
    ...(hint !== undefined && { hint }),
  }));
}

function reportOf(
  readings: Readings,
  findings: Findings,
  importer: string,
): Omit<ReleaseReport, 'source' | 'part' | 'importer' | 'outcome'> {
  const { release, date, keys, facets, contacts } = readings;
  // Whoever writes posts in files, or items of a feed, does not get them from an export that left the text out.
  const isOfRecord = release.frontMatter !== undefined && release.hasMomentsOnly !== true && importer !== 'markdown';
  const isRecordWithoutText = isOfRecord && release.body.trim() === '';
  return {
    read: readValues(readings),
    ...findings,
    guessed: [...(date === undefined ? release.guesses : []), ...findings.guessed],
    notCarried: [...keys.notCarried, ...facets.notCarried, ...contacts.left, ...release.notCarried],
    dropped: facets.dropped,
    changed: release.changed ?? [],
    files: [],
    notes: [...release.notes, ...(isRecordWithoutText ? [noText] : [])],
  };
}

function withNotes<Report extends Pick<ReleaseReport, 'notes' | 'read'>>(
  report: Report,
  { aliases, notes }: Addresses,
): Report {
  const read: ReadValue[] =
    aliases.length === 0 ? [] : [{ key: 'aliases', value: aliases, origin: 'further addresses' }];
  return { ...report, read: [...report.read, ...read], notes: [...report.notes, ...notes] };
}

const noText = 'There is no text with it. Records have it under «body»: «press export» writes it with --content full.';

function answersFrom(
  { release, title, date, places, keys, facets, lang, type, contacts }: Readings,
  {
    aliases,
    ...decided
  }: Pick<DraftAnswers, 'status' | 'origin' | 'slug' | 'id' | 'fileName'> & Pick<Addresses, 'aliases'>,
): DraftAnswers {
  const boilerplate = keys.values.get('boilerplate');
  return {
    ...decided,
    title: title.value,
    date: date?.value,
    places: places.map(({ value }) => value),
    terms: facets.terms,
    lang: lang.value.value,
    type: type.name,
    summary: release.summary?.value,
    contacts: contacts.taken,
    boilerplate: typeof boilerplate === 'string' ? boilerplate : undefined,
    extra: extraKeys(withAliases(keys.values, aliases)),
    body: release.body,
  };
}

/** Further addresses of the release that are of this site. */
function addressesFor(
  { release, lang, date }: Readings,
  slug: string,
  { wish, context }: { readonly wish: BringInWish; readonly context: BringInContext },
): Addresses {
  const { settings } = context.repository;
  const facts = { lang: lang.value.value, slug, date: date === undefined ? undefined : parseReleaseDate(date.value) };
  const sites = [settings.baseUrl, wish.baseUrl];
  return furtherAddresses(release, { sites, permalink: permalinkOf(facts, settings) });
}

function withAliases(values: CarriedKeys['values'], aliases: readonly string[]): CarriedKeys['values'] {
  if (aliases.length === 0) return values;
  const stated = values.get('aliases');
  const all = [...(Array.isArray(stated) ? stated : stated === undefined ? [] : [stated]), ...aliases];
  return new Map([...values, ['aliases', [...new Set(all)]]]);
}

const firstExtra = ['updated', 'aliases', 'translationOf', 'related', 'attachments', 'corrections', 'contacts'];
const elsewhere: ReadonlySet<string> = new Set([...firstExtra, 'id', 'slug', 'boilerplate', 'embargo']);

/** Keys that go over as they are: press's own in the order of the house, then those of the repository's schema, the embargo last. */
function extraKeys(values: CarriedKeys['values']): NonNullable<DraftAnswers['extra']> {
  const own = [...values.keys()].filter((key) => !elsewhere.has(key));
  return [...firstExtra, ...own, 'embargo'].filter((key) => values.has(key)).map((key) => [key, values.get(key)]);
}

const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}$/;

/** An e-mail address is a contact; who else is meant by a line of words, a person has to say. */
function contactsFor({ contacts }: SourceRelease): { readonly taken: Contact[] | undefined; readonly left: string[] } {
  const taken = contacts.filter(({ value }) => EMAIL.test(value)).map(({ value }) => ({ email: value }));
  const left = contacts.filter(({ value }) => !EMAIL.test(value)).map(({ value }) => `contact «${value}»`);
  return { taken: taken.length === 0 ? undefined : taken, left };
}

function readValues({ release, title, date, places, keys, facets, lang, type }: Readings): ReadValue[] {
  const one = (key: string, stated: Stated | undefined): ReadValue[] =>
    stated === undefined ? [] : [{ key, ...stated }];
  const [place] = places;
  return [
    ...one('title', title),
    ...one('date', date),
    ...(place === undefined
      ? []
      : [{ key: 'place', value: places.map(({ value }) => value), origin: place.origin, ...confidenceOf(places) }]),
    ...facets.read,
    ...one('type', type.stated),
    ...one('lang', lang.value),
    ...one('summary', release.summary),
    ...keys.read,
    { key: 'body', value: paragraphCount(release.body), origin: 'text' },
    ...one(
      'origin.url',
      release.url === undefined
        ? undefined
        : { value: release.url, origin: release.frontMatter === undefined ? 'page' : 'address' },
    ),
  ];
}

/** As sure as the least sure of them. */
function confidenceOf(all: readonly Stated[]): Pick<Stated, 'confidence'> {
  return all.some(({ confidence }) => confidence === 'likely') ? { confidence: 'likely' } : {};
}

function paragraphCount(body: string): string {
  const count = body.split(/\n{2,}/).filter((block) => block.trim() !== '').length;
  return `${count} paragraph${count === 1 ? '' : 's'}`;
}
