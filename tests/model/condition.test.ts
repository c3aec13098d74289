import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canBeFound, dayOf, matches, printCondition, type Condition } from '../../src/model/condition.ts';
import { parseQuery } from '../../src/model/query.ts';
import type { Release } from '../../src/model/release.ts';
import { broaderTerms, termOf } from '../../src/model/taxonomy.ts';
import { within } from '../../src/text/dates.ts';
import { fold } from '../../src/text/fold.ts';
import { releaseOf, today, vocabulary } from './newsroom.ts';

const asked = (query: string): Condition => parseQuery(query, { taxonomy: vocabulary, today, exact: false });
const isIn = (query: string, release: Release): boolean => matches(asked(query), release);

describe('a release answers', () => {
  const release = releaseOf(
    {
      id: '2009-11-16-baku',
      title: 'Non-interference: a course',
      date: '2009-11-16',
      place: ['Baku', 'The Hague'],
      fields: ['elections'],
      countries: ['turkey'],
      lang: 'en-GB',
      type: 'statement',
      summary: 'Thirty observers.',
    },
    'BAKU – Türkiye sent <!-- the codeword is SWORDFISH --> five.\n',
  );

  it.each([
    ['field:elections', true],
    ['field:human-dimension', true],
    ['field=human-dimension', false],
    ['fields:Выборы', true],
    ['field:education', false],
    ['country:tuerkiye', true],
    ['place:baku', true],
    ['place:"the hague"', true],
    ['place:hague', true],
    ['place:vienna', false],
    ['lang:en', true],
    ['lang:en-GB', true],
    ['lang:en-US', false],
    ['lang:ru', false],
    ['type:statement', true],
    ['type:press-release', false],
    ['status:published', true],
    ['status:draft', false],
    ['id:2009-11-16-baku', true],
    ['id:2009.11.16.baku', false],
    ['id:baku', false],
    ['"non interference"', true],
    ['turkiye', true],
    ['"sent five"', true],
    ['"sent the"', false],
    ['text:observers', true],
    ['title:course', true],
    ['title:observers', false],
    ['observer', false],
    ['date:2009', true],
    ['date:2009-11-16', true],
    ['date=2009-11', true],
    ['date:2010', false],
    ['date>=2009-11-16', true],
    ['date>2009-11-15', true],
    ['date>2009', false],
    ['date>2009-11-16', false],
    ['date<=2009', true],
    ['date<2009-11-17', true],
    ['date<2009-11-16', false],
    ['date<2009', false],
    ['NOT field:education', true],
    ['field:education OR place:baku AND lang:ru', false],
    ['(field:education OR place:baku) AND lang:en', true],
    ['field:elections place:baku', true],
  ])('%s: %s', (query, answer) => {
    expect(isIn(query, release)).toBe(answer);
  });

  it('nothing that stands in a comment of its body', () => {
    for (const query of ['swordfish', '"the codeword"', 'text:codeword'])
      expect(isIn(query, release), query).toBe(false);
    expect(isIn('five', release)).toBe(true);
  });

  it('no question about dates when it has none', () => {
    const draft = releaseOf({ date: undefined, status: 'draft' });
    for (const query of ['date>=1000', 'date<=9999', 'date>1000', 'date<9999', 'date:2009'])
      expect(isIn(query, draft), query).toBe(false);
    expect(dayOf(draft)).toBeUndefined();
  });

  it('by the day as it is written, whatever the offset', () => {
    const late = releaseOf({ date: '2009-12-31T23:30:00-05:00' });
    expect(dayOf(late)).toBe('2009-12-31');
    expect([isIn('date:2009', late), isIn('date:2010', late)]).toEqual([true, false]);
  });

  it('nothing by the names of things that every object has', () => {
    for (const word of ['toString', 'constructor', '__proto__']) {
      expect(isIn(`place:${word} OR lang:${word} OR id:${word} OR "${word}"`, release), word).toBe(false);
    }
  });
});

describe('what can be looked for', () => {
  it.each([
    ['a', true],
    ['42', true],
    ['東京', true],
    ['«é»', true],
    ['–', false],
    ['!!!', false],
    ['', false],
    [' ', false],
    ['🙂', false],
    ['\u200B', false],
  ])('%j: %s', (phrase, can) => {
    expect(canBeFound(phrase)).toBe(can);
  });
});

const terms = [...vocabulary.facets.values()].flatMap((facet) =>
  [...facet.terms.values()].map((term) => ({ facet, term })),
);
const dates = ['2003', '2004-06', '2009-11-16', '2012', '2015-07', '2026-02-28'];
const texts = [
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
];

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...terms), fc.constantFrom(':', '='))
    .map(([{ facet, term }, sign]) => asked(`${facet.name}${sign}${term.id}`)),
  fc
    .tuple(fc.constantFrom('>=', '<=', '>', '<', ':', '='), fc.constantFrom(...dates))
    .map(([sign, date]) => asked(`date${sign}${date}`)),
  fc
    .tuple(
      fc.constantFrom('place', 'lang', 'type', 'id'),
      fc.oneof(
        fc.constantFrom('Baku', 'New York', 'en-GB', 'x.ru', 'AND', 'a"b', 'a\\', 'ö', '()', ':'),
        fc.string({ minLength: 1 }),
      ),
    )
    .map(([key, value]): Condition => ({ kind: 'value', key: key as 'place', value })),
  fc.constantFrom('draft', 'published').map((value): Condition => ({ kind: 'value', key: 'status', value })),
  fc
    .tuple(fc.oneof(fc.constantFrom(...texts), fc.string({ minLength: 1 }).filter(canBeFound)), fc.boolean())
    .map(([phrase, isTitle]): Condition => ({ kind: 'text', phrase, ...(isTitle ? { only: 'title' } : {}) })),
);

