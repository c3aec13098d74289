/** Slips in values that begin with a bracket or a brace: text behind it, items that YAML misreads, and brackets that do not match. */
import type { Span } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import { isApostrophe, openedByApostrophe } from './yaml-apostrophes.ts';
import { requoted, textBehind, tooMany } from './yaml-flow-words.ts';
import { colonIn, isBlank, pastBlanks, remarkIn, withoutBlanks, type YamlLine } from './yaml-lines.ts';
import { quotesForSign, signWords } from './yaml-plain-slips.ts';
import { closingQuote, gluedRemark, straySign } from './yaml-quote-slips.ts';
import { putInQuotes, type Slot, type SlotFindings, type YamlSlip } from './yaml-slip.ts';
import { endOfLineText } from '../text/line-ends.ts';

/** Judges a value whose first character is `[` or `{`. */
export function judgeFlow(slot: Slot): SlotFindings {
  return new FlowScan(slot).judge();
}

const closerOf: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['{', '}'],
]);
/** More than anybody writes on purpose. */
const MOST_SLIPS = 50;

/** Walks over a list or map from its first bracket to the one that closes it. */
class FlowScan {
  readonly #slot: Slot;
  readonly #slips: YamlSlip[] = [];
  /** The brackets that are open, by their place. */
  readonly #open: number[] = [];
  #index: number;
  #line: YamlLine;
  #at: number;
  /** Whether an item, or its key, is expected. */
  #isItem = true;
  /** Whether the item stands behind a key and its colon. */
  #isValue = false;

  constructor(slot: Slot) {
    this.#slot = slot;
    this.#index = slot.index;
    this.#line = slot.line;
    this.#at = slot.at;
  }

