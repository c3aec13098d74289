/** Every subschema of a schema, with its JSON Pointer. */
import type { Json } from './shipped-schemas.ts';

export interface Subschema {
  readonly pointer: string;
  readonly schema: Json;
  /** True for an entry of `properties` that people meet in an editor, not one inside `if`, `then`, `else` or `not`. */
  readonly isProperty: boolean;
}

const BY_NAME = ['properties', 'patternProperties', '$defs', 'dependentSchemas'];
const SINGLE = ['items', 'additionalProperties', 'propertyNames', 'contains'];
const CONDITIONS = ['if', 'then', 'else', 'not'];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];

export function subschemasOf(schema: Json): Subschema[] {
  return walk(schema, '', { isProperty: false, isCondition: false });
}

interface Role {
  readonly isProperty: boolean;
  readonly isCondition: boolean;
}

function walk(schema: Json, pointer: string, role: Role): Subschema[] {
  const found: Subschema[] = [{ pointer, schema, isProperty: role.isProperty && !role.isCondition }];
  const visit = (child: unknown, at: string, changes: Partial<Role> = {}): void => {
    if (isJson(child)) found.push(...walk(child, `${pointer}/${at}`, { ...role, isProperty: false, ...changes }));
  };
  for (const keyword of BY_NAME) {
    for (const [name, child] of entriesOf(schema[keyword])) {
      visit(child, `${keyword}/${name}`, { isProperty: keyword === 'properties' });
    }
  }
  for (const keyword of SINGLE) visit(schema[keyword], keyword);
  for (const keyword of CONDITIONS) visit(schema[keyword], keyword, { isCondition: true });
  for (const keyword of LISTS)
    for (const [index, child] of entriesOf(schema[keyword])) visit(child, `${keyword}/${index}`);
  return found;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
