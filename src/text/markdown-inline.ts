/** Links, code and tags in the words of one block: one walk from left to right (CommonMark's appendix on parsing, without emphasis). */
import { HtmlTagReader, type HtmlTag } from './html-tag.ts';
import { labelEnd, plainLabel } from './markdown-definitions.ts';
import { afterBlanks, destinationAt, plainDestination, titleEnd, type Destination } from './markdown-destination.ts';
import { runLength } from './markdown-signs.ts';
import type { Stretch } from './pieced-text.ts';

export interface MarkdownLink extends Stretch {
  readonly kind: 'link' | 'image' | 'autolink' | 'definition';
  /** The address as a reader's program gets it; `start` and `end` say where it is written. */
  readonly target: string;
  /** The words that are the link; of a definition its label. */
  readonly text: Stretch;
  /** All of it, with its signs. */
  readonly whole: Stretch;
}

export interface InlineFindings {
  readonly links: MarkdownLink[];
  /** Code among words, with its backticks. */
  readonly code: Stretch[];
  readonly tags: HtmlTag[];
}

interface Opener {
  readonly at: number;
  readonly isImage: boolean;
  /** Another bracket stands in it: then the words are no label. */
  hasInner: boolean;
}

const AUTOLINK = /[A-Za-z][A-Za-z0-9+.-]{1,31}:/y;

export class InlineScanner {
  readonly #text: string;
  readonly #labels: ReadonlySet<string>;
  readonly #found: InlineFindings;
  readonly #tags: HtmlTagReader;
  #limit = 0;
  /** Where the last run of so many backticks begins; made when the first one is met. */
  #backticks: Map<number, number> | undefined;
  #openers: Opener[] = [];
  /** Openers below this depth stand around a link, and links hold no links. */
  #spent = 0;

  constructor(text: string, labels: ReadonlySet<string>, found: InlineFindings) {
    this.#text = text;
    this.#labels = labels;
    this.#found = found;
    this.#tags = new HtmlTagReader(text);
  }

  /** Reads the words of one block. */
  scan({ start, end }: Stretch): void {
    this.#limit = end;
    this.#backticks = undefined;
    this.#openers = [];
    this.#spent = 0;
    for (let at = start; at < end;) at = this.#step(at);
  }

