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
  #files = 0;
  #finder: WordFinder | undefined;

  constructor(rules: readonly OwnRule[]) {
    this.#rules = rules;
  }

  /** By rule: whether there may be something for it to find. */
  metBy(manuscript: Manuscript): boolean[] {
    this.#files += 1;
    if (this.#files === FEW_FILES) this.#finder = new WordFinder(this.#rules.map(({ needs }) => needs ?? {}));
    const found = this.#finder?.find([manuscript.path, manuscript.text]);
    return this.#rules.map(({ needs }, index) => {
      if (needs === undefined || found?.[index] === 1) return true;
      // Where nobody has looked for words, there may be some.
      if (found === undefined && (needs.words ?? needs.characters) !== undefined) return true;
      return needs.keys?.some((key) => holdsKey(manuscript, key)) === true;
    });
  }
}

function holdsKey({ data }: Manuscript, key: string): boolean {
  return data !== undefined && Object.hasOwn(data, key);
}
