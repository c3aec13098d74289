/** From the errors of a JSON Schema validator to violations that a rule can put into words: no echoes, each place once. */
import type { DataPath } from '../model/manuscript.ts';
import type { SchemaViolation } from '../model/schema-violation.ts';

/** The part of ajv's ErrorObject that is used here. */
export interface RawViolation {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Set where a name, not a value, is judged (`propertyNames`). */
  readonly propertyName?: string;
}

/** Judges data by one schema; an empty list is an acquittal. */
export type Judge = (data: unknown) => readonly RawViolation[];

/** Judges by schema file name, as `types/statement.schema.json`. */
export type Judges = (name: string) => Judge | undefined;

// These only say that a subschema failed; what failed in it is reported by itself.
const echoes = new Set(['if', 'allOf', 'anyOf', 'oneOf', 'not']);

type Words = (path: DataPath) => Pick<SchemaViolation, 'title' | 'description' | 'known'>;

// A file in which everything is wrong is told about as long as anybody may want to read.
const MOST_VIOLATIONS = 1000;

/** The violations of a run of a judge over data, in the order found. */
export function violationsOf(raw: readonly RawViolation[], data: unknown, words: Words): SchemaViolation[] {
  if (raw.length === 0) return [];
  const seen = new Set<string>();
  const violations: SchemaViolation[] = [];
  for (const error of raw) {
    if (violations.length === MOST_VIOLATIONS) break;
    // What is wrong with a name is reported once more, by `propertyNames` itself.
    if (echoes.has(error.keyword) || error.propertyName !== undefined) continue;
    const path = parsePointer(error.instancePath, data);
    const key = `${error.instancePath} ${error.keyword} ${named(error)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    violations.push({ path, keyword: error.keyword, params: error.params, ...words(wordedPath(path, error)) });
  }
  return violations;
}

/** The property that an error is about, where it is about one of several. */
function named({ params }: RawViolation): string {
  return String(
    params['missingProperty'] ??
      params['additionalProperty'] ??
      params['unevaluatedProperty'] ??
      params['propertyName'] ??
      '',
  );
}

/** A missing property is described by itself, not by the object that it is missing from. */
function wordedPath(path: DataPath, error: RawViolation): DataPath {
  const missing = error.params['missingProperty'];
  return typeof missing === 'string' ? [...path, missing] : path;
}

/** JSON Pointer (RFC 6901 §3) to steps; in a list a step is an index, anywhere else digits are a name. */
function parsePointer(pointer: string, data: unknown): (string | number)[] {
  let place = data;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(place) ? Number(name) : name;
      place =
        typeof place === 'object' && place !== null && Object.hasOwn(place, step)
          ? (place as Record<string | number, unknown>)[step]
          : undefined;
      return step;
    });
}
