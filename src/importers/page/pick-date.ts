/** Which of the dates on a page is its release's: the list before the dateline, the dateline before the page's own data. */
import type { Confidence, Contradiction, DayAndMonth, Stated } from '../../model/importer.ts';
import type { ReadDate } from './stated-date.ts';

export interface WrittenDate {
  readonly origin: string;
  readonly confidence?: Confidence;
  readonly written: string;
  /** Undefined when the words are no date that is beyond doubt. */
  readonly read: ReadDate | undefined;
}

export interface PickedDate {
  readonly date: Stated | undefined;
  readonly dayAndMonth: Stated<DayAndMonth> | undefined;
  readonly contradictions: readonly Contradiction[];
  /** Dates that could not be read, in words. */
  readonly unread: readonly string[];
}

/** Takes the first full date, and a day without year beside it; what says otherwise is a contradiction. */
export function pickDate(dates: readonly WrittenDate[]): PickedDate {
  const full = dates.flatMap(({ origin, confidence, read }) =>
    read !== undefined && 'date' in read
      ? [{ origin, value: read.date, ...(confidence !== undefined && { confidence }) }]
      : [],
  );
  const partial = dates.flatMap(({ origin, written, read }) =>
    read !== undefined && 'dayAndMonth' in read ? [{ origin, written, value: read.dayAndMonth }] : [],
  );
  const [date, ...others] = full;
  const [dayAndMonth, ...otherDays] = partial;
  return {
    date,
    dayAndMonth: dayAndMonth === undefined ? undefined : { value: dayAndMonth.value, origin: dayAndMonth.origin },
    contradictions: [
      ...others
        .filter(({ value }) => value.slice(0, 10) !== date?.value.slice(0, 10))
        .map(({ origin, value }) => ({ key: 'date', value, origin })),
      ...(date === undefined
        ? otherDays.filter(({ value }) => !sameDay(value, dayAndMonth?.value))
        : partial.filter(({ value }) => !fits(value, date.value))
      ).map(({ origin, written }) => ({ key: 'date', value: written, origin })),
    ],
    unread: dates
      .filter(({ read }) => read === undefined)
      .map(({ origin, written }) => `«${written}» (${origin}) is no date that can be read for certain`),
  };
}

function sameDay(a: DayAndMonth, b: DayAndMonth | undefined): boolean {
  return a.day === b?.day && a.month === b.month;
}

function fits({ day, month }: DayAndMonth, date: string): boolean {
  return Number(date.slice(5, 7)) === month && Number(date.slice(8, 10)) === day;
}
