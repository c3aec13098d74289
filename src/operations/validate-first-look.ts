/**
 * The first look at an archive: every file is read once, judged at once if it is wanted, and let go. What earlier runs remember of a file that is
 * unchanged is taken from them, and a file in which they found nothing is not read at all.
 */
import { verdicts, type ArchiveMemory, type SurveyedFile } from '../model/archive-memory.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { fileFacts } from '../model/release-facts.ts';
import type { Repository } from '../model/repository.ts';
import { HeldEntry } from './held-entry.ts';
import { RememberedEntry, type Archive, type RereadFiles } from './validate-archive.ts';
import { nothing, type OwnFindings } from './validate-judge.ts';
import { Neighbours } from './validate-neighbours.ts';
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
  /** All files, in path order; without a memory they are known once all have been met. */
  readonly #files: Iterable<SurveyedFile>;
  /** Texts that are not saved, of files that there are not. */
  readonly #added: string[] = [];
  /** Files that were read, and texts that are not saved. */
  readonly #read = new Map<string, ArchiveEntry>();
  /** What each judged file says by itself. */
  readonly #own = new Map<string, OwnFindings>();
  /** Who has to do with what has changed; undefined where nobody knows what comparing all files came to. */
  readonly neighbours: Neighbours | undefined;

  constructor(plan: FirstLookPlan) {
    this.#plan = plan;
    const { memory, repository, reading, unsaved } = plan;
    const met: SurveyedFile[] = [];
    this.#files = memory?.survey() ?? met;
    const compared = unsaved.length > 0 ? undefined : memory?.compared;
    if (memory !== undefined && compared !== undefined)
      this.neighbours = new Neighbours({ repository, memory, compared, reading });
    this.#meetAll(met);
  }

  #meetAll(met: SurveyedFile[]): void {
    const { repository, memory, unsaved: texts } = this.#plan;
    const unsaved = new Map(texts.map((manuscript) => [manuscript.path, new HeldEntry(manuscript, repository)]));
    if (memory === undefined)
      for (const manuscript of repository.manuscripts()) {
        const file = { path: manuscript.path, row: undefined };
        met.push(file);
        this.#meet(file, unsaved, () => manuscript);
      }
    else for (const file of memory.unsettled()) this.#meet(file, unsaved, () => memory.read(file));
    for (const [path, entry] of unsaved) this.#read.set(path, entry);
    this.#added.push(...unsaved.keys());
  }

  /** Puts all files into an archive, and what is known of each into `own`. */
  fill(archive: Archive, own: Map<string, OwnFindings>): void {
    const { memory, reading } = this.#plan;
    for (const { path, row } of this.#files) {
      const read = this.#read.get(path);
      if (read !== undefined) archive.set(path, read);
      else if (memory !== undefined && row !== undefined) {
        archive.set(path, new RememberedEntry({ path, row }, memory, reading));
        if (memory.verdict(row) === verdicts.clean) own.set(path, nothing);
      }
    }
    for (const path of this.#added) {
      const entry = this.#read.get(path);
      if (entry !== undefined) archive.set(path, entry);
    }
    for (const [path, found] of this.#own) own.set(path, found);
  }

  /** What was read, by path. */
  at(path: string): ArchiveEntry | undefined {
    return this.#read.get(path);
  }

  /** What was judged and may have something to say. */
  *spoken(): Generator<readonly [string, OwnFindings]> {
    for (const [path, own] of this.#own) if (own !== nothing) yield [path, own];
  }

  #meet(file: SurveyedFile, unsaved: ReadonlyMap<string, HeldEntry>, read: () => Manuscript): void {
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
    const kept = own !== undefined && isToBeHeld(own) ? entry : reading.lighten(entry);
    this.#read.set(file.path, kept);
    if (file.row === undefined) this.neighbours?.change(file.path, kept);
  }

  /** What the next run need not find out again. */
  #note(file: SurveyedFile, { facts, release }: HeldEntry, own: OwnFindings): void {
    const { memory, repository } = this.#plan;
    const verdict = own === nothing ? verdicts.clean : verdicts.found;
    memory?.learn(file, { facts: fileFacts(facts, release, repository.settings.timezone), verdict });
  }
}
