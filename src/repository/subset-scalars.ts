/**
 * Values on one line, as nearly all front matter has them: plain and quoted text, `[lists]` and `{maps}`.
 *
 * Part of the fast reader (`subset-reader.ts`): whatever is not plainly the same to every YAML reader is declined.
 */

import { unusableKeys } from './unusable-keys.ts';

/** A place in the data as a chain towards the top: most are never asked for, so no list is made for each. */
export interface Place {
  readonly above: Place | undefined;
  readonly step: string | number;
}

/** Is told where things stand; offsets are into the text with plain line ends. */
export interface PlaceRecord {
  key(path: Place, start: number, end: number): void;
  value(path: Place | undefined, start: number, end: number): void;
}

/** Thrown, without a stack, to hand the whole text over to the exact reader. */
export const declined = Symbol('declined');

export function decline(): never {
  // eslint-disable-next-line no-throw-literal -- control flow on a hot path: an Error would collect a stack each time
  throw declined;
}

export interface Leaf {
  readonly value: unknown;
  /** How a number or a boolean is written; undefined for everything else. */
  readonly source: string | undefined;
}

/** What the core schema does not take for text (YAML 1.2.2 §10.3.2). */
const special =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const wholeNumber = /^(?:0|[1-9][0-9]{0,14})$/;
const indicators = new Set([
  '-',
  '?',
  ':',
  ',',
  '[',
  ']',
  '{',
  '}',
  '#',
  '&',
  '*',
  '!',
  '|',
  '>',
  "'",
  '"',
  '%',
  '@',
  '`',
]);

/** The value of a plain text that stands alone: text, a whole number, true or false. */
export function plainLeaf(text: string): Leaf {
  if (indicators.has(text.charAt(0))) decline();
  const first = text.charCodeAt(0);
  // Letters that no special value begins with: most values end here.
  const mayBeSpecial = first < 0x41 || 'nNtTfF~'.includes(text.charAt(0));
  if (!mayBeSpecial || !special.test(text)) return { value: text, source: undefined };
  if (text === 'true' || text === 'false') return { value: text === 'true', source: text };
  return wholeNumber.test(text) ? { value: Number(text), source: text } : decline();
}

export type NumberFound = (path: Place | undefined, source: string, set: (value: string) => void) => void;

export interface FlowHost {
  readonly found: NumberFound;
  readonly places: PlaceRecord | undefined;
  /** Offset of the line's first character. */
  readonly offset: number;
}

/** Reads one value in flow style from the start of a line; `at` is where the next character stands. */
export class FlowReader {
  readonly #line: string;
  readonly #host: FlowHost;
  #at = 0;

  constructor(line: string, host: FlowHost) {
    this.#line = line;
    this.#host = host;
  }

  get at(): number {
    return this.#at;
  }

  /** A list, a map or a quoted text, whichever begins here. */
  read(path: Place | undefined, depth = 0): unknown {
    const start = this.#at;
    const first = this.#line.charAt(start);
    const value = first === '[' || first === '{' ? this.#collection(path, depth) : this.#quoted();
    this.#host.places?.value(path, this.#host.offset + start, this.#host.offset + this.#at);
    return value;
  }

