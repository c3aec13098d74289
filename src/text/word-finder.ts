/**
 * Looks for many words at once, in one walk over a text (Aho and Corasick, «Efficient string matching», 1975): for the looks before any
 * work, of which most find nothing.
 */

/** What one question looks for: any of these. */
export interface Search {
  /** In small letters; capitals are the same. */
  readonly words?: readonly string[];
  /** Ranges of code units, from the first to the last. */
  readonly characters?: readonly (readonly [number, number])[];
}

const CODE_UNITS = 0x1_0000;

/** In a word it stands for every blank but the usual four. */
export const RARE_BLANK = '\v';
const rareBlanks = Array.from(
  '\v\f\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF',
  (blank) => blank.charCodeAt(0),
);

/** Knows, after texts have been read, which of the searches have found something. Made once; reading takes time by the length of texts alone. */
export class WordFinder {
  /** The class of each code unit: characters that no search tells apart have one. */
  readonly #classes: Uint8Array;
  readonly #width: number;
  /** Classes from here on are found by one character. */
  readonly #firstFound: number;
  readonly #foundByClass: readonly (readonly number[])[];
  /** The state that follows a state and a class; states are offsets into it. */
  readonly #next: Int32Array;
  readonly #foundByState: ReadonlyMap<number, readonly number[]>;
  readonly #isFinal: Uint8Array;
  readonly #seenClasses: Uint8Array;

  constructor(searches: readonly Search[]) {
    const alphabet = alphabetOf(searches);
    this.#classes = alphabet.classes;
    this.#firstFound = alphabet.firstFound;
    this.#foundByClass = alphabet.found;
    this.#width = alphabet.found.length;
    const trie = trieOf(searches, alphabet.classes);
    this.#next = automatonOf(trie, this.#width);
    this.#foundByState = foundIn(trie, this.#width);
    this.#isFinal = new Uint8Array(this.#next.length);
    for (const state of this.#foundByState.keys()) this.#isFinal[state] = 1;
    this.#seenClasses = new Uint8Array(this.#width);
  }

  /** Puts 1 for each search that finds something in the text, at the search's own index; what was there before stays. */
  find(text: string, found: Uint8Array): void {
    this.#read(text, found);
    for (let each = this.#firstFound; each < this.#width; each += 1) {
      if (this.#seenClasses[each] === 1) for (const search of this.#foundByClass[each] ?? []) found[search] = 1;
      this.#seenClasses[each] = 0;
    }
  }

  #read(text: string, found: Uint8Array): void {
    const [classes, next, isFinal, seen, firstFound] = [
      this.#classes,
      this.#next,
      this.#isFinal,
      this.#seenClasses,
      this.#firstFound,
    ];
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const each = classes[text.charCodeAt(at)] ?? 0;
      if (each >= firstFound) seen[each] = 1;
      state = next[state + each] ?? 0;
      if (isFinal[state] === 1) for (const search of this.#foundByState.get(state) ?? []) found[search] = 1;
    }
  }
}

interface Alphabet {
  readonly classes: Uint8Array;
  readonly firstFound: number;
  /** By class, the searches that are content with one such character. */
  readonly found: readonly (readonly number[])[];
}

/** Class 0 is for everything that nobody looks for, then come letters of words, then characters that are found by themselves. */
function alphabetOf(searches: readonly Search[]): Alphabet {
  const letters = new Set(searches.flatMap(({ words = [] }) => words.flatMap((word) => word.split(''))));
  const ranges = searches.flatMap(({ characters = [] }, search) => characters.map((range) => ({ range, search })));
  const byThemselves = (code: number): number[] => [
    ...new Set(ranges.flatMap(({ range: [first, last], search }) => (code >= first && code <= last ? [search] : []))),
  ];
  const plain = [...letters].filter((letter) => variantsOf(letter).every((code) => byThemselves(code).length === 0));
  const classes = new Uint8Array(CODE_UNITS);
  const found: number[][] = [[], ...plain.map((): number[] => [])];
  for (const [index, letter] of plain.entries()) for (const code of variantsOf(letter)) classes[code] = index + 1;
  const firstFound = found.length;
  for (const [start, end] of stretchesOf(ranges.map(({ range }) => range)))
    classes.fill(found.push(byThemselves(start)) - 1, start, end);
  // A letter of a word in a range is found by itself, and has a class of its own.
  for (const letter of letters)
    if (!plain.includes(letter)) {
      const all = found.push([...new Set(variantsOf(letter).flatMap(byThemselves))]) - 1;
      for (const code of variantsOf(letter)) classes[code] = all;
    }
  return { classes, firstFound, found };
}

/** A letter and its capital, as patterns without `u` take them for the same. */
function variantsOf(letter: string): number[] {
  if (letter === RARE_BLANK) return rareBlanks;
  return [letter, letter.toUpperCase()].filter((each) => each.length === 1).map((each) => each.charCodeAt(0));
}

/** Parts of ranges in which every character lies in the same ranges; an end is just behind the last one. */
function stretchesOf(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const bounds = [...new Set(ranges.flatMap(([first, last]) => [first, last + 1]))].sort((a, b) => a - b);
  return bounds
    .slice(0, -1)
    .map((start, index): [number, number] => [start, bounds[index + 1] ?? start])
    .filter(([start]) => ranges.some(([first, last]) => start >= first && start <= last));
}

interface Node {
  readonly children: Map<number, Node>;
  readonly searches: Set<number>;
  readonly index: number;
}

/** The words as a tree; its nodes are listed in the order in which they were made. */
function trieOf(searches: readonly Search[], classes: Uint8Array): Node[] {
  const nodes: Node[] = [];
  const add = (): Node => {
    const node = { children: new Map<number, Node>(), searches: new Set<number>(), index: nodes.length };
    nodes.push(node);
    return node;
  };
  const root = add();
  for (const [search, { words = [] }] of searches.entries())
    for (const word of words) {
      let node = root;
      for (let at = 0; at < word.length; at += 1) {
        const each = classes[word.charCodeAt(at)] ?? 0;
        let child = node.children.get(each);
        if (child === undefined) node.children.set(each, (child = add()));
        node = child;
      }
      node.searches.add(search);
    }
  return nodes;
}

/** The tree with, for every other character, where the longest end of what was read goes on; what that has found is found here, too. */
function automatonOf(nodes: readonly Node[], width: number): Int32Array {
  const next = new Int32Array(nodes.length * width);
  const fallbacks = new Map<Node, Node>();
  const [root] = nodes;
  const waiting = root === undefined ? [] : [root];
  for (const node of waiting) {
    const row = node.index * width;
    const fallback = fallbacks.get(node);
    if (fallback !== undefined) next.copyWithin(row, fallback.index * width, (fallback.index + 1) * width);
    for (const [each, child] of node.children) {
      const behind = nodes[(next[row + each] ?? 0) / width];
      next[row + each] = child.index * width;
      if (behind === undefined) continue;
      fallbacks.set(child, behind);
      for (const search of behind.searches) child.searches.add(search);
      waiting.push(child);
    }
  }
  return next;
}

function foundIn(nodes: readonly Node[], width: number): Map<number, readonly number[]> {
  const found = nodes.filter(({ searches }) => searches.size > 0);
  return new Map(found.map(({ index, searches }) => [index * width, [...searches]]));
}
