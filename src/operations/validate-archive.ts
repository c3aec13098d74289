/**
 * The archive as rules see it. Texts are let go once they have been judged, so that an archive of any size fits: what is kept of a file is its facts,
 * and whoever needs a place in it reads it again.
 */
import type { ArchiveMemory } from '../model/archive-memory.ts';
import type { ComparedFacts } from '../model/file-facts.ts';
import type { Manuscript, ReadingRule } from '../model/manuscript.ts';
import type { Release } from '../model/release.ts';
import type { ArchiveEntry } from '../model/rule.ts';
import { HeldEntry, type EntrySource } from './held-entry.ts';
import { RecentEntries } from './recent-entries.ts';

/** By path, in path order; texts that are not saved yet come last. */
export type Archive = Map<string, ArchiveEntry>;

/** A file that is read again when somebody needs it. */
abstract class RereadEntry implements ArchiveEntry {
  protected readonly path: string;
  readonly #reading: RereadFiles;
  abstract readonly facts: ComparedFacts;

  constructor(path: string, reading: RereadFiles) {
    this.path = path;
    this.#reading = reading;
  }

  get manuscript(): Manuscript {
    return this.#reading.at(this.path).manuscript;
  }

  get release(): Release | undefined {
    return this.#reading.at(this.path).release;
  }
}

/** A file whose text was let go. */
class LightEntry extends RereadEntry {
  readonly facts: ComparedFacts;

  constructor(facts: ComparedFacts, reading: RereadFiles) {
    super(facts.path, reading);
    this.facts = facts;
  }
}

/** A file that is known from an earlier run. */
export class RememberedEntry extends RereadEntry {
  readonly #memory: ArchiveMemory;
  readonly #row: number;

  constructor(
    { path, row }: { readonly path: string; readonly row: number },
    memory: ArchiveMemory,
    reading: RereadFiles,
  ) {
    super(path, reading);
    this.#memory = memory;
    this.#row = row;
  }

  get facts(): ComparedFacts {
    return this.#memory.facts(this.#row, this.path);
  }
}

/** Reads files again whose text was let go. */
export class RereadFiles {
  readonly #source: EntrySource;
  readonly #recent = new RecentEntries();

  constructor(source: EntrySource) {
    this.#source = source;
  }

  /** The entry without its text; with it, where reading gave none. */
  lighten(entry: HeldEntry): ArchiveEntry {
    return isUnread(entry.manuscript) ? entry : new LightEntry(entry.facts, this);
  }

  /** Holds an entry for a while, because it will be asked for soon. */
  expect(entry: HeldEntry): void {
    this.#recent.add(entry);
  }

  at(path: string): HeldEntry {
    return this.#recent.at(path) ?? this.#read(path);
  }

  #read(path: string): HeldEntry {
    for (const manuscript of this.#source.manuscripts([path])) {
      const entry = new HeldEntry(manuscript, this.#source);
      this.#recent.add(entry);
      return entry;
    }
    throw new Error(`${path} was not read`);
  }
}

const unread: ReadonlySet<ReadingRule> = new Set(['file-kind', 'size-limit']);

/** What lies among the releases and is none, and what nobody may read: there is no text to let go, and asked for by its path it would be another. */
function isUnread({ data, faults }: Manuscript): boolean {
  return data === undefined && faults.some(({ rule }) => unread.has(rule));
}
