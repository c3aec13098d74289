import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import { jsonldText } from '../../src/vocabulary-formats/rdf/jsonld-text.ts';
import { named } from '../../src/vocabulary-formats/rdf/names.ts';
import {
  inLanguage,
  iri,
  plainLiteral,
  typed,
  type RdfObject,
  type Triple,
} from '../../src/vocabulary-formats/rdf/triple.ts';
import { turtleText } from '../../src/vocabulary-formats/rdf/turtle-text.ts';
import { turtleTriples } from '../../src/vocabulary-formats/rdf/turtle-triples.ts';
import { writtenTag } from '../../src/vocabulary-formats/rdf/written-tag.ts';
import { datedText, readDatedText, readWordsText, wordsText } from '../../src/vocabulary-formats/table/words.ts';
import { exported, house } from '../round-trips/round-trip.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { jsonldStatements, ownStatements, turtleStatements } from './judges.ts';
import { lossesOf, taxonomyOf, written } from './vocabularies.ts';

const subject = 'https://e.org/a';
const say = (object: RdfObject, predicate = named('skos:note')): Triple => ({ subject, predicate, object });
const turtle = (...triples: Triple[]): string => [...turtleText(triples)].join('');

describe('literals of Turtle', () => {
  it.each([
    ['a "quoted" word', String.raw`"a \"quoted\" word"`],
    ['back\\slash', String.raw`"back\\slash"`],
    ['two\nlines\r\n\tand a tab', String.raw`"two\nlines\r\n\tand a tab"`],
    ['\u0001\u007F\u0085', String.raw`"\u0001\u007f\u0085"`],
    ['\u202Egnp.exe\u2028', String.raw`"\u202egnp.exe\u2028"`],
    ['Türkiye Баку نص 😀', '"Türkiye Баку نص 😀"'],
    ['half \uD83D', '"half \uFFFD"'],
  ])('say %j as it is', (value, text) => {
    expect(turtle(say(plainLiteral(value)))).toContain(` ${text} .`);
    expect(turtleStatements(turtle(say(plainLiteral(value))))).toEqual(
      ownStatements([say(plainLiteral(value.toWellFormed()))]),
    );
  });

  it('hold any text at all, and an address never leaves its brackets', async () => {
    const texts = fc.oneof(hostileTexts, fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(texts, texts, async (value, address) => {
        const triples = [
          say(plainLiteral(value.toWellFormed())),
          say(inLanguage(value.toWellFormed(), 'en-GB')),
          say(typed(value.toWellFormed(), 'https://e.org/t')),
          say(iri(`https://e.org/${address}`), 'https://e.org/p'),
        ];
        expect(turtleStatements(turtle(...triples))).toEqual([...new Set(ownStatements(triples))].sort());
        expect(turtleTriples('v.ttl', turtle(...triples))).toEqual(triples);
        // jsonld drops a statement whose address holds what no address may.
        const safe = triples.slice(0, 3);
        expect(await jsonldStatements([...jsonldText(safe)].join(''))).toEqual(ownStatements(safe));
      }),
    );
  });

  it('say a thing once', () => {
    expect(turtleStatements(turtle(say(plainLiteral('x')), say(plainLiteral('x'))))).toHaveLength(1);
  });
});

describe('language tags', () => {
  it.each([
    ['en-gb', 'en-GB'],
    ['SR-LATN-rs', 'sr-Latn-RS'],
    ['mo', 'mo'],
    ['de-1996', 'de-1996'],
    ['en-x-ab-abcd', 'en-x-ab-abcd'],
  ])('are written as people do: %s', (tag, form) => {
    expect(writtenTag(tag)).toBe(form);
  });
});

describe('words in a cell', () => {
  const languages = ['en', 'ru', 'en-GB'];

  it.each([
    [{ en: 'Turkey' }, 'Turkey'],
    [{ en: 'Turkey', ru: 'Турция' }, 'Turkey | ru: Турция'],
    [{ ru: 'Турция' }, 'ru: Турция'],
    [{ en: 'ru: x' }, 'en: ru: x'],
    [{ en: 'a | b \\' }, 'a \\| b \\\\'],
    [{ en: 'xx: y' }, 'xx: y'],
  ])('say %j', (texts, cell) => {
    expect(wordsText(new Map(Object.entries(texts)), languages)).toBe(cell);
    expect(Object.fromEntries(readWordsText(cell, languages))).toEqual(texts);
  });

  it.each([
    ['Office', { from: '2000-07-17', until: '2013' }, 'Office [2000-07-17/2013]'],
    ['Office', { until: 'unknown' }, 'Office [../unknown]'],
    ['Office', {}, 'Office'],
    ['Summit [1999/2000]', {}, 'Summit [1999/2000] [../..]'],
  ])('say when they held: %s %j', (words, period, cell) => {
    expect(datedText(words, period)).toBe(cell);
    expect(readDatedText(cell)).toEqual({ words, period });
  });

  it('take no time for one that is none', () => {
    expect(readDatedText('Office [1999-13/..]')).toEqual({ words: 'Office [1999-13/..]', period: {} });
  });
});

