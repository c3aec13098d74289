import { describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { CostTable } from '../../src/operations/validate-costs.ts';
import { validate } from '../../src/operations/validate.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { rules } from '../../src/rules/index.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

describe('what rules cost', () => {
  it('is measured with the stopwatch, the dearest first', () => {
    let time = 0;
    const costs = new CostTable(() => time);
    const work = (milliseconds: number, found: number) => (): number => {
      time += milliseconds;
      return found;
    };
    costs.measure('hype', work(2, 1));
    costs.measure('schema', work(3, 0));
    costs.measure('hype', work(2, 4));
    expect(costs.list()).toEqual([
      { rule: 'hype', milliseconds: 4, findings: 5 },
      { rule: 'schema', milliseconds: 3, findings: 0 },
    ]);
  });

  it('is not asked for without one, and the work is done all the same', () => {
    const costs = new CostTable(undefined);
    let done = 0;
    costs.measure('hype', () => ++done);
    expect([done, costs.list()]).toEqual([1, []]);
  });

  it('names every rule that ran, with what it found', async () => {
    const release = sampleRelease({ fields: '[electoins, submarines]' });
    const repository = await repositoryInMemory({
      'taxonomy.yaml': shippedTaxonomy,
      'releases/2009/2009-11-16-a.md': release,
    });
    let ticks = 0;
    const { costs } = validate(repository, {
      rules,
      levels: new Map([['schema', 'off']]),
      now: 0,
      stopwatch: () => ticks++,
    });
    const on = rules.filter(
      ({ id, scope, isOffByDefault }) => id !== 'schema' && scope !== 'ignore' && isOffByDefault !== true,
    );
    expect(costs.map(({ rule }) => rule).sort()).toEqual(on.map(({ id }) => id));
    expect(costs.find(({ rule }) => rule === 'unknown-term')).toEqual({
      rule: 'unknown-term',
      milliseconds: 1,
      findings: 2,
    });
  });
});
