/** The archive as rules see it. */
import { makeRelease, type ReleaseContext } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Release } from '../model/release.ts';
import type { ArchiveEntry } from '../model/rule.ts';

/** By path, in path order; texts that are not saved yet come last. */
export type Archive = Map<string, ArchiveEntry>;

/** A file with its release, which is made when somebody asks for it: few rules do, and of few files. */
export function archiveEntry(manuscript: Manuscript, context: ReleaseContext): ArchiveEntry {
  let made: { readonly release: Release | undefined } | undefined;
  return {
    manuscript,
    get release() {
      made ??= { release: makeRelease(manuscript, context) };
      return made.release;
    },
  };
}
