/** The shipped schemas, loaded together under their paths below schemas/, as the program loads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import formats from 'ajv-formats';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';

export type Json = Readonly<Record<string, unknown>>;

export const projectUrl = new URL('../../', import.meta.url);
export const schemasUrl = new URL('schemas/', projectUrl);

/** Schemas by path, as `types/statement.schema.json`. */
export const shippedSchemas: ReadonlyMap<string, Json> = new Map(
  readdirSync(fileURLToPath(schemasUrl), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.schema.json'))
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(new URL(name, schemasUrl), 'utf8')) as Json]),
);

/** The schemas of files that people write; the others describe what the program prints. */
export const inputSchemas: readonly string[] = [...shippedSchemas.keys()].filter((name) => !name.startsWith('output/'));

/** A strict validator that knows every shipped schema by its path. */
export function loadShippedSchemas(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allErrors: true,
    ownProperties: true,
    validateFormats: true,
    allowUnionTypes: true,
    verbose: true,
  });
  formats.default(ajv);
  for (const [name, schema] of shippedSchemas) ajv.addSchema(schema, name);
  return ajv;
}

const validators = loadShippedSchemas();

/** The validator of a schema, or of one place in it: `release.schema.json#/properties/date`. */
export function validatorOf(reference: string): ValidateFunction {
  const validate = validators.getSchema(reference);
  if (validate === undefined) throw new Error(`No schema at ${reference}`);
  return validate;
}

/** What a schema finds wrong with a value; empty when nothing is. */
export function errorsOf(reference: string, value: unknown): readonly ErrorObject[] {
  const validate = validatorOf(reference);
  return validate(value) === true ? [] : (validate.errors ?? []);
}

/** Errors as `/contacts/0/email pattern`, for messages of failed tests. */
export function told(errors: readonly ErrorObject[]): string[] {
  return errors.map((error) => `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`);
}
