import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vocabularyRuleIds } from '../../src/model/vocabulary-rule-ids.ts';
import { vocabularyTopics, type VocabularyRule } from '../../src/model/vocabulary-rule.ts';
import { rules } from '../../src/rules/index.ts';
import { vocabularyRules } from '../../src/vocabulary-rules/index.ts';
import { checked, withoutUse } from './checked.ts';

const folder = new URL('../../src/vocabulary-rules/', import.meta.url);

describe('the folder of rules about the vocabulary', () => {
  it('has every card in its lists, in order, under the name of its file', async () => {
    const names = readdirSync(folder).flatMap((file) => (file === 'index.ts' ? [] : [file.replace(/\.ts$/, '')]));
    expect(vocabularyRules.map(({ id }) => id)).toEqual(names.sort());
    expect([...vocabularyRuleIds]).toEqual(names);
    for (const name of names) {
      const cards = Object.values(
        (await import(`../../src/vocabulary-rules/${name}.ts`)) as Record<string, VocabularyRule>,
      );
      expect(cards.map(({ id }) => id)).toEqual([name]);
    }
  });

  it('shares no name with the rules of press validate: press.yaml sets the levels of both', () => {
    expect(rules.filter(({ id }) => vocabularyRuleIds.has(id))).toEqual([]);
  });

  it('has a card for every topic', () => {
    expect([...new Set(vocabularyRules.map(({ topic }) => topic))].sort()).toEqual(
      Object.keys(vocabularyTopics).sort(),
    );
  });

  it.each(vocabularyRules.map((rule) => [rule.id, rule] as const))(
    '%s tells what is wrong and why in sentences',
    (_, { summary, why, examples }) => {
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(why).toMatch(/^[A-Z«p].*\.$/s);
      expect(why.length).toBeGreaterThan(summary.length);
      expect(examples.length).toBeGreaterThan(0);
    },
  );
});

describe.each(vocabularyRules.map((rule) => [rule.id, rule] as const))(
  'the examples of %s',
  (id, { examples, mends }) => {
    const levels = new Map([...withoutUse].filter(([rule]) => rule !== id));
    const findingsIn = (files: VocabularyRule['examples'][number]['wrong']) =>
      checked(files as Record<string, string>, levels);

    it.each(examples)('$# find fault with the wrong vocabulary, and this fault alone', async ({ wrong }) => {
      const found = await findingsIn(wrong);
      expect([...new Set(found.map(({ rule }) => rule))]).toEqual([id]);
      expect(found.some(({ fix }) => fix !== undefined)).toBe(mends?.safe !== undefined);
    });

    it.each(examples)('$# find no fault with the right vocabulary', async ({ right }) => {
      expect(await findingsIn(right)).toEqual([]);
    });
  },
);
