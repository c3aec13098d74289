/**
 * Values of a release as cells: texts stay texts whatever they begin with, days become days that sort and group.
 *
 * A table of a big archive has a million cells, so they are put together as text; what is data in them goes through `escapeText`.
 */
import type { Taxonomy } from '../../../model/taxonomy.ts';
import { daysSinceEpoch } from '../../../text/civil-calendar.ts';
import { guardCell } from '../../../text/csv-cells.ts';
import { parseCivilDate } from '../../../text/dates.ts';
import { escapeText } from '../../../text/xml.ts';
import { csvCell } from './csv-cell.ts';
import { linesOf, type SheetColumn } from './sheet-layout.ts';
import { styles } from './sheet-styles.ts';
import { cellText } from './sheet-text.ts';

export interface SheetCell {
  /** Empty for a cell without a value. */
  readonly xml: string;
  /** Lines that it is likely to take. */
  readonly lines: number;
}

// Day 1 is 1 January 1900, and a day that never was, 29 February 1900, is counted too: before March the numbers are in dispute.
const NUMBER_OF_1970 = 25_569;
const FIRST_UNDISPUTED = 61;

// What a spreadsheet keeps of a number.
const DIGITS = 15;

/** Where a cell is. */
export interface CellPlace {
  readonly column: SheetColumn;
  /** From 1. */
  readonly row: number;
}

/** The cell for a value of a record. */
export function sheetCell(place: CellPlace, value: unknown, taxonomy: Taxonomy): SheetCell {
  const { key, isWrapped } = place.column;
  const day = (key === 'date' || key === 'updated') && typeof value === 'string' ? dayNumber(value) : undefined;
  if (day !== undefined) return valueCell(place, `s="${styles.day}"`, day);
  if (typeof value === 'boolean') return valueCell(place, `s="${styles.plain}" t="b"`, value ? 1 : 0);
  if (typeof value === 'number' && isKept(value)) return valueCell(place, `s="${styles.plain}"`, value);
  const text = csvCell(key, value, taxonomy);
  return textCell(place, text, styleOf(text, isWrapped));
}

/** A cell with a text, kept in place: a list of texts apart would have to be held until the end. */
export function textCell(place: CellPlace, text: string, style: number): SheetCell {
  const content = cellText(text);
  const written = escapeText(content);
  if (written === '') return { xml: '', lines: 1 };
  return {
    xml: `<c r="${nameOf(place)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${written}</t></is></c>`,
    lines: linesOf(content, place.column),
  };
}

/** The name of a place, `B2`. */
export function nameOf({ column, row }: CellPlace): string {
  return `${column.letters}${row}`;
}

function valueCell(place: CellPlace, attributes: string, value: number): SheetCell {
  return { xml: `<c r="${nameOf(place)}" ${attributes}><v>${value}</v></c>`, lines: 1 };
}

function styleOf(text: string, isWrapped: boolean): number {
  const isGuarded = guardCell(text) !== text;
  if (isWrapped) return isGuarded ? styles.guardedWrapped : styles.wrapped;
  return isGuarded ? styles.guardedPlain : styles.plain;
}

/** The number of a day as spreadsheets count; undefined for an instant, and for days about which they do not agree. */
function dayNumber(text: string): number | undefined {
  const day = parseCivilDate(text);
  const number = day === undefined ? 0 : daysSinceEpoch(day) + NUMBER_OF_1970;
  return number >= FIRST_UNDISPUTED ? number : undefined;
}

function isKept(value: number): boolean {
  return Number.isFinite(value) && Number(value.toPrecision(DIGITS)) === value;
}
