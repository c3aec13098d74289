/** An archive under examination: what its files say is remembered, so that only what changes is judged again. */
import type { ArchiveMemory } from '../model/archive-memory.ts';
import { compareText, inReportOrder, type Diagnostic } from '../model/diagnostic.ts';
import { customsIn, customsOf, customsTogether } from '../model/file-customs.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';
import type { ArchiveEntry } from '../model/rule.ts';
import type { ExaminationOptions, ReportOptions, Validation } from './validation.ts';
import { HeldEntry } from './held-entry.ts';
import { contextOf } from './rule-context.ts';
import { RereadFiles, type Archive } from './validate-archive.ts';
import { CostTable } from './validate-costs.ts';
import { withinLimit } from './validate-findings.ts';
import { FirstLook } from './validate-first-look.ts';
import { Judge, type Comparison, type OwnFindings } from './validate-judge.ts';
import type { Narrowed, Neighbours } from './validate-neighbours.ts';
import { choosePaths, namedBy } from './validate-paths.ts';

export class Examination {
  readonly #repository: Repository;
  readonly #judge: Judge;
  readonly #options: ExaminationOptions;
  readonly #reading: RereadFiles;
  readonly #archive: Archive = new Map();
  /** What each judged file says by itself. */
  readonly #own = new Map<string, OwnFindings>();
  #firstLook: FirstLook | undefined;
  #hasLooked = false;
  /** Who has to do with what has changed since all files were compared; undefined where all have to be compared again. */
  #neighbours: Neighbours | undefined;

  /** Throws PressError for a broken taxonomy.yaml or press.yaml. The releases are read with the first report. */
  constructor(repository: Repository, options: ExaminationOptions) {
    const { rules, levels, now } = options;
    this.#repository = repository;
    this.#options = options;
    this.#judge = new Judge(rules, levels, contextOf(repository, rules, now));
    this.#reading = new RereadFiles(repository);
  }

  /** Reads these files again; those that are gone leave the archive. Paths are from the root. */
  readAgain(paths: readonly string[]): void {
    this.#fill();
    const isLonger = paths.some((path) => !this.#archive.has(path));
    for (const path of paths) {
      this.#own.delete(path);
      if (!this.#repository.exists(path)) this.#archive.delete(path);
      else for (const manuscript of this.#repository.manuscripts([path])) this.#enter(this.#entryOf(manuscript));
      this.#neighbours?.changeAgain(path, this.#archive.get(path));
    }
    if (isLonger) this.#putInOrder();
  }

  /** Rules that compare files may speak of the first and the second. */
  #putInOrder(): void {
    const entries = [...this.#archive].sort(([a], [b]) => compareText(a, b));
    this.#archive.clear();
    for (const [path, entry] of entries) this.#archive.set(path, entry);
  }

  /** A file as it was read last; undefined when the archive has none at that path. */
  manuscriptAt(path: string): Manuscript | undefined {
    return this.#archive.get(path)?.manuscript;
  }

  /** Takes these texts in the place of their files. */
  replace(manuscripts: Iterable<Manuscript>): void {
    this.#fill();
    this.#neighbours = undefined;
    for (const manuscript of manuscripts) {
      this.#own.delete(manuscript.path);
      this.#archive.set(manuscript.path, this.#entryOf(manuscript));
    }
  }

  /** The findings of the given files and folders, or of everything. Throws PressError when a path has no release. */
  report(options: ReportOptions): Validation {
    const { isWanted, comparesAll = false, isUnlimited = false } = options;
    const costs = new CostTable(this.#options.stopwatch);
    const memory = this.#lookOnce(options, costs);
    const narrowed = memory === undefined ? undefined : this.#neighbours?.narrowed();
    if (memory !== undefined && narrowed !== undefined && this.#firstLook !== undefined)
      return this.#ofChanges(narrowed, { look: this.#firstLook, memory, isUnlimited, costs });
    this.#fill();
    const known = this.#archive.size;
    const { judged: chosen, passedOver } = choosePaths(this.#repository, this.#archive, options.paths);
    if (this.#archive.size !== known) this.#neighbours = undefined;
    const judged = isWanted === undefined ? chosen : new Set([...chosen].filter(isWanted));
    const compares = isWanted === undefined ? this.#archive : chosen;
    for (const path of judged) this.#look(path, costs);
    const { byFile: compared, noisy } = this.#compare(comparesAll ? compares : judged, costs);
    if (memory !== undefined) memory.save(noisy);
    const files = comparesAll ? new Set([...judged, ...compared.keys()]) : judged;
    const diagnostics = [...files].flatMap((path) => {
      const found = this.#findingsOf(path, compared.get(path) ?? [], judged.has(path));
      return isUnlimited ? found : withinLimit(found);
    });
    return {
      diagnostics: diagnostics.sort(inReportOrder),
      files: files.size,
      judged: [...files].sort(compareText),
      archive: this.#archive,
      passedOver,
      costs: costs.list(),
    };
  }

  /** Reads everything, and judges at once what is wanted, while the text is at hand. Returns the memory to which the outcome belongs. */
  #lookOnce(options: ReportOptions, costs: CostTable): ArchiveMemory | undefined {
    if (this.#hasLooked) return undefined;
    this.#hasLooked = true;
    const { paths, isWanted = () => true } = options;
    const { unsaved = [], holdsMendable, now, comparesContent = false } = this.#options;
    const judging = { rules: this.#judge.key, now, comparesContent };
    const memory = this.#remembers() ? this.#repository.memory(judging) : undefined;
    const isNamed = namedBy(paths);
    const isThorough = isEverything(options) && unsaved.length === 0 && holdsMendable !== true;
    this.#firstLook = new FirstLook({
      repository: this.#repository,
      memory,
      reading: this.#reading,
      unsaved,
      isThorough,
      isWanted: (path) => isNamed(path) && isWanted(path),
      judge: (entry) => this.#judge.own(entry, costs),
      isToBeHeld: ({ found }) => this.#isToBeHeld(found),
    });
    this.#neighbours = this.#firstLook.neighbours;
    return isThorough ? memory : undefined;
  }

  /** What a rule costs is told of all files. */
  #remembers(): boolean {
    return this.#options.forgets !== true && this.#options.stopwatch === undefined;
  }

  /** What the first look has found is all that there is; later texts take the place of it. */
  #fill(): void {
    this.#firstLook?.fill(this.#archive, this.#own);
    this.#firstLook = undefined;
  }

  /**
   * What is found where no more is compared than has to do with what has changed. Nobody asks for names that no finding names: they are made when somebody
   * does.
   */
  #ofChanges(narrowed: Narrowed, { look, memory, isUnlimited, costs }: ChangesLook): Validation {
    const { byFile, noisy } = this.#compareNarrowed(narrowed, { isWanted: () => true, costs });
    const files = memory.fileCount;
    memory.save(noisy);
    const own = new Map(look.spoken());
    const diagnostics = Array.from(new Set([...own.keys(), ...byFile.keys()]), (path) => {
      const found = [...(own.get(path)?.found ?? []), ...(byFile.get(path) ?? [])];
      const entry = own.get(path)?.hasRemarks === true ? look.at(path) : undefined;
      const heard = entry === undefined ? found : this.#judge.withoutSilenced(found, entry, true);
      return isUnlimited ? heard : withinLimit(heard);
    });
    const filled = (): Archive => this.#filled();
    return {
      diagnostics: diagnostics.flat().sort(inReportOrder),
      files,
      get judged() {
        return [...filled().keys()];
      },
      get archive() {
        return filled();
      },
      passedOver: [],
      costs: [],
    };
  }

  #filled(): Archive {
    this.#fill();
    return this.#archive;
  }

  #entryOf(manuscript: Manuscript): HeldEntry {
    return new HeldEntry(manuscript, this.#repository);
  }

  #enter(entry: HeldEntry): void {
    this.#reading.expect(entry);
    this.#archive.set(entry.manuscript.path, this.#reading.lighten(entry));
  }

  #isToBeHeld(found: readonly Diagnostic[]): boolean {
    return this.#options.holdsMendable === true && found.some(({ fix }) => fix !== undefined);
  }

