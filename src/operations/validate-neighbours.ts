/**
 * Which files have to be compared again after some have changed: these, those of which comparing had something to say before, and those that have to do with
 * what has changed or gone. Of all others there is nothing to say, as there was nothing before.
 */
import type { ArchiveMemory, RememberedComparison } from '../model/archive-memory.ts';
import { anyKey, comparisonKeys } from '../model/comparison-keys.ts';
import { compareText } from '../model/diagnostic.ts';
import { customsIn, customsOf, customsTogether, type Customs } from '../model/file-customs.ts';
import { placesOfFile } from '../model/local-address.ts';
import type { Repository } from '../model/repository.ts';
import type { ArchiveEntry } from '../model/rule.ts';
import { sitePathOf } from '../model/site-addresses.ts';
import { RememberedEntry, type RereadFiles } from './validate-archive.ts';

export interface NeighboursPlan {
  readonly repository: Repository;
  readonly memory: ArchiveMemory;
  readonly compared: RememberedComparison;
  readonly reading: RereadFiles;
}

/** What is to be compared. */
export interface Narrowed {
  /** In path order: the files that are asked about, and all that have to do with them. */
  readonly entries: readonly ArchiveEntry[];
  readonly asked: ReadonlySet<ArchiveEntry>;
  readonly customs: Customs;
}

export class Neighbours {
  readonly #plan: NeighboursPlan;
  /** What stands now where something has changed; undefined for what is gone. */
  readonly #now = new Map<string, ArchiveEntry | undefined>();
  /** Rows of files that were as they were when the archive was looked at, and have changed since. */
  readonly #overtaken = new Set<number>();
  #broken: readonly number[] | undefined;

  constructor(plan: NeighboursPlan) {
    this.#plan = plan;
  }

  /** Takes note of a file that is new, another one than it was, or gone. */
  change(path: string, now: ArchiveEntry | undefined): void {
    this.#now.set(path, now);
  }

  /** The same after the first look: what was there then may have been known. */
  changeAgain(path: string, now: ArchiveEntry | undefined): void {
    const row = this.#plan.compared.rowAt(path);
    if (row !== undefined) this.#overtaken.add(row);
    // A release that others point to may have come or gone.
    this.#broken = undefined;
    this.change(path, now);
  }

  /** Undefined where all files have to be compared. */
  narrowed(): Narrowed | undefined {
    const { compared } = this.#plan;
    const before = new Set([...compared.changed, ...this.#overtaken]);
    const changed = [...this.#now.values()].filter((entry) => entry !== undefined);
    const customs = this.#customsOf(before, changed);
    const touched = this.#keysOf(before, changed);
    if (customs === undefined || touched === undefined) return undefined;
    const rows = this.#fresh([
      ...compared.sharing(touched, { names: true }),
      ...compared.noisy(),
      ...this.#brokenRows(),
    ]);
    return this.#together(rows, changed, customs);
  }

  /** Undefined where they have become others: then every file may have to be asked. */
  #customsOf(before: ReadonlySet<number>, changed: readonly ArchiveEntry[]): Customs | undefined {
    const { compared } = this.#plan;
    const then = compared.customs;
    const gone = customsTogether(Array.from(before, (row) => customsOf(compared.pathOf(row))));
    const come = customsTogether(changed.map(({ facts }) => customsOf(facts.path)));
    const now = customsIn({
      files: then.files - gone.files + come.files,
      inYears: then.inYears - gone.inYears + come.inYears,
      dated: then.dated - gone.dated + come.dated,
    });
    const { hasYearFolders, hasDatedNames } = customsIn(then);
    return now.hasYearFolders === hasYearFolders && now.hasDatedNames === hasDatedNames ? now : undefined;
  }

  /** What the changed files have or had; undefined where that may be anything. */
  #keysOf(before: ReadonlySet<number>, changed: readonly ArchiveEntry[]): Set<number> | undefined {
    const { compared, repository } = this.#plan;
    const keys = new Set<number>();
    for (const row of before) for (const key of compared.keysOf(row).has) keys.add(key);
    for (const { facts } of changed) for (const key of comparisonKeys(facts, repository.settings).has) keys.add(key);
    return keys.has(anyKey) ? undefined : keys;
  }

  /** Without what has been overtaken. */
  #fresh(rows: Iterable<number>): Set<number> {
    const fresh = new Set(rows);
    for (const row of this.#overtaken) fresh.delete(row);
    return fresh;
  }

  /** Those that point to a file that is not there. */
  #brokenRows(): readonly number[] {
    const { compared, memory, repository } = this.#plan;
    this.#broken ??= [...compared.pointing()].filter((row) => {
      const { path, attachments, links } = memory.facts(row);
      const files = links.filter((target) => sitePathOf(target, repository.settings) === undefined);
      return ![...attachments, ...files].every((target) =>
        placesOfFile(target, path).some((place) => place === '' || repository.exists(place)),
      );
    });
    return this.#broken;
  }

  #together(asked: ReadonlySet<number>, changed: readonly ArchiveEntry[], customs: Customs): Narrowed {
    const askedEntries = [...changed, ...this.#entriesAt(asked)];
    const known = new Set(asked);
    const named = this.#entriesAround(askedEntries, known);
    // A translation of a translation is offered the original of both.
    const entries = [...askedEntries, ...named, ...this.#entriesAround(named, known)];
    entries.sort((a, b) => compareText(a.facts.path, b.facts.path));
    return { entries, asked: new Set(askedEntries), customs };
  }

  /** The unchanged files that have what these have or name, without those that are known, which they join. */
  #entriesAround(entries: readonly ArchiveEntry[], known: Set<number>): ArchiveEntry[] {
    const { compared, repository } = this.#plan;
    if (entries.length === 0) return [];
    // What may have any address may be what is linked to.
    const wanted = new Set([anyKey]);
    for (const { facts } of entries) {
      const { has, names } = comparisonKeys(facts, repository.settings);
      for (const key of [...has, ...names]) wanted.add(key);
    }
    const rows = [...this.#fresh(compared.sharing(wanted, { names: false }))].filter((row) => !known.has(row));
    for (const row of rows) known.add(row);
    return this.#entriesAt(rows);
  }

  #entriesAt(rows: Iterable<number>): ArchiveEntry[] {
    const { memory, compared, reading } = this.#plan;
    return Array.from(rows, (row) => new RememberedEntry({ path: compared.pathOf(row), row }, memory, reading));
  }
}
