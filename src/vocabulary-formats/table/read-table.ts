/** A vocabulary from a table: what press wrote, or somebody filled in. */
import { PressError } from '../../model/press-error.ts';
import { quoted } from '../../model/quoting.ts';
import type { ReadFacet, ReadVocabulary, VocabularySource } from '../../model/vocabulary-format.ts';
import { unguardCell } from '../../text/csv-cells.ts';
import type { TableRow } from '../../text/csv-table.ts';
import { isFittingTag } from '../fitting-texts.ts';
import { ReadingRemarks } from '../reading-remarks.ts';
import { inTreeOrder, refuseCircle } from '../tree-order.ts';
import { plainColumns } from './columns.ts';
import { readRow, type TableTerm } from './read-row.ts';

/** Throws PressError for a table without ids or labels, with a column twice, or with terms that are above themselves. */
export function readTable(rows: readonly TableRow[], source: VocabularySource): ReadVocabulary {
  const [heading, ...body] = rows;
  const columns = (heading?.cells ?? []).map((cell) => columnName(cell, source.language));
  const languages = requireColumns(source.name, columns);
  const remarks = new ReadingRemarks();
  for (const column of columns)
    if (column !== '' && !isKnown(column))
      remarks.note(`The column «${column}» has no place in taxonomy.yaml.`, 'line 1');
  const terms = body.flatMap(({ cells, line }) => {
    const byColumn = new Map(columns.map((column, at) => [column, cellText(cells[at] ?? '', source)]));
    return readRow(byColumn, { place: `line ${line}`, languages, remarks }) ?? [];
  });
  if (terms.length === 0) throw unreadable(source.name, 'holds no term');
  const facets = new Map<string, TableTerm[]>();
  for (const term of terms) facets.set(term.facet, [...(facets.get(term.facet) ?? []), term]);
  return {
    facets: [...facets].map(([name, all]) => facetOf(name, all, { file: source.name, languages, remarks })),
    remarks: remarks.all,
  };
}

/** A column `label` alone is in the main language. */
function columnName(cell: string, language: string): string {
  const name = cell.trim();
  return name === 'label' || name === 'description' ? `${name}.${language}` : name;
}

function isKnown(column: string): boolean {
  return plainColumns.includes(column) || isFittingTag(/^(?:label|description)\.(.*)$/.exec(column)?.[1] ?? '');
}

/** The languages of the labels, in the order of their columns. */
function requireColumns(name: string, columns: readonly string[]): readonly string[] {
  const languages = columns.flatMap((column) => (column.startsWith('label.') ? [column.slice('label.'.length)] : []));
  if (!columns.includes('id')) throw unreadable(name, 'has no column «id»');
  if (languages.length === 0) throw unreadable(name, 'has no column for labels');
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at);
  if (twice !== undefined) throw unreadable(name, `has two columns ${quoted(twice)}`);
  return languages;
}

function cellText(cell: string, { rawCells }: VocabularySource): string {
  return rawCells ? cell : unguardCell(cell);
}

interface FacetReading {
  readonly file: string;
  readonly languages: readonly string[];
  readonly remarks: ReadingRemarks;
}

function facetOf(name: string, all: readonly TableTerm[], { file, languages, remarks }: FacetReading): ReadFacet {
  const terms = withoutTwins(all, remarks);
  const byId = new Map(terms.map((term) => [term.id, term]));
  const broader = new Map<string, readonly string[]>();
  for (const { id, broader: above } of terms) if (above !== undefined && byId.has(above)) broader.set(id, [above]);
  refuseCircle(broader, file);
  const used = languages.filter((lang) => terms.some(({ tags }) => tags.includes(lang)));
  return {
    name: name === '' ? undefined : name,
    property: undefined,
    languages: used.length === 0 ? languages : used,
    entry: {},
    terms: inTreeOrder([...byId.keys()], broader).flatMap((id) => {
      const term = byId.get(id);
      return term === undefined
        ? []
        : [{ id, broader: term.broader, entry: term.entryIn(used[0] ?? languages[0] ?? 'en') }];
    }),
  };
}

function withoutTwins(terms: readonly TableTerm[], remarks: ReadingRemarks): TableTerm[] {
  const seen = new Set<string>();
  return terms.filter(({ id, place }) => {
    const isNew = !seen.has(id);
    if (!isNew) remarks.miss(`The id ${quoted(id)} stands in two rows of a facet; the second was left out.`, place);
    seen.add(id);
    return isNew;
  });
}

function unreadable(name: string, what: string): PressError {
  return new PressError('nothing-imported', `${quoted(name)} ${what}.`, {
    hint: 'A table of terms begins with a row of headings, «id» and «label.en» among them, and has a term on each row below.',
  });
}