const { tree } = fc.letrec<{ tree: Condition }>((tie) => {
  const several = fc.array(tie('tree'), { minLength: 2, maxLength: 3 });
  return {
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      several.map((of): Condition => ({ kind: 'all', of })),
      several.map((of): Condition => ({ kind: 'any', of })),
      tie('tree').map((of): Condition => ({ kind: 'not', of })),
    ),
  };
});

const anyRelease = fc
  .record({
    id: fc.constantFrom('x.ru', 'a', 'baku'),
    title: fc.constantFrom(...texts, 'A title'),
    date: fc.constantFrom(
      '2003-12-31',
      '2004-06-30',
      '2009-11-16',
      '2012-01-01',
      '2015-07-04',
      '2026-03-01',
      undefined,
    ),
    status: fc.constantFrom('draft', 'published'),
    place: fc.constantFrom('Baku', ['New York', 'ö'], undefined),
    lang: fc.constantFrom('en', 'en-GB', 'ru', undefined),
    fields: fc.subarray(['elections', 'voting', 'torture', 'education', 'nowhere']),
    countries: fc.subarray(['mongolia', 'turkey', 'japan', 'finland']),
    source: fc.constantFrom('baku', 'skopje', 'office', undefined),
  })
  .map((data) => releaseOf(data, 'BAKU – A course.\n<!-- non-interference -->'));

/** What the words of a condition say, without any of the machinery: term by term, upwards. */
function says(condition: Condition, release: Release): boolean {
  const day = release.date?.text.slice(0, 10);
  switch (condition.kind) {
    case 'all':
      return !condition.of.some((part) => !says(part, release));
    case 'any':
      return condition.of.some((part) => says(part, release));
    case 'not':
      return !says(condition.of, release);
    case 'date':
      return day !== undefined && isDated(condition.words.slice(4), day);
    case 'value':
      return {
        place: release.places,
        lang: [release.lang, release.lang.slice(0, 2)],
        type: [release.type],
        status: [release.status],
        id: [release.id],
      }[condition.key].some((value) =>
        condition.key === 'id' ? value === condition.value : fold(value) === fold(condition.value),
      );
    case 'text':
      return [release.title, ...(condition.only === 'title' ? [] : ['BAKU – A course.'])].some((text) =>
        ` ${fold(text)} `.includes(` ${fold(condition.phrase)} `),
      );
    case 'term':
      return (release.terms.get(condition.property) ?? []).some((id) =>
        isUnder(id, condition.id, { facet: condition.facet, exact: condition.exact, day }),
      );
  }
}

function isDated(question: string, day: string): boolean {
  const sign = /^[<>]?=?|^:/.exec(question)?.[0] ?? '';
  const date = question.replace(/^[<>=:]+/, '');
  const start = day.slice(0, date.length);
  if (sign === '>=') return start >= date;
  if (sign === '<=') return start <= date;
  if (sign === '>') return start > date;
  return sign === '<' ? start < date : start === date;
}

function isUnder(
  id: string,
  wanted: string,
  { facet: name, exact, day }: { facet: string; exact: boolean; day: string | undefined },
): boolean {
  const facet = vocabulary.facets.get(name)!;
  const term = termOf(facet, id);
  const heading = facet.terms.get(wanted)!;
  if (term === undefined) return false;
  if (term === heading || exact) return term === heading;
  if (heading.members === 'closed') return ['baku', 'co-ordinator-in-ukraine'].includes(term.id);
  const chain = [term, ...broaderTerms(facet, term)];
  return (
    chain.includes(heading) ||
    chain.some((each) =>
      each.memberOf.some((member) => member.term === wanted && (day === undefined || within(day, member) !== false)),
    )
  );
}

describe('matching', () => {
  it('agrees with what the words say, for any question and any release', () => {
    fc.assert(
      fc.property(tree, anyRelease, (condition, release) => {
        expect(matches(condition, release), printCondition(condition)).toBe(says(condition, release));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a question as printed', () => {
  it.each([
    ['fields:Elections', 'field:elections'],
    ['field=voting', 'field=elections'],
    ['country:"holy see"', 'country:holy-see'],
    ['a b OR c', '("a" AND "b") OR "c"'],
    ['a AND (b OR c)', '"a" AND ("b" OR "c")'],
    ['(a AND b) OR c', '("a" AND "b") OR "c"'],
    ['((a))', '"a"'],
    ['NOT NOT a', 'NOT NOT "a"'],
    ['NOT (a b)', 'NOT ("a" AND "b")'],
    ['date>2009-11', 'date>2009-11'],
    ['place:"New York"', 'place:"New York"'],
    ['title:"a \\"b\\" \\\\c"', 'title:"a \\"b\\" \\\\c"'],
    ['text:x', '"x"'],
  ])('%s is %s', (query, printed) => {
    expect(printCondition(asked(query))).toBe(printed);
  });

  it('means the same when it is read again, for any question', () => {
    fc.assert(
      fc.property(tree, (condition) => {
        const printed = printCondition(condition);
        fc.pre(printed.length <= 4000);
        expect(asked(printed), printed).toEqual(condition);
        expect(printCondition(asked(printed))).toBe(printed);
      }),
      { numRuns: 3000 },
    );
  });

  it('is empty when everything is chosen', () => {
    expect(printCondition({ kind: 'all', of: [] })).toBe('');
    expect(matches({ kind: 'all', of: [] }, releaseOf({}))).toBe(true);
  });
});
