/** Values of a record as text: of a cell, of a JSON string or number, of a list of these. */
import type { Stated, StatedKey } from '../../model/importer.ts';
import { withoutControls } from '../../text/control-characters.ts';
import { splitList } from '../../text/csv-lists.ts';

/** Whether a value says nothing: absent and empty are one. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** The value as one text; undefined for lists and objects. */
export function textIn(stated: StatedKey | undefined): Stated | undefined {
  if (stated === undefined) return undefined;
  const { value, origin } = stated;
  if (typeof value === 'string') return { value, origin };
  return typeof value === 'number' || typeof value === 'boolean' ? { value: String(value), origin } : undefined;
}

/** The texts of a list, of a cell that holds one, or of a single value. What is no text is left out. */
export function textsIn(stated: StatedKey | undefined): Stated[] {
  if (stated === undefined) return [];
  const { value, origin, isCell } = stated;
  const items = typeof value === 'string' && isCell === true ? splitList(value) : [value].flat();
  return items.flatMap((item) => textIn({ value: item, origin }) ?? []).filter((text) => !isEmpty(text.value));
}

export interface CleanText {
  readonly stated: Stated;
  /** How many characters were dropped. */
  readonly dropped: number;
}

const LINE_ENDS = /\r\n?/g;

/** Running text with LF at the ends of its lines and without control characters, which no file of the archive may hold. */
export function withoutStrays(stated: StatedKey | undefined): CleanText | undefined {
  const text = textIn(stated);
  if (text === undefined) return undefined;
  const written = text.value.replace(LINE_ENDS, '\n');
  const value = withoutControls(written);
  return { stated: { value, origin: text.origin }, dropped: written.length - value.length };
}