  #step(at: number): number {
    switch (this.#text.charCodeAt(at)) {
      case 0x5c:
        return at + (isPunctuation(this.#text.charCodeAt(at + 1)) ? 2 : 1);
      case 0x60:
        return this.#code(at);
      case 0x3c:
        return this.#angle(at);
      case 0x21:
        return this.#text.charCodeAt(at + 1) === 0x5b ? this.#open(at, true) : at + 1;
      case 0x5b:
        return this.#open(at, false);
      case 0x5d:
        return this.#close(at);
      default:
        return at + 1;
    }
  }

  #code(at: number): number {
    const length = runLength(this.#text, at, this.#limit);
    this.#backticks ??= this.#lastRuns(at);
    if ((this.#backticks.get(length) ?? -1) <= at) return at + length;
    let close = this.#text.indexOf('`', at + length);
    for (let run = 0; close !== -1 && close < this.#limit; close = this.#text.indexOf('`', close + run)) {
      run = runLength(this.#text, close, this.#limit);
      if (run !== length) continue;
      this.#found.code.push({ start: at, end: close + run });
      return close + run;
    }
    return at + length;
  }

  #lastRuns(from: number): Map<number, number> {
    const runs = new Map<number, number>();
    for (let at = from; at < this.#limit && at !== -1;) {
      const length = runLength(this.#text, at, this.#limit);
      runs.set(length, at);
      at = this.#text.indexOf('`', at + length);
    }
    return runs;
  }

  /** An address in angle brackets, a tag, or just a sign. */
  #angle(at: number): number {
    const text = this.#text;
    const close = this.#autolinkEnd(at);
    if (close === -1) {
      const tag = this.#tags.at(at, this.#limit);
      if (tag === undefined) return at + 1;
      this.#found.tags.push(tag);
      return tag.end;
    }
    const place = { start: at + 1, end: close };
    const words = text.slice(at + 1, close);
    const target = isScheme(text, at + 1) ? words : `mailto:${words}`;
    this.#found.links.push({ kind: 'autolink', target, ...place, text: place, whole: { start: at, end: close + 1 } });
    return close + 1;
  }

  /** Where the `>` of an address in angle brackets stands; -1 when it is none. */
  #autolinkEnd(at: number): number {
    let end = at + 1;
    while (end < this.#limit && isAddressCharacter(this.#text.charCodeAt(end))) end += 1;
    if (end >= this.#limit || this.#text.charCodeAt(end) !== 0x3e) return -1;
    return isScheme(this.#text, at + 1) || isMailAddress(this.#text.slice(at + 1, end)) ? end : -1;
  }

  #open(at: number, isImage: boolean): number {
    const around = this.#openers.at(-1);
    if (around !== undefined) around.hasInner = true;
    this.#openers.push({ at, isImage, hasInner: false });
    return at + (isImage ? 2 : 1);
  }

  #close(at: number): number {
    const opener = this.#openers.pop();
    const depth = this.#openers.length;
    const isSpent = depth < this.#spent && opener?.isImage !== true;
    this.#spent = Math.min(this.#spent, depth);
    if (opener === undefined || isSpent) return at + 1;
    const end = this.#destined(opener, at) ?? this.#labelled(opener, at);
    if (end !== undefined && !opener.isImage) this.#spent = depth;
    return end ?? at + 1;
  }

  /** `](address "title")` */
  #destined(opener: Opener, close: number): number | undefined {
    const [text, limit] = [this.#text, this.#limit];
    if (text.charCodeAt(close + 1) !== 0x28) return undefined;
    const from = afterBlanks(text, close + 2, limit);
    const destination = destinationAt(text, from, limit);
    const isEmpty = destination === undefined && text.charCodeAt(from) === 0x29;
    if (destination === undefined && !isEmpty) return undefined;
    const address = destination ?? { start: from, end: from, next: from };
    const end = this.#afterTitle(address.next);
    if (end >= limit || text.charCodeAt(end) !== 0x29) return undefined;
    this.#add(opener, address, { close, end: end + 1 });
    return end + 1;
  }

  #afterTitle(from: number): number {
    const start = afterBlanks(this.#text, from, this.#limit);
    const end = start === from ? -1 : titleEnd(this.#text, start, this.#limit);
    return end === -1 ? start : afterBlanks(this.#text, end, this.#limit);
  }

  #add(opener: Opener, { start, end }: Destination, ends: { close: number; end: number }): void {
    this.#found.links.push({
      kind: opener.isImage ? 'image' : 'link',
      target: plainDestination(this.#text.slice(start, end)),
      start,
      end,
      text: { start: opener.at + (opener.isImage ? 2 : 1), end: ends.close },
      whole: { start: opener.at, end: ends.end },
    });
  }

  /** `][label]`, `][]` or a label alone: the address is written elsewhere, so nothing is noted. */
  #labelled(opener: Opener, close: number): number | undefined {
    if (this.#labels.size === 0) return undefined;
    const second = labelEnd(this.#text, close + 1, this.#limit);
    const written = second === -1 ? this.#ownLabel(opener, close) : this.#text.slice(close + 2, second - 1);
    if (written === undefined || !this.#labels.has(plainLabel(written))) return undefined;
    if (second !== -1) return second;
    return this.#text.startsWith('[]', close + 1) ? close + 3 : close + 1;
  }

  #ownLabel({ at, isImage, hasInner }: Opener, close: number): string | undefined {
    const bracket = at + (isImage ? 1 : 0);
    return hasInner || labelEnd(this.#text, bracket, close + 1) === -1
      ? undefined
      : this.#text.slice(bracket + 1, close);
  }
}

function isScheme(text: string, at: number): boolean {
  AUTOLINK.lastIndex = at;
  return AUTOLINK.test(text);
}

function isAddressCharacter(code: number): boolean {
  return code > 0x20 && code !== 0x3c && code !== 0x3e;
}

function isPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  );
}

/** As browsers take an address for `type=email`. */
function isMailAddress(words: string): boolean {
  const at = words.indexOf('@');
  if (at < 1 || !/^[\w.!#$%&'*+/=?^`{|}~-]+$/.test(words.slice(0, at))) return false;
  return words
    .slice(at + 1)
    .split('.')
    .every((label) => label.length <= 63 && /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label));
}
