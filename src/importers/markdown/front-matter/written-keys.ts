/** What front matter says, in whatever language it is written. */

export interface WrittenKey {
  readonly key: string;
  readonly value: unknown;
  /** Its line in the file; undefined where the reader does not tell. */
  readonly line: number | undefined;
}

export interface ReadKeys {
  /** In their order; one key may stand there twice. */
  readonly keys: readonly WrittenKey[];
  /** Leniencies, as sentences. */
  readonly changed: readonly string[];
  /** Lines that are no key and belong to none. */
  readonly stray: readonly { readonly line: number; readonly text: string }[];
}
