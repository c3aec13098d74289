/** Queries and conditions of all kinds, for properties. */
import fc from 'fast-check';
import {
  allOf,
  anyOf,
  canBeFound,
  notOf,
  type Condition,
  type DateKey,
  type ValueKey,
} from '../../src/model/condition.ts';
import { comparedDate, dateWithin, type Comparison } from '../../src/model/date-condition.ts';
import { presenceKeys, releaseStates } from '../../src/model/release-state.ts';
import { statuses } from '../../src/model/release.ts';
import { termCondition } from '../../src/model/term-condition.ts';
import { moment, today, vocabulary } from './newsroom.ts';

const facets = [...vocabulary.facets.values()];
const terms = facets.flatMap((facet) => [...facet.terms.values()].map((term) => ({ facet, term })));

export const dates = ['2003', '2004-06', '2009-11-16', '2012', '2015-07', '2026-02-28'] as const;

export const texts = [
  'course',
  'non-interference',
  'a "quoted" word',
  'back\\slash',
  'Türkiye',
  'AND',
  'or not',
  'two\nlines',
  '(bracket)',
  'date>=2009',
  'a, b',
  '-5',
  'elect*',
  '“typographic”',
] as const;

const values = ['Baku', 'New York', 'en-GB', 'x.ru', 'AND', 'a"b', 'a\\', 'ö', '()', ':', 'a,b', '-x', '*', '„a“'];
const dateKey = fc.constantFrom<DateKey>('date', 'updated');
const { timezone } = moment;

const dateLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(dateKey, fc.constantFrom<Comparison>('>=', '<=', '>', '<'), fc.constantFrom(...dates))
    .map(([key, sign, date]) => comparedDate({ key, timezone }, sign, date)),
  fc
    .tuple(dateKey, fc.nat(dates.length - 1), fc.nat(dates.length - 1))
    .map(([key, one, other]) => [key, dates[Math.min(one, other)], dates[Math.max(one, other)]] as const)
    .map(([key, first, last]) => dateWithin({ key, timezone }, first === last ? `${first}` : `${first}..${last}`)),
);

/** One condition without others in it. */
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...terms), fc.boolean())
    .map(([{ facet, term }, exact]) => termCondition(term.id, { taxonomy: vocabulary, today, facet, exact })),
  dateLeaf,
  fc
    .tuple(
      fc.constantFrom<ValueKey>('place', 'lang', 'id'),
      fc.oneof(fc.constantFrom(...values), fc.string({ minLength: 1 })),
    )
    .map(([key, value]): Condition => ({ kind: 'value', key, value })),
  fc.constantFrom(...statuses).map((value): Condition => ({ kind: 'value', key: 'status', value })),
  fc.constantFrom('press-release', 'statement').map((value): Condition => ({ kind: 'value', key: 'type', value })),
  fc
    .tuple(fc.oneof(fc.constantFrom(...texts), fc.string({ minLength: 1 }).filter(canBeFound)), fc.boolean())
    .map(([phrase, isTitle]): Condition => ({ kind: 'text', phrase, ...(isTitle ? { only: 'title' } : {}) })),
  fc.constantFrom(...presenceKeys).map((key): Condition => ({ kind: 'has', key })),
  fc.constantFrom(...facets).map(({ name, property }): Condition => ({ kind: 'filed', facet: name, property })),
  fc.constantFrom(...releaseStates).map((state): Condition => ({ kind: 'state', state, moment })),
);

/** Any condition that a query can describe. */
export const { tree: anyCondition } = fc.letrec<{ tree: Condition }>((tie) => {
  const several = fc.array(tie('tree'), { minLength: 2, maxLength: 3 });
  return {
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      several.map(allOf),
      several.map(anyOf),
      tie('tree').map(notOf),
    ),
  };
});

const pieces = fc.constantFrom(
  ...['field', 'Field of work', 'fields', 'country', 'область', ':', '=', '>=', '<', ',', '..', '-', '!', '*', '|'],
  ...['elections', 'Выборы', 'holy see', 'date', 'updated', '2009', '2009-11', '"', '“', '”', '«', '»', 'a b', 'title'],
  ...['(', ')', 'AND', 'OR', 'NOT', 'and', ' ', '\\', 'é', '–', 'toString', '__proto__', '🙂', '\uD800', '\n', 'lang'],
  ...['status', 'draft', 'has', 'is', 'embargo', 'embargoed', 'corrections', 'id', 'text', 'place', 'Baku'],
);

/** Any text that is made of what queries are made of. */
export const queryText = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));

const condition = fc.constantFrom(
  ...[
    'field:elections',
    'Field:Выборы',
    '"Field of work"="human rights"',
    'область:education',
    'countries:Turkey,japan',
  ],
  ...['fields:elections, "Prevention of torture",education', 'source:“Press house”', 'country:country/mongolia'],
  ...[
    'date:2009',
    'date=2009..2011',
    'date:..2011',
    'DATE:2009-11..',
    'date>2009',
    'updated<=2012-02',
    'date:2009,2012',
  ],
  ...['has:contacts', 'has:Fields', 'has:attachments,corrections', 'is:draft', 'is:Embargoed', 'is:updated,corrected'],
  ...[
    'title:course',
    'text:"a, b"',
    'observers',
    '"non-interference"',
    '«в Баку»',
    'place:Baku,"The Hague"',
    'lang=ru',
  ],
  ...['status:Published', 'type:STATEMENT', 'id:2009-11-16-baku.ru', 'press,freedom'],
);

/** Any query that can be read, as people write: brackets that are not needed, capitals, labels, lists. */
export const { query: readableQuery } = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    condition,
    fc
      .tuple(tie('query'), fc.constantFrom(' ', ' AND ', ' OR ', '  AND NOT ', ' NOT '), tie('query'))
      .map((parts) => parts.join('')),
    tie('query').map((query) => `(${query})`),
    tie('query').map((query) => `NOT ( ${query} )`),
  ),
}));
