import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/model/press-error.ts';
import { jsonldTriples } from '../../src/vocabulary-formats/rdf/jsonld-triples.ts';
import { jsonldStatements, ownStatements } from './judges.ts';

const skos = 'http://www.w3.org/2004/02/skos/core#';

/** The statements of a document; a sentence where press declines it. */
function read(document: unknown): readonly string[] | { readonly declined: string } {
  try {
    return unnamed(ownStatements(jsonldTriples('v.jsonld', JSON.stringify(document))));
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    return { declined: error.message };
  }
}

/** Nodes without an address have whatever names a program gives them: here, none. */
function unnamed(statements: readonly string[]): string[] {
  return [...new Set(statements.map((line) => line.replace(/<_:[^>]*>/g, '<_:>')))].sort();
}

async function judged(document: unknown): Promise<string[]> {
  return unnamed(await jsonldStatements(JSON.stringify(document)));
}

/** What the judge calls wrong has no statements to differ from. */
function wrongOnly(error: unknown): undefined {
  if (error instanceof Error && error.name === 'jsonld.SyntaxError') return;
  throw error;
}

const readable: readonly (readonly [name: string, document: object])[] = [
  [
    'a graph with prefixes',
    {
      '@context': { skos },
      '@graph': [
        { '@id': 'https://e.org/a', '@type': 'skos:Concept', 'skos:prefLabel': { '@value': 'A', '@language': 'en' } },
      ],
    },
  ],
  [
    'a language map',
    {
      '@context': { skos, prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' } },
      '@id': 'https://e.org/a',
      prefLabel: { en: 'A', ru: ['А', null], '@none': 'x' },
    },
  ],
  [
    'the expanded form',
    [{ '@id': 'https://e.org/a', '@type': [`${skos}Concept`], [`${skos}broader`]: [{ '@id': 'https://e.org/b' }] }],
  ],
  [
    'addresses by coercion',
    {
      '@context': { b: { '@id': `${skos}broader`, '@type': '@id' } },
      '@id': 'https://e.org/a',
      b: ['https://e.org/b', { '@id': 'https://e.org/c', b: 'https://e.org/d' }],
    },
  ],
  [
    'names for keywords',
    {
      '@context': { id: '@id', type: '@type', '@vocab': skos },
      id: 'https://e.org/a',
      type: 'Concept',
      prefLabel: 'A',
      'nothing else': 'x',
    },
  ],
  [
    'a vocabulary and a base',
    {
      '@context': { '@vocab': skos, '@base': 'https://e.org/v/', broader: { '@type': '@id' } },
      '@id': 'a',
      broader: 'b',
    },
  ],
  [
    'a language for all',
    {
      '@context': { '@language': 'de', l: `${skos}prefLabel`, n: { '@id': `${skos}notation`, '@language': null } },
      '@id': 'https://e.org/a',
      l: 'A',
      n: 'a',
    },
  ],
  [
    'numbers and truth',
    { '@context': { x: 'https://e.org/x' }, '@id': 'https://e.org/a', x: [1, 1.5, -0, 1e30, true, null, 'y'] },
  ],
  [
    'typed values',
    {
      '@context': { d: { '@id': 'https://e.org/d', '@type': 'http://www.w3.org/2001/XMLSchema#date' } },
      '@id': 'https://e.org/a',
      d: ['2000-01-01', { '@value': '2000', '@type': 'http://www.w3.org/2001/XMLSchema#gYear' }, 1],
    },
  ],
  [
    'contexts one after the other, and within',
    {
      '@context': [{ a: 'https://e.org/a' }, null, { skos }],
      '@id': 'https://e.org/x',
      a: 'lost',
      'skos:related': { '@context': { b: 'https://e.org/b' }, '@id': 'https://e.org/y', b: 'kept' },
    },
  ],
  ['nodes without address', { '@context': { skos }, '@id': 'https://e.org/a', 'skos:note': { 'skos:example': 'x' } }],
  ['a set', { '@context': { a: 'https://e.org/a' }, '@id': 'https://e.org/x', a: { '@set': ['1', '2'] } }],
  [
    'a name that is a prefixed one',
    {
      '@context': { skos, 'skos:broader': { '@type': '@id' } },
      '@id': 'https://e.org/a',
      'skos:broader': 'https://e.org/b',
    },
  ],
  [
    'a name for a vocabulary word',
    {
      '@context': { '@vocab': skos, status: { '@id': 'https://e.org/s', '@type': '@vocab' } },
      '@id': 'https://e.org/a',
      status: ['Concept', 'https://e.org/z'],
    },
  ],
];

describe('the reader of JSON-LD', () => {
  it.each(readable)('reads %s as the outside judge does', async (_, document) => {
    const expected = await judged(document);
    expect(expected.length).toBeGreaterThan(0);
    expect(read(document)).toEqual(expected);
  });

  it.each<readonly [string, unknown, string]>([
    [
      'a context elsewhere',
      { '@context': 'https://schema.org/', '@id': 'https://e.org/a' },
      'its context stands at «https://schema.org/», and press fetches nothing',
    ],
    [
      'a context elsewhere among others',
      { '@context': [{ skos }, 'https://e.org/c'], '@id': 'https://e.org/a' },
      'and press fetches nothing',
    ],
    ['a list', { '@id': 'https://e.org/a', 'https://e.org/b': { '@list': ['x'] } }, '«@list» is not understood'],
    ['a reverse property', { '@id': 'https://e.org/a', '@reverse': {} }, '«@reverse» is not understood'],
    ['a named graph', { '@id': 'https://e.org/g', '@graph': [] }, 'a graph that has a name'],
    [
      'a context by type',
      { '@context': { T: { '@id': 'https://e.org/T', '@context': {} } } },
      'about «T» is not understood',
    ],
    ['an address that is not whole', { '@id': 'a', 'https://e.org/b': 'x' }, 'the address «a» is not whole'],
    ['a name that goes round in a circle', { '@context': { a: 'b:x', b: 'a:y' } }, 'is defined by itself'],
    ['a word', 'x', 'it holds something else than objects'],
  ])('declines %s with a sentence', (_, document, why) => {
    expect(read(document)).toMatchObject({ declined: expect.stringContaining(why) as unknown });
  });

  it('says of what is no JSON that it is none', () => {
    expect(() => jsonldTriples('v.jsonld', '{')).toThrow('it is no JSON');
  });

  it('ends when objects lie too deep within each other', () => {
    const deep = `${'{"https://e.org/a":'.repeat(5000)}"x"${'}'.repeat(5000)}`;
    expect(() => jsonldTriples('v.jsonld', deep)).toThrow('too deep');
  });

  it('agrees with the outside judge, or declines', async () => {
    let agreed = 0;
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const own = read(document);
        if ('declined' in own) return;
        const expected = await judged(document).catch(wrongOnly);
        if (expected === undefined) return;
        agreed += 1;
        expect(own).toEqual(expected);
      }),
      { numRuns: 1500, endOnFailure: true },
    );
    expect(agreed).toBeGreaterThan(50);
  });
});

