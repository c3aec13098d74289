/** The dateline of a release that names another day than its `date`. */
import { bodyDateline, type BodyDateline } from './body-dateline.ts';
import { issueDays, statesDay } from './issue-day.ts';
import type { Manuscript } from './manuscript.ts';
import type { Settings } from './settings.ts';

/** Undefined where the two agree as far as they go, or where one of them is missing. */
export function otherDateline(manuscript: Manuscript, settings: Pick<Settings, 'timezone'>): BodyDateline | undefined {
  const { data } = manuscript;
  const days = data === undefined ? [] : issueDays(data, settings);
  const found = days.length === 0 ? undefined : bodyDateline(manuscript);
  if (found?.dateline.dateRange === undefined) return undefined;
  return days.some((day) => statesDay(found.dateline, day)) ? undefined : found;
}
