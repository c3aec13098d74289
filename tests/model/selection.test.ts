import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches } from '../../src/model/condition.ts';
import { printCondition } from '../../src/model/print-condition.ts';
import { parseQuery } from '../../src/model/query.ts';
import type { Release } from '../../src/model/release.ts';
import { arrange, choose, rankOf, type Selection, type Wish } from '../../src/model/selection.ts';
import { moment, noWish, releaseOf, today, vocabulary } from './newsroom.ts';

const context = { ...moment, taxonomy: vocabulary, today, types: ['press-release', 'statement'] };
const chosen = (wish: Partial<Wish>): Selection => choose({ ...noWish, ...wish }, context);

describe('what was asked for', () => {
  it.each<[string, Partial<Wish>, string]>([
    ['nothing', {}, ''],
    ['a term', { terms: new Map([['field', ['Elections']]]) }, 'field:elections'],
    [
      'any of several',
      { terms: new Map([['field', ['elections', 'Education']]]) },
      'field:elections OR field:education',
    ],
    [
      'all of different facets',
      {
        terms: new Map([
          ['field', ['elections']],
          ['country', ['Turkey', 'Japan']],
        ]),
      },
      'field:elections AND (country:tuerkiye OR country:japan)',
    ],
    ['a facet with no words', { terms: new Map([['field', []]]) }, ''],
    [
      'what to leave out',
      { notTerms: new Map([['field', ['elections', 'education']]]) },
      'NOT (field:elections OR field:education)',
    ],
    ['a term alone', { terms: new Map([['field', ['human dimension']]]), exact: true }, 'field=human-dimension'],
    ['days', { from: '2009', to: '2010-02' }, 'date>=2009 AND date<=2010-02'],
    [
      'places and languages',
      { place: ['Baku', 'The Hague'], lang: ['en'] },
      '(place:Baku OR place:"The Hague") AND lang:en',
    ],
    ['status and type', { status: ['draft'], type: ['statement'] }, 'status:draft AND type:statement'],
    ['words', { text: ' press  freedom – today ' }, '"press" AND "freedom" AND "today"'],
    ['queries', { where: ['field:elections OR a', 'b'] }, '(field:elections OR "a") AND "b"'],
    ['queries of one kind', { where: ['a AND b', 'c (d e)'] }, '"a" AND "b" AND "c" AND "d" AND "e"'],
    ['a saved feed and a query', { feed: ['a OR b', 'lang:"ru"'], where: ['c'] }, '("a" OR "b") AND lang:ru AND "c"'],
    ['a query that is to be exact', { where: ['field:human-dimension'], exact: true }, 'field=human-dimension'],
  ])('%s', (_, wish, filter) => {
    const selection = chosen(wish);
    expect(selection.filter).toBe(filter);
    if (filter !== '') expect(parseQuery(filter, { ...context, exact: false })).toEqual(selection.condition);
  });

  it('in pieces says which option each came from', () => {
    const { asked } = chosen({
      terms: new Map([['field', ['elections', 'education']]]),
      notTerms: new Map([['country', ['japan']]]),
      from: '2009',
      place: ['Baku'],
      text: 'a b',
      feed: ['is:corrected'],
      where: ['c', 'd'],
    });
    expect(asked?.map(({ option, condition }) => [option, printCondition(condition)])).toEqual([
      ['--field', 'field:elections OR field:education'],
      ['--not-country', 'NOT country:japan'],
      ['--from', 'date>=2009'],
      ['--place', 'place:Baku'],
      ['--text', '"a"'],
      ['--text', '"b"'],
      ['--feed', 'is:corrected'],
      ['--where', '"c"'],
      ['--where', '"d"'],
    ]);
  });

  it('knows the moment of the run, and does not say it', () => {
    const release = releaseOf({ embargo: '2026-11-23T12:30:00Z' });
    const { condition, filter } = chosen({ where: ['is:embargoed'] });
    expect([matches(condition, release), filter]).toEqual([true, 'is:embargoed']);
    const later = choose({ ...noWish, where: ['is:embargoed'] }, { ...context, now: moment.now + 1_800_000 });
    expect([matches(later.condition, release), later.filter]).toEqual([false, 'is:embargoed']);
  });

  it('as days includes the last one that a month or a year has', () => {
    const isIn = (date: string, wish: Partial<Wish>): boolean => matches(chosen(wish).condition, releaseOf({ date }));
    expect([isIn('2008-12-31', { from: '2009' }), isIn('2009-01-01', { from: '2009' })]).toEqual([false, true]);
    expect([isIn('2012-02-29', { to: '2012-02' }), isIn('2012-03-01', { to: '2012-02' })]).toEqual([true, false]);
    expect([isIn('2009-12-31', { to: '2009' }), isIn('2010-01-01', { to: '2009' })]).toEqual([true, false]);
    expect(isIn('2009-11-16', { from: '2009-11-16', to: '2009-11-16' })).toBe(true);
    expect(() => chosen({ from: '2010', to: '2009' })).toThrow('--from «2010» is later than --to «2009».');
  });

  it.each<[Partial<Wish>, string, string]>([
    [{ from: 'x' }, '--from «x» is no date.', 'Write 2009, 2009-11 or 2009-11-16.'],
    [{ to: 'unknown' }, '--to «unknown» is no date.', 'Write 2009, 2009-11 or 2009-11-16.'],
    [{ status: ['draft', 'publish'] }, '«publish» is not a status.', 'Did you mean «published»?'],
    [{ type: ['statment'] }, '«statment» is not a type of release here.', 'Did you mean «statement»?'],
    [{ text: '– !' }, '--text «– !» has no letter and no digit in it.', 'Name a word to look for.'],
    [{ sort: 'titel' }, '--sort «titel»: releases cannot be sorted by that.', 'Did you mean «title»?'],
    [
      { sort: '' },
      '--sort «»: releases cannot be sorted by that.',
      'Sort by date, title, place, id; with «-» in front, backwards.',
    ],
    [
      { sort: 'toString' },
      '--sort «toString»: releases cannot be sorted by that.',
      'Sort by date, title, place, id; with «-» in front, backwards.',
    ],
    [{ limit: '-1' }, '--limit «-1» is no whole number.', 'Write a number such as 20.'],
    [{ limit: '1e3' }, '--limit «1e3» is no whole number.', 'Write a number such as 20.'],
    [{ offset: '1234567890' }, '--offset «1234567890» is no whole number.', 'Write a number such as 20.'],
    [{ offset: '' }, '--offset «» is no whole number.', 'Write a number such as 20.'],
  ])('is refused in a sentence: %j', (wish, message, hint) => {
    expect(() => chosen(wish)).toThrow(expect.objectContaining({ code: 'usage', message, hint }));
  });

  it('may be a type that only this repository has, in any case, and any type where nobody knows them', () => {
    expect(chosen({ type: ['Statement'] }).filter).toBe('type:statement');
    expect(choose({ ...noWish, type: ['anything'] }, { ...moment, taxonomy: vocabulary, today }).filter).toBe(
      'type:anything',
    );
  });
});

