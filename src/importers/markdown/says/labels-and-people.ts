/** What a post is about, who wrote it, and whom the press may ask. */
import type { Stated, StatedKey, StatedLabel } from '../../../model/importer.ts';
import { textsIn } from '../../record/value-texts.ts';
import { oneLine } from '../../page/one-line.ts';
import { shown, type NamedKey, type StatedKeys } from './stated-keys.ts';

/** Tags and categories, which may answer any question of the vocabulary; and authors. */
export function postLabels(keys: StatedKeys): StatedLabel[] {
  const subjects = (keys.known.get('labels') ?? []).flatMap((key) =>
    wordsOf(key).map((word) => ({ ...labelOf(key, word), isOfAnyFacet: true })),
  );
  const authors = (keys.known.get('author') ?? []).flatMap((key) => wordsOf(key).map((word) => labelOf(key, word)));
  return [...subjects, ...authors];
}

/** What authors have besides their names: a label has no place for it. */
export function authorsBesides(keys: StatedKeys): string[] {
  const authors = (keys.known.get('author') ?? []).flatMap(({ value }) => [value].flat());
  return authors.flatMap((author: unknown) => {
    const members: [string, unknown][] = typeof author === 'object' && author !== null ? Object.entries(author) : [];
    return members
      .filter(([name]) => !labelNames.includes(name))
      .map(([name, value]) => `«${name}: ${shown(value)}» of an author`);
  });
}

const labelNames: readonly string[] = ['name', 'title', 'label', 'id'];

function labelOf({ name, origin }: NamedKey, value: string): StatedLabel {
  return { heading: name, value, origin };
}

/** The words of a list, of a text with commas, or of objects with names. */
function wordsOf({ value }: NamedKey): string[] {
  const items = [value]
    .flat(2)
    .flatMap((item: unknown) => (typeof item === 'string' && typeof value === 'string' ? item.split(/[,;]/) : [item]));
  return items
    .map((item) => oneLine(typeof item === 'object' ? (memberOf(item, labelNames) ?? shown(item)) : shown(item)))
    .filter((word) => word !== '' && word !== 'null');
}

function memberOf(item: unknown, names: readonly string[]): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const values: unknown[] = names.map((name) => (Object.hasOwn(item, name) ? Reflect.get(item, name) : undefined));
  return values.find((value): value is string => typeof value === 'string' && value.trim() !== '');
}

export interface PostContacts {
  /** Lines of words and addresses. */
  readonly lines: readonly Stated[];
  /** Those that are written part by part. */
  readonly whole: StatedKey | undefined;
  readonly notCarried: readonly string[];
}

/** The contacts of a post. */
export function postContacts(keys: StatedKeys): PostContacts {
  const all = (keys.known.get('contact') ?? []).flatMap((key) =>
    [key.value].flat().map((value: unknown) => ({ value, origin: key.origin })),
  );
  const whole = all.filter(({ value }) => typeof value === 'object' && value !== null);
  const [first] = whole;
  const lines = all.filter((item) => !whole.includes(item)).flatMap((item) => textsIn(item));
  return {
    lines: lines.map(({ value, origin }) => ({ value: oneLine(value), origin })),
    whole:
      first === undefined ? undefined : { value: whole.map(({ value }) => contactOf(value)), origin: first.origin },
    notCarried: whole.flatMap(({ value }) => othersOf(value)),
  };
}

const contactNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['name', ['name', 'person', 'contact']],
  ['role', ['role', 'title', 'position', 'job']],
  ['phone', ['phone', 'tel', 'telephone', 'mobile']],
  ['email', ['email', 'mail', 'e-mail']],
]);

function contactOf(item: unknown): Record<string, string> {
  const members = [...contactNames].map(([key, names]) => [key, memberOf(item, names)] as const);
  return Object.fromEntries(members.flatMap(([key, value]) => (value === undefined ? [] : [[key, oneLine(value)]])));
}

function othersOf(item: unknown): string[] {
  const known = new Set([...contactNames.values()].flat());
  const members: [string, unknown][] = typeof item === 'object' && item !== null ? Object.entries(item) : [];
  return members.filter(([name]) => !known.has(name)).map(([name, value]) => `«${name}: ${shown(value)}» of a contact`);
}
