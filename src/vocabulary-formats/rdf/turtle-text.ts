/** Statements as Turtle (https://www.w3.org/TR/turtle/). */
import { unicodeEscape } from '../../text/unicode-escape.ts';
import { prefixes, RDF_TYPE, shortName } from './names.ts';
import { bySubject, fitAddress, type Literal, type RdfObject, type Subject, type Triple } from './triple.ts';

/** The document: prefixes that are used, then a block for each subject. The same statements give the same bytes. */
export function* turtleText(triples: Iterable<Triple>): Generator<string> {
  const blocks = [...bySubject(triples).values()].map(blockOf);
  const used = [...prefixes].filter(([prefix]) =>
    blocks.some((block) => block.includes(` ${prefix}:`) || block.includes(`^^${prefix}:`)),
  );
  for (const [prefix, start] of used) yield `@prefix ${prefix}: <${start}> .\n`;
  for (const block of blocks) yield `\n${block}`;
}

function blockOf({ subject, predicates }: Subject): string {
  const lines = [...predicates].map(
    ([predicate, objects]) => `${predicate === RDF_TYPE ? 'a' : name(predicate)} ${listText(objects)}`,
  );
  return `${bracketed(subject)} ${lines.join(' ;\n  ')} .\n`;
}

/** Several addresses get a line each: what has changed between two versions is easier to see. */
function listText(objects: readonly RdfObject[]): string {
  const areAddresses = objects.length > 1 && objects.every(({ kind }) => kind === 'iri');
  return objects.map(objectText).join(areAddresses ? ',\n    ' : ', ');
}

function objectText(object: RdfObject): string {
  return object.kind === 'iri' ? name(object.iri) : literalText(object);
}

function name(address: string): string {
  return shortName(address) ?? bracketed(address);
}

function bracketed(address: string): string {
  return `<${fitAddress(address)}>`;
}

function literalText({ value, lang, datatype }: Literal): string {
  const text = `"${escaped(value)}"`;
  if (lang !== undefined) return `${text}@${lang}`;
  return datatype === undefined ? text : `${text}^^${name(datatype)}`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** Quotes, backslashes and control characters have an escape; so have the characters that turn a line around, and those that some readers refuse. */
function escaped(value: string): string {
  return value
    .toWellFormed()
    .replace(
      /["\\\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\uFEFF\uFFFE\uFFFF]/gu,
      (sign) => ESCAPES.get(sign) ?? unicodeEscape(sign),
    );
}
