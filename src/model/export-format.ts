/** The card of an export format. It streams an edition and never sorts, filters or asks the clock. */
import type { ContentMode, Edition } from './edition.ts';

/** A piece of an output: text, which becomes UTF-8, or bytes as they are. */
export type Chunk = string | Uint8Array;

/** One file of an output that is a folder. */
export interface OutputFile {
  /** From the folder, with `/`; small letters, digits, dots and hyphens. */
  readonly name: string;
  /** How many releases are in it. */
  readonly count: number;
  readonly chunks: Iterable<Chunk>;
}

/** How a format fills a folder (`-o DIR`). */
export interface FolderForm {
  /** `release`: a file for each; `part`: one document that is cut where the standard wants it. */
  readonly unit: 'release' | 'part';
  /** Whether only public releases may be in it, because whoever reads it knows no mark. */
  readonly publicOnly?: true;
  /** The files in the order in which they are written. `stem` is the name, without extension, that parts are named after. */
  files(edition: Edition, stem: string): Iterable<OutputFile>;
}

export type TableOption = 'columns' | 'bom' | 'rawCells';

export interface ExportFormat {
  /** The word after `--format`. */
  readonly id: string;
  readonly summary: string;
  readonly mediaType: string;
  /** Without the dot in front; no two formats share one, because a saved feed's files differ in it alone. */
  readonly extension: string;
  /** Whether it is for programs alone: bytes that no terminal can show. */
  readonly isBinary?: true;
  /** Whether the format can show that a release is not public; without a mark, `--include-unpublished` is refused. */
  readonly marksUnpublished: boolean;
  /** Whether links in it need `baseUrl`. */
  readonly needsBaseUrl: boolean;
  /** Whether it carries the lasting identity of releases, which two settings make. */
  readonly hasIdentity?: true;
  /** Whether it announces withdrawals. */
  readonly hasTombstones: boolean;
  /** How much text goes with it when nobody says. */
  readonly content: ContentMode;
  /** Options of tables that mean something to it; none when it is no table. */
  readonly tableOptions?: readonly TableOption[];
  /** Keys of a release that it has no room for. */
  readonly leavesOut: readonly string[];
  /** Why there can be no document of an edition, as a sentence; undefined when there can. A standard may want one entry at least. */
  refuses?(edition: Edition): string | undefined;
  /** How many releases are in the document, where it is not all of the edition. */
  countIn?(edition: Edition): number;
  write(edition: Edition): Iterable<Chunk>;
  readonly folder?: FolderForm;
}
