/** What is fuzzed: one reader of press, what honest input for it looks like, and what must hold for any other. */

/** Whether the reader took the input; both have to happen, or nothing was tried. */
export type Verdict = 'accepted' | 'refused';

export interface FuzzTarget {
  /** The word after `--target`. */
  readonly id: string;
  /** What is read, as one says it in a table. */
  readonly what: string;
  /** Honest input, and input with mistakes that people make; at least one of each. */
  readonly seeds: readonly Uint8Array[];
  /** What the reader takes for a sign, beside what every target gets. */
  readonly signs: readonly string[];
  /** Cases of a plain test run, where ten thousand would take too long. */
  readonly cases?: number;
  /** Throws what the reader should not have thrown, or an error that says what else does not hold. */
  judge(input: Uint8Array): Verdict | Promise<Verdict>;
}

/** Texts as bytes. */
export const bytesOf = (...texts: readonly string[]): Uint8Array[] => texts.map((text) => Buffer.from(text));
