/** What readers read of a body as words, paragraph by paragraph. */
import { quotationsIn, type Quotation } from '../text/quotations.ts';
import { outlineOf } from './body-outline.ts';
import type { Manuscript, Span } from './manuscript.ts';

/** A paragraph, heading or table; offsets are into the file. */
export interface BodyParagraph extends Span {
  readonly kind: 'paragraph' | 'heading' | 'table';
  /** The words; blanks stand for code, tags, addresses and comments, so that places stay what they are. */
  readonly prose: string;
  /** Whether the whole is marked as a quotation (`>`). */
  readonly isQuoted: boolean;
}

/** The paragraphs of a body, in order, one by one. */
export function* paragraphsOf(manuscript: Manuscript): Generator<BodyParagraph> {
  const outline = outlineOf(manuscript);
  let quotedTo = -1;
  for (const { kind, start, end } of outline.blocks) {
    if (kind === 'quote') quotedTo = Math.max(quotedTo, end);
    if (kind !== 'paragraph' && kind !== 'heading' && kind !== 'table') continue;
    yield { kind, start, end, prose: outline.proseAt({ start, end }), isQuoted: start < quotedTo };
  }
}

/** The quotations of a paragraph; offsets are into its prose. */
export function quotationsOf({ prose }: BodyParagraph): Quotation[] {
  return mayHoldQuotation(prose) ? quotationsIn(prose) : [];
}

/** The look before any work. */
export function mayHoldQuotation(text: string): boolean {
  return /["“„«»‘「『]/.test(text);
}
