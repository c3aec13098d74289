import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matches, type Condition } from '../../src/model/condition.ts';
import { clear, clearForStaff } from '../../src/model/embargo.ts';
import type { Manuscript } from '../../src/model/manuscript.ts';
import { answerTo, type Answer } from '../../src/model/narrowing.ts';
import { parseQuery } from '../../src/model/query.ts';
import { comparedFacts } from '../../src/model/compared-facts.ts';
import { fileFacts } from '../../src/model/release-facts.ts';
import type { Release } from '../../src/model/release.ts';
import { LineMap } from '../../src/model/text-range.ts';
import { moment, releaseOf, settings, today, vocabulary } from './newsroom.ts';
import { anyCondition } from './query-arbitraries.ts';
import { anyRelease } from './release-arbitrary.ts';

const answer = (condition: Condition, release: Release): Answer => {
  const { path, data, body } = release;
  const manuscript: Manuscript = {
    path,
    data,
    text: body,
    digest: '',
    block: { start: 0, end: 0 },
    bodyStart: 0,
    faults: [],
    lines: new LineMap(body),
    locate: () => undefined,
  };
  const { release: ofRelease, ...facts } = fileFacts(comparedFacts(manuscript, settings), release, settings.timezone);
  return ofRelease === undefined ? 'perhaps' : answerTo(condition, { ...facts, release: ofRelease });
};

describe('what facts say to a condition', () => {
  const release = releaseOf({ fields: ['elections'], countries: ['mongolia'], place: ['Baku'], date: '2009-11-16' });

  it.each([
    ['field:elections', 'yes'],
    ['field:human-dimension', 'yes'],
    ['field:education', 'no'],
    ['country:asian-partners', 'yes'],
    ['has:fields', 'yes'],
    ['date:2009', 'yes'],
    ['date>2010', 'no'],
    ['place:baku', 'yes'],
    ['place:vienna', 'no'],
    ['lang:en', 'yes'],
    ['status:published', 'yes'],
    ['id:x', 'yes'],
    ['updated:2009', 'perhaps'],
    ['type:statement', 'perhaps'],
    ['course', 'perhaps'],
    ['field:elections AND course', 'perhaps'],
    ['field:education AND course', 'no'],
    ['course AND field:education', 'no'],
    ['field:elections OR course', 'yes'],
    ['field:education OR course', 'perhaps'],
    ['NOT field:elections', 'no'],
    ['NOT (field:education OR course)', 'perhaps'],
  ] satisfies [string, Answer][])('%s: %s', (query, expected) => {
    const condition = parseQuery(query, { ...moment, taxonomy: vocabulary, today, exact: false, types: ['statement'] });
    expect(answer(condition, release)).toBe(expected);
  });

  it('is never no where the release answers, as it stands, as it is out or as staff see it, and never yes where it does not', () => {
    const told = new Map<Answer, number>();
    fc.assert(
      fc.property(anyCondition, anyRelease, (condition, release) => {
        const said = answer(condition, release);
        told.set(said, (told.get(said) ?? 0) + 1);
        const clearance = clear(release, moment);
        const versions = [release, clearForStaff(release, moment), ...(clearance.public ? [clearance.release] : [])];
        if (said === 'perhaps') return;
        for (const version of versions) expect(matches(condition, version)).toBe(said === 'yes');
      }),
      { numRuns: 3000 },
    );
    // Otherwise it would have proved nothing.
    for (const each of ['yes', 'no', 'perhaps'] as const) expect(told.get(each)).toBeGreaterThan(100);
  });
});
