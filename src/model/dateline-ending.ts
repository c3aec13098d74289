import type { DatelineDate } from './dateline-date.ts';
import { parseDatelineDate } from './dateline-date.ts';
import type { Token, TokenKind, TokenStream } from './dateline-tokens.ts';
import { WIRES } from './dateline-words.ts';

/** A news service named in a dateline; `end` is the offset after its marks, `next` the piece after it. */
export interface DatelineWire {
  readonly name: string;
  /** A date inside the marks: `(Marketwire - August 10, 2012)`; there `end` and `next` are those of the date. */
  readonly date?: DatelineDate;
  readonly isKnown: boolean;
  readonly end: number;
  readonly next: number;
}

/** How a dateline is divided from the text after it; `next` is the first piece of that text. */
export interface DatelineEnding {
  readonly kind: 'dash' | 'stop' | 'colon' | 'line' | 'nothing';
  readonly next: number;
}

const MOST_WIRE_PIECES = 10;

/** Reads `/WIRE/`, `(WIRE)`, `(WIRE - DATE)`, or `, WIRE` in capitals before a stop or a dash; `undefined` without one. */
export function parseWire(tokens: TokenStream, at: number): DatelineWire | undefined {
  const { kind } = tokens.at(at);
  if (kind === 'slash') return parseEnclosed(tokens, at, 'slash');
  if (kind === 'open') return parseEnclosed(tokens, at, 'close');
  if (kind === 'comma') return parseBare(tokens, at + 1);
  // A full stop, or two dashes, may stand before the marks: «25 января. /ТАСС/.», «IL--(Marketwire - …)».
  const isBefore = (kind === 'dot' || kind === 'dash') && ['slash', 'open'].includes(tokens.at(at + 1).kind);
  return isBefore ? parseEnclosed(tokens, at + 1, tokens.at(at + 1).kind === 'slash' ? 'slash' : 'close') : undefined;
}

/** Reads the separator at a piece. `nothing` always fits: the caller judges whether that is enough. */
export function parseEnding(tokens: TokenStream, at: number): DatelineEnding {
  const close = tokens.at(at).kind === 'close' ? at + 1 : at;
  const stop = tokens.at(close).kind === 'dot' ? close + 1 : close;
  const { kind } = tokens.at(stop);
  if (kind === 'dash') return { kind: 'dash', next: stop + 1 };
  if (stop > close) return { kind: 'stop', next: stop };
  if (kind === 'colon') return { kind: 'colon', next: stop + 1 };
  return kind === 'newline' || kind === 'end' ? { kind: 'line', next: stop } : { kind: 'nothing', next: at };
}

function parseEnclosed(tokens: TokenStream, open: number, closing: TokenKind): DatelineWire | undefined {
  const first = open + 1;
  if (tokens.at(first).gap) return undefined;
  let at = first;
  for (; tokens.at(at).kind !== closing; at += 1) {
    if (at - first > MOST_WIRE_PIECES || isOutsideWire(tokens.at(at))) return undefined;
    const date = tokens.at(at).kind === 'dash' ? parseDatelineDate(tokens, at + 1) : undefined;
    if (date !== undefined) return { ...named(tokens, first, at), date, end: date.end, next: date.next };
  }
  if (at === first || tokens.at(at).gap) return undefined;
  return { ...named(tokens, first, at), end: tokens.at(at).end, next: at + 1 };
}

function parseBare(tokens: TokenStream, first: number): DatelineWire | undefined {
  const second = tokens.at(first + 1);
  const next = second.kind === 'word' && second.gap ? first + 2 : first + 1;
  const { kind, text } = tokens.at(first);
  if (kind !== 'word' || !['dot', 'dash'].includes(tokens.at(next).kind)) return undefined;
  const wire = { ...named(tokens, first, next), end: tokens.at(next - 1).end, next };
  const isAcronym = text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
  return isAcronym || wire.isKnown ? wire : undefined;
}

function named(tokens: TokenStream, first: number, after: number): { name: string; isKnown: boolean } {
  const name = tokens.plain(tokens.at(first).start, tokens.at(after - 1).end);
  return { name, isKnown: WIRES.has(name.toLowerCase().replaceAll('.', '')) };
}

function isOutsideWire({ kind }: Token): boolean {
  return kind === 'newline' || kind === 'end' || kind === 'other' || kind === 'open' || kind === 'comma';
}
