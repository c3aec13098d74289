/** What people have answered about words that the vocabulary does not know (`--map`): read, judged, and asked by the reconciliation. */
import { brokenTable } from '../model/broken-table.ts';
import { didYouMean, PressError } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import type { Facet, Taxonomy, Term } from '../model/taxonomy.ts';
import { lookUp, suggest } from '../model/term-lookup.ts';
import { unguardCell } from '../text/csv-cells.ts';
import { splitList } from '../text/csv-lists.ts';
import { tableRows, type TableRow } from '../text/csv-table.ts';
import { fold } from '../text/fold.ts';
import { answerTerms } from './answer-terms.ts';
import { facetOfHeading } from './bring-in-questions.ts';

/** The columns of a queue, and of a map: the same file. */
export const queueColumns = ['value', 'heading', 'count', 'nearest', 'example', 'answer'] as const;

export interface MapAnswer {
  /** None where the words are to be left out. */
  readonly terms: readonly Term[];
  /** «queue.csv, line 7». */
  readonly origin: string;
}

/** A row that no source had words for. */
export interface UnusedAnswer {
  readonly origin: string;
  readonly heading: string;
  readonly value: string;
}

interface Row extends UnusedAnswer {
  readonly answer: string;
}

interface Known extends Row, MapAnswer {
  isUsed: boolean;
}

/** The answers of people, by the question and the words. */
export class TermAnswers {
  readonly #taxonomy: Taxonomy;
  readonly #answers = new Map<string, Known>();

  constructor(taxonomy: Taxonomy) {
    this.#taxonomy = taxonomy;
  }

