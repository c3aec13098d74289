/** The parts of a Markdown link behind its words: destination and title (CommonMark §6.3), each read in one go. */

export interface Destination {
  /** The address as written, without angle brackets. */
  readonly start: number;
  readonly end: number;
  /** Where reading goes on. */
  readonly next: number;
}

const MOST_NESTED = 32;

/** The destination that begins at an offset; undefined when there is none. */
export function destinationAt(text: string, start: number, limit: number): Destination | undefined {
  return text.charAt(start) === '<' ? bracketed(text, start, limit) : bare(text, start, limit);
}

function bracketed(text: string, start: number, limit: number): Destination | undefined {
  for (let at = start + 1; at < limit; at++) {
    const sign = text.charAt(at);
    if (sign === '>') return { start: start + 1, end: at, next: at + 1 };
    if (sign === '<' || sign === '\n' || sign === '\r') return undefined;
    if (sign === '\\') at += 1;
  }
  return undefined;
}

function bare(text: string, start: number, limit: number): Destination | undefined {
  let depth = 0;
  let at = start;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0x7f) break;
    if (code === 0x5c && at + 1 < limit) {
      if (text.charCodeAt(at + 1) === 0x20) break;
      at += 1;
    } else if (code === 0x28) {
      depth += 1;
      if (depth > MOST_NESTED) return undefined;
    } else if (code === 0x29) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return at === start || depth > 0 ? undefined : { start, end: Math.min(at, limit), next: Math.min(at, limit) };
}

/** The offset after the title in quotes or brackets that begins at an offset; -1 when there is none. */
export function titleEnd(text: string, start: number, limit: number): number {
  const opening = text.charAt(start);
  if (opening !== '"' && opening !== "'" && opening !== '(') return -1;
  const closing = opening === '(' ? ')' : opening;
  for (let at = start + 1; at < limit; at++) {
    const sign = text.charAt(at);
    if (sign === closing) return at + 1;
    if (sign === '(' && opening === '(') return -1;
    if (sign === '\\') at += 1;
  }
  return -1;
}

/** The offset of the next character that is neither blank nor line break. */
export function afterBlanks(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

const ESCAPE = /\\([!-/:-@[-`{-~])|&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));/g;

// Of more than two thousand names, those that stand for what addresses are made of, and for what hides in them.
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['AMP', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['colon', ':'],
  ['sol', '/'],
  ['bsol', '\\'],
  ['num', '#'],
  ['quest', '?'],
  ['equals', '='],
  ['period', '.'],
  ['comma', ','],
  ['semi', ';'],
  ['lpar', '('],
  ['rpar', ')'],
  ['lowbar', '_'],
  ['percnt', '%'],
  ['plus', '+'],
  ['commat', '@'],
  ['Tab', '\t'],
  ['NewLine', '\n'],
  ['nbsp', '\u00A0'],
  ['shy', '\u00AD'],
]);

/** An address as a reader's program gets it: without the backslashes before signs, and with characters for `&…;`. */
export function plainDestination(written: string): string {
  if (!written.includes('\\') && !written.includes('&')) return written;
  return written.replace(ESCAPE, (...match) => meaning(match.slice(0, 5) as (string | undefined)[]));
}

function meaning([whole = '', sign, hex, decimal, name]: readonly (string | undefined)[]): string {
  if (sign !== undefined) return sign;
  if (name !== undefined) return NAMED.get(name) ?? whole;
  return character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
}

function character(code: number): string {
  const isCharacter = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}
