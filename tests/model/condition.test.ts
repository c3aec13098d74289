import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allOf, canBeFound, dayOf, matches, type Condition, type ValueKey } from '../../src/model/condition.ts';
import { PressError } from '../../src/model/press-error.ts';
import { printCondition } from '../../src/model/print-condition.ts';
import { parseQuery } from '../../src/model/query.ts';
import type { ReleaseState } from '../../src/model/release-state.ts';
import type { Release } from '../../src/model/release.ts';
import { broaderTerms, termOf } from '../../src/model/taxonomy.ts';
import { within } from '../../src/text/dates.ts';
import { fold, foldRunning } from '../../src/text/fold.ts';
import { moment, releaseOf, today, vocabulary } from './newsroom.ts';
import { anyCondition, queryText, readableQuery } from './query-arbitraries.ts';
import { anyRelease } from './release-arbitrary.ts';

const asked = (query: string): Condition =>
  parseQuery(query, { ...moment, taxonomy: vocabulary, today, exact: false, types: ['statement'] });
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

/** What a condition says by its printed words, without any of the machinery: term by term, upwards, and from the file's keys. */
function says(condition: Condition, release: Release): boolean {
  switch (condition.kind) {
    case 'all':
      return !condition.of.some((part) => !says(part, release));
    case 'any':
      return condition.of.some((part) => says(part, release));
    case 'not':
      return !says(condition.of, release);
    case 'date':
      return isDated(condition.words, condition.key === 'date' ? dayIn(release) : updatedIn(release));
    case 'value':
      return saysValue(condition.key, condition.value, release);
    case 'text':
      return [release.title, ...(condition.only === 'title' ? [] : ['BAKU – A course.', release.summary ?? ''])].some(
        (text) => ` ${foldRunning(text)} `.includes(` ${foldRunning(condition.phrase)} `),
      );
    case 'term':
      return (release.terms.get(condition.property) ?? []).some((id) =>
        isUnder(id, condition.id, { facet: condition.facet, exact: condition.exact, day: dayIn(release) }),
      );
    case 'filed':
      return [release.data[condition.property]].flat().some((id) => typeof id === 'string');
    case 'has':
      return release.data[condition.key] === null || [release.data[condition.key]].flat().some(Boolean);
    case 'state':
      return saysState(condition.state, release);
  }
}

function saysValue(key: ValueKey, value: string, { places, lang, type, status, id }: Release): boolean {
  if (key === 'id') return id === value;
  const values = { place: places, lang: [lang, lang.slice(0, 2)], type: [type], status: [status] }[key];
  return values.some((each) => fold(each) === fold(value));
}

function saysState(state: ReleaseState, release: Release): boolean {
  const { embargo, translationOf } = release.data;
  const kinds = release.corrections.map(({ kind }) => kind);
  switch (state) {
    case 'embargoed':
      return embargo !== undefined && embargo !== '2026-11-23T12:59:59+01:00';
    case 'corrected':
      return kinds.includes('correction');
    case 'translation':
      return typeof translationOf === 'object' && translationOf !== null && 'id' in translationOf;
    case 'updated':
      return kinds.includes('update') || isLater(release);
  }
}

/** The dates in the releases above have one moment of the day at most, so that their days tell which is later. */
function isLater(release: Release): boolean {
  const moments = [release.updated?.text ?? '', ...release.corrections.map(({ date }) => date)];
  return release.date !== undefined && moments.some((text) => text > (release.date?.text ?? ''));
}

function dayIn(release: Release): string | undefined {
  return release.date?.text.slice(0, 10);
}

function updatedIn(release: Release): string | undefined {
  const moments = [release.date?.text, release.updated?.text, ...release.corrections.map(({ date }) => date)];
  return moments.map((text) => text?.slice(0, 10)).sort((a = '', b = '') => (a < b ? 1 : -1))[0];
}

function isDated(words: string, day: string | undefined): boolean {
  if (day === undefined) return false;
  const [, sign = '', date = ''] = /^[a-z]+([<>]=?|:)(.*)$/.exec(words) ?? [];
  const [first = '', last = first] = date.split('..');
  const start = day.slice(0, first.length);
  if (sign === '>=') return start >= first;
  if (sign === '<=') return start <= first;
  if (sign === '>') return start > first;
  if (sign === '<') return start < first;
  return start >= first && day.slice(0, last.length) <= last;
}

function isUnder(
  id: string,
  wanted: string,
  { facet: name, exact, day }: { facet: string; exact: boolean; day: string | undefined },
): boolean {
  if (wanted === 'press-house' && id === 'secretariat') return true;
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
      fc.property(anyCondition, anyRelease, (condition, release) => {
        expect(matches(condition, release), printCondition(condition)).toBe(says(condition, release));
      }),
      { numRuns: 5000 },
    );
  });

  it('finds the last word of a long text by the last word of a long query', () => {
    const release = releaseOf({}, `${'word '.repeat(20_000)}end`);
    expect(isIn(`${'x OR '.repeat(790)}end`, release)).toBe(true);
  });
});

