/** The card of an export format. It streams an edition and never sorts, filters or asks the clock. */
import type { ContentMode, Edition } from './edition.ts';

export interface ExportFormat {
  /** The word after `--format`. */
  readonly id: string;
  readonly summary: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** Whether the format can show that a release is not public; without a mark, `--include-unpublished` is refused. */
  readonly marksUnpublished: boolean;
  /** Whether links in it need `baseUrl`. */
  readonly needsBaseUrl: boolean;
  /** Whether it announces withdrawals. */
  readonly hasTombstones: boolean;
  /** How much text goes with it when nobody says. */
  readonly content: ContentMode;
  /** Keys of a release that it has no room for. */
  readonly leavesOut: readonly string[];
  write(edition: Edition): Iterable<string>;
}
