import { beforeAll, describe, expect, it } from 'vitest';
import type { Facet, Taxonomy } from '../../src/model/taxonomy.ts';
import { answerTerms } from '../../src/operations/answer-terms.ts';
import { termChoices } from '../../src/operations/term-choices.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const taxonomyFile = `version: 1
languages: [en, ru]
facets:
  field:
    property: fields
    multiple: true
    terms:
      elections: {label: {en: Elections, ru: Выборы}, aliases: [electoral process]}
      old-elections: {label: Voting, deprecated: true, replacedBy: [elections]}
      gone: {label: Gone, deprecated: true}
      education: {label: Education}
      courses: {label: Training}
      workshops: {label: Workshops, aliases: [training]}
  country:
    property: countries
    multiple: true
    terms:
      states:
        label: Participating States
        assignable: false
        narrower: {albania: {label: Albania}, azerbaijan: {label: Azerbaijan}, tuerkiye: {label: Türkiye}, finland: {label: Finland}}
      nowhere: {label: Nowhere, assignable: false}
  source:
    property: source
    judged: author
    terms:
      baku: {label: Project Co-ordinator in Baku, names: [{label: Office in Baku, from: 2000-07-17, until: 2013-12-31}], active: {from: 2000-07-17, until: 2015-07-04}, implies: [country/azerbaijan]}
      vienna: {label: Secretariat}
`;

let taxonomy: Taxonomy;
beforeAll(async () => {
  ({ taxonomy } = await repositoryInMemory({ 'taxonomy.yaml': taxonomyFile }));
});

const facet = (name: string): Facet => taxonomy.facets.get(name) as Facet;
const answer = (name: string, words: readonly string[], day?: string): string[] =>
  answerTerms(taxonomy, { facet: facet(name), words, day });

describe('answerTerms', () => {
  it('finds terms by id, label and other names, each once', () => {
    expect(answer('field', ['education', 'Выборы', 'Electoral process', 'ELECTIONS'])).toEqual([
      'education',
      'elections',
    ]);
    expect(answer('country', ['Turkiye', 'country/albania'])).toEqual(['tuerkiye', 'albania']);
    expect(answer('field', [])).toEqual([]);
  });

  it.each([
    ['field', ['electoins'], 'unknown-term', '«electoins» is not a term of field.', '«elections»'],
    ['field', ['zzz'], 'unknown-term', '«zzz» is not a term of field.', 'press taxonomy tree field'],
    ['field', ['constructor'], 'unknown-term', '«constructor» is not a term of field.', 'press taxonomy tree'],
    ['field', ['training'], 'ambiguous-term', '«training» could mean «courses» or «workshops».', 'ids'],
    ['field', ['Voting'], 'unknown-term', '«Voting» is no longer used.', '«elections»'],
    ['field', ['gone'], 'unknown-term', '«gone» is no longer used.', 'another term'],
    [
      'country',
      ['Participating States'],
      'unknown-term',
      'is a heading of country',
      '«albania», «azerbaijan» or «tuerkiye»',
    ],
    ['country', ['nowhere'], 'unknown-term', 'is a heading of country', 'Choose a term'],
    [
      'source',
      ['baku', 'vienna'],
      'usage',
      'A release has one source; «baku» and «vienna» are several.',
      '--source once',
    ],
  ])('refuses %s %j', (name, words, code, message, hint) => {
    expect(() => answer(name, words, '2010-01-01')).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringContaining(message) as unknown,
        hint: expect.stringContaining(hint) as unknown,
      }),
    );
  });

  it('judges an author by the date of the release', () => {
    expect(answer('source', ['baku'], '2015-07-04')).toEqual(['baku']);
    expect(answer('source', ['baku'])).toEqual(['baku']);
    expect(() => answer('source', ['baku'], '2015-07-05')).toThrow(
      /«Project Co-ordinator in Baku» existed from 2000-07-17 until 2015-07-04; the release is dated 2015-07-05/,
    );
    expect(() => answer('source', ['baku'], '2000-07-16')).toThrow(/existed from/);
  });
});

describe('termChoices', () => {
  const view = { day: '2010-01-01', today: '2026-01-01', lang: 'en', terms: new Map() };
  const values = (name: string, changes: object = {}): string[] =>
    termChoices(taxonomy, facet(name), { ...view, ...changes }).choices.map(({ value }) => value);

  it('offers what a new release may have: no headings, nothing that is out of use', () => {
    expect(values('field')).toEqual(['elections', 'education', 'courses', 'workshops']);
    expect(values('country')).toEqual(['albania', 'azerbaijan', 'tuerkiye', 'finland']);
  });

  it('offers authors that existed on the day, under the name of the day', () => {
    const { choices } = termChoices(taxonomy, facet('source'), view);
    expect(choices.map(({ label }) => label)).toEqual(['Office in Baku', 'Secretariat']);
    expect(values('source', { day: '2026-01-01' })).toEqual(['vienna']);
    expect(values('source', { day: undefined })).toEqual(['baku', 'vienna']);
  });

  it('puts first what the author implies, and says why', () => {
    const { choices, implied } = termChoices(taxonomy, facet('country'), {
      ...view,
      terms: new Map([['source', ['baku']]]),
    });
    expect(choices[0]).toMatchObject({ value: 'azerbaijan', description: 'goes with Project Co-ordinator in Baku' });
    expect(choices[1]).toMatchObject({ value: 'albania', description: 'Participating States' });
    expect(implied).toEqual(['azerbaijan']);
  });

  it('is found by every name', () => {
    const [elections] = termChoices(taxonomy, facet('field'), { ...view, lang: 'ru' }).choices;
    expect(elections).toMatchObject({
      label: 'Выборы',
      words: expect.arrayContaining(['elections', 'Elections', 'electoral process']) as unknown,
    });
  });
});
