import { describe, expect, it } from 'vitest';
import { matches } from '../../src/model/condition.ts';
import { decidingFacts } from '../../src/model/deciding-facts.ts';
import { parseQuery } from '../../src/model/query.ts';
import { moment, releaseOf, today, vocabulary } from './newsroom.ts';

const release = releaseOf(
  {
    fields: ['elections', 'education'],
    countries: ['azerbaijan'],
    source: 'baku',
    place: ['Baku', 'Vienna'],
    lang: 'en',
    summary: 'Short.',
  },
  'A text about non-interference.',
);

/** Whether a query is answered, and what decides it. */
function told(query: string, about = release): [boolean, ...string[]] {
  const condition = parseQuery(query, { taxonomy: vocabulary, today, exact: false, ...moment });
  return [matches(condition, about), ...decidingFacts(condition, about)];
}

describe('what decides a condition', () => {
  it.each<[string, boolean, ...string[]]>([
    ['field:elections', true, 'its field «elections»'],
    ['field:human-dimension', true, 'its field «elections», which counts as «human-dimension»'],
    ['field:human-rights', false, 'its fields «elections» and «education»'],
    ['field=human-dimension', false, 'its fields «elections» and «education»'],
    ['country:finland', false, 'its country «azerbaijan»'],
    ['has:country', true, 'its country «azerbaijan»'],
    ['has:summary', true, 'its summary'],
    ['has:updated', false, 'no updated'],
    ['lang:ru', false, 'its language «en»'],
    ['place:Baku', true, 'its places «Baku» and «Vienna»'],
    ['type:statement', false, 'its type «press-release»'],
    ['status:draft', false, 'its status «published»'],
    ['date:2009', true, 'its date «2009-11-16»'],
    ['updated>=2010', false, 'no updated'],
    ['is:corrected', false, 'it is not corrected'],
    ['"non-interference"', true, '«non-interference» in its text'],
    ['title:"non-interference"', false, 'no «non-interference» in its title'],
  ])('%s: %s', (query, isAnswered, ...facts) => {
    expect(told(query)).toEqual([isAnswered, ...facts]);
  });

  it('is every part of «and» when all hold, and those that fail otherwise', () => {
    expect(told('field:elections AND lang:en')).toEqual([true, 'its field «elections»', 'its language «en»']);
    expect(told('field:elections AND lang:ru')).toEqual([false, 'its language «en»']);
    expect(told('date:2010 AND lang:ru')).toEqual([false, 'its date «2009-11-16»', 'its language «en»']);
  });

  it('is what holds of «or», and every part when none does', () => {
    expect(told('field:elections OR lang:ru')).toEqual([true, 'its field «elections»']);
    expect(told('country:finland OR lang:ru')).toEqual([false, 'its country «azerbaijan»', 'its language «en»']);
  });

  it('of «not» is what it is about', () => {
    expect(told('NOT lang:ru')).toEqual([true, 'its language «en»']);
    expect(told('NOT field:elections')).toEqual([false, 'its field «elections»']);
    expect(told('NOT (lang:ru OR country:azerbaijan)')).toEqual([false, 'its country «azerbaijan»']);
  });

  it('says a thing once, says what is missing, and names no more than a few of many', () => {
    expect(told('lang:ru OR lang:de')).toEqual([false, 'its language «en»']);
    expect(told('field:elections', releaseOf({}))).toEqual([false, 'no field']);
    const many = releaseOf({ place: ['Aa', 'Bb', 'Cc', 'Dd', 'Ee', 'Ff'] });
    expect(told('place:Baku', many)).toEqual([false, 'its places «Aa», «Bb», «Cc», «Dd» and 2 more']);
    expect(told('lang:ru', releaseOf({ lang: `en${'x'.repeat(100)}` }))[1]?.length).toBeLessThan(90);
  });
});
