/**
 * The YAML of keys whose values need no thought: words, days, lists of ids, and groups of these. It is what the library would write, to
 * the last byte, at a tenth of its time; everything else is the library's.
 */
import { parseCivilDate } from '../text/dates.ts';

/** A key of front matter and its value. */
export type Entry = readonly [key: string, value: unknown];

/** Keys whose days stand bare. */
export const dayKeys: ReadonlySet<string> = new Set(['date', 'updated', 'imported']);

/** Marks that nobody reads stand on one line (`origin.parts`). */
export const marksKey = 'parts';

// What begins with a letter and is one of these is no text to some reader of YAML (1.1, type repository: bool, null, and a number without its first digits).
const OTHER_TYPE = /^(?:true|false|null|yes|no|on|off|y|n|e[-+]?\d+)$/i;
const KEY = /^[A-Za-z][A-Za-z0-9_-]*$/;
const WORDS = /^\p{L}[\p{L}\p{M}\p{N} ,.;'’‘“”"()/&%!?–—-]*$/u;
const ID = /^[A-Za-z][A-Za-z0-9_.-]*$/;
const ID_WITH_DAY = /^\d{4}-\d{2}-\d{2}-[a-z][a-z0-9-]*$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const MARK = /^[a-p]{12}$/;

/** The lines of an entry, indented; undefined where the library has to write them. */
export function plainLines([key, value]: Entry, indent = ''): string | undefined {
  if (!isOf(KEY, key)) return undefined;
  const start = `${indent}${key}:`;
  if (typeof value === 'string') return isPlain(value, key) ? `${start} ${value}\n` : undefined;
  if (Array.isArray(value)) return isListOfIds(value) ? `${start} [${value.join(', ')}]\n` : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  if (entries.length === 0) return undefined;
  if (key === marksKey)
    return areMarks(entries) ? `${start} {${entries.map((each) => each.join(': ')).join(', ')}}\n` : undefined;
  const lines = entries.map((each) => plainLines(each, `${indent}  `));
  return lines.every((each) => each !== undefined) ? `${start}\n${lines.join('')}` : undefined;
}

function isPlain(text: string, key: string): boolean {
  if (dayKeys.has(key)) return parseCivilDate(text) !== undefined;
  return isOf(WORDS, text) || (ID_WITH_DAY.test(text) && !text.endsWith('-')) || DIGEST.test(text);
}

function isListOfIds(items: readonly unknown[]): items is readonly string[] {
  return items.length > 0 && items.every((item) => typeof item === 'string' && isOf(ID, item));
}

function areMarks(entries: readonly Entry[]): boolean {
  return entries.every(([key, mark]) => isOf(KEY, key) && typeof mark === 'string' && MARK.test(mark));
}

/** A hyphen or blank at the end would have to be quoted. */
function isOf(form: RegExp, text: string): boolean {
  return form.test(text) && !/[ -]$/.test(text) && !OTHER_TYPE.test(text);
}