  /** Said of a file before, it is remembered. */
  #look(path: string, costs: CostTable): void {
    const manuscript = this.#own.has(path) ? undefined : this.manuscriptAt(path);
    if (manuscript === undefined) return;
    const entry = this.#entryOf(manuscript);
    const own = this.#judge.own(entry, costs);
    this.#own.set(path, own);
    if (this.#isToBeHeld(own.found)) this.#archive.set(path, entry);
  }

  /** What files have to do with each other, by file. */
  #compare(wanted: Pick<ReadonlySet<string>, 'has'>, costs: CostTable): Comparison {
    const hearing = { isWanted: (path: string): boolean => wanted.has(path), costs };
    const narrowed = this.#neighbours?.narrowed();
    if (narrowed !== undefined) return this.#compareNarrowed(narrowed, hearing);
    const all = [...this.#archive.values()];
    const { releases } = this.#repository.settings;
    const own = all.filter(({ facts }) => facts.path.startsWith(`${releases}/`));
    const customs = customsIn(customsTogether(own.map(({ facts }) => customsOf(facts.path))));
    const around = { all, customs, isAsked: () => true };
    return this.#judge.compared(all, { ...hearing, around, heard: this.#heard });
  }

  #compareNarrowed({ entries, asked, customs }: Narrowed, hearing: Hearing): Comparison {
    if (asked.size === 0) return { byFile: new Map(), noisy: new Set() };
    const filled = (): ArchiveEntry[] => [...this.#filled().values()];
    let all: readonly ArchiveEntry[] | undefined;
    const around = {
      get all() {
        return (all ??= filled());
      },
      customs,
      isAsked: (entry: ArchiveEntry) => asked.has(entry),
    };
    return this.#judge.compared(entries, { ...hearing, around, heard: this.#heard });
  }

  readonly #heard = (manuscript: Manuscript, found: readonly Diagnostic[]): void => {
    if (this.#isToBeHeld(found)) this.#archive.set(manuscript.path, this.#entryOf(manuscript));
  };

  #findingsOf(path: string, compared: readonly Diagnostic[], isJudged: boolean): Diagnostic[] {
    const entry = this.#archive.get(path);
    const own = this.#own.get(path);
    const found = [...(own?.found ?? []), ...compared];
    if (entry === undefined || own?.hasRemarks === false) return found;
    return this.#judge.withoutSilenced(found, entry, isJudged);
  }
}

interface Hearing {
  readonly isWanted: (path: string) => boolean;
  readonly costs: CostTable;
}

interface ChangesLook extends Pick<Hearing, 'costs'> {
  readonly look: FirstLook;
  readonly memory: ArchiveMemory;
  readonly isUnlimited: boolean;
}

function isEverything({ paths, isWanted }: ReportOptions): boolean {
  return paths === undefined && isWanted === undefined;
}
