/**
 * Remarks that silence a finding in one place: `# press-ignore RULE: reason` in front matter, `<!-- press-ignore RULE: reason -->`
 * in the text. Several rules stand with commas between. A remark without a reason silences nothing.
 */
import { judgedPart } from './judged-part.ts';
import { fenceOf, type DataPath, type Manuscript, type Span } from './manuscript.ts';
import { htmlComments } from '../text/html-comments.ts';
import { endOfLine, endOfLineText } from '../text/line-ends.ts';

export interface Ignore extends Span {
  readonly rules: readonly string[];
  /** Empty when none is given. */
  readonly reason: string;
  /** Findings that begin here are meant. */
  readonly covers: readonly Span[];
  /** What goes when the remark is taken out: the blanks before it as well, or its whole line. */
  readonly removal: Span;
}

/** What became of a remark, for each rule that it names. */
export interface IgnoreOutcome {
  readonly rule: string;
  /** `unjudged`: the rule is off, or the file has faults that may have kept the rule from looking. */
  readonly outcome: 'used' | 'unused' | 'unknown' | 'binding' | 'unjudged';
}

const WORD = 'press-ignore';

// More of them nobody can have looked at.
const MOST = 1000;

/** The remarks of a file, in the order in which they stand there; only the first thousand count. */
export function ignoresOf(manuscript: Manuscript): Ignore[] {
  const part = judgedPart(manuscript);
  if (!part.text.includes(WORD)) return [];
  const found: Ignore[] = [];
  for (const remarks of [remarksInFrontMatter(part), remarksInBody(part)])
    for (const each of remarks) if (found.push(each) >= MOST) return found;
  return found;
}

/** Whether a finding that begins at an offset is meant by a remark. */
export function isCovered({ covers }: Ignore, offset: number): boolean {
  return covers.some(({ start, end }) => offset >= start && offset <= end);
}

function parse(words: string): Pick<Ignore, 'rules' | 'reason'> {
  const colon = words.indexOf(':');
  const names = colon === -1 ? words : words.slice(0, colon);
  const rules = names.split(/[\s,]+/).filter((name) => name !== '');
  return { rules, reason: colon === -1 ? '' : words.slice(colon + 1).trim() };
}

function remark(text: string, found: Omit<Ignore, 'removal'>): Ignore {
  const { start, end } = found;
  let from = start;
  while (from > 0 && ' \t'.includes(text.charAt(from - 1))) from -= 1;
  const lineEnd = endOfLine(text, end);
  const isAlone = (from === 0 || text.charAt(from - 1) === '\n') && text.slice(end, lineEnd).trim() === '';
  return {
    ...found,
    removal: isAlone ? { start: from, end: Math.min(lineEnd + 1, text.length) } : { start: from, end },
  };
}

function* remarksInBody({ text, bodyStart }: Manuscript): Generator<Ignore> {
  const covered = new CoveredText(text, bodyStart);
  for (const { start, end, isClosed } of htmlComments(text, bodyStart)) {
    const inside = text.slice(start + '<!--'.length, end - '-->'.length).trim();
    if (!isClosed || !isRemark(inside)) continue;
    const covers = covered.by({ start, end });
    yield remark(text, { start, end, ...parse(inside.slice(WORD.length)), covers });
  }
}

/** Also for a remark that names no rule. */
function isRemark(words: string): boolean {
  return words.startsWith(WORD) && !/[\w-]/.test(words.charAt(WORD.length));
}

/** What the remarks of one text cover, asked in the order in which they stand there. */
class CoveredText {
  readonly #text: string;
  readonly #top: Span;
  readonly #first: number;
  /** The paragraph that was found last, and from where: remarks one above the other are all about the same one. */
  #last: { readonly from: number; readonly paragraph: Span } | undefined;

  constructor(text: string, bodyStart: number) {
    this.#text = text;
    this.#top = fenceOf({ text });
    this.#first = firstLineOfText(text, bodyStart);
  }

