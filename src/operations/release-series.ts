/**
 * Releases in an order, without holding a whole archive: as many as fit are kept from the first reading, the others are read again
 * when their turn comes. What changed between the two readings ends the run, because it was judged as something else.
 */
import type { ReleaseSeries } from '../model/edition.ts';
import type { ClearedRelease } from '../model/embargo.ts';
import { makeRelease } from '../model/make-release.ts';
import { PressError } from '../model/press-error.ts';
import type { Release } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';

// What the values of a release take besides its text, about.
const CHARACTERS_OF_A_RELEASE = 4_000;
// Reading a file again costs less than the memory of more of them, for a command that is used on big archives and in small machines.
const ROOM_IN_CHARACTERS = 3 * 1024 * 1024;

export interface PlaceInSeries {
  readonly path: string;
  /** Of the file's bytes when it was chosen; undefined when it was chosen by its facts, and is read for the first time. */
  readonly digest: string | undefined;
  /** Whether a release is what its facts said. */
  readonly isAsNoted?: (release: ClearedRelease) => boolean;
}

/** What reading a release again needs. */
type Readable = Pick<Repository, 'manuscripts'> & Parameters<typeof makeRelease>[1];

/** Cleared releases by path, as many as there is room for. */
export class HeldReleases {
  readonly #repository: Readable;
  readonly #clear: (release: Release) => ClearedRelease | undefined;
  readonly #kept = new Map<string, ClearedRelease>();
  #room: number;

  /** `clear` is the judgement of this run, for what is read again; `room` is counted in characters. */
  constructor(
    repository: Readable,
    clear: (release: Release) => ClearedRelease | undefined,
    room: number = ROOM_IN_CHARACTERS,
  ) {
    this.#repository = repository;
    this.#clear = clear;
    this.#room = room;
  }

  /** Keeps a release if there is room; several selections may bring the same one. */
  keep(release: ClearedRelease): void {
    const size = release.body.length + CHARACTERS_OF_A_RELEASE;
    if (size > this.#room || this.#kept.has(release.path)) return;
    this.#room -= size;
    this.#kept.set(release.path, release);
  }

  /** The release of a place. Throws PressError `changed-meanwhile` when its file is another one than it was. */
  at(place: PlaceInSeries): ClearedRelease {
    return this.#kept.get(place.path) ?? this.#readAgain(place);
  }

  #readAgain({ path, digest, isAsNoted }: PlaceInSeries): ClearedRelease {
    for (const manuscript of this.#repository.manuscripts([path])) {
      const isSame = digest === undefined || manuscript.digest === digest;
      const release = isSame ? makeRelease(manuscript, this.#repository) : undefined;
      const cleared = release === undefined ? undefined : this.#clear(release);
      if (cleared === undefined || isAsNoted?.(cleared) === false) continue;
      if (digest === undefined) this.keep(cleared);
      return cleared;
    }
    throw new PressError('changed-meanwhile', `«${path}» changed while it was being written to the output.`, {
      hint: 'Run the command again.',
    });
  }
}

/** The releases of the places, in their order. */
export function seriesOf(places: readonly PlaceInSeries[], held: HeldReleases): ReleaseSeries {
  return {
    length: places.length,
    *[Symbol.iterator]() {
      for (const place of places) yield held.at(place);
    },
  };
}
