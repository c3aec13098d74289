/** Sitemaps as the schemas of their standards judge them; those lie beside the project, and their tests are skipped where they do not. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const folder = fileURLToPath(new URL('../../../shared/standards/sitemap/', import.meta.url));

export const areSitemapSchemasHere = existsSync(folder);
/** What the name of a skipped test says. */
export const withoutSitemapSchemas = areSitemapSchemasHere ? '' : ' (skipped: the schemas are not beside the project)';

const validators = new Map<string, XsdValidator>();

/** What a schema says of a document: `valid`, or what is wrong. `all` is for sitemaps, `siteindex` for their index. */
export function sitemapVerdict(schema: 'all' | 'siteindex', xml: string): string {
  const document = XmlDocument.fromString(xml);
  try {
    validatorOf(`${folder}${schema}.xsd`).validate(document);
    return 'valid';
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
  }
}

function validatorOf(path: string): XsdValidator {
  const made = validators.get(path);
  if (made !== undefined) return made;
  xmlRegisterFsInputProviders();
  const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(path), { url: path }));
  validators.set(path, validator);
  return validator;
}
