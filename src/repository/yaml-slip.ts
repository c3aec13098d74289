/** A slip that somebody made in YAML text, and the puts that mend it. */
import type { Span } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import type { Put } from './text-puts.ts';
import type { YamlLine } from './yaml-lines.ts';

/** Places are offsets into the YAML text. */
export interface YamlSlip extends Span {
  readonly message: string;
  readonly hint: string;
  readonly mend?: Mend;
}

export interface Mend {
  readonly title: string;
  readonly puts: readonly Put[];
  /** Whether the text between the quotes is letter for letter what stands there now. */
  readonly isLiteral: boolean;
  /** The stretch that holds the value; with another word in its place the text must read, too. */
  readonly value?: Span;
  /** What the value must be when it is mended. */
  readonly means?: string;
}

/** A value, or what stands in the place of one. */
export interface Slot {
  readonly text: string;
  readonly lines: readonly YamlLine[];
  /** The line that the value begins on. */
  readonly index: number;
  readonly line: YamlLine;
  /** Where the value begins. */
  readonly at: number;
  /** The column of its key or dash: lines that are further in belong to the value. */
  readonly column: number;
  /** The name of its key; undefined for an item of a list. */
  readonly name: string | undefined;
}

/** What was found in a slot, and the index of the first line behind it. */
export interface SlotFindings {
  readonly slips: readonly YamlSlip[];
  readonly next: number;
}

/** «The value of «title»», or «The item». */
export function nameOf({ name }: Slot): string {
  return name === undefined ? 'The item' : `The value of ${quoted(name)}`;
}

/** Puts a stretch in quotes, in those that need no change of the text where there are such. */
export function putInQuotes(text: string, value: Span): Mend {
  const words = text.slice(value.start, value.end);
  const isDouble = !words.includes('"') && !words.includes('\\');
  const quote = isDouble ? '"' : "'";
  const inner = isDouble ? [] : insertionsAt(words, "'", value.start);
  return {
    title: `Put it in ${isDouble ? 'double' : 'single'} quotes`,
    puts: [
      { start: value.start, end: value.start, text: quote },
      ...inner,
      { start: value.end, end: value.end, text: quote },
    ],
    // «#» behind a blank may have begun a remark.
    isLiteral: inner.length === 0 && !words.includes(' #'),
    value,
    ...(words.includes('\n') ? foldedMeaning(words) : { means: words }),
  };
}

/** A sign put before each of its own kind. */
function insertionsAt(words: string, sign: string, offset: number): Put[] {
  const puts: Put[] = [];
  for (let at = words.indexOf(sign); at !== -1; at = words.indexOf(sign, at + 1))
    puts.push({ start: offset + at, end: offset + at, text: sign });
  return puts;
}

/** Lines are joined by blanks; what empty lines make of them is left to the reader. */
function foldedMeaning(words: string): Pick<Mend, 'means'> {
  const lines = words.split('\n').map(trimmed);
  return lines.includes('') ? {} : { means: lines.join(' ') };
}

/** `trim` would take no-break spaces, too. */
function trimmed(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && ' \t'.includes(line.charAt(start))) start += 1;
  while (end > start && ' \t\r'.includes(line.charAt(end - 1))) end -= 1;
  return line.slice(start, end);
}
