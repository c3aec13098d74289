/** Coming releases for eyes, or with tabs for programs; and in a sentence what waits for somebody. */
import type { Environment } from '../../model/environment.ts';
import type { Moment } from '../../model/embargo.ts';
import type { Coming, Waiting } from '../../operations/coming.ts';
import { daysSinceEpoch } from '../../text/civil-calendar.ts';
import { parseCivilDate } from '../../text/dates.ts';
import { dayInZone } from '../../text/day-in-zone.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { exactMoment, spokenMoment } from '../../text/wall-clock.ts';
import { wrapLine } from '../../text/wrap.ts';

type Screen = Pick<Environment, 'paint' | 'width' | 'files'>;

/** Moment by moment, what becomes public then. */
export function comingPage(coming: readonly Coming[], moment: Moment, screen: Screen): string {
  const lines = coming.flatMap((release, index) => {
    const isFirst = coming[index - 1]?.turn !== release.turn;
    const head = isFirst ? [...(index === 0 ? [] : ['']), headOf(release.turn, moment, screen)] : [];
    return [...head, ...entryOf(release, screen)];
  });
  return lines.join('\n');
}

function headOf(turn: number, moment: Moment, { paint }: Screen): string {
  const away = timeAway(turn, moment);
  return paint.strong(spokenMoment(turn, moment.timezone)) + (away === undefined ? '' : paint.quiet(`, ${away}`));
}

function entryOf({ id, title, waitsFor, path, range }: Coming, { paint, width, files }: Screen): string[] {
  const { line, column } = range.start;
  const place = `${terminalSafe(files.display(path))}:${line}:${column}`;
  return [
    ...wrapLine(terminalSafe(title), width - 2),
    paint.quiet(terminalSafe(id)),
    `${paint.quiet(`its ${waitsFor}:`)} ${paint.path(place)}`,
  ].map((text) => `  ${text}`);
}

const FARTHEST = 60;

/** `today`, `tomorrow`, `in 12 days`; undefined for what is too far away to count days. */
function timeAway(turn: number, { now, timezone }: Moment): string | undefined {
  const days = dayNumber(turn, timezone) - dayNumber(now, timezone);
  if (days > FARTHEST) return undefined;
  return ['today', 'tomorrow'][days] ?? `in ${days} days`;
}

function dayNumber(moment: number, timezone: string): number {
  const day = parseCivilDate(dayInZone(moment, timezone));
  return day === undefined ? Infinity : daysSinceEpoch(day);
}

/** Lines of moment, id, what it waits for, title and place, separated by tabs. */
export function comingRows(coming: readonly Coming[], timezone: string, { files }: Pick<Environment, 'files'>): string {
  return coming
    .map(({ id, title, turn, waitsFor, path, range: { start } }) =>
      [exactMoment(turn, timezone), id, waitsFor, title, `${files.display(path)}:${start.line}:${start.column}`]
        .map(terminalSafe)
        .join('\t'),
    )
    .join('\n');
}

const MOST_NAMED = 5;

/** `3 releases wait for somebody: a (on hold), b (draft) …`; undefined when none does. */
export function waitingSentence(waiting: readonly Waiting[], isMore: boolean): string | undefined {
  if (waiting.length === 0) return undefined;
  const named = waiting.slice(0, MOST_NAMED).map(({ id, status }) => `${id} (${stateOf(status)})`);
  const rest = waiting.length - named.length;
  const noun = isMore ? 'more' : waiting.length === 1 ? 'release' : 'releases';
  const verb = waiting.length === 1 ? 'waits' : 'wait';
  const names = `${named.join(', ')}${rest === 0 ? '' : ` and ${rest} more`}`;
  return `${waiting.length} ${noun} ${verb} for somebody: ${names}. «press why ID» says for what.`;
}

function stateOf(status: Waiting['status']): string {
  if (status === 'hold') return 'on hold';
  return status === 'published' ? 'to be put right' : status;
}
