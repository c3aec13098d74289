/** What an import read, worked out, did not know and left behind (`schemas/output/import-report.schema.json`). */
import type { Contradiction, Guess, Stated } from '../model/importer.ts';
import type { Status } from '../model/release.ts';

/** A value that was read, with the front-matter key that it goes to. */
export interface ReadValue extends Stated<string | readonly string[]> {
  readonly key: string;
}

/** Words of the source that mean nothing to the vocabulary, or too much. */
export interface UnknownWords extends Stated {
  /** What the source calls the question; the key for what is no label. */
  readonly heading: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  readonly hint?: string;
}

/** Two places of the source, or the source and an option, say different things. */
export interface Conflict {
  readonly key: string;
  readonly kept: Stated;
  readonly other: Stated;
}

/** A picture or document that a release speaks of. Nothing is ever fetched. */
export interface CarriedFile {
  /** As the source has it. */
  readonly address: string;
  readonly outcome: 'copied' | 'elsewhere' | 'missing' | 'refused';
  /** Of the copy, from the repository's root. */
  readonly path?: string;
  /** Why it was not taken, as a sentence. */
  readonly why?: string;
}

/** What is there already. */
export interface Duplicate {
  readonly by: 'id' | 'permalink' | 'url' | 'path' | 'source-id' | 'digest' | 'content';
  readonly name: string;
  /** Path of the release that has it; for two sources of one run, of the one that comes first. */
  readonly path: string;
  /** The source of the same run that the release is made of. */
  readonly source?: string;
}

export interface ReleaseReport {
  readonly source: string;
  /** Which of several in the source, in words: «line 7». */
  readonly part?: string;
  readonly importer: string;
  /**
   * `updated`: what the source has changed was taken over. `unchanged`: it says what it said. `duplicate`: another source of the run is the
   * same release, or the source has changed and the release stays as it is. `no-date`: nothing can be written before somebody says
   * when it was issued.
   */
  readonly outcome: 'new' | 'updated' | 'unchanged' | 'duplicate' | 'no-date';
  readonly path?: string;
  readonly id?: string;
  readonly status?: Status;
  readonly duplicateOf?: Duplicate;
  /** Which parts an update has written, and whether readers have the release. */
  readonly updated?: { readonly parts: readonly string[]; readonly public: boolean };
  /** A draft for which the source has everything by now. */
  readonly isReady?: true;
  readonly read: readonly ReadValue[];
  /** Suggestions, never written. */
  readonly guessed: readonly Guess[];
  readonly unknown: readonly UnknownWords[];
  /** Required keys that stay empty. */
  readonly missing: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly notCarried: readonly string[];
  /** What a person has said to leave out. */
  readonly dropped: readonly string[];
  /** What is not written as the source has it. */
  readonly changed: readonly string[];
  readonly files: readonly CarriedFile[];
  readonly notes: readonly string[];
}

/** A file that was looked at and holds no release that press can read, or a part of one. */
export interface UnreadSource {
  readonly source: string;
  readonly message: string;
}

export interface ImportReport {
  readonly version: 2;
  readonly outcome: 'written' | 'dry-run' | 'refused';
  readonly summary: {
    readonly sources: number;
    readonly new: number;
    readonly drafts: number;
    readonly published: number;
    readonly updated: number;
    /** Releases that are public and were updated. */
    readonly public: number;
    readonly unchanged: number;
    readonly duplicates: number;
    /** Releases with a value that press worked out and did not write. */
    readonly guessed: number;
    /** Pictures and documents that came in, and those that did not. */
    readonly files: number;
    readonly missingFiles: number;
    readonly unread: number;
    /** Releases that somebody has to look at. */
    readonly toLookAt: number;
  };
  readonly releases: readonly ReleaseReport[];
  readonly unread: readonly UnreadSource[];
}

/** A source, or a part of it, by name: «releases.csv, line 7». */
export function partOf(source: string, part: string | undefined): string {
  return part === undefined ? source : `${source}, ${part}`;
}

/** Puts the releases of one run together. */
export function makeReport(
  outcome: ImportReport['outcome'],
  { releases, unread }: Pick<ImportReport, 'releases' | 'unread'>,
): ImportReport {
  const fresh = releases.filter((release) => release.outcome === 'new');
  const files = releases.filter(isTold).flatMap((release) => release.files);
  const count = (is: (release: ReleaseReport) => boolean): number => releases.filter(is).length;
  return {
    version: 2,
    outcome,
    summary: {
      sources: new Set([...releases, ...unread].map(({ source }) => source)).size,
      new: fresh.length,
      drafts: fresh.filter(({ status }) => status === 'draft').length,
      published: fresh.filter(({ status }) => status === 'published').length,
      updated: count((release) => release.outcome === 'updated'),
      public: count((release) => release.updated?.public === true),
      unchanged: count((release) => release.outcome === 'unchanged'),
      duplicates: count((release) => release.outcome === 'duplicate'),
      guessed: count((release) => isTold(release) && release.guessed.length > 0),
      files: files.filter(({ outcome: found }) => found === 'copied').length,
      missingFiles: files.filter(isLost).length,
      unread: unread.length,
      toLookAt: count(needsPerson),
    },
    releases,
    unread,
  };
}

/** Whether something of a release is unknown, missing, disputed or left behind. Of what is there already only a dispute needs somebody. */
export function needsPerson(release: ReleaseReport): boolean {
  const { unknown, missing, conflicts, notCarried, files } = release;
  if (!isTold(release)) return conflicts.length > 0;
  const lost = files.filter(isLost);
  return unknown.length + missing.length + conflicts.length + notCarried.length + lost.length > 0;
}

/** Whether readers will miss a file: what stays on the web is still there. */
export function isLost({ outcome }: CarriedFile): boolean {
  return outcome === 'missing' || outcome === 'refused';
}

/** Whether it is told of a release what was read: what comes in or changes. */
export function isTold({ outcome }: ReleaseReport): boolean {
  return outcome !== 'duplicate' && outcome !== 'unchanged';
}

/** The conflicts of a key whose value was kept. */
export function conflictsWith(key: string, kept: Stated | undefined, others: readonly Contradiction[]): Conflict[] {
  if (kept === undefined) return [];
  return others
    .filter((other) => other.key === key)
    .map(({ value, origin }) => ({ key, kept, other: { value, origin } }));
}
