/**
 * Damaged input for every reader. `npm run fuzz` is the same with as many cases as one has time for.
 *
 * What must hold of each case: nothing is thrown but what a person can use, nothing is written, and it takes less than a second.
 */
import { isThorough } from '../support/thorough.ts';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/repository/digest.ts';
import { mutated } from './mutation.ts';
import type { FuzzTarget, Verdict } from './target.ts';

const wished = process.env['FUZZ_CASES'];
const finds = new URL('finds/', import.meta.url);
const MOST_SECONDS = 1;

/** Cpu seconds of a judgement, by which no busy machine is in the way. */
async function judge(target: FuzzTarget, input: Uint8Array): Promise<{ verdict: Verdict; seconds: number }> {
  const before = process.cpuUsage();
  const verdict = await target.judge(input);
  const { user, system } = process.cpuUsage(before);
  return { verdict, seconds: (user + system) / 1e6 };
}

/** Judges, and once more when it took long: what was slow for another reason is not so twice. */
async function judgeInTime(target: FuzzTarget, input: Uint8Array): Promise<{ verdict: Verdict; seconds: number }> {
  const first = await judge(target, input);
  if (first.seconds < MOST_SECONDS) return first;
  const again = await judge(target, input);
  if (again.seconds >= MOST_SECONDS) throw new Error(`It takes ${again.seconds} s of cpu time`);
  return again;
}

/** Where an input that broke something is kept: `finds/<target>-<digest>`. It is tried first from then on. */
function keep(target: FuzzTarget, input: Uint8Array): void {
  mkdirSync(finds, { recursive: true });
  writeFileSync(new URL(`${target.id}-${digestOf(input).slice(0, 12)}`, finds), input);
}

function found(target: FuzzTarget): readonly Uint8Array[] {
  const names = readdirSync(finds).filter((name) => name.replace(/-[0-9a-f]{12}$/, '') === target.id);
  return names.map((name) => readFileSync(new URL(name, finds)));
}

/** The tests of some targets. */
export function fuzz(targets: readonly FuzzTarget[]): void {
  describe.each(targets)('$id', (target) => {
    comesThrough(target);
  });
}

function comesThrough(target: FuzzTarget): void {
  it('reads honest input', async () => {
    const verdicts: Verdict[] = [];
    for (const seed of target.seeds) verdicts.push(await target.judge(seed));
    expect(verdicts).toContain('accepted');
  });

  it('reads again what once broke it', async () => {
    for (const input of found(target)) await judgeInTime(target, input);
  });

  const usual = Math.ceil((target.cases ?? 10_000) / (isThorough ? 1 : 3));
  const cases = wished === undefined ? usual : Number(wished);
  it(`comes through ${cases} damaged ones`, { timeout: 86_400_000 }, async () => {
    const count = { accepted: 0, refused: 0 };
    let slowest = 0;
    let broken: Uint8Array | undefined;
    const property = fc.asyncProperty(mutated(target.seeds, target.signs), async (input) => {
      broken = input;
      const { verdict, seconds } = await judgeInTime(target, input);
      count[verdict] += 1;
      slowest = Math.max(slowest, seconds);
    });
    try {
      await fc.assert(property, { numRuns: cases });
    } catch (error) {
      if (broken !== undefined && wished !== undefined) keep(target, broken);
      throw error;
    }
    report(target, { ...count, slowest });
    expect(count.accepted, 'accepted').toBeGreaterThan(0);
    expect(count.refused, 'refused').toBeGreaterThan(0);
  });
}

/** A row of the table that `npm run fuzz` prints. */
function report({ id, what }: FuzzTarget, told: { accepted: number; refused: number; slowest: number }): void {
  const to = process.env['FUZZ_REPORT'];
  if (to !== undefined) writeFileSync(to, `${JSON.stringify({ id, what, ...told })}\n`, { flag: 'a' });
}
