/** The dates of front matter, as texts with their places. */
import { parseInstant, parseReleaseDate } from '../text/dates.ts';
import type { DataPath, FrontMatter } from './manuscript.ts';

export interface DateText {
  readonly path: DataPath;
  readonly text: string;
}

/** The texts that stand where a day or an instant is wanted (`schemas/release.schema.json`, dayOrInstant). */
export function dateTexts(data: FrontMatter): DateText[] {
  const found = [dateText(data, 'date'), dateText(data, 'updated')];
  const corrections = Object.hasOwn(data, 'corrections') ? data['corrections'] : undefined;
  if (Array.isArray(corrections)) {
    corrections.forEach((correction: unknown, index) => {
      const date = isGroup(correction) ? dateText(correction, 'date') : undefined;
      if (date !== undefined) found.push({ ...date, path: ['corrections', index, 'date'] });
    });
  }
  return found.filter((date) => date !== undefined && date.text !== '') as DateText[];
}

/** Whether a text is a day of the calendar, or an instant with offset. */
export function isDate(text: string): boolean {
  return parseReleaseDate(text) !== undefined;
}

/** The calendar day on which a release says that it was issued; undefined when it does not say so in a readable way. */
export function releaseDay(data: FrontMatter | undefined): string | undefined {
  const date = data === undefined ? undefined : dateText(data, 'date');
  return date === undefined || !isDate(date.text) ? undefined : date.text.slice(0, 10);
}

/** Whether a value of `embargo` is a moment that can be waited for. */
export function isEmbargo(value: unknown): boolean {
  return typeof value === 'string' && parseInstant(value) !== undefined;
}

function dateText(data: FrontMatter, key: string): DateText | undefined {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return typeof value === 'string' ? { path: [key], text: value } : undefined;
}

function isGroup(value: unknown): value is FrontMatter {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
