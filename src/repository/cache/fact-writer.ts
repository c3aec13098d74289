/** Writes facts into columns. */
import type { Learned, Verdict } from '../../model/archive-memory.ts';
import type { ComparisonKeys } from '../../model/comparison-keys.ts';
import type { CustomCounts } from '../../model/file-customs.ts';
import type { FileFacts, ReleaseFacts } from '../../model/file-facts.ts';
import { flags, type FactColumns } from './fact-columns.ts';
import { bytes, floats, wholes } from './growing-column.ts';
import { ListWriter } from './list-columns.ts';
import { TextWriter, WordWriter } from './text-table.ts';

/** What a file is compared by, besides its facts. */
export interface Comparable {
  readonly keys: ComparisonKeys;
  readonly customs: CustomCounts;
}

const NONE: readonly never[] = [];

export class FactWriter {
  readonly #words;
  readonly #texts;
  readonly #terms;
  readonly #flags;
  readonly #verdicts;
  readonly #publicFrom;
  readonly #fields;
  readonly #lists;

  /** Goes on after the records that are known. */
  constructor(known?: FactColumns) {
    this.#words = new WordWriter(known?.words);
    this.#texts = new TextWriter(known?.texts);
    this.#terms = new TermWriter(this.#words, known);
    this.#flags = bytes(known?.flags);
    this.#verdicts = bytes(known?.verdicts);
    this.#publicFrom = floats(known?.publicFrom);
    this.#fields = wholes(known?.fields);
    this.#lists = {
      aliases: new ListWriter(known?.aliases),
      related: new ListWriter(known?.related),
      attachments: new ListWriter(known?.attachments),
      links: new ListWriter(known?.links),
      places: new ListWriter(known?.places),
      terms: new ListWriter(known?.terms),
      hasKeys: new ListWriter(known?.hasKeys),
      namesKeys: new ListWriter(known?.namesKeys),
    };
  }

  get count(): number {
    return this.#flags.length;
  }

  /** Returns the number of the record. */
  add({ facts, verdict = 0 }: Learned, { keys, customs }: Comparable): number {
    const { release } = facts;
    this.#flags.push(flagsOf(facts, customs));
    this.#verdicts.push(verdict);
    this.#publicFrom.push(release?.publicFrom ?? 0);
    for (const number of this.#fieldsOf(facts)) this.#fields.push(number);
    this.#addList('aliases', facts.aliases, this.#texts);
    this.#addList('related', facts.related, this.#texts);
    this.#addList('attachments', facts.attachments, this.#texts);
    this.#addList('links', facts.links, this.#texts);
    this.#addList('places', release?.places ?? NONE, this.#words);
    this.#lists.terms.add(release === undefined ? NONE : this.#terms.numbersOf(release));
    this.#lists.hasKeys.add(keys.has);
    this.#lists.namesKeys.add(keys.names);
    return this.count - 1;
  }

  #addList(
    name: 'aliases' | 'related' | 'attachments' | 'links' | 'places',
    texts: readonly string[],
    to: TextWriter,
  ): void {
    this.#lists[name].add(texts.length === 0 ? NONE : texts.map((text) => to.add(text)));
  }

  setVerdict(record: number, verdict: Verdict): void {
    this.#verdicts.set(record, verdict);
  }

  forgetVerdicts(): void {
    this.#verdicts.numbers.fill(0);
  }

  /** Notes of which records comparing has something to say. */
  setNoisy(records: Iterable<number>): void {
    const all = this.#flags.numbers;
    for (const [record, known] of all.entries()) all[record] = known & ~flags.isNoisy;
    for (const record of records) this.#flags.set(record, this.#flags.at(record) | flags.isNoisy);
  }

  verdictOf(record: number): number {
    return this.#verdicts.at(record);
  }

  /** In the order of `field`. */
  #fieldsOf({ id, lang, date, status, address, original, release }: FileFacts): number[] {
    const addressNumber = this.#texts.add(address);
    const permalink = release?.permalink;
    return [
      this.#texts.add(id),
      this.#words.add(lang),
      this.#words.add(date),
      this.#words.add(status),
      addressNumber,
      this.#texts.add(original?.id),
      this.#texts.add(original?.digest),
      this.#words.add(release?.lang),
      permalink === address ? addressNumber : this.#texts.add(permalink),
    ];
  }

  get columns(): FactColumns {
    return {
      words: this.#words.columns,
      texts: this.#texts.columns,
      ...this.#terms.columns,
      flags: this.#flags.numbers,
      verdicts: this.#verdicts.numbers,
      publicFrom: this.#publicFrom.numbers,
      fields: this.#fields.numbers,
      aliases: this.#lists.aliases.columns,
      related: this.#lists.related.columns,
      attachments: this.#lists.attachments.columns,
      links: this.#lists.links.columns,
      places: this.#lists.places.columns,
      terms: this.#lists.terms.columns,
      hasKeys: this.#lists.hasKeys.columns,
      namesKeys: this.#lists.namesKeys.columns,
    };
  }
}

function flagsOf({ isReadable, release }: FileFacts, { inYears, dated }: CustomCounts): number {
  const ofText = (isReadable ? flags.isReadable : 0) | (release === undefined ? 0 : flags.isRelease);
  return ofText | (inYears > 0 ? flags.isInYear : 0) | (dated > 0 ? flags.isDated : 0);
}

/** A number for each term that any file has. */
class TermWriter {
  readonly #words: WordWriter;
  readonly #properties;
  readonly #ids;
  readonly #numbers = new Map<number, Map<number, number>>();

  constructor(words: WordWriter, known: Pick<FactColumns, 'termProperties' | 'termIds'> | undefined) {
    this.#words = words;
    this.#properties = wholes();
    this.#ids = wholes();
    for (const [index, property] of (known?.termProperties ?? []).entries())
      this.#numberOf(property, known?.termIds[index] ?? 0);
  }

  *numbersOf({ terms }: ReleaseFacts): Generator<number> {
    for (const [property, ids] of terms) {
      const key = this.#words.add(property);
      for (const id of ids) yield this.#numberOf(key, this.#words.add(id));
    }
  }

  #numberOf(property: number, id: number): number {
    const ids = this.#numbers.get(property) ?? new Map<number, number>();
    this.#numbers.set(property, ids);
    const known = ids.get(id);
    if (known !== undefined) return known;
    const number = this.#ids.length;
    this.#properties.push(property);
    this.#ids.push(id);
    ids.set(id, number);
    return number;
  }

  get columns(): Pick<FactColumns, 'termProperties' | 'termIds'> {
    return { termProperties: this.#properties.numbers, termIds: this.#ids.numbers };
  }
}
