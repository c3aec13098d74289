import type { Passage, TableCell } from '../page/passage.ts';

/** A cell as it was read. */
export interface Cell {
  readonly isHeading: boolean;
  readonly passages: readonly Passage[];
}

/**
 * Cells of one paragraph each make a table. A table that holds more, or has one column, was there for the page's layout, and
 * its cells are read in turn.
 */
export function passagesOfTable(rows: readonly (readonly Cell[])[]): Passage[] {
  const cells = rows.flat();
  const isData = rows.some((row) => row.length > 1) && cells.every(({ passages }) => isOneParagraph(passages));
  if (!isData) return cells.flatMap(({ passages }) => [...passages]);
  const lost = cells.flatMap(({ passages }) => passages.filter(({ kind }) => kind === 'lost'));
  return [{ kind: 'table', rows: rows.map((row) => row.map(tableCell)), where: 'table' }, ...lost];
}

function isOneParagraph(passages: readonly Passage[]): boolean {
  const kept = passages.filter(({ kind }) => kind !== 'lost');
  return kept.length < 2 && kept.every(({ kind }) => kind === 'paragraph');
}

function tableCell({ isHeading, passages }: Cell): TableCell {
  const paragraph = passages.find(({ kind }) => kind === 'paragraph');
  return { isHeading, pieces: paragraph?.kind === 'paragraph' ? paragraph.pieces : [] };
}
