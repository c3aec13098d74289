/** Compiles schemas that somebody changed: one dialect, no network, patterns that cannot run away. */
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { RE2JS } from 're2js';
import { PressError } from '../model/press-error.ts';
import type { JsonSchema } from './schema-lookup.ts';
import type { Judge, Judges } from './schema-violations.ts';
import { OutOfTime, withinTime } from './stopwatch.ts';

const LONGEST_PATTERN = 1000;
const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** Options under which every schema is judged, here and when the shipped ones are made into code. */
export const ajvOptions = {
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
  allErrors: true,
  ownProperties: true,
  validateFormats: true,
  logger: false,
} as const;

/** Judges for a set of schemas, each compiled when it is first asked. Throws PressError for a schema that does not compile. */
export function compileSchemas(schemas: ReadonlyMap<string, JsonSchema>): Judges {
  const ajv = new Ajv2020({ ...ajvOptions, code: { regExp: linearPattern } });
  addFormats.default(ajv);
  for (const [name, schema] of schemas) addSchema(ajv, name, schema);
  const judges = new Map<string, Judge>();
  for (const [name, schema] of schemas) judges.set(name, judgeOf(ajv, name, schema));
  return (name) => judges.get(name);
}

function addSchema(ajv: Ajv2020, name: string, schema: JsonSchema): void {
  const stated = schema['$schema'];
  if (stated !== undefined && stated !== dialect) {
    throw broken(name, `its $schema is «${String(stated)}»`, `press reads one dialect: write "$schema": "${dialect}".`);
  }
  attempt({ name, schema }, () => ajv.addSchema(schema, name));
}

function judgeOf(ajv: Ajv2020, name: string, schema: JsonSchema): Judge {
  const validate = attempt({ name, schema }, () => ajv.getSchema(name)) as ValidateFunction | undefined;
  if (validate === undefined) throw broken(name, 'it cannot be found', 'Put it back.');
  // It would answer with a promise, and a promise looks like an acquittal.
  if ('$async' in validate) throw broken(name, 'it has the keyword $async', 'Take the keyword out.');
  return (data) => attempt({ name, schema }, () => (validate(data) ? [] : (validate.errors ?? [])));
}

// Schemas that look harmless can take years: ten definitions of which each refers to the next one ten times.
const PATIENCE_MILLISECONDS = 3000;

function attempt<Result>({ name, schema }: { readonly name: string; readonly schema: JsonSchema }, work: () => Result): Result {
  try {
    return withinTime(PATIENCE_MILLISECONDS, work);
  } catch (error) {
    if (error instanceof PressError) throw error;
    const place = error instanceof UnfitPattern ? pointerTo(error.pattern, schema) : '';
    throw broken(`${name}${place === '' ? '' : `#${place}`}`, whatHappened(error), 'Mend the schema, or take the shipped one back.');
  }
}

function whatHappened(error: unknown): string {
  if (error instanceof OutOfTime) return 'it takes too long; look for definitions that refer to each other again and again';
  if (error instanceof RangeError) return 'it is nested too deeply, or refers to itself without end';
  return (error as Error).message;
}

function broken(name: string, what: string, hint: string): PressError {
  return new PressError('broken-schema', `schemas/${name} cannot be used: ${what}.`, { hint });
}

/** A pattern that the linear engine does not take. */
class UnfitPattern extends Error {
  readonly pattern: string;

  constructor(pattern: string, why: string) {
    super(why);
    this.pattern = pattern;
  }
}

/** A pattern of somebody's schema on an engine whose time grows with the text only. */
function linearPattern(pattern: string): { test(text: string): boolean; toString(): string } {
  if (pattern.length > LONGEST_PATTERN) throw new UnfitPattern(pattern, `a pattern has ${pattern.length} characters; the limit is ${LONGEST_PATTERN}`);
  try {
    const compiled = RE2JS.compile(inRe2(pattern));
    // ajv tells patterns apart by their text: without it, the first of a set would stand for all.
    return { test: (text) => compiled.matcher(text).find(), toString: () => pattern };
  } catch {
    throw new UnfitPattern(pattern, `the pattern «${pattern}» is not understood; look-around and back-references are not allowed`);
  }
}
linearPattern.code = 'linearPattern';

/** JSON Schema's patterns are those of ECMA-262, which writes code points and scripts in another way than RE2. */
function inRe2(pattern: string): string {
  return pattern.replace(/\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|([pP])\{(?:Script|sc)=|[^])/g, (written, braced, four, property) => {
    const code: unknown = braced ?? four;
    if (typeof code === 'string') return `\\x{${code}}`;
    return typeof property === 'string' ? `\\${property}{` : written;
  });
}

/** Where a text stands in a schema, as a value or a name, as a JSON Pointer; empty when it does not. */
function pointerTo(wanted: string, node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  for (const [name, value] of Object.entries(node)) {
    const step = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (value === wanted || name === wanted) return step;
    const below = pointerTo(wanted, value);
    if (below !== '') return step + below;
  }
  return '';
}
