import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/model/press-error.ts';
import { parseQuery } from '../../src/model/query.ts';
import { tokenise } from '../../src/model/query-tokens.ts';
import { moment, today, vocabulary } from './newsroom.ts';
import { queryText } from './query-arbitraries.ts';

const context = { ...moment, taxonomy: vocabulary, today, exact: false, types: ['press-release', 'statement'] };

function errorOf(query: string): PressError {
  try {
    parseQuery(query, context);
  } catch (error) {
    if (error instanceof PressError) return error;
    throw error;
  }
  throw new Error(`«${query}» is a query`);
}

/** The hint without the sketch below it. */
const wayOut = (query: string): string | undefined => errorOf(query).hint?.split('\n')[0];

describe('a query that cannot be read', () => {
  it.each([
    ['', 1, 'The query is empty.'],
    ['   ', 4, 'The query is empty.'],
    ['AND', 1, 'A condition is wanted here, not «AND».'],
    ['OR a', 1, 'A condition is wanted here, not «OR».'],
    ['a AND', 6, 'Something is missing at the end.'],
    ['a OR', 5, 'Something is missing at the end.'],
    ['NOT', 4, 'Something is missing at the end.'],
    ['a AND OR b', 7, 'A condition is wanted here, not «OR».'],
    ['(a', 1, 'The bracket that opens here is not closed.'],
    ['a AND (b OR (c)', 7, 'The bracket that opens here is not closed.'],
    ['a)', 2, '«)» is not expected here.'],
    ['()', 2, 'A condition is wanted here, not «)».'],
    [':x', 1, 'A condition is wanted here, not «:».'],
    ['a :b', 3, '«:» is not expected here.'],
    ['field:', 7, 'A value is missing after «field:».'],
    ['field:)', 7, 'A value is missing after «field:».'],
    ['field>elections', 6, 'Only date and updated can be compared with «>».'],
    ['place<=x', 6, 'Only date and updated can be compared with «<=».'],
    ['feild:elections', 1, '«feild» is not a field.'],
    ['a AND toString:x', 7, '«toString» is not a field.'],
    ['__proto__:x', 1, '«__proto__» is not a field.'],
    ['date:tomorrow', 6, '«tomorrow» is no date.'],
    ['date>=2009-13', 7, '«2009-13» is no date.'],
    ['date:unknown', 6, '«unknown» is no date.'],
    ['date:2009-02-29', 6, '«2009-02-29» is no date.'],
    ['a "b', 3, 'The quote that begins here is not closed.'],
    ['title:"', 7, 'The quote that begins here is not closed.'],
    ['"\\', 1, 'The quote that begins here is not closed.'],
    ['"–"', 1, 'There is no letter and no digit in «–».'],
    ['a AND text:!', 12, 'There is no letter and no digit in «!».'],
    ['""', 1, 'There is no letter and no digit in «».'],
    ['a || b', 3, 'There is no letter and no digit in «||».'],
    ['a “b', 3, 'The quote that begins here is not closed.'],
    ['field: AND a', 8, 'A value is missing after «field:».'],
    ['field:elections, AND a', 18, 'A value is missing after «,».'],
    ['place:a,,b', 9, 'A value is missing after «,».'],
    ['place:,a', 7, 'A value is missing after «place:».'],
    ['lang:ru,', 9, 'A value is missing after «,».'],
    ['date>=2009,2010', 11, 'One date stands after «date>=».'],
    ['date:2011..2009', 6, '«2011..2009» ends before it begins.'],
    ['a date:2009,2011-02..x', 13, '«x» is no date.'],
    ['date:..', 6, '«..» is no date.'],
    ['date:2009..x', 6, '«x» is no date.'],
    ['date:x..', 6, '«x» is no date.'],
    ['date:2009...2011', 6, '«.2011» is no date.'],
    ['updated>2009..2010', 9, '«2009..2010» is no date.'],
    ['has>contacts', 4, 'Only date and updated can be compared with «>».'],
    ['has:x', 5, 'Releases cannot be asked whether they have «x».'],
    ['is:x', 4, 'Releases cannot be asked whether they are «x».'],
    ['elect*', 1, 'There is no wildcard for «elect*».'],
    ['id:2009-*', 4, 'There is no wildcard for «2009-*».'],
    ['a -b', 3, '«-b» begins with a sign that leaves nothing out.'],
    ['field:elections,!education', 17, '«!education» begins with a sign that leaves nothing out.'],
    ['-field:elections', 1, '«-field» is not a field.'],
  ])('%j is told at column %i: %s', (query, column, sentence) => {
    const { code, message, hint } = errorOf(query);
    expect(message).toBe(`In the query «${query}», column ${column}: ${sentence}`);
    expect(code).toBe('bad-query');
    expect(hint).toMatch(/^[^\n]+[.?](?:\n|$)/);
  });

  it.each([
    ['a AND field:electoins', 13, 'unknown-term', '«electoins» is not a term of field.', 'Did you mean «elections»?'],
    [
      'country:Narnia',
      9,
      'unknown-term',
      '«Narnia» is not a term of country.',
      '«press taxonomy tree country» shows all terms.',
    ],
    ['status:publishd', 8, 'usage', '«publishd» is not a status.', 'Did you mean «published»?'],
    [
      'status:xyz',
      8,
      'usage',
      '«xyz» is not a status.',
      'The statuses are draft, approved, published, hold, withdrawn.',
    ],
    ['type:statment', 6, 'usage', '«statment» is not a type of release here.', 'Did you mean «statement»?'],
    [
      'NOT type:toString',
      10,
      'usage',
      '«toString» is not a type of release here.',
      'The types are press-release, statement.',
    ],
  ])('%j names a word that means nothing at column %i', (query, column, code, sentence, hint) => {
    expect(errorOf(query)).toMatchObject({
      code,
      message: `In the query «${query}», column ${column}: ${sentence}`,
      hint: expect.stringMatching(/^[^\n]+\n/),
    });
    expect(wayOut(query)).toBe(hint);
  });

  it.each([
    ['has:attachment', 'Did you mean «attachments»?'],
    ['has:contry', 'Did you mean «country»?'],
    ['has:draft', 'Did you mean «is:draft»?'],
    [
      'has:zzz',
      'After «has:» stands date, place, summary, updated, embargo, contacts, corrections, related, attachments, field, country or source.',
    ],
    ['is:translated', 'Did you mean «translation»?'],
    ['is:contacts', 'Did you mean «has:contacts»?'],
    [
      'is:zzz',
      'After «is:» stands draft, approved, published, hold, withdrawn, embargoed, updated, corrected or translation.',
    ],
    ['date:2009-2011', 'Did you mean «2009..2011»?'],
    ['date:x', 'Write 2009, 2009-11 or 2009-11-16, or a range such as 2009..2011.'],
    ['date>=2009..2010', 'Write date:2009..2010.'],
    ['date>x', 'Write 2009, 2009-11 or 2009-11-16.'],
    ['date:2011..2009', 'Write date:2009..2011.'],
    ['a && b', 'Write AND in its place.'],
    ['title:"-"', 'Write NOT in its place.'],
    ['"…"', 'Name a word to look for.'],
    ['“a', 'Put a second «”» after the phrase.'],
  ])('%s: %s', (query, hint) => {
    expect(wayOut(query)).toBe(hint);
  });

  it('says what to do about a bracket, and about a blank', () => {
    expect(wayOut('a)')).toBe('Look for a bracket too many.');
    expect(wayOut('field :elections')).toContain('without a blank before the sign');
  });

  it('is too long, or too deep', () => {
    expect(errorOf('a'.repeat(4001)).message).toBe('The query has 4001 characters; the limit is 4000.');
    expect(parseQuery('a'.repeat(4000), context).kind).toBe('text');
    expect(errorOf(`${'('.repeat(64)}a${')'.repeat(64)}`).message).toContain(
      'column 65: The query is nested too deeply.',
    );
    expect(errorOf(`${'NOT '.repeat(64)}a`).message).toContain('column 257: The query is nested too deeply.');
    expect(parseQuery(`${'('.repeat(63)}a${')'.repeat(63)}`, context).kind).toBe('text');
    expect(parseQuery('a '.repeat(1900), context)).toMatchObject({ kind: 'all', of: { length: 1900 } });
    expect(parseQuery(`place:${'a,'.repeat(1990)}b`, context)).toMatchObject({ kind: 'any', of: { length: 1991 } });
  });

  it('ends in a sentence with a column within it, whatever it is', () => {
    fc.assert(
      fc.property(queryText, (query) => {
        try {
          parseQuery(query, context);
        } catch (error) {
          expect(error).toBeInstanceOf(PressError);
          const column = Number(/column (\d+):/.exec((error as PressError).message)?.[1]);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(query.length + 1);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe('how conditions bind', () => {
  const text = (phrase: string): object => ({ kind: 'text', phrase });
  const lang = (value: string): object => ({ kind: 'value', key: 'lang', value });

  it.each([
    ['a b', { kind: 'all', of: [text('a'), text('b')] }],
    ['a AND b', { kind: 'all', of: [text('a'), text('b')] }],
    ['a OR b c', { kind: 'any', of: [text('a'), { kind: 'all', of: [text('b'), text('c')] }] }],
    ['NOT a b', { kind: 'all', of: [{ kind: 'not', of: text('a') }, text('b')] }],
    ['a NOT b', { kind: 'all', of: [text('a'), { kind: 'not', of: text('b') }] }],
    ['a (b OR c)', { kind: 'all', of: [text('a'), { kind: 'any', of: [text('b'), text('c')] }] }],
    ['"AND"', text('AND')],
    ['a "and" b', { kind: 'all', of: [text('a'), text('and'), text('b')] }],
    ['"a\\"b\\\\c"', text('a"b\\c')],
    ['text:AND', text('AND')],
    [
      'title:a,b',
      {
        kind: 'any',
        of: [
          { ...text('a'), only: 'title' },
          { ...text('b'), only: 'title' },
        ],
      },
    ],
    ['a,b', text('a,b')],
    ['lang: ru', { kind: 'value', key: 'lang', value: 'ru' }],
    ['lang:ru , "a,b" c', { kind: 'all', of: [{ kind: 'any', of: [lang('ru'), lang('a,b')] }, text('c')] }],
    ['lang:«ru»,„a“ ,b', { kind: 'any', of: [lang('ru'), lang('a'), lang('b')] }],
    ['(lang:ru),b', { kind: 'all', of: [lang('ru'), text(',b')] }],
    ['"-a" “b*”', { kind: 'all', of: [text('-a'), text('b*')] }],
    ['a (b (c)) d', { kind: 'all', of: [text('a'), text('b'), text('c'), text('d')] }],
    ['NOT NOT a', text('a')],
    ['NOT lang:ru,en', { kind: 'not', of: { kind: 'any', of: [lang('ru'), lang('en')] } }],
  ])('%s', (query, condition) => {
    expect(parseQuery(query, context)).toEqual(condition);
  });

  it('takes a term for itself alone when the whole question is exact', () => {
    expect(parseQuery('field:human-dimension', { ...context, exact: true })).toMatchObject({
      exact: true,
      counting: new Map([['human-dimension', []]]),
    });
  });

  it('does not judge types where nobody says which there are', () => {
    const { types: _, ...without } = context;
    expect(parseQuery('type:anything', without)).toEqual({ kind: 'value', key: 'type', value: 'anything' });
  });
});

describe('the tokens of a query', () => {
  it('stand where they stand', () => {
    expect(tokenise(' field:"a b" >=x')).toMatchObject([
      { kind: 'word', text: 'field', at: 1, spaced: true },
      { kind: ':', text: ':', at: 6, spaced: false },
      { kind: 'phrase', text: 'a b', at: 7, spaced: false },
      { kind: '>=', text: '>=', at: 13, spaced: true },
      { kind: 'word', text: 'x', at: 15, spaced: false },
      { kind: 'end', text: '', at: 16, spaced: false },
    ]);
  });
});
