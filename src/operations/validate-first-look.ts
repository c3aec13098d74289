/**
 * The first look at an archive: every file is read once, judged at once if it is wanted, and let go. What earlier runs remember of a file that is
 * unchanged is taken from them, and a file in which they found nothing is not read at all.
 */
import { verdicts, type ArchiveMemory, type SurveyedFile } from '../model/archive-memory.ts';
import { placesOfFile } from '../model/local-address.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { fileFacts } from '../model/release-facts.ts';
import type { Repository } from '../model/repository.ts';
import { sitePathOf } from '../model/site-addresses.ts';
import { HeldEntry } from './held-entry.ts';
import { RememberedEntry, type Archive, type RereadFiles } from './validate-archive.ts';
import { nothing, type OwnFindings } from './validate-judge.ts';
import type { ArchiveEntry } from '../model/rule.ts';

export interface FirstLookPlan {
  readonly repository: Repository;
  readonly memory: ArchiveMemory | undefined;
  readonly reading: RereadFiles;
  readonly unsaved: readonly Manuscript[];
  /** Whether all files are looked at as they are on the disk, so that the next run can profit. */
  readonly isThorough: boolean;
  isWanted(path: string): boolean;
  judge(entry: HeldEntry): OwnFindings;
  isToBeHeld(own: OwnFindings): boolean;
}

export class FirstLook {
  readonly #plan: FirstLookPlan;
  readonly #survey: Iterable<SurveyedFile>;
  /** Whether there is nothing to be found in any file, nor in all together: no file has changed since nothing was found. No more was looked at then. */
  readonly isSpotless: boolean;
  /** Whether comparing the files gives nothing to say: it gave nothing, and neither what is compared in a release nor a file that one names has changed or gone. */
  readonly areTogetherClean: boolean;
  readonly #files: SurveyedFile[] = [];
  /** Files that were read, and texts that are not saved. */
  readonly #read = new Map<string, ArchiveEntry>();
  /** What each judged file says by itself. */
  readonly #own = new Map<string, OwnFindings>();
  /** The ids of files that have changed in nothing by which they are compared; undefined when one has. */
  #alike: Set<string | undefined> | undefined = new Set();

  constructor(plan: FirstLookPlan) {
    this.#plan = plan;
    const { memory } = plan;
    this.#survey = memory?.survey() ?? [];
    if (this.#areUncompared) this.#alike = undefined;
    const isUnchanged = plan.isThorough && memory?.isSpotless === true;
    this.isSpotless = isUnchanged && this.#compareToNothing();
    if (!this.isSpotless) this.#meetAll();
    // Where no file has changed, it is known by now.
    this.areTogetherClean = isUnchanged ? this.isSpotless : this.#compareToNothing();
  }

  #meetAll(): void {
    const { repository, memory, unsaved: texts } = this.#plan;
    const unsaved = new Map(texts.map((manuscript) => [manuscript.path, new HeldEntry(manuscript, repository)]));
    if (memory === undefined)
      for (const manuscript of repository.manuscripts())
        this.#meet({ path: manuscript.path, row: undefined }, unsaved, () => manuscript);
    else for (const file of this.#survey) this.#meet(file, unsaved, () => memory.read(file));
    for (const [path, entry] of unsaved) {
      if (this.#read.has(path)) continue;
      this.#files.push({ path, row: undefined });
      this.#read.set(path, entry);
    }
  }

  /** Puts all files into an archive, and what is known of each into `own`. */
  fill(archive: Archive, own: Map<string, OwnFindings>): void {
    const { memory, reading } = this.#plan;
    for (const { path, row } of this.isSpotless ? this.#survey : this.#files) {
      const read = this.#read.get(path);
      const found = this.#own.get(path);
      if (found !== undefined) own.set(path, found);
      if (read !== undefined) archive.set(path, read);
      else if (memory !== undefined && row !== undefined) {
        archive.set(path, new RememberedEntry({ path, row }, memory, reading));
        if (memory.verdict(row) === verdicts.clean) own.set(path, nothing);
      }
    }
  }

  /** What was judged and may have something to say. */
  *spoken(): Generator<readonly [ArchiveEntry, OwnFindings]> {
    for (const [path, own] of this.#own) {
      const entry = own === nothing ? undefined : this.#read.get(path);
      if (entry !== undefined) yield [entry, own];
    }
  }

  /** Looks at every file that one names, so it is asked once. */
  #compareToNothing(): boolean {
    const { memory } = this.#plan;
    if (memory === undefined || this.#alike === undefined) return false;
    return this.#areDigestsGood(memory, this.#alike) && this.#areFilesThere(memory);
  }

  /** Nobody knows of a comparison that gave nothing. */
  get #areUncompared(): boolean {
    const { memory, unsaved } = this.#plan;
    return memory?.verdictOfAll !== verdicts.clean || unsaved.length > 0;
  }

  /** An original that has changed may have left its translation behind. */
  #areDigestsGood(memory: ArchiveMemory, changed: ReadonlySet<string | undefined>): boolean {
    if (changed.size > 0) for (const id of memory.digested()) if (changed.has(id)) return false;
    return true;
  }

  /** Links to pages of the site are as good as they were. */
  #areFilesThere(memory: ArchiveMemory): boolean {
    const { repository } = this.#plan;
    const isThere = (target: string, path: string): boolean =>
      placesOfFile(target, path).some((place) => place === '' || repository.exists(place));
    for (const row of memory.pointing()) {
      const { path, attachments, links } = memory.facts(row);
      const files = links.filter((target) => sitePathOf(target, repository.settings) === undefined);
      if (![...attachments, ...files].every((target) => isThere(target, path))) return false;
    }
    return true;
  }

  #meet(file: SurveyedFile, unsaved: ReadonlyMap<string, HeldEntry>, read: () => Manuscript): void {
    this.#files.push(file);
    const instead = unsaved.get(file.path);
    if (instead !== undefined) this.#read.set(file.path, instead);
    else if (!this.#isKnown(file)) this.#look(file, new HeldEntry(read(), this.#plan.repository));
  }

  #isKnown({ path, row }: SurveyedFile): boolean {
    const { memory, isWanted } = this.#plan;
    if (memory === undefined || row === undefined) return false;
    return memory.verdict(row) === verdicts.clean || !isWanted(path);
  }

  #look(file: SurveyedFile, entry: HeldEntry): void {
    const { reading, judge, isWanted, isToBeHeld } = this.#plan;
    const own = isWanted(file.path) ? judge(entry) : undefined;
    if (own !== undefined) this.#own.set(file.path, own);
    const { memory, isThorough } = this.#plan;
    if (own !== undefined && isThorough && memory?.isLearning === true) this.#note(file, entry, own);
    if (file.row === undefined && this.#alike !== undefined) this.#holdAgainst(file, entry);
    this.#read.set(file.path, own !== undefined && isToBeHeld(own) ? entry : reading.lighten(entry));
  }

  #holdAgainst(file: SurveyedFile, { facts }: HeldEntry): void {
    if (this.#plan.memory?.isAsBefore(file, facts) === true) this.#alike?.add(facts.id);
    else this.#alike = undefined;
  }

  /** What the next run need not find out again. */
  #note(file: SurveyedFile, { facts, release }: HeldEntry, own: OwnFindings): void {
    const { memory, repository } = this.#plan;
    const verdict = own === nothing ? verdicts.clean : verdicts.found;
    memory?.learn(file, { facts: fileFacts(facts, release, repository.settings.timezone), verdict });
  }
}
