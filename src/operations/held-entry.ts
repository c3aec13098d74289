/** A file of the archive with its text. */
import { comparedFacts } from '../model/compared-facts.ts';
import type { ComparedFacts } from '../model/file-facts.ts';
import { makeRelease } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Release } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import type { ArchiveEntry } from '../model/rule.ts';

export type EntrySource = Pick<Repository, 'manuscripts' | 'settings' | 'taxonomy' | 'releaseSchema'>;

/** Facts and release are made when somebody asks for them: few rules do, and of few files. */
export class HeldEntry implements ArchiveEntry {
  readonly manuscript: Manuscript;
  readonly #source: EntrySource;
  #facts: ComparedFacts | undefined;
  #made: { readonly release: Release | undefined } | undefined;

  constructor(manuscript: Manuscript, source: EntrySource) {
    this.manuscript = manuscript;
    this.#source = source;
  }

  get facts(): ComparedFacts {
    this.#facts ??= comparedFacts(this.manuscript, this.#source.settings);
    return this.#facts;
  }

  get release(): Release | undefined {
    this.#made ??= { release: makeRelease(this.manuscript, this.#source) };
    return this.#made.release;
  }
}
