/** The memory of the releases in a folder of the disk, kept in `.press/cache/archive`. */
import {
  verdicts,
  type ArchiveMemory,
  type Judging,
  type Learned,
  type RememberedComparison,
  type SurveyedFile,
  type Verdict,
} from '../../model/archive-memory.ts';
import type { FileFacts } from '../../model/file-facts.ts';
import type { Manuscript } from '../../model/manuscript.ts';
import type { Settings } from '../../model/settings.ts';
import type { FoundFile } from '../find-releases.ts';
import { ComparedRows } from './compared-rows.ts';
import { Draft } from './draft.ts';
import { FactReader } from './fact-reader.ts';
import { FactWriter } from './fact-writer.ts';
import { FileTable, noRecord } from './file-table.ts';
import { packMemory, unpackMemory, type MemoryContent, type MemoryKeys } from './memory-file.ts';
import { openMemory, writeMemory } from './memory-place.ts';
import { Survey, type Met, type SurveyPlan } from './survey.ts';

export interface MemoryPlan {
  readonly root: string;
  /** The folder of releases, from the root. */
  readonly folder: string;
  /** Everything that facts depend on besides the file; undefined = nobody can be sure, so nothing is kept. Asked for where it is needed: it takes cryptography. */
  readonly factsKey: () => string | undefined;
  /** What verdicts depend on in addition; undefined for a run that judges nothing. */
  readonly judging: Judging | undefined;
  /** Decide by what files are compared. */
  readonly settings: Settings;
  readonly read: (found: FoundFile) => Manuscript;
  /** What tells a file from another, where it is not what the disk says of it. The facts key says so, too. */
  readonly stampOf?: SurveyPlan['stampOf'];
  /** How many files are worth a memory. Fewer are read in no time, and whoever has so few need not have a file about them. */
  readonly fewest?: number;
  /** How long ago, in milliseconds, a file must have changed. The clock of a disk may be coarse: FAT counts in steps of two seconds. */
  readonly settledAfter?: number;
  /** In milliseconds. */
  readonly clock?: () => number;
}

const usual = { fewest: 500, settledAfter: 2_000, clock: Date.now };
// Records that no file has any more stay until they are the greater part.
const SPARE_RECORDS = 1_000;

interface Known {
  readonly content: MemoryContent;
  readonly files: FileTable;
  readonly facts: FactReader;
  readonly hasVerdicts: boolean;
  readonly close: () => void;
}

export class FolderMemory implements ArchiveMemory {
  readonly #plan: MemoryPlan & typeof usual;
  #known: Known | undefined;
  #survey: Survey | undefined;
  #draft: Draft | undefined;
  #begun = 0;
  #compared: RememberedComparison | undefined;

  constructor(plan: MemoryPlan) {
    this.#plan = { ...usual, ...plan };
  }

