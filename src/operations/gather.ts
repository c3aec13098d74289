/** From a repository and selections to the releases that may be shown: the one way that leads to an edition. */
import type { ArchiveMemory } from '../model/archive-memory.ts';
import { comparedFacts } from '../model/compared-facts.ts';
import type { ZonedMoment } from '../model/effective-update.ts';
import { clear, clearForStaff, isMoment, type ClearedRelease, type Moment } from '../model/embargo.ts';
import type { FileFacts } from '../model/file-facts.ts';
import type { KnownReleases } from '../model/known-releases.ts';
import { makeRelease } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { canBeDecided, type Answer, type NarrowFacts } from '../model/narrowing.ts';
import { fileFacts } from '../model/release-facts.ts';
import { statuses, type Release } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import type { Selection } from '../model/selection.ts';
import { Pile, type PileResult } from './gather-pile.ts';
import { PublicPart } from './public-part.ts';
import { publicRelease } from './public-releases.ts';
import { HeldReleases } from './release-series.ts';
import type { SpokenOf } from './unanswered.ts';

/** What was gathered. What not every output asks for is made when it is asked for. */
export interface Gathering extends PileResult {
  /** Everything public, chosen or not: what a release may refer to by name. */
  readonly known: KnownReleases;
  /** When any public release last changed. */
  readonly newestPublicUpdate: ZonedMoment | undefined;
  /** Releases that the selection, or any of several, means and that are not public; they may be counted, never named. */
  readonly heldBack: number;
  /** Files that cannot be read as releases: nobody knows whether the selection means them. */
  readonly unreadable: number;
  /** Public releases with the id of another one that came before: readers of feeds would take the two for one. */
  readonly twins: number;
  /** What the public releases, chosen or not, have for places and languages. */
  readonly spokenOf: SpokenOf;
  /** Writes down for later runs what was learned of the files; after that nothing of the gathering may be asked for. */
  remember(): void;
}

export interface GatherOptions {
  readonly moment: Moment;
  readonly includeUnpublished: boolean;
  /** Whether files that cannot be meant may be passed over by what earlier runs learned of them. What comes out is the same. */
  readonly usesMemory?: boolean;
}

/** Reads the repository once and sorts what it finds into what may be shown and what may only be counted. */
export function gather(repository: Repository, selection: Selection, options: GatherOptions): Gathering {
  const [gathering] = gatherAll(repository, [selection], options);
  if (gathering === undefined) throw new Error('A selection without a gathering');
  return gathering;
}

/** The same for several selections at once: the repository is still read once. One gathering for each, in the same order. */
export function gatherAll(
  repository: Repository,
  selections: readonly Selection[],
  options: GatherOptions,
): readonly Gathering[] {
  const sorting = new Sorting(repository, selections, options);
  return sorting.run();
}

/** One reading of the repository, for any number of piles. */
class Sorting {
  readonly #repository: Repository;
  readonly #options: GatherOptions;
  readonly #memory: ArchiveMemory | undefined;
  readonly #public: PublicPart;
  readonly #piles: readonly Pile[];
  #heldBack = 0;
  #unreadable = 0;
  #twins = 0;

