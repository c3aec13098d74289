/** Dates as the keys of site builders have them: `2019-2-1 9:30 +2`, `2019/02/01`, `Feb 1, 2019`; what may be two days is none. */
import { civilText, parseCivilDate, parseInstant, parseReleaseDate } from '../../../text/dates.ts';
import { monthNumber } from '../../../text/months.ts';
import { readDate } from '../../page/stated-date.ts';

export interface WrittenDate {
  /** A day or an instant; undefined where the words are no date for certain. */
  readonly date: string | undefined;
  /** What was done to the words, as the end of a sentence; undefined when they stand as they are. */
  readonly changed?: string;
  /** The time of day that was left out, because it does not say how far from UTC it is. */
  readonly time?: string;
}

const YEAR_FIRST =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:[ \t]*T[ \t]*|[ \t]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?[ \t]*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?)?$/i;
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
/** RFC 822, and what JavaScript makes of a date. */
const NAMED =
  /^(?:\p{L}{3},?[ ]+)?(?:(\d{1,2})[ ]+(\p{L}{3})|(\p{L}{3})[ ]+(\d{1,2}))[ ]+(\d{4})[ ]+(\d{1,2}:\d{2}(?::\d{2})?)[ ]+(?:(?:GMT|UTC)?([+-]\d{4})|GMT|UTC|Z)(?:[ ]+\([^()]*\))?$/iu;

/** Reads a value of front matter. */
export function readWritten(value: unknown): WrittenDate {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  if (text.length > 80) return { date: undefined };
  if (parseReleaseDate(text) !== undefined) return { date: text };
  return yearFirst(text) ?? yearLast(text) ?? compact(text) ?? named(text) ?? inWords(text);
}

function yearFirst(text: string): WrittenDate | undefined {
  const found = YEAR_FIRST.exec(text);
  if (found === null) return undefined;
  const [, year, , month, dayOfMonth, hour, minute, second = '00', fraction, zone] = found;
  const day = dayFrom(year, month, dayOfMonth);
  if (day === undefined) return { date: undefined };
  if (hour === undefined || minute === undefined) return changed(text, day);
  const time = `${hour.padStart(2, '0')}:${minute}:${second}`;
  if (zone === undefined) return withoutZone(text, day, time);
  const instant = `${day}T${time}${fraction === undefined ? '' : `.${fraction}`}${offsetOf(zone)}`;
  return parseInstant(instant) === undefined ? { date: undefined } : changed(text, instant);
}

function withoutZone(text: string, day: string, time: string): WrittenDate {
  if (parseInstant(`${day}T${time}Z`) === undefined) return { date: undefined };
  return time === '00:00:00' ? changed(text, day) : { ...changed(text, day), time };
}

/** `+2`, `+0200`, `UTC` as `+02:00`, `Z`. */
function offsetOf(zone: string): string {
  if (/^[zug]/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '');
  const [hours, minutes] = digits.length > 2 ? [digits.slice(0, -2), digits.slice(-2)] : [digits, '00'];
  const offset = `${hours.padStart(2, '0')}:${minutes}`;
  return offset === '00:00' ? 'Z' : `${zone.charAt(0)}${offset}`;
}

/** `25/12/2009` and `12/25/2009` are one day each; `11/12/2009` is two, except where dots stand, which Americans do not write. */
function yearLast(text: string): WrittenDate | undefined {
  const found = YEAR_LAST.exec(text);
  if (found === null) return undefined;
  const [, first, mark, second, year] = found;
  const dayFirst = dayFrom(year, second, first);
  const monthFirst = mark === '.' ? undefined : dayFrom(year, first, second);
  const isSure = (dayFirst === undefined) !== (monthFirst === undefined) || dayFirst === monthFirst;
  const day = dayFirst ?? monthFirst;
  return isSure && day !== undefined ? changed(text, day) : { date: undefined };
}

function compact(text: string): WrittenDate | undefined {
  const found = /^([12]\d{3})(\d{2})(\d{2})$/.exec(text);
  const day = found === null ? undefined : dayFrom(found[1], found[2], found[3]);
  return day === undefined ? undefined : changed(text, day);
}

function named(text: string): WrittenDate | undefined {
  const found = NAMED.exec(text);
  if (found === null) return undefined;
  const month = monthNumber(found[2] ?? found[3] ?? '');
  const day = month === undefined ? undefined : dayFrom(found[5], String(month), found[1] ?? found[4]);
  return day === undefined ? undefined : yearFirstAgain(text, `${day} ${found[6] ?? ''} ${found[7] ?? 'Z'}`);
}

function yearFirstAgain(text: string, written: string): WrittenDate | undefined {
  const read = yearFirst(written);
  return read?.date === undefined ? undefined : changed(text, read.date);
}

function inWords(text: string): WrittenDate {
  const read = readDate(text);
  return read !== undefined && 'date' in read ? changed(text, read.date) : { date: undefined };
}

function changed(from: string, date: string): WrittenDate {
  return { date, changed: `«${from}» is written as ${date}` };
}

function dayFrom(year = '', month = '', day = ''): string | undefined {
  return parseCivilDate(civilText({ year: Number(year), month: Number(month), day: Number(day) }))?.text;
}
