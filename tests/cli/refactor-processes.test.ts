/** Two people change one vocabulary at the same moment, each in a process of their own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleProgram, startProgram } from '../support/child-program.ts';
import { release, vocabulary } from '../support/refactoring.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { press } from '../support/world.ts';

const program = `
  import { main } from '../../src/cli/main.ts';
  process.exitCode = await main(process.argv.slice(3), { ...world(), cwd: process.argv[2] });
  function world() {
    return { stdin: process.stdin, stdout: process.stdout, stderr: process.stdout, env: {}, now: () => 1780315200000, onSignal: () => () => undefined };
  }
`;
const path = 'releases/2010/2010-03-04-a.md';

describe('refactorings at the same time', () => {
  it('wait for each other, and none is lost', { timeout: 120_000 }, async () => {
    const file = await bundleProgram(scratchFolder(), program);
    const root = scratchFolder({ 'taxonomy.yaml': vocabulary, [path]: release('a', 'topics: [water, soil, air]') });
    const lines = ['rename water waters', 'rename soil soils', 'merge air --into nature', 'label birds Fowl'];
    const children = lines.map((line) => startProgram(file, root, 'taxonomy', ...line.split(' ')));
    const ends = await Promise.all(children.map(({ ended }) => ended));
    // On a machine that is very busy somebody may have waited for too long: then they are refused, and nothing of theirs is there.
    const made = ends.filter((end) => end === 0).length;
    expect(ends.every((end) => end === 0 || end === 2)).toBe(true);
    expect(made).toBeGreaterThan(0);
    const [taxonomy, text] = [
      readFileSync(join(root, 'taxonomy.yaml'), 'utf8'),
      readFileSync(join(root, path), 'utf8'),
    ];
    const is = (index: number): boolean => ends[index] === 0;
    expect(text).toContain(`[${is(0) ? 'waters' : 'water'}, ${is(1) ? 'soils' : 'soil'}, ${is(2) ? 'nature' : 'air'}]`);
    expect(taxonomy.includes('formerIds: [water]')).toBe(is(0));
    expect(taxonomy.includes('formerIds: [soil]')).toBe(is(1));
    expect(taxonomy.includes('replacedBy: [nature]')).toBe(is(2));
    expect(taxonomy.includes('Fowl')).toBe(is(3));
    for (let count = 0; count < made; count += 1)
      expect((await press(['taxonomy', 'undo'], { cwd: root })).status).toBe(0);
    expect(readFileSync(join(root, 'taxonomy.yaml'), 'utf8')).toBe(vocabulary);
    expect(Object.keys(contentOf(root)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('are refused with the name of the one that is at work', async () => {
    const root = scratchFolder({ 'taxonomy.yaml': vocabulary });
    const { RepositoryWriter } = await import('../../src/repository/writer.ts');
    await new RepositoryWriter(root).whileLocked('press taxonomy merge air --into soil', async () => {
      const outcome = await press(['taxonomy', 'label', 'air', 'Sky'], { cwd: root });
      expect(outcome).toMatchObject({
        status: 2,
        err: expect.stringContaining('«press taxonomy merge air --into soil»'),
      });
    });
    expect(readFileSync(join(root, 'taxonomy.yaml'), 'utf8')).toBe(vocabulary);
  }, 60_000);
});
