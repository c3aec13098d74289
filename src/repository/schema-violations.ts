/** From the errors of a JSON Schema validator to violations that a rule can put into words: no echoes, each place once. */
import type { DataPath } from '../model/manuscript.ts';
import type { SchemaViolation } from '../model/schema-violation.ts';

/** The part of ajv's ErrorObject that is used here. */
export interface RawViolation {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Judges data by one schema; an empty list is an acquittal. */
export type Judge = (data: unknown) => readonly RawViolation[];

/** Judges by schema file name, as `types/statement.schema.json`. */
export type Judges = (name: string) => Judge | undefined;

// These only say that a subschema failed; what failed in it is reported by itself.
const echoes = new Set(['if', 'allOf', 'anyOf', 'oneOf', 'not']);

type Words = (path: DataPath) => Pick<SchemaViolation, 'title' | 'description' | 'known'>;

/** The violations of a run, in the order found. Lazily worded: only what is reported pays for looking its title up. */
export function violationsOf(raw: readonly RawViolation[], words: Words): SchemaViolation[] {
  const seen = new Set<string>();
  const violations: SchemaViolation[] = [];
  for (const error of raw) {
    if (echoes.has(error.keyword)) continue;
    const path = parsePointer(error.instancePath);
    const key = `${error.instancePath} ${error.keyword} ${named(error)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    violations.push({ path, keyword: error.keyword, params: error.params, ...words(wordedPath(path, error)) });
  }
  return violations;
}

/** The property that an error is about, where it is about one of several. */
function named({ params }: RawViolation): string {
  return String(params['missingProperty'] ?? params['additionalProperty'] ?? params['propertyName'] ?? '');
}

/** A missing property is described by itself, not by the object that it is missing from. */
function wordedPath(path: DataPath, error: RawViolation): DataPath {
  const missing = error.params['missingProperty'];
  return typeof missing === 'string' ? [...path, missing] : path;
}

/** JSON Pointer (RFC 6901 §3) to steps; a step of digits is a list index. */
function parsePointer(pointer: string): (string | number)[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}
