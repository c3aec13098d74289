/** The memory of the releases in a folder of the disk, kept in `.press/cache/archive`. */
import { isDeepStrictEqual } from 'node:util';
import {
  verdicts,
  type ArchiveMemory,
  type Judging,
  type Learned,
  type SurveyedFile,
  type Verdict,
} from '../../model/archive-memory.ts';
import type { ComparedFacts, FileFacts } from '../../model/file-facts.ts';
import type { Manuscript } from '../../model/manuscript.ts';
import type { FoundFile } from '../find-releases.ts';
import { FactReader } from './fact-reader.ts';
import { FactWriter } from './fact-writer.ts';
import { FileTable, noRecord } from './file-table.ts';
import { packMemory, unpackMemory, type MemoryContent, type MemoryKeys } from './memory-file.ts';
import { isEmptyAt } from './list-columns.ts';
import { openMemory, writeMemory } from './memory-place.ts';
import { isRememberable } from './rememberable.ts';
import { Survey, type Met, type SurveyPlan } from './survey.ts';

export interface MemoryPlan {
  readonly root: string;
  /** The folder of releases, from the root. */
  readonly folder: string;
  /** Everything that facts depend on besides the file; undefined = nobody can be sure, so nothing is kept. Asked for where it is needed: it takes cryptography. */
  readonly factsKey: () => string | undefined;
  /** What verdicts depend on in addition; undefined for a run that judges nothing. */
  readonly judging: Judging | undefined;
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
  #writer: FactWriter | undefined;
  #begun = 0;
  #hasNews = false;

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
    this.#writer = undefined;
    this.#hasNews = false;
    return this.#survey.files();
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

  get verdictOfAll(): Verdict {
    const known = this.#known;
    const isOfAsMany = this.#survey?.hasOddities === false && this.fileCount === known?.files.rowCount;
    return known?.hasVerdicts && isOfAsMany ? verdictOf(known.content.about.verdictOfAll) : verdicts.unknown;
  }

  isAsBefore({ path, before = -1 }: SurveyedFile & Partial<Met>, facts: ComparedFacts): boolean {
    const record = this.#known?.files.recordOf(before) ?? noRecord;
    return record !== noRecord && isDeepStrictEqual(facts, comparedOnly(this.facts(before, path)));
  }

  get fileCount(): number {
    return this.#survey?.table.rowCount ?? 0;
  }

  get isSpotless(): boolean {
    const known = this.#known;
    if (known === undefined || !this.isWhole || this.verdictOfAll !== verdicts.clean) return false;
    for (let row = 0; row < known.files.rowCount; row += 1) if (this.verdict(row) !== verdicts.clean) return false;
    return true;
  }

  *pointing(): Generator<number> {
    const known = this.#known;
    if (known === undefined) return;
    const { attachments, links } = known.facts.columns;
    if (attachments.items.length + links.items.length === 0) return;
    for (let row = 0; row < known.files.rowCount; row += 1) {
      const record = known.files.recordOf(row);
      if (record !== noRecord && !(isEmptyAt(attachments, record) && isEmptyAt(links, record))) yield row;
    }
  }

  get isLearning(): boolean {
    return this.#known !== undefined || this.fileCount >= this.#plan.fewest;
  }

  *digested(): Generator<string> {
    const known = this.#known;
    if (known === undefined) return;
    const { columns } = known.facts;
    for (let record = 0; record < columns.flags.length; record += 1) {
      if (known.facts.numberIn(record, 'originalDigest') !== 0) yield known.facts.text(record, 'originalId') ?? '';
    }
  }

  learn({ row, slot = -1 }: SurveyedFile & Partial<Met>, learned: Learned): void {
    const table = this.#survey?.table;
    if (table === undefined || slot < 0) return;
    this.#writer ??= this.#startWriter();
    if (row !== undefined) return this.#judgeAgain(slot, learned);
    const isKept = isRememberable(learned.facts);
    table.setRecord(slot, isKept ? this.#writer.add(learned) : noRecord);
    if (isKept && table.changedAt(slot) < this.#begun - this.#plan.settledAfter) this.#hasNews = true;
  }

  /** The file is the same, so its facts are. */
  #judgeAgain(slot: number, { verdict }: Learned): void {
    const record = this.#survey?.table.recordOf(slot) ?? noRecord;
    if (verdict === undefined || this.#writer === undefined || this.#writer.verdictOf(record) === verdict) return;
    this.#writer.setVerdict(record, verdict);
    this.#hasNews = true;
  }

  save(verdictOfAll?: Verdict): void {
    const survey = this.#survey;
    if (survey === undefined || !survey.isDone) return;
    const ofAll = verdictOfAll ?? this.#verdictThatStays();
    const factsKey = this.#isWorthIt(survey, ofAll) ? this.#plan.factsKey() : undefined;
    if (factsKey === undefined) return;
    const { rules, judgedAt } = this.#judgingThatStays();
    const writer = (this.#writer ??= this.#startWriter());
    this.#leaveFile(writer);
    this.#survey = undefined;
    writeMemory(this.#plan.root, (diskClock) => {
      const files = survey.table.columns(this.#trusted(survey, diskClock));
      const facts = compacted(files.records, writer).columns;
      return packMemory({ about: { facts: factsKey, rules, judgedAt, verdictOfAll: ofAll }, files, facts });
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
  #verdictThatStays(): Verdict {
    return this.#plan.judging === undefined && this.isWhole
      ? verdictOf(this.#known?.content.about.verdictOfAll)
      : verdicts.unknown;
  }

  #isWorthIt({ table }: Survey, verdictOfAll: Verdict): boolean {
    const known = this.#known;
    if (known === undefined) return this.#hasNews && table.rowCount >= this.#plan.fewest;
    const isGone = table.kept < known.files.rowCount;
    return this.#hasNews || isGone || known.content.about.verdictOfAll !== verdictOfAll;
  }

  /** Goes on from what is known; verdicts by other rules are none. */
  #startWriter(): FactWriter {
    const writer = new FactWriter(this.#known?.facts.columns);
    if (this.#known?.hasVerdicts === false && this.#plan.judging !== undefined) writer.forgetVerdicts();
    return writer;
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
    if (record !== noRecord) records[row] = compact.add({ facts: reader.facts(record, () => ''), verdict });
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

function comparedOnly(facts: FileFacts): ComparedFacts {
  const { path, isReadable, id, lang, date, status, address, aliases, related, original, attachments, links } = facts;
  return { path, isReadable, id, lang, date, status, address, aliases, related, original, attachments, links };
}

function holdsFor({ rules, judgedAt = Infinity }: MemoryKeys, judging: Judging): boolean {
  return rules === judging.rules && judgedAt <= judging.now;
}

function verdictOf(number: number | undefined): Verdict {
  return number === verdicts.clean || number === verdicts.found ? number : verdicts.unknown;
}
