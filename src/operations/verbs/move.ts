/** `press move`: another date or another name, with file, folder and keys in one step, and the old address kept. */
import { instantOf } from '../../model/embargo.ts';
import { listOf, permalinkOf, slugOf } from '../../model/make-release.ts';
import type { FrontMatter } from '../../model/manuscript.ts';
import { isLater } from '../../model/later-moment.ts';
import { withdrawalOf } from '../../model/recall.ts';
import { placeFor } from '../../model/release-place.ts';
import type { Settings } from '../../model/settings.ts';
import { parseReleaseDate } from '../../text/dates.ts';
import { isReservedName, isSlug } from '../../text/slug-form.ts';
import type { KeyChange } from '../edit-release.ts';
import { isPublic, type Subject } from '../subject.ts';
import { tellOfReaders, tellOfVersions } from './readers.ts';
import type { Refusal, Verb, VerbPlan } from './verb.ts';

export interface MoveWish {
  /** As it is to be written; undefined leaves the date. */
  readonly date: string | undefined;
  /** Undefined leaves the slug. */
  readonly slug: string | undefined;
  readonly settings: Pick<Settings, 'language' | 'permalink'>;
}

export function move(wish: MoveWish): Verb {
  return { word: 'move', wantsValid: false, plan: (subject) => plan(subject, wish) };
}

function plan(subject: Subject, wish: MoveWish): VerbPlan {
  const { manuscript } = subject;
  const { data = {}, path } = manuscript;
  const refusals = unusable(subject, wish);
  if (refusals.length > 0) return { kind: 'refused', reasons: refusals };
  const dated = wish.date === undefined ? data : { ...data, date: wish.date };
  const [day] = listOf(dated, 'date').map((date) => date.slice(0, 10));
  const to = placeFor(path, { day, slug: wish.slug });
  if (to !== path && to.toLowerCase() === path.toLowerCase()) return { kind: 'refused', reasons: [sameName(path, to)] };
  const before = addressOf(path, data, wish);
  const after = addressOf(to, { ...dated, ...slugKey(data, to, wish.slug) }, wish);
  const changes = [...keyChanges(data, { to, wish }), ...aliasChanges(subject, before, after)];
  if (to === path && changes.length === 0) return { kind: 'nothing', sentence: alreadyThere(path) };
  return { kind: 'change', to, changes, told: told(subject, { before, after, wish }) };
}

/** Throws nothing: a slug that cannot be one is said with all other reasons. */
function unusable(subject: Subject, { slug, date }: MoveWish): Refusal[] {
  const { manuscript } = subject;
  const { data = {}, path } = manuscript;
  const reasons: Refusal[] = [];
  const name = slug ?? slugOf(path, data);
  if (!isSlug(name) || isReservedName(name)) {
    reasons.push({
      what: slug === undefined ? `Its name, «${name}», cannot stand in a file name.` : `«${name}» cannot be the name.`,
      wayOut: 'Choose one of small letters a to z and digits with single hyphens between: --slug spring-meeting.',
    });
  }
  const [written] = listOf(data, 'date');
  if (date === undefined && written !== undefined && parseReleaseDate(written) === undefined)
    reasons.push({ what: `Its date, «${written}», is none.`, wayOut: 'Give the right one with --date.' });
  return [...reasons, ...untold(subject, date)];
}

/** Where capitals make no other name, the file would be in its own way. */
function sameName(path: string, to: string): Refusal {
  return {
    what: `«${path}» and «${to}» are one name on some computers.`,
    wayOut: 'Choose another name with --slug first, then this one.',
  };
}

/** Nobody is told of the withdrawal of what was issued after it. */
function untold({ publicness: { release }, moment: { timezone } }: Subject, date: string | undefined): Refusal[] {
  const entry = release?.status === 'withdrawn' ? withdrawalOf(release) : undefined;
  const [from, until] = [parseReleaseDate(date ?? ''), parseReleaseDate(entry?.date ?? '')];
  if (entry === undefined || from === undefined || until === undefined || !isLater(from, until, timezone)) return [];
  return [
    {
      what: `It was withdrawn on ${entry.date}, and readers are told so because it was out before.`,
      wayOut: 'Leave its date before that, or write a new release.',
    },
  ];
}

