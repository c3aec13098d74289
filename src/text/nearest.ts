import { distance as levenshtein } from 'fastest-levenshtein';
import { fold } from './fold.ts';

// Longer words are not compared: the work grows with the product of the lengths, and nobody mistypes a page.
const LONGEST_WORD = 64;
const SHORTEST_PREFIX = 3;
const MOST_SLIPS = 4;

// Beside a candidate that is one slip away, one that is four slips away is noise.
const FARTHER_THAN_NEAREST = 1;

/**
 * The number of slips between two words, compared as they stand: a character missing, added or changed, or the only
 * difference being two neighbours that changed places, which counts once. `Infinity` when a word has over 64 characters.
 */
export function distance(a: string, b: string): number {
  if (a.length > LONGEST_WORD || b.length > LONGEST_WORD) return Infinity;
  return isOneSwap(a, b) ? 1 : levenshtein(a, b);
}

/**
 * The candidates that somebody may have meant by a word, nearest first, equally near ones in the order given.
 *
 * Case, accents and punctuation do not count. About one slip in three characters is allowed, at least one and at most
 * four, and no more than one beyond the nearest candidate; one that begins with the word (three characters or more) is as
 * near as one slip. At most `limit` answers, each once.
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  if (word.length > LONGEST_WORD) return [];
  const folded = fold(word);
  const found = new Map<string, number>();
  let farthest = allowedSlips(folded);
  for (const candidate of candidates) {
    const slips = slipsBetween(folded, candidate);
    if (slips > farthest) continue;
    found.set(candidate, slips);
    farthest = Math.min(farthest, slips + FARTHER_THAN_NEAREST);
  }
  const near = [...found].filter(([, slips]) => slips <= farthest).sort(([, a], [, b]) => a - b);
  return near.slice(0, limit).map(([candidate]) => candidate);
}

function slipsBetween(folded: string, candidate: string): number {
  if (folded === '' || candidate.length > LONGEST_WORD) return Infinity;
  const other = fold(candidate);
  if (other === '') return Infinity;
  const slips = distance(folded, other);
  return folded.length >= SHORTEST_PREFIX && other.startsWith(folded) ? Math.min(slips, 1) : slips;
}

function allowedSlips(word: string): number {
  if (word.length <= 1) return 0; // one slip would turn a single character into any other
  return Math.min(Math.max(Math.round(word.length / 3), 1), MOST_SLIPS);
}

function isOneSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (at + 1 >= a.length || a[at] !== b[at + 1] || a[at + 1] !== b[at]) return false;
  return a.slice(at + 2) === b.slice(at + 2);
}
