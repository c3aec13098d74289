/** SKOS as Turtle: what tools for vocabularies and linked data read, and people can. */
import type { VocabularyFormat } from '../model/vocabulary-format.ts';
import { turtleText } from './rdf/turtle-text.ts';
import { looksLikeTurtle } from './rdf/turtle-look.ts';
import { skosLosses } from './skos/losses.ts';
import { readSkos } from './skos/read-skos.ts';
import { statements } from './skos/statements.ts';

export const turtle: VocabularyFormat = {
  id: 'turtle',
  summary: 'SKOS as Turtle',
  mediaType: 'text/turtle',
  extensions: ['ttl', 'nt'],
  needsBase: true,
  write: (edition) => turtleText(statements(edition)),
  losses: skosLosses,
  recognise: looksLikeTurtle,
  async read(source) {
    // The parser is a hundred kilobytes, and only reading needs it.
    const { turtleTriples } = await import('./rdf/turtle-triples.ts');
    return readSkos(turtleTriples(source.name, source.text), source);
  },
};