  /**
   * The line that a remark stands on; or, when it has a line to itself, the paragraph below, and at the top of the text also what is
   * missing from the release as a whole.
   */
  by({ start, end }: Span): Span[] {
    const text = this.#text;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = endOfLine(text, end);
    if (text.slice(lineStart, start).trim() !== '' || text.slice(end, lineEnd).trim() !== '')
      return [{ start: lineStart, end: lineEnd }];
    const paragraph = this.#paragraphFrom(lineEnd + 1);
    return this.#first >= start ? [this.#top, paragraph] : [paragraph];
  }

  #paragraphFrom(from: number): Span {
    if (this.#last !== undefined && from >= this.#last.from && from <= this.#last.paragraph.start)
      return this.#last.paragraph;
    const text = this.#text;
    const start = firstLineOfText(text, from);
    let end = endOfLine(text, start);
    while (end < text.length && text.slice(end + 1, endOfLine(text, end + 1)).trim() !== '')
      end = endOfLine(text, end + 1);
    this.#last = { from, paragraph: { start, end } };
    return this.#last.paragraph;
  }
}

/** Behind blank lines and other remarks. */
function firstLineOfText(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const line = text.slice(at, endOfLine(text, at)).trim();
    if (line !== '' && !(line.startsWith('<!--') && line.indexOf('-->') === line.length - 3)) return at;
    at = endOfLine(text, at) + 1;
  }
  return text.length;
}

function* remarksInFrontMatter(manuscript: Manuscript): Generator<Ignore> {
  const { text, block, data } = manuscript;
  if (data === undefined) return;
  let start = text.indexOf('#', block.start);
  let scalars: readonly Span[] | undefined;
  while (start !== -1 && start < block.end) {
    const end = Math.min(endOfLineText(text, start), block.end);
    const inside = text.slice(start + 1, end).trim();
    const isComment = isRemark(inside) && isBlankBefore(text, start);
    if (isComment) scalars ??= placesOfValues(manuscript);
    if (isComment && scalars?.some((value) => start >= value.start && start < value.end) === false)
      yield remark(text, {
        start,
        end,
        ...parse(inside.slice(WORD.length)),
        covers: coveredEntries(manuscript, { start, end }),
      });
    start = text.indexOf('#', start + 1);
  }
}

function isBlankBefore(text: string, at: number): boolean {
  return ' \t\n'.includes(text.charAt(at - 1));
}

/** A sign in a quoted key or value, or in a text of several lines, begins no comment. */
function placesOfValues(manuscript: Manuscript): Span[] {
  const places: Span[] = [];
  const walk = (value: unknown, path: DataPath): void => {
    if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) {
        places.push(...[manuscript.locate([...path, key], 'key')].filter((span) => span !== undefined));
        walk(item, [...path, key]);
      }
    else places.push(...[manuscript.locate(path)].filter((span) => span !== undefined));
  };
  walk(manuscript.data, []);
  return places;
}

/** The line of a remark; or, when it has a line to itself, the entry below, and at the top also what is missing from the whole. */
function coveredEntries(manuscript: Manuscript, { start, end }: Span): Span[] {
  const { text, block } = manuscript;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(lineStart, start).trim() !== '') return [{ start: lineStart, end }];
  const isFirst = text
    .slice(block.start, lineStart)
    .split('\n')
    .every((line) => line.trim() === '' || line.trimStart().startsWith('#'));
  const entry = entryBelow(text, endOfLine(text, end) + 1, block.end);
  return isFirst ? [fenceOf(manuscript), entry] : [entry];
}

/** A key with the indented lines and list items that belong to it. */
function entryBelow(text: string, from: number, limit: number): Span {
  let at = from;
  while (at < limit && text.slice(at, endOfLine(text, at)).trimStart().startsWith('#')) at = endOfLine(text, at) + 1;
  const depth = indentOf(text, at);
  let end = endOfLine(text, at);
  for (let next = end + 1; next < limit && belongs(text, next, depth); next = end + 1) end = endOfLine(text, next);
  return { start: at, end: Math.min(end, limit) };
}

function belongs(text: string, at: number, depth: number): boolean {
  const indent = indentOf(text, at);
  return indent > depth || (indent === depth && text.charAt(at + indent) === '-');
}

function indentOf(text: string, at: number): number {
  let indent = 0;
  while (text.charAt(at + indent) === ' ') indent += 1;
  return indent;
}
