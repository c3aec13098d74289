/** Slips in values that begin with a quote: quotes and apostrophes inside, text behind, and quotes that are never closed. */
import type { Span } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import { isApostrophe, openedByApostrophe } from './yaml-apostrophes.ts';
import { badEscape } from './yaml-escape-slips.ts';
import { beginsWithKey, isBlank, isIdle, pastBlanks, remarkIn, type YamlLine } from './yaml-lines.ts';
import type { Put } from './text-puts.ts';
import { nameOf, putInQuotes, type Mend, type Slot, type SlotFindings, type YamlSlip } from './yaml-slip.ts';

/** Judges a value whose first character is a quote. */
export function judgeQuoted(slot: Slot): SlotFindings {
  const { text, line, at, index } = slot;
  const close = closingQuote(text, at, line.end);
  if (close !== undefined) {
    const closed = { start: at, end: close + 1 };
    const slip = judgeBehind(slot, closed, line);
    if (slip !== undefined && lastLineInQuotes(slot, index) > index) return judgeLater(slot, closed, index);
    return { slips: slip === undefined ? [] : [slip], next: index + 1 };
  }
  return judgeOpen(slot);
}

/** Where the quote that opens at `at` is closed before `end`, as YAML counts; undefined where it is not. */
export function closingQuote(text: string, at: number, end: number): number | undefined {
  const quote = text.charAt(at);
  for (let i = at + 1; i < end; i++) {
    const sign = text.charAt(i);
    if (sign === '\\' && quote === '"') i += 1;
    else if (sign === quote) {
      if (quote === '"' || text.charAt(i + 1) !== "'") return i;
      i += 1;
    }
  }
  return undefined;
}

/** What stands behind a quoted text on its last line. */
function judgeBehind(slot: Slot, closed: Span, line: YamlLine): YamlSlip | undefined {
  const { text } = slot;
  const after = pastBlanks(text, closed.end, line.end);
  if (after >= line.end || (text.charAt(after) === '#' && after > closed.end)) return badEscape(text, closed);
  const rest = { start: after, end: remarkIn(text, closed.end, line.end) };
  return judgeRest(slot, closed, rest);
}

/** What stands behind a closed quote, or a closed bracket: `rest` is not empty. */
function judgeRest(slot: Slot, closed: Span, rest: Span): YamlSlip {
  const { text } = slot;
  const words = text.slice(rest.start, rest.end);
  if (words.startsWith('#')) return gluedRemark(rest);
  if (words === ',' || words === ';') return straySign(words, rest);
  const whole = { start: slot.at, end: rest.end };
  const quote = text.charAt(slot.at);
  if (!words.endsWith(quote) && isApostrophe(text, closed.end - 1))
    return openWithApostrophe(slot, closed.end - 1, whole);
  if (!words.endsWith(quote) || isWordsInQuotes(text, closed, whole)) {
    return {
      ...closed,
      message: `${nameOf(slot)} ends with its closing quote, and ${quoted(words)} stands behind it.`,
      hint: 'Put the whole value in quotes, single ones outside where it holds double ones.',
      mend: putInQuotes(text, whole),
    };
  }
  return quoteInside(slot, closed.end - 1, whole);
}

/** `'Baku's course`: the quote at the beginning is never closed, and the apostrophe is taken for its end. */
function openWithApostrophe(slot: Slot, place: number, { start, end }: Span): YamlSlip {
  return { ...quoteInside(slot, place, { start, end }), mend: openedByApostrophe(slot.text, { start, end }) };
}

/** A «#» right behind a value that has ended. */
export function gluedRemark(place: Span): YamlSlip {
  return {
    ...place,
    message: 'A «#» follows a value without a blank between.',
    hint: 'Write a blank before a remark; if the sign belongs to the text, put the whole text in quotes.',
    mend: {
      title: 'Put a blank before the remark',
      puts: [{ start: place.start, end: place.start, text: ' ' }],
      isLiteral: false,
    },
  };
}

/** A comma or semicolon at the end of a line, as other notations want it. */
export function straySign(sign: string, place: Span): YamlSlip {
  return {
    ...place,
    message: `The line ends in «${sign}», which YAML does not want between lines.`,
    hint: 'Remove the sign: each key has a line of its own, and nothing stands between them.',
    mend: { title: 'Remove the sign', puts: [{ ...place, text: '' }], isLiteral: true },
  };
}

