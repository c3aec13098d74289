/** Puts what a schema finds wrong into a sentence that quotes the value. */
import { nearest } from '../text/nearest.ts';
import type { DataPath, FrontMatter } from './manuscript.ts';
import { misfit } from './pattern-characters.ts';
import { didYouMean } from './press-error.ts';
import { codePoint, quoted } from './quoting.ts';
import type { SchemaViolation } from './schema-violation.ts';

export interface Explained {
  /** Where to point: the value, or the object that something is missing from. */
  readonly path: DataPath;
  /** Whether the key is the culprit rather than its value. */
  readonly atKey: boolean;
  readonly message: string;
  readonly hint?: string;
}

const QUOTED_CHARACTERS = 60;

/** One violation, told for the person who wrote the data. */
export function explainViolation(violation: SchemaViolation, data: FrontMatter): Explained {
  const misnamed = violation.keyword === 'propertyNames' ? violation.params['propertyName'] : undefined;
  if (typeof misnamed === 'string') return explainMisnamed(violation, misnamed);
  const unknown = unknownProperty(violation);
  if (unknown !== undefined) return explainUnknown(violation, unknown);
  const missing = violation.params['missingProperty'];
  if (typeof missing === 'string') return explainMissing(violation, missing);
  const second = violation.keyword === 'uniqueItems' ? secondOf(violation) : undefined;
  if (second !== undefined) return explainTwice(violation.path, second, data);
  const hint = hintFor(violation, valueAt(data, violation.path));
  const message = sentence(violation, nameOf(violation.path), valueAt(data, violation.path));
  return { path: violation.path, atKey: false, message, ...(hint === undefined ? {} : { hint }) };
}

/** The index of the later of two equal items. */
function secondOf({ params: { i, j } }: SchemaViolation): number | undefined {
  return typeof i === 'number' && typeof j === 'number' ? Math.max(i, j) : undefined;
}

function explainTwice(list: DataPath, second: number, data: FrontMatter): Explained {
  const path = [...list, second];
  const message = `${quote(valueAt(data, path))} stands in «${nameOf(list)}» a second time.`;
  return { path, atKey: false, message, hint: 'Take one of the two out, or write what was meant.' };
}

function explainMissing(violation: SchemaViolation, missing: string): Explained {
  const where = violation.path.length === 0 ? '' : ` in «${nameOf(violation.path)}»`;
  const wanted = violation.description;
  return {
    path: violation.path,
    atKey: false,
    message: `The key «${missing}» is missing${where}.`,
    ...(wanted === undefined ? {} : { hint: wanted }),
  };
}

function explainMisnamed({ path, description }: SchemaViolation, misnamed: string): Explained {
  const where = path.length === 0 ? 'here' : `in «${nameOf(path)}»`;
  const hint = description === undefined ? {} : { hint: description };
  return { path: [...path, misnamed], atKey: true, message: `${quote(misnamed)} cannot be a name ${where}.`, ...hint };
}

function explainUnknown(violation: SchemaViolation, unknown: string): Explained {
  const hint = didYouMean(nearest(unknown, violation.known ?? []));
  return {
    path: [...violation.path, unknown],
    atKey: true,
    message: `The key «${unknown}» is not known here.`,
    ...(hint === undefined ? {} : { hint }),
  };
}

function unknownProperty({ params }: SchemaViolation): string | undefined {
  const name = params['additionalProperty'] ?? params['unevaluatedProperty'];
  return typeof name === 'string' ? name : undefined;
}

function sentence({ keyword, params }: SchemaViolation, name: string, value: unknown): string {
  if (value === null) return `The value of «${name}» is empty.`;
  if (value === '') return `The value of «${name}» is an empty text.`;
  switch (keyword) {
    case 'type':
      return `«${name}» must be ${typeNames(params['type'])}, not ${kindOf(value)}.`;
    case 'enum':
    case 'const':
      return `${quote(value)} is not a value that «${name}» takes.`;
    case 'maxLength':
      return `The value of «${name}» has ${[...String(value)].length} characters; at most ${String(params['limit'])} are allowed.`;
    case 'minItems':
      return `The list «${name}» needs at least ${String(params['limit'])} of them.`;
    case 'maxItems':
      return `The list «${name}» has more than ${String(params['limit'])} items.`;
    case 'minProperties':
      return `«${name}» needs at least ${String(params['limit'])} «key: value» line.`;
    case 'maxProperties':
      return `«${name}» has more than ${String(params['limit'])} entries.`;
    case 'uniqueItems':
      return `The list «${name}» names the same thing twice.`;
    default:
      return `${quote(value)} is not a value that «${name}» takes.`;
  }
}

function hintFor(violation: SchemaViolation, value: unknown): string | undefined {
  const allowed = violation.params['allowedValues'];
  if (Array.isArray(allowed)) return `It takes ${allowed.map((word) => quote(word)).join(', ')}.`;
  const { pattern, type } = violation.params;
  if ([type].flat().includes('array') && value !== null && value !== '')
    return joined(violation.description, 'A list stands in brackets, as in [one, two], or has «- » before each item.');
  if (typeof value === 'string' && /^\d+$/.test(value) && violation.keyword === 'type')
    return joined('Take the quotes off.', violation.description);
  const wrong = typeof value === 'string' && typeof pattern === 'string' ? misfit(value, pattern) : undefined;
  return wrong === undefined
    ? violation.description
    : joined(`It cannot hold ${nameOfCharacter(wrong)}.`, violation.description);
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}

function nameOfCharacter(character: string): string {
  if (character === ' ') return 'a blank';
  if (character === '\n' || character === '\r') return 'a line break';
  if (character === '\t') return 'a tab';
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? quoted(character) : codePoint(character);
}

const typeWords = new Map([
  ['string', 'text'],
  ['array', 'a list'],
  ['object', 'a group of «key: value» lines'],
  ['integer', 'a whole number'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
]);

function typeNames(type: unknown): string {
  const names = Array.isArray(type) ? type : [type];
  return names.map((name) => typeWords.get(String(name)) ?? String(name)).join(' or ');
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of «key: value» lines';
  return quote(value);
}

function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const [line = ''] = text.split('\n', 1);
  const isWhole = line.length <= QUOTED_CHARACTERS && text.trimEnd().length <= line.length;
  return `«${isWhole ? line : `${line.slice(0, QUOTED_CHARACTERS)}…`}»`;
}

function nameOf(path: DataPath): string {
  let name = '';
  for (const step of path) name += typeof step === 'number' ? `[${step + 1}]` : name === '' ? step : `.${step}`;
  return name;
}

/** The value at a path; undefined for what is not there. */
export function valueAt(data: FrontMatter, path: DataPath): unknown {
  let value: unknown = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
