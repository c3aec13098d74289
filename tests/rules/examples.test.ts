import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/model/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { findingsIn } from './example-repository.ts';

const folder = new URL('../../src/rules/', import.meta.url);

describe('the folder of rules', () => {
  it('has every card in its list, in order, under the name of its file', async () => {
    const names = readdirSync(folder).flatMap((file) => (file === 'index.ts' ? [] : [file.replace(/\.ts$/, '')]));
    expect(rules.map(({ id }) => id)).toEqual(names.sort());
    for (const name of names) {
      const cards = Object.values((await import(`../../src/rules/${name}.ts`)) as Record<string, Rule>);
      expect(cards.map(({ id }) => id)).toEqual([name]);
    }
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s tells what is wrong and why in sentences',
    (_, { summary, why, examples }) => {
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(why).toMatch(/^[A-Z«p].*\.$/s);
      expect(why.length).toBeGreaterThan(summary.length);
      expect(examples.length).toBeGreaterThan(0);
    },
  );
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('the examples of %s', (id, { examples }) => {
  it.each(examples)('$# find fault with the wrong files, and this fault alone', async ({ wrong }) => {
    const found = await findingsIn(wrong, rules, [id]);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ rule }) => rule).filter((rule) => rule !== id)).toEqual([]);
  });

  it.each(examples)('$# find no fault with the right files', async ({ right }) => {
    expect(await findingsIn(right, rules, [id])).toEqual([]);
  });
});