  constructor(repository: Repository, selections: readonly Selection[], options: GatherOptions) {
    this.#repository = repository;
    this.#options = options;
    const held = new HeldReleases(repository, (release) => shown(release, options));
    this.#piles = selections.map((selection) => new Pile(selection, { ...options, held }));
    this.#memory = memoryFor(repository, selections, options);
    this.#public = new PublicPart(options.moment, {
      facts: (row) => factsAt(row, this.#memory),
      release: (path) => publicAt(path, repository, options.moment),
    });
  }

  run(): readonly Gathering[] {
    if (this.#memory === undefined) for (const manuscript of this.#repository.manuscripts()) this.#sort(manuscript);
    else this.#runWith(this.#memory);
    return this.#piles.map((pile) => this.#gatheringOf(pile));
  }

  #runWith(memory: ArchiveMemory): void {
    const { settings } = this.#repository;
    for (const file of memory.survey()) {
      if (file.row !== undefined && this.#sortNoted(memory.facts(file.row), { path: file.path, row: file.row }))
        continue;
      const manuscript = memory.read(file);
      const release = this.#sort(manuscript);
      if (file.row === undefined && memory.isLearning)
        memory.learn(file, { facts: fileFacts(comparedFacts(manuscript, settings), release, settings.timezone) });
    }
  }

  /** Sorts a file without reading it, where its facts are enough; returns whether they were. */
  #sortNoted(
    { id = '', date, status, release }: FileFacts,
    at: { readonly path: string; readonly row: number },
  ): boolean {
    if (release === undefined) {
      if (!keptIn.has(status)) this.#unreadable += 1;
      return true;
    }
    const facts = { id, date, status, release };
    const answers = this.#piles.map((pile) => pile.answerTo(facts));
    if (this.#options.moment.now < release.publicFrom) return answers.every((answer) => answer === 'no');
    if (this.#piles.some((pile, index) => !isEnough(pile, answers[index]))) return false;
    if (this.#public.has(id)) this.#twins += 1;
    else this.#takeNoted(facts, { ...at, answers });
    return true;
  }

  #takeNoted(facts: NarrowFacts, { path, row, answers }: NotedPlace): void {
    this.#public.passOver(row, facts.id ?? '');
    for (const [index, pile] of this.#piles.entries()) if (answers[index] === 'yes') pile.addNoted(path, facts);
  }

  #sort(manuscript: Manuscript): Release | undefined {
    const release = makeRelease(manuscript, this.#repository);
    if (release !== undefined) this.#sortRelease(release, manuscript);
    // A draft with a slip in it is missed by nobody.
    else if (!isKeptIn(manuscript)) this.#unreadable += 1;
    return release;
  }

  #sortRelease(release: Release, manuscript: Manuscript): void {
    const clearance = clear(release, this.#options.moment);
    if (clearance.public && this.#public.has(release.id)) {
      this.#twins += 1;
      return;
    }
    if (clearance.public) this.#public.add(clearance.release);
    let isHeldBack = false;
    for (const pile of this.#piles) isHeldBack = pile.add(release, clearance, manuscript) || isHeldBack;
    if (isHeldBack) this.#heldBack += 1;
  }

  #gatheringOf(pile: Pile): Gathering {
    const part = this.#public;
    return {
      ...pile.result(part),
      known: part,
      get newestPublicUpdate() {
        return part.newestUpdate;
      },
      heldBack: this.#heldBack,
      unreadable: this.#unreadable,
      twins: this.#twins,
      get spokenOf() {
        return part.spokenOf;
      },
      remember: () => this.#memory?.save(),
    };
  }
}

interface NotedPlace {
  readonly path: string;
  readonly row: number;
  /** What each pile makes of the facts. */
  readonly answers: readonly Answer[];
}

function isEnough(pile: Pile, answer: Answer | undefined): boolean {
  return answer === 'no' || (answer === 'yes' && pile.sortsByFacts);
}

/** Where facts may answer every selection for some file at least; otherwise everything has to be read anyway. */
function memoryFor(
  repository: Repository,
  selections: readonly Selection[],
  { moment, usesMemory = false }: GatherOptions,
): ArchiveMemory | undefined {
  if (!usesMemory || !isMoment(moment) || moment.timezone !== repository.settings.timezone) return undefined;
  return selections.every(({ condition }) => canBeDecided(condition)) ? repository.memory() : undefined;
}

function factsAt(row: number, memory: ArchiveMemory | undefined): FileFacts {
  if (memory === undefined) throw new Error('A row without a memory');
  return memory.facts(row);
}

function publicAt(path: string, repository: Repository, moment: Moment): ClearedRelease | undefined {
  for (const manuscript of repository.manuscripts([path])) return publicRelease(manuscript, repository, moment);
  return undefined;
}

/** The release as this run may show it; undefined when it may not. */
function shown(release: Release, { moment, includeUnpublished }: GatherOptions): ClearedRelease | undefined {
  const clearance = clear(release, moment);
  if (clearance.public) return clearance.release;
  return includeUnpublished ? clearForStaff(release, moment) : undefined;
}

const keptIn: ReadonlySet<unknown> = new Set(statuses.filter((status) => status !== 'published'));

/** Whether a file that is no valid release at least says that it is not to go out. */
export function isKeptIn({ data }: Manuscript): boolean {
  return data !== undefined && keptIn.has(data['status']);
}
