/** The minutes at which an export is worth running, for cron and for the schedules of build machines. */
import { cronFields, minuteNotBefore } from '../text/cron-line.ts';
import { exactMoment } from '../text/wall-clock.ts';
import type { Coming } from './coming.ts';

/** `0 8 8 3 *  # 2026-03-08T09:00:00+01:00 2026-03-08-an-id`: a line for each minute in which something becomes public, soonest first. */
export function scheduleLines(coming: readonly Coming[], timezone: string): string[] {
  const minutes = new Map<number, Coming[]>();
  for (const release of coming) {
    const minute = minuteNotBefore(release.turn);
    minutes.set(minute, [...(minutes.get(minute) ?? []), release]);
  }
  return [...minutes].map(([minute, releases]) => {
    const [moment] = releases.map(({ turn }) => exactMoment(turn, timezone));
    return `${cronFields(minute)}  # ${moment ?? ''} ${releases.map(({ id }) => id).join(' ')}`;
  });
}
