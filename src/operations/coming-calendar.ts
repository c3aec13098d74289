/** Coming releases as an iCalendar (RFC 5545), for the calendars of the house. */
import type { EpochMilliseconds } from '../model/clock.ts';
import { identityOf } from '../model/identity.ts';
import type { Settings } from '../model/settings.ts';
import { calendarLine, calendarMoment, calendarText } from '../text/icalendar.ts';
import { spokenMoment } from '../text/wall-clock.ts';
import type { Coming } from './coming.ts';

export interface CalendarContext {
  readonly settings: Pick<Settings, 'publisher' | 'timezone'>;
  /** The moment of the run: §3.8.7.2 wants to know how old the information is. */
  readonly now: EpochMilliseconds;
}

/** The calendar in pieces. An event is known by the lasting identity of its release, so a moved moment moves the event. */
export function* comingCalendar(coming: readonly Coming[], context: CalendarContext): Generator<string> {
  yield calendarLine('BEGIN', 'VCALENDAR');
  yield calendarLine('VERSION', '2.0');
  yield calendarLine('PRODID', '-//presswright//press next//EN');
  const known = new Set<string>();
  for (const release of coming) {
    // §3.8.4.7: «the value MUST be globally unique»; of two releases with one id only one can go out.
    if (known.has(release.id)) continue;
    known.add(release.id);
    yield eventOf(release, context);
  }
  yield calendarLine('END', 'VCALENDAR');
}

/** A moment without an end takes no time (§3.6.1), and blocks nobody's hour. */
function eventOf({ id, title, path, turn, waitsFor }: Coming, { settings, now }: CalendarContext): string {
  const { publisher, timezone } = settings;
  const why = waitsFor === 'embargo' ? 'Its embargo ends' : 'Its date is reached';
  const description = `${why} on ${spokenMoment(turn, timezone)}.\n${path}\npress why ${id}`;
  const properties: readonly (readonly [string, string])[] = [
    ['BEGIN', 'VEVENT'],
    ['UID', calendarText(identityOf(id, publisher))],
    ['DTSTAMP', calendarMoment(now)],
    ['DTSTART', calendarMoment(turn)],
    ['SUMMARY', calendarText(`Public: ${title}`)],
    ['DESCRIPTION', calendarText(description)],
    ['CLASS', 'CONFIDENTIAL'],
    ['TRANSP', 'TRANSPARENT'],
    ['END', 'VEVENT'],
  ];
  return properties.map(([name, value]) => calendarLine(name, value)).join('');
}
