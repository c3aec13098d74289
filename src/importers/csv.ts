/** Importer: a table with one release a row, its columns named as the keys of front matter or as the vocabulary's questions. */
import type { Importer, ImportSource, SourceRelease, StatedKey } from '../model/importer.ts';
import { PressError } from '../model/press-error.ts';
import { unguardCell } from '../text/csv-cells.ts';
import { describeRecord } from './record/describe-record.ts';
import { keysOf } from './record/record-keys.ts';
import { largestArchive } from './record/largest-archive.ts';
import { rowsOf } from './record/table.ts';
import { tableHeading, type TableRow } from '../text/csv-table.ts';

export const csv: Importer = {
  id: 'csv',
  summary: 'a table with a release on each row: what «press export -f csv» or a spreadsheet writes',
  extensions: ['csv'],
  onlyWhenNamed: true,
  mostBytes: largestArchive,
  recognise({ text }) {
    // Pages and data begin with their brackets, and there are many of them.
    if (/^\uFEFF?\s{0,100}[<{[]/.test(text)) return 0;
    const keys = new Set(keysOf(tableHeading(text).map((cell) => cell.trim())));
    return keys.has('title') && ['id', 'date', 'place', 'status', 'url'].some((key) => keys.has(key)) ? 0.95 : 0;
  },
  read: readTable,
};

function readTable(source: ImportSource): SourceRelease[] {
  const [heading, ...rows] = rowsOf(source);
  if (heading === undefined) throw unreadable(source.name, 'holds no row');
  const names = heading.cells.map((cell) => cell.trim());
  const keys = keysOf(names);
  requireColumns(source.name, names, keys);
  requireWidth(source.name, rows, keys.length);
  requireTitles(source.name, rows, keys.indexOf('title'));
  return rows.map((row) => releaseOfRow(row, { names, keys, rawCells: source.rawCells === true }));
}

interface Columns {
  readonly names: readonly string[];
  readonly keys: readonly string[];
  readonly rawCells: boolean;
}

function releaseOfRow({ cells, line }: TableRow, { names, keys, rawCells }: Columns): SourceRelease {
  const values = keys.map((key, at): [string, StatedKey] => {
    const cell = cells[at] ?? '';
    const value = rawCells ? cell : unguardCell(cell);
    return [key, { value, origin: `column «${names[at] ?? key}»`, isCell: true }];
  });
  return describeRecord({ values: new Map(values), part: `line ${line}` });
}

function requireColumns(name: string, names: readonly string[], keys: readonly string[]): void {
  if (!keys.includes('title')) throw unreadable(name, 'has no column «title»');
  const twice = keys.find((key, at) => key !== '' && keys.indexOf(key) !== at);
  if (twice === undefined) return;
  throw unreadable(name, `has two columns «${names[keys.lastIndexOf(twice)] ?? twice}»`);
}

/** A row with a cell too few or too many has values in the wrong column, and one of these columns is the embargo. */
function requireWidth(name: string, rows: readonly TableRow[], width: number): void {
  const odd = rows.find(({ cells }) => cells.length !== width);
  if (odd === undefined) return;
  const count = `${odd.cells.length} cell${odd.cells.length === 1 ? '' : 's'}`;
  throw unreadable(name, `has ${count} on line ${odd.line}, and ${width} columns`);
}

const SHOWN = 10;

function requireTitles(name: string, rows: readonly TableRow[], column: number): void {
  const lines = rows.filter(({ cells }) => (cells[column] ?? '').trim() === '').map(({ line }) => line);
  if (lines.length === 0) return;
  const shown = `line${lines.length === 1 ? '' : 's'} ${lines.slice(0, SHOWN).join(', ')}`;
  throw unreadable(name, `has no title on ${shown}${lines.length > SHOWN ? ' and more' : ''}`);
}

function unreadable(name: string, what: string): PressError {
  return new PressError('nothing-imported', `«${name}» ${what}.`, {
    hint: 'A table begins with a row of headings, one of them «title», and has a release on each row below.',
  });
}
