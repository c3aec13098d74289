import { create, toZonedDateTime } from 'temporal-polyfill/fns/PlainDate';
import { getTimeZoneTransition, offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime';
import { daysSinceEpoch, MILLISECONDS_PER_DAY } from './civil-calendar.ts';
import { parseCivilDate } from './dates.ts';

/** The moment at which a calendar day begins somewhere. */
export interface StartOfDay {
  /** Whole milliseconds since 1970-01-01T00:00:00Z. */
  readonly epochMilliseconds: number;
  /** Minutes east of UTC at that moment; 0 also where the true offset has seconds, which RFC 3339 cannot write. */
  readonly offsetMinutes: number;
}

const NANOSECONDS_PER_MILLISECOND = 1_000_000;
const MILLISECONDS_PER_MINUTE = 60_000;

// A name begins with a letter; some versions of Node.js take `+01:00` for a zone as well, which is none.
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+/-]*$/;

const startsByZone = new Map<string, Map<string, StartOfDay>>();
const knownZones = new Map<string, boolean>();

/**
 * Whether this is the name of a time zone of the IANA database that the running Node.js knows; case does not matter. The answer is
 * kept, because the gate asks for every release.
 */
export function isTimeZone(name: string): boolean {
  let isKnown = knownZones.get(name);
  if (isKnown === undefined) {
    isKnown = isInDatabase(name);
    knownZones.set(name, isKnown);
  }
  return isKnown;
}

function isInDatabase(name: string): boolean {
  if (!ZONE_NAME.test(name)) return false;
  // Asking for the list takes a tenth of the time that asking for one zone does the first time.
  if (name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // `Intl` still takes a few abbreviations, such as PST and ACT, that can no longer be reckoned with.
    startOfDay('1970-01-01', name);
    return true;
  } catch {
    return false;
  }
}

/**
 * When a day (`YYYY-MM-DD`) begins in a time zone: at midnight; at its first instant where the clocks skip midnight, or the
 * first one after where they skip the whole day; at the earlier of two midnights.
 *
 * Answers are kept, because an archive asks for the same few thousand days again and again.
 *
 * @throws RangeError when `day` is not a calendar day or `timeZone` is not a known zone: check both on the way in.
 */
export function startOfDay(day: string, timeZone: string): StartOfDay {
  let starts = startsByZone.get(timeZone);
  if (starts === undefined) {
    starts = new Map();
    startsByZone.set(timeZone, starts);
  }
  let start = starts.get(day);
  if (start === undefined) {
    start = computeStart(day, timeZone);
    starts.set(day, start);
  }
  return start;
}

/** A time in which nobody in a zone puts the clocks on or back: in epoch milliseconds, the end not included. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  /** Of the clocks from UTC, in milliseconds. */
  readonly offset: number;
}

const stretchesByZone = new Map<string, Stretch[]>();

// More than any clock has ever been from UTC: 26 hours.
const FARTHEST_CLOCK = 93_600_000;

/** Asking for one day costs as much as reading ten releases, so of the days between two changes of the clocks only the first is asked for. */
function computeStart(day: string, timeZone: string): StartOfDay {
  const date = parseCivilDate(day);
  if (date === undefined) throw new RangeError(`«${day}» is not a calendar day`);
  const midnight = daysSinceEpoch(date) * MILLISECONDS_PER_DAY;
  const stretches = stretchesByZone.get(timeZone) ?? [];
  stretchesByZone.set(timeZone, stretches);
  const known = stretches.find(
    ({ from, until }) => from <= midnight - FARTHEST_CLOCK && midnight + FARTHEST_CLOCK < until,
  );
  if (known !== undefined) return startAt(midnight - known.offset, known.offset);
  const start = toZonedDateTime(create(date.year, date.month, date.day), timeZone);
  const offset = offsetNanoseconds(start) / NANOSECONDS_PER_MILLISECOND;
  const from = start.epochMilliseconds;
  note(stretches, { from, until: getTimeZoneTransition(start, 'next')?.epochMilliseconds ?? Infinity, offset });
  return startAt(from, offset);
}

/** A stretch that ends where another does takes in the other, or is a part of it. The last one found is most likely asked for next. */
function note(stretches: Stretch[], fresh: Stretch): void {
  const at = stretches.findIndex(({ until }) => until === fresh.until);
  const [same] = at === -1 ? [] : stretches.splice(at, 1);
  stretches.unshift(same !== undefined && same.from < fresh.from ? same : fresh);
}

function startAt(epochMilliseconds: number, offset: number): StartOfDay {
  const offsetMinutes = offset / MILLISECONDS_PER_MINUTE;
  return { epochMilliseconds, offsetMinutes: Number.isInteger(offsetMinutes) ? offsetMinutes : 0 };
}
