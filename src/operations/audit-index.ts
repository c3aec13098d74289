/**
 * What must stand nowhere: runs of words, as hashes of 64 bits with their owners. Half of each hash finds the entry and the other half is
 * compared, so that no text is kept and a false alarm is out of reach.
 */
import type { FoldedWords } from '../text/folded-words.ts';

/** Six words, or twelve letters of a script that parts no words. */
const RUN_WEIGHT = 12;
const FILTER_BITS = 2 ** 25;
const FILTERED_LENGTH = 3;
/** In the place of an owner: the same words may stand anywhere. */
const FREED = -1;

/** A run in a text: from a word, so many of them. `compact` ones have no blank between their words. */
export interface Run {
  readonly from: number;
  readonly count: number;
  readonly isCompact: boolean;
}

export class RunIndex {
  #first = new Int32Array(4096);
  #second = new Int32Array(4096);
  /** Owner + 1; 0 for an empty place. */
  #owners = new Int32Array(4096);
  #size = 0;
  /** Beginnings of runs, up to three words: most places of a text end here. */
  readonly #beginnings = new Int32Array(FILTER_BITS / 32);

  get size(): number {
    return this.#size;
  }

  /** Notes a run of words. The first owner of the same words stays. */
  add(words: FoldedWords, run: Run, owner: number): void {
    if (this.#size * 2 >= this.#owners.length) this.#grow();
    const walk = new Walk(words, run.from);
    for (let length = 1; length <= run.count; length += 1) {
      walk.step();
      if (length <= FILTERED_LENGTH) this.#note(walk.beginning);
    }
    const place = this.#placeOf(walk.firstKey(run.isCompact), walk.secondKey);
    if (this.#owners[place] !== 0) return;
    this.#put(place, walk, { isCompact: run.isCompact, owner });
  }

  /** Every word that begins a noted run: calls with its owner and the number of words. */
  find(words: FoldedWords, found: (from: number, count: number, owner: number) => void): void {
    this.#visit(words, (place, from, count) => {
      const owner = this.#owners[place] ?? 0;
      if (owner !== FREED) found(from, count, owner - 1);
    });
  }

  /** From now on the runs of these words may stand anywhere. */
  free(words: FoldedWords): void {
    this.#visit(words, (place) => {
      this.#owners[place] = FREED;
    });
  }

  #visit(words: FoldedWords, met: (place: number, from: number, count: number) => void): void {
    const walk = new Walk(words, 0);
    for (let from = 0; from < words.count; from += 1) {
      walk.restart(from);
      const count = Math.min(words.count - from, RUN_WEIGHT);
      for (let length = 1; length <= count; length += 1) {
        walk.step();
        if (length <= FILTERED_LENGTH && !this.#isNoted(walk.beginning)) break;
        this.#look(walk, { isCompact: false, from, length }, met);
        if (words.isCompact(from, from + length)) this.#look(walk, { isCompact: true, from, length }, met);
        if (walk.weight >= RUN_WEIGHT) break;
      }
    }
  }

  #look(
    walk: Walk,
    { isCompact, from, length }: { readonly isCompact: boolean; readonly from: number; readonly length: number },
    met: (place: number, from: number, count: number) => void,
  ): void {
    const place = this.#placeOf(walk.firstKey(isCompact), walk.secondKey);
    if (this.#owners[place] !== 0) met(place, from, length);
  }

  /** Where an entry stands, or would. */
  #placeOf(first: number, second: number): number {
    const mask = this.#owners.length - 1;
    let place = first & mask;
    while (this.#owners[place] !== 0 && (this.#first[place] !== first || this.#second[place] !== second))
      place = (place + 1) & mask;
    return place;
  }

  #put(place: number, walk: Walk, { isCompact, owner }: { readonly isCompact: boolean; readonly owner: number }): void {
    this.#first[place] = walk.firstKey(isCompact);
    this.#second[place] = walk.secondKey;
    this.#owners[place] = owner + 1;
    this.#size += 1;
  }

  #grow(): void {
    const [first, second, owners] = [this.#first, this.#second, this.#owners];
    const length = owners.length * 2;
    [this.#first, this.#second, this.#owners] = [
      new Int32Array(length),
      new Int32Array(length),
      new Int32Array(length),
    ];
    for (let at = 0; at < owners.length; at += 1) {
      const owner = owners[at] ?? 0;
      if (owner === 0) continue;
      const place = this.#placeOf(first[at] ?? 0, second[at] ?? 0);
      this.#first[place] = first[at] ?? 0;
      this.#second[place] = second[at] ?? 0;
      this.#owners[place] = owner;
    }
  }

  #note(hash: number): void {
    const bit = hash & (FILTER_BITS - 1);
    this.#beginnings[bit >>> 5] = (this.#beginnings[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  #isNoted(hash: number): boolean {
    const bit = hash & (FILTER_BITS - 1);
    return ((this.#beginnings[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }
}

/** How many words the run has that begins with a word; 0 where the text ends before. */
export function runLength(words: FoldedWords, from: number): number {
  let weight = 0;
  for (let at = from; at < words.count; at += 1) {
    weight += words.weight(at);
    if (weight >= RUN_WEIGHT) return at - from + 1;
  }
  return 0;
}

/** Word by word from a place, with the hashes of the way so far. */
class Walk {
  readonly #words: FoldedWords;
  #at = 0;
  #first = 0;
  #second = 0;
  #length = 0;
  weight = 0;

  constructor(words: FoldedWords, from: number) {
    this.#words = words;
    this.restart(from);
  }

  restart(from: number): void {
    this.#at = from;
    this.#first = 0x31_41_59_26;
    this.#second = 0x27_18_28_18;
    this.#length = 0;
    this.weight = 0;
  }

  step(): void {
    const words = this.#words;
    this.#first = Math.imul(((this.#first << 5) | (this.#first >>> 27)) ^ (words.first[this.#at] ?? 0), 0x9e_37_79_b1);
    this.#second = Math.imul(
      ((this.#second << 7) | (this.#second >>> 25)) ^ (words.second[this.#at] ?? 0),
      0x85_eb_ca_6b,
    );
    this.weight += words.weight(this.#at);
    this.#at += 1;
    this.#length += 1;
  }

  get beginning(): number {
    return mixed(this.#first ^ this.#length);
  }

  firstKey(isCompact: boolean): number {
    return mixed(this.#first ^ Math.imul(this.#length * 2 + (isCompact ? 1 : 0), 0xc2_b2_ae_35));
  }

  get secondKey(): number {
    return mixed(this.#second);
  }
}

function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x7f_eb_35_2d);
  const whole = Math.imul(half ^ (half >>> 15), 0x84_6c_a6_8b);
  return whole ^ (whole >>> 16);
}
