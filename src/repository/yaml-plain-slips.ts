/** Slips in values without quotes: a colon inside, and signs that begin no text. */
import type { Span } from '../model/manuscript.ts';
import { beginsWithKey, breakOf, isBlank, isIdle, pastBlanks, remarkIn } from './yaml-lines.ts';
import { nameOf, putInQuotes, type Mend, type Slot, type SlotFindings, type YamlSlip } from './yaml-slip.ts';

/** Judges a value that begins with no quote and no bracket. */
export function judgePlain(slot: Slot): SlotFindings {
  const { text, line, at } = slot;
  if (blockHeader.test(text.slice(at, line.end))) return { slips: [], next: pastDeeper(slot) };
  const { value, next } = plainValue(slot);
  // Whoever writes such a value knows YAML: the reader says it better.
  if (meantAsYaml.test(text.slice(value.start, value.end))) return { slips: [], next };
  const slip = judgeSign(slot, value) ?? judgeColon(slot, value);
  return { slips: slip === undefined ? [] : [slip], next };
}

const blockHeader = /^[|>](?:[+-]?[1-9]?|[1-9][+-])(?:[ \t]+#.*)?$/;

/** An anchor or a tag with what it is for behind it. */
const meantAsYaml = /^[&!]\S+[ \t]+[[{|>&!]/;

/** The lines of a block of text are not looked at. */
function pastDeeper({ lines, index, column }: Slot): number {
  let next = index + 1;
  for (let line = lines[next]; line !== undefined; line = lines[++next]) {
    if (line.at < line.end && line.column <= column) break;
  }
  return next;
}

/** A value with the lines below it that continue it: they are further in, and begin with no key of their own. */
function plainValue({ text, lines, index, line, at, column }: Slot): { readonly value: Span; readonly next: number } {
  let end = remarkIn(text, at, line.end);
  let next = index + 1;
  for (let last = line, below = lines[next]; below !== undefined && end === last.end; below = lines[next]) {
    if (isIdle(text, below) || below.column <= column || beginsWithKey(text, below.at, below.end)) break;
    end = remarkIn(text, below.at, below.end);
    last = below;
    next += 1;
  }
  return { value: { start: at, end }, next };
}

function judgeColon(slot: Slot, value: Span): YamlSlip | undefined {
  const colon = colonOnLines(slot.text, value);
  if (colon === undefined) return undefined;
  return {
    start: value.start,
    end: colon + 1,
    message: `${nameOf(slot)} has a colon in it, which YAML takes for another key.`,
    hint: 'Put the value in quotes.',
    mend: putInQuotes(slot.text, value),
  };
}

/** A colon with a blank or the end of its line behind it. */
function colonOnLines(text: string, { start, end }: Span): number | undefined {
  for (let colon = text.indexOf(':', start); colon !== -1 && colon < end; colon = text.indexOf(':', colon + 1)) {
    if (colon + 1 === end || isBlank(text, colon + 1) || '\r\n'.includes(text.charAt(colon + 1))) return colon;
  }
  return undefined;
}

interface SignWords {
  readonly message: string;
  readonly hint: string;
}

const quoteIt = 'Put the value in quotes.';
const reserved = (sign: string): SignWords => ({
  message: `A value cannot begin with «${sign}».`,
  hint: quoteIt,
});
const unopened = (sign: string): SignWords => ({
  message: `A «${sign}» begins the value here, and nothing was opened that it could close.`,
  hint: 'Remove it; if it belongs to the text, put the text in quotes.',
});

/** What a value that begins with the sign is taken for. */
const signs: ReadonlyMap<string, SignWords> = new Map([
  ['@', reserved('@')],
  ['`', reserved('`')],
  ['%', reserved('%')],
  [',', reserved(',')],
  [']', unopened(']')],
  ['}', unopened('}')],
  [
    '*',
    {
      message: 'A value that begins with «*» is read as a reference to another value.',
      hint: 'Put the value in quotes; where it is meant as a reference, write the other value itself.',
    },
  ],
  ['&', { message: 'A value that begins with «&» is read as a YAML anchor, which press does not use.', hint: quoteIt }],
  ['!', { message: 'A value that begins with «!» is read as a YAML tag, which press does not use.', hint: quoteIt }],
  ['>', { message: 'A value that begins with «>» announces a text on the lines below.', hint: quoteIt }],
  ['|', { message: 'A value that begins with «|» announces a text on the lines below.', hint: quoteIt }],
]);

/** Signs that are letters of a text as long as no blank follows. */
const signsBeforeBlanks: ReadonlyMap<string, SignWords> = new Map([
  ['?', { message: 'A value cannot begin with «?» and a blank.', hint: quoteIt }],
  [':', { message: 'A value cannot begin with a colon and a blank.', hint: quoteIt }],
  [
    '-',
    {
      message: 'A value cannot begin with a dash and a blank: a list begins on the line below its key.',
      hint: 'Move the item to a line of its own; if the dash belongs to a text, put the text in quotes.',
    },
  ],
]);

/** What is wrong with a sign at the beginning of a value. */
export function signWords(text: string, at: number, end: number): SignWords | undefined {
  const sign = text.charAt(at);
  return signs.get(sign) ?? (at + 1 === end || isBlank(text, at + 1) ? signsBeforeBlanks.get(sign) : undefined);
}

function judgeSign(slot: Slot, value: Span): YamlSlip | undefined {
  const { text, at, line } = slot;
  const words = signWords(text, at, line.end);
  if (words === undefined) return undefined;
  return { start: at, end: at + 1, ...words, mend: signMend(slot, value) };
}

/** Quotes, except where a list or a block of text was begun on the line of its key. */
function signMend(slot: Slot, value: Span): Mend {
  const { text, at, line, name } = slot;
  const isBlock = /^[|>][+-][ \t]/.test(text.slice(at, at + 3));
  if (isBlock) return onNextLine(slot, at + 2, 'Move the text to the next line');
  const isList = text.charAt(at) === '-' && name !== undefined && !textKeys.has(name);
  if (isList && value.end <= line.end) return onNextLine(slot, at, 'Move the item to the next line');
  return quotesForSign(text, value);
}

/** Quotes around a text that begins with a sign. */
export function quotesForSign(text: string, value: Span): Mend {
  const quotes = putInQuotes(text, value);
  return isRealSign(text.slice(value.start, value.end)) ? { ...quotes, isLiteral: false } : quotes;
}

/** What somebody who knows YAML may have meant: an anchor, a lone alias, a tag, a block of text. */
function isRealSign(words: string): boolean {
  return '&!|>'.includes(words.charAt(0)) || /^\*[\w-]+$/.test(words);
}

const textKeys: ReadonlySet<string> = new Set(['title', 'summary', 'place', 'boilerplate', 'description', 'subtitle']);

function onNextLine({ text, line, column }: Slot, from: number, title: string): Mend {
  const end = pastBlanks(text, from, line.end);
  let start = from;
  while (isBlank(text, start - 1)) start -= 1;
  return {
    title,
    puts: [{ start, end, text: `${breakOf(text, line)}${' '.repeat(column + 2)}` }],
    isLiteral: false,
  };
}
