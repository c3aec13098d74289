/** Finds choices by what a person types: accents, case and articles do not count, beginnings come before everything else. */
import fuzzysort from 'fuzzysort';
import type { PickChoice } from '../../model/environment.ts';
import { fold } from '../../text/fold.ts';
import { nearest } from '../../text/nearest.ts';

/** A choice with its words made ready to be searched. */
export interface Searchable {
  readonly choice: PickChoice;
  readonly label: string;
  /** Folded: the label first. */
  readonly words: readonly string[];
  readonly all: string;
}

const LEAST_SCORE = 0.25;
// Two letters are somewhere in everything.
const SHORTEST_FUZZY = 3;

/** Makes choices ready for `searchChoices`. */
export function searchable(choices: readonly PickChoice[]): Searchable[] {
  return choices.map((choice) => {
    const words = [choice.label, ...choice.words].map(fold);
    return { choice, label: words[0] ?? '', words, all: words.join(' · ') };
  });
}

/** The choices that the typed text may mean, best first, equally good ones in the order given; all of them for an empty text. */
export function searchChoices(choices: readonly Searchable[], typed: string): PickChoice[] {
  const sought = fold(typed);
  if (sought === '') return choices.map(({ choice }) => choice);
  const begun = choices.map((each) => ({ each, rank: rankOf(each, sought) })).filter(({ rank }) => rank < Infinity);
  begun.sort((a, b) => a.rank - b.rank);
  if (begun.length > 0) return begun.map(({ each }) => each.choice);
  // Letters scattered over a name are a guess, and worth showing only where nothing begins with what was typed.
  const scattered = sought.length >= SHORTEST_FUZZY ? fuzzyMatches(choices, sought) : [];
  return scattered.length > 0 ? scattered : slipsOf(choices, sought);
}

/** Choices whose names hold the letters in this order. */
function fuzzyMatches(choices: readonly Searchable[], sought: string): PickChoice[] {
  return fuzzysort
    .go(sought, [...choices], { key: 'all', threshold: LEAST_SCORE, limit: 0 })
    .map(({ obj }) => obj.choice);
}

/** Choices that somebody may have mistyped. */
function slipsOf(choices: readonly Searchable[], sought: string): PickChoice[] {
  const near = new Set(
    nearest(
      sought,
      choices.flatMap(({ words }) => words),
    ),
  );
  return choices.filter(({ words }) => words.some((word) => near.has(word))).map(({ choice }) => choice);
}

/** 0 the label itself, 1 it begins so, 2 another name begins so, 3 a word in the label does, 4 a word in another name. */
function rankOf({ label, words }: Searchable, sought: string): number {
  if (words.includes(sought)) return 0;
  if (label.startsWith(sought)) return 1;
  if (words.some((word) => word.startsWith(sought))) return 2;
  if (label.includes(` ${sought}`)) return 3;
  return words.some((word) => word.includes(` ${sought}`)) ? 4 : Infinity;
}
