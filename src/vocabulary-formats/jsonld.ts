/** SKOS as JSON-LD: the same statements as in Turtle, for programs that read JSON. */
import type { VocabularyFormat } from '../model/vocabulary-format.ts';
import { jsonldText } from './rdf/jsonld-text.ts';
import { skosLosses } from './skos/losses.ts';
import { readSkos } from './skos/read-skos.ts';
import { statements } from './skos/statements.ts';

const LOOKED_AT = 20_000;

export const jsonld: VocabularyFormat = {
  id: 'jsonld',
  summary: 'SKOS as JSON-LD',
  mediaType: 'application/ld+json',
  extensions: ['jsonld', 'json'],
  needsBase: true,
  write: (edition) => jsonldText(statements(edition)),
  losses: skosLosses,
  recognise(text) {
    const start = text.slice(0, LOOKED_AT);
    if (!/^\s*[[{]/.test(start)) return 0;
    return /"@(?:context|graph|id|type)"/.test(start) ? 0.95 : 0.3;
  },
  async read(source) {
    const { jsonldTriples } = await import('./rdf/jsonld-triples.ts');
    return readSkos(jsonldTriples(source.name, source.text), source);
  },
};
