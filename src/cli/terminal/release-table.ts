/** Releases as rows: aligned for eyes, or with tabs for programs. */
import type { ClearedRelease } from '../../model/embargo.ts';
import type { Environment } from '../../model/environment.ts';
import { cutToWidth, displayWidth, padToWidth } from '../../text/display-width.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { dayOf } from '../../model/condition.ts';

/** Lines of id, date, place, title and status, separated by tabs. A published release that is not public yet does not say «published». */
export function tabbedLines(releases: Iterable<ClearedRelease>): string[] {
  return Array.from(releases, (release) =>
    [release.id, release.date?.text ?? '', release.places.join('; '), release.title, statusWord(release)]
      .map(terminalSafe)
      .join('\t'),
  );
}

const widestPlace = 24;
const gap = '  ';

/** A table as wide as the terminal: date, place, title; what is not public says why. */
export function releaseTable(
  releases: Iterable<ClearedRelease>,
  { width, paint }: Pick<Environment, 'width' | 'paint'>,
): string[] {
  const rows = Array.from(releases, (release) => ({
    date: dayOf(release) ?? 'no date',
    place: terminalSafe(release.places.join(', ')),
    title: terminalSafe(release.title),
    mark: release.unpublished.length === 0 ? '' : ` (${heldWord(release)})`,
  }));
  const dateWidth = Math.max(0, ...rows.map((row) => row.date.length));
  const placeWidth = Math.min(widestPlace, Math.max(0, ...rows.map((row) => displayWidth(row.place))));
  return rows.map((row) => {
    const room = Math.max(20, width - dateWidth - placeWidth - 2 * gap.length - displayWidth(row.mark));
    const place = padToWidth(cutToWidth(row.place, placeWidth), placeWidth);
    return [paint.quiet(row.date.padEnd(dateWidth)), place, cutToWidth(row.title, room) + paint.warn(row.mark)].join(
      gap,
    );
  });
}

function statusWord(release: ClearedRelease): string {
  return release.unpublished.length === 0 ? release.status : heldWord(release);
}

function heldWord({ status, unpublished }: ClearedRelease): string {
  if (status !== 'published') return status;
  return unpublished.some((reason) => reason.kind === 'embargo') ? 'embargoed' : 'not public';
}
