/** What --dry-run prints is a patch: git makes of it what press would have made. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { generatedReleases } from '../support/generated-releases.ts';
import { committed, gitEnvironment, hasGit } from '../support/git-repository.ts';
import { vocabulary } from '../support/refactoring.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { press } from '../support/world.ts';

const releases = Object.fromEntries(generatedReleases(60, 7).map(({ path, text }) => [path, text]));
const styles = {
  LF: vocabulary,
  'CRLF and a byte-order mark': `\uFEFF${vocabulary.replaceAll('\n', '\r\n')}`,
  'no last line end': vocabulary.trimEnd(),
};
const lines = [
  'rename water waters',
  'merge water air --into soil',
  'move forests --under water',
  'add author/east --label East',
  'retire south --on 2030',
];

describe.runIf(hasGit())('the patch of a dry run', () => {
  it.each(Object.entries(styles).flatMap(([style, text]) => lines.map((line) => [line, style, text] as const)))(
    '%s (%s)',
    { timeout: 60_000 },
    async (line, _, taxonomy) => {
      const files = { 'taxonomy.yaml': taxonomy, ...releases };
      const [patched, changed] = [scratchFolder(files), scratchFolder(files)];
      committed(patched);
      const { out } = await press(['taxonomy', ...line.split(' '), '--dry-run'], { cwd: patched });
      execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: patched, env: gitEnvironment, input: out });
      expect((await press(['taxonomy', ...line.split(' ')], { cwd: changed })).status).toBe(0);
      const own = (root: string): object =>
        Object.fromEntries(Object.entries(contentOf(root)).filter(([path]) => !/^\.(?:git|press)\b/.test(path)));
      expect(own(patched)).toEqual(own(changed));
    },
  );
});
