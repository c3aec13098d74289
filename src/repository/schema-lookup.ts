/** What the schemas say about one place of the data: its title, its description, the types it may have. */
import type { DataPath } from '../model/manuscript.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A set of schemas that refer to each other by relative file names. */
export class SchemaSet {
  readonly #byName: ReadonlyMap<string, JsonSchema>;

  constructor(byName: ReadonlyMap<string, JsonSchema>) {
    this.#byName = byName;
  }

  /** All subschemas that speak about the value at a path, the most special schema's first. */
  at(name: string, path: DataPath): JsonSchema[] {
    let places = this.#spread([{ file: name, schema: this.#byName.get(name) ?? {} }]);
    for (const step of path) places = this.#spread(places.flatMap((place) => stepInto(place, step)));
    return places.map((place) => place.schema);
  }

  /** Schemas with everything that they include: references and the branches of allOf, anyOf, oneOf, then, else. Each once, so that circles end. */
  #spread(places: readonly Place[]): Place[] {
    const found = new Map<JsonSchema, Place>();
    const include = (place: Place): void => {
      if (found.has(place.schema)) return;
      found.set(place.schema, place);
      for (const schema of branchesOf(place.schema)) include({ file: place.file, schema });
      const target = this.#resolve(place);
      if (target !== undefined) include(target);
    };
    places.forEach(include);
    return [...found.values()];
  }

  #resolve({ file, schema }: Place): Place | undefined {
    const reference = schema['$ref'];
    if (typeof reference !== 'string') return undefined;
    const [target = '', pointer = ''] = reference.split('#', 2);
    const name = target === '' ? file : relativeName(file, target);
    let node: unknown = this.#byName.get(name);
    for (const step of pointer.split('/').filter((part) => part !== '')) {
      node = isSchema(node) && Object.hasOwn(node, step) ? node[step] : undefined;
    }
    return isSchema(node) ? { file: name, schema: node } : undefined;
  }
}

interface Place {
  readonly file: string;
  readonly schema: JsonSchema;
}

/** What a schema says about a property, or about the items of a list. */
function stepInto({ file, schema }: Place, step: string | number): Place[] {
  const { properties, items, additionalProperties } = schema;
  const own = isSchema(properties) && Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
  const child = typeof step === 'number' ? items : own;
  return isSchema(child) ? [{ file, schema: child }] : [];
}

function branchesOf(schema: JsonSchema): JsonSchema[] {
  const several = [schema['allOf'], schema['anyOf'], schema['oneOf']].flatMap((branches) =>
    Array.isArray(branches) ? branches : [],
  );
  return [...several, schema['then'], schema['else']].filter(isSchema);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `../release.schema.json` seen from `types/x.schema.json` is `release.schema.json`. */
function relativeName(from: string, target: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The types that the schemas allow at a place, by name or by the values that they list; empty when they do not say. */
export function allowedTypes(schemas: readonly JsonSchema[]): Set<string> {
  const types = new Set<string>();
  for (const { type, const: only, enum: some } of schemas) {
    for (const name of Array.isArray(type) ? type : [type]) if (typeof name === 'string') types.add(name);
    for (const value of Array.isArray(some) ? some : [only])
      if (typeof value === 'number' || typeof value === 'boolean') types.add(typeof value);
  }
  return types;
}

/** Names of the properties that the schemas know at a place. */
export function propertyNames(schemas: readonly JsonSchema[]): Set<string> {
  const names = new Set<string>();
  for (const { properties } of schemas)
    if (isSchema(properties)) Object.keys(properties).forEach((name) => names.add(name));
  return names;
}

/** The first text that the schemas have under a keyword. */
export function firstText(schemas: readonly JsonSchema[], keyword: 'title' | 'description'): string | undefined {
  for (const schema of schemas) {
    const text = schema[keyword];
    if (typeof text === 'string') return text;
  }
  return undefined;
}
