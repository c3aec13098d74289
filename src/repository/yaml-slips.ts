/**
 * Finds slips in YAML text line by line, without a parser: in one pass, and never looking back further than a line.
 *
 * It is asked about text that the exact reader refuses, so it may suspect too much; `yaml-explanation.ts` tries every suspicion.
 */
import { judgeIndentation, misalignedDash, misalignedKey } from './yaml-alignment.ts';
import { judgeFlow } from './yaml-flow-slips.ts';
import { judgeStray, lineWithoutKey, mergeKeyWords } from './yaml-key-slips.ts';
import { beginsWithKey, isBlank, isIdle, keyColon, pastBlanks, remarkIn, type YamlLine } from './yaml-lines.ts';
import { judgePlain } from './yaml-plain-slips.ts';
import { goesOnAtEdge, judgeQuoted } from './yaml-quote-slips.ts';
import type { Slot, SlotFindings, YamlSlip } from './yaml-slip.ts';
import { oneWordKeys } from '../model/one-word-keys.ts';

/** The slips in some lines of a text. `areKeysAtEdge`: keys of the first level stand in column 0, also in the first line. */
export function findSlips(text: string, lines: readonly YamlLine[], areKeysAtEdge: boolean): YamlSlip[] {
  const indentation = lines
    .map((line) => judgeIndentation(text, line, areKeysAtEdge))
    .filter((slip) => slip !== undefined);
  const found = [...indentation, ...new SlipWalk(text, lines, areKeysAtEdge).walk()];
  return found.sort((a, b) => a.start - b.start);
}

class SlipWalk {
  readonly #text: string;
  readonly #lines: readonly YamlLine[];
  readonly #slips: YamlSlip[] = [];
  /** Columns of the keys that the line is below of. */
  readonly #keys: number[];
  /** Whether the last key or dash has nothing behind it, so that a deeper key may follow. */
  #isOpen = false;
  /** Columns of the dashes that the line is below of. */
  readonly #dashColumns: number[] = [];
  /** The last value, which a line without a key may continue. */
  #last: Slot | undefined;

  constructor(text: string, lines: readonly YamlLine[], areKeysAtEdge: boolean) {
    this.#text = text;
    this.#lines = lines;
    const first = lines.find((line) => !isIdle(text, line));
    this.#keys = areKeysAtEdge || first?.column === 0 ? [0] : [];
  }

