/** What a piece of a dateline is. `end` is the end of the text; `other` is everything that no dateline holds. */
export type TokenKind =
  | 'word'
  | 'number'
  | 'comma'
  | 'dot'
  | 'colon'
  | 'slash'
  | 'ampersand'
  | 'dash'
  | 'open'
  | 'close'
  | 'newline'
  | 'end'
  | 'other';

/** A piece of text with its UTF-16 offsets. `gap` says that a blank stands before it. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly gap: boolean;
}

/** The offsets of a run of characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const PUNCTUATION: ReadonlyMap<string, TokenKind> = new Map([
  [',', 'comma'],
  ['،', 'comma'],
  ['，', 'comma'],
  ['.', 'dot'],
  [':', 'colon'],
  ['/', 'slash'],
  ['(', 'open'],
  [')', 'close'],
]);

const BLANK = /(?:[^\S\r\n]|&nbsp;)+/y;
const LINE_END = /[\r\n]\s*/y;
const EMPHASIS = /[*_]+/y;
const INVISIBLE = /\\(?=[!-/:-@[-`{-~])|[\u00AD\u200B-\u200F\u2060]+/y; // a backslash escapes punctuation in Markdown
const DASHES = /(?:[-\u2010-\u2015\u2212]|&[nm]dash;)+/y;
const DIGITS = /\d+/y;
const LETTERS = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ‐‑-]\p{L}[\p{L}\p{M}\p{N}]*)*/uy;

const TOKEN_PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['word', LETTERS],
  ['number', DIGITS],
  ['newline', LINE_END],
  ['dash', DASHES],
];

type Skipped = 'blank' | 'emphasis' | 'invisible';

const SKIPPED_PATTERNS: readonly (readonly [Skipped, RegExp])[] = [
  ['blank', BLANK],
  ['emphasis', EMPHASIS],
  ['invisible', INVISIBLE],
];

// What is certainly not skipped, so that the patterns above need not be tried at every piece.
const BEGINS_PIECE = /[A-Za-z0-9,./()]/;

/**
 * The pieces of a text from an offset on, cut off as they are asked for. Marks of emphasis are no pieces of their own: they
 * are kept aside, in the order of the text.
 */
export class TokenStream {
  readonly text: string;
  /** Runs of `*` and `_` met so far. */
  readonly emphasis: Span[] = [];
  readonly #tokens: Token[] = [];
  readonly #isCut: boolean;
  #position: number;

  /** `text` is what may be read; `isCut` says that more follows it, so that its end is not the text's. */
  constructor(text: string, start: number, isCut: boolean) {
    this.text = text;
    this.#position = start;
    this.#isCut = isCut;
  }

  /** The piece with this number, counted from 0; beyond the end always the last one, `end` or `other`. */
  at(index: number): Token {
    let last = this.#tokens.at(-1);
    while (this.#tokens.length <= index && last?.kind !== 'end') {
      last = this.#next();
      this.#tokens.push(last);
    }
    return this.#tokens[Math.min(index, this.#tokens.length - 1)] ?? this.#atEnd(false);
  }

  /** The text between two offsets without marks of emphasis and escapes. */
  plain(start: number, end: number): string {
    return this.text.slice(start, end).replace(/[*_\\]/g, '');
  }

  #next(): Token {
    const gap = this.#skip();
    const position = this.#position;
    if (position >= this.text.length) return this.#atEnd(gap);
    const plain = endOfPlainWord(this.text, position);
    if (plain !== -1) return this.#take('word', plain, gap);
    const punctuation = PUNCTUATION.get(this.text.charAt(position));
    if (punctuation !== undefined) return this.#take(punctuation, position + 1, gap);
    for (const [kind, pattern] of TOKEN_PATTERNS) {
      const end = endOfMatch(pattern, this.text, position);
      // A piece that touches the end of what may be read could go on behind it.
      if (end !== -1) return this.#take(this.#isCut && end === this.text.length ? 'other' : kind, end, gap);
    }
    return this.#take(this.text.charAt(position) === '&' ? 'ampersand' : 'other', position + 1, gap);
  }

  #skip(): boolean {
    let gap = false;
    // A single blank is what mostly stands there.
    if (this.text.charCodeAt(this.#position) === SPACE && BEGINS_PIECE.test(this.text.charAt(this.#position + 1))) {
      this.#position += 1;
      return true;
    }
    for (;;) {
      if (BEGINS_PIECE.test(this.text.charAt(this.#position))) return gap;
      const skipped = this.#skipOnce();
      if (skipped === undefined) return gap;
      gap ||= skipped === 'blank';
    }
  }

  #skipOnce(): Skipped | undefined {
    for (const [kind, pattern] of SKIPPED_PATTERNS) {
      const end = endOfMatch(pattern, this.text, this.#position);
      if (end === -1) continue;
      if (kind === 'emphasis') this.emphasis.push({ start: this.#position, end });
      this.#position = end;
      return kind;
    }
    return undefined;
  }

  #take(kind: TokenKind, end: number, gap: boolean): Token {
    const start = this.#position;
    this.#position = end;
    return { kind, text: this.text.slice(start, end), start, end, gap };
  }

  #atEnd(gap: boolean): Token {
    return { kind: this.#isCut ? 'other' : 'end', text: '', start: this.text.length, end: this.text.length, gap };
  }
}

/** Where a word of the letters A to Z ends at a blank, a comma or a full stop, as most do; -1 for what the patterns must look at. */
function endOfPlainWord(text: string, position: number): number {
  let at = position;
  while (isPlainLetter(text.charCodeAt(at))) at += 1;
  const after = text.charCodeAt(at);
  return at > position && (after === SPACE || after === COMMA || after === STOP) ? at : -1;
}

const SPACE = 0x20;
const COMMA = 0x2c;
const STOP = 0x2e;

function isPlainLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function endOfMatch(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
