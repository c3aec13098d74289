/** When an imported release was issued: what the person says, what the source says, and where they differ. */
import type { DayAndMonth, SourceRelease, Stated } from '../model/importer.ts';
import { PressError } from '../model/press-error.ts';
import { civilText, parseCivilDate, parseInstant, parseReleaseDate, weekday } from '../text/dates.ts';
import { dayInZone } from '../text/day-in-zone.ts';
import { startOfDay } from '../text/zoned-day.ts';
import { conflictsWith, partOf, type Conflict } from './bring-in-report.ts';

export interface DateWish {
  /** `--date`: a day or instant, as typed. */
  readonly date?: string | undefined;
  /** `--year`, as typed. */
  readonly year?: string | undefined;
}

export interface SettledDate {
  /** Undefined when nobody says it. */
  readonly date: Stated | undefined;
  readonly conflicts: readonly Conflict[];
}

/** Checks the person's words. Throws PressError `usage`. */
export function checkDateWish({ date, year }: DateWish): void {
  if (date !== undefined && parseReleaseDate(date) === undefined) {
    throw new PressError('usage', `«${date}» is no day of the calendar and no moment with its distance from UTC.`, {
      hint: 'Write --date 2009-11-16, or --date 2009-11-16T09:30:00+04:00.',
    });
  }
  if (year !== undefined && !/^[12]\d{3}$/.test(year)) {
    throw new PressError('usage', `«${year}» is no year.`, { hint: 'Write four digits, as in --year 2009.' });
  }
}

/**
 * The date of a release. `--date` wins over the source, `--year` only completes what the source leaves open.
 *
 * Throws PressError `usage` when the year has no such day.
 */
export function settleDate(release: SourceRelease, wish: DateWish): SettledDate {
  const date = wishedDate(wish) ?? release.date ?? completedDate(release.dayAndMonth, wish.year);
  const rivals = [
    ...release.contradictions,
    ...rivalOf(date, release.date),
    ...yearRival(release, wish),
    ...dayRival(date, release.dayAndMonth),
  ];
  return { date, conflicts: conflictsWith('date', date, unique(rivals)) };
}

/** A moment at which a day of the newsroom begins, as that day: formats without days write one so. */
export function dayOrMoment(stated: Stated, timezone: string): Stated {
  const moment = parseInstant(stated.value);
  if (moment === undefined) return stated;
  const day = dayInZone(moment.epochMilliseconds, timezone);
  const isItsStart = startOfDay(day, timezone).epochMilliseconds === moment.epochMilliseconds;
  return isItsStart ? { value: day, origin: stated.origin } : stated;
}

function wishedDate({ date }: DateWish): Stated | undefined {
  return date === undefined ? undefined : { value: date, origin: '--date' };
}

function completedDate(stated: Stated<DayAndMonth> | undefined, year: string | undefined): Stated | undefined {
  if (stated === undefined || year === undefined) return undefined;
  const { day, month } = stated.value;
  const date = parseCivilDate(civilText({ year: Number(year), month, day }));
  if (date !== undefined) return { value: date.text, origin: `${stated.origin}, with --year` };
  throw new PressError(
    'usage',
    `The ${stated.origin} says ${dayAndMonthText(stated.value)}, and ${year} has no such day.`,
    {
      hint: 'Look at the year, or give the whole day with --date.',
    },
  );
}

function rivalOf(kept: Stated | undefined, stated: Stated | undefined): SourceRelease['contradictions'] {
  if (kept === undefined || stated === undefined || kept.value.slice(0, 10) === stated.value.slice(0, 10)) return [];
  return [{ ...stated, key: 'date' }];
}

function yearRival({ date }: SourceRelease, wish: DateWish): SourceRelease['contradictions'] {
  if (date === undefined || wish.year === undefined || date.value.startsWith(wish.year)) return [];
  return [{ key: 'date', value: wish.year, origin: '--year' }];
}

/** The dateline's day against the date that was kept: day, month, and day of the week. */
function dayRival(kept: Stated | undefined, stated: Stated<DayAndMonth> | undefined): SourceRelease['contradictions'] {
  const date = kept === undefined ? undefined : parseCivilDate(kept.value.slice(0, 10));
  if (date === undefined || stated === undefined) return [];
  const { day, month, weekday: named } = stated.value;
  const value = dayAndMonthText(stated.value);
  if (day !== date.day || month !== date.month) return [{ key: 'date', value, origin: stated.origin }];
  if (named === undefined || named === weekday(date)) return [];
  return [
    { key: 'date', value: `${value}, a ${weekdays[named] ?? 'different day of the week'}`, origin: stated.origin },
  ];
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(' ');

/** «16 November». */
function dayAndMonthText({ day, month }: DayAndMonth): string {
  return `${day} ${months[month - 1] ?? ''}`.trim();
}

function unique(rivals: SourceRelease['contradictions']): SourceRelease['contradictions'] {
  return [...new Map(rivals.map((rival) => [`${rival.key} ${rival.value} ${rival.origin}`, rival])).values()];
}

export interface Undatable {
  readonly source: string;
  readonly release: Pick<SourceRelease, 'part' | 'dayAndMonth' | 'guesses'>;
}

const SHOWN = 5;

/** The refusal for releases of which nobody knows the day: names both options, and a guess as a guess. */
export function withoutDate(undatable: readonly Undatable[]): PressError {
  const [first, second] = undatable;
  const lines = undatable.slice(0, SHOWN).flatMap(guessLine);
  const message =
    first === undefined || second !== undefined
      ? `${undatable.length} releases do not say when they were issued: ${undatable.slice(0, SHOWN).map(shortly).join(', ')}${undatable.length > SHOWN ? ' …' : ''}.`
      : `${nameOf(first)} does not say when it was issued${first.release.dayAndMonth === undefined ? '' : `: it gives ${dayAndMonthText(first.release.dayAndMonth.value)}, and no year`}.`;
  const wayOut =
    'Give the year with --year YYYY or the whole day with --date YYYY-MM-DD; --undated brings it in as a draft without a day.';
  return new PressError('missing-date', `${message} Nothing was written.`, { hint: [...lines, wayOut].join('\n  ') });
}

function shortly({ source, release }: Undatable): string {
  const name = nameOf({ source, release });
  return release.dayAndMonth === undefined ? name : `${name} (${dayAndMonthText(release.dayAndMonth.value)})`;
}

function nameOf({ source, release: { part } }: Undatable): string {
  return `«${partOf(source, part)}»`;
}

function guessLine({ release }: Undatable): string[] {
  const guess = release.guesses.find(({ key }) => key === 'date');
  return guess === undefined ? [] : [`A guess, not taken: ${guess.value}, because ${guess.reason}.`];
}
