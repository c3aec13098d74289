/** Every fix of every finding in the fixtures does away with the finding, and leaves front matter that can be read. */
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Fix } from '../../src/model/diagnostic.ts';
import { keyOf, tally } from '../../src/operations/fix-outcome.ts';
import { spliced } from '../../src/text/spliced.ts';
import { editsOfFix } from '../../src/operations/fix-proposals.ts';
import { Examination } from '../../src/operations/validate-examination.ts';
import { levelsOf } from '../../src/operations/validate-levels.ts';
import { openRepository } from '../../src/repository/open.ts';
import { rules } from '../../src/rules/index.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { levelsWith, testNow } from './example-repository.ts';

const fixtures = new URL('../fixtures/rules/', import.meta.url).pathname;
const shipped = new URL('../../taxonomy.yaml', import.meta.url).pathname;
const topics = new Set(['keys', 'vocabulary', 'publication']);
const judged = rules.filter(({ id, topic, mends }) => topics.has(topic) && mends && existsSync(join(fixtures, id)));

function fixesOf({ fix, alternatives = [] }: Diagnostic): readonly Fix[] {
  return fix === undefined ? [] : [fix, ...alternatives];
}

describe('fixes in the fixtures', () => {
  it('are of the rules about keys, the vocabulary and publication', () => {
    expect(judged.length).toBeGreaterThan(12);
    expect(readdirSync(fixtures)).toEqual(expect.arrayContaining(judged.map(({ id }) => id)));
  });

  it.each(judged.map(({ id }) => id))('%s', async (id) => {
    const root = scratchFolder();
    cpSync(join(fixtures, id), root, { recursive: true, verbatimSymlinks: true });
    if (!existsSync(join(root, 'taxonomy.yaml'))) cpSync(shipped, join(root, 'taxonomy.yaml'));
    const repository = await openRepository(root);
    const levels = new Map([...levelsWith(id), ...levelsOf(repository.settings.rules, [], rules)]);
    const examination = new Examination(repository, { rules, levels, now: testNow });
    const found = examination.report({}).diagnostics;
    const was = tally(found);
    for (const diagnostic of found.filter(({ rule }) => rule === id)) {
      const before = examination.manuscriptAt(diagnostic.file);
      if (before === undefined) throw new Error(`${diagnostic.file} is gone`);
      for (const fix of fixesOf(diagnostic)) {
        const text = spliced(before.text, editsOfFix(fix, before));
        const after = repository.manuscriptFrom(before.path, new TextEncoder().encode(text));
        examination.replace([after]);
        const what = `${diagnostic.file}: ${diagnostic.message} ${fix.title}\n${text}`;
        const is = tally(examination.report({}).diagnostics).get(keyOf(diagnostic)) ?? 0;
        expect(is, what).toBeLessThan(was.get(keyOf(diagnostic)) ?? 0);
        expect(after.faults, what).toEqual(before.faults);
        examination.replace([before]);
      }
    }
  });
});
