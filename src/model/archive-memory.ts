/**
 * What earlier runs learned of the files of an archive, for as long as those files stay what they were.
 *
 * A memory narrows what has to be read; it never lets anything out, and whoever has none reads everything and comes to the same end. A file is
 * «the same» by size, times and number on the disk, and one that changed at about the time at which the memory was written is never; or by what is in it.
 */
import type { EpochMilliseconds } from './clock.ts';
import type { ComparisonKeys } from './comparison-keys.ts';
import type { CustomCounts } from './file-customs.ts';
import type { FileFacts } from './file-facts.ts';
import type { Manuscript } from './manuscript.ts';

/** A file under the folder of releases, or what lies there and is none, as the walk met it. */
export interface SurveyedFile {
  /** From the repository's root, with `/`. */
  readonly path: string;
  /** Its row in the memory, when the file is the one that was read then; undefined for what must be read. */
  readonly row: number | undefined;
}

/** What validating a file alone came to. */
export const verdicts = { unknown: 0, clean: 1, found: 2 } as const;
export type Verdict = (typeof verdicts)[keyof typeof verdicts];

/** How a run judges. */
export interface Judging {
  /** Names everything that a verdict depends on besides the repository and the hour. */
  readonly rules: string;
  /**
   * When it is. What gives nothing to say at one moment gives nothing at any later one (`Rule.usesClock`), so a verdict holds from the moment on at which it
   * was found, and for no moment before it.
   */
  readonly now: EpochMilliseconds;
  /** A file is the same when what is in it is, whatever the disk says of its times. */
  readonly comparesContent?: boolean;
}

/** What a run has learned of a file. */
export interface Learned {
  readonly facts: FileFacts;
  /** Left out by a command that judges nothing: what was known of the same file stays. */
  readonly verdict?: Verdict;
}

export interface ArchiveMemory {
  /**
   * Walks the folder of releases; gives every file once, in path order. A row holds until the next survey. What was learned of files that were
   * not there any more is forgotten by `save`. It can be gone through more than once.
   */
  survey(): Iterable<SurveyedFile>;
  /** The files of the survey without those in which nothing was found and that are as they were. */
  unsettled(): Iterable<SurveyedFile>;
  /** Reads a file of the survey, or says why it cannot be read. */
  read(file: SurveyedFile): Manuscript;
  /** The facts of a row, each decoded when it is asked for. Whoever knows the path of its file spares looking for it. */
  facts(row: number, path?: string): FileFacts;
  /** The verdict of a row; unknown when it was found by other rules, or at a later hour. */
  verdict(row: number): Verdict;
  /** How many files the last survey met. */
  readonly fileCount: number;
  /** What comparing all files came to in the run that wrote the memory; undefined where that is not known, or what there was cannot be told any more. */
  readonly compared: RememberedComparison | undefined;
  /** Whether what is learned of the files of the survey will be kept: few files are not worth it. */
  readonly isLearning: boolean;
  /** Notes what reading a file of the survey has taught. What is unchanged and was not read again is kept without being told. */
  learn(file: SurveyedFile, learned: Learned): void;
  /**
   * Writes down what is known now, after a survey whose files were all asked for, if that is worth it. It is done as well as it can be: where nothing can be
   * written nothing is, and nobody is told. `noisy` are the files of which comparing all of them had something to say; left out where nobody has compared them.
   */
  save(noisy?: ReadonlySet<string>): void;
}

/**
 * The files as they were when all of them were compared, by row. Those that have changed or gone since are among them with what they were then.
 */
export interface RememberedComparison {
  readonly customs: CustomCounts;
  /** The rows of files that the survey found changed, or did not find. */
  readonly changed: readonly number[];
  pathOf(row: number): string;
  /** The row of what stood at a path. */
  rowAt(path: string): number | undefined;
  keysOf(row: number): ComparisonKeys;
  /** Of the unchanged files those that have one of these keys or, where `names` says so, name one. */
  sharing(keys: ReadonlySet<number>, by: { readonly names: boolean }): Iterable<number>;
  /** The unchanged files of which comparing had something to say. */
  noisy(): Iterable<number>;
  /** The unchanged files that point to other files of the repository or to pages of the site (`attachments`, `links`). */
  pointing(): Iterable<number>;
}
