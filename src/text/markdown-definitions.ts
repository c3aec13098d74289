/** Definitions of links that stand apart from the words: `[label]: address "title"` (CommonMark §4.7). */
import type { MarkdownBlock } from './markdown-block.ts';
import { afterBlanks, destinationAt, titleEnd, type Destination } from './markdown-destination.ts';
import { PiecedText, type Stretch } from './pieced-text.ts';

/** A definition, with its places in the text. */
export interface PlacedDefinition {
  readonly label: Stretch;
  readonly target: Stretch;
  readonly whole: Stretch;
}

interface LinkDefinition {
  readonly label: Stretch;
  readonly destination: Destination;
  readonly end: number;
}

const LONGEST_LABEL = 999;

/** The definitions with which a paragraph begins. */
function* definitionsIn(text: string, start: number, limit: number): Generator<LinkDefinition> {
  let at = start;
  for (;;) {
    const definition = definitionAt(text, at, limit);
    if (definition === undefined) return;
    yield definition;
    at = afterBlanks(text, definition.end, limit);
  }
}

function definitionAt(text: string, start: number, limit: number): LinkDefinition | undefined {
  const close = labelEnd(text, start, limit);
  if (close === -1 || text.charAt(close) !== ':') return undefined;
  const destination = destinationAt(text, afterBlanks(text, close + 1, limit), limit);
  if (destination === undefined) return undefined;
  const end = afterTitle(text, destination.next, limit);
  return end === -1 ? undefined : { label: { start: start + 1, end: close - 1 }, destination, end };
}

/** Where the definition ends: after its title, or, when what follows is none, at the end of the address's line. */
function afterTitle(text: string, from: number, limit: number): number {
  const start = afterBlanks(text, from, limit);
  const end = start === from ? -1 : titleEnd(text, start, limit);
  if (end !== -1 && isLineEnd(text, end, limit)) return end;
  return isLineEnd(text, from, limit) ? from : -1;
}

function isLineEnd(text: string, from: number, limit: number): boolean {
  let at = from;
  while (at < limit && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at += 1;
  return at >= limit || text.charCodeAt(at) === 0x0a || text.charCodeAt(at) === 0x0d;
}

/** The offset after the `]` of a label that begins with the `[` at an offset; -1 when there is no label. */
export function labelEnd(text: string, start: number, limit: number): number {
  if (text.charAt(start) !== '[') return -1;
  const last = Math.min(limit, start + LONGEST_LABEL + 2);
  let isEmpty = true;
  for (let at = start + 1; at < last; at++) {
    const sign = text.charAt(at);
    if (sign === ']') return isEmpty ? -1 : at + 1;
    if (sign === '[') return -1;
    if (sign === '\\') at += 1;
    if (sign.trim() !== '') isEmpty = false;
  }
  return -1;
}

/** A label as labels are compared. */
export function plainLabel(written: string): string {
  return written.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/** The definitions of a text, as they are found. */
export class DefinitionShelf {
  readonly definitions: PlacedDefinition[] = [];
  /** As `plainLabel` writes them. */
  readonly labels = new Set<string>();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes the definitions from the beginning of a paragraph: where the last of them ends, or undefined when there are none. */
  take({ content }: MarkdownBlock): number | undefined {
    const [first] = content;
    if (first === undefined || this.#text.charAt(first.start) !== '[') return undefined;
    const words = new PiecedText(this.#text, content, () => '\n');
    let end: number | undefined;
    for (const { label, destination, end: after } of definitionsIn(words.text, 0, words.text.length)) {
      const whole = words.originOf({ start: label.start - 1, end: after });
      this.definitions.push({ label: words.originOf(label), target: words.originOf(destination), whole });
      this.labels.add(plainLabel(words.text.slice(label.start, label.end)));
      ({ end } = whole);
    }
    return end;
  }
}
