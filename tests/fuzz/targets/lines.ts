import { parseDateline } from '../../../src/model/dateline.ts';
import { parseQuery } from '../../../src/model/query.ts';
import { moment, today, vocabulary } from '../../model/newsroom.ts';
import { refusedOr } from '../refusals.ts';
import { bytesOf, type FuzzTarget } from '../target.ts';

const context = { ...moment, taxonomy: vocabulary, today, exact: false, types: ['press-release', 'statement'] };

export const query: FuzzTarget = {
  id: 'query',
  what: 'a query',
  seeds: bytesOf(
    'field:elections AND (country:azerbaijan OR NOT lang:ru) AND date:2009..2011',
    'title:"non-interference" updated>=2009-11 has:embargo is:public',
    'field=human-dimension,education -text:word',
  ),
  signs: ['AND', 'OR', 'NOT', '(', ')', ':', '=', '>=', '..', '"', ',', 'field', 'date', 'has:', 'is:', '-', '…'],
  judge: (input) => refusedOr(() => parseQuery(input.toString(), context), /./s),
};

export const dateline: FuzzTarget = {
  id: 'dateline',
  what: 'a dateline',
  seeds: bytesOf(
    'BAKU, 16 November 2009 – The Office said.',
    'VIENNA/THE HAGUE, Oct. 3, 2011 (PRNewswire) -- Two said.',
    'БАКУ, 16 ноября 2009 г. - Текст.',
    'Paris, le 1er mai 1999. La suite.',
  ),
  signs: [' – ', ' - ', '/', ', ', 'and ', '(', ')', '*', '**', '1er ', 'Mai', '.', '\n'],
  judge(input) {
    const text = input.toString();
    const found = parseDateline(text);
    if (found === undefined) return 'refused';
    for (const { start, end } of [
      found,
      ...found.cityRanges,
      ...(found.dateRange === undefined ? [] : [found.dateRange]),
    ])
      if (!(start >= 0 && start <= end && end <= text.length)) throw new Error(`${start}-${end} is no place`);
    return 'accepted';
  },
};