const names = ['a', 'b', 'skos', 'skos:x', 'x:y', 'id', '@vocab', '@base', '@language'];
const addresses = ['https://e.org/', 'https://e.org/a', skos, 'skos:broader', 'a:z', 'urn:x:', '_:n', 'word', 'a', ''];
const definition = fc.oneof(
  fc.constantFrom(...addresses, '@id', '@type', 'en', null),
  fc.record(
    {
      '@id': fc.constantFrom(...addresses, '@id', null),
      '@type': fc.constantFrom('@id', '@vocab', '@none', '@json', 'https://e.org/t', 'skos:t'),
      '@container': fc.constantFrom('@set', '@language', '@list', '@index'),
      '@language': fc.constantFrom('en', 'ru', null),
      '@prefix': fc.boolean(),
      '@protected': fc.constant(true),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
);
const context = fc.oneof(
  { weight: 6, arbitrary: fc.dictionary(fc.constantFrom(...names), definition, { maxKeys: 4, noNullPrototype: true }) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const scalars = fc.oneof(fc.constantFrom<unknown>(...addresses, 1, 1.5, true, null), fc.string({ maxLength: 4 }));
const keys = fc.constantFrom('@id', '@type', 'a', 'b', 'skos:broader', 'skos:x', 'x:y', 'https://e.org/p', 'id');
const valueObjects = fc.record(
  {
    '@value': scalars,
    '@language': fc.constantFrom('en', 'x'),
    '@type': fc.constantFrom('https://e.org/t', 'skos:t', '@json'),
  },
  { requiredKeys: ['@value'], noNullPrototype: true },
);

const { node } = fc.letrec<{ node: Record<string, unknown>; value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalars,
    valueObjects,
    fc.dictionary(
      fc.constantFrom('en', 'ru', '@none'),
      fc.oneof(fc.string({ maxLength: 3 }), fc.array(fc.string({ maxLength: 3 }), { maxLength: 2 })),
      { noNullPrototype: true },
    ),
    fc.array(tie('value'), { maxLength: 2 }),
    tie('node'),
  ),
  node: fc
    .tuple(
      fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      fc.option(fc.constantFrom('https://e.org/s', 'skos:s', '_:s', 'rel'), { nil: undefined }),
    )
    .map(([entries, id]): Record<string, unknown> => (id === undefined ? entries : { ...entries, '@id': id })),
}));

const documents = fc.oneof(
  fc.tuple(context, node).map(([context, entries]) => ({ '@context': context, ...entries })),
  fc
    .tuple(context, fc.array(node, { maxLength: 2 }))
    .map(([context, graph]) => ({ '@context': context, '@graph': graph })),
  fc.array(node, { maxLength: 2 }),
);
