/** NewsML-G2 as outside judges read it: libxml2, and the schema of the IPTC where it lies beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const schema = fileURLToPath(
  new URL('../../../shared/standards/newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd', import.meta.url),
);
const namespaces = { n: 'http://iptc.org/std/nar/2006-10-01/', h: 'http://www.w3.org/1999/xhtml' };

export const isNewsmlSchemaHere = existsSync(schema);
/** What the name of a skipped test says. */
export const withoutNewsmlSchema = isNewsmlSchemaHere ? '' : ' (skipped: the schema is not beside the project)';

let validator: XsdValidator | undefined;

/** What the schema says of a document: `valid`, or what is wrong. */
export function newsmlVerdict(xml: string): string {
  const document = XmlDocument.fromBuffer(new TextEncoder().encode(xml));
  try {
    madeValidator().validate(document);
    return 'valid';
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
  }
}

/** Text of every node that an XPath finds (`n:` for NewsML-G2, `h:` for XHTML); throws when the document is not well-formed. */
export function newsmlTexts(xml: string, path: string): string[] {
  const document = XmlDocument.fromBuffer(new TextEncoder().encode(xml));
  try {
    return document.find(path, namespaces).map(({ content }) => content);
  } finally {
    document.dispose();
  }
}

function madeValidator(): XsdValidator {
  xmlRegisterFsInputProviders();
  validator ??= XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema), { url: schema }));
  return validator;
}