describe('a question as printed', () => {
  it.each([
    ['fields:Elections', 'field:elections'],
    ['"Область деятельности":выборы', 'field:elections'],
    ['область=voting', 'field=elections'],
    ['country:"holy see"', 'country:holy-see'],
    ['field:elections,Education', 'field:elections OR field:education'],
    ['place:Baku field:elections,education', 'place:Baku AND (field:elections OR field:education)'],
    ['NOT lang:ru,en', 'NOT (lang:ru OR lang:en)'],
    ['place:"Washington, DC"', 'place:"Washington, DC"'],
    ['a b OR c', '("a" AND "b") OR "c"'],
    ['a AND (b OR c)', '"a" AND ("b" OR "c")'],
    ['(a AND b) OR c', '("a" AND "b") OR "c"'],
    ['a AND (b AND (c d))', '"a" AND "b" AND "c" AND "d"'],
    ['a OR (b OR c) OR d', '"a" OR "b" OR "c" OR "d"'],
    ['((a))', '"a"'],
    ['NOT NOT a', '"a"'],
    ['NOT (NOT (NOT a))', 'NOT "a"'],
    ['NOT (a b)', 'NOT ("a" AND "b")'],
    ['date>2009-11', 'date>2009-11'],
    ['date=2009', 'date:2009'],
    ['date:2009..2011', 'date:2009..2011'],
    ['date:2009..2009', 'date:2009'],
    ['date:2009..', 'date>=2009'],
    ['Updated:..2011-02', 'updated<=2011-02'],
    ['status:Draft', 'status:draft'],
    ['is:draft', 'status:draft'],
    ['is:EMBARGOED', 'is:embargoed'],
    ['has:Fields', 'has:field'],
    ['has:contacts,"field of work"', 'has:contacts OR has:field'],
    ['place:"New York"', 'place:"New York"'],
    ['place:"-x"', 'place:"-x"'],
    ['title:"a \\"b\\" \\\\c"', 'title:"a \\"b\\" \\\\c"'],
    ['title:a,b', 'title:"a" OR title:"b"'],
    ['text:x', '"x"'],
    ['“a b”', '"a b"'],
  ])('%s is %s', (query, printed) => {
    expect(printCondition(asked(query))).toBe(printed);
  });

  it('means the same when it is read again, for any question', () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const printed = printCondition(condition);
        fc.pre(printed.length <= 4000);
        expect(asked(printed), printed).toEqual(condition);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['a query as people write it', readableQuery, 2000],
    ['any text that is one', queryText, 5000],
  ] as const)('means the same as %s, and stays the same', (_, queries, numRuns) => {
    let read = 0;
    fc.assert(
      fc.property(queries, (query) => {
        const condition = readIfPossible(query);
        if (condition === undefined) return;
        const printed = printCondition(condition);
        fc.pre(printed.length <= 4000);
        read += 1;
        expect(asked(printed), printed).toEqual(condition);
        expect(printCondition(asked(printed))).toBe(printed);
      }),
      { numRuns },
    );
    expect(read).toBeGreaterThan(numRuns / 50);
  });

  it('can be read again however deep it is', () => {
    const deep = (depth: number): string => `${'NOT (a OR b '.repeat(depth)}place:x,y${')'.repeat(depth)}`;
    const printed = printCondition(asked(deep(20)));
    expect(asked(printed)).toEqual(asked(deep(20)));
    expect(() => asked(deep(21))).toThrow('The query is nested too deeply.');
    expect(() => asked(deep(200))).toThrow('The query is nested too deeply.');
  });

  it('tells nothing of the moment and of the zone', () => {
    const at = (now: number, timezone: string): string =>
      printCondition(
        parseQuery('is:embargoed is:updated updated:2009', {
          taxonomy: vocabulary,
          today,
          exact: false,
          now,
          timezone,
        }),
      );
    expect(at(0, 'UTC')).toBe('is:embargoed AND is:updated AND updated:2009');
    expect(at(0, 'UTC')).toBe(at(moment.now, 'Asia/Tokyo'));
  });

  it('is the same for groups that nobody put together', () => {
    const [a, b, c] = [asked('a'), asked('b'), asked('c')];
    expect(printCondition({ kind: 'all', of: [a, { kind: 'all', of: [b, c] }] })).toBe('"a" AND "b" AND "c"');
  });

  it('is empty when everything is chosen', () => {
    expect(printCondition(allOf([]))).toBe('');
    expect(matches(allOf([]), releaseOf({}))).toBe(true);
  });
});

function readIfPossible(query: string): Condition | undefined {
  try {
    return asked(query);
  } catch (error) {
    expect(error).toBeInstanceOf(PressError);
    return undefined;
  }
}
