/** Which rules need not be asked about a file, because it holds nothing that they could speak of. */
import type { Manuscript } from '../model/manuscript.ts';
import type { Rule } from '../model/rule.ts';
import { WordFinder } from '../text/word-finder.ts';

export type OwnRule = Exclude<Rule, { scope: 'archive' | 'ignore' }>;

// Looking for all words at once takes a table, which is made for more files than these.
const FEW_FILES = 20;

/** What rules that look at one file need, all together. */
export class RuleNeeds {
  readonly #rules: readonly OwnRule[];
  readonly #byKey: readonly { readonly index: number; readonly keys: readonly string[] }[];
  /** 1 for the rules that are asked whatever stands in the text. */
  #always: Uint8Array;
  readonly #met: Uint8Array;
  #files = 0;
  #finder: WordFinder | undefined;

  constructor(rules: readonly OwnRule[]) {
    this.#rules = rules;
    this.#byKey = rules.flatMap(({ needs }, index) => (needs?.keys === undefined ? [] : [{ index, keys: needs.keys }]));
    // As long as nobody looks for words, there may be some.
    this.#always = Uint8Array.from(rules, ({ needs }) => (needs === undefined || hasWords(needs) ? 1 : 0));
    this.#met = new Uint8Array(rules.length);
  }

  /** By rule: 1 where there may be something for it to find. Good until the next question. */
  metBy({ path, text, data }: Manuscript): Uint8Array {
    this.#files += 1;
    if (this.#files === FEW_FILES) this.#lookForWords();
    const met = this.#met;
    met.set(this.#always);
    this.#finder?.find(path, met);
    this.#finder?.find(text, met);
    if (data !== undefined)
      for (const { index, keys } of this.#byKey) if (keys.some((key) => Object.hasOwn(data, key))) met[index] = 1;
    return met;
  }

  #lookForWords(): void {
    this.#finder = new WordFinder(this.#rules.map(({ needs }) => needs ?? {}));
    this.#always = Uint8Array.from(this.#rules, ({ needs }) => (needs === undefined ? 1 : 0));
  }
}

function hasWords({ words, characters }: NonNullable<OwnRule['needs']>): boolean {
  return words !== undefined || characters !== undefined;
}
