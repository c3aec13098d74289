import { unicodeEscape } from '../../text/unicode-escape.ts';

// Controls and separators that JSON allows as they are, though a script, a terminal or an editor would act on them. Escaped,
// the value stays the same.
const RISKY = /[\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g;

/** The entries as one JSON object on one line, keys in the order given (a plain object would put numbers first). */
export function jsonObject(entries: Iterable<readonly [string, unknown]>): string {
  const members: string[] = [];
  for (const [key, value] of entries) members.push(`${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{${members.join(',')}}`.replace(RISKY, unicodeEscape);
}

/** JSON that may also stand in a `script` element of a page, which nothing in it can end: `<`, `>` and `&` are escaped, too. */
export function scriptSafeJson(value: object): string {
  return JSON.stringify(value).replace(RISKY, unicodeEscape).replace(/[<>&]/g, unicodeEscape);
}
