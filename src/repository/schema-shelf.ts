/**
 * The schemas of a repository, ready to judge data.
 *
 * A repository owns its schemas; where it has none, the shipped ones apply. While they are the shipped ones to the letter, code that
 * was made from them at build time judges; compiling takes ten times as long as everything else that a small run does.
 */
import type { DataPath, FrontMatter } from '../model/manuscript.ts';
import { ofLast } from '../model/of-last.ts';
import { PressError } from '../model/press-error.ts';
import type { ReleaseSchema, SchemaViolation } from '../model/schema-violation.ts';
import { LineMap } from '../model/text-range.ts';
import type { FileSource } from './file-source.ts';
import { allowedTypes, firstText, propertyNames, SchemaSet, type JsonSchema } from './schema-lookup.ts';
import { violationsOf, type Judge, type Judges, type RawViolation } from './schema-violations.ts';
import { readSchemaFiles, readShippedBases } from './schema-files.ts';
import type { Untexted } from './untexted.ts';

const RELEASE = 'release.schema.json';

/** The shipped schemas beside those of a house. */
interface OwnSchemas {
  readonly judges: Judges;
  readonly bases: ReadonlyMap<string, JsonSchema>;
}

export class SchemaShelf {
  readonly #set: SchemaSet;
  readonly #judges: Judges;
  readonly #shapes: Judges;
  readonly #bases: SchemaSet;
  readonly #releaseSchemas = new Map<string, ReleaseSchema | undefined>();
  readonly types: readonly string[];

  /** `own` is what press itself relies on, where schemas of the house let more pass, or say less. */
  constructor(schemas: ReadonlyMap<string, JsonSchema>, judges: Judges, own?: OwnSchemas) {
    this.#set = new SchemaSet(schemas);
    this.#judges = judges;
    this.#shapes = own?.judges ?? (() => undefined);
    this.#bases = own === undefined ? this.#set : new SchemaSet(own.bases);
    this.types = [...schemas.keys()].filter((name) => name.startsWith('types/')).map(typeOfFile);
  }

  /** The schema of a release type; the base schema where a repository has no schema for the default type. */
  release(type: string): ReleaseSchema | undefined {
    if (!this.#releaseSchemas.has(type)) this.#releaseSchemas.set(type, this.#releaseSchema(type));
    return this.#releaseSchemas.get(type);
  }

  /** What the schema of taxonomy.yaml or press.yaml finds wrong. */
  check(name: string, data: unknown): readonly SchemaViolation[] {
    const wrong = this.#judges(name)?.(data) ?? [];
    const found = wrong.length > 0 ? wrong : misshapen(this.#shapes(name)?.(data) ?? []);
    return violationsOf(found, data, (path) => this.#words(name, path));
  }

  /** Gives plain numbers and booleans their spelling back wherever no schema wants a number or a boolean. */
  untext(name: string, untexted: readonly Untexted[]): void {
    for (const { path, source, set } of untexted) {
      const said = allowedTypes(this.#set.at(name, path));
      const types = said.size > 0 ? said : allowedTypes(this.#bases.at(name, path));
      if (!types.has('number') && !types.has('integer') && !types.has('boolean')) set(source);
    }
  }

  /** File name of the schema for a type; the base for a type that is unknown. */
  fileOf(type: string): string {
    const name = `types/${type}.schema.json`;
    return this.types.includes(type) ? name : RELEASE;
  }

  #releaseSchema(type: string): ReleaseSchema | undefined {
    if (!this.types.includes(type) && type !== 'press-release') return undefined;
    const name = this.fileOf(type);
    const judge = this.#judges(name);
    if (judge === undefined) return undefined;
    const shape = this.#shapes(RELEASE);
    const wrongIn = (data: FrontMatter): readonly RawViolation[] => {
      const wrong = judge(data);
      return wrong.length > 0 ? wrong : misshapen(shape?.(data) ?? []).filter(isOfGroups);
    };
    return {
      properties: propertyNames(this.#set.at(name, [])),
      // A file is asked about by the rules and when its release is made; the answer is the same.
      check: ofLast((data: FrontMatter) => violationsOf(wrongIn(data), data, (path) => this.#words(name, path))),
    };
  }

  #words(name: string, path: DataPath): Pick<SchemaViolation, 'title' | 'description' | 'known'> {
    const schemas = this.#set.at(name, path);
    const title = firstText(schemas, 'title');
    const description = firstText(schemas, 'description');
    const known = [...propertyNames(schemas)];
    return { known, ...(title === undefined ? {} : { title }), ...(description === undefined ? {} : { description }) };
  }
}

/** Of a release, press goes into the groups under these keys; every other key it takes as a text, or leaves alone. */
function isOfGroups({ instancePath }: RawViolation): boolean {
  return /^\/(?:contacts|corrections|attachments)(?:\/|$)/.test(instancePath);
}

function typeOfFile(name: string): string {
  return name.slice('types/'.length, -'.schema.json'.length);
}

/** Reads, and where they are not the shipped ones compiles, the schemas of a repository. Rejects with a PressError. */
export async function openSchemaShelf(files: FileSource): Promise<SchemaShelf> {
  const texts = readSchemaFiles(files);
  const schemas = new Map<string, JsonSchema>();
  for (const [name, text] of texts) schemas.set(name, parseSchema(name, text));
  const shipped = await import('./generated/shipped-judges.js');
  const isShipped = [...texts].every(([name, text]) => shipped.isShipped(name, text.replaceAll('\r\n', '\n')));
  if (isShipped) return new SchemaShelf(schemas, (name) => shippedJudge(shipped.judges, name));
  const { compileSchemas } = await import('./compile-schemas.ts');
  const bases = new Map([...readShippedBases()].map(([name, text]) => [name, parseSchema(name, text)]));
  return new SchemaShelf(schemas, compileSchemas(schemas, texts), {
    judges: (name) => shippedJudge(shipped.judges, name),
    bases,
  });
}

/** A house may allow more words and longer ones; what is no list where press goes through a list stays wrong. */
function misshapen(violations: readonly RawViolation[]): readonly RawViolation[] {
  return violations.filter(({ keyword }) => keyword === 'type' || keyword === 'required');
}

function shippedJudge(judges: Readonly<Record<string, ShippedJudge>>, name: string): Judge | undefined {
  const judge = Object.hasOwn(judges, name) ? judges[name] : undefined;
  return judge === undefined ? undefined : (data) => (judge(data) ? [] : (judge.errors ?? []));
}

interface ShippedJudge {
  (data: unknown): boolean;
  errors?: readonly RawViolation[] | null;
}

function parseSchema(name: string, text: string): JsonSchema {
  const value = parseJson(name, text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonSchema;
  throw new PressError('broken-schema', `schemas/${name} is no JSON object.`, {
    hint: 'A schema begins with «{» and ends with «}».',
  });
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PressError(
      'broken-schema',
      `schemas/${name}${placeIn(text, error)} is no JSON: ${(error as Error).message}.`,
      {
        hint: 'Mend the file, or take it back from version control.',
      },
    );
  }
}

/** Line and column, where the engine names an offset: not every version and not every error does. */
function placeIn(text: string, error: unknown): string {
  const offset = /at position (\d+)/.exec((error as Error).message)?.[1];
  if (offset === undefined) return '';
  const { line, column } = new LineMap(text).at(Number(offset));
  return `:${line}:${column}`;
}
