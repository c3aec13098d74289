/** What a line of Markdown can begin with (CommonMark §4 and §5). Offsets are into the text. */

export interface Fence {
  readonly sign: string;
  readonly length: number;
}

export interface ListMarker {
  /** The sign that items of one list share: `-`, `+`, `*`, `.` or `)`. */
  readonly sign: string;
  readonly length: number;
  /** Whether it may stand in the middle of a paragraph as far as its number goes: only lists that begin with 1 do. */
  readonly isFirst: boolean;
}

const MOST_LEVELS = 6;
const MOST_DIGITS = 9;

/** The number of `#` of a heading; 0 when the line is none. */
export function headingLevel(text: string, start: number, end: number): number {
  const length = runLength(text, start, end);
  const isHeading = length <= MOST_LEVELS && (start + length === end || isBlankSign(text.charAt(start + length)));
  return isHeading ? length : 0;
}

/** The words of a heading: without the `#` before and behind them. */
export function headingWords(text: string, start: number, end: number): { start: number; end: number } {
  const from = skipBlanks(text, start, end);
  const last = trimEnd(text, from, end);
  let to = last;
  while (to > from && text.charAt(to - 1) === '#') to -= 1;
  if (to > from && !isBlankSign(text.charAt(to - 1))) to = last;
  return { start: from, end: trimEnd(text, from, to) };
}

/** The fence that opens code at an offset. */
export function fenceAt(text: string, start: number, end: number): Fence | undefined {
  const sign = text.charAt(start);
  if (sign !== '`' && sign !== '~') return undefined;
  const length = runLength(text, start, end);
  if (length < 3) return undefined;
  const other = sign === '`' ? text.indexOf('`', start + length) : -1;
  return other !== -1 && other < end ? undefined : { sign, length };
}

/** Whether a line closes the code that a fence opened. */
export function closesFence(text: string, line: { start: number; end: number }, { sign, length }: Fence): boolean {
  if (text.charAt(line.start) !== sign) return false;
  const run = runLength(text, line.start, line.end);
  return run >= length && skipBlanks(text, line.start + run, line.end) === line.end;
}

/** Whether a line is a rule: three or more of `*`, `-` or `_`, and nothing else. */
export function isRule(text: string, start: number, end: number): boolean {
  const sign = text.charAt(start);
  if (!'*-_'.includes(sign)) return false;
  let count = 0;
  for (let at = start; at < end; at++) {
    const each = text.charAt(at);
    if (each === sign) count += 1;
    else if (!isBlankSign(each)) return false;
  }
  return count >= 3;
}

/** The level of the heading that a line of `=` or `-` makes of the paragraph above it; 0 when it is no such line. */
export function underlineLevel(text: string, start: number, end: number): number {
  const sign = text.charAt(start);
  if (sign !== '=' && sign !== '-') return 0;
  if (skipBlanks(text, start + runLength(text, start, end), end) < end) return 0;
  return sign === '=' ? 1 : 2;
}

/** The marker that begins an item of a list. */
export function listMarkerAt(text: string, start: number, end: number): ListMarker | undefined {
  let at = start;
  while (at < end && at - start <= MOST_DIGITS && isDigit(text.charCodeAt(at))) at += 1;
  const sign = text.charAt(at);
  const digits = at - start;
  const isMarker = digits === 0 ? '-+*'.includes(sign) : digits <= MOST_DIGITS && '.)'.includes(sign);
  if (at >= end || !isMarker || (at + 1 < end && !isBlankSign(text.charAt(at + 1)))) return undefined;
  return { sign, length: digits + 1, isFirst: digits === 0 || Number(text.slice(start, at)) === 1 };
}

/** How often the character at an offset is repeated. */
export function runLength(text: string, start: number, end: number): number {
  const sign = text.charCodeAt(start);
  let at = start;
  while (at < end && text.charCodeAt(at) === sign) at += 1;
  return at - start;
}

export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlankSign(text.charAt(at))) at += 1;
  return at;
}

/** Where a stretch ends without the blanks at its end. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlankSign(text.charAt(at - 1))) at -= 1;
  return at;
}

function isBlankSign(sign: string): boolean {
  return sign === ' ' || sign === '\t';
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
