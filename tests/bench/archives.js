/** The archives that are measured: made when a row first asks for one, each a git repository with everything committed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateArchive } from './generate-archive.js';
import { counts } from './goals.js';

export class Archives {
  #folder;
  #isKept;

  /** In a folder of its own that `remove` takes away again, or in one that is kept for the next run. */
  constructor(kept) {
    this.#isKept = kept !== undefined;
    this.#folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'press-bench-')) : resolve(kept);
  }

  /** The folder of an archive. */
  folderOf(size, kind = 'plain') {
    const folder = join(this.#folder, `${kind}-${size}`);
    if (!existsSync(folder)) {
      process.stderr.write(`Making an archive of ${counts[size]} releases (${kind})\n`);
      make(folder, { count: counts[size], kind });
    }
    return folder;
  }

  remove() {
    if (!this.#isKept) rmSync(this.#folder, { recursive: true });
  }
}

/** Under another name first: an archive that was broken off is never taken for a whole one. */
function make(folder, { count, kind }) {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  generateArchive(unfinished, count, kind);
  writeFileSync(join(unfinished, '.gitignore'), '.press/\n');
  // Nothing that is measured on a bigger one asks git.
  if (count <= counts['100k']) commit(unfinished);
  renameSync(unfinished, folder);
  // Once more under its last name, so that git has seen every file with the times it has now.
  if (count <= counts['100k']) execFileSync('git', ['status'], { cwd: folder, stdio: 'ignore' });
}

function commit(cwd) {
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', ...args], {
      cwd,
      stdio: 'ignore',
    });
  git('init', '--quiet');
  // As if every file were big: one pack is written, instead of a file for each release.
  git('-c', 'core.bigFileThreshold=1', '-c', 'core.autocrlf=false', 'add', '--all');
  git('commit', '--quiet', '--message', 'Archive');
}
