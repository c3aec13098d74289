/** One file as read: its text, what its front matter says, and where each value stands. */
import { endOfLineText } from '../text/line-ends.ts';
import type { LineMap } from './text-range.ts';

/** Where a value stands in front matter: property names and list indexes from the top. */
export type DataPath = readonly (string | number)[];

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A change that mends a fault; offsets are into the manuscript's text. */
export interface OffsetFix {
  readonly title: string;
  /** `safe` cannot change what the release says; `review` wants a person's eye. */
  readonly safety: 'safe' | 'review';
  readonly edits: readonly (Span & { readonly text: string })[];
}

/** Rules whose findings come from reading itself. */
export type ReadingRule =
  | 'front-matter'
  | 'duplicate-key'
  | 'encoding'
  | 'size-limit'
  | 'control-character'
  | 'file-kind';

/** Something that reading found wrong; offsets are into the manuscript's text. */
export interface Fault extends Span {
  readonly rule: ReadingRule;
  readonly message: string;
  readonly hint?: string;
  readonly fix?: OffsetFix;
  readonly related?: readonly (Span & { readonly message: string })[];
}

/** Values of front matter. Objects have no prototype, dates are the strings that stand in the file. */
export type FrontMatter = Readonly<Record<string, unknown>>;

export interface Manuscript {
  /** From the repository's root, with `/`. */
  readonly path: string;
  /** The whole file as decoded, a byte-order mark included; empty when it could not be decoded. */
  readonly text: string;
  /** Hex SHA-256 of the file's bytes; empty when they could not be read. */
  readonly digest: string;
  /** Undefined when the front matter cannot be relied on. */
  readonly data: FrontMatter | undefined;
  /** The stretch between the fences; empty when there is none. */
  readonly block: Span;
  readonly bodyStart: number;
  readonly faults: readonly Fault[];
  readonly lines: LineMap;
  /** Where a value or its key stands; undefined for what is not there. */
  locate(path: DataPath, part?: 'value' | 'key'): Span | undefined;
}

/** The text after the front matter. */
export function bodyOf(manuscript: Pick<Manuscript, 'text' | 'bodyStart'>): string {
  return manuscript.text.slice(manuscript.bodyStart);
}

/** The line of the opening fence: where a finding about the front matter as a whole points. */
export function fenceOf(manuscript: Pick<Manuscript, 'text'>): Span {
  const start = manuscript.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { start, end: endOfLineText(manuscript.text, start) };
}
