/** What to write in the place of a value that a schema refuses, made of that value: a line or a word to copy. */
import { isReservedName } from '../text/slug-form.ts';
import { languageNamed } from './language-names.ts';
import type { DataPath, FrontMatter, Manuscript } from './manuscript.ts';
import { valueAt } from './schema-sentences.ts';
import type { SchemaViolation } from './schema-violation.ts';
import { fileStemOf } from '../text/file-name-form.ts';

const ID = /^[a-z0-9](?:\.?[a-z0-9_-])*$/;
const LONGEST = { id: 128, slug: 150 } as const;
const LONGEST_VALUE = 60;
const ACCENTS = /[\u0300-\u036f]/g;

/** The proposal as a sentence; undefined where nothing is sure to be accepted. */
export function proposalFor(violation: SchemaViolation, { path: file, data = {} }: Manuscript): string | undefined {
  const { path, keyword, params } = violation;
  const value = valueAt(data, path);
  if (keyword === 'required' && path.length === 0 && params['missingProperty'] === 'id') return byName(file);
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const [key] = path;
  if (path.length > 1) return keyword === 'type' && path.length === 2 ? written(asGroup(path, value, data)) : undefined;
  if (keyword === 'type') return written(asLine(key, value, data));
  if (key === 'lang') return written(languageNamed(value));
  if (keyword !== 'pattern') return undefined;
  if (key === 'slug') return written(asName(value, 'slug'));
  return key === 'id' ? (written(asName(value, 'id')) ?? byName(file)) : undefined;
}

function written(words: string | undefined): string | undefined {
  return words === undefined ? undefined : `Write «${words}».`;
}

/** The name of the file without `.md`, where it can be an id. */
function byName(file: string): string | undefined {
  const stem = fileStemOf(file);
  const isFit = ID.test(stem) && stem.length <= LONGEST.id && !isReservedName(stem);
  return isFit ? `The name of the file would do: write «id: ${stem}».` : undefined;
}

/** Small letters, digits and hyphens; undefined where that would take transliteration. */
function asName(value: string, key: 'id' | 'slug'): string | undefined {
  const plain = value.normalize('NFKD').replace(ACCENTS, '').toLowerCase();
  if (/[^\x20-\x7e\s\u2010-\u2015\u2018-\u201d]/u.test(plain)) return undefined;
  const name = (plain.replace(/['’‘]/gu, '').match(/[a-z0-9]+/g) ?? []).join('-');
  return name === '' || name.length > LONGEST[key] || isReservedName(name) ? undefined : name;
}

function asLine(key: DataPath[number] | undefined, value: string, data: FrontMatter): string | undefined {
  if (key === 'translationOf') return ID.test(value) ? `translationOf: {id: ${value}}` : undefined;
  const group = asGroup([key ?? ''], value, data);
  return group === undefined ? undefined : `${String(key)}: [${group}]`;
}

/** One text as the group that the list wants. */
function asGroup([key]: DataPath, value: string, data: FrontMatter): string | undefined {
  if (value.length > LONGEST_VALUE || /\p{Cc}/u.test(value)) return undefined;
  if (key === 'contacts') return `{${contactKey(value)}: ${inFlow(value)}}`;
  if (key === 'attachments') return /[:\\]/.test(value) ? undefined : `{href: ${inFlow(value)}}`;
  if (key !== 'corrections') return undefined;
  const [day] = [data['updated'], data['date']].flatMap((date) =>
    typeof date === 'string' && /^\d{4}-\d{2}-\d{2}/.test(date) ? [date.slice(0, 10)] : [],
  );
  return day === undefined ? undefined : `{date: ${day}, kind: correction, note: ${inFlow(value)}}`;
}

function contactKey(value: string): 'name' | 'email' | 'phone' {
  if (/^[^\s@<>]+@[^\s@<>.]+\.[^\s@<>]+$/.test(value)) return 'email';
  return /^[+(]?\d[\d +()/.-]*$/.test(value) ? 'phone' : 'name';
}

/** As YAML reads it inside of braces; in quotes wherever that could be something else. */
function inFlow(value: string): string {
  return /^\p{L}[\p{L}\p{N} ./_@-]*$/u.test(value) && !/^(?:null|true|false|yes|no|on|off|[yn])$/i.test(value)
    ? value
    : JSON.stringify(value);
}

// Whoever writes «not published» means anything but that.
const DENIED = /\b(?:no|not|never|un\w*|non)\b/i;

/** The one of a few allowed words that stands in a text among others, as in «on hold». */
export function wordWithin(value: string, allowed: readonly string[]): string | undefined {
  const words = new Set(value.toLowerCase().match(/[a-z-]{1,40}/g));
  const found = allowed.filter((word) => words.has(word));
  return found.length === 1 && !DENIED.test(value) ? found[0] : undefined;
}
