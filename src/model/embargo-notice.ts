/** Words at the head of a text that hold it back: «EMBARGOED UNTIL 9:00 on Monday». A text about an embargo on arms or trade has none. */
import { weekdayNumber } from '../text/months.ts';
import { parseDatelineDate, type DatelineDate } from './dateline-date.ts';
import { TokenStream } from './dateline-tokens.ts';
import type { Span } from './manuscript.ts';
import { endOfLine } from '../text/line-ends.ts';

/** `date` is the first one that the notice names. The span ends with its line or its sentence. */
export interface EmbargoNotice extends Span {
  readonly date: DatelineDate | undefined;
}

const FIRST_PARAGRAPHS = 3;
// A notice stands at the top; who writes the word on every line holds nothing back.
const WINDOW = 65_536;
const MOST_MATCHES = 100;
const LONGEST_NOTICE = 120;
const MOST_MARKS = 12;
const MOST_PIECES = 40;

/** Without one of these no text has a notice. */
export const embargoHints: readonly string[] = [
  'embarg',
  'эмбарго',
  'ембарго',
  'not for',
  'hold for release',
  'не для',
  'не подлежит',
  'не публиковать',
  'sperrfrist',
  'avant',
  'prima del',
];

const HINTS = new RegExp(embargoHints.join('|'), 'i');

// Where a notice may begin: with a line, in brackets, or with a sentence.
const START = String.raw`(?:^|\n|[([]|[.!?:]["”»*_)]{0,3}\s)[\s>#*_<!\-–—[(|"«“]{0,12}`;

// These say by themselves that the text is held back.
const PLAIN = [
  'not for (?:release|publication|broadcast|use|distribution) (?:before|until|till|prior to)',
  'hold for release',
  'не (?:для|подлежит) (?:публикации|печати|распространения|распространению) (?:до|ранее|раньше)',
  'не публиковать (?:до|ранее|раньше)',
  'не для публікації (?:до|раніше)',
  'ne pas (?:publier|diffuser) avant',
  'da non pubblicare prima del',
];

// These do so beside a day or a time, or on a line of their own.
const WITH_MOMENT = [
  String.raw`(?:strictly )?(?:press |media |news )?(?:under )?(?:strict )?embargo(?=[*_]{0,3}(?:\s?:|\s[-–—]|\s(?:until|till|lifts?)\b|[ \t*_]{0,8}(?:\r?\n|$)))`,
  String.raw`(?:strictly )?embargoed(?=[*_]{0,3}(?:\s?:|\s[-–—]|\s(?:until|till|for|to|before)\b|[ \t*_]{0,8}(?:\r?\n|$)))`,
  '(?:строго )?(?:под )?эмбарго(?= ?:| до)',
  '(?:під )?ембарго(?= ?:| до)',
  '(?:sous )?embargo(?= ?:| jusqu)',
  'sperrfrist',
  '(?:embargo|embargado)(?= ?:| hasta)',
  '(?:sotto )?embargo(?= ?:| fino)',
];

const TEXTS = 'release|statement|report|text|information|material|document|news|announcement|story|study|content';
const SENTENCE = String.raw`\b(?:this|the following) (?:[a-z]+ ){0,2}(?:${TEXTS})s? (?:is|are|remains?) (?:strictly |still )?(?:embargoed|under (?:strict )?embargo)\b`;

const TIME =
  /\d{1,2}[:.]\d{2}|\d ?[ap]\.?m\b|\b(?:noon|midnight|GMT|UTC|CES?T)\b|полдень|полуноч|\d час|\d ?Uhr\b|\d ?h\b/i;

let patterns: { readonly atStart: RegExp; readonly sentence: RegExp } | undefined;

function compiled(): { readonly atStart: RegExp; readonly sentence: RegExp } {
  patterns ??= {
    atStart: new RegExp(`${START}(?:(${PLAIN.join('|')})|(${WITH_MOMENT.join('|')}))`, 'gi'),
    sentence: new RegExp(SENTENCE, 'gi'),
  };
  return patterns;
}

