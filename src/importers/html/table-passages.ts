/** From the cells of a table to passages: a table where Markdown can hold it, its cells in turn where it cannot. */
import { wordsOf, type Passage, type Piece, type TableCell } from '../page/passage.ts';

/** A cell as it was read. */
export interface Cell {
  readonly isHeading: boolean;
  /** How many columns and rows it goes over. */
  readonly columns: number;
  readonly rows: number;
  readonly passages: readonly Passage[];
}

/**
 * Cells of one paragraph each make a table. A table that holds more, or has one column, was there for the page's layout, and
 * its cells are read in turn.
 */
export function passagesOfTable(rows: readonly (readonly Cell[])[]): Passage[] {
  const cells = rows.flat();
  if (!isData(rows)) return [...cells.flatMap(({ passages }) => [...passages]), ...flattened(rows)];
  const aside = cells.flatMap(({ passages }) => passages.filter(isAside));
  return [{ kind: 'table', rows: gridOf(rows), where: 'table' }, ...aside, ...joinedCells(cells)];
}

const LONGEST_CELL = 400;

function isData(rows: readonly (readonly Cell[])[]): boolean {
  const cells = rows.flat();
  if (!rows.some((row) => row.length > 1)) return false;
  return cells.every(({ passages }) => {
    const kept = passages.filter((passage) => !isAside(passage));
    if (!kept.every(({ kind }) => kind === 'paragraph')) return false;
    return kept.length < 2 || (rows.length > 1 && lengthOf(kept) <= LONGEST_CELL);
  });
}

/** A table of several rows and columns says something with its form, which is lost where it is read cell by cell. */
function flattened(rows: readonly (readonly Cell[])[]): Passage[] {
  const isTable = rows.filter((row) => row.length > 1).length > 1 && rows.flat().some(({ isHeading }) => isHeading);
  if (!isTable) return [];
  return [
    {
      kind: 'changed',
      what: 'A table with lists or tables in its cells is written cell by cell',
      shown: '',
      where: 'table',
    },
  ];
}

function joinedCells(cells: readonly Cell[]): Passage[] {
  if (!cells.some(({ columns, rows }) => columns > 1 || rows > 1)) return [];
  const what =
    'A table’s cell that goes over several columns or rows stands in the first of them; the others are empty';
  return [{ kind: 'changed', what, shown: '', where: 'table' }];
}

function isAside({ kind }: Passage): boolean {
  return kind === 'lost' || kind === 'changed' || kind === 'picture' || kind === 'footnote';
}

function lengthOf(passages: readonly Passage[]): number {
  return passages.reduce((sum, passage) => sum + wordsOf(piecesOf(passage)).length, 0);
}

function piecesOf(passage: Passage): readonly Piece[] {
  return passage.kind === 'paragraph' ? passage.pieces : [];
}

const none: TableCell = { isHeading: false, pieces: [] };
const WIDEST = 1000;

/** Rows of single cells: beside and below one that goes over several, the others are empty, so that columns stay in line. */
function gridOf(rows: readonly (readonly Cell[])[]): TableCell[][] {
  /** For each column, how many of the next rows a cell from above fills. */
  let taken: number[] = [];
  return rows.map((row) => {
    const made: TableCell[] = [];
    const next = taken.map((count) => Math.max(count - 1, 0));
    const fill = (): void => {
      while ((taken[made.length] ?? 0) > 0) made.push(none);
    };
    for (const cell of row) {
      fill();
      for (let column = 0; column < cell.columns && made.length < WIDEST; column += 1) {
        next[made.length] = Math.max(next[made.length] ?? 0, cell.rows - 1);
        made.push(column === 0 ? tableCell(cell) : { ...none, isHeading: cell.isHeading });
      }
    }
    fill();
    taken = Array.from(next, (count: number | undefined) => count ?? 0);
    return made;
  });
}

/** Paragraphs of one cell follow each other in a line. */
function tableCell({ isHeading, passages }: Cell): TableCell {
  const paragraphs = passages.map(piecesOf).filter((pieces) => pieces.length > 0);
  return { isHeading, pieces: paragraphs.flatMap((pieces, at) => (at === 0 ? pieces : ['break' as const, ...pieces])) };
}
