/** Releases as rows: aligned for eyes, or with tabs for programs. */
import type { ClearedRelease } from '../../model/embargo.ts';
import type { Environment } from '../../model/environment.ts';
import { placesLine, type EditionFacts } from '../../model/edition-facts.ts';
import { cutToWidth, displayWidth, padToWidth } from '../../text/display-width.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { dayOf } from '../../model/condition.ts';

/** Lines of id, date, place, title and status, separated by tabs. A published release that is not public yet does not say «published». */
export function* tabbedLines(releases: Iterable<ClearedRelease>): Generator<string> {
  for (const release of releases) {
    const { id, date, places, title } = release;
    yield `${[id, date?.text ?? '', places.join('; '), title, statusWord(release)].map(terminalSafe).join('\t')}\n`;
  }
}

const widestPlace = 24;
const widestDate = 'YYYY-MM-DD'.length;
const noDate = 'no date';
const gap = '  ';

/** What a table is made of: the releases in their order, and how much room the widest date and places of them take. */
export interface Tabled {
  readonly releases: Iterable<ClearedRelease>;
  readonly facts: { readonly widths: EditionFacts['widths'] };
}

/** The lines of a table as wide as the terminal: date, place, title; what is not public says why. */
export function* releaseTable(
  { releases, facts: { widths } }: Tabled,
  { width, paint }: Pick<Environment, 'width' | 'paint'>,
): Generator<string> {
  const dateWidth = Math.max(noDate.length, Math.min(widestDate, widths.date));
  const placeWidth = Math.min(widestPlace, widths.places);
  for (const release of releases) {
    const mark = release.unpublished.length === 0 ? '' : ` (${heldWord(release)})`;
    const room = Math.max(20, width - dateWidth - placeWidth - 2 * gap.length - displayWidth(mark));
    const date = paint.quiet((dayOf(release) ?? noDate).padEnd(dateWidth));
    const place = padToWidth(cutToWidth(terminalSafe(placesLine(release)), placeWidth), placeWidth);
    yield `${[date, place, cutToWidth(terminalSafe(release.title), room) + paint.warn(mark)].join(gap)}\n`;
  }
}

function statusWord(release: ClearedRelease): string {
  return release.unpublished.length === 0 ? release.status : heldWord(release);
}

function heldWord({ status, unpublished }: ClearedRelease): string {
  if (status !== 'published') return status;
  return unpublished.some((reason) => reason.kind === 'embargo') ? 'embargoed' : 'not public';
}
