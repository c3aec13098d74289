/** Edits of lists in front matter, as text: comments and line breaks of everything else stay. */
import type { DataPath, Manuscript, OffsetFix, Span } from './manuscript.ts';
import { placeOf } from './places.ts';

type Edit = OffsetFix['edits'][number];
type Source = Pick<Manuscript, 'text' | 'locate'>;

const QUOTES = new Set(['"', "'"]);

/** Takes an item out of a list of several; undefined where its text is not one line that can be told apart. */
export function withoutItem(manuscript: Manuscript, list: DataPath, index: number): Edit | undefined {
  const { text } = manuscript;
  const neighbour = [...list, index === 0 ? 1 : index - 1];
  if (manuscript.locate(neighbour) === undefined || manuscript.locate([...list, index]) === undefined) return undefined;
  const place = placeOf(manuscript, [...list, index]);
  if (!isFlow(manuscript, list)) return withoutBlockItem(text, place);
  return index === 0 ? withCommaBehind(text, place) : withoutFlowItem(text, placeOf(manuscript, neighbour), place);
}

/** Makes one value of a list: the item at the index stays, without the list around it. Undefined where a comment would be lost. */
export function onlyItem(manuscript: Manuscript, list: DataPath, index: number): Edit | undefined {
  const { text } = manuscript;
  const [key, found] = [manuscript.locate(list, 'key'), manuscript.locate([...list, index])];
  if (key === undefined || found === undefined) return undefined;
  const [whole, item] = [placeOf(manuscript, list), placeOf(manuscript, [...list, index])];
  const kept = text.slice(item.start, item.end);
  if (text.slice(key.end, whole.end).includes('#') || kept.includes('\n')) return undefined;
  if (isFlow(manuscript, list)) return { start: whole.start, end: whole.end, text: kept };
  return /^[ \t]*:\s*$/.test(text.slice(key.end, whole.start))
    ? { start: key.end, end: whole.end, text: `: ${kept}` }
    : undefined;
}

/** Makes several items of one value: a list of its own, or more items of the list that it stands in. */
export function asItems({ text }: Source, place: Span, items: readonly string[]): Edit {
  const indent = /^( *- +)$/.exec(text.slice(text.lastIndexOf('\n', place.start - 1) + 1, place.start))?.[1];
  if (indent !== undefined) return { ...place, text: items.join(`\n${indent}`) };
  const before = text.slice(0, place.start).trimEnd();
  const isInList = before.endsWith('[') || before.endsWith(',');
  return { ...place, text: isInList ? items.join(', ') : `[${items.join(', ')}]` };
}

/** Puts the one value that stands there into a list; undefined for a value of several lines. */
export function asList({ text }: Source, place: Span): Edit | undefined {
  const value = text.slice(place.start, place.end);
  const isOneWord = QUOTES.has(value.charAt(0)) || !/[[\]{},]/.test(value);
  if (value.includes('\n') || value.startsWith('|') || value.startsWith('>')) return undefined;
  return { ...place, text: `[${isOneWord ? value : JSON.stringify(value)}]` };
}

/** Makes a group of «key: value» lines the first item of a list; undefined where its lines cannot be told apart. */
export function asFirstItem({ text }: Source, { start, end }: Span): Edit[] | undefined {
  const group = text.slice(start, end);
  if (group.startsWith('{'))
    return group.includes('\n') || group.includes('#') ? undefined : [{ start, end, text: `[${group}]` }];
  if (!/^ *$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start)) || group.includes('\t')) return undefined;
  const later = [...group.matchAll(/\n(?=[^\r\n])/g)].map(({ index }) => start + index + 1);
  return [{ start, end: start, text: '- ' }, ...later.map((line) => ({ start: line, end: line, text: '  ' }))];
}

/** Takes an entry that says nothing out, with its line; undefined where more stands on the line. */
export function withoutEmptyEntry({ text, locate }: Source, path: DataPath): Edit | undefined {
  const key = locate(path, 'key');
  if (key === undefined) return undefined;
  const start = text.lastIndexOf('\n', key.start - 1) + 1;
  const feed = text.indexOf('\n', key.end);
  const isAlone =
    /^ *$/.test(text.slice(start, key.start)) &&
    /^[ \t]*:[ \t]*(?:"[ \t]*"|'[ \t]*'|~|null)?[ \t]*\r?$/.test(text.slice(key.end, feed));
  return feed === -1 || !isAlone ? undefined : { start, end: feed + 1, text: '' };
}

function isFlow({ text, locate }: Source, list: DataPath): boolean {
  return text.charAt(locate(list)?.start ?? 0) === '[';
}

/** On one line the comma before goes, too; else the comma behind. A line with nothing left on it goes as well. */
function withoutFlowItem(text: string, before: Span, item: Span): Edit | undefined {
  const between = text.slice(before.end, item.start);
  if (/^[ \t]*,[ \t]*$/.test(between)) return { start: before.end, end: item.end, text: '' };
  return withCommaBehind(text, item);
}

function withCommaBehind(text: string, item: Span): Edit {
  const [behind = ''] = /^[ \t]*,?[ \t]*/.exec(text.slice(item.end, item.end + 200)) ?? [];
  return wholeLine(text, { start: item.start, end: item.end + behind.length });
}

function withoutBlockItem(text: string, item: Span): Edit | undefined {
  const start = text.lastIndexOf('\n', item.start - 1) + 1;
  const feed = text.indexOf('\n', item.start);
  const isAlone =
    /^ *-[ \t]*$/.test(text.slice(start, item.start)) && /^[ \t]*(?:#.*)?\r?$/.test(text.slice(item.end, feed));
  return feed === -1 || feed < item.end || !isAlone ? undefined : { start, end: feed + 1, text: '' };
}

function wholeLine(text: string, { start, end }: Span): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const feed = text.indexOf('\n', end);
  const isAlone = text.slice(from, start).trim() === '' && text.slice(end, feed).trim() === '';
  return isAlone && feed !== -1 ? { start: from, end: feed + 1, text: '' } : { start, end, text: '' };
}
