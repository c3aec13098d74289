/**
 * What a run has learned, on its way into the next memory. As long as it is little it lies here and costs nothing: reading a few files again costs less than
 * writing everything down.
 */
import type { Learned } from '../../model/archive-memory.ts';
import { comparisonKeys } from '../../model/comparison-keys.ts';
import { customsOf } from '../../model/file-customs.ts';
import type { FileFacts } from '../../model/file-facts.ts';
import type { Settings } from '../../model/settings.ts';
import type { FactColumns } from './fact-columns.ts';
import { FactWriter } from './fact-writer.ts';
import { isRememberable } from './rememberable.ts';
import type { SurveyTable } from './survey-table.ts';

// Of so many files one.
const WORTH_WRITING = 1 / 1024;

export interface DraftPlan {
  readonly table: SurveyTable;
  /** What is known already; its verdicts are none where they were found by other rules. */
  readonly known: FactColumns | undefined;
  readonly forgetsVerdicts: boolean;
  /** Decide by what files are compared. */
  readonly settings: Settings;
  /** Files that changed after this moment, in epoch milliseconds, are read again in any case. */
  readonly settledUntil: number;
}

interface Lesson {
  readonly slot: number;
  readonly learned: Learned;
  /** Whether the file is the one that is known, so that its facts are the same. */
  readonly isKnown: boolean;
}

export class Draft {
  readonly #plan: DraftPlan;
  #lessons: Lesson[] = [];
  #writer: FactWriter | undefined;
  /** How many files the next run need not look at if this is written. */
  news = 0;

  constructor(plan: DraftPlan) {
    this.#plan = plan;
  }

  learn(lesson: Lesson): void {
    if (this.#isNews(lesson)) this.news += 1;
    if (this.#writer === undefined && this.#plan.known !== undefined && !this.isMuch(this.#lessons.length + 1))
      this.#lessons.push(lesson);
    else this.#write(lesson);
  }

  isMuch(files: number): boolean {
    return files > WORTH_WRITING * this.#plan.table.rowCount;
  }

  /** Everything that is known now. */
  get writer(): FactWriter {
    const writer = (this.#writer ??= this.#startWriter());
    for (const lesson of this.#lessons.splice(0)) this.#write(lesson);
    return writer;
  }

  #isNews({ slot, learned, isKnown }: Lesson): boolean {
    if (isKnown) return learned.verdict !== undefined && learned.verdict !== this.#knownVerdict(slot);
    return isRememberable(learned.facts) && this.#plan.table.changedAt(slot) < this.#plan.settledUntil;
  }

  #knownVerdict(slot: number): number | undefined {
    const { table, known, forgetsVerdicts } = this.#plan;
    return forgetsVerdicts ? 0 : known?.verdicts[table.recordOf(slot)];
  }

  #write({ slot, learned, isKnown }: Lesson): void {
    const { table } = this.#plan;
    const { writer } = this;
    if (isKnown) {
      if (learned.verdict !== undefined) writer.setVerdict(table.recordOf(slot), learned.verdict);
      return;
    }
    const { facts } = learned;
    const comparable = { keys: comparisonKeys(facts, this.#plan.settings), customs: customsOf(facts.path) };
    const isKept = isRememberable(facts);
    table.setRecord(slot, writer.add(isKept ? learned : { ...learned, facts: nothingKnownOf(facts) }, comparable));
    if (!isKept) table.distrust(slot);
  }

  #startWriter(): FactWriter {
    const { known, forgetsVerdicts } = this.#plan;
    const writer = new FactWriter(known);
    if (forgetsVerdicts) writer.forgetVerdicts();
    return writer;
  }
}

/** In the place of facts that are not kept. */
function nothingKnownOf({ path }: FileFacts): FileFacts {
  const facts = { path, isReadable: false, id: undefined, lang: undefined, date: undefined, status: undefined };
  const lists = { aliases: [], related: [], attachments: [], links: [] };
  return { ...facts, ...lists, address: undefined, original: undefined, release: undefined };
}
