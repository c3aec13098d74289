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

function yamlWord(word: string): string {
  return PLAIN.test(word) && !TAKEN.has(word.toLowerCase()) ? word : JSON.stringify(word);
}
