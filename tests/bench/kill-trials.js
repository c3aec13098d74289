/**
 * Kills processes with SIGKILL while they change twelve files, at a chosen operation on the disk or at a random moment, and recovers. Some
 * recoveries are killed, too. Afterwards there must be all of the change or nothing of it, all of it where success was reported, and no
 * stray file; a second recovery must change nothing.
 *
 *     node tests/bench/kill-trials.js [--trials 500] [--recover 100] [--seed N]
 *
 * `--recover` is how many of the trials kill the recovery. Ends with 1 when a trial fails.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '500' },
    recover: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const trials = Number(values.trials);
const recoveries = Number(values.recover);
const random = generator(Number(values.seed));

/** More operations than a change of this size needs, or its recovery. */
const MOST_OPERATIONS = 700;
const RECOVERY_OPERATIONS = 250;
const LONGEST_CHANGE_MILLISECONDS = 60;

const folder = mkdtempSync(join(tmpdir(), 'press-kills-'));
const program = join(folder, 'program.mjs');
const counts = { old: 0, new: 0, reported: 0, killed: 0 };
try {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('../support/kill-program.ts', import.meta.url)),
    platform: 'node',
  });
  await bundle.write({ file: program, format: 'esm', codeSplitting: false });
  const { recover } = await import(program);
  for (let trial = 1; trial <= trials; trial += 1) await run(trial, recover);
  process.stdout.write(
    `seed ${values.seed}: ${trials} trials, ${counts.killed} processes killed, ${recoveries} trials with a recovery killed; ` +
      `${counts.old} all old, ${counts.new} all new, ${counts.reported} of them reported; 0 lost, 0 half-done, 0 stray\n`,
  );
} catch (error) {
  process.stderr.write(`seed ${values.seed}: ${error.stack}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(trial, recover) {
  const { before, after, set } = changeOf(trial);
  const root = join(folder, `trial-${trial}`);
  for (const [path, text] of Object.entries(before)) write(join(root, path), text);
  const isReported = await kill('change', { root, set, operations: MOST_OPERATIONS });
  const isTwice = trial <= recoveries;
  if (isTwice) await kill('recover', { root, set, operations: RECOVERY_OPERATIONS });
  await recover(root);
  const found = contentOf(root);
  const [shown, old, fresh] = [found, before, after].map(sorted);
  if (shown !== fresh && (shown !== old || isReported))
    throw new Error(`trial ${trial}: ${difference(found, before, after)}`);
  counts[shown === old ? 'old' : 'new'] += 1;
  counts.reported += isReported ? 1 : 0;
  await recover(root);
  if (sorted(contentOf(root)) !== shown) throw new Error(`trial ${trial}: a second recovery changed something`);
  rmSync(root, { recursive: true });
}

/** Runs the program until something kills it; returns whether it reported success. */
async function kill(mode, { root, set, operations }) {
  const isTimed = random(2) === 0;
  const at = isTimed ? 0 : 1 + random(operations);
  const when = random(2) === 0 ? 'before' : 'behind';
  const child = spawn(process.execPath, [program, mode, root, JSON.stringify(set), String(at), when], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  const closed = once(child, 'close');
  if (isTimed) {
    while (!output.includes('ready') && child.exitCode === null)
      await Promise.race([once(child.stdout, 'data'), closed]);
    await Promise.race([pause(random(LONGEST_CHANGE_MILLISECONDS)), closed]);
    child.kill('SIGKILL');
  }
  const [, signal] = await closed;
  if (signal === 'SIGKILL') counts.killed += 1;
  return output.includes('done');
}

/** A change to twelve files: half of them edited, a quarter moved, a quarter new. */
function changeOf(trial) {
  const before = { 'taxonomy.yaml': 'version: 1\n' };
  const after = { ...before };
  const changes = [];
  for (let index = 0; index < 12; index += 1) {
    const path = `releases/200${index % 3}/${index}.md`;
    const text = `trial ${trial}, release ${index}\n`.repeat(1 + random(200));
    const edits = [{ start: 0, end: 5, text: 'Trial' }];
    const kind = index % 4 === 2 ? 'move' : index % 4 === 3 ? 'create' : 'edit';
    if (kind === 'create') changes.push({ kind, path, text });
    else {
      const to = kind === 'move' ? { to: `releases/201${index % 3}/new/${index}.md` } : {};
      before[path] = text;
      changes.push({ kind, path, ...to, digest: createHash('sha256').update(text).digest('hex'), edits });
    }
    after[changes.at(-1).to ?? path] = kind === 'create' ? text : `T${text.slice(1)}`;
  }
  return { before, after, set: { purpose: 'kill trial', changes } };
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/**
 * Every file, those of press among them that should not be there. A lock that was being written when its process died is no such file: it
 * is given ten seconds, because it could be that of another machine, and then it goes.
 */
function contentOf(root) {
  const names = readdirSync(root, { recursive: true }).filter((name) => statSync(join(root, name)).isFile());
  const kept = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !/^\.press\/(?:\.gitignore$|changed$|lock\.)/.test(name));
  return Object.fromEntries(kept.map((name) => [name, readFileSync(join(root, name), 'utf8')]));
}

/** For each file whether it is old, new, or neither. */
function difference(found, before, after) {
  const names = new Set([found, before, after].flatMap((files) => Object.keys(files)));
  const kinds = [...names].map((name) => {
    const [is, was, willBe] = [found, before, after].map((files) => files[name]);
    return `${name} ${is === was ? (is === willBe ? 'same' : 'old') : is === willBe ? 'new' : is === undefined ? 'lost' : 'stray or torn'}`;
  });
  return kinds.join(', ');
}

function sorted(files) {
  return JSON.stringify(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whole numbers from 0 up to a bound; the same ones for the same seed (mulberry32). */
function generator(seed) {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}
