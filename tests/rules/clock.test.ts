/** What the memory of a validation relies on: of what a rule has nothing to say today it has nothing to say later in the year. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { yearAt } from '../../src/model/thinkable-year.ts';
import { validate } from '../../src/operations/validate.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { rules } from '../../src/rules/index.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';
import { testNow } from './example-repository.ts';

const DAY = 86_400_000;
const judged = rules.filter((rule) => 'usesClock' in rule || rule.id === 'file-name-shape');
const settings = 'boilerplates:\n  about:\n    en: The mission observes elections in all countries that ask for it.\n';

const moment = fc.integer({ min: testNow - 400 * DAY, max: testNow + 400 * DAY });
const release = fc
  .record({
    day: fc.integer({ min: -450, max: 1300 }),
    status: fc.constantFrom('published', 'draft', 'withdrawn', 'hold'),
    embargo: fc.constantFrom(undefined, '2026-06-02T09:00:00Z'),
    boilerplate: fc.constantFrom(undefined, 'about'),
    words: fc.constantFrom('', 'Embargoed until 3 June 2026.\n\n'),
    closing: fc.constantFrom(
      '',
      '\nThe mission observes elections in all countries that ask for it.\n',
      '\nThe mission observes elections in most countries that ask for it.\n',
    ),
  })
  .map(({ day, words, closing, ...changes }) => {
    const date = new Date(testNow + day * DAY).toISOString().slice(0, 10);
    return sampleRelease({ ...changes, date }, `${words}BAKU, 16 November 2009 - A course opened today.\n${closing}`);
  });

describe('rules that ask for the hour', () => {
  it('fall silent with time, and do not begin to speak within a year', async () => {
    let silent = 0;
    await fc.assert(
      fc.asyncProperty(release, fc.tuple(moment, moment), async (text, [one, other]) => {
        const repository = await repositoryInMemory({
          'taxonomy.yaml': shippedTaxonomy,
          'press.yaml': settings,
          [samplePath]: text,
        });
        const [first, second] = [Math.min(one, other), Math.max(one, other)];
        if (yearAt(first) !== yearAt(second)) return;
        const found = (now: number): number =>
          validate(repository, { rules: judged, levels: new Map(), now }).diagnostics.length;
        if (found(first) > 0) return;
        silent += 1;
        expect(found(second)).toBe(0);
      }),
      { numRuns: 600 },
    );
    expect(silent).toBeGreaterThan(20);
  });
});
