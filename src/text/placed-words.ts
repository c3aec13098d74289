/** The words of a text with their places, paragraph by paragraph: for comparing texts that may be wrapped differently. */
import { htmlComments } from './html-comments.ts';

export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Paragraphs, divided by blank lines, as words between blanks. HTML comments are passed over; places are offsets into the text. */
export function placedParagraphs(text: string, from = 0): PlacedWord[][] {
  const paragraphs: PlacedWord[][] = [];
  const visible = withBlankComments(text, from);
  let last = 0;
  for (const { 0: word, index } of visible.matchAll(/\S+/g)) {
    const current = paragraphs.at(-1);
    const placed = { word, start: index + from, end: index + from + word.length };
    if (current === undefined || hasBlankLine(visible.slice(last, index))) paragraphs.push([placed]);
    else current.push(placed);
    last = index + word.length;
  }
  return paragraphs;
}

/** A comment leaves blanks, so that every place stays what it is; one that is never closed reaches to the end. */
function withBlankComments(text: string, from: number): string {
  const parts: string[] = [];
  let at = from;
  for (const { start, end } of htmlComments(text, from)) {
    parts.push(text.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Of blanks alone: whether there are two ends of lines. */
function hasBlankLine(blanks: string): boolean {
  return blanks.indexOf('\n') !== blanks.lastIndexOf('\n');
}

/** Two lists of words without what they have in common at both ends: indexes into the first and the second. */
export interface Difference {
  readonly from: number;
  readonly toInFirst: number;
  readonly toInSecond: number;
}

/** Where two lists of words differ; undefined when they are the same. */
export function differenceOf(first: readonly string[], second: readonly string[]): Difference | undefined {
  const shorter = Math.min(first.length, second.length);
  let from = 0;
  while (from < shorter && first[from] === second[from]) from += 1;
  if (from === first.length && from === second.length) return undefined;
  let same = 0;
  while (same < shorter - from && first.at(-1 - same) === second.at(-1 - same)) same += 1;
  return { from, toInFirst: first.length - same, toInSecond: second.length - same };
}

/** How much two lists of words have in common, whatever the order: 0 nothing, 1 everything (Dice’s coefficient). */
export function likeness(first: readonly string[], second: readonly string[]): number {
  if (first.length + second.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of first) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of second) {
    const count = left.get(word) ?? 0;
    if (count > 0) common += 1;
    left.set(word, count - 1);
  }
  return (2 * common) / (first.length + second.length);
}
