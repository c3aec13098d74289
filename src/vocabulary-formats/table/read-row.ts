/** A row of a table as an entry of taxonomy.yaml. */
import type { DatedLabelEntry, LabelText, MembershipEntry, TermEntry } from '../../model/generated/taxonomy-file.ts';
import { quoted } from '../../model/quoting.ts';
import { splitList } from '../../text/csv-lists.ts';
import { parsePartialDate } from '../../text/dates.ts';
import { fittingLabel, fittingText, isTermId, writtenText } from '../fitting-texts.ts';
import type { ReadingRemarks } from '../reading-remarks.ts';
import { matchRelations } from '../skos/sound-matches.ts';
import { readDatedText, readWordsText } from './words.ts';

export interface TableTerm {
  /** Empty where the table does not say. */
  readonly facet: string;
  readonly id: string;
  readonly broader: string | undefined;
  readonly place: string;
  /** The languages of its label. */
  readonly tags: readonly string[];
  /** The entry for a facet whose main language is the given one. */
  entryIn(main: string): TermEntry;
}

export interface RowReading {
  /** `line 7`. */
  readonly place: string;
  /** Of the labels, in the order of their columns. */
  readonly languages: readonly string[];
  readonly remarks: ReadingRemarks;
}

/** Undefined for a row that has no id, or no name. */
export function readRow(cells: ReadonlyMap<string, string>, reading: RowReading): TableTerm | undefined {
  const id = (cells.get('id') ?? '').trim();
  const labels = texts(cells, 'label', reading);
  const isDeprecated = isTrue(cells.get('deprecated'));
  if (!isTermId(id)) {
    reading.remarks.miss(
      id === ''
        ? 'A row without an id cannot become a term.'
        : `${quoted(id)} is no id: small letters, digits, dots, hyphens and underscores.`,
      reading.place,
    );
    return undefined;
  }
  if (labels.size === 0 && !isDeprecated) {
    reading.remarks.miss('A row without a label cannot become a term.', reading.place);
    return undefined;
  }
  const broader = (cells.get('broader') ?? '').trim();
  return {
    facet: (cells.get('facet') ?? '').trim(),
    id,
    broader: broader === '' ? undefined : broader,
    place: reading.place,
    tags: [...labels.keys()],
    entryIn: (main) => entryOf(cells, labels, { ...reading, main }),
  };
}

interface EntryReading extends RowReading {
  readonly main: string;
}

function entryOf(
  cells: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, string>,
  reading: EntryReading,
): TermEntry {
  const cell = (column: string): string => cells.get(column) ?? '';
  const entry: Record<keyof TermEntry, unknown> = {
    label: writtenText(labels, reading.main),
    names: named(cell('names'), reading),
    aliases: items(cell('aliases'))
      .map((item) => labelOf(item, reading))
      .filter((label) => label !== undefined),
    iso3166: fitting(cell('iso3166').trim(), COUNTRY, reading),
    match: matchOf(cell, reading),
    active: periodOf(cell('active.from').trim(), cell('active.until').trim(), reading),
    deprecated: isTrue(cells.get('deprecated')) || undefined,
    assignable: isFalse(cells.get('assignable')) ? false : undefined,
    members: cell('members').trim() === 'closed' ? 'closed' : undefined,
    memberOf: memberships(cell('memberOf'), reading),
    roles: named(cell('roles'), reading),
    replacedBy: references(cell('replacedBy'), reading),
    implies: references(cell('implies'), reading),
    related: references(cell('related'), reading),
    formerIds: items(cell('formerIds')).filter(isTermId),
    description: writtenText(texts(cells, 'description', reading), reading.main),
    note: cell('note') === '' ? undefined : fittingText(cell('note')),
    narrower: undefined,
  };
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => isSaid(value)));
}

function isSaid(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

const COUNTRY = /^[A-Z]{2}$/;
const REFERENCE = /^(?:[a-z][a-z0-9-]*\/)?[a-z0-9][a-z0-9._-]*$/;
const MATCH = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{Cc}<>"]{1,2000}$/u;

function isTrue(cell: string | undefined): boolean {
  return /^(?:true|yes|1)$/i.test((cell ?? '').trim());
}

function isFalse(cell: string | undefined): boolean {
  return /^(?:false|no|0)$/i.test((cell ?? '').trim());
}

/** Texts of the columns of one kind, by language. */
function texts(
  cells: ReadonlyMap<string, string>,
  kind: 'label' | 'description',
  { remarks, place }: RowReading,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const [column, cell] of cells) {
    if (!column.startsWith(`${kind}.`) || isBlank(cell)) continue;
    const text = kind === 'label' ? fittingLabel(cell) : fittingText(cell);
    if (text === undefined) remarks.miss(UNFIT, place);
    else found.set(column.slice(kind.length + 1), text);
  }
  return found;
}

const UNFIT = 'A text is too long, or holds control characters, and was left out.';

/** Blanks that somebody typed; a label of stranger signs is one. */
function isBlank(cell: string): boolean {
  return /^[ \t\n\u00A0]*$/.test(cell);
}

function items(cell: string): string[] {
  return splitList(cell).filter((item) => !isBlank(item));
}

function labelOf(words: string, { languages, main, remarks, place }: EntryReading): LabelText | undefined {
  const read = [...readWordsText(words, languages)].map(([lang, text]) => [lang, fittingLabel(text)] as const);
  if (read.some(([, text]) => text === undefined)) remarks.miss(UNFIT, place);
  return writtenText(
    new Map(read.flatMap(([lang, text]) => (text === undefined ? [] : [[lang, text] as const]))),
    main,
  );
}

function named(cell: string, reading: EntryReading): DatedLabelEntry[] {
  return items(cell).flatMap((item) => {
    const { words, period } = readDatedText(item);
    const label = labelOf(words, reading);
    return label === undefined ? [] : [{ label, ...period }];
  });
}

function memberships(cell: string, reading: EntryReading): MembershipEntry[] {
  return items(cell).flatMap((item) => {
    const { words, period } = readDatedText(item);
    const term = fitting(words.trim(), REFERENCE, reading);
    return term === undefined ? [] : [{ term, ...period }];
  });
}

function references(cell: string, reading: EntryReading): string[] {
  return [...new Set(items(cell).flatMap((item) => fitting(item.trim(), REFERENCE, reading) ?? []))];
}

function matchOf(cell: (column: string) => string, reading: EntryReading): TermEntry['match'] {
  const said = matchRelations
    .map(
      (relation) =>
        [relation, items(cell(relation)).flatMap((item) => fitting(item.trim(), MATCH, reading) ?? [])] as const,
    )
    .filter(([, concepts]) => concepts.length > 0);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** The text where it has the form; a remark on any other that is not empty. */
function fitting(text: string, form: RegExp, { remarks, place }: RowReading): string | undefined {
  if (text === '') return undefined;
  if (form.test(text)) return text;
  remarks.miss(`${quoted(text)} is not what its column is for, and was left out.`, place);
  return undefined;
}

function periodOf(from: string, until: string, { remarks, place }: RowReading): TermEntry['active'] {
  const isDate = (text: string): boolean => {
    const fits = text !== '' && parsePartialDate(text) !== undefined;
    if (!fits && text !== '')
      remarks.miss(`${quoted(text)} is no date as 2000-07-17, 2000-07, 2000 or unknown, and was left out.`, place);
    return fits;
  };
  const bounds = { ...(isDate(from) ? { from } : {}), ...(isDate(until) ? { until } : {}) };
  return Object.keys(bounds).length === 0 ? undefined : bounds;
}