  /** What is meant by words under a heading; undefined where nobody has said. */
  find(heading: string, value: string): MapAnswer | undefined {
    if (this.#answers.size === 0) return undefined;
    const answer = this.#answers.get(questionKey(heading, value, this.#taxonomy));
    if (answer !== undefined) answer.isUsed = true;
    return answer;
  }

  /** The answers that no words asked for. */
  unused(): UnusedAnswer[] {
    return [...this.#answers.values()].filter(({ isUsed }) => !isUsed);
  }

  /** Takes an answer; returns what is wrong with it. */
  add(row: Row): PressError | undefined {
    const key = questionKey(row.heading, row.value, this.#taxonomy);
    const known = this.#answers.get(key);
    if (known !== undefined && known.answer !== row.answer) return twice(known, row);
    try {
      this.#answers.set(key, { ...row, terms: this.#termsOf(row), isUsed: false });
      return undefined;
    } catch (error) {
      if (error instanceof PressError) return error;
      throw error;
    }
  }

  /** Throws PressError for a word that is no term. */
  #termsOf({ heading, answer }: Row): Term[] {
    if (isLeftOut(answer)) return [];
    const facet = facetOfHeading(heading, this.#taxonomy);
    const words = splitList(answer).map((word) => word.trim());
    const terms = words.filter((word) => word !== '').map((word) => theTerm(word, facet, this.#taxonomy));
    const [first, another] = terms.filter((term) => term.facet === facet?.name);
    if (facet?.multiple !== false || first === undefined || another === undefined) return terms;
    throw new PressError('usage', `A release has one ${facet.name}, and ${quoted(answer)} are several.`);
  }
}

/** `-` and `drop`: the words are known, and have no place here. */
function isLeftOut(answer: string): boolean {
  return answer === '-' || answer.toLowerCase() === 'drop';
}

const QUALIFIED = /^([a-z][a-z0-9-]*)\/(.+)$/;

/** The term that a word means: of its own facet when it says one, else of the question’s, else of the only one that knows it. */
function theTerm(word: string, asked: Facet | undefined, taxonomy: Taxonomy): Term {
  const [, name = '', id = ''] = QUALIFIED.exec(word) ?? [];
  const named = taxonomy.facets.get(name);
  const facet = named ?? asked ?? onlyFacetOf(word, taxonomy);
  const [only] = answerTerms(taxonomy, { facet, words: [named === undefined ? word : id], day: undefined });
  const term = facet.terms.get(only ?? '');
  if (term === undefined) throw new Error('An answer has no term');
  return term;
}

function onlyFacetOf(word: string, taxonomy: Taxonomy): Facet {
  const facets = [...taxonomy.facets.values()].filter(({ name }) => lookUp(taxonomy, word, name).length > 0);
  const [facet, another] = facets;
  if (facet !== undefined && another === undefined) return facet;
  const names = (facet === undefined ? [...taxonomy.facets.values()] : facets).map(({ name }) => name);
  const message = facet === undefined ? 'is no term of the vocabulary' : `is a term of ${names.join(' and ')}`;
  const nearby = facet === undefined ? nearestAnywhere(word, taxonomy) : [];
  throw new PressError('unknown-term', `${quoted(word)} ${message}.`, {
    hint:
      didYouMean(nearby) ??
      `Write the question before it, as in ${names[0] ?? 'field'}/${facet === undefined ? 'ID' : word}.`,
  });
}

/** The terms of all questions that a slip may have meant. */
function nearestAnywhere(word: string, taxonomy: Taxonomy): string[] {
  return [...taxonomy.facets.values()]
    .flatMap(({ name }) =>
      suggest(taxonomy, word, name)
        .slice(0, 1)
        .map((id) => `${name}/${id}`),
    )
    .slice(0, 3);
}

/** One question of the vocabulary is the same whatever a source calls it. */
export function questionKey(heading: string, value: string, taxonomy: Taxonomy): string {
  return `${facetOfHeading(heading, taxonomy)?.name ?? fold(heading)}\n${fold(value) || value}`;
}

function twice(known: Row, row: Row): PressError {
  return new PressError(
    'usage',
    `${quoted(row.value)} is answered by ${quoted(row.answer)}, and elsewhere otherwise.`,
    {
      hint: `${known.origin} says ${quoted(known.answer)}.`,
    },
  );
}

/** Reads the answers of a file. Throws PressError naming every row that cannot be taken. */
export function readAnswers(name: string, text: string, answers: TermAnswers): void {
  const { rows } = readQueue(name, text);
  const faults = rows.flatMap((row) => {
    const fault = row.answer === '' ? undefined : answers.add(row);
    return fault === undefined
      ? []
      : [`${row.origin}: ${fault.message}${fault.hint === undefined ? '' : ` ${fault.hint}`}`];
  });
  const [first] = faults;
  if (first === undefined) return;
  const count = faults.length === 1 ? 'An answer' : `${faults.length} answers`;
  throw new PressError('unknown-term', `${count} in «${name}» cannot be taken. Nothing was written.`, {
    hint: [...faults.slice(0, SHOWN), ...(faults.length > SHOWN ? [`and ${faults.length - SHOWN} more`] : [])].join(
      '\n',
    ),
  });
}

const SHOWN = 10;

/** A queue as somebody has it by now. */
export interface ReadQueue {
  readonly names: readonly string[];
  readonly rows: readonly Row[];
}

/** Throws PressError for a file that is no queue. */
export function readQueue(name: string, text: string): ReadQueue {
  const table = tableRows(text);
  if ('kind' in table) throw brokenTable(name, table);
  const [heading, ...rows] = table;
  const names = heading?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const lacking = (['value', 'heading', 'answer'] as const).find((column) => !names.includes(column));
  if (lacking === undefined) return { names, rows: rows.map((row) => rowOf(row, names, name)) };
  throw new PressError('usage', `«${name}» is no list of unknown words: it has no column «${lacking}».`, {
    hint: '--queue FILE makes one; fill in its last column, and give it to --map. Nothing was written.',
  });
}

function rowOf({ cells, line }: TableRow, names: readonly string[], file: string): Row {
  const cell = (column: string): string => unguardCell(cells[names.indexOf(column)] ?? '').trim();
  return { value: cell('value'), heading: cell('heading'), answer: cell('answer'), origin: `${file}, line ${line}` };
}