/** `"New" and "old"`: the quotes belong to words of the text; not so in `"The "new" course"`. */
function isWordsInQuotes(text: string, closed: Span, { start, end }: Span): boolean {
  const quote = text.charAt(start);
  const count = text.slice(start, end).split(quote).length - 1;
  const isBehindWord = !isBlank(text, closed.end - 2) && !/[\p{L}\p{N}]/u.test(text.charAt(closed.end));
  return count % 2 === 0 && isBehindWord;
}

function quoteInside(slot: Slot, place: number, whole: Span): YamlSlip {
  const isSingle = slot.text.charAt(slot.at) === "'";
  const sign = isSingle ? 'apostrophe' : 'double quote';
  return {
    start: whole.start,
    end: place + 1,
    message: `${nameOf(slot)} stands in ${isSingle ? 'single' : 'double'} quotes, and the ${sign} ${behindWord(slot.text, whole.start + 1, place)} ends it too early.`,
    hint: isSingle
      ? 'Put the value in double quotes, or write the apostrophe twice.'
      : 'Put the value in single quotes outside, or write a backslash before the quotes inside.',
    mend: otherQuotes(slot.text, whole),
  };
}

/** «behind «Baku»», or «at its beginning». */
function behindWord(text: string, start: number, place: number): string {
  const words = text.slice(start, place).trim();
  return words === '' ? 'at its beginning' : `behind ${quoted(words.split(/\s+/).at(-1) ?? words)}`;
}

/** Other quotes outside where the text has none of them, otherwise the sign inside as YAML wants it. */
function otherQuotes(text: string, { start, end }: Span): Mend {
  const quote = text.charAt(start);
  const inner = text.slice(start + 1, end - 1);
  const other = quote === "'" ? '"' : "'";
  const value = { start, end };
  if (!inner.includes(other) && !inner.includes('\\') && !inner.includes("''")) {
    const puts = [start, end - 1].map((at) => ({ start: at, end: at + 1, text: other }));
    const isLiteral = !inner.includes(' #');
    const means = inner.includes('\n') ? {} : { means: inner };
    return { title: `Put ${other === '"' ? 'double' : 'single'} quotes outside`, puts, isLiteral, value, ...means };
  }
  return { title: 'Mark the quotes inside', puts: markedInside(text, value), isLiteral: false, value };
}

/** A backslash before double quotes, a second apostrophe beside a single one. */
function markedInside(text: string, { start, end }: Span): Put[] {
  const quote = text.charAt(start);
  const puts: Put[] = [];
  for (let at = start + 1; at < end - 1; at++) {
    const sign = text.charAt(at);
    if (quote === '"' && sign === '\\') at += 1;
    else if (quote === "'" && sign === quote && text.charAt(at + 1) === quote && at + 1 < end - 1) at += 1;
    else if (sign === quote) puts.push({ start: at, end: at, text: quote === '"' ? '\\' : "'" });
  }
  return puts;
}

/** A quote that is not closed on its line: it may be closed on a later one. */
function judgeOpen(slot: Slot): SlotFindings {
  const { text, lines, index, column } = slot;
  const quote = text.charAt(slot.at);
  const shallow: YamlLine[] = [];
  for (let next = index + 1; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || beginsWithKey(text, line.at, line.end) || text.startsWith('- ', line.at)) break;
    if (line.at < line.end && line.column <= column) shallow.push(line);
    // A text that goes on begins as if behind an opening quote.
    const close = closingQuote(quote + text.slice(line.at, line.end), 0, line.end - line.at + 1);
    if (close === undefined) continue;
    const end = line.at + close;
    if (shallow.length > 0) return { slips: [goesOnAtEdge(slot, shallow)], next: next + 1 };
    return judgeLater(slot, { start: slot.at, end }, next);
  }
  return neverClosed(slot);
}

