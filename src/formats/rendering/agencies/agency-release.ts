/** What news agencies are told of a release besides its text: whether they may use it, and how often it was put right. */
import type { ContentMode } from '../../../model/edition.ts';
import { embargoInstant, type ClearedRelease } from '../../../model/embargo.ts';
import type { Release } from '../../../model/release.ts';
import type { Instant } from '../../../text/dates.ts';
import { shortened, plainLine } from '../plain-text.ts';
import type { ParsedText } from '../markdown/markdown.ts';

/** The codes that ninjs and NewsML-G2 share. */
export type PublishingStatus = 'usable' | 'withheld' | 'canceled';

const LONGEST_SUMMARY = 300;

/** Public releases may be used, withdrawn ones no more; anything else not yet. */
export function publishingStatus({ status, unpublished }: ClearedRelease): PublishingStatus {
  if (unpublished.length === 0) return 'usable';
  return status === 'withdrawn' ? 'canceled' : 'withheld';
}

/** From 1: each correction makes another version. */
export function versionNumber({ corrections }: Pick<Release, 'corrections'>): number {
  return corrections.length + 1;
}

/** Until when a release is under embargo; undefined for one that is not, or whose embargo nobody can read. */
export function embargoedUntil({ embargo, unpublished }: ClearedRelease): Instant | undefined {
  return unpublished.some(({ kind }) => kind === 'embargo') ? embargoInstant(embargo) : undefined;
}

/** How much of a release's text may go out: nothing of one that was withdrawn. */
export function contentShown(release: ClearedRelease, content: ContentMode): ContentMode {
  return publishingStatus(release) === 'canceled' ? 'none' : content;
}

/** The summary on one line. Where it is all that is shown of the text, its beginning stands in for a missing one. */
export function summaryOf(release: Release, text: ParsedText, content: ContentMode): string | undefined {
  if (content === 'none') return undefined;
  const summary = plainLine(release.summary ?? '');
  if (summary !== '' || content === 'full') return summary || undefined;
  return shortened(plainLine(text.firstParagraph()), LONGEST_SUMMARY) || undefined;
}
