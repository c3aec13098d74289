import { describe, expect, it } from 'vitest';
import type { ReadTerm } from '../../src/model/vocabulary-format.ts';
import { countAdditions, tellAdditions } from '../../src/operations/tell-additions.ts';
import { additionsTo, type Additions } from '../../src/operations/vocabulary-additions.ts';
import { taxonomyOf } from '../vocabulary-formats/vocabularies.ts';

const here = await taxonomyOf(`
version: 1
languages: [en, ru]
facets:
  topic:
    property: topics
    terms:
      water: {label: Water, aliases: [H2O], formerIds: [wet], narrower: {rivers: {label: Rivers}}}
      ice: {label: {en: Ice, ru: Лёд}}
`);

const term = (id: string, entry: ReadTerm['entry'], broader?: string): ReadTerm => ({ id, broader, entry });

function add(
  terms: readonly ReadTerm[],
  { name = 'topic', languages = ['en'] }: { name?: string; languages?: readonly string[] } = {},
): Additions {
  return additionsTo(here, [{ name, property: name, languages, entry: {}, terms }]);
}

const told = (terms: readonly ReadTerm[], more?: Parameters<typeof add>[1]): string[] =>
  tellAdditions(add(terms, more).additions);
const remarks = (terms: readonly ReadTerm[]): string[] =>
  add(terms).remarks.map(({ message, places, needsPerson }) => `${needsPerson ? '! ' : ''}${message} ${places.join()}`);

describe('what a vocabulary lacks', () => {
  it('is nothing when all is there', () => {
    expect(
      add([term('water', { label: 'Water', aliases: ['H2O'] }), term('rivers', { label: 'Rivers' }, 'water')]),
    ).toEqual({ additions: [], remarks: [] });
  });

  it('are terms, each where it belongs, and new ones within new ones', () => {
    const terms = [
      term('fire', { label: 'Fire' }),
      term('smoke', { label: { en: 'Smoke', ru: 'Дым' } }, 'fire'),
      term('ponds', { label: 'Ponds' }, 'water'),
    ];
    expect(told(terms)).toEqual([
      '+ topic/fire: Fire',
      '+ topic/smoke: Smoke / Дым, under fire',
      '+ topic/ponds: Ponds, under water',
    ]);
    expect(add(terms).additions).toMatchObject([
      { under: undefined, terms: { fire: { narrower: { smoke: {} } } } },
      { under: { id: 'water' }, terms: { ponds: { label: 'Ponds' } } },
    ]);
    expect(countAdditions(add(terms).additions)).toEqual({ terms: 3, labels: 0, aliases: 0, concerned: 3 });
  });

  it('are labels in more languages, and words that do not find the term yet', () => {
    expect(
      told([term('water', { label: { en: 'Water', ru: 'Вода' }, aliases: ['H2O', 'aqua', 'Вода', { ru: 'водица' }] })]),
    ).toEqual(['+ topic/water label (ru): Вода', '+ topic/water alias: aqua', '+ topic/water alias: водица']);
  });

  it('is found under an id that the term had', () => {
    expect(told([term('wet', { label: { ru: 'Вода' } })])).toEqual(['+ topic/water label (ru): Вода']);
  });

  it('is never another label or another place: these stay, and it is said', () => {
    const terms = [term('rivers', { label: 'Streams' }), term('ice', { label: 'Ice' }, 'water')];
    expect(told(terms)).toEqual([]);
    expect(remarks(terms)).toEqual([
      'A label here differs from that of the source, and stays as it is. topic/rivers (en): «Streams»',
      'A term stands elsewhere in the tree here, and stays there. topic/rivers,topic/ice',
    ]);
  });

  it('is no word that means another term already', () => {
    const terms = [
      term('brooks', { label: 'rivers' }),
      term('small-brooks', { label: 'Small brooks' }, 'brooks'),
      term('snow', { label: 'Snow', aliases: ['h2o', 'flakes'] }),
      term('ice', { label: 'Ice', aliases: ['water'] }),
    ];
    expect(told(terms)).toEqual(['+ topic/snow: Snow']);
    expect(add(terms).additions).toMatchObject([{ terms: { snow: { aliases: ['flakes'] } } }]);
    expect(remarks(terms)).toEqual([
      '! A term was left out because its name means «rivers» here: give it that id in the source, or another name. topic/brooks',
      '! A term was left out with the one above it. topic/small-brooks',
      '! A word was left out because it means «water» here. topic/snow: «h2o»,topic/ice: «water»',
    ]);
  });

  it('says its language where that is the main one there and not here', () => {
    const [addition] = add(
      [term('fire', { label: 'Огонь', aliases: ['пламя'], description: 'x', names: [{ label: 'Пожар' }] })],
      { languages: ['ru'] },
    ).additions;
    expect(addition).toMatchObject({
      terms: {
        fire: {
          label: { ru: 'Огонь' },
          aliases: [{ ru: 'пламя' }],
          description: { ru: 'x' },
          names: [{ label: { ru: 'Пожар' } }],
        },
      },
    });
  });

  it('may be a whole facet', () => {
    expect(told([term('vienna', { label: 'Vienna' })], { name: 'town' })).toEqual([
      '+ town: a new facet',
      '+ town/vienna: Vienna',
    ]);
  });
});
