/**
 * Where values stand in a text that the fast reader reads: it reads the text once more and takes notes.
 *
 * It knows keys, values on one line, and their parts. What runs over several lines it leaves to the exact reader.
 */
import type { DataPath, FrontMatter, Span } from '../model/manuscript.ts';
import { readSubset } from './subset-reader.ts';
import type { Place, PlaceRecord } from './subset-scalars.ts';

/** The place of a value or its key; `unsure` where only the exact reader knows, undefined for what is not there. */
export type SubsetPlaces = (path: DataPath, part: 'value' | 'key') => Span | undefined | 'unsure';

/** Of a text that `readSubset` reads. `offset` is added to every place, for a text that is part of a file. */
export function subsetPlaces(text: string, data: FrontMatter, offset: number): SubsetPlaces {
  const notes = new Notes();
  readSubset(text, notes);
  return (path, part) => {
    if (!isThere(data, path)) return undefined;
    const noted = notes.find(path, part);
    return noted === undefined
      ? 'unsure'
      : { start: inFile(noted.start, text) + offset, end: inFile(noted.end, text) + offset };
  };
}

class Notes implements PlaceRecord {
  readonly #keys = new Map<string, Span>();
  readonly #values = new Map<string, Span>();

  key(path: Place, start: number, end: number): void {
    this.#keys.set(nameOfPlace(path), { start, end });
  }

  value(path: Place | undefined, start: number, end: number): void {
    this.#values.set(nameOfPlace(path), { start, end });
  }

  find(path: DataPath, part: 'value' | 'key'): Span | undefined {
    return (part === 'key' ? this.#keys : this.#values).get(nameOf(path));
  }
}

function nameOfPlace(place: Place | undefined): string {
  const path: (string | number)[] = [];
  for (let at = place; at !== undefined; at = at.above) path.unshift(at.step);
  return nameOf(path);
}

function nameOf(path: DataPath): string {
  return JSON.stringify(path);
}

function isThere(data: FrontMatter, path: DataPath): boolean {
  let value: unknown = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return true;
}

/** An offset into the text with plain line ends, in the text as it is. */
function inFile(offset: number, text: string): number {
  let at = 0;
  for (let left = offset; left > 0; left -= 1)
    at += text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
  return at;
}
