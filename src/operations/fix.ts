/**
 * Puts fixes into an archive in memory and judges again after each round, until nothing is left that can be mended by itself.
 * Nothing is written: `mendedFiles` says what would be.
 */
import { compareText, type Diagnostic, type Fix } from '../model/diagnostic.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';
import { areSettled, isNewError, keyOf, tally, type RefusedFix, type Refusal } from './fix-outcome.ts';
import { editsOf, splicePieces, wholeText, type Edit, type Piece } from './fix-pieces.ts';
import {
  compatible,
  editsByFile,
  editsOfFix,
  isMendable,
  isNamed,
  proposalOf,
  type Proposal,
} from './fix-proposals.ts';
import { isAsPublic, isConfined, isFurther } from './fix-verdict.ts';
import type { ValidateOptions } from './validation.ts';
import { Examination } from './validate-examination.ts';
import { spliced } from '../text/spliced.ts';

export type MendOptions = Pick<
  ValidateOptions,
  'rules' | 'levels' | 'paths' | 'isWanted' | 'unsaved' | 'now' | 'forgets'
>;

/** A file that fixes change: the edits belong to the text of the manuscript. */
export interface MendedFile {
  readonly manuscript: Manuscript;
  readonly edits: readonly Edit[];
  /** How many findings they mend. */
  readonly mended: number;
}

interface FileState {
  /** As it stands on the disk. */
  readonly original: Manuscript;
  pieces: readonly Piece[];
  mended: number;
}

/** Fixes that are tried upon the same texts. */
interface Round {
  readonly texts: Map<string, Manuscript>;
  readonly accepted: Proposal[];
  /** Whether a person said that the fix is right. */
  readonly isConfirmed: boolean;
}

// A fix may make room for the next; what still goes on after this many is going in circles.
const MOST_ROUNDS = 10;

export class Mending {
  readonly #repository: Repository;
  readonly #options: MendOptions;
  readonly #examination: Examination;
  readonly #states = new Map<string, FileState>();
  readonly #refused = new Map<string, RefusedFix>();
  readonly #abandoned = new Set<string>();
  #found: readonly Diagnostic[];

  /** Reads and judges the archive; throws PressError as `validate` does. */
  constructor(repository: Repository, options: MendOptions) {
    this.#repository = repository;
    this.#options = options;
    this.#examination = new Examination(repository, { ...options, holdsMendable: true });
    this.#found = this.#judge();
  }

  /** Makes all safe fixes that hold, in rounds. */
  mendSafely(): void {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const proposals = compatible(this.#safeProposals());
      if (proposals.length === 0) return;
      // What a file says for the first time is no harm that a fix did in another.
      const isOpening = ({ diagnostic }: Proposal): boolean => this.#textAt(diagnostic.file).data === undefined;
      const [opening, others] = [proposals.filter(isOpening), proposals.filter((each) => !isOpening(each))];
      for (const part of [opening, others]) if (part.length > 0) this.#play(part, false);
    }
  }

  /** Makes a fix that a person has confirmed; returns why not when it cannot be made. */
  confirm(diagnostic: Diagnostic, fix: Fix): Refusal | undefined {
    const proposal = proposalOf(diagnostic, fix, this.#textAt(diagnostic.file));
    this.#refused.delete(keyOf(diagnostic));
    this.#play([proposal], true);
    return this.#refused.get(keyOf(diagnostic))?.refusal;
  }

  /** Whether a fix would bring the release out, take it back, or change until when it is held. */
  changesPublicness({ file }: Diagnostic, fix: Fix): boolean {
    const before = this.#textAt(file);
    const after = this.#withEdits(before, editsOfFix(fix, before));
    return !isAsPublic(before, after, this.#judging());
  }

  /** Findings with a fix that may be asked about, of one file or of all named ones, in report order. */
  openFindings(file?: string): Diagnostic[] {
    return this.#found.filter(
      (diagnostic) =>
        diagnostic.fix !== undefined &&
        (file === undefined || diagnostic.file === file) &&
        this.#isOpen(diagnostic) &&
        this.#refused.get(keyOf(diagnostic))?.refusal !== 'unmended',
    );
  }

  /** The files that fixes changed and that are not written yet, in path order. */
  mendedFiles(): MendedFile[] {
    const states = [...this.#states].sort(([a], [b]) => compareText(a, b));
    return states.flatMap(([, { original, pieces, mended }]) => {
      const edits = editsOf(pieces, original.text);
      return edits.length === 0 ? [] : [{ manuscript: original, edits, mended }];
    });
  }

  /** Fixes that were tried and taken back. */
  refusedFixes(): RefusedFix[] {
    return [...this.#refused.values()];
  }

  /** The text of a file with the fixes made. Throws for a file that the archive does not have. */
  manuscriptAt(path: string): Manuscript {
    return this.#textAt(path);
  }

  /** The file was written: what is mended from now on is counted in its new text. */
  settle(path: string): void {
    this.#states.delete(path);
  }

  /** The file could not be written, so its fixes are dropped, and no more are offered for it. */
  abandon(path: string): void {
    const state = this.#states.get(path);
    if (state !== undefined) this.#examination.replace([state.original]);
    this.#states.delete(path);
    this.#abandoned.add(path);
    this.#found = this.#judge();
  }

  #judge(): readonly Diagnostic[] {
    const { paths } = this.#options;
    const all = { comparesAll: true, isUnlimited: true };
    return this.#examination.report(paths === undefined ? all : { ...all, paths }).diagnostics;
  }

  #textAt(path: string): Manuscript {
    const manuscript = this.#examination.manuscriptAt(path);
    if (manuscript === undefined) throw new Error(`${path} is no file of the archive`);
    return manuscript;
  }

  #isOpen({ file, rule }: Diagnostic): boolean {
    const { paths, isWanted } = this.#options;
    const isAsked = isNamed(file, paths) && (isWanted?.(file) ?? true);
    return isAsked && !this.#abandoned.has(file) && isMendable(this.#textAt(file), rule);
  }

