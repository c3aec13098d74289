/** Walks through the lines of a Markdown text and counts columns as CommonMark does: a tab reaches to the next multiple of four. */
const TAB = 9;
const FEED = 10;
const RETURN = 13;
const SPACE = 32;

export class LineCursor {
  readonly text: string;
  lineStart = 0;
  /** Where the line ends, without its break. */
  lineEnd = 0;
  /** Where the next line begins. */
  next = 0;
  at = 0;
  column = 0;
  /** The next character of the line that is no blank; the line's end when there is none. */
  nonspace = 0;
  #nonspaceColumn = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Columns of blanks before the next character. */
  get indent(): number {
    return this.#nonspaceColumn - this.column;
  }

  get isBlank(): boolean {
    return this.nonspace === this.lineEnd;
  }

  /** The next character that is no blank; NaN at the end of the line. */
  get sign(): number {
    return this.nonspace < this.lineEnd ? this.text.charCodeAt(this.nonspace) : Number.NaN;
  }

  /** Goes to the next line; false at the end of the text. */
  nextLine(): boolean {
    const { text, next } = this;
    if (next >= text.length) return false;
    let end = next;
    while (end < text.length && text.charCodeAt(end) !== FEED && text.charCodeAt(end) !== RETURN) end += 1;
    const isPair = text.charCodeAt(end) === RETURN && text.charCodeAt(end + 1) === FEED;
    Object.assign(this, { lineStart: next, lineEnd: end, next: end + (isPair ? 2 : 1), at: next, column: 0 });
    this.look();
    return true;
  }

  /** Finds the next character that is no blank. */
  look(): void {
    let { at, column } = this;
    for (; at < this.lineEnd; at++) {
      const code = this.text.charCodeAt(at);
      if (code === SPACE) column += 1;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
    }
    this.nonspace = at;
    this.#nonspaceColumn = column;
  }

  /** Goes to the next character that is no blank, and `count` characters further. */
  pass(count: number): void {
    this.at = this.nonspace + count;
    this.column = this.#nonspaceColumn + count;
    this.look();
  }

  /** Goes over blanks of that many columns; of a tab that reaches farther, a part is left. */
  skip(columns: number): void {
    let left = columns;
    while (left > 0 && this.at < this.lineEnd) {
      const width = this.text.charCodeAt(this.at) === TAB ? 4 - (this.column % 4) : 1;
      const taken = Math.min(left, width);
      this.column += taken;
      left -= taken;
      if (taken === width) this.at += 1;
    }
    this.look();
  }
}
