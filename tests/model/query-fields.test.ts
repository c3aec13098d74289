import { describe, expect, it } from 'vitest';
import type { TaxonomyFile } from '../../src/model/generated/taxonomy-file.ts';
import { makeTaxonomy } from '../../src/model/make-taxonomy.ts';
import { facetNamed, fieldNamed } from '../../src/model/query-fields.ts';
import { vocabulary } from './newsroom.ts';

const taxonomy = makeTaxonomy({
  version: 1,
  languages: ['en', 'ru'],
  facets: {
    topic: { property: 'subjects', label: { en: 'What it is about', ru: 'Тема выпуска' }, terms: {} },
    ministry: { property: 'ministries', label: { en: 'Ministère', ru: 'Тема дня' }, terms: {} },
    desk: { property: 'topics', label: { en: 'Ministry', ru: 'Отдел' }, terms: {} },
    writer: { property: 'people', label: 'Person', terms: {} },
    speaker: { property: 'speakers', label: 'person', terms: {} },
    'sub-topic': { property: 'has', label: 'Status', terms: {} },
  },
} as TaxonomyFile);

const named = (name: string): unknown => {
  const field = fieldNamed(name, taxonomy);
  return field.kind === 'facet' ? field.facet.name : field;
};

describe('a field', () => {
  it.each([
    ['topic', 'topic'],
    ['Topic', 'topic'],
    ['TÓPIC', 'topic'],
    ['subjects', 'topic'],
    ['Subjects', 'topic'],
    ['what it is about', 'topic'],
    ['What', 'topic'],
    ['тема выпуска', 'topic'],
    ['отдел', 'desk'],
    ['ministere', 'ministry'],
    ['ministries', 'ministry'],
    ['sub-topic', 'sub-topic'],
    ['Sub topic', 'sub-topic'],
  ])('«%s» is the facet %s', (name, facet) => {
    expect(named(name)).toBe(facet);
  });

  it('is a facet by its option before another one by its label, and by its key before a label', () => {
    expect(named('ministry')).toBe('ministry');
    expect(named('Ministry')).toBe('ministry');
    expect(named('topics')).toBe('desk');
  });

  it('of press comes before every facet', () => {
    expect(named('has')).toEqual({ kind: 'has' });
    expect(named('Status')).toEqual({ kind: 'value', key: 'status' });
    expect(named('DATE')).toEqual({ kind: 'date', key: 'date' });
    expect(named('Title')).toEqual({ kind: 'text', only: 'title' });
  });

  it.each([
    ['person', '«person» could mean the facet «writer» or «speaker».', 'Name one by its option: writer: or speaker:.'],
    ['Тема', '«Тема» could mean the facet «topic» or «ministry».', 'Name one by its option: topic: or ministry:.'],
    ['topc', '«topc» is not a field.', 'Did you mean «topic»?'],
    ['Отдл', '«Отдл» is not a field.', 'Did you mean «desk»?'],
    ['about', '«about» is not a field.', 'A name with blanks stands in double quotes: "What it is about":.'],
    ['-topic', '«-topic» is not a field.', 'To leave something out, write NOT topic: and what is not wanted.'],
    ['!date', '«!date» is not a field.', 'To leave something out, write NOT date: and what is not wanted.'],
    ['10', '«10» is not a field.', 'To search for it, put everything in double quotes.'],
    ['–', '«–» is not a field.', 'To search for it, put everything in double quotes.'],
    [
      'zzz',
      '«zzz» is not a field.',
      'The fields are topic, ministry, desk, writer, speaker, sub-topic, date, updated, text, title, place, lang, type, status, id, has, is.',
    ],
  ])('«%s»: %s', (name, message, hint) => {
    expect(() => named(name)).toThrow(expect.objectContaining({ code: 'bad-query', message, hint }));
  });

  it('is nothing that every object has', () => {
    for (const name of ['toString', '__proto__', 'constructor'])
      expect(facetNamed(name, vocabulary), name).toBeUndefined();
  });
});
