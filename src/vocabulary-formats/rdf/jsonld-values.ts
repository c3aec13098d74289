/** Values of JSON-LD as literals (https://www.w3.org/TR/json-ld11-api/#object-to-rdf-conversion). */
import { expandName, type Context, type TermDefinition } from './jsonld-context.ts';
import { Declined, isRecord, type JsonRecord } from './jsonld-declined.ts';
import { named } from './names.ts';
import { inLanguage, plainLiteral, typed, type Literal } from './triple.ts';
import { writtenTag } from './written-tag.ts';

export interface ValuePlace {
  readonly context: Context;
  readonly term: TermDefinition | undefined;
  /** Whether the keys of an object are languages. */
  readonly isMap: boolean;
}

/** The literals of a value that is no node and no list; none for `null`. Throws Declined. */
export function literalsOf(value: unknown, place: ValuePlace): Literal[] {
  if (value === null) return [];
  if (place.isMap && isRecord(value)) return languageMap(value);
  return isRecord(value) ? wholeValue(value, place.context) : [coerced(value, place)];
}

const TAG = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

function languageMap(map: JsonRecord): Literal[] {
  return Object.entries(map).flatMap(([tag, texts]) =>
    (Array.isArray(texts) ? texts : [texts]).flatMap((text) => {
      if (text === null) return [];
      if (typeof text !== 'string') throw new Declined('a text in a language is no text');
      return tag === '@none' ? plainLiteral(text) : tagged(text, tag);
    }),
  );
}

function tagged(text: string, tag: string): Literal {
  if (!TAG.test(tag)) throw new Declined(`«${tag}» is no language tag`);
  return inLanguage(text, writtenTag(tag));
}

/** `{"@value": …}`, with a language or a type. */
function wholeValue(value: JsonRecord, context: Context): Literal[] {
  const parts = new Map<string, unknown>();
  for (const [key, part] of Object.entries(value)) {
    const keyword = key.startsWith('@') ? key : expandName(key, context);
    if (keyword === undefined || !['@value', '@type', '@language'].includes(keyword) || parts.has(keyword))
      throw new Declined(`«${key}» beside a value is not understood`);
    parts.set(keyword, part);
  }
  const [content, type, language] = [parts.get('@value'), parts.get('@type'), parts.get('@language')];
  if (type !== undefined && language !== undefined) throw new Declined('a value has a type and a language');
  if (language !== undefined && typeof language !== 'string') throw new Declined('a language is no text');
  const datatype = typeof type === 'string' ? expandName(type, context) : undefined;
  if (type !== undefined && (datatype === undefined || /^(?:@|_:)/.test(datatype)))
    throw new Declined('the type of a value is not understood');
  if (content === null) return [];
  if (language === undefined) return [datatype === undefined ? scalar(content) : withType(content, datatype)];
  if (typeof content !== 'string') throw new Declined('a text in a language is no text');
  return [tagged(content, language)];
}

/** A bare value, with the type or language that its name or the document gives. */
function coerced(value: unknown, { context, term }: ValuePlace): Literal {
  const { type } = term ?? {};
  if (type !== undefined && !type.startsWith('@')) return withType(value, type);
  const language = term?.language === undefined ? context.language : (term.language ?? undefined);
  return typeof value === 'string' && language !== undefined ? tagged(value, language) : scalar(value);
}

const LARGEST_INTEGER = 1e21;

function scalar(value: unknown): Literal {
  if (typeof value === 'string') return plainLiteral(value);
  if (typeof value === 'boolean') return typed(String(value), named('xsd:boolean'));
  if (typeof value !== 'number') throw new Declined('a value is neither text nor number');
  return isInteger(value) ? typed(value.toFixed(0), named('xsd:integer')) : typed(double(value), named('xsd:double'));
}

function withType(value: unknown, datatype: string): Literal {
  const text = typeof value === 'number' ? numberText(value, datatype) : scalar(value).value;
  return datatype === named('xsd:string') ? plainLiteral(text) : typed(text, datatype);
}

function numberText(value: number, datatype: string): string {
  return isInteger(value) && datatype !== named('xsd:double') ? value.toFixed(0) : double(value);
}

function isInteger(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < LARGEST_INTEGER;
}

/** The canonical form of an `xsd:double`. */
function double(value: number): string {
  return value.toExponential(15).replace(/(\d)0*e\+?/, '$1E');
}
