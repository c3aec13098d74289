/** Statements of RDF 1.1, as both syntaxes write and read them. */

export interface Iri {
  readonly kind: 'iri';
  /** A whole address; `_:x` for a node without one. */
  readonly iri: string;
}

export interface Literal {
  readonly kind: 'literal';
  readonly value: string;
  /** BCP 47; a literal has a language or a datatype, never both. */
  readonly lang?: string;
  /** Address of the datatype; a literal without language and datatype is an `xsd:string`. */
  readonly datatype?: string;
}

export type RdfObject = Iri | Literal;

export interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: RdfObject;
}

/** An address with everything percent-encoded that neither syntax has room for (Turtle §6.5 [18]). */
export function iri(address: string): Iri {
  return { kind: 'iri', iri: fitAddress(address) };
}

const UNFIT = /[\u0000-\u0020<>"{}|^`\\]|\p{Surrogate}/gu;

/** The same as text. */
export function fitAddress(address: string): string {
  return address.replace(UNFIT, (sign) => encodeURIComponent(sign.toWellFormed()));
}

export function plainLiteral(value: string): Literal {
  return { kind: 'literal', value };
}

export function inLanguage(value: string, lang: string): Literal {
  return { kind: 'literal', value, lang };
}

export function typed(value: string, datatype: string): Literal {
  return { kind: 'literal', value, datatype };
}

/** Statements about one subject, predicate by predicate in the order in which they first come. */
export interface Subject {
  readonly subject: string;
  readonly predicates: ReadonlyMap<string, readonly RdfObject[]>;
}

/** The statements gathered by subject and predicate, each once, in the order in which they first come. */
export function bySubject(triples: Iterable<Triple>): ReadonlyMap<string, Subject> {
  const subjects = new Map<string, { subject: string; predicates: Map<string, RdfObject[]> }>();
  const seen = new Set<string>();
  for (const { subject, predicate, object } of triples) {
    const key = JSON.stringify([subject, predicate, object]);
    if (seen.has(key)) continue;
    seen.add(key);
    const known = subjects.get(subject) ?? { subject, predicates: new Map<string, RdfObject[]>() };
    subjects.set(subject, known);
    const objects = known.predicates.get(predicate);
    if (objects === undefined) known.predicates.set(predicate, [object]);
    else objects.push(object);
  }
  return subjects;
}
