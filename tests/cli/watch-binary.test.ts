import { spawn as spawnPlain } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { write } from '../support/git-repository.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { root } from '../support/session.ts';

const program = join(root, 'bin/press.js');
const files = {
  'taxonomy.yaml': readFileSync(join(root, 'taxonomy.yaml'), 'utf8'),
  'releases/a.md': sampleRelease({ id: 'a' }),
};
const wrong = sampleRelease({ id: 'a', fields: '[electoins]' });

/** Waits until something holds, however slow the machine is. */
async function until(holds: () => boolean, what: () => string): Promise<void> {
  for (let i = 0; i < 4000; i += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(what());
}

describe('press validate --watch as a program', () => {
  it('has one screen of a terminal, and ends with 130 at Ctrl-C', async () => {
    const cwd = scratchFolder(files);
    const { NO_COLOR: _, FORCE_COLOR: __, TERM: ___, ...env } = process.env;
    const terminal = spawn(process.execPath, [program, 'validate', '--watch'], {
      cwd,
      cols: 80,
      rows: 24,
      name: 'xterm-256color',
      env,
    });
    let seen = '';
    terminal.onData((text) => (seen += text));
    const ended = new Promise<number>((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode)));
    const screen = (): string => seen.slice(seen.lastIndexOf('\u001b[2J'));
    const shows = (words: string): Promise<void> =>
      until(
        () => screen().includes(words),
        () => `«${words}» is not in ${seen}`,
      );
    await shows('1 release, nothing wrong.');
    write(cwd, 'releases/a.md', wrong);
    await shows('electoins');
    write(cwd, 'taxonomy.yaml', 'version: [');
    await shows('taxonomy.yaml:1:');
    write(cwd, 'taxonomy.yaml', files['taxonomy.yaml']);
    write(cwd, 'releases/a.md', files['releases/a.md']);
    await shows('1 release, nothing wrong.');
    terminal.write('\u0003');
    expect(await ended).toBe(130);
  });

  it('prints reports into a pipe, and ends quietly when nobody reads them any more', async () => {
    const cwd = scratchFolder(files);
    const child = spawnPlain(process.execPath, [program, 'validate', '--watch'], { cwd });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const closed = once(child, 'exit');
    await until(
      () => out.includes('nothing wrong.'),
      () => out + err,
    );
    write(cwd, 'releases/a.md', wrong);
    await until(
      () => out.includes('electoins'),
      () => out + err,
    );
    expect(out).toMatch(/^1 release, nothing wrong\.\n--- \d\d:\d\d:\d\d ---\n/);
    child.stdout.destroy();
    write(cwd, 'releases/a.md', files['releases/a.md']);
    expect(await closed).toEqual([0, null]);
    expect(err).toBe('');
  });
});
