/** The keys of a file by what they mean, each with its origin; what is empty is absent, and what stands twice is remembered. */
import type { Stated, StatedKey, Undecided } from '../../../model/importer.ts';
import { isEmpty, textIn } from '../../record/value-texts.ts';
import type { WrittenKey } from '../front-matter/written-keys.ts';
import { meaningOfKey, plainKey, type KeyMeaning } from './key-table.ts';
import { readWritten } from './written-date.ts';

export interface NamedKey extends StatedKey {
  readonly name: string;
}

export interface StatedKeys {
  /** By meaning, in the order of the file. */
  readonly known: ReadonlyMap<KeyMeaning, readonly NamedKey[]>;
  /** Those without a meaning of their own here. */
  readonly others: readonly NamedKey[];
  readonly undecided: readonly Undecided[];
  readonly changed: readonly string[];
}

/** Sorts keys; those in a group such as Hugo's `params` count as if they stood outside of it. */
export function sortKeys(written: readonly WrittenKey[]): StatedKeys {
  const known = new Map<KeyMeaning, NamedKey[]>();
  const others: NamedKey[] = [];
  const undecided: Undecided[] = [];
  const changed: string[] = [];
  const first = new Map<string, NamedKey>();
  for (const { key, value, line } of written.flatMap(ungrouped)) {
    if (isEmpty(value)) continue;
    const named: NamedKey = { name: key, value, origin: `front matter «${key}»` };
    const rival = first.get(key);
    if (rival !== undefined && isSameDay(rival, named)) {
      changed.push(`«${key}» stands there twice, with «${shown(rival.value)}» and «${shown(value)}»: that is one day.`);
      continue;
    }
    if (rival !== undefined) {
      undecided.push(
        twice({ ...named, origin: line === undefined ? named.origin : `front matter, line ${line}` }, rival),
      );
      continue;
    }
    first.set(key, named);
    const meaning = meaningIn(named);
    if (meaning === undefined) others.push(named);
    else known.set(meaning, [...(known.get(meaning) ?? []), named]);
  }
  return { known, others, undecided, changed };
}

function isSameDay(first: NamedKey, second: NamedKey): boolean {
  const day = readWritten(first.value).date;
  return day !== undefined && meaningOfKey(first.name) === 'date' && day === readWritten(second.value).date;
}

function ungrouped(written: WrittenKey): WrittenKey[] {
  const { key, value, line } = written;
  if (meaningOfKey(key) !== 'group' || typeof value !== 'object' || value === null || Array.isArray(value))
    return [written];
  return Object.entries(value).map(([inner, member]: [string, unknown]) => ({ key: inner, value: member, line }));
}

/** `published: 2019-02-01` is a date, whatever the key's name says. */
function meaningIn({ name, value }: NamedKey): KeyMeaning | undefined {
  const meaning = meaningOfKey(name);
  if (plainKey(name) === 'published' && typeof value === 'string' && /^\d{4}/.test(value.trim())) return 'date';
  return meaning;
}

function twice(second: NamedKey, first: NamedKey): Undecided {
  const message = `«${second.name}» stands there twice, with «${shown(first.value)}» and with «${shown(second.value)}».`;
  return {
    key: second.name,
    value: shown(second.value),
    origin: second.origin,
    message,
    hint: 'The first was taken. Look which one is right, and write it into the release.',
  };
}

/** The first key of a meaning that is text, on one value. */
export function firstText(keys: StatedKeys, meaning: KeyMeaning): Stated | undefined {
  for (const key of keys.known.get(meaning) ?? []) {
    const text = textIn(key);
    if (text !== undefined) return { value: text.value, origin: key.origin };
  }
  return undefined;
}

const LONGEST = 80;

/** A value as a report can show it. */
export function shown(value: unknown): string {
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/\s+/g, ' ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