/** A text over several lines whose quotes are closed on the line of that index. */
function judgeLater(slot: Slot, closed: Span, index: number): SlotFindings {
  const line = slot.lines[index] ?? slot.line;
  const found = judgeBehind(slot, closed, line);
  if (found === undefined) return { slips: [], next: index + 1 };
  const last = lastLineInQuotes(slot, index);
  const end = slot.lines[last]?.end ?? line.end;
  const whole = { start: slot.at, end };
  const isInside = slot.text.charAt(end - 1) === slot.text.charAt(slot.at) && end > closed.end;
  if (isInside && !isWordsInQuotes(slot.text, closed, whole))
    return { slips: [quoteInside(slot, closed.end - 1, whole)], next: last + 1 };
  // The whole would reach over lines: the place is sure, the mend is not.
  const { mend: _, ...slip } = found;
  return { slips: [found.mend?.value === undefined ? found : slip], next: last + 1 };
}

/** The index of the last line that is further in and ends in the quote; the first one where there is none. */
function lastLineInQuotes({ text, lines, at, column }: Slot, from: number): number {
  let last = from;
  for (let next = from + 1; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || line.column <= column || beginsWithKey(text, line.at, line.end)) break;
    if (text.charAt(line.end - 1) === text.charAt(at)) last = next;
  }
  return last;
}

/** Lines of a text that are not further in than their key. */
export function goesOnAtEdge(slot: Slot, shallow: readonly YamlLine[]): YamlSlip {
  const [first] = shallow;
  const blanks = ' '.repeat(slot.column + 2);
  return {
    start: first?.at ?? slot.at,
    end: first?.end ?? slot.line.end,
    message: `${nameOf(slot)} goes on in a line that is not indented.`,
    hint: 'Indent the continuation lines, or use «>-» behind the colon and indent the whole text.',
    mend: {
      title: 'Indent the continuation lines',
      puts: shallow.map(({ start, at }) => ({ start, end: at, text: blanks })),
      isLiteral: false,
    },
  };
}

function neverClosed(slot: Slot): SlotFindings {
  const { text, at, line } = slot;
  const next = pastText(slot);
  const end = remarkIn(text, at, line.end);
  const isSingle = text.charAt(at) === "'";
  const last = text.charAt(end - 1);
  const hasTypographic = '“”„‘’»'.includes(last) && end - 1 > at;
  const slip: YamlSlip = {
    start: at,
    end,
    message: hasTypographic
      ? `${nameOf(slot)} opens with a straight quote and ends with ${quoted(last)}, which does not close it.`
      : `${nameOf(slot)} opens with a ${isSingle ? 'single' : 'double'} quote that is not closed.`,
    hint: isSingle
      ? 'Close it at the end of the text; if it is an apostrophe, put the whole text in double quotes.'
      : 'Close it at the end of the text; indent the lines on which the text goes on.',
    mend: next > slot.index + 1 ? closeLater(slot, next - 1) : closeIt(slot, hasTypographic ? end - 1 : end, end),
  };
  return { slips: [slip], next };
}

/** The index behind the lines that are further in and begin with no key or dash. */
function pastText({ text, lines, index, column }: Slot): number {
  let next = index + 1;
  for (let line = lines[next]; line !== undefined && line.column > column; line = lines[++next]) {
    if (isIdle(text, line) || beginsWithKey(text, line.at, line.end) || text.startsWith('- ', line.at)) break;
  }
  return next;
}

/** Quotes that are closed at the end of a later line. */
function closeLater({ text, at, lines }: Slot, index: number): Mend {
  const line = lines[index];
  const end = line === undefined ? text.length : remarkIn(text, line.at, line.end);
  const puts = [{ start: end, end, text: text.charAt(at) }];
  return { title: 'Close the quotes', puts, isLiteral: false, value: { start: at, end } };
}

function closeIt({ text, at, line, lines, index }: Slot, from: number, end: number): Mend {
  const quote = text.charAt(at);
  const means = text.slice(at + 1, from);
  const next = lines[index + 1];
  const isLast = next === undefined || isIdle(text, next) || next.column <= line.column;
  const sure = !means.includes('\\') && !means.includes("''") && isLast;
  return {
    title: 'Close the quotes',
    puts: [{ start: from, end, text: quote }],
    isLiteral: false,
    value: { start: at, end },
    ...(sure ? { means } : {}),
  };
}
