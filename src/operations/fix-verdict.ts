/** Whether a file came out of an edit as it was meant to: only what was touched says something else, and nobody else sees it now. */
import { largest } from '../text/largest.ts';
import { reasonsToHold, type Moment } from '../model/embargo.ts';
import { makeRelease, type ReleaseContext } from '../model/make-release.ts';
import type { Manuscript, Span } from '../model/manuscript.ts';
import { insertedStretches, type Edit } from './fix-pieces.ts';

/**
 * Whether the edits changed no more than the keys in whose lines they stand (first level), and no more of the text than they
 * replaced. Front matter that could not be read before has nothing to compare.
 */
export function isConfined(before: Manuscript, after: Manuscript, edits: readonly Edit[]): boolean {
  const old = before.data;
  if (old === undefined) return true;
  if (after.data === undefined || bodyLength(after) !== bodyLength(before) + growthBehind(edits, before.bodyStart))
    return false;
  const inserted = insertedStretches(edits);
  const touched = touchedKeys(before, edits);
  const { data } = after;
  const isKept = (key: string): boolean =>
    touched.has(key) || (Object.hasOwn(data, key) && JSON.stringify(data[key]) === JSON.stringify(old[key]));
  const isNew = (key: string): boolean => {
    const place = after.locate([key], 'key');
    return inserted.some(({ start, end }) => place !== undefined && place.start >= start && place.start < end);
  };
  return Object.keys(old).every(isKept) && Object.keys(data).every((key) => Object.hasOwn(old, key) || isNew(key));
}

/** Whether a file can be read, or at least nothing new is wrong before the first edit. */
export function isFurther(before: Manuscript, { data, faults }: Manuscript, edits: readonly Edit[]): boolean {
  if (data !== undefined) return true;
  const first = -largest(
    edits.map(({ start }) => -start),
    -Infinity,
  );
  const known = new Set(before.faults.map(({ start, message }) => `${start} ${message}`));
  return faults.every(({ start, message }) => start >= first || known.has(`${start} ${message}`));
}

function bodyLength({ text, bodyStart }: Manuscript): number {
  return text.length - bodyStart;
}

function growthBehind(edits: readonly Edit[], bodyStart: number): number {
  let growth = 0;
  for (const { start, end, text } of edits) if (start >= bodyStart) growth += text.length - (end - start);
  return growth;
}

/** A key's lines reach to the next key. What is put in where one ends and the next begins touches the first. */
function touchedKeys(manuscript: Manuscript, edits: readonly Edit[]): Set<string> {
  const starts = Object.keys(manuscript.data ?? {}).flatMap((key) => {
    const place = manuscript.locate([key], 'key');
    return place === undefined ? [] : [{ key, start: place.start }];
  });
  starts.sort((a, b) => a.start - b.start);
  const touched = starts.filter(({ start }, index) => {
    const lines = { start, end: starts[index + 1]?.start ?? manuscript.block.end };
    return edits.some((edit) => touches(edit, lines));
  });
  return new Set(touched.map(({ key }) => key));
}

function touches(edit: Span, { start, end }: Span): boolean {
  return edit.start === edit.end ? edit.start > start && edit.start <= end : edit.start < end && edit.end > start;
}

/**
 * Whether two versions of a file are public, or held back, for the same reasons; or the second is public because it can be read now,
 * and says nothing else about that than the first did.
 */
export function isAsPublic(
  before: Manuscript,
  after: Manuscript,
  { context, moment }: { readonly context: ReleaseContext; readonly moment: Moment },
): boolean {
  const [was, is] = [before, after].map((manuscript) => {
    const release = makeRelease(manuscript, context);
    const reasons = release === undefined ? undefined : reasonsToHold(release, moment);
    return reasons?.some(({ kind }) => kind === 'unreadable-embargo') === true ? undefined : reasons;
  });
  // What could not be read was in no output, so all that counts is whether it is now.
  if (was === undefined) return is?.length !== 0 || isAsStated(before, after);
  return is === undefined ? was.length !== 0 : JSON.stringify(was) === JSON.stringify(is);
}

/** Lines that say whether a release is public, and from when; an indented one may be meant so, too. */
const STATEMENT = /^\s*["']?(?:status|embarg)/i;
const EMBARGO = /^\s*["']?embarg/i;
const KEY = /^([A-Za-z][\w-]*):(?: |$)/;

/** Whether those lines stand as they stood, and nothing that looks like a key has become a part of some other text. */
function isAsStated(before: Manuscript, { text, block, data }: Manuscript): boolean {
  const statements = (all: string): string =>
    linesOf(all)
      .filter((line) => STATEMENT.test(line))
      .join('\n');
  const isKey = (key: string): boolean => data !== undefined && Object.hasOwn(data, key);
  const lines = linesOf(text.slice(block.start, block.end));
  return (
    statements(before.text) === statements(text) &&
    lines.every((line) => isKey(KEY.exec(line)?.[1] ?? 'status') && (!EMBARGO.test(line) || isKey('embargo')))
  );
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/);
}
