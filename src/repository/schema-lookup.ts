/** What the schemas say about one place of the data: its title, its description, the types it may have. */
import type { DataPath } from '../model/manuscript.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

const DEEPEST_REFERENCE = 64;

/** A set of schemas that refer to each other by relative file names. */
export class SchemaSet {
  readonly #byName: ReadonlyMap<string, JsonSchema>;

  constructor(byName: ReadonlyMap<string, JsonSchema>) {
    this.#byName = byName;
  }

  /** All subschemas that speak about the value at a path, the most special schema's first. */
  at(name: string, path: DataPath): JsonSchema[] {
    let places: Place[] = this.#spread({ file: name, schema: this.#byName.get(name) ?? {} }, 0);
    for (const step of path) places = places.flatMap((place) => this.#step(place, step));
    return places.map((place) => place.schema);
  }

  #step(place: Place, step: string | number): Place[] {
    const { properties, items, additionalProperties } = place.schema;
    const child =
      typeof step === 'number'
        ? items
        : isSchema(properties) && Object.hasOwn(properties, step)
          ? properties[step]
          : additionalProperties;
    return isSchema(child) ? this.#spread({ file: place.file, schema: child }, 0) : [];
  }

  /** A schema with everything that it includes: references and the branches of allOf, anyOf, oneOf, then, else. */
  #spread(place: Place, depth: number): Place[] {
    if (depth > DEEPEST_REFERENCE) return [];
    const found = [place];
    const include = (schema: unknown): void => {
      if (isSchema(schema)) found.push(...this.#spread({ file: place.file, schema }, depth + 1));
    };
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const branches = place.schema[keyword];
      if (Array.isArray(branches)) branches.forEach(include);
    }
    include(place.schema['then']);
    include(place.schema['else']);
    const target = this.#resolve(place);
    if (target !== undefined) found.push(...this.#spread(target, depth + 1));
    return found;
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

/** The types that the schemas allow at a place; empty when they do not say. */
export function allowedTypes(schemas: readonly JsonSchema[]): Set<string> {
  const types = new Set<string>();
  for (const { type } of schemas) {
    for (const name of Array.isArray(type) ? type : [type]) if (typeof name === 'string') types.add(name);
  }
  return types;
}

/** Names of the properties that the schemas know at a place. */
export function propertyNames(schemas: readonly JsonSchema[]): Set<string> {
  const names = new Set<string>();
  for (const { properties } of schemas) if (isSchema(properties)) Object.keys(properties).forEach((name) => names.add(name));
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
