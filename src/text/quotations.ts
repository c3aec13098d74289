/** Stretches of a paragraph that stand between quotation marks, in the ways in which several languages set them. */
export interface Quotation {
  /** With its marks. A quotation that is not closed goes on to the end: the next paragraph opens with a mark again. */
  readonly start: number;
  readonly end: number;
  readonly words: { readonly start: number; readonly end: number };
}

let closingMarks: ReadonlyMap<string, string> | undefined;

/** The outermost quotations of one paragraph, in order. Apostrophes and inches open none. */
export function quotationsIn(paragraph: string): Quotation[] {
  closingMarks ??= new Map([
    ['“', '”'],
    ['„', '“”'],
    ['«', '»'],
    ['»', '«»'],
    ['"', '"'],
    ['‘', '’'],
    ['「', '」'],
    ['『', '』'],
  ]);
  const found: Quotation[] = [];
  for (let at = nextMark(paragraph, 0); at !== -1; at = nextMark(paragraph, at + 1)) {
    const closing = closingMarks.get(paragraph.charAt(at));
    if (closing === undefined || !opens(paragraph, at)) continue;
    const close = closeOf(paragraph, at, closing);
    const end = close === -1 ? paragraph.length : close;
    found.push({ start: at, end: Math.min(end + 1, paragraph.length), words: { start: at + 1, end } });
    at = end;
  }
  return found;
}

function nextMark(text: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.test(text) ? MARK.lastIndex - 1 : -1;
}

const MARK = /["“„«»‘「『]/g;

/** A mark that looks the same at both ends opens where nothing, a blank, a bracket or a dash stands before it. */
function opens(text: string, at: number): boolean {
  if (!'"‘»'.includes(text.charAt(at))) return true;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return (at === 0 || /[\s([{*_–—-]/.test(before)) && after !== '' && after.trim() !== '';
}

function closeOf(text: string, open: number, closing: string): number {
  const opening = text.charAt(open);
  let depth = 0;
  for (let at = open + 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (closing.includes(sign) && closes(text, at)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (sign === opening && '«“'.includes(sign)) depth += 1;
  }
  return -1;
}

/** `’` within or at the end of a word may be an apostrophe; a straight mark behind a blank opens another quotation. */
function closes(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (sign === '’') return !/[\p{L}\p{N}]/u.test(text.charAt(at + 1));
  return sign !== '"' || text.charAt(at - 1).trim() !== '';
}
