/** Lets vitest run the tests of a group: on its mutants, and once for the branches that they take. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import { withSwitches } from './mutants.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const runner = fileURLToPath(new URL('./runner.js', import.meta.url));

/**
 * What became of each mutant, by its number: `killed`, `timed-out`, `survived`, or `unreached` by any test.
 *
 * @throws Error when a test fails without a mutant.
 */
export async function fatesOf(mutants, tests) {
  return inScratch(async (folder) => {
    const journal = join(folder, 'journal');
    writeFileSync(journal, '');
    for (const round of ['in-place', 'fresh']) {
      const settings = join(folder, round);
      writeFileSync(settings, JSON.stringify({ round, journal }));
      // Each run of a test listens to the signal that ends it, which Node takes for a leak.
      const options = { runner, execArgv: ['--no-warnings'], testTimeout: 10_000, env: { PRESS_MUTANTS: settings } };
      await runTests(tests, options, [switches(mutants)]);
    }
    const entries = readFileSync(journal, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const fates = new Map(entries.flatMap((entry) => entry.fates));
    const reached = new Set(entries.flatMap((entry) => entry.reached));
    return mutants.map(({ id }) => fates.get(id) ?? (reached.has(id) ? 'survived' : 'unreached'));
  });
}

/** Branches of each source, and how many of them the tests take. */
export async function branchesOf(sources, tests) {
  return inScratch(async (reportsDirectory) => {
    const reporter = ['json-summary'];
    await runTests(tests, { coverage: { enabled: true, include: sources, reporter, reportsDirectory } });
    const summary = JSON.parse(readFileSync(join(reportsDirectory, 'coverage-summary.json'), 'utf8'));
    return new Map(sources.map((source) => [source, summary[join(root, source)].branches]));
  });
}

async function runTests(tests, options, plugins = []) {
  const usual = { root, watch: false, reporters: [progress], maxWorkers: 1, dangerouslyIgnoreUnhandledErrors: true };
  const vitest = await startVitest(
    'test',
    tests,
    { ...usual, sequence: { sequencer: inOrderOf(tests) }, ...options },
    { plugins },
  );
  const failed = vitest.state.getTestModules().filter((module) => !module.ok());
  await vitest.close();
  process.exitCode = 0;
  if (failed.length > 0)
    throw new Error(`Tests fail without a mutant: ${failed.map(({ moduleId }) => moduleId).join(', ')}`);
}

/** Gives the tests the sources with their mutants. */
function switches(mutants) {
  return {
    name: 'switches',
    enforce: 'pre',
    transform(text, id) {
      const own = mutants.filter(({ file }) => join(root, file) === id);
      return own.length === 0 ? undefined : { code: withSwitches(text, own), map: null };
    },
  };
}

/** The quickest stand first; most mutants do not live to see the others. */
function inOrderOf(tests) {
  const place = ({ moduleId }) => tests.findIndex((test) => moduleId === join(root, test));
  return class {
    sort(modules) {
      return modules.sort((one, other) => place(one) - place(other));
    }
  };
}

/** Tells what goes on, and why a test fails that should not. */
const progress = {
  onTestModuleEnd(module) {
    process.stderr.write(`${module.relativeModuleId}\n`);
    for (const { message } of module.errors()) process.stderr.write(`${message}\n`);
  },
  onTestCaseResult(test) {
    for (const { message } of test.result().errors ?? []) process.stderr.write(`${test.fullName}: ${message}\n`);
  },
};

async function inScratch(work) {
  const folder = mkdtempSync(join(tmpdir(), 'press-mutants-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