describe('a vocabulary', () => {
  const withTerms = (terms: string): string =>
    `version: 1\nfacets:\n  field:\n    property: fields\n    terms:\n${terms}`;

  it('gives a term the address that news formats give it', async () => {
    const from = await house({
      'releases/2009/2009-11-16-a.md':
        '---\nid: a\ntitle: A\ndate: 2009-11-16\nplace: Baku\nsource: baku\nfields: [elections]\nstatus: published\n---\nBAKU, 16 November 2009 - Text.\n',
    });
    expect(exportFormats.has('ninjs')).toBe(true);
    const item = JSON.parse(await exported(from, { format: 'ninjs' })) as { subjects: { uri: string }[] };
    const uri = item.subjects.map((each) => each.uri).find((each) => !each.includes('iptc'));
    expect(uri).toMatch(/\/fields\/elections$/);
    expect(await written(from.taxonomy, 'turtle', { base: from.settings.baseUrl ?? '' })).toContain(
      `<${uri ?? ''}> a skos:Concept`,
    );
  });

  it('leaves related terms out of which one is above the other, and says so', async () => {
    const taxonomy = await taxonomyOf(
      withTerms('      a: {label: A, narrower: {b: {label: B, narrower: {c: {label: C, related: [a, c]}}}}}\n'),
    );
    expect(await written(taxonomy, 'turtle')).not.toContain('skos:related');
    expect(await lossesOf(taxonomy, 'turtle')).toMatchObject([
      { facet: 'field', term: 'c', key: 'related', value: 'a' },
      { facet: 'field', term: 'c', key: 'related', value: 'c' },
    ]);
  });

  it('never says that a concept is the same and something else', async () => {
    const match =
      '{relatedMatch: ["medtop:1"], exactMatch: ["medtop:1"], broadMatch: ["medtop:2"], narrowMatch: ["medtop:2"], closeMatch: ["medtop:1", "eurovoc:7"]}';
    const taxonomy = await taxonomyOf(withTerms(`      a: {label: A, match: ${match}}\n`));
    const text = await written(taxonomy, 'turtle');
    expect([...text.matchAll(/skos:(\w+Match) <[^>]*\/(\d)>/g)].map(([, name, code]) => `${name} ${code}`)).toEqual([
      'exactMatch 1',
      'closeMatch 1',
      'broadMatch 2',
    ]);
    expect((await lossesOf(taxonomy, 'turtle')).map(({ value, reason }) => `${value}: ${reason}`)).toEqual([
      'closeMatch eurovoc:7: press knows no address for the vocabulary of this short name.',
      'narrowMatch medtop:2: It is there as broadMatch, and SKOS does not let it be both (S46).',
      'relatedMatch medtop:1: It is there as exactMatch, and SKOS does not let it be both (S46).',
    ]);
  });

  it('makes no circle of headings that a term belongs to', async () => {
    const taxonomy = await taxonomyOf(
      withTerms('      a: {label: A, memberOf: [{term: b}]}\n      b: {label: B, memberOf: [{term: a}]}\n'),
    );
    const text = await written(taxonomy, 'turtle');
    expect(text.match(/skos:broader /g)).toHaveLength(1);
    expect(await lossesOf(taxonomy, 'turtle')).toEqual([]);
  });

  it('guards the cells of a table that a spreadsheet would run', async () => {
    const taxonomy = await taxonomyOf(withTerms('      a: {label: "=1+1", aliases: ["@x"]}\n'));
    expect(await written(taxonomy, 'csv')).toContain("field,a,,'=1+1,'@x,");
    expect(await written(taxonomy, 'csv', { rawCells: true })).toContain('field,a,,=1+1,@x,');
  });
});
