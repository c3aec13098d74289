/** Outside judges of RDF: statements as other programs read them, one text each, in one form. */
import { existsSync, readFileSync } from 'node:fs';
import jsonldPackage from 'jsonld';
import { Parser, Store, type Quad } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import type { RdfObject, Triple } from '../../src/vocabulary-formats/rdf/triple.ts';

const STRING = 'http://www.w3.org/2001/XMLSchema#string';

/** Every statement of a Turtle document, sorted. Language tags are the same in capitals and small letters. */
export function turtleStatements(text: string): string[] {
  return quads(text)
    .map(({ subject, predicate, object }) =>
      object.termType === 'Literal'
        ? statement(subject.value, predicate.value, literal(object.value, object.language, object.datatype.value))
        : statement(subject.value, predicate.value, `<${object.value}>`),
    )
    .sort();
}

export function quads(text: string): Quad[] {
  return new Parser({ format: 'text/turtle' }).parse(text);
}

interface JsonLdTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

/** Every statement of a JSON-LD document, sorted. Rejects where it would have to fetch something. */
export async function jsonldStatements(text: string): Promise<string[]> {
  const documentLoader = (address: string): never => {
    throw new Error(`${address} is asked for`);
  };
  const dataset = (await jsonldPackage.toRDF(JSON.parse(text) as object, { documentLoader })) as readonly {
    readonly subject: JsonLdTerm;
    readonly predicate: JsonLdTerm;
    readonly object: JsonLdTerm;
    readonly graph: JsonLdTerm;
  }[];
  return dataset
    .map(({ subject, predicate, object, graph }) => {
      const what =
        object.termType === 'Literal'
          ? literal(object.value, object.language ?? '', object.datatype?.value ?? STRING)
          : `<${nodeName(object)}>`;
      return `${statement(nodeName(subject), predicate.value, what)}${graph.value === '' ? '' : ` in ${graph.value}`}`;
    })
    .sort();
}

function nodeName({ termType, value }: JsonLdTerm): string {
  return termType === 'BlankNode' && !value.startsWith('_:') ? `_:${value}` : value;
}

/** The same for what press has read. */
export function ownStatements(triples: readonly Triple[]): string[] {
  return triples.map(({ subject, predicate, object }) => statement(subject, predicate, objectText(object))).sort();
}

function objectText(object: RdfObject): string {
  return object.kind === 'iri'
    ? `<${object.iri}>`
    : literal(object.value, object.lang ?? '', object.datatype ?? STRING);
}

function statement(subject: string, predicate: string, object: string): string {
  return `<${subject}> <${predicate}> ${object}`;
}

function literal(value: string, language: string, datatype: string): string {
  return `${JSON.stringify(value)}${language === '' ? `^^${datatype}` : `@${language.toLowerCase()}`}`;
}

const shapesFile = new URL('../../../shared/standards/skos/shapes.ttl', import.meta.url);

export const hasShapes = existsSync(shapesFile);

/** What the integrity conditions of SKOS find wrong in a Turtle document. */
export async function shapeObjections(text: string): Promise<string[]> {
  const validator = new SHACLValidator(new Store(quads(readFileSync(shapesFile, 'utf8'))) as never, {});
  const report = await validator.validate(new Store(quads(text)) as never);
  return report.results.map(
    ({ focusNode, message }) => `${focusNode?.value ?? ''}: ${message.map((each) => each.value).join(' ')}`,
  );
}