  walk(): readonly YamlSlip[] {
    for (let index = 0; index < this.#lines.length;) index = this.#line(index);
    return this.#slips;
  }

  /** Judges a line and those that belong to its value; gives the index of the line after them. */
  #line(index: number): number {
    const line = this.#lines[index];
    if (line === undefined || isIdle(this.#text, line)) return index + 1;
    const { at, column } = this.#dashes(line);
    const colon = keyColon(this.#text, at, line.end);
    if (colon !== undefined) return this.#key({ index, line, at, column }, colon);
    if (at > line.at) return this.#item(index, line, at);
    return this.#stray(index, line);
  }

  /** Goes over the dashes of a line. */
  #dashes(line: YamlLine): { readonly at: number; readonly column: number } {
    let { at, column } = line;
    while (this.#text.charAt(at) === '-' && (isBlank(this.#text, at + 1) || at + 1 === line.end)) {
      this.#alignDash(line, at, column);
      this.#isOpen = true;
      const next = pastBlanks(this.#text, at + 1, line.end);
      this.#tabBehind(at + 1, next);
      column += next - at;
      at = next;
    }
    return { at, column };
  }

  /** Whether a dash stands below those of the items beside it. */
  #alignDash(line: YamlLine, at: number, column: number): void {
    const below = popAbove(this.#dashColumns, column);
    if (this.#dashColumns.at(-1) === column) return;
    if (below !== undefined && at === line.at) this.#slips.push(misalignedDash(line, below));
    this.#dashColumns.push(column);
  }

  /** Keys behind a dash would be indented by the tab. */
  #tabBehind(start: number, end: number): void {
    if (!this.#text.slice(start, end).includes('\t')) return;
    this.#slips.push({
      start,
      end,
      message: 'A tab stands behind the dash.',
      hint: 'Write a blank: YAML does not allow tabs before a value.',
      mend: { title: 'Write a blank', puts: [{ start, end, text: ' ' }], isLiteral: false },
    });
  }

  #key(
    place: { readonly index: number; readonly line: YamlLine; readonly at: number; readonly column: number },
    colon: number,
  ): number {
    const { index, line, at, column } = place;
    const isSure = beginsWithKey(this.#text, at, line.end);
    // «- Course: day one: Baku» is one text, not a key in an item.
    const isText = !isSure && at > line.at;
    const name = this.#text.slice(at, colon).trimEnd();
    const value = pastBlanks(this.#text, colon + 1, line.end);
    const slot = {
      text: this.#text,
      lines: this.#lines,
      index,
      line,
      column,
      ...(isText ? { at, name: undefined } : { at: value, name }),
    };
    if (isText) return this.#value(slot);
    this.#align({ ...slot, at });
    if (name === '<<') {
      this.#slips.push({ start: at, end: at + 2, ...mergeKeyWords });
      return index + 1;
    }
    return this.#value(slot);
  }

  /** Whether the key stands below the keys beside it. */
  #align(slot: Slot): void {
    const below = popAbove(this.#keys, slot.column);
    const top = this.#keys.at(-1);
    popAbove(this.#dashColumns, slot.column - 1);
    if (top === slot.column) return;
    if (below === undefined && (this.#isOpen || top === undefined)) this.#keys.push(slot.column);
    else {
      const isPlain = !/[\t\u00A0]/.test(this.#text.slice(slot.line.start, slot.line.at));
      // Other blanks than plain ones are a slip of their own, and so is a dash.
      if (isPlain && slot.at === slot.line.at)
        this.#slips.push(misalignedKey(slot, below ?? top ?? 0, this.#last !== undefined));
      if (below !== undefined) this.#keys.push(below);
    }
  }

  #item(index: number, line: YamlLine, at: number): number {
    return this.#value({
      text: this.#text,
      lines: this.#lines,
      index,
      line,
      at,
      column: line.column,
      name: undefined,
    });
  }

  #value(slot: Slot): number {
    const isEmpty =
      slot.at >= slot.line.end || (this.#text.charAt(slot.at) === '#' && isBlank(this.#text, slot.at - 1));
    this.#isOpen = isEmpty;
    this.#last = isEmpty ? undefined : slot;
    if (isEmpty) return slot.index + 1;
    const { slips, next } = judgeBySign(slot);
    for (const each of slips) this.#slips.push(each);
    return next;
  }

  #stray(index: number, line: YamlLine): number {
    const isAmongItems = this.#dashColumns.at(-1) === line.column;
    const slip = judgeStray({ text: this.#text, line, at: line.at, isAmongItems });
    if (slip !== undefined) {
      this.#slips.push(slip);
      this.#last = undefined;
      this.#isOpen = this.#text.charAt(line.end - 1) === ':';
      return index + 1;
    }
    return this.#goesOn(index, line);
  }

  /** Lines without keys continue the text above them, or nobody knows what they are. */
  #goesOn(index: number, line: YamlLine): number {
    let next = index;
    const shallow: YamlLine[] = [];
    for (let each: YamlLine | undefined = line; each !== undefined && this.#isText(each); each = this.#lines[next]) {
      shallow.push(each);
      next += 1;
    }
    const last = this.#last;
    const canGoOn =
      last !== undefined && !oneWordKeys.has(last.name ?? '') && !'"\'[{|>'.includes(this.#text.charAt(last.at));
    // Whoever writes such a line knows YAML: the reader says it better.
    if (isForReader(this.#text, line)) return Math.max(next, index + 1);
    const place = { start: line.at, end: remarkIn(this.#text, line.at, line.end) };
    if (canGoOn && shallow.length > 0) this.#slips.push(goesOnAtEdge(last, shallow));
    else this.#slips.push(lineWithoutKey(place, this.#text.slice(place.start, place.end)));
    return Math.max(next, index + 1);
  }

  #isText(line: YamlLine): boolean {
    const isDash = this.#text.charAt(line.at) === '-' && isBlank(this.#text, line.at + 1);
    if (
      isIdle(this.#text, line) ||
      isDash ||
      isMark(this.#text, line) ||
      keyColon(this.#text, line.at, line.end) !== undefined
    )
      return false;
    return judgeStray({ text: this.#text, line, at: line.at, isAmongItems: false }) === undefined;
  }
}

/** Takes away the columns that are further in; gives the last of them. */
function popAbove(columns: number[], column: number): number | undefined {
  let popped: number | undefined;
  while ((columns.at(-1) ?? -1) > column) popped = columns.pop();
  return popped;
}

/** Signs of YAML, quotes and brackets at the beginning of a line, and the edges of a document. */
function isForReader(text: string, line: YamlLine): boolean {
  return '?:&*![{"\'%'.includes(text.charAt(line.at)) || isMark(text, line);
}

/** Whether a YAML document begins or ends with the line. */
function isMark(text: string, { start, end }: YamlLine): boolean {
  const isEdge = text.startsWith('---', start) || text.startsWith('...', start);
  return isEdge && (start + 3 >= end || isBlank(text, start + 3));
}

function judgeBySign(slot: Slot): SlotFindings {
  const sign = slot.text.charAt(slot.at);
  if (sign === '"' || sign === "'") return judgeQuoted(slot);
  return sign === '[' || sign === '{' ? judgeFlow(slot) : judgePlain(slot);
}
