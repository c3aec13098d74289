/**
 * Short marks of values: what an import wrote is kept as such in `origin.parts`, so that a later one can tell its own words from those
 * of people, in every clone of the repository.
 */
import { bodyOf, type FrontMatter, type Manuscript } from './manuscript.ts';

/** The part that is no key: the text. No key of front matter may be called so. */
export const bodyPart = 'body';

/** Part → mark. */
export type Marks = ReadonlyMap<string, string>;

type DigestOfText = (text: string) => string;

/** The marks of some keys and of a text. */
export function marksOf(
  entries: Iterable<readonly [string, unknown]>,
  body: string,
  digestOfText: DigestOfText,
): Map<string, string> {
  const marks = new Map<string, string>();
  for (const [key, value] of entries) marks.set(key, markOf(value, digestOfText));
  return marks.set(bodyPart, markOf(meaningOfText(body), digestOfText));
}

/** The marks of everything that a file says. */
export function marksOfManuscript(
  manuscript: Pick<Manuscript, 'text' | 'bodyStart'> & { readonly data: FrontMatter },
  digestOfText: DigestOfText,
): Map<string, string> {
  return marksOf(Object.entries(manuscript.data), bodyOf(manuscript), digestOfText);
}

/** The marks that an import left in a file; undefined where none did. */
export function marksIn(data: FrontMatter): Marks | undefined {
  const parts: unknown = valueIn(valueIn(data, 'origin'), 'parts');
  if (typeof parts !== 'object' || parts === null) return undefined;
  const marks = Object.entries(parts).filter((part): part is [string, string] => typeof part[1] === 'string');
  return marks.length === 0 ? undefined : new Map(marks);
}

/** A text under `origin`. */
export function originText(data: FrontMatter, key: 'id' | 'url' | 'digest' | 'importer'): string | undefined {
  const value = valueIn(valueIn(data, 'origin'), key);
  return typeof value === 'string' ? value : undefined;
}

function valueIn(group: unknown, key: string): unknown {
  return typeof group === 'object' && group !== null && Object.hasOwn(group, key) ? Reflect.get(group, key) : undefined;
}

const LENGTH = 12;

/** Letters alone: no reader of YAML takes them for a number. */
function markOf(value: unknown, digestOfText: DigestOfText): string {
  const digest = digestOfText(JSON.stringify(meaningOf(value)) ?? '').slice(0, LENGTH);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** A list of one is that one: people write both. */
function meaningOf(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** Line ends and blanks around a text are nobody's words. */
export function meaningOfText(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
