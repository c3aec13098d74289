/** Statements as JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), with a context of its own: nobody has to fetch one. */
import { unicodeEscape } from '../../text/unicode-escape.ts';
import { prefixes, RDF_TYPE, shortName } from './names.ts';
import { bySubject, fitAddress, type RdfObject, type Subject, type Triple } from './triple.ts';

/** What all objects of a predicate are, in this document. */
type Form = 'addresses' | 'languages' | 'mixed';

/** The document: a context with the names that are used, then a node for each subject. The same statements give the same bytes. */
export function* jsonldText(triples: Iterable<Triple>): Generator<string> {
  const subjects = [...bySubject(triples).values()];
  const forms = formsOf(subjects);
  yield `{\n  "@context": ${json(contextOf(subjects, forms), 2)},\n  "@graph": [`;
  let separator = '\n    ';
  for (const subject of subjects) {
    yield `${separator}${json(nodeOf(subject, forms), 4)}`;
    separator = ',\n    ';
  }
  yield subjects.length === 0 ? ']\n}\n' : '\n  ]\n}\n';
}

function json(value: unknown, indent: number): string {
  return JSON.stringify(value, null, 2)
    .replaceAll('\n', `\n${' '.repeat(indent)}`)
    .replace(/[\u2028\u2029]/g, unicodeEscape);
}

function formsOf(subjects: readonly Subject[]): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>();
  for (const { predicates } of subjects)
    for (const [predicate, objects] of predicates)
      for (const object of objects) {
        const form = formOf(object);
        const known = forms.get(predicate);
        forms.set(predicate, known === undefined || known === form ? form : 'mixed');
      }
  forms.delete(RDF_TYPE);
  return forms;
}

function formOf(object: RdfObject): Form {
  if (object.kind === 'iri') return 'addresses';
  return object.lang === undefined ? 'mixed' : 'languages';
}

function contextOf(subjects: readonly Subject[], forms: ReadonlyMap<string, Form>): Record<string, unknown> {
  const names = [...forms].map(([predicate, form]): [string, unknown] => [
    keyOf(predicate),
    definitionOf(predicate, form),
  ]);
  const used = JSON.stringify([names, subjects.map((subject) => nodeOf(subject, forms))]);
  const starts = [...prefixes].filter(([prefix]) => used.includes(`"${prefix}:`));
  const defined = names.filter(([, definition]) => definition !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries([...starts, ...defined]);
}

/** `prefLabel` for a name of SKOS, `dct:valid` for one of another vocabulary. */
function keyOf(predicate: string): string {
  return (shortName(predicate) ?? predicate).replace(/^skos:/, '');
}

function definitionOf(predicate: string, form: Form): unknown {
  const id = { '@id': shortName(predicate) ?? predicate };
  if (form === 'addresses') return { ...id, '@type': '@id' };
  if (form === 'languages') return { ...id, '@container': '@language' };
  return keyOf(predicate) === id['@id'] ? undefined : id;
}

function nodeOf({ subject, predicates }: Subject, forms: ReadonlyMap<string, Form>): Record<string, unknown> {
  const node: [string, unknown][] = [['@id', fitAddress(subject)]];
  for (const [predicate, objects] of predicates) {
    if (predicate === RDF_TYPE) node.push(['@type', oneOrAll(objects.map(typeName))]);
    else node.push([keyOf(predicate), valueOf(objects, forms.get(predicate) ?? 'mixed')]);
  }
  return Object.fromEntries(node);
}

function typeName(object: RdfObject): string {
  return object.kind === 'iri' ? (shortName(object.iri) ?? object.iri) : object.value;
}

function valueOf(objects: readonly RdfObject[], form: Form): unknown {
  if (form === 'languages') return languageMap(objects);
  return oneOrAll(
    objects.map((object) => (form === 'addresses' && object.kind === 'iri' ? object.iri : wholeValue(object))),
  );
}

function languageMap(objects: readonly RdfObject[]): Record<string, unknown> {
  const texts = new Map<string, string[]>();
  for (const object of objects) {
    if (object.kind === 'iri' || object.lang === undefined) continue;
    texts.set(object.lang, [...(texts.get(object.lang) ?? []), object.value.toWellFormed()]);
  }
  return Object.fromEntries([...texts].map(([lang, values]) => [lang, oneOrAll(values)]));
}

function wholeValue(object: RdfObject): unknown {
  if (object.kind === 'iri') return { '@id': object.iri };
  const value = object.value.toWellFormed();
  if (object.lang !== undefined) return { '@value': value, '@language': object.lang };
  return object.datatype === undefined
    ? value
    : { '@value': value, '@type': shortName(object.datatype) ?? object.datatype };
}

function oneOrAll<Item>(items: readonly Item[]): Item | readonly Item[] {
  const [first] = items;
  return items.length === 1 && first !== undefined ? first : items;
}