/** The first notice in a text from an offset on: in one of the first paragraphs, or farther down, yet near the top, at the beginning of a line. */
export function embargoNotice(text: string, from: number): EmbargoNotice | undefined {
  const body = text.slice(from, from + WINDOW);
  if (!HINTS.test(body)) return undefined;
  const head = endOfParagraphs(body, FIRST_PARAGRAPHS);
  for (const start of startsOf(body, head)) {
    const { end } = lineAt(body, start);
    const date = dateIn(body.slice(start, end));
    if (!isRemark(body, start)) return { start: start + from, end: end + from, date };
  }
  return undefined;
}

function* startsOf(body: string, head: number): Generator<number> {
  for (const { 0: whole, 1: plain, 2: timed = '', index } of fewMatches(body, compiled().atStart)) {
    const start = index + whole.length - (plain ?? timed).length;
    if (start >= head && !beginsLine(body, start)) continue;
    if (plain !== undefined || isTimed(body, start, timed)) yield start;
  }
  for (const { index } of fewMatches(body.slice(0, head), compiled().sentence)) yield index;
}

function* fewMatches(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  let count = 0;
  for (const match of text.matchAll(pattern)) {
    yield match;
    count += 1;
    if (count === MOST_MATCHES) return;
  }
}

/** No more than a few marks may stand before it. */
function beginsLine(body: string, start: number): boolean {
  const before = body.slice(Math.max(0, start - MOST_MARKS), start);
  return before.includes('\n') && !/[\p{L}\p{N}][^\n]*$/u.test(before);
}

/** «Embargo until 2004» is history; «Embargo until 9:00» is a notice, and so is «UNDER EMBARGO» on a line of its own. */
function isTimed(body: string, start: number, words: string): boolean {
  const { end } = lineAt(body, start);
  const line = body.slice(start, end);
  if (TIME.test(line) || dateIn(line) !== undefined || namesWeekday(line)) return true;
  return (
    line.length === words.length && (words === words.toUpperCase() || /embargoed|under |под |sous |sotto /i.test(words))
  );
}

/** The rest of a line or sentence, without marks of emphasis and brackets at its end. */
function lineAt(body: string, start: number): Span {
  const [text = ''] = body.slice(start, start + LONGEST_NOTICE).split(/[\r\n]/, 1);
  const sentence = /\p{Ll}{4}(?=[.!?]\s+\p{Lu})/u.exec(text);
  const closing = /-->|[)\]|]|[*_]{1,3}(?=\s|$)/.exec(text)?.index ?? text.length;
  let end = sentence === null ? closing : Math.min(closing, sentence.index + sentence[0].length);
  while (end > 0 && ' *_:–—-,\t'.includes(text.charAt(end - 1))) end -= 1;
  const isFullStop = text.charAt(end - 1) === '.' && !/[.\s]\p{L}\.$/u.test(text.slice(0, end));
  return { start, end: start + end - (isFullStop ? 1 : 0) };
}

function dateIn(line: string): DatelineDate | undefined {
  const tokens = new TokenStream(line, 0, false);
  for (let at = 0; at < MOST_PIECES && tokens.at(at).kind !== 'end'; at += 1) {
    const date = parseDatelineDate(tokens, at);
    if (date?.day !== undefined) return date;
  }
  return undefined;
}

function namesWeekday(line: string): boolean {
  for (const [word] of line.matchAll(/\p{L}{3,}/gu)) if (weekdayNumber(word) !== undefined) return true;
  return false;
}

/** Where the first paragraphs end, with their last line. */
function endOfParagraphs(body: string, count: number): number {
  let end = 0;
  let paragraphs = 0;
  let isInside = false;
  for (let start = 0; start < body.length;) {
    const lineEnd = endOfLine(body, start);
    const isBlank = body.slice(start, lineEnd).trim() === '';
    if (!isBlank && !isInside && paragraphs === count) return end;
    if (!isBlank && !isInside) paragraphs += 1;
    if (!isBlank) end = lineEnd;
    isInside = !isBlank;
    start = lineEnd + 1;
  }
  return end;
}

/** A remark to press is no notice to readers, whatever reason it gives. */
function isRemark(body: string, at: number): boolean {
  const opening = body.lastIndexOf('<!--', at);
  return (
    opening !== -1 &&
    !body.slice(opening, at).includes('-->') &&
    /^<!--\s{0,9}press-ignore/.test(body.slice(opening, opening + 30))
  );
}
