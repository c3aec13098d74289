/** The card of an importer: one kind of source, read into what it says, with the origin of every value. */

/** A value that the source states, and where. */
export interface Stated<Value = string> {
  readonly value: Value;
  /** Where it stood, in words: «list item 'Source'», «dateline», «--year». */
  readonly origin: string;
}

/** A day of an unknown year, with its day of the week (0 = Sunday) when the source gives that. */
export interface DayAndMonth {
  readonly day: number;
  readonly month: number;
  readonly weekday?: number;
}

/** A value that loses against another one of the same key. */
export interface Contradiction extends Stated {
  readonly key: string;
}

/** A value that press worked out and does not write: it is shown to the person. */
export interface Guess {
  readonly key: string;
  readonly value: string;
  readonly reason: string;
}

/** One release as a source tells it: labels and words, nothing resolved yet. */
export interface SourceRelease {
  readonly title: Stated | undefined;
  /** `YYYY-MM-DD` or an instant, when the source states all of it. */
  readonly date: Stated | undefined;
  /** Day and month, when the source leaves out the year; they may be no day of the calendar. */
  readonly dayAndMonth: Stated<DayAndMonth> | undefined;
  /** As written, before display case. */
  readonly places: readonly Stated[];
  /** Words that name terms, by what the source calls the question («Fields of work», «Source»). */
  readonly labels: readonly (Stated & { readonly heading: string })[];
  readonly lang: Stated | undefined;
  /** BCP 47 lower case type name of the vocabulary of release types, when the source shows one. */
  readonly type: Stated | undefined;
  readonly summary: Stated | undefined;
  readonly contacts: readonly Stated[];
  /** Markdown. */
  readonly body: string;
  readonly url: string | undefined;
  /** Parts of the page that were seen and have no place in a release, in words; menus do not count. */
  readonly notCarried: readonly string[];
  readonly guesses: readonly Guess[];
  /** What other parts of the source say about a key that is stated above, where they differ. */
  readonly contradictions: readonly Contradiction[];
  /** Remarks on how the source was read, as sentences: worth knowing, nothing to mend. */
  readonly notes: readonly string[];
  /** Whether the text speaks of an embargo: until somebody has looked, it stays in. */
  readonly speaksOfEmbargo: boolean;
}

export interface ImportSource {
  /** As the person gave it; `-` is standard input. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Decoded as UTF-8. */
  readonly text: string;
}

export interface Importer {
  /** The word after `--from`. */
  readonly id: string;
  readonly summary: string;
  /** How sure it is that the source is its kind: 0 not at all, 1 certain. */
  recognise(source: ImportSource): number;
  read(source: ImportSource): readonly SourceRelease[];
}
