/**
 * What earlier runs learned of the files of an archive, for as long as those files stay what they were.
 *
 * A memory narrows what has to be read; it never lets anything out, and whoever has none reads everything and comes to the same end. A file is
 * «the same» by size, times and number on the disk; one that changed at about the time at which the memory was written is never.
 */
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

/** What a run has learned of a file. */
export interface Learned {
  readonly facts: FileFacts;
  /** Left out by a command that judges nothing: what was known of the same file stays. */
  readonly verdict?: Verdict;
}

export interface ArchiveMemory {
  /**
   * Walks the folder of releases: every file once, in path order. A row holds until the next survey. What was learned of files that were
   * not there any more is forgotten by `save`.
   */
  survey(): Iterable<SurveyedFile>;
  /** Reads a file of the survey, or says why it cannot be read. */
  read(file: SurveyedFile): Manuscript;
  /** The facts of a row, each decoded when it is asked for. */
  facts(row: number): FileFacts;
  /** The verdict of a row; unknown when it was found by other rules. */
  verdict(row: number): Verdict;
  /** Whether the last survey, run to its end, met exactly the files of the memory, all unchanged. */
  readonly isWhole: boolean;
  /** What the run that wrote the memory came to about all files together; unknown unless the survey is whole. */
  readonly verdictOfAll: Verdict;
  /** Notes what reading a file of the survey has taught. What is unchanged and was not read again is kept without being told. */
  learn(file: SurveyedFile, learned: Learned): void;
  /**
   * Writes down what is known now, after a survey that was run to its end, if that is worth it. It is done as well as it can be: where nothing can be
   * written nothing is, and nobody is told.
   */
  save(verdictOfAll?: Verdict): void;
}
