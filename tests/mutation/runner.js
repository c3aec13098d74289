/**
 * What vitest runs the tests with: each test first as it is, to see which mutants it reaches, then once for each of those that no test has
 * killed yet. Nothing is started or loaded for a mutant, so most take as long as the test.
 *
 * A second round (`round: 'fresh'`) loads everything anew for each mutant that is left, because what is made while loading is made once.
 */
import { startTests } from '@vitest/runner';
import { appendFileSync, readFileSync } from 'node:fs';
import { TestRunner, vi } from 'vitest';

const { round, journal } = JSON.parse(readFileSync(process.env['PRESS_MUTANTS'], 'utf8'));

// A mutant that asks this often, or takes this long, is in an endless loop.
const MOST_ASKED = 5_000_000;
const LONGEST = 20_000;

let active;
let asked = 0;
let reached = new Set();

globalThis.__mutant = (id) => {
  asked += 1;
  reached.add(id);
  if (active !== undefined && asked > MOST_ASKED) throw new Error('This goes on for ever.');
  return id === active;
};

/** Runs something with a mutant in its place: `killed`, `timed-out`, or undefined when nobody has noticed. */
async function fate(mutant, run) {
  active = mutant;
  asked = 0;
  let timer;
  const tooLong = new Promise((resolve) => {
    timer = setTimeout(() => resolve('timed-out'), LONGEST);
  });
  try {
    return await Promise.race([Promise.resolve(run()).then(() => undefined), tooLong]);
  } catch {
    return asked > MOST_ASKED ? 'timed-out' : 'killed';
  } finally {
    clearTimeout(timer);
    active = undefined;
  }
}

// oxlint-disable-next-line import/no-default-export -- vitest asks for one
export default class MutantRunner extends TestRunner {
  #known = readJournal();
  #fates = new Map(this.#known.flatMap(({ fates }) => fates));
  #old = this.#fates.size;
  #reached = new Set();
  /** Those about which trying them in place says nothing: what they make is made once, outside of the tests or within. */
  #unsure = new Set();

  onBeforeCollect() {
    vi.resetModules();
    reached = this.#unsure;
  }

  async runTask(test) {
    if (round === 'fresh') return;
    const run = TestRunner.getTestFn(test);
    reached = new Set();
    await run();
    const own = [...reached];
    for (const id of own) this.#reached.add(id);
    await this.#tryInPlace(run, own);
    reached = this.#unsure;
  }

  /** When a test does not hold any more without a mutant, what it has killed waits for the second round. */
  async #tryInPlace(run, mutants) {
    const fates = [];
    for (const id of mutants.filter((id) => !this.#fates.has(id))) {
      reached = new Set();
      const end = await fate(id, run);
      if (end !== undefined) fates.push([id, end]);
      else if (!reached.has(id)) this.#unsure.add(id);
    }
    const isClean = fates.length === 0 || (await fate(-1, run)) === undefined;
    for (const [id, end] of fates)
      if (isClean) this.#fates.set(id, end);
      else this.#unsure.add(id);
  }

  async onAfterRunFiles(files) {
    const [{ filepath, name }] = files;
    if (round === 'fresh') await this.#tryFresh(filepath, name);
    super.onAfterRunFiles(files);
    const fates = [...this.#fates].slice(this.#old);
    const [reached, unsure] = [[...this.#reached, ...this.#unsure], [...this.#unsure]];
    appendFileSync(journal, `${JSON.stringify({ name, reached, unsure, fates })}\n`);
    this.#old = this.#fates.size;
    this.#reached = new Set();
    this.#unsure = new Set();
  }

  async #tryFresh(path, name) {
    const { unsure } = this.#known.find((entry) => entry.name === name);
    for (const id of unsure.filter((id) => !this.#fates.has(id))) {
      const end = await fate(id, () => this.#runFresh(path));
      if (end !== undefined) this.#fates.set(id, end);
    }
  }

  async #runFresh(path) {
    vi.resetModules();
    const quiet = new QuietRunner(this.config);
    Object.defineProperty(quiet, 'moduleRunner', { value: this.moduleRunner });
    quiet.__setTraces(this._otel);
    const [file] = await startTests([path], quiet);
    if (quiet.hasFailed || file.result?.state === 'fail') throw new Error('Killed.');
  }
}

/** Tells nobody, and ends with the first failure. */
class QuietRunner extends TestRunner {
  hasFailed = false;

  onAfterRunTask(test) {
    super.onAfterRunTask(test);
    if (test.result.state !== 'fail') return;
    this.hasFailed = true;
    this.cancelRun = true;
  }
}

/** What earlier files and rounds have found out. */
function readJournal() {
  return readFileSync(journal, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