/** The permalink that a file has at a path. */
function addressOf(path: string, data: FrontMatter, { settings }: MoveWish): string {
  const [lang = settings.language] = listOf(data, 'lang');
  const [written = ''] = listOf(data, 'date');
  return permalinkOf({ lang, slug: slugOf(path, data), date: parseReleaseDate(written) }, settings);
}

/** The key stands where the file had one, or where its name would be read as another slug. */
function slugKey(data: FrontMatter, to: string, slug: string | undefined): { readonly slug?: string } {
  if (slug === undefined || (!Object.hasOwn(data, 'slug') && slugOf(to, {}) === slug)) return {};
  return { slug };
}

function keyChanges(data: FrontMatter, { to, wish }: { readonly to: string; readonly wish: MoveWish }): KeyChange[] {
  const [written] = listOf(data, 'date');
  const { slug } = slugKey(data, to, wish.slug);
  return [
    ...(wish.date === undefined || wish.date === written ? [] : [set('date', wish.date)]),
    ...(slug === undefined || slug === data['slug'] ? [] : [set('slug', slug)]),
  ];
}

function set(key: string, value: string): KeyChange {
  return { kind: 'set', key, value };
}

/** Whoever has the old address is sent on. One that comes back to an old address of its own would be sent round in a circle. */
function aliasChanges(subject: Subject, before: string, after: string): KeyChange[] {
  if (before === after) return [];
  const known = listOf(subject.manuscript.data ?? {}, 'aliases');
  const isBack = known.includes(after);
  const isNew = hadReaders(subject) && !known.includes(before);
  const key = 'aliases';
  if (isBack && isNew) return [{ kind: 'replace-item', key, item: after, by: before }];
  if (isBack) return [{ kind: 'remove-item', key, item: after }];
  return isNew ? [{ kind: 'append', key, item: before }] : [];
}

/** Whether somebody outside may have the address. What is on hold or withdrawn may have been out. */
function hadReaders(subject: Subject): boolean {
  const status = subject.manuscript.data?.['status'];
  return isPublic(subject) || status === 'hold' || status === 'withdrawn';
}

function alreadyThere(path: string): string {
  return `It stands where its date and its name belong: ${path}.`;
}

interface Steps {
  /** The permalinks. */
  readonly before: string;
  readonly after: string;
  readonly wish: MoveWish;
}

function told(subject: Subject, { before, after, wish }: Steps): string[] {
  const isOther = before !== after;
  const hasAlias = isOther && hadReaders(subject);
  return [
    ...(hasAlias ? [`Its old address, ${before}, stands under «aliases» and leads to ${after}.`] : []),
    ...(isOther && !hasAlias ? ['It was not public at its old address, so nobody has to be sent on.'] : []),
    ...(goesBack(subject, wish) ? warnOfReaders(subject) : []),
    ...tellOfOthers(subject, wish),
  ];
}

/** Whether the new date takes a public release back. */
function goesBack(subject: Subject, { date }: MoveWish): boolean {
  const read = date === undefined ? undefined : parseReleaseDate(date);
  const { now, timezone } = subject.moment;
  return isPublic(subject) && read !== undefined && instantOf(read, timezone).epochMilliseconds > now;
}

/** A withdrawal is told of what had been public by its date alone, so that date has to be there first. */
function warnOfReaders(subject: Subject): string[] {
  const [written = ''] = listOf(subject.manuscript.data ?? {}, 'date');
  const { name } = subject;
  return [
    tellOfReaders(subject),
    `To tell them that it must not be used, take it back from where it was: press move ${name} --date ${written}, then press withdraw ${name} --note "…".`,
  ];
}

function tellOfOthers({ versions }: Subject, { date, slug }: MoveWish): string[] {
  if (date === undefined && slug === undefined) return [];
  const options = [date === undefined ? '' : ` --date ${date}`, slug === undefined ? '' : ` --slug ${slug}`].join('');
  return tellOfVersions(versions, (id) => `press move ${id}${options}`);
}
