/** Statements to ask questions of, by the short names of predicates. */
import { named, RDF_TYPE } from '../rdf/names.ts';
import { bySubject, type Literal, type RdfObject, type Subject, type Triple } from '../rdf/triple.ts';

const OLD_SCHEMA = 'http://schema.org/';

export class Graph {
  readonly #subjects: ReadonlyMap<string, Subject>;

  constructor(triples: Iterable<Triple>) {
    this.#subjects = bySubject(withOneSchema(triples));
  }

  /** In the order in which they first come. */
  get subjects(): readonly string[] {
    return [...this.#subjects.keys()];
  }

  has(subject: string): boolean {
    return this.#subjects.has(subject);
  }

  objects(subject: string, name: string): readonly RdfObject[] {
    return this.#subjects.get(subject)?.predicates.get(named(name)) ?? [];
  }

  addresses(subject: string, name: string): string[] {
    return this.objects(subject, name).flatMap((object) => (object.kind === 'iri' ? [object.iri] : []));
  }

  literals(subject: string, name: string): Literal[] {
    return this.objects(subject, name).filter((object) => object.kind === 'literal');
  }

  isA(subject: string, name: string): boolean {
    return this.addresses(subject, 'rdf:type').includes(named(name));
  }

  /** Whole addresses of what is said about a subject, its type aside. */
  predicates(subject: string): string[] {
    return [...(this.#subjects.get(subject)?.predicates.keys() ?? [])].filter((predicate) => predicate !== RDF_TYPE);
  }
}

/** schema.org is written with http and with https, and both mean the same. */
function* withOneSchema(triples: Iterable<Triple>): Generator<Triple> {
  for (const triple of triples) {
    const { predicate, object } = triple;
    if (!predicate.startsWith(OLD_SCHEMA) && object.kind !== 'iri') yield triple;
    else
      yield {
        ...triple,
        predicate: modern(predicate),
        object: object.kind === 'iri' ? { ...object, iri: modern(object.iri) } : object,
      };
  }
}

function modern(address: string): string {
  return address.startsWith(OLD_SCHEMA) ? `https://schema.org/${address.slice(OLD_SCHEMA.length)}` : address;
}
