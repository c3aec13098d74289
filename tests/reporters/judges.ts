/** Schemas of other people that judge reports. They lie beside the project; where they do not, their tests are skipped. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { RelaxNGValidator, XmlDocument, XsdValidator } from 'libxml2-wasm';

const folder = new URL('../../../shared/standards/', import.meta.url);

/** Whether the schemas are here; `missing` is what a skipped test says. */
export const areSchemasHere = existsSync(folder);
export const missing = areSchemasHere ? '' : ' (skipped: the schemas are not beside the project)';

/** A judge by JSON Schema, made of the file's text when it is first asked: draft 4 is near enough to draft 7 for these files. */
export function jsonJudge(path: string): (report: unknown) => string {
  let judge: ValidateFunction | undefined;
  return (report) => {
    judge ??= compiled(path);
    return judge(report) ? 'valid' : JSON.stringify(judge.errors);
  };
}

function compiled(path: string): ValidateFunction {
  const { $schema: _, id: __, ...schema } = JSON.parse(textOf(path)) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, ownProperties: true });
  formats.default(ajv);
  return ajv.compile(schema);
}

/** A judge by XML Schema (`.xsd`) or RELAX NG (`.rng`). */
export function xmlJudge(path: string): (report: string) => string {
  return (report) => {
    const schema = XmlDocument.fromString(textOf(path));
    const validator = path.endsWith('.xsd') ? XsdValidator.fromDoc(schema) : RelaxNGValidator.fromDoc(schema);
    const document = XmlDocument.fromString(report);
    try {
      validator.validate(document);
      return 'valid';
    } catch (error) {
      return String(error);
    } finally {
      for (const each of [document, validator, schema]) each.dispose();
    }
  };
}

function textOf(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}
