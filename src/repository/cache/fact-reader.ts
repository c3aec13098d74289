/** Reads facts out of columns: each is made when it is asked for. */
import type { ComparisonKeys } from '../../model/comparison-keys.ts';
import type { CustomCounts } from '../../model/file-customs.ts';
import type { FileFacts, ReleaseFacts } from '../../model/file-facts.ts';
import { field, fieldsOfRecord, flags, type FactColumns } from './fact-columns.ts';
import { isEmptyAt, listAt, type ListColumns } from './list-columns.ts';
import { TextTable, WordTable } from './text-table.ts';

const NONE: readonly string[] = [];

export class FactReader {
  readonly columns: FactColumns;
  #words: WordTable | undefined;
  #texts: TextTable | undefined;

  constructor(columns: FactColumns) {
    this.columns = columns;
  }

  get words(): WordTable {
    return (this.#words ??= new WordTable(this.columns.words));
  }

  get texts(): TextTable {
    return (this.#texts ??= new TextTable(this.columns.texts));
  }

  hasFlag(record: number, flag: number): boolean {
    return ((this.columns.flags[record] ?? 0) & flag) !== 0;
  }

  numberIn(record: number, name: keyof typeof field): number {
    return this.columns.fields[record * fieldsOfRecord + field[name]] ?? 0;
  }

  word(record: number, name: keyof typeof field): string | undefined {
    return this.words.at(this.numberIn(record, name));
  }

  text(record: number, name: keyof typeof field): string | undefined {
    return this.texts.at(this.numberIn(record, name));
  }

  list(columns: ListColumns, record: number, table: TextTable): readonly string[] {
    if (isEmptyAt(columns, record)) return NONE;
    return Array.from(listAt(columns, record), (number) => table.at(number) ?? '');
  }

  keys(record: number): ComparisonKeys {
    const { hasKeys, namesKeys } = this.columns;
    return { has: [...listAt(hasKeys, record)], names: [...listAt(namesKeys, record)] };
  }

  customs(record: number): CustomCounts {
    const count = (flag: number): number => (this.hasFlag(record, flag) ? 1 : 0);
    return { files: 1, inYears: count(flags.isInYear), dated: count(flags.isDated) };
  }

  /** The facts of a record; `path` is where its file lies. */
  facts(record: number, path: () => string): FileFacts {
    return new RecordFacts(this, record, path);
  }
}

class RecordFacts implements FileFacts {
  readonly #reader: FactReader;
  readonly #record: number;
  readonly #path: () => string;

  constructor(reader: FactReader, record: number, path: () => string) {
    this.#reader = reader;
    this.#record = record;
    this.#path = path;
  }

  get path(): string {
    return this.#path();
  }

  get isReadable(): boolean {
    return this.#reader.hasFlag(this.#record, flags.isReadable);
  }

  get id(): string | undefined {
    return this.#reader.text(this.#record, 'id');
  }

  get lang(): string | undefined {
    return this.#reader.word(this.#record, 'lang');
  }

  get date(): string | undefined {
    return this.#reader.word(this.#record, 'date');
  }

  get status(): string | undefined {
    return this.#reader.word(this.#record, 'status');
  }

  get address(): string | undefined {
    return this.#reader.text(this.#record, 'address');
  }

  get aliases(): readonly string[] {
    return this.#listOf('aliases');
  }

  get related(): readonly string[] {
    return this.#listOf('related');
  }

  get attachments(): readonly string[] {
    return this.#listOf('attachments');
  }

  get links(): readonly string[] {
    return this.#listOf('links');
  }

  #listOf(name: 'aliases' | 'related' | 'attachments' | 'links'): readonly string[] {
    return this.#reader.list(this.#reader.columns[name], this.#record, this.#reader.texts);
  }

  get original(): FileFacts['original'] {
    const id = this.#reader.text(this.#record, 'originalId');
    const digest = this.#reader.text(this.#record, 'originalDigest');
    return id === undefined ? undefined : { id, ...(digest === undefined ? {} : { digest }) };
  }

  get release(): ReleaseFacts | undefined {
    const isRelease = this.#reader.hasFlag(this.#record, flags.isRelease);
    return isRelease ? new RecordReleaseFacts(this.#reader, this.#record) : undefined;
  }
}

class RecordReleaseFacts implements ReleaseFacts {
  readonly #reader: FactReader;
  readonly #record: number;

  constructor(reader: FactReader, record: number) {
    this.#reader = reader;
    this.#record = record;
  }

  get publicFrom(): number {
    return this.#reader.columns.publicFrom[this.#record] ?? Infinity;
  }

  get lang(): string {
    return this.#reader.word(this.#record, 'releaseLang') ?? '';
  }

  get permalink(): string {
    return this.#reader.text(this.#record, 'permalink') ?? '';
  }

  get places(): readonly string[] {
    return this.#reader.list(this.#reader.columns.places, this.#record, this.#reader.words);
  }

  get terms(): ReadonlyMap<string, readonly string[]> {
    const { columns, words } = this.#reader;
    const terms = new Map<string, string[]>();
    for (const number of listAt(columns.terms, this.#record)) {
      const property = words.at(columns.termProperties[number] ?? 0) ?? '';
      const id = words.at(columns.termIds[number] ?? 0) ?? '';
      const ids = terms.get(property);
      if (ids === undefined) terms.set(property, [id]);
      else ids.push(id);
    }
    return terms;
  }
}
