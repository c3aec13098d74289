/** Compiles schemas that somebody changed: one dialect, no network, patterns that cannot run away. */
import addFormats from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { RE2JS } from 're2js';
import { PressError } from '../model/press-error.ts';
import type { JsonSchema } from './schema-lookup.ts';
import type { Judge, Judges } from './schema-violations.ts';
import { inheritedName } from './inherited-names.ts';
import { placeInJson } from './place-in-json.ts';
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
export function compileSchemas(schemas: ReadonlyMap<string, JsonSchema>, texts: ReadonlyMap<string, string>): Judges {
  const ajv = new Ajv2020({ ...ajvOptions, code: { regExp: linearPattern } });
  addFormats.default(ajv);
  const sources = [...schemas].map(([name, schema]): Source => ({ ajv, name, schema, text: texts.get(name) ?? '' }));
  sources.forEach(addSchema);
  const judges = new Map<string, Judge>();
  for (const source of sources) judges.set(source.name, judgeOf(source));
  return (name) => judges.get(name);
}

/** A schema on its way to a judge. */
interface Source {
  readonly ajv: Ajv2020;
  readonly name: string;
  readonly schema: JsonSchema;
  /** As it stands in the file. */
  readonly text: string;
}

function addSchema(source: Source): void {
  const { ajv, name, schema } = source;
  const stated = schema['$schema'];
  if (stated !== undefined && stated !== dialect) {
    throw broken(
      name + placeInJson(source.text, '/$schema'),
      `its $schema is «${String(stated)}»`,
      `press reads one dialect: write "$schema": "${dialect}".`,
    );
  }
  const unfit = inheritedName(schema);
  if (unfit !== undefined) {
    throw broken(
      name + placeInJson(source.text, pointerTo(unfit, schema)),
      `«${unfit}» is a word of the engine, and no schema has it`,
      'Take it out, or write the name of a definition that stands in the file.',
    );
  }
  attempt(source, () => ajv.addSchema(schema, name));
}

function judgeOf(source: Source): Judge {
  const { ajv, name } = source;
  const validate = attempt(source, () => ajv.getSchema(name)) as ValidateFunction | undefined;
  if (validate === undefined) throw broken(name, 'it cannot be found', 'Put it back.');
  // It would answer with a promise, and a promise looks like an acquittal.
  if ('$async' in validate) throw broken(name, 'it has the keyword $async', 'Take the keyword out.');
  return (data) => attempt(source, () => (validate(data) ? [] : (validate.errors ?? [])));
}

// Schemas that look harmless can take years: ten definitions of which each refers to the next one ten times.
const PATIENCE_MILLISECONDS = 3000;

function attempt<Result>(source: Source, work: () => Result): Result {
  try {
    return withinTime(PATIENCE_MILLISECONDS, work);
  } catch (error) {
    if (error instanceof PressError) throw error;
    throw broken(
      source.name + placeInJson(source.text, pointerOf(error, source)),
      whatHappened(error, source),
      'Mend the schema, or take the shipped one back.',
    );
  }
}

/** Where in the schema an error is, as a JSON Pointer; undefined when nobody says. */
function pointerOf(error: unknown, { ajv, schema }: Source): string | undefined {
  if (error instanceof UnfitPattern) return pointerTo(error.pattern, schema);
  const unknown = unknownKeyword(error);
  if (unknown !== undefined) return pointerTo(unknown, schema);
  return isInvalid(error) ? ajv.errors?.[0]?.instancePath : undefined;
}

/** The keyword that strict mode does not know: most often a slip of the pen. */
function unknownKeyword(error: unknown): string | undefined {
  return error instanceof Error ? /unknown keyword: "([^"]+)"/.exec(error.message)?.[1] : undefined;
}

/** ajv found the schema to be none, and holds the reasons: the first one is enough to begin with. */
function isInvalid(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('schema is invalid');
}

function whatHappened(error: unknown, { ajv }: Source): string {
  const unknown = unknownKeyword(error);
  if (unknown !== undefined) return `«${unknown}» is no keyword of JSON Schema`;
  if (isInvalid(error)) return `a value there ${ajv.errors?.[0]?.message ?? 'is no part of a schema'}`;
  if (error instanceof OutOfTime)
    return 'it takes too long; look for definitions that refer to each other again and again';
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
  if (pattern.length > LONGEST_PATTERN)
    throw new UnfitPattern(pattern, `a pattern has ${pattern.length} characters; the limit is ${LONGEST_PATTERN}`);
  try {
    const compiled = RE2JS.compile(inRe2(pattern));
    // ajv tells patterns apart by their text: without it, the first of a set would stand for all.
    return { test: (text) => compiled.matcher(text).find(), toString: () => pattern };
  } catch {
    throw new UnfitPattern(
      pattern,
      `the pattern «${pattern}» is not understood; look-around and back-references are not allowed`,
    );
  }
}
linearPattern.code = 'linearPattern';

/** JSON Schema's patterns are those of ECMA-262, which writes code points and scripts in another way than RE2. */
function inRe2(pattern: string): string {
  return pattern.replace(
    /\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|([pP])\{(?:Script|sc)=|[^])/g,
    (written, ...groups: unknown[]) => {
      const [braced, four, property] = groups;
      const code = braced ?? four;
      if (typeof code === 'string') return `\\x{${code}}`;
      return typeof property === 'string' ? `\\${property}{` : written;
    },
  );
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
