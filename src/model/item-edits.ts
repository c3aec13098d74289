/** Other terms in the place of some in a list, as text: quotes, commas, line breaks and comments of everything else stay. */
import type { OffsetEdit } from '../text/spliced.ts';
import { lineEndOf } from '../text/line-ends.ts';
import { isFlow, nextLine, startOfLine, valueAt, type DataSource } from './data-places.ts';
import type { DataPath, Span } from './manuscript.ts';
import { placeOf } from './places.ts';
import { yamlWord } from './replacement.ts';

/** What comes in the place of items, by their index; nothing takes an item out. A value that is no list is item 0. */
export type ItemReplacements = ReadonlyMap<number, readonly string[]>;

/** The edits of a list, or of a single value; undefined where it is written in a way that leaves nothing to edit. */
export function itemEdits(source: DataSource, path: DataPath, by: ItemReplacements): OffsetEdit[] | undefined {
  const items: unknown = valueAt(source.data, path);
  if (!Array.isArray(items)) return singleEdit(source, path, by.get(0) ?? []);
  const list: List = { source, path, by, places: items.map((_, index) => placeOf(source, [...path, index])) };
  const edits = isFlow(source, path) ? flowEdits(list) : blockEdits(list);
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

/** What the list says afterwards. */
export function replacedItems(items: readonly unknown[], by: ItemReplacements): unknown[] {
  return items.flatMap((item, index): readonly unknown[] => by.get(index) ?? [item]);
}

interface List {
  readonly source: DataSource;
  readonly path: DataPath;
  readonly by: ItemReplacements;
  readonly places: readonly Span[];
}

type Edits = (OffsetEdit | undefined)[];

function singleEdit(source: DataSource, path: DataPath, ids: readonly string[]): OffsetEdit[] | undefined {
  const place = placeOf(source, path);
  const words = ids.map((id) => inQuotesOf(source.text, place, id));
  const [only, another] = words;
  if (only === undefined) return undefined;
  return [{ ...place, text: another === undefined ? only : `[${words.join(', ')}]` }];
}

// «facet/id» is text to every reader.
const REFERENCE = /^[a-z][a-z0-9-]*\/[a-z0-9._-]+$/;

/** The word in the quotes that the text at a place has. */
function inQuotesOf(text: string, { start, end }: Span, id: string): string {
  const quote = text.charAt(start);
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1;
  return isQuoted ? `${quote}${id}${quote}` : REFERENCE.test(id) ? id : yamlWord(id);
}

function flowEdits(list: List): Edits {
  const { source, by, places } = list;
  return places.flatMap((place, index) => {
    const ids = by.get(index);
    if (ids === undefined) return [];
    if (ids.length > 0) return [{ ...place, text: ids.map((id) => inQuotesOf(source.text, place, id)).join(', ') }];
    return isRemoved(list, index - 1) ? [] : withoutRun(list, index);
  });
}

function isRemoved({ by }: List, index: number): boolean {
  return by.get(index)?.length === 0;
}

/** Items side by side that go: with the comma behind them, or before them where they are the last. */
function withoutRun(list: List, from: number): OffsetEdit[] {
  const { source, places } = list;
  let until = from;
  while (isRemoved(list, until)) until += 1;
  const [before, next] = [places[from - 1], places[until]];
  const start = next === undefined ? before?.end : places[from]?.start;
  const end = next === undefined ? places[until - 1]?.end : next.start;
  const isOneLine = start !== undefined && end !== undefined && !source.text.slice(start, end).includes('\n');
  return isOneLine
    ? [{ start, end, text: '' }]
    : places.slice(from, until).map((place) => withComma(source.text, place));
}

/** An item of a list over several lines: with the comma behind it, and with its line where nothing else stands there. */
function withComma(text: string, { start, end }: Span): OffsetEdit {
  const behind = /^[ \t]*,?[ \t]*/.exec(text.slice(end, nextLine(text, end)))?.[0].length ?? 0;
  const [first, next] = [startOfLine(text, start), nextLine(text, end)];
  const isAlone = text.slice(first, start).trim() === '' && text.slice(end + behind, next).trim() === '';
  return isAlone ? { start: first, end: next, text: '' } : { start, end: end + behind, text: '' };
}

function blockEdits({ source, by, places }: List): Edits {
  const { text } = source;
  return places.flatMap((place, index) => {
    const ids = by.get(index);
    if (ids === undefined) return [];
    const dash = /^( *)-[ \t]+$/.exec(text.slice(startOfLine(text, place.start), place.start));
    if (dash === null) return [undefined];
    if (ids.length === 0) return [withoutLine(text, place, dash[0].length)];
    const words = ids.map((id) => inQuotesOf(text, place, id));
    return [{ ...place, text: words.join(`${lineEndOf(text)}${dash[0]}`) }];
  });
}

/** The whole line; a comment on it stays, on a line of its own. */
function withoutLine(text: string, { start, end }: Span, indent: number): OffsetEdit | undefined {
  const next = nextLine(text, end);
  const behind = /^([ \t]*)(#.*)?\r?\n?$/s.exec(text.slice(end, next));
  if (behind === null) return undefined;
  if (behind[2] === undefined) return { start: start - indent, end: next, text: '' };
  const dash = text.lastIndexOf('-', start - 1);
  return { start: dash, end: end + (behind[1]?.length ?? 0), text: '' };
}
