/** YAML text as lines: how far in each begins, whether it begins with a key, and which lines make one entry of the first level. */
import type { Span } from '../model/manuscript.ts';

/** Offsets are into the whole text. */
export interface YamlLine extends Span {
  /** `end` is the offset behind the last character that is no blank; `next` where the next line begins. */
  readonly next: number;
  /** Offset of the first character that is no blank of any kind; `end` for an empty line. */
  readonly at: number;
  /** How far in `at` is, in columns, where a tab counts two. */
  readonly column: number;
}

/** Columns of a tab that is replaced by blanks. */
export const tabWidth = 2;

/** The lines of a text. */
export function yamlLines(text: string): YamlLine[] {
  const lines: YamlLine[] = [];
  for (let start = 0; start < text.length; start = lines.at(-1)?.next ?? text.length) lines.push(lineAt(text, start));
  return lines;
}

function lineAt(text: string, start: number): YamlLine {
  const feed = text.indexOf('\n', start);
  let end = feed === -1 ? text.length : feed;
  while (end > start && ' \t\r'.includes(text.charAt(end - 1))) end -= 1;
  let at = start;
  let column = 0;
  while (at < end && ' \t\u00A0'.includes(text.charAt(at))) {
    column += text.charAt(at) === '\t' ? tabWidth : 1;
    at += 1;
  }
  return { start, end, next: feed === -1 ? text.length : feed + 1, at, column };
}

/** Whether nothing but blanks or a remark stands on the line. */
export function isIdle(text: string, { at, end }: YamlLine): boolean {
  return at >= end || text.charAt(at) === '#';
}

const plainKey = /^[A-Za-z_][A-Za-z0-9_.-]* *:(?:[ \t]|$)/;
const quotedKey = /^(?:"[^"\\]*"|'[^']*') *:(?:[ \t]|$)/;

/** Whether a line is meant as `key: value` beyond doubt: the key is one word, or in quotes. */
export function beginsWithKey(text: string, from: number, end: number): boolean {
  const words = text.slice(from, end);
  return plainKey.test(words) || quotedKey.test(words);
}

/** Lines that are one entry of the first level: a line with a key, and all below it to the next such line. */
export function yamlEntries(text: string, lines: readonly YamlLine[]): YamlLine[][] {
  const entries: YamlLine[][] = [];
  for (const line of lines) {
    const isFirst = line.column === 0 && beginsWithKey(text, line.at, line.end);
    const open = entries.at(-1);
    if (open === undefined || isFirst) entries.push([line]);
    else open.push(line);
  }
  return entries;
}

/** Where a plain key of a line ends: at the first colon with a blank or nothing behind it, before any remark. */
export function keyColon(text: string, from: number, end: number): number | undefined {
  const words = text.slice(from, end);
  const quoted = quotedKey.exec(words);
  if (quoted !== null) return from + quoted[0].lastIndexOf(':');
  if ('"\'[{'.includes(words.charAt(0))) return undefined;
  return colonIn(text, from, end);
}

/** The first colon with a blank or the end of the stretch behind it. */
export function colonIn(text: string, from: number, end: number): number | undefined {
  for (let colon = text.indexOf(':', from); colon !== -1 && colon < end; colon = text.indexOf(':', colon + 1)) {
    if (colon + 1 === end || isBlank(text, colon + 1)) return colon;
  }
  return undefined;
}

/** Where the remark of a line begins, blanks before it included: «#» between blanks, not a word such as «#1». */
export function remarkIn(text: string, from: number, end: number): number {
  for (let sign = text.indexOf('#', from); sign !== -1 && sign < end; sign = text.indexOf('#', sign + 1)) {
    const isRemark = isBlank(text, sign - 1) && (sign + 1 === end || isBlank(text, sign + 1));
    if (isRemark) return withoutBlanks(text, from, sign);
  }
  return end;
}

/** Blanks and tabs: `trimEnd` would take no-break spaces, too. */
export function withoutBlanks(text: string, from: number, end: number): number {
  let to = end;
  while (to > from && isBlank(text, to - 1)) to -= 1;
  return to;
}

/** The first character from an offset that is no blank, at most `end`. */
export function pastBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text, at)) at += 1;
  return at;
}

/** A blank or a tab. */
export function isBlank(text: string, at: number): boolean {
  const character = text.charCodeAt(at);
  return character === 0x20 || character === 0x09;
}

/** The line break that a line ends with, for lines put below it. */
export function breakOf(text: string, { next }: YamlLine): string {
  return text.charAt(next - 2) === '\r' ? '\r\n' : '\n';
}
