/** What keeps a post in: it is a draft, hidden, or has had its time. What is no clear «no» counts as a «yes». */
import type { Stated, StatedKey, Undecided } from '../../../model/importer.ts';
import { parseInstant } from '../../../text/dates.ts';
import { textIn } from '../../record/value-texts.ts';
import type { PathFacts } from './path-facts.ts';
import { shown, type NamedKey, type StatedKeys } from './stated-keys.ts';
import { readWritten } from './written-date.ts';

export interface PostStatus {
  /** Undefined where nothing keeps it in. */
  readonly status: StatedKey | undefined;
  readonly undecided: readonly Undecided[];
  readonly notes: readonly string[];
}

const YES = /^(?:true|yes|on|1|y)$/i;
const NO = /^(?:false|no|off|0|n)$/i;
const released: ReadonlySet<string> = new Set('publish published live public final released'.split(' '));
const inWork: ReadonlySet<string> = new Set(
  'draft drafts pending review in-review future private auto-draft unpublished idea wip'.split(' '),
);

/** Reads the status; `now` tells what is past. */
export function postStatus(keys: StatedKeys, path: PathFacts, now: number | undefined): PostStatus {
  const reasons = [...drafts(keys, path), ...unpublished(keys)];
  const expiry = keys.known.get('expiry')?.[0];
  const unclear = unclearSwitches(keys);
  const own = ownStatus(keys);
  const [draft] = [...reasons, ...unclear.map(({ origin }) => ({ value: 'draft', origin }))];
  const ended = expiry === undefined ? undefined : expired(expiry, now);
  return {
    status: draft ?? keptIn(own) ?? ended?.status ?? own,
    undecided: unclear,
    notes: ended === undefined ? [] : [ended.note],
  };
}

function keptIn(own: Stated | undefined): Stated | undefined {
  return own === undefined || own.value === 'published' ? undefined : own;
}

function drafts(keys: StatedKeys, { draftFolder }: PathFacts): Stated[] {
  const stated = (keys.known.get('draft') ?? []).filter((key) => YES.test(textOf(key)));
  const folder = draftFolder === undefined ? [] : [{ value: 'draft', origin: `folder «${draftFolder}»` }];
  return [...stated.map(({ origin }) => ({ value: 'draft', origin })), ...folder];
}

function unpublished(keys: StatedKeys): Stated[] {
  const kept = [
    ...(keys.known.get('published') ?? []).filter((key) => NO.test(textOf(key))),
    ...(keys.known.get('hidden') ?? []).filter((key) => YES.test(textOf(key))),
    // Eleventy writes no page for a post without an address.
    ...(keys.known.get('address') ?? []).filter((key) => NO.test(textOf(key))),
  ];
  return kept.map(({ origin }) => ({ value: 'draft', origin }));
}

/** A switch that is set to neither. */
function unclearSwitches(keys: StatedKeys): Undecided[] {
  const switches = (['draft', 'published', 'hidden'] as const).flatMap((meaning) => keys.known.get(meaning) ?? []);
  return switches
    .filter((key) => !YES.test(textOf(key)) && !NO.test(textOf(key)))
    .map(({ name, value, origin }) => ({
      key: name,
      value: shown(value),
      origin,
      message: `«${name}: ${shown(value)}» may keep the release in: it says neither yes nor no.`,
      hint: 'Set the status of the release to what is meant.',
    }));
}

function ownStatus(keys: StatedKeys): Stated | undefined {
  const key = keys.known.get('status')?.[0];
  if (key === undefined) return undefined;
  const word = textOf(key)
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const value = released.has(word) ? 'published' : inWork.has(word) ? 'draft' : word === '' ? shown(key.value) : word;
  return { value, origin: key.origin };
}

interface Ended {
  readonly status?: Stated;
  readonly note: string;
}

/** What the old site has taken off its pages does not come back by itself; press itself takes nothing off on a day. */
function expired({ name, value, origin }: NamedKey, now: number | undefined): Ended {
  const { date } = readWritten(value);
  const end =
    date === undefined ? undefined : parseInstant(date.length === 10 ? `${date}T00:00:00Z` : date)?.epochMilliseconds;
  if (end !== undefined && now !== undefined && end > now)
    return {
      note: `The other site takes it off its pages on ${date ?? ''} («${name}»). press does nothing by itself on that day: «press withdraw» does.`,
    };
  const when = date === undefined ? `at «${shown(value)}»` : `on ${date}`;
  return {
    status: { value: 'hold', origin },
    note: `The other site took it off its pages ${when} («${name}»), so it comes in on hold. «press publish» lets it out again.`,
  };
}

function textOf(key: NamedKey): string {
  return textIn(key)?.value.trim() ?? '';
}
