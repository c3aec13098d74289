/** Moments as machines of many years wrote them: RFC 822 and its successors, ISO 8601 with short cuts. */
import { civilText, parseCivilDate, parseInstant, weekday } from './dates.ts';
import { monthNumber, weekdayNumber } from './months.ts';

export interface LenientMoment {
  /** `YYYY-MM-DD`, or RFC 3339 with the offset that was written. */
  readonly value: string;
  /** The day of the week that was written, 0 = Sunday, where the calendar has another one. */
  readonly wrongWeekday?: number;
  /** Why the time of day was left out, without the sentence's last sign; undefined where nothing was. */
  readonly lostTime?: string;
}

const LONGEST = 80;

/** Reads a moment; undefined for what is not certainly one day. A time whose distance from UTC is not known is none. */
export function parseLenientMoment(text: string): LenientMoment | undefined {
  const written = text.trim();
  return written.length > LONGEST ? undefined : (isoMoment(written) ?? mailMoment(written));
}

interface Clock {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly fraction?: string | undefined;
  readonly zone: string | undefined;
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:(?:T| +)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)? *([A-Za-z]{1,5}|[+-]\d{2}(?::?\d{2})?)?)?$/i;

function isoMoment(text: string): LenientMoment | undefined {
  const found = ISO.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  return momentOf(`${year}-${month}-${day}`, { hour, minute, second, fraction, zone });
}

/** RFC 5322, 3.3 and 4.3: with or without weekday, seconds, comment, and a year of two digits. */
const MAIL =
  /^(?:(\p{L}{2,12})\.?,? +)?(\d{1,2})[ -]+(\p{L}{3,12})\.?,?[ -]+(\d{2,4})(?:,? +(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?: *([A-Za-z]{1,5}|[+-]\d{1,2}:?\d{2}))?(?: *\([^()]{0,40}\))?)?$/u;

function mailMoment(text: string): LenientMoment | undefined {
  const found = MAIL.exec(text.replace(/\s+/g, ' '));
  if (found === null) return undefined;
  const [, dayName, day, monthName = '', year = '', hour, minute, second, zone] = found;
  const month = monthNumber(monthName);
  // Systems that have no date write the year 0 or 1 before it.
  if (month === undefined || /^0\d\d/.test(year)) return undefined;
  const civil = civilText({ year: fullYear(year), month, day: Number(day) });
  const moment = momentOf(civil, { hour, minute, second, zone });
  const named = dayName === undefined ? undefined : weekdayNumber(dayName);
  if (moment === undefined || named === undefined || named === weekdayOf(civil)) return moment;
  return { ...moment, wrongWeekday: named };
}

/** RFC 5322, 4.3. */
function fullYear(written: string): number {
  const year = Number(written);
  if (written.length === 4) return year;
  return written.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

function weekdayOf(civil: string): number | undefined {
  const date = parseCivilDate(civil);
  return date === undefined ? undefined : weekday(date);
}

function momentOf(civil: string, { hour, minute, second = '00', fraction, zone }: Clock): LenientMoment | undefined {
  if (parseCivilDate(civil) === undefined) return undefined;
  if (hour === undefined || minute === undefined) return { value: civil };
  const time = `${hour.padStart(2, '0')}:${minute}:${second}${fraction === undefined ? '' : `.${fraction}`}`;
  if (parseInstant(`${civil}T${time}Z`) === undefined) return undefined;
  if (zone === undefined) return { value: civil, lostTime: 'it does not say in which zone its time is' };
  const offset = offsetOf(zone);
  if (offset === undefined)
    return { value: civil, lostTime: `«${zone}» is no zone whose distance from UTC is certain` };
  const value = `${civil}T${time}${offset}`;
  return parseInstant(value) === undefined ? undefined : { value };
}

/** RFC 5322, 4.3; other names of zones have meant different things in different places. */
const zones: ReadonlyMap<string, string> = new Map([
  ...['UT', 'UTC', 'GMT', 'Z'].map((name) => [name, 'Z'] as const),
  ['EDT', '-04:00'],
  ['EST', '-05:00'],
  ['CDT', '-05:00'],
  ['CST', '-06:00'],
  ['MDT', '-06:00'],
  ['MST', '-07:00'],
  ['PDT', '-07:00'],
  ['PST', '-08:00'],
]);

function offsetOf(zone: string): string | undefined {
  const [, sign, hours = '', minutes = '00'] = /^([+-])(\d{1,2}?):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return zones.get(zone.toUpperCase());
  const offset = `${sign}${hours.padStart(2, '0')}:${minutes}`;
  return offset.slice(1) === '00:00' ? 'Z' : offset;
}
