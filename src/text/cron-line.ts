/** The minute at which a job may start that is to come after a moment, as crontab(5) and the schedules of build machines write it. */
import { formatRfc3339 } from './dates.ts';

const MILLISECONDS_PER_MINUTE = 60_000;

/** The first whole minute that is not before a moment: cron knows no seconds, and an export before the embargo would miss it. */
export function minuteNotBefore(epochMilliseconds: number): number {
  return Math.ceil(epochMilliseconds / MILLISECONDS_PER_MINUTE) * MILLISECONDS_PER_MINUTE;
}

/** `0 8 8 3 *` for that minute: minute, hour, day and month in UTC. Cron knows no year. */
export function cronFields(epochMilliseconds: number): string {
  const text = formatRfc3339(minuteNotBefore(epochMilliseconds), 0);
  const [month = 0, day = 0, hour = 0, minute = 0] = (text.match(/\d+/g) ?? []).slice(1).map(Number);
  return `${minute} ${hour} ${day} ${month} *`;
}
