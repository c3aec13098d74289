/**
 * Where the front matter of a file begins and ends, decided before any YAML library sees it.
 *
 * gray-matter closes a block on any line that begins with `---`, reads other fence words as languages and swallows a
 * block that is never closed; so the fences are judged here, and only here.
 */
export interface FrontMatterBlock {
  /** Offset of the first character after the opening fence line. */
  readonly start: number;
  /** Offset just after the last character of the block, its final line break included. */
  readonly end: number;
  /** Offset of the first character after the closing fence line. */
  readonly bodyStart: number;
}

export interface FenceFault {
  readonly kind: 'none' | 'before' | 'word' | 'unclosed' | 'stray' | 'too-long';
  readonly start: number;
  readonly end: number;
}

export type Split = { readonly block: FrontMatterBlock } | { readonly fault: FenceFault };

/** `bytes` of UTF-8. */
export const frontMatterLimits = { bytes: 32 * 1024, lines: 1000 } as const;

const BYTE_ORDER_MARK = 0xfeff;

/** Splits a decoded file. Linear in the length of the front matter, never reads into the body. */
export function splitFrontMatter(text: string): Split {
  const first = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const opening = lineAt(text, first);
  const openingFault = judgeOpening(text, first, opening);
  if (openingFault !== undefined) return { fault: openingFault };
  return findClosing(text, opening);
}

interface Line {
  readonly start: number;
  /** Offset of the line's end, without its break. */
  readonly end: number;
  /** Offset of the next line; the text's length when there is none. */
  readonly next: number;
}

function lineAt(text: string, start: number): Line {
  const feed = text.indexOf('\n', start);
  if (feed === -1) return { start, end: text.length, next: text.length };
  const end = text.charCodeAt(feed - 1) === 13 ? feed - 1 : feed;
  return { start, end, next: feed + 1 };
}

function judgeOpening(text: string, first: number, line: Line): FenceFault | undefined {
  const place = { start: line.start, end: line.end };
  const words = text.slice(line.start, line.end);
  if (/^---(?:[ \t]*yaml)?[ \t]*$/.test(words)) return undefined;
  if (/^---[ \t]*[A-Za-z]/.test(words)) return { kind: 'word', ...place };
  const later = /(?:^|\n)---[ \t]*\r?\n/.exec(text.slice(first, first + 2000));
  return { kind: later === null ? 'none' : 'before', ...place };
}

function findClosing(text: string, opening: Line): Split {
  const tooLong = { fault: { kind: 'too-long', start: opening.start, end: opening.end } } as const;
  let lines = 0;
  let line = opening;
  while (line.next < text.length) {
    line = lineAt(text, line.next);
    // No character is shorter than a byte: a quick look that spares measuring, and ends the search.
    if (lines > frontMatterLimits.lines || line.start - opening.next > frontMatterLimits.bytes) return tooLong;
    if (text.startsWith('---', line.start)) return judgeClosing(text, opening, line) ?? tooLong;
    lines += 1;
  }
  return { fault: { kind: 'unclosed', start: opening.start, end: opening.end } };
}

/** The block that a line beginning with `---` closes, the fault in that line, or undefined for a block of too many bytes. */
function judgeClosing(text: string, opening: Line, line: Line): Split | undefined {
  if (!/^---[ \t]*$/.test(text.slice(line.start, line.end)))
    return { fault: { kind: 'stray', start: line.start, end: line.end } };
  if (isTooBig(text, opening.next, line.start)) return undefined;
  return { block: { start: opening.next, end: line.start, bodyStart: line.next } };
}

function isTooBig(text: string, start: number, end: number): boolean {
  // No code unit takes more than three bytes: measured only where it could matter.
  if ((end - start) * 3 <= frontMatterLimits.bytes) return false;
  return new TextEncoder().encode(text.slice(start, end)).length > frontMatterLimits.bytes;
}
