import { describe, expect, it } from 'vitest';
import { termRecord } from '../../src/model/term-record.ts';
import { vocabulary } from './newsroom.ts';

const record = (facet: string, id: string): object =>
  termRecord(vocabulary, vocabulary.facets.get(facet)!.terms.get(id)!);

describe('the record of a term', () => {
  it('says what the vocabulary says, and leaves out what it does not', () => {
    expect(record('field', 'education')).toEqual({
      facet: 'field',
      id: 'education',
      label: 'Education',
      labels: { en: 'Education', ru: 'Образование' },
      path: ['education'],
    });
    expect(record('field', 'torture')).toMatchObject({ path: ['human-dimension', 'human-rights', 'torture'] });
    expect(record('source', 'baku')).toEqual({
      facet: 'source',
      id: 'baku',
      label: 'OSCE Project Co-ordinator in Baku',
      labels: { en: 'OSCE Project Co-ordinator in Baku' },
      path: ['field-operations', 'baku'],
      active: { from: '2000-07-17', until: '2015-07-04' },
      names: [{ label: { en: 'OSCE Office in Baku' }, from: '2000-07-17', until: '2013-12-31' }],
      implies: ['country/azerbaijan'],
    });
    expect(record('source', 'closed')).toMatchObject({ assignable: false, members: 'closed' });
    expect(record('source', 'press-house')).toMatchObject({ deprecated: true, replacedBy: ['secretariat'] });
    expect(record('country', 'mongolia')).toMatchObject({
      memberOf: [{ term: 'asian-partners', from: '2004', until: '2012' }],
    });
    expect(record('country', 'tuerkiye')).toMatchObject({ formerIds: ['turkey'], aliases: [{ en: 'Turkey' }] });
    expect(record('country', 'azerbaijan')).toMatchObject({ iso3166: 'AZ' });
  });
});
