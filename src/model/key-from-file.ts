/** Keys and text of a release put in the place of those of another version of it, as text: every other byte stays. */
import { endOfLineText, lineEndOf } from '../text/line-ends.ts';
import type { OffsetEdit } from '../text/spliced.ts';
import { contentEnd } from './data-places.ts';
import { withLines } from './front-matter-edits.ts';
import type { Manuscript, Span } from './manuscript.ts';

/** Writes a key as another file has it; undefined where that leaves no line to edit, or would take a comment away. */
export function withKeyFrom(manuscript: Manuscript, other: Manuscript, key: string): OffsetEdit | undefined {
  const from = other.locate([key], 'key');
  const source = behindColon(other, key);
  if (from === undefined || source === undefined) return undefined;
  if (manuscript.locate([key], 'key') === undefined)
    return withLines(manuscript, other.text.slice(from.start, source.end).split('\n'), keysBehind(other, key));
  const place = behindColon(manuscript, key);
  if (place === undefined || holdsComment(manuscript.text.slice(place.start, place.end))) return undefined;
  return { ...place, text: other.text.slice(source.start, source.end).replaceAll('\n', lineEndOf(manuscript.text)) };
}

/** From the colon of a key to the end of its value. */
function behindColon(manuscript: Manuscript, key: string): Span | undefined {
  const name = manuscript.locate([key], 'key');
  if (name === undefined) return undefined;
  const colon = /^[ \t]*:/.exec(manuscript.text.slice(name.end, endOfLineText(manuscript.text, name.end)))?.[0].length;
  if (colon === undefined) return undefined;
  const start = name.end + colon;
  const isEmpty = (manuscript.data?.[key] ?? null) === null;
  return { start, end: isEmpty ? start : Math.max(start, contentEnd(manuscript, [key])) };
}

/** Somebody’s remark between the lines of a value. Behind a value on one line it stays. */
function holdsComment(written: string): boolean {
  return written.includes('\n') && /(?:^|\s)#/.test(written);
}

/** Where a new key goes: before those that follow it in the other file. */
function keysBehind({ data, locate }: Manuscript, key: string): string[] {
  const at = locate([key], 'key')?.start ?? 0;
  const places = Object.keys(data ?? {}).map((name) => ({ name, start: locate([name], 'key')?.start ?? -1 }));
  return places
    .filter(({ start }) => start > at)
    .toSorted((a, b) => a.start - b.start)
    .map(({ name }) => name);
}

/** Another text in the place of the one there is; the blank lines around it stay. */
export function withText({ text, bodyStart }: Pick<Manuscript, 'text' | 'bodyStart'>, body: string): OffsetEdit {
  const lineEnd = lineEndOf(text);
  const lines = body.trim().replaceAll('\r\n', '\n').replaceAll('\n', lineEnd);
  const old = text.slice(bodyStart);
  if (old.trim() !== '') {
    const start = bodyStart + old.length - old.trimStart().length;
    return { start, end: bodyStart + old.trimEnd().length, text: lines };
  }
  const before = text.endsWith('\n') ? '' : lineEnd;
  return { start: text.length, end: text.length, text: `${before}${lines}${lines === '' ? '' : lineEnd}` };
}
