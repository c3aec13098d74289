import { readFileSync } from 'node:fs';
import { vocabularyFormats } from '../../../src/vocabulary-formats/index.ts';
import { decode } from '../../../src/repository/decode.ts';
import { refusedOrLater, requireWords } from '../refusals.ts';
import { smallRepository } from '../small-repository.ts';
import { bytesOf, type FuzzTarget } from '../target.ts';

const { taxonomy } = await smallRepository();
const foreign = readFileSync(new URL('../../vocabulary-formats/files/thesaurus.ttl', import.meta.url));

const signs: Readonly<Record<string, readonly string[]>> = {
  turtle: [
    '@prefix x: <y> .\n',
    'skos:broader ',
    'a skos:Concept',
    ' .\n',
    ' ;\n',
    '[]',
    '()',
    '_:a',
    '<',
    '>',
    '"""',
    '@en',
  ],
  jsonld: ['"@context":"http://x"', '"@id":', '"@graph":[', '"broader":', '{', '}', '[', ']', '"@type":"@id"'],
  csv: ['"', ',', '\r\n', "'=", '\\;', ';'],
};

/** A vocabulary of ours in the format, and whatever else is at hand. */
export const vocabularies: readonly FuzzTarget[] = await Promise.all(
  [...vocabularyFormats].map(async ([id, load]): Promise<FuzzTarget> => {
    const format = await load();
    const edition = {
      taxonomy,
      facets: [...taxonomy.facets.values()],
      base: 'https://press.example.org/terms/',
      withNotes: true,
      rawCells: false,
      bom: false,
    };
    const own = [...format.write(edition)].join('');
    return {
      id: `vocabulary-${id}`,
      what: `a vocabulary in ${id}`,
      seeds: [...bytesOf(own), ...(id === 'turtle' ? [foreign] : [])],
      signs: signs[id] ?? [],
      cases: 500,
      judge: async (input) => {
        const text = decode(input);
        if (typeof text !== 'string') return 'refused';
        return refusedOrLater(async () => {
          format.recognise(text);
          const read = await format.read({ name: 'source', text, language: 'en', rawCells: false });
          for (const { message } of read.remarks) requireWords(message, 'a remark');
        }, /source/);
      },
    };
  }),
);
