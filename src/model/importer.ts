/** The card of an importer: one kind of source, read into what it says, with the origin of every value. */
import type { EpochMilliseconds } from './clock.ts';
import type { FrontMatter } from './manuscript.ts';

import type { SiteProfile } from './site-profile.ts';

/** How sure a value is: it stands in the source under its own name, or was read from where such a thing usually stands. */
export type Confidence = 'certain' | 'likely';

/** A value that the source states, and where. */
export interface Stated<Value = string> {
  readonly value: Value;
  /** Where it stood, in words: «list item 'Source'», «dateline», «--year». */
  readonly origin: string;
  /** Certain where it does not say. */
  readonly confidence?: Confidence;
}

/** A key of front matter as a source states it. */
export interface StatedKey extends Stated<unknown> {
  /** The value is the text of a table's cell: a list, a number or a term's label may be written in it. */
  readonly isCell?: true;
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

/** What a source says in a way that only a person can settle: the same key twice, a draft that may be none. It keeps the release a draft. */
export interface Undecided extends Stated {
  readonly key: string;
  /** What is to be settled, as a sentence. */
  readonly message: string;
  readonly hint?: string;
}

/** Words that name a term, by what the source calls the question («Fields of work», «Source»). */
export interface StatedLabel extends Stated {
  readonly heading: string;
  /** The term's id, when the source gives one: it counts before the words. */
  readonly id?: string;
  /** The source does not say which question it answers: the one facet that knows the words may have them. */
  readonly isOfAnyFacet?: boolean;
}

/** One release as a source tells it: labels and words, nothing resolved yet. */
export interface SourceRelease {
  /** Which part of its source it is, when one source holds several: «line 7». */
  readonly part?: string;
  readonly title: Stated | undefined;
  /** `YYYY-MM-DD` or an instant, when the source states all of it. */
  readonly date: Stated | undefined;
  /** Day and month, when the source leaves out the year; they may be no day of the calendar. */
  readonly dayAndMonth: Stated<DayAndMonth> | undefined;
  /** As written, before display case. */
  readonly places: readonly Stated[];
  readonly labels: readonly StatedLabel[];
  readonly lang: Stated | undefined;
  /** BCP 47 lower case type name of the vocabulary of release types, when the source shows one. */
  readonly type: Stated | undefined;
  readonly summary: Stated | undefined;
  readonly contacts: readonly Stated[];
  /** Markdown. */
  readonly body: string;
  readonly url: string | undefined;
  /** Further addresses of the same release: old permalinks, the printed page. They become aliases where they are of this site. */
  readonly otherUrls?: readonly string[];
  /** What the source itself calls the release, whatever happens to its title and address: guid, uri, number. */
  readonly sourceId?: Stated;
  /** Parts of the page that were seen and have no place in a release, in words; menus do not count. */
  readonly notCarried: readonly string[];
  readonly guesses: readonly Guess[];
  /** What other parts of the source say about a key that is stated above, where they differ. */
  readonly contradictions: readonly Contradiction[];
  /** What a person has to settle before the release may go out. */
  readonly undecided?: readonly Undecided[];
  /** What is not written as the source has it, as sentences: a quotation mark that was closed, a script that was taken out. */
  readonly changed?: readonly string[];
  /** Remarks on how the source was read, as sentences: worth knowing, nothing to mend. */
  readonly notes: readonly string[];
  /** Whether the text speaks of an embargo: until somebody has looked, it stays in. */
  readonly speaksOfEmbargo: boolean;
  /**
   * What a table or a record says under names of its own: keys of front matter (`id` and `status` among them), facets, and what is
   * neither. Each goes over as it is when the schema takes it. Pages have none.
   */
  readonly frontMatter?: ReadonlyMap<string, StatedKey>;
  /** Name of the file that the source was made of, without folder and ending. */
  readonly fileName?: string;
  /** The source's format has no days, only moments: the first moment of a day in the newsroom's zone is that day. */
  readonly hasMomentsOnly?: true;
}

export interface ImportSource {
  /** As the person gave it; `-` is standard input. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Decoded: as UTF-8 unless `writtenIn` says otherwise. */
  readonly text: string;
  /** What the bytes are written in where that is not UTF-8: `windows-1251`. */
  readonly writtenIn?: string;
  /** The cells of a table stand as they are: nobody put an apostrophe before those that a spreadsheet would run. */
  readonly rawCells?: boolean;
  /** Where on the pages of a site things stand, as the person says; the first one that is for the page counts. */
  readonly profiles?: readonly SiteProfile[];
  /** The data of a block of YAML as press itself reads front matter; undefined where it refuses the block. */
  readYaml?(block: string): FrontMatter | undefined;
  /** The moment of this run: what a source calls future or past is so from there. Nobody says what is past where it is absent. */
  readonly now?: EpochMilliseconds;
}

/** A part of a source that is no release, though the source is of the kind. */
export interface UnreadPart {
  readonly part: string | undefined;
  /** Why it is none, as a sentence. */
  readonly message: string;
}

export interface Importer {
  /** The word after `--from`. */
  readonly id: string;
  readonly summary: string;
  /** How the names of its files end, in small letters and without the dot. */
  readonly extensions: readonly string[];
  /** Whether its files in a folder are read only when `--from` names it: folders hold JSON of every kind. */
  readonly onlyWhenNamed: boolean;
  /** Bytes of the largest source that it reads; 10 MiB where it does not say, which is more than any page has. */
  readonly mostBytes?: number;
  /** How sure it is that the source is its kind: 0 not at all, 1 certain. */
  recognise(source: ImportSource): number;
  read(source: ImportSource): readonly SourceRelease[];
  /** The parts that `read` passes over; none where there is no such method. */
  leavesOut?(source: ImportSource): readonly UnreadPart[];
  /** What a source is that looks like its kind and is another one, which nobody reads: «an RSS feed». */
  mistakes?(source: ImportSource): string | undefined;
}
