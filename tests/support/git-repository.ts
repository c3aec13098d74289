/** Real git repositories for tests, with nothing of the machine's own settings in them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const env = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Desk',
  GIT_AUTHOR_EMAIL: 'desk@example.org',
  GIT_COMMITTER_NAME: 'Desk',
  GIT_COMMITTER_EMAIL: 'desk@example.org',
};

/** What the program under test gets as its environment. */
export const gitEnvironment = env;

export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Whether there is a git to test with; says so where there is none. */
export function hasGit(): boolean {
  try {
    execFileSync('git', ['--version'], { env });
    return true;
  } catch {
    process.stderr.write('git is not installed: what press makes of it is not tested.\n');
    return false;
  }
}

/** Makes a folder a git repository on the branch main and commits all that is in it. */
export function committed(folder: string): string {
  git(folder, 'init', '--quiet', '--initial-branch=main');
  return commitAll(folder);
}

export function commitAll(folder: string): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'x');
  return folder;
}

export function write(folder: string, path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
