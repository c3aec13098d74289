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

/** What is there already. */
export interface Duplicate {
  readonly by: 'id' | 'permalink' | 'url' | 'path';
  readonly name: string;
  /** Path of the release that has it; for two sources of one run, of the one that comes first. */
  readonly path: string;
}

export interface ReleaseReport {
  readonly source: string;
  /** Which of several in the source, in words: «line 7». */
  readonly part?: string;
  readonly importer: string;
  /** `no-date`: nothing can be written before somebody says when it was issued. */
  readonly outcome: 'new' | 'duplicate' | 'no-date';
  readonly path?: string;
  readonly id?: string;
  readonly status?: Status;
  readonly duplicateOf?: Duplicate;
  readonly read: readonly ReadValue[];
  /** Suggestions, never written. */
  readonly guessed: readonly Guess[];
  readonly unknown: readonly UnknownWords[];
  /** Required keys that stay empty. */
  readonly missing: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly notCarried: readonly string[];
  readonly notes: readonly string[];
}

/** A file that was looked at and holds no release that press can read, or a part of one. */
export interface UnreadSource {
  readonly source: string;
  readonly message: string;
}

export interface ImportReport {
  readonly version: 1;
  readonly outcome: 'written' | 'dry-run' | 'refused';
  readonly summary: {
    readonly sources: number;
    readonly new: number;
    readonly drafts: number;
    readonly duplicates: number;
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
  return {
    version: 1,
    outcome,
    summary: {
      sources: new Set([...releases, ...unread].map(({ source }) => source)).size,
      new: fresh.length,
      drafts: fresh.filter(({ status }) => status === 'draft').length,
      duplicates: releases.filter((release) => release.outcome === 'duplicate').length,
      unread: unread.length,
      toLookAt: releases.filter(needsPerson).length,
    },
    releases,
    unread,
  };
}

/** Whether something of a release is unknown, missing, disputed or left behind. What is there already needs nobody. */
export function needsPerson(release: ReleaseReport): boolean {
  if (release.outcome === 'duplicate') return false;
  const { unknown, missing, conflicts, notCarried } = release;
  return unknown.length + missing.length + conflicts.length + notCarried.length > 0;
}

/** The conflicts of a key whose value was kept. */
export function conflictsWith(key: string, kept: Stated | undefined, others: readonly Contradiction[]): Conflict[] {
  if (kept === undefined) return [];
  return others
    .filter((other) => other.key === key)
    .map(({ value, origin }) => ({ key, kept, other: { value, origin } }));
}
