import { describe, expect, it } from 'vitest';
import { label } from '../../../src/operations/refactor/label.ts';
import { labelOn } from '../../../src/model/term-names.ts';
import { repositoryInMemory } from '../../../src/repository/in-memory.ts';
import { differences, planned, refactored, refusalOf, vocabulary } from '../../support/refactoring.ts';

const texts = { 'taxonomy.yaml': vocabulary };
const named = (term: string, words: string, options: { from?: string; lang?: string } = {}): ReturnType<typeof label> =>
  label({ term, label: words, from: options.from, lang: options.lang });
const changed = async (verb: ReturnType<typeof label>, before = vocabulary): Promise<string[]> =>
  differences(before, (await refactored({ 'taxonomy.yaml': before }, verb))['taxonomy.yaml'] ?? '');

describe('taxonomy label', () => {
  it('keeps the old name as a word', async () => {
    await expect(changed(named('soil', 'Soil and earth'))).resolves.toEqual([
      '- label: Soil',
      '+ label: Soil and earth',
      '+ aliases: [Soil]',
    ]);
    await expect(changed(named('water', 'Waters'))).resolves.toEqual([
      '- label: {en: Water, ru: Вода}   # the first one',
      '- aliases: [rivers]',
      '+ label: {en: Waters, ru: Вода}   # the first one',
      '+ aliases: [rivers, Water]',
    ]);
  });

  it('keeps it with its last day, in all its languages', async () => {
    await expect(changed(named('water', 'Waters', { from: '2024-03-01' }))).resolves.toEqual([
      '- label: {en: Water, ru: Вода}   # the first one',
      '+ label: {en: Waters, ru: Вода}   # the first one',
      '+ names: [{label: {en: Water, ru: Вода}, until: 2024-02-29}]',
    ]);
    await expect(changed(named('south', 'South', { from: '2012-01-01' }))).resolves.toEqual([
      '- label: Southern Office',
      '+ label: South',
      '+ - {label: Southern Office, until: 2011-12-31}',
    ]);
  });

  it('remembers a day once for two languages', async () => {
    const once = await refactored(texts, named('water', 'Waters', { from: '2024-03-01' }));
    const verb = named('water', 'Воды', { from: '2024-03-01', lang: 'RU' });
    await expect(changed(verb, once['taxonomy.yaml'])).resolves.toEqual([
      '- label: {en: Waters, ru: Вода}   # the first one',
      '+ label: {en: Waters, ru: Воды}   # the first one',
    ]);
  });

  it('is what releases of the time are called by', async () => {
    const after = await refactored(texts, named('south', 'South', { from: '2012-01-01' }));
    const term = (await repositoryInMemory(after)).taxonomy.facets.get('author')?.terms.get('south');
    const on = (day: string): string => (term === undefined ? '' : labelOn(term, day, 'en'));
    expect(['2009-12-31', '2010-01-01', '2011-12-31', '2012-01-01'].map(on)).toEqual([
      'Office for the South',
      'Southern Office',
      'Southern Office',
      'South',
    ]);
  });

  it('adds a language to a plain label', async () => {
    await expect(changed(named('soil', 'Почва', { lang: 'ru' }))).resolves.toEqual([
      '- label: Soil',
      '+ label: {en: Soil, ru: Почва}',
    ]);
    await expect(changed(named('air', 'Воздух', { lang: 'ru' }))).resolves.toEqual([
      `- "air": {label: 'Air', related: [water]}`,
      '+ "air": {label: {en: Air, ru: Воздух}, related: [water]}',
    ]);
  });

  it('quotes what YAML would misread', async () => {
    await expect(changed(named('soil', 'Soil: a [draft] #1'))).resolves.toContain('+ label: "Soil: a [draft] #1"');
    await expect(changed(named('soil', 'No'))).resolves.toContain('+ label: "No"');
  });

  it.each([
    [named('soil', 'rivers'), '«rivers» already is a word for topic/water'],
    [named('soil', 'Boden', { lang: 'de' }), '«de» is not a language of the vocabulary.'],
    [named('soil', 'x\u0007'), 'taxonomy.yaml'],
  ])('is refused: %#', async (verb, sentence) => {
    await expect(refusalOf(texts, verb)).resolves.toContain(sentence);
  });

  it('has nothing to do for the same name', async () => {
    await expect(planned(texts, named('soil', 'Soil'))).resolves.toMatchObject({ kind: 'nothing' });
  });
});