  #safeProposals(): Proposal[] {
    return this.#found.flatMap((diagnostic) => {
      const { fix, file } = diagnostic;
      if (fix?.safety !== 'safe' || this.#refused.has(keyOf(diagnostic)) || !this.#isOpen(diagnostic)) return [];
      return [proposalOf(diagnostic, fix, this.#textAt(file))];
    });
  }

  #play(proposals: readonly Proposal[], isConfirmed: boolean): void {
    const texts = new Map(proposals.map(({ diagnostic: { file } }) => [file, this.#textAt(file)]));
    const round: Round = { texts, accepted: [], isConfirmed };
    this.#attempt(proposals, round);
    const counts = new Map<string, number>();
    for (const {
      diagnostic: { file },
    } of round.accepted)
      counts.set(file, (counts.get(file) ?? 0) + 1);
    for (const [path, edits] of editsByFile(round.accepted))
      this.#keep(path, { before: texts.get(path), edits, mended: counts.get(path) ?? 0 });
  }

  /** Tries fixes together, and halves what does not hold until it is known which one it is. */
  #attempt(trial: readonly Proposal[], round: Round): void {
    const refusal = this.#refusalOf(trial, round);
    const [only] = trial;
    if (refusal === undefined) for (const each of trial) round.accepted.push(each);
    else if (trial.length === 1 && only !== undefined)
      this.#refused.set(keyOf(only.diagnostic), { diagnostic: only.diagnostic, refusal });
    else {
      const middle = trial.length >> 1;
      this.#attempt(trial.slice(0, middle), round);
      this.#attempt(trial.slice(middle), round);
    }
  }

  /** Puts the fixes into the archive; takes them out again, and says why, when they do not hold. */
  #refusalOf(trial: readonly Proposal[], round: Round): Refusal | undefined {
    const paths = [...new Set(trial.map(({ diagnostic }) => diagnostic.file))];
    const before = paths.map((path) => this.#textAt(path));
    const edits = editsByFile([...round.accepted, ...trial]);
    const after = paths.map((path) => this.#withEdits(round.texts.get(path), edits.get(path) ?? []));
    this.#examination.replace(after);
    const found = this.#judge();
    const refusal = this.#verdict({ trial, before, after, found, edits }, round);
    if (refusal === undefined) this.#found = found;
    else this.#examination.replace(before);
    return refusal;
  }

  #withEdits(manuscript: Manuscript | undefined, edits: readonly Edit[]): Manuscript {
    if (manuscript === undefined) throw new Error('A fix is about a file that is not in the round');
    return this.#repository.manuscriptFrom(manuscript.path, new TextEncoder().encode(spliced(manuscript.text, edits)));
  }

  #verdict({ trial, before, after, found, edits }: Trial, { texts, isConfirmed }: Round): Refusal | undefined {
    const [was, is] = [tally(this.#found), tally(found)];
    const isGone = areSettled(trial, { was, is });
    const opened = new Set(before.filter(({ data }) => data === undefined).map(({ path }) => path));
    const isWorse = found.some((diagnostic) => isNewError(diagnostic, { was, is }, opened));
    const isAstray = after.some((manuscript) => {
      const base = texts.get(manuscript.path);
      const made = edits.get(manuscript.path) ?? [];
      return base === undefined || !isConfined(base, manuscript, made) || !isFurther(base, manuscript, made);
    });
    if (!isGone || isWorse || isAstray) return 'unmended';
    if (isConfirmed) return undefined;
    const isSame = after.every((manuscript, index) =>
      isAsPublic(before[index] ?? manuscript, manuscript, this.#judging()),
    );
    return isSame ? undefined : 'unsure';
  }

  #judging(): Parameters<typeof isAsPublic>[2] {
    const { settings } = this.#repository;
    return { context: this.#repository, moment: { now: this.#options.now, timezone: settings.timezone } };
  }

  #keep(path: string, { before, edits, mended }: Kept): void {
    if (before === undefined) return;
    const state = this.#states.get(path) ?? { original: before, pieces: wholeText(before.text.length), mended: 0 };
    state.pieces = splicePieces(state.pieces, edits);
    state.mended += mended;
    this.#states.set(path, state);
  }
}

interface Kept {
  readonly before: Manuscript | undefined;
  readonly edits: readonly Edit[];
  readonly mended: number;
}

interface Trial {
  readonly trial: readonly Proposal[];
  /** The files concerned, without and with the fixes, in the same order. */
  readonly before: readonly Manuscript[];
  readonly after: readonly Manuscript[];
  /** The edits of these fixes and of those of the round that hold, by file. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** What is found with them. */
  readonly found: readonly Diagnostic[];
}
