/** What is run on an archive: press in its ways, and what it is measured against that every machine has. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pressPath = fileURLToPath(new URL('../../bin/press.js', import.meta.url));

let uncached;

/** The option that keeps press from its cache; none in a press that has no cache. */
function withoutCache() {
  const help = () => execFileSync(process.execPath, [pressPath, 'validate', '--help'], { encoding: 'utf8' });
  return (uncached ??= help().includes('--no-cache') ? ['--no-cache'] : []);
}

/** press with these arguments. When it has a cache, all runs but the first one find it: warm. */
export function press(...args) {
  return (cwd) => ({ command: [process.execPath, pressPath, ...args], cwd });
}

/** press that neither reads nor writes a cache. */
export function cold(...args) {
  return (cwd) => press(...args, ...withoutCache())(cwd);
}

/** press that finds no cache and writes one. `ready` is called before each run. */
export function caching(...args) {
  return (cwd) => ({
    ...press(...args)(cwd),
    ready: () => rmSync(join(cwd, '.press/cache'), { recursive: true, force: true }),
  });
}

/** press after somebody has edited one release since the run before: a sentence comes, or goes again. */
export function edited(...args) {
  return (cwd) => ({ ...press(...args)(cwd), ready: () => editOne(cwd) });
}

const sentence = 'And this was added.\n';

function editOne(cwd) {
  const folder = join(cwd, 'releases');
  const year = readdirSync(folder).find((name) => /^[0-9]{4}$/.test(name));
  const path = join(folder, year, readdirSync(join(folder, year))[0]);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.endsWith(sentence) ? text.slice(0, -sentence.length) : `${text}${sentence}`);
}

/** A run that has to find something. */
export function finding(side) {
  return (cwd) => ({ ...side(cwd), status: 1 });
}

export const readFiles = script('./read-files.cjs');
export const walkFiles = script('./walk-files.cjs');

function script(name) {
  const path = fileURLToPath(new URL(name, import.meta.url));
  return (cwd) => ({ command: [process.execPath, path, 'releases'], cwd });
}

/** Node with nothing to do. */
export function bareNode(cwd) {
  return { command: [process.execPath, '-e', '0'], cwd };
}

export function catFiles(cwd) {
  return { command: ['find', 'releases', '-name', '*.md', '-exec', 'cat', '{}', '+'], cwd };
}

export function gitStatus(cwd) {
  return { command: ['git', 'status'], cwd };
}
