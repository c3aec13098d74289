/** Looks for the runs of an index in one text, on all its levels. */
import type { FoldedWords } from '../text/folded-words.ts';
import type { RunIndex } from './audit-index.ts';
import { levelsOf, type Level } from './audit-levels.ts';

/** Consecutive runs of one owner. */
export interface FoundStretch {
  readonly owner: number;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly behind: readonly string[];
  /** The words as they stand there, on the level where they were found; the first ones. */
  readonly words: string;
}

const LONGEST_WORDS = 120;

/** What stands in a text, in the order of its places. What several levels show is told once, as the most of them shows it. */
export function stretchesIn(text: string, index: RunIndex, words: FoldedWords): FoundStretch[] {
  const found: FoundStretch[] = [];
  for (const level of levelsOf(text)) for (const each of stretchesOf(level, index, words)) found.push(each);
  return merged(found);
}

function stretchesOf(level: Level, index: RunIndex, words: FoldedWords): FoundStretch[] {
  const open = new Map<number, { from: number; to: number }>();
  const stretches: FoundStretch[] = [];
  const close = (owner: number, { from, to }: { readonly from: number; readonly to: number }): void => {
    const [start, end] = [words.starts[from] ?? 0, words.ends[to - 1] ?? 0];
    stretches.push({
      owner,
      start: level.origin(start),
      end: level.origin(end),
      behind: level.behind,
      words: level.text.slice(start, Math.min(end, start + LONGEST_WORDS)),
    });
  };
  index.find(words.read(level.text), (from, count, owner) => {
    const last = open.get(owner);
    if (last !== undefined && from < last.to) last.to = Math.max(last.to, from + count);
    else {
      if (last !== undefined) close(owner, last);
      open.set(owner, { from, to: from + count });
    }
  });
  for (const [owner, last] of open) close(owner, last);
  return stretches;
}

/** Those of one owner that lie over each other become one; the longest says how it was found. */
function merged(found: readonly FoundStretch[]): FoundStretch[] {
  const last = new Map<number, FoundStretch>();
  const whole: FoundStretch[] = [];
  for (const each of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = last.get(each.owner);
    if (before === undefined || each.start >= before.end) {
      if (before !== undefined) whole.push(before);
      last.set(each.owner, each);
    } else last.set(each.owner, together(before, each));
  }
  return [...whole, ...last.values()].sort((a, b) => a.start - b.start || a.owner - b.owner);
}

function together(a: FoundStretch, b: FoundStretch): FoundStretch {
  const shown = b.end - b.start > a.end - a.start ? b : a;
  return { ...shown, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
