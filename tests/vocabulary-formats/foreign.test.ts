import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReadVocabulary, VocabularySource } from '../../src/model/vocabulary-format.ts';
import { formatOf } from './vocabularies.ts';

async function read(text: string, id = 'turtle', more: Partial<VocabularySource> = {}): Promise<ReadVocabulary> {
  return (await formatOf(id)).read({ name: `v.${id}`, text, language: 'en', rawCells: false, ...more });
}

const prefixes = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix : <https://e.org/v/> .
`;

describe('a thesaurus that another program wrote', () => {
  it('becomes a facet with its tree', async () => {
    const { facets } = await read(readFileSync(new URL('files/thesaurus.ttl', import.meta.url), 'utf8'));
    expect(facets).toEqual([
      {
        name: 'nature',
        property: undefined,
        languages: ['en', 'fr', 'en-GB'],
        entry: { label: { en: 'Nature', fr: 'Nature' } },
        terms: [
          {
            id: 'c_1',
            broader: undefined,
            entry: {
              label: { en: 'Animals', fr: 'Animaux' },
              aliases: ['Beasts', 'fauna', 'anmals'],
              match: { exactMatch: ['https://vocabulary.example.org/nature/C_1'] },
              description: 'Living beings that move.\nNot plants.',
            },
          },
          {
            id: 'c_3',
            broader: 'c_1',
            entry: {
              label: { 'en-GB': 'Pets' },
              match: { exactMatch: ['https://vocabulary.example.org/nature/C_3'] },
              related: ['598'],
            },
          },
          {
            id: 'c_9',
            broader: undefined,
            entry: {
              label: 'Things that fly',
              match: { exactMatch: ['https://vocabulary.example.org/nature/C_9'] },
              deprecated: true,
              replacedBy: ['598'],
            },
          },
          {
            id: '598',
            broader: 'c_9',
            entry: {
              label: 'Birds',
              match: { exactMatch: ['https://vocabulary.example.org/nature/C_2', 'medtop:20000500'] },
              memberOf: [{ term: 'c_1' }],
            },
          },
        ],
      },
    ]);
  });

  it('says what did not come in', async () => {
    const { remarks } = await read(readFileSync(new URL('files/thesaurus.ttl', import.meta.url), 'utf8'));
    expect(remarks.map(({ message, needsPerson }) => `${needsPerson ? '!' : ' '} ${message}`)).toEqual([
      '! A concept without a label cannot become a term.',
      '  A link to what is no term of the file was left out (skos:related).',
      '  taxonomy.yaml has no key for «dct:title».',
      '  taxonomy.yaml has no key for «skos:example».',
      '  taxonomy.yaml has no key for «dct:created».',
      '  taxonomy.yaml has no key for «dct:creator».',
      '  taxonomy.yaml has no collections: their members come in as terms, the collection does not.',
    ]);
  });
});

describe('a file in SKOS', () => {
  it('may name no scheme, and then no facet has a name', async () => {
    const { facets } = await read(`${prefixes} :a a skos:Concept ; skos:prefLabel "A" .`);
    expect(facets.map(({ name, terms }) => [name, terms.map(({ id }) => id)])).toEqual([[undefined, ['a']]]);
  });

  it('may name no language: then the words are in the one that was asked for', async () => {
    const { facets } = await read(
      `${prefixes} :a a skos:Concept ; skos:prefLabel "А" ; skos:altLabel "B"@en .`,
      'turtle',
      { language: 'ru' },
    );
    expect(facets[0]).toMatchObject({ languages: ['ru'], terms: [{ entry: { label: 'А', aliases: [{ en: 'B' }] } }] });
  });

  it('may have concepts in two schemes: each is a term of one', async () => {
    const { facets, remarks } = await read(`${prefixes}
      :s a skos:ConceptScheme . :t a skos:ConceptScheme .
      :a a skos:Concept ; skos:inScheme :s, :t ; skos:prefLabel "A"@en .
      :b a skos:Concept ; skos:inScheme :t ; skos:prefLabel "B"@en ; skos:related :a .`);
    expect(facets.map(({ name, terms }) => [name, terms.map(({ id }) => id)])).toEqual([
      ['s', ['a']],
      ['t', ['b']],
    ]);
    expect(facets[1]?.terms[0]?.entry.related).toEqual(['s/a']);
    expect(remarks[0]?.message).toContain('of several schemes the first was taken');
  });

  it('gives two concepts of one name two ids', async () => {
    const { facets, remarks } = await read(`${prefixes}
      <https://e.org/x/a> a skos:Concept ; skos:inScheme :s ; skos:prefLabel "A"@en .
      <https://e.org/y/a> a skos:Concept ; skos:inScheme :s ; skos:prefLabel "B"@en .
      <https://e.org/z/%D0%B2%D0%BE%D0%B4%D0%B0> a skos:Concept ; skos:inScheme :s ; skos:prefLabel "C"@en .`);
    expect(facets[0]?.terms.map(({ id }) => id)).toEqual(['a', 'a-2', 'voda']);
    expect(remarks).toMatchObject([{ places: ['https://e.org/y/a'], needsPerson: false }]);
  });

  it('is refused when concepts are above themselves, and the way round is named', async () => {
    const text = `${prefixes}
      :a a skos:Concept ; skos:prefLabel "A"@en ; skos:broader :b .
      :b a skos:Concept ; skos:prefLabel "B"@en ; skos:broader :c .
      :c a skos:Concept ; skos:prefLabel "C"@en ; skos:broader :b .`;
    await expect(read(text)).rejects.toThrow(
      '«v.turtle» cannot become a tree: «https://e.org/v/b» is below «https://e.org/v/c» is below «https://e.org/v/b».',
    );
  });

  it('may be a chain of many thousand concepts', async () => {
    const chain = Array.from(
      { length: 20_000 },
      (_, at) => `:c${at} a skos:Concept ; skos:prefLabel "C"@en ; skos:broader :c${at + 1} .`,
    );
    const { facets } = await read(prefixes + chain.join('\n'));
    expect(facets[0]?.terms.at(-1)).toMatchObject({ id: 'c0', broader: 'c1' });
  });

  it.each([
    ['nothing', '', 'holds no concept of SKOS that has a label'],
    ['no Turtle', `${prefixes}\n:a a skos:Concept ;;\n;; "`, 'cannot be read as Turtle: something is wrong in line'],
    ['a prefix that is not there', 'x:a a x:b .', 'cannot be read as Turtle'],
  ])('is refused with a sentence when it is %s', async (_, text, why) => {
    await expect(read(text)).rejects.toThrow(why);
  });

  it.each([
    ['an unclosed string', `${prefixes} :a skos:prefLabel "${'x'.repeat(3_000_000)}`],
    ['a million brackets', `${prefixes} :a skos:note ${'[ :b '.repeat(200_000)}`],
    ['a million lists', `${prefixes} :a skos:note ${'( '.repeat(200_000)}`],
  ])('comes to an end with %s', async (_, text) => {
    await expect(read(text)).rejects.toThrow('cannot be read as Turtle');
  });

  it('loses words that nobody could keep, and says so', async () => {
    const { facets, remarks } = await read(`${prefixes}
      :a a skos:Concept ; skos:prefLabel "A"@en, "two\\nlines"@fr, "x"@x-klingon ; skos:altLabel "\\u0000"@en, "${'x'.repeat(501)}"@en .`);
    expect(facets[0]?.terms[0]?.entry).toMatchObject({ label: { en: 'A', fr: 'two lines' } });
    expect(remarks.map(({ message }) => message)).toEqual([
      'The language «x-klingon» is none that taxonomy.yaml knows; words in it were left out.',
      'A text is empty, too long, or holds control characters, and was left out.',
    ]);
  });
});

