/** The vocabularies of the web that a vocabulary of ours is written in. */

export const prefixes: ReadonlyMap<string, string> = new Map([
  ['skos', 'http://www.w3.org/2004/02/skos/core#'],
  ['dct', 'http://purl.org/dc/terms/'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['owl', 'http://www.w3.org/2002/07/owl#'],
  ['rdf', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
  ['rdfs', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['schema', 'https://schema.org/'],
  ['xsd', 'http://www.w3.org/2001/XMLSchema#'],
]);

/** `skos:prefLabel` as a whole address. The prefix is one of the list above. */
export function named(name: string): string {
  const colon = name.indexOf(':');
  return `${prefixes.get(name.slice(0, colon)) ?? ''}${name.slice(colon + 1)}`;
}

/** A whole address as `skos:prefLabel`; undefined where no prefix fits, or what is left is no plain name. */
export function shortName(address: string): string | undefined {
  for (const [prefix, start] of prefixes) {
    if (!address.startsWith(start)) continue;
    const rest = address.slice(start.length);
    return /^[A-Za-z][A-Za-z0-9]*$/.test(rest) ? `${prefix}:${rest}` : undefined;
  }
  return undefined;
}

export const RDF_TYPE = named('rdf:type');
