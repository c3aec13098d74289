import { describe, expect, it } from 'vitest';
import type { TaxonomyFile } from '../../src/model/generated/taxonomy-file.ts';
import { makeTaxonomy } from '../../src/model/make-taxonomy.ts';
import type { Term } from '../../src/model/taxonomy.ts';
import { currentLabel, existedOn, hasEnded, labelledTerms, labelOf, labelOn } from '../../src/model/term-names.ts';
import { today, vocabulary } from './newsroom.ts';

const termWith = (entry: object): Term => {
  const file = {
    version: 1,
    facets: { a: { property: 'x', terms: { t: { label: 'Last', ...entry } } } },
  } as TaxonomyFile;
  return makeTaxonomy(file).facets.get('a')!.terms.get('t')!;
};

describe('a label', () => {
  const label = new Map([
    ['en', 'Elections'],
    ['ru', 'Выборы'],
    ['sr-Latn', 'Izbori'],
  ]);

  it.each([
    ['en', 'Elections'],
    ['en-GB', 'Elections'],
    ['ru', 'Выборы'],
    ['sr-Latn', 'Izbori'],
    ['sr-Cyrl', 'Elections'],
    ['de', 'Elections'],
    ['', 'Elections'],
    ['toString', 'Elections'],
  ])('in %j is %j', (lang, expected) => {
    expect(labelOf(label, lang)).toBe(expected);
  });

  it('that does not exist is empty', () => {
    expect(labelOf(new Map(), 'en')).toBe('');
  });
});

describe('whether a body has ended', () => {
  it.each([
    [undefined, false],
    [{}, false],
    [{ from: '1999' }, false],
    [{ until: '2015-07-04' }, true],
    [{ until: '2026-11-22' }, true],
    [{ until: '2026-11-23' }, false],
    [{ until: '2026-11' }, false],
    [{ until: '2026' }, false],
    [{ until: '2025' }, true],
    [{ until: 'unknown' }, true],
  ])('with %j it is %s', (active, ended) => {
    const term = termWith(active === undefined ? {} : { active });
    expect(hasEnded(term, today)).toBe(ended);
    expect(currentLabel(term, { lang: 'en', today })).toBe(ended ? 'Last (closed)' : 'Last');
    expect(currentLabel(term, { lang: 'ru', today })).toBe(ended ? 'Last (закрыто)' : 'Last');
    expect(currentLabel(term, { lang: 'fr', today })).toBe(ended ? 'Last (closed)' : 'Last');
  });
});

describe('what a term was called on a day', () => {
  const renamed = termWith({
    label: 'Programme Office',
    names: [
      { label: 'Centre', from: '1999-01-01', until: '2014-12-31' },
      { label: 'Programme Office', from: '2015', until: '2018' },
      { label: { en: 'Office in the new town', ru: 'Офис' }, from: '2019-03-01', until: '2022-09-22' },
      { label: 'Never' },
      { label: 'Sometime', from: 'unknown', until: '1998' },
    ],
  });

  it.each([
    ['1998-01-01', 'Programme Office', 'a bound that is not known decides nothing'],
    ['1999-01-01', 'Centre', 'its first day'],
    ['2014-12-31', 'Centre', 'its last day'],
    ['2015-06-01', 'Programme Office', 'a year that cannot decide'],
    ['2017-01-01', 'Programme Office', 'within'],
    ['2019-02-28', 'Programme Office', 'a day before'],
    ['2019-03-01', 'Office in the new town', 'its first day'],
    ['2022-09-22', 'Office in the new town', 'its last day'],
    ['2022-09-23', 'Programme Office', 'the last name again'],
  ])('%s: %s, %s', (day, label) => {
    expect(labelOn(renamed, day, 'en')).toBe(label);
  });

  it('is told in the language that was asked for', () => {
    expect(labelOn(renamed, '2020-01-01', 'ru')).toBe('Офис');
  });

  it('existed, did not, or nobody can say', () => {
    expect(existedOn(renamed, '1066-01-01')).toBe(true);
    const term = termWith({ active: { from: '2000-07-17', until: '2015' } });
    expect(
      ['2000-07-16', '2000-07-17', '2015-01-01', '2015-02-01', '2016-01-01'].map((day) => existedOn(term, day)),
    ).toEqual([false, true, true, undefined, false]);
  });
});

describe('the terms of a release', () => {
  const labelled = (mode: 'current' | 'as-of', day: string | undefined, ids = ['baku', 'nowhere']): unknown =>
    labelledTerms(ids, 'source', { taxonomy: vocabulary, view: { mode, lang: 'en', today }, day });
  const unknown = { id: 'nowhere', label: 'nowhere' };

  it('go by the last name with the mark of a closed body, or by the name of the day', () => {
    const now = { id: 'baku', label: 'OSCE Project Co-ordinator in Baku (closed)' };
    expect(labelled('current', '2009-11-16')).toEqual([now, unknown]);
    expect(labelled('as-of', '2009-11-16')).toEqual([{ id: 'baku', label: 'OSCE Office in Baku' }, unknown]);
    expect(labelled('as-of', '2014-11-16')).toEqual([
      { id: 'baku', label: 'OSCE Project Co-ordinator in Baku' },
      unknown,
    ]);
    for (const day of [undefined, 'no day', '2009']) expect(labelled('as-of', day)).toEqual([now, unknown]);
  });

  it('have the id of today, also under one that was renamed; a key that is no facet has no terms', () => {
    const options = { taxonomy: vocabulary, view: { mode: 'current', lang: 'ru', today }, day: undefined } as const;
    expect(labelledTerms(['voting'], 'fields', options)).toEqual([{ id: 'elections', label: 'Выборы' }]);
    expect(labelledTerms(['elections'], 'toString', options)).toEqual([{ id: 'elections', label: 'elections' }]);
  });
});
