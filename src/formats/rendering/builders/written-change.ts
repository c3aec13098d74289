import { lastChange } from '../../../model/effective-update.ts';
import type { Release } from '../../../model/release.ts';

/** When a release was last changed, as it was written; undefined when it never was. */
export function writtenChange(release: Release, timezone: string): string | undefined {
  const isChanged = release.updated !== undefined || release.corrections.length > 0;
  return isChanged ? lastChange(release, timezone)?.text : undefined;
}
