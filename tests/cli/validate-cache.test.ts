import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { validate } from '../../src/cli/commands/validate.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';
import { runCommand, type Ran } from './run-command.ts';

// Fewer are not worth a memory, and what has just changed is not trusted.
const RELEASES = 510;
const SETTLED_AFTER = 2_100;

function archive(): string {
  const files: Record<string, string> = { 'taxonomy.yaml': shippedTaxonomy };
  for (let at = 0; at < RELEASES; at += 1) {
    const name = `2009-11-16-course-${at}`;
    files[`releases/2009/${name}.md`] = sampleRelease({ id: name, ...(at === 7 ? { fields: '[electoins]' } : {}) });
  }
  return scratchFolder(files);
}

describe('press validate on a large archive', () => {
  it('says the same with what it remembers, with a memory that is broken, and without', async () => {
    const root = archive();
    const memory = join(root, '.press/cache/archive');
    await setTimeout(SETTLED_AFTER);
    const run = (options = {}): Promise<Ran> => runCommand(validate, { cwd: root, options });
    const plain = await run({ cache: false });
    expect([plain.status, existsSync(memory)]).toEqual([1, false]);
    expect(await run()).toEqual(plain);
    const whole = readFileSync(memory);
    expect(await run()).toEqual(plain);
    truncateSync(memory, whole.length >> 1);
    expect(await run()).toEqual(plain);
    expect(readFileSync(memory)).toHaveLength(whole.length);
    writeFileSync(memory, 'Something else.');
    expect(await Promise.all([run(), run()])).toEqual([plain, plain]);
  });
});
