import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { TaxonomyFile } from '../../src/model/generated/taxonomy-file.ts';
import { taxonomyText } from '../../src/operations/taxonomy-text.ts';
import { vocabularies } from '../vocabulary-formats/arbitrary-vocabularies.ts';

const one = (entry: object): TaxonomyFile => ({
  version: 1,
  facets: { topic: { property: 'topics', terms: { a: entry } } },
});

describe('the text of a new taxonomy.yaml', () => {
  it('has a line for each key, and lists and languages on one line', () => {
    const file: TaxonomyFile = {
      version: 1,
      languages: ['en', 'no'],
      facets: {
        topic: {
          label: { en: 'Topic', no: 'Emne' },
          property: 'topics',
          terms: {
            no: { label: 'Norway', iso3166: 'NO', active: { from: '2000-07-17', until: '1999' } },
            water: {
              label: { en: 'Water: all of it' },
              aliases: ['H2O', { no: 'vann' }],
              narrower: { '7': { label: '7', assignable: false } },
            },
          },
        },
        empty: { property: 'empty', terms: {} },
      },
    };
    expect(taxonomyText(file)).toBe(`version: 1
languages: [en, "no"]
facets:
  topic:
    label: {en: Topic, "no": Emne}
    property: topics
    terms:
      "no":
        label: Norway
        iso3166: "NO"
        active: {from: 2000-07-17, until: "1999"}
      water:
        label: {en: "Water: all of it"}
        aliases: [H2O, {"no": vann}]
        narrower:
          "7":
            label: "7"
            assignable: false
  empty:
    property: empty
    terms: {}
`);
  });

  it.each([
    'null',
    'Yes',
    'y',
    '12:30',
    '1e3',
    'a: b',
    'a #b',
    '- a',
    '*a',
    '{a}',
    "l'eau",
    'x ',
    '\u202Ex',
    'a, b',
    '[a]',
    '%a',
    '@a',
    '`a`',
    'two\nlines',
  ])('says %j, whatever version of YAML reads it', (label) => {
    const text = taxonomyText(one({ label }));
    for (const version of ['1.1', '1.2'] as const) expect(parse(text, { version })).toEqual(one({ label }));
  });

  it('says what was meant, whatever it is', () => {
    fc.assert(
      fc.property(vocabularies, (json) => {
        const { version, languages, facets } = JSON.parse(json) as TaxonomyFile;
        const file = { version, ...(languages === undefined ? {} : { languages }), facets };
        expect(parse(taxonomyText(file))).toEqual(file);
      }),
    );
  });
});
