import type { ReleaseSeries } from '../../../model/edition.ts';
import type { Release } from '../../../model/release.ts';

/** `2009` or `2009-11`, as it was written; empty for a draft without a date. */
export function periodOf({ date }: Pick<Release, 'date'>, unit: 'year' | 'month'): string {
  return date?.text.slice(0, unit === 'year' ? 4 : 7) ?? '';
}

/** Whether no year (or month) comes again after another one: releases that are sorted by title have no use for such headings. */
export function isInPeriods(releases: ReleaseSeries, unit: 'year' | 'month'): boolean {
  const seen = new Set<string>();
  let last: string | undefined;
  for (const release of releases) {
    const period = periodOf(release, unit);
    if (period === last) continue;
    if (seen.has(period)) return false;
    seen.add(period);
    last = period;
  }
  return true;
}
