/** How the facts of many files lie in memory and in a file: a column of numbers for each thing that is known of them. */
import type { ListColumns } from './list-columns.ts';
import type { TextColumns } from './text-table.ts';

/** `isNoisy`: comparing it with others had something to say. The last two are customs of its name. */
export const flags = { isReadable: 1, isRelease: 2, isNoisy: 4, isInYear: 8, isDated: 16 } as const;

/** Texts that many files share are words; those of which each file has its own are texts. */
export interface FactColumns {
  readonly words: TextColumns;
  readonly texts: TextColumns;
  /** The key of a facet and the id of a term, as words: together they are a term with a number. */
  readonly termProperties: Uint32Array;
  readonly termIds: Uint32Array;
  readonly flags: Uint8Array;
  readonly verdicts: Uint8Array;
  readonly publicFrom: Float64Array;
  /** `fieldsOfRecord` numbers for each record. */
  readonly fields: Uint32Array;
  readonly aliases: ListColumns;
  readonly related: ListColumns;
  readonly attachments: ListColumns;
  readonly links: ListColumns;
  readonly places: ListColumns;
  readonly terms: ListColumns;
  /** Numbers by which it is compared with others: what it has, and what it names. */
  readonly hasKeys: ListColumns;
  readonly namesKeys: ListColumns;
}

/** Where in a record's fields the number of a word or a text stands. */
export const field = {
  id: 0,
  lang: 1,
  date: 2,
  status: 3,
  address: 4,
  originalId: 5,
  originalDigest: 6,
  releaseLang: 7,
  permalink: 8,
} as const;
export const fieldsOfRecord = Object.keys(field).length;
