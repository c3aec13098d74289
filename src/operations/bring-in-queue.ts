/**
 * The words that nobody knows, for a person to answer (`--queue`): a table for spreadsheets, a row for each word and question, the
 * most frequent first. What stands in the file already stays as it is, to the letter.
 */
import type { StatedLabel } from '../model/importer.ts';
import type { Taxonomy } from '../model/taxonomy.ts';
import { suggest } from '../model/term-lookup.ts';
import { csvRecord, guardCell } from '../text/csv-cells.ts';
import { detached } from '../text/detached.ts';
import { queueColumns, questionKey, readQueue, type ReadQueue } from './bring-in-map.ts';

/** Words under one question, and how often they were there. */
export interface AskedWords {
  /** The facet’s name, or what the source calls the question. */
  readonly heading: string;
  readonly value: string;
  readonly count: number;
  /** Where they stood first: source and title. */
  readonly example: string;
}

/** Words with the answer of somebody, as it stands in the column. */
export interface AnsweredWords extends AskedWords {
  readonly answer: string;
}

type QueuedWords = AskedWords & Partial<AnsweredWords>;

export class WordQueue {
  readonly #taxonomy: Taxonomy;
  readonly #words = new Map<string, { heading: string; value: string; count: number; example: string }>();

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy;
  }

  add({ heading, value }: Pick<StatedLabel, 'heading' | 'value'>, example: () => string): void {
    if (value.trim() === '') return;
    const key = questionKey(heading, value, this.#taxonomy);
    const known = this.#words.get(key);
    if (known !== undefined) known.count += 1;
    else
      this.#words.set(key, {
        heading: detached(heading),
        value: detached(value),
        count: 1,
        example: detached(example()),
      });
  }

  /** The most frequent first. */
  words(): AskedWords[] {
    return [...this.#words.values()].toSorted((a, b) => b.count - a.count);
  }
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The queue as it is to be written; undefined where nothing is to be added. `existing` is the file as it stands: its rows, answers,
 * columns and separators stay. Throws PressError when that is no queue.
 */
export function queueText(
  words: readonly QueuedWords[],
  taxonomy: Taxonomy,
  existing: { readonly name: string; readonly text: string } | undefined,
): string | undefined {
  if (existing === undefined || existing.text.trim() === '') {
    if (words.length === 0) return undefined;
    const rows = words.map((each) =>
      csvRecord(
        queueColumns.map((column) => cellsOf(each, taxonomy)[column]),
        guarded,
      ),
    );
    return `${BYTE_ORDER_MARK}${csvRecord(queueColumns, guarded)}${rows.join('')}`;
  }
  const queue = readQueue(existing.name, existing.text);
  const keyOf = ({ heading, value }: Pick<QueuedWords, 'heading' | 'value'>): string =>
    questionKey(heading, value, taxonomy);
  const known = new Set(queue.rows.map(keyOf));
  const answered = new Set(queue.rows.filter(({ answer }) => answer !== '').map(keyOf));
  // An answer from the terminal goes below the row that waits for one.
  const fresh = words.filter((each) => !(each.answer === undefined ? known : answered).has(keyOf(each)));
  if (fresh.length === 0) return undefined;
  const lines = fresh.map((each) => rowFor(each, { queue, taxonomy, separator: separatorOf(existing.text) }));
  return `${existing.text}${/[\r\n]$/.test(existing.text) ? '' : '\r\n'}${lines.join('')}`;
}

const guarded = { rawCells: false };

function cellsOf(
  { heading, value, count, example, answer = '' }: QueuedWords,
  taxonomy: Taxonomy,
): Record<(typeof queueColumns)[number], string> {
  const nearest = suggest(taxonomy, value, taxonomy.facets.has(heading) ? heading : undefined);
  return { value, heading, count: String(count), nearest: nearest.join('; '), example, answer };
}

/** A row in the columns that the file has by now. */
function rowFor(
  words: AskedWords,
  {
    queue,
    taxonomy,
    separator,
  }: { readonly queue: ReadQueue; readonly taxonomy: Taxonomy; readonly separator: string },
): string {
  const cells = new Map<string, string>(Object.entries(cellsOf(words, taxonomy)));
  const row = queue.names.map((name) => cells.get(name) ?? '');
  if (separator === ',') return csvRecord(row, guarded);
  return `${row.map((cell) => quotedCell(guardCell(cell))).join(separator)}\r\n`;
}

function quotedCell(cell: string): string {
  return /[";,\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Spreadsheets of countries with a decimal comma save with semicolons. */
function separatorOf(text: string): string {
  const whole = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const told = /^sep=([^\r\n])/.exec(whole)?.[1];
  const [heading = ''] = whole.trimStart().split(/[\r\n]/, 1);
  return told ?? [',', ';', '\t'].find((sign) => heading.split(sign).length >= queueColumns.length - 3) ?? ',';
}
