import { describe, expect, it } from 'vitest';
import { explainedTerms } from '../../src/model/explained-terms.ts';
import { parseQuery } from '../../src/model/query.ts';
import { moment, today, vocabulary } from './newsroom.ts';

const view = { taxonomy: vocabulary, today };
const explained = (query: string, exact = false): string[] =>
  explainedTerms(parseQuery(query, { ...moment, ...view, exact }), view);

describe('the terms of a question', () => {
  it.each([
    ['field:выборы', 'field:elections – Elections'],
    ['field:"Human dimension"', 'field:human-dimension – Human dimension, with 3 narrower terms'],
    ['field:human-rights', 'field:human-rights – Human rights, with 1 narrower term'],
    ['field=human-dimension', 'field=human-dimension – Human dimension, without narrower terms'],
    ['field=elections', 'field=elections – Elections'],
    [
      'country:asian-partners',
      'country:asian-partners – Asian Partners for Co-operation, with 3 narrower terms, 1 of them at certain dates',
    ],
    ['source:baku', 'source:baku – OSCE Project Co-ordinator in Baku (closed)'],
    ['source:closed', 'source:closed – Closed field activities, with 2 narrower terms'],
    ['source:press-house', 'source:press-house – Press house, replaced by secretariat'],
  ])('%s: %s', (query, line) => {
    expect(explained(query)).toEqual([line]);
  });

  it('are told once each, in the order of the question, from within brackets, too', () => {
    expect(explained('NOT (field:education OR lang:ru) a field:elections,Education')).toEqual([
      'field:education – Education',
      'field:elections – Elections',
    ]);
    expect(explained('a has:field is:draft date:2009')).toEqual([]);
  });
});