describe('a table of terms', () => {
  it('may come from a spreadsheet of other people', async () => {
    const { facets, remarks } = await read(
      'id;label;broader;aliases;colour\nwater;Water;;H2O;blue\nrivers;Rivers;water;;\n',
      'csv',
    );
    expect(facets).toEqual([
      {
        name: undefined,
        property: undefined,
        languages: ['en'],
        entry: {},
        terms: [
          { id: 'water', broader: undefined, entry: { label: 'Water', aliases: ['H2O'] } },
          { id: 'rivers', broader: 'water', entry: { label: 'Rivers' } },
        ],
      },
    ]);
    expect(remarks).toEqual([
      { message: 'The column «colour» has no place in taxonomy.yaml.', places: ['line 1'], needsPerson: false },
    ]);
  });

  it('says which cells it cannot use, with their lines', async () => {
    const rows = [
      'id,label.en,broader,active.from,iso3166,related,exactMatch',
      'Water,W,,,,,',
      'a,A,nowhere,17.07.2000,tr,B!,medtop',
      'a,Again,,,,,',
      'b,,,,,,',
      ',C,,,,,',
    ];
    const { facets, remarks } = await read(rows.join('\n'), 'csv');
    expect(facets[0]?.terms).toEqual([{ id: 'a', broader: 'nowhere', entry: { label: 'A' } }]);
    expect(remarks.map(({ message, places }) => `${places.join()} ${message}`)).toEqual([
      'line 2 «Water» is no id: small letters, digits, dots, hyphens and underscores.',
      'line 5 A row without a label cannot become a term.',
      'line 6 A row without an id cannot become a term.',
      'line 4 The id «a» stands in two rows of a facet; the second was left out.',
      'line 3 «tr» is not what its column is for, and was left out.',
      'line 3 «medtop» is not what its column is for, and was left out.',
      'line 3 «17.07.2000» is no date as 2000-07-17, 2000-07, 2000 or unknown, and was left out.',
      'line 3 «B!» is not what its column is for, and was left out.',
    ]);
  });

  it.each([
    ['has no ids', 'name,label.en\na,A\n', 'has no column «id»'],
    ['has no labels', 'id,name\na,A\n', 'has no column for labels'],
    ['has a column twice', 'id,label.en,id\na,A,b\n', 'has two columns «id»'],
    ['has only a heading', 'id,label.en\n', 'holds no term'],
    ['is broken', 'id,label.en\na,"A\n', 'a quotation mark that is never closed'],
    ['has terms above themselves', 'id,label.en,broader\na,A,b\nb,B,a\n', '«a» is below «b» is below «a»'],
  ])('is refused with a sentence when it %s', async (_, text, why) => {
    await expect(read(text, 'csv')).rejects.toThrow(why);
  });
});
