import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplePath, sampleRelease } from '../../../src/model/sample-release.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';
import { press } from '../../support/world.ts';
import { smallSettings, smallTaxonomy } from '../small-repository.ts';
import { bytesOf, type FuzzTarget, type Verdict } from '../target.ts';

let root = '';

/** A repository on the disk: made when the first line of a test is tried, and gone after the test. */
function repositoryFolder(): string {
  if (!existsSync(root))
    root = scratchFolder({
      'taxonomy.yaml': smallTaxonomy,
      'press.yaml': smallSettings,
      [samplePath]: sampleRelease(),
    });
  return root;
}

/** Of everything but what press keeps for itself, such as the place of its lock. */
function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if (path.startsWith(join(folder, '.press'))) continue;
    hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex');
}

// Words one a line. Every one of these reads, or says that it would not write.
const lines = [
  'validate\n--format\njson\n--rule\ntitle-length=off',
  'validate\n--max-warnings\n3\nreleases/2009',
  'list\n--field\nelections\n--sort\ndate',
  'list\n--where\nfield:elections AND date:2009\n--columns\nid,date,title',
  'list\n--include-unpublished\n--text\nword',
  'export\n--field\nelections\n-f\nrss',
  'export\n--since\n2009-01-01\n--until\n2010\n-f\ncsv\n--limit\n3',
  'export\n--as-of\n2009-12-01T00:00:00Z\n-f\njson',
  'show\n2009-11-16-observer-course',
  'why\n2009-11-16-observer-course',
  'next',
  'explain\ntitle-length',
  'taxonomy\nfind\nTurkey',
  'taxonomy\nshow\nfield/elections',
  'taxonomy\ntree\nfield',
  'taxonomy\ncheck\n--format\njson',
  'taxonomy\nexport\n-f\nturtle',
  'taxonomy\nrename\nfield/elections\nfield/votes\n--dry-run',
  'new\n--title\nA\n--dry-run',
  'import\n-\n--dry-run',
  '--help',
  '--version',
  'help\nexport',
];

const writes = /^(?:new|import|init|publish|hold|embargo|withdraw|correct|move|translate|recover|audit|preview)$/;

/** A command that writes is only asked what it would do; `-o` and `--watch` are not tried, since that is what they are for. */
function harmless(words: readonly string[]): string[] {
  const kept = words.filter((word) => !/^(?:-o|--out|--wat|--fix|-[a-zA-Z]*o|--report|--queue|--map)/.test(word));
  const isWriting = kept.some((word) => writes.test(word)) || kept.includes('taxonomy');
  if (!isWriting) return kept;
  const end = Math.max(kept.indexOf('--'), 0) || kept.length;
  return [...kept.slice(0, end), '--dry-run', ...kept.slice(end)];
}

export const commandLine: FuzzTarget = {
  id: 'command-line',
  what: 'a command line',
  seeds: bytesOf(...lines),
  signs: [
    '\n',
    '\n--',
    '\n-',
    '\n-f\n',
    '=',
    '\n--field\n',
    '\n--where\n',
    'constructor',
    '\n-C\n',
    '\n--\n',
    ',',
    '\n\n',
    '/',
    '\nreleases',
    '@',
  ],
  cases: 500,
  async judge(input) {
    const cwd = repositoryFolder();
    const words = harmless(input.toString().slice(0, 2000).split('\n').slice(0, 30));
    const before = digestOf(cwd);
    const { out, err, status } = await press(words, { cwd, env: { NO_COLOR: '1' } });
    requireAnswer({ words, out, err, status });
    if (digestOf(cwd) !== before) throw new Error(`${JSON.stringify(words)} changed files`);
    return status === 2 ? 'refused' : ('accepted' satisfies Verdict);
  },
};

interface Answer {
  readonly words: readonly string[];
  readonly out: string;
  readonly err: string;
  readonly status: number;
}

function requireAnswer({ words, out, err, status }: Answer): void {
  const said = JSON.stringify(words);
  if (![0, 1, 2].includes(status)) throw new Error(`${said} ends with ${status}: ${err}`);
  if (/\n {4}at |node:internal|TypeError|RangeError/.test(err)) throw new Error(`${said} shows the machine: ${err}`);
  if (status === 2 && err.trim() === '') throw new Error(`${said} is refused without a word`);
  const unsafe = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/.exec(err + out);
  if (unsafe !== null) throw new Error(`${said} prints ${JSON.stringify(unsafe[0])}`);
}