  #quoted(): string {
    return this.#line.charAt(this.#at) === "'" ? this.#single() : this.#double();
  }

  #collection(path: Place | undefined, depth: number): unknown {
    if (depth > 8) decline();
    return this.#line.charAt(this.#at) === '[' ? this.#list(path, depth) : this.#map(path, depth);
  }

  #single(): string {
    let text = '';
    for (let from = this.#at + 1; ;) {
      const end = this.#line.indexOf("'", from);
      if (end === -1) decline();
      text += this.#line.slice(from, end);
      this.#at = end + 1;
      if (this.#line.charAt(end + 1) !== "'") return text;
      text += "'";
      from = end + 2;
    }
  }

  #double(): string {
    const end = this.#line.indexOf('"', this.#at + 1);
    if (end === -1) decline();
    const text = this.#line.slice(this.#at + 1, end);
    if (text.includes('\\')) decline();
    this.#at = end + 1;
    return text;
  }

  #list(path: Place | undefined, depth: number): unknown[] {
    const list: unknown[] = [];
    this.#at += 1;
    for (this.#blanks(); this.#line.charAt(this.#at) !== ']'; this.#separator(']')) {
      const index = list.length;
      list.push(null);
      list[index] = this.#value({ above: path, step: index }, depth, (value) => (list[index] = value));
      // «[a: b]» is a list of maps to YAML.
      if (this.#line.charAt(this.#at) === ':') decline();
    }
    this.#at += 1;
    return list;
  }

  #map(path: Place | undefined, depth: number): Record<string, unknown> {
    const map = Object.create(null) as Record<string, unknown>;
    this.#at += 1;
    for (this.#blanks(); this.#line.charAt(this.#at) !== '}'; this.#separator('}')) {
      const start = this.#at;
      const key = this.#key();
      if (Object.hasOwn(map, key)) decline();
      map[key] = null;
      const place = { above: path, step: key };
      this.#host.places?.key(place, this.#host.offset + start, this.#host.offset + start + key.length);
      map[key] = this.#value(place, depth, (value) => (map[key] = value));
    }
    this.#at += 1;
    return map;
  }

  #key(): string {
    const leaf = plainLeaf(this.#plain());
    if (leaf.source !== undefined || typeof leaf.value !== 'string' || unusableKeys.has(leaf.value)) decline();
    if (this.#line.charAt(this.#at) !== ':' || this.#line.charAt(this.#at + 1) !== ' ') decline();
    this.#at += 1;
    this.#blanks();
    return leaf.value;
  }

  #value(path: Place | undefined, depth: number, set: (value: string) => void): unknown {
    const start = this.#at;
    const first = this.#line.charAt(start);
    if (first === '[' || first === '{' || first === '"' || first === "'") return this.read(path, depth + 1);
    const plain = this.#plain();
    this.#host.places?.value(path, this.#host.offset + start, this.#host.offset + start + plain.length);
    const { value, source } = plainLeaf(plain);
    if (source !== undefined) this.#host.found(path, source, set);
    return value;
  }

  /** Plain text up to a comma, a bracket, or a colon with a blank behind. */
  #plain(): string {
    const start = this.#at;
    for (; this.#at < this.#line.length; this.#at++) {
      const character = this.#line.charAt(this.#at);
      if (character === ',' || character === ']' || character === '}') break;
      if (character === '[' || character === '{') decline();
      if (character === '#' && this.#line.charAt(this.#at - 1) === ' ') decline();
      if (character === ':' && isEnd(this.#line.charAt(this.#at + 1))) break;
    }
    const text = withoutTrailingBlanks(this.#line.slice(start, this.#at));
    return text === '' ? decline() : text;
  }

  #separator(close: string): void {
    this.#blanks();
    const character = this.#line.charAt(this.#at);
    if (character === close) return;
    if (character !== ',') decline();
    this.#at += 1;
    this.#blanks();
    // A comma before the bracket, or the end of the line: leave it to the exact reader.
    if (this.#line.charAt(this.#at) === close || this.#at >= this.#line.length) decline();
  }

  #blanks(): void {
    while (this.#line.charAt(this.#at) === ' ') this.#at += 1;
    if (this.#at >= this.#line.length) decline();
  }
}

/** Blanks only: `trimEnd` would take no-break spaces, too, which belong to a text. */
export function withoutTrailingBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x20) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

/** The text from its first character that is no blank. */
export function withoutLeadingBlanks(text: string): string {
  let start = 0;
  while (text.charCodeAt(start) === 0x20) start += 1;
  return start === 0 ? text : text.slice(start);
}

function isEnd(character: string): boolean {
  return character === '' || character === ' ' || ',[]{}'.includes(character);
}