function inOrder(releases: readonly Release[], selection: Selection, timezone: string): Release[] {
  const items = releases.map((release) => ({
    id: release.id,
    rank: rankOf(release, selection.sort, timezone),
    release,
  }));
  return arrange(items, selection).map(({ release }) => release);
}

describe('the order', () => {
  const releases = [
    releaseOf({ id: 'b', title: 'B', date: '2009-11-16', place: 'Vienna' }),
    releaseOf({ id: 'a', title: 'A', date: '2009-11-16', place: 'Baku' }),
    releaseOf({ id: 'c', title: 'A', date: '2009-11-16T00:00:00+04:00' }),
    releaseOf({ id: 'd', title: 'Ä', date: '2010-01-01', place: ['Baku', 'Vienna'] }),
    releaseOf({ id: 'e', title: 'a', date: undefined, status: 'draft' }),
  ];
  const ids = (wish: Partial<Wish>, timezone = 'Europe/Vienna'): string =>
    inOrder(releases, chosen(wish), timezone)
      .map(({ id }) => id)
      .join('');

  it.each<[Partial<Wish>, string]>([
    [{}, 'edabc'],
    [{ sort: '-date' }, 'edabc'],
    [{ sort: 'date' }, 'cabde'],
    [{ sort: 'title' }, 'acbed'],
    [{ sort: '-title' }, 'debac'],
    [{ sort: 'place' }, 'ceadb'],
    [{ sort: '-place' }, 'badce'],
    [{ sort: 'id' }, 'abcde'],
    [{ sort: '-id' }, 'edcba'],
    [{ limit: '2' }, 'ed'],
    [{ limit: '0' }, ''],
    [{ offset: '3' }, 'bc'],
    [{ offset: '1', limit: '2' }, 'da'],
    [{ offset: '99' }, ''],
  ])('of %j is %s', (wish, expected) => {
    expect(ids(wish)).toBe(expected);
  });

  it('of a day beside a moment depends on the zone in which the day begins', () => {
    expect(ids({ sort: 'date' }, 'Asia/Baku')).toBe('abcde');
    expect(ids({ sort: 'date' }, 'Asia/Tokyo')).toBe('abcde');
    expect(ids({ sort: 'date' }, 'UTC')).toBe('cabde');
  });

  it('does not depend on the order in which they come, and a limit cuts a piece out of it', () => {
    const sorts = fc.constantFrom('date', '-date', 'title', '-title', 'place', '-place', 'id', '-id');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(releases, { minLength: releases.length }),
        sorts,
        fc.nat(6),
        fc.nat(6),
        (shuffled: Release[], sort, offset, limit) => {
          const all = inOrder(shuffled, chosen({ sort }), 'UTC');
          expect(all).toEqual(inOrder(releases, chosen({ sort }), 'UTC'));
          expect(inOrder(shuffled, chosen({ sort, offset: String(offset), limit: String(limit) }), 'UTC')).toEqual(
            all.slice(offset, offset + limit),
          );
        },
      ),
    );
  });
});
