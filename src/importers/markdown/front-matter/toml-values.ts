/** Values of TOML 1.0, read from a place in a text. Dates are the text that stands there. */

/** A value; an object around it tells it from «none». */
export interface TomlValue {
  readonly value: unknown;
}

const DEEPEST = 16;
const BARE = /[^\s,\]}#]+/y;
const DATE_AND_TIME = /\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:\d{2})?)?/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\u001B'],
  ['"', '"'],
  ['\\', '\\'],
]);

export class TomlValueReader {
  readonly #text: string;
  at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  /** The value that begins here, and `at` behind it; undefined when none does that is understood. */
  read(depth = 0): TomlValue | undefined {
    if (depth > DEEPEST) return undefined;
    const sign = this.#text.charAt(this.at);
    if (sign === '"' || sign === "'") return this.#quoted(sign);
    if (sign === '[') return this.#list(depth);
    if (sign === '{') return this.#table(depth);
    return this.#date() ?? this.#bare();
  }

  #quoted(sign: string): TomlValue | undefined {
    const isLong = this.#text.startsWith(sign.repeat(3), this.at);
    const closing = isLong ? sign.repeat(3) : sign;
    const start = this.at + closing.length;
    const end = closingAt(this.#text, closing, start);
    const written = this.#text.slice(start, Math.max(start, end));
    if (end === -1 || (!isLong && written.includes('\n'))) return undefined;
    this.at = end + closing.length;
    const text = isLong ? written.replace(/^\n/, '') : written;
    return { value: sign === '"' ? unescaped(text) : text };
  }

  #list(depth: number): TomlValue | undefined {
    const items: unknown[] = [];
    this.at += 1;
    for (;;) {
      this.#skip();
      if (this.#takes(']')) return { value: items };
      const item = this.read(depth + 1);
      if (item === undefined) return undefined;
      items.push(item.value);
      this.#skip();
      if (!this.#takes(',') && this.#text.charAt(this.at) !== ']') return undefined;
    }
  }

  #table(depth: number): TomlValue | undefined {
    const members = new Map<string, unknown>();
    this.at += 1;
    for (;;) {
      this.#skip();
      if (this.#takes('}')) return { value: members };
      const key = this.#key();
      if (key === undefined) return undefined;
      this.#skip();
      const value = this.#takes('=') ? this.#after(depth) : undefined;
      if (value === undefined) return undefined;
      members.set(key, value.value);
      this.#skip();
      if (!this.#takes(',') && this.#text.charAt(this.at) !== '}') return undefined;
    }
  }

  #after(depth: number): TomlValue | undefined {
    this.#skip();
    return this.read(depth + 1);
  }

  #key(): string | undefined {
    const key = this.#match(/[A-Za-z0-9_.-]+|"[^"\n]*"|'[^'\n]*'/y);
    return key?.replace(/^(["'])(.*)\1$/s, '$2');
  }

  #date(): TomlValue | undefined {
    const date = this.#match(DATE_AND_TIME);
    return date === undefined ? undefined : { value: date };
  }

  #bare(): TomlValue | undefined {
    const word = this.#match(BARE);
    if (word === 'true' || word === 'false') return { value: word === 'true' };
    if (word === undefined || !/^[+-]?\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?$/.test(word)) return undefined;
    return { value: Number(word.replaceAll('_', '')) };
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  #takes(sign: string): boolean {
    if (this.#text.charAt(this.at) !== sign) return false;
    this.at += 1;
    return true;
  }

  /** Blanks, line breaks and remarks between the parts of a list. */
  #skip(): void {
    while (this.#match(/[ \t\n]+|#[^\n]*/y) !== undefined);
  }
}

function isEscaped(text: string, at: number): boolean {
  let count = 0;
  while (text.charAt(at - 1 - count) === '\\') count += 1;
  return count % 2 === 1;
}

/** Where the closing signs stand; of more than three in a row the last three. */
function closingAt(text: string, closing: string, from: number): number {
  const sign = closing.charAt(0);
  let end = text.indexOf(closing, from);
  while (end !== -1 && closing.startsWith('"') && isEscaped(text, end)) end = text.indexOf(closing, end + 1);
  while (end !== -1 && closing.length === 3 && text.charAt(end + 3) === sign) end += 1;
  return end;
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|[ \t]*\n\s*|.)/g, meaningOf);
}

function meaningOf(escape: string): string {
  const sign = escape.charAt(1);
  if (/\s/.test(sign)) return '';
  if (escape.length === 2) return ESCAPES.get(sign) ?? escape;
  const point = Number.parseInt(escape.slice(2), 16);
  return point <= 0x10_ff_ff ? String.fromCodePoint(point) : escape;
}