  survey(): Iterable<SurveyedFile> {
    this.#known?.close();
    this.#known = open(this.#plan);
    this.#begun = this.#plan.clock();
    this.#survey = new Survey(this.#plan.root, this.#plan.folder, {
      known: this.#known?.files,
      stampOf: this.#plan.stampOf,
    });
    this.#draft = this.#draftOf(this.#survey);
    this.#compared = undefined;
    const survey = this.#survey;
    return { [Symbol.iterator]: () => survey.files() };
  }

  #draftOf({ table }: Survey): Draft {
    const known = this.#known;
    const { judging, settings, settledAfter } = this.#plan;
    return new Draft({
      table,
      known: known?.facts.columns,
      forgetsVerdicts: known?.hasVerdicts === false && judging !== undefined,
      settings,
      settledUntil: this.#begun - settledAfter,
    });
  }

  unsettled(): Iterable<SurveyedFile> {
    return this.#survey?.files((row) => this.verdict(row) === verdicts.clean) ?? [];
  }

  read({ path, kind = 'release' }: SurveyedFile & Partial<Met>): Manuscript {
    return this.#plan.read({ path, kind });
  }

  facts(row: number, path?: string): FileFacts {
    const known = this.#known;
    if (known === undefined) throw new Error('A row without a memory');
    return known.facts.facts(known.files.recordOf(row), () => path ?? known.files.pathOf(row));
  }

  verdict(row: number): Verdict {
    const known = this.#known;
    if (known === undefined || !known.hasVerdicts) return verdicts.unknown;
    return verdictOf(known.facts.columns.verdicts[known.files.recordOf(row)]);
  }

  /** Whether the last survey met exactly the files of the memory, all unchanged. */
  get isWhole(): boolean {
    const survey = this.#survey;
    if (survey === undefined || survey.hasOddities) return false;
    return survey.table.kept === survey.table.rowCount && survey.table.kept === this.#known?.files.rowCount;
  }

  get compared(): RememberedComparison | undefined {
    const [known, survey] = [this.#known, this.#survey];
    if (survey === undefined || survey.hasOddities || known?.hasVerdicts !== true) return undefined;
    if (!known.content.about.isCompared) return undefined;
    this.#compared ??= this.#comparedIn(known, survey);
    return this.#compared;
  }

  /** Undefined where something has changed of which nobody knows what it was. */
  #comparedIn(known: Known, { table }: Survey): RememberedComparison | undefined {
    const { files } = known;
    const rows = new ComparedRows(files, () => (this.#known ?? known).facts, table.keptRows(files.rowCount));
    return rows.changed.every((row) => files.recordOf(row) !== noRecord) ? rows : undefined;
  }

  get fileCount(): number {
    return this.#survey?.table.rowCount ?? 0;
  }

  get isLearning(): boolean {
    return this.#known !== undefined || this.fileCount >= this.#plan.fewest;
  }

  learn({ row, slot = -1 }: SurveyedFile & Partial<Met>, learned: Learned): void {
    if (slot >= 0) this.#draft?.learn({ slot, learned, isKnown: row !== undefined });
  }

  save(noisy?: ReadonlySet<string>): void {
    const [survey, draft] = [this.#survey, this.#draft];
    if (survey === undefined || draft === undefined || !survey.isDone) return;
    const isCompared = noisy === undefined ? this.#staysCompared : !survey.hasOddities;
    const isNews = this.#known !== undefined && noisy !== undefined && isCompared && this.compared === undefined;
    const factsKey = isNews || this.#isWorthIt(survey, draft) ? this.#plan.factsKey() : undefined;
    if (factsKey === undefined) return;
    const { rules, judgedAt } = this.#judgingThatStays();
    const { writer } = draft;
    if (noisy !== undefined) writer.setNoisy(recordsOf(survey, noisy));
    this.#leaveFile(writer);
    this.#survey = undefined;
    writeMemory(this.#plan.root, (diskClock) => {
      const files = survey.table.columns(this.#trusted(survey, diskClock));
      const facts = compacted(files.records, writer).columns;
      return packMemory({ about: { facts: factsKey, rules, judgedAt, isCompared }, files, facts });
    });
  }

  /** A file that is open cannot be replaced everywhere. The rows still have their facts: the writer went on after them. */
  #leaveFile(writer: FactWriter): void {
    const known = this.#known;
    if (known === undefined) return;
    known.close();
    this.#known = { ...known, facts: new FactReader(writer.columns), close: () => undefined };
  }

  #judgingThatStays(): Pick<MemoryKeys, 'rules' | 'judgedAt'> {
    const { judging } = this.#plan;
    if (judging !== undefined) return { rules: judging.rules, judgedAt: judging.now };
    const { rules, judgedAt } = this.#known?.content.about ?? {};
    return { rules, judgedAt };
  }

  /** A run that judges nothing leaves what was known of the same files. */
  get #staysCompared(): boolean {
    return this.#plan.judging === undefined && this.isWhole && this.#known?.content.about.isCompared === true;
  }

  #isWorthIt({ table }: Survey, draft: Draft): boolean {
    const known = this.#known;
    if (known === undefined) return draft.news > 0 && table.rowCount >= this.#plan.fewest;
    return draft.isMuch(Math.max(draft.news, known.files.rowCount - table.kept));
  }

  /**
   * A file that changed at about the time at which it was read may change again without looking any different, and one that will change in the future
   * says that a clock is wrong. The disk of another computer has a clock of its own.
   */
  #trusted({ table }: Survey, diskClock: number): (slot: number) => boolean {
    const behind = Math.min(0, diskClock - this.#plan.clock());
    const until = this.#begun + behind - this.#plan.settledAfter;
    return (slot) => table.changedAt(slot) < until;
  }
}

/** The records that the files have, without the others where those are the greater part; `records` follow. */
function compacted(records: Uint32Array, writer: FactWriter): FactWriter {
  if (writer.count <= 2 * records.length + SPARE_RECORDS) return writer;
  const reader = new FactReader(writer.columns);
  const compact = new FactWriter();
  for (const [row, record] of records.entries()) {
    const verdict = verdictOf(writer.verdictOf(record));
    const comparable = { keys: reader.keys(record), customs: reader.customs(record) };
    if (record !== noRecord) records[row] = compact.add({ facts: reader.facts(record, () => ''), verdict }, comparable);
  }
  return compact;
}

function open({ root, factsKey, judging }: MemoryPlan): Known | undefined {
  return openMemory(root, (sections) => {
    const key = factsKey();
    const content = key === undefined ? undefined : unpackMemory(sections, key);
    if (content === undefined) return undefined;
    const hasVerdicts = judging !== undefined && holdsFor(content.about, judging);
    const close = (): void => sections.close();
    return { content, files: new FileTable(content.files), facts: new FactReader(content.facts), hasVerdicts, close };
  });
}

function* recordsOf({ table }: Survey, paths: ReadonlySet<string>): Generator<number> {
  for (const slot of table.slotsOf(paths)) {
    const record = table.recordOf(slot);
    if (record !== noRecord) yield record;
  }
}

function holdsFor({ rules, judgedAt = Infinity }: MemoryKeys, judging: Judging): boolean {
  return rules === judging.rules && judgedAt <= judging.now;
}

function verdictOf(number: number | undefined): Verdict {
  return number === verdicts.clean || number === verdicts.found ? number : verdicts.unknown;
}