  judge(): SlotFindings {
    do {
      while (this.#at < this.#line.end) {
        this.#step();
        if (this.#open.length === 0) return this.#found(this.#behind());
      }
    } while (this.#nextLine());
    return this.#found(this.#unclosed());
  }

  #found(slip: YamlSlip | undefined): SlotFindings {
    if (slip !== undefined) this.#slips.push(slip);
    return { slips: this.#slips.slice(0, MOST_SLIPS), next: this.#index + 1 };
  }

  #nextLine(): boolean {
    const { lines, column, text } = this.#slot;
    const line = lines[this.#index + 1];
    if (line === undefined) return false;
    const isCloser = ']}'.includes(text.charAt(line.at)) && line.at < line.end;
    if (line.at < line.end && line.column <= column && !isCloser) return false;
    this.#index += 1;
    this.#line = line;
    this.#at = line.at;
    return true;
  }

  #step(): void {
    const { text } = this.#slot;
    const sign = text.charAt(this.#at);
    if (isBlank(text, this.#at)) this.#at += 1;
    else if (sign === '#' && (this.#at === this.#line.at || isBlank(text, this.#at - 1))) this.#at = this.#line.end;
    else if (sign === '[' || sign === '{') this.#opens();
    else if (sign === ']' || sign === '}') this.#closes(sign);
    else if (sign === ',') this.#comma();
    else if (sign === ':' && !this.#isItem) this.#beginValue();
    else if (sign === '"' || sign === "'") this.#quoted();
    else this.#plain();
  }

  #opens(): void {
    this.#open.push(this.#at);
    this.#beginItem(this.#at + 1);
  }

  #beginItem(at: number): void {
    this.#at = at;
    this.#isItem = true;
    this.#isValue = false;
  }

  #beginValue(): void {
    this.#beginItem(this.#at + 1);
    this.#isValue = true;
  }

  #closes(sign: string): void {
    const wanted = closerOf.get(this.#slot.text.charAt(this.#open.pop() ?? -1)) ?? sign;
    const place = { start: this.#at, end: this.#at + 1 };
    if (wanted !== sign) {
      this.#slips.push({
        ...place,
        message: `«${wanted}» is wanted here, not «${sign}»: a list is closed by «]», a map by «}».`,
        hint: `Write «${wanted}».`,
        mend: { title: `Write ${wanted}`, puts: [{ ...place, text: wanted }], isLiteral: false },
      });
    }
    this.#at += 1;
    this.#isItem = false;
  }

  #comma(): void {
    if (this.#isItem) {
      const place = { start: this.#at, end: this.#at + 1 };
      this.#slips.push({
        ...place,
        message: 'A comma stands here without an item before it.',
        hint: 'Remove it, or write the item that is missing.',
        mend: { title: 'Remove the comma', puts: [{ ...place, text: '' }], isLiteral: false },
      });
    }
    this.#beginItem(this.#at + 1);
  }

  #quoted(): void {
    const { text } = this.#slot;
    const close = closingQuote(text, this.#at, this.#line.end);
    const after = close === undefined ? this.#line.end : pastBlanks(text, close + 1, this.#line.end);
    if (close !== undefined && (after === this.#line.end || ',]}:#'.includes(text.charAt(after)))) {
      this.#at = close + 1;
      this.#isItem = false;
      return;
    }
    this.#quoteSlip(close);
  }

  /** A quote that is never closed, or closed too early: the item ends at the next comma or bracket. */
  #quoteSlip(close: number | undefined): void {
    const { text } = this.#slot;
    const quote = text.charAt(this.#at);
    const item = { start: this.#at, end: this.#itemEnd(close ?? this.#at + 1) };
    const words = text.slice(item.start, item.end);
    const inner = words.endsWith(quote) && words.length > 1 ? { start: item.start + 1, end: item.end - 1 } : undefined;
    const place = { start: item.start, end: close === undefined ? item.end : close + 1 };
    this.#slips.push({
      ...place,
      message:
        close === undefined
          ? `The item ${quoted(words)} opens with a quote that is not closed.`
          : `The second quote ends the item ${quoted(words)} too early.`,
      hint: 'Close the quotes at the end of the item; use double quotes outside where it holds an apostrophe.',
      ...(close === undefined
        ? {
            mend: {
              title: 'Close the quotes',
              puts: [{ start: item.end, end: item.end, text: quote }],
              isLiteral: false,
              value: item,
            },
          }
        : inner === undefined
          ? {
              mend: isApostrophe(text, close)
                ? openedByApostrophe(text, item)
                : { ...putInQuotes(text, item), isLiteral: false },
            }
          : { mend: requoted(text, item, inner) }),
    });
    this.#at = item.end;
    this.#isItem = false;
  }

  #plain(): void {
    const { text } = this.#slot;
    const item = { start: this.#at, end: this.#itemEnd(this.#at) };
    const words = this.#isItem ? (this.#colonWords(item) ?? signWords(text, item.start, item.end)) : undefined;
    if (words !== undefined && item.end > item.start)
      this.#slips.push({ start: item.start, end: item.start + 1, ...words, mend: quotesForSign(text, item) });
    this.#at = words === undefined ? this.#plainEnd() : Math.max(item.end, this.#at + 1);
    this.#isItem = false;
  }

  /** A colon behind which another key would begin: the second of an item, the first of a value. */
  #colonWords(item: Span): (Span & { readonly message: string; readonly hint: string }) | undefined {
    const { text } = this.#slot;
    const first = colonIn(text, item.start, item.end);
    const isMap = text.charAt(this.#open.at(-1) ?? -1) === '{';
    const colon = this.#isValue || first === undefined || isMap ? first : colonIn(text, first + 1, item.end);
    if (colon === undefined || (isMap && !this.#isValue)) return undefined;
    const message = `The item ${quoted(text.slice(item.start, item.end))} has a colon in it, which YAML takes for another key.`;
    return { start: item.start, end: colon + 1, message, hint: 'Put the item in quotes.' };
  }

  /** Up to a comma, a bracket, or a colon with a blank behind it. */
  #plainEnd(): number {
    const { text } = this.#slot;
    for (let at = this.#at + 1; at < this.#line.end; at++) {
      const sign = text.charAt(at);
      if (',[]{}'.includes(sign) || (sign === '#' && isBlank(text, at - 1))) return at;
      if (sign === ':' && (isBlank(text, at + 1) || at + 1 === this.#line.end)) return at;
    }
    return this.#line.end;
  }

  /** The end of an item that cannot be read: at the next comma or bracket, without blanks. */
  #itemEnd(from: number): number {
    const { text } = this.#slot;
    for (let at = from; at < this.#line.end; at++) {
      if (',[]{}'.includes(text.charAt(at))) return withoutBlanks(text, this.#at + 1, at);
    }
    return withoutBlanks(text, this.#at + 1, remarkIn(text, this.#at, this.#line.end));
  }

  /** What stands behind the last bracket. */
  #behind(): YamlSlip | undefined {
    const { text, at } = this.#slot;
    const after = pastBlanks(text, this.#at, this.#line.end);
    if (after >= this.#line.end || (text.charAt(after) === '#' && after > this.#at)) return undefined;
    const rest = { start: after, end: remarkIn(text, this.#at, this.#line.end) };
    const words = text.slice(rest.start, rest.end);
    if (words.startsWith('#')) return gluedRemark(rest);
    if (words === ',' || words === ';') return straySign(words, rest);
    if (/^[\]}]+$/.test(words)) return tooMany(rest, words);
    return textBehind(this.#slot, { start: at, end: this.#at }, rest);
  }

  #unclosed(): YamlSlip | undefined {
    const { text } = this.#slot;
    const closers = this.#open.map((place) => closerOf.get(text.charAt(place)) ?? '').reverse();
    const start = this.#open.at(-1) ?? this.#slot.at;
    const sign = text.charAt(start);
    const end = remarkIn(text, this.#line.at, this.#line.end);
    return {
      start,
      end: Math.max(start + 1, Math.min(end, lineEndOf(this.#slot, start))),
      message: `The ${sign === '[' ? 'list' : 'map'} that opens with «${sign}» here is not closed.`,
      hint: `Write «${closerOf.get(sign)}» at its end; if the sign belongs to a text, put the whole text in quotes.`,
      mend: {
        title: `Close it with ${closers.join('')}`,
        puts: [{ start: end, end, text: closers.join('') }],
        isLiteral: false,
      },
    };
  }
}

function lineEndOf({ text }: Slot, at: number): number {
  return withoutBlanks(text, at, endOfLineText(text, at));
}
