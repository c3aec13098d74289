/** Fixes that put one word in the place of another. */
import type { Fix } from './diagnostic.ts';
import type { Span } from './manuscript.ts';
import type { OffsetFix } from './manuscript.ts';

const PLAIN = /^[A-Za-z][A-Za-z0-9_-]*$/;
// What some reader of YAML takes for a value of another kind.
const TAKEN: ReadonlySet<string> = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** Puts a key or a term's id in the place of what stands there, quotes included. */
export function replacement(place: Span, word: string, safety: Fix['safety']): OffsetFix {
  return { title: `Replace by ${word}`, safety, edits: [{ start: place.start, end: place.end, text: yamlWord(word) }] };
}

/**
 * Puts a day (`YYYY-MM-DD`) or a moment in the place of a date, quotes included: a day stands bare, a moment in quotes, because some
 * readers of YAML make something else of it.
 */
export function dateReplacement(place: Span, date: string, safety: Fix['safety']): OffsetFix {
  const text = date.includes('T') ? JSON.stringify(date) : date;
  return { title: `Write ${date}`, safety, edits: [{ start: place.start, end: place.end, text }] };
}

/** The likeliest of several fixes, and the others: what a finding has of them. Nothing for none. */
export function choiceOf(fixes: readonly OffsetFix[]): { fix?: OffsetFix; alternatives?: readonly OffsetFix[] } {
  const [fix, ...alternatives] = fixes;
  if (fix === undefined) return {};
  return alternatives.length === 0 ? { fix } : { fix, alternatives };
}

/** A fix of one edit; nothing where the edit cannot be made. */
export function fixOf(
  title: string,
  safety: Fix['safety'],
  edit: OffsetFix['edits'][number] | undefined,
): { fix?: OffsetFix } {
  return edit === undefined ? {} : { fix: { title, safety, edits: [edit] } };
}

/** A word bare where every reader of YAML takes it for a word, else in quotes. */
export function yamlWord(word: string): string {
  return PLAIN.test(word) && !TAKEN.has(word.toLowerCase()) ? word : JSON.stringify(word);
}
