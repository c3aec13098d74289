/** What the dateline of an item's text adds to what the item says of itself, and where the two differ. */
import { parseDateline, type Dateline } from '../../model/dateline.ts';
import type { Contradiction, SourceRelease, Stated } from '../../model/importer.ts';
import { fold } from '../../text/fold.ts';
import { headOf } from '../page/find-release.ts';
import { oneLine } from '../page/one-line.ts';
import type { Passage } from '../page/passage.ts';
import { dated } from '../page/stated-date.ts';
import { mayBeOneDay } from './item-dates.ts';

export type DatelineFacts = Pick<SourceRelease, 'date' | 'dayAndMonth' | 'places' | 'contradictions'>;

interface Told {
  readonly date: Stated | undefined;
  readonly places: readonly Stated[];
  readonly passages: readonly Passage[];
}

/** Date and places: the item's own, else those of the dateline, which are likely. */
export function besideDateline({ date, places, passages }: Told): DatelineFacts {
  const dateline = parseDateline(headOf(passages));
  const day = dayOf(dateline);
  const cities = (dateline?.cities ?? []).map((city): Stated => ({
    value: oneLine(city),
    origin: 'dateline',
    confidence: 'likely',
  }));
  return {
    date: date ?? day.date,
    dayAndMonth: date === undefined ? day.dayAndMonth : undefined,
    places: places.length > 0 ? places : cities,
    contradictions: [...dateRivals(date, day), ...(places.length === 0 ? [] : placeRivals(places, cities))],
  };
}

type DatelineDay = Pick<SourceRelease, 'date' | 'dayAndMonth'>;

function dayOf(dateline: Dateline | undefined): DatelineDay {
  const none = { date: undefined, dayAndMonth: undefined };
  if (dateline?.day === undefined || dateline.month === undefined) return none;
  const { day, month, year, weekday } = dateline;
  const read = dated({ day, month, year, weekday: weekday?.day });
  const origin = 'dateline';
  if (read === undefined) return none;
  if ('date' in read) return { ...none, date: { value: read.date, origin, confidence: 'likely' } };
  return { ...none, dayAndMonth: { value: read.dayAndMonth, origin, confidence: 'likely' } };
}

/** A dateline without year says something against a date when no year makes the two one day. */
function dateRivals(kept: Stated | undefined, { date, dayAndMonth }: DatelineDay): Contradiction[] {
  if (kept === undefined) return [];
  if (date !== undefined) {
    return mayBeOneDay(kept.value, date.value) ? [] : [{ key: 'date', value: date.value, origin: date.origin }];
  }
  if (dayAndMonth === undefined) return [];
  const { day, month } = dayAndMonth.value;
  const year = Number(kept.value.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap((each) => {
    const read = dated({ day, month, year: each, weekday: undefined });
    return read !== undefined && 'date' in read ? [read.date] : [];
  });
  if (days.some((each) => mayBeOneDay(kept.value, each))) return [];
  const shown = days[1] ?? `day ${day} of month ${month}`;
  return [{ key: 'date', value: shown, origin: dayAndMonth.origin }];
}

/** The item may name fewer cities than its dateline, not other ones. */
function placeRivals(places: readonly Stated[], cities: readonly Stated[]): Contradiction[] {
  const known = new Set(places.map(({ value }) => fold(value)));
  return cities
    .filter(({ value }) => !known.has(fold(value)))
    .map(({ value, origin }) => ({ key: 'place', value, origin }));
}
