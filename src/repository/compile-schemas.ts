/** Compiles schemas that somebody changed: one dialect, no network, patterns that cannot run away. */
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { RE2JS } from 're2js';
import { PressError } from '../model/press-error.ts';
import type { JsonSchema } from './schema-lookup.ts';
import type { Judge, Judges } from './schema-violations.ts';

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
  for (const name of schemas.keys()) judges.set(name, judgeOf(ajv, name));
  return (name) => judges.get(name);
}

function addSchema(ajv: Ajv2020, name: string, schema: JsonSchema): void {
  const stated = schema['$schema'];
  if (stated !== undefined && stated !== dialect) {
    throw broken(name, `its $schema is «${String(stated)}»`, `press reads one dialect: write "$schema": "${dialect}".`);
  }
  attempt(name, () => ajv.addSchema(schema, name));
}

function judgeOf(ajv: Ajv2020, name: string): Judge {
  const validate = attempt(name, () => ajv.getSchema(name)) as ValidateFunction | undefined;
  if (validate === undefined) throw broken(name, 'it cannot be found', 'Put it back.');
  return (data) => (validate(data) ? [] : (validate.errors ?? []));
}

function attempt<Result>(name: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof PressError) throw error;
    throw broken(name, (error as Error).message, 'Mend the schema, or take the shipped one back.');
  }
}

function broken(name: string, what: string, hint: string): PressError {
  return new PressError('broken-schema', `schemas/${name} cannot be used: ${what}.`, { hint });
}

/** A pattern of somebody's schema on an engine whose time grows with the text only. */
function linearPattern(pattern: string): { test(text: string): boolean } {
  if (pattern.length > LONGEST_PATTERN) throw new Error(`a pattern has ${pattern.length} characters; the limit is ${LONGEST_PATTERN}`);
  try {
    const compiled = RE2JS.compile(pattern);
    return { test: (text) => compiled.matcher(text).find() };
  } catch {
    throw new Error(`the pattern «${pattern}» is not understood; look-around and back-references are not allowed`);
  }
}
linearPattern.code = 'linearPattern';
