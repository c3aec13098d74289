/** A refactoring of a large archive reads what may have the term, where earlier runs have learned which files that can be. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { countingOpens } from '../support/counted-opens.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';
import { press } from '../support/world.ts';

// Fewer are not worth a memory, and what has just changed is not trusted.
const RELEASES = 510;
const SETTLED_AFTER = 2_100;
const WITH_TERM = 17;

function archive(): string {
  const files: Record<string, string> = { 'taxonomy.yaml': shippedTaxonomy };
  for (let at = 0; at < RELEASES; at += 1) {
    const name = `2009-11-16-course-${at}`;
    const fields = at < WITH_TERM ? '[elections, education]' : '[education]';
    files[`releases/2009/${name}.md`] = sampleRelease({ id: name, fields });
  }
  return scratchFolder(files);
}

describe('press taxonomy rename in a large archive', () => {
  it('reads what may have the term, says the same as without a memory, and a dry run leaves all as it is', async () => {
    const cwd = archive();
    const rename = ['taxonomy', 'rename', 'field/elections', 'field/votes', '--dry-run'];
    const plan = () => countingOpens(/releases[/\\].*\.md$/, () => press(rename, { cwd }));
    await setTimeout(SETTLED_AFTER);
    const plain = await plan();
    expect([plain.result.status, existsSync(join(cwd, '.press/cache'))]).toEqual([0, false]);
    expect((await press(['validate'], { cwd })).status).toBe(0);
    const before = contentOf(cwd);
    const remembered = await plan();
    expect(remembered.result).toEqual(plain.result);
    expect(contentOf(cwd)).toEqual(before);
    // Those with the term to be edited, and all of them once more to judge what comes of it.
    expect([plain.opens, remembered.opens]).toEqual([2 * RELEASES - WITH_TERM, RELEASES]);
  });
});
