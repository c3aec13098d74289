/**
 * What tests get for `fast-check` (vitest.config.ts leads them here): one seed for all property tests, so that a run which fails can be
 * run again, and a change is judged by the same cases as the one before it. `SEED=random` looks for new cases, `SEED=42` repeats some.
 * Of properties that ask for many cases a run tries a third; `PRESS_THOROUGH=1` tries all that they ask for.
 */
import fc, { type Parameters } from 'fast-check';
import { isThorough } from './thorough.ts';

const KEPT = 20_261_130;
const wished = process.env['SEED'];
const seed = wished === 'random' ? Date.now() : Number(wished ?? KEPT);

// Whether a test fails is all that matters when mutants are killed (tests/mutation/): nobody reads the smallest case.
fc.configureGlobal({ seed, endOnFailure: process.env['PRESS_MUTANTS'] !== undefined });

/** What the library tries when nobody asks for a number: no property tries fewer. */
const ENOUGH = 100;

function tried<Values>(asked: Parameters<Values> | undefined): Parameters<Values> | undefined {
  const { numRuns = ENOUGH } = asked ?? {};
  return isThorough || numRuns <= ENOUGH ? asked : { ...asked, numRuns: Math.max(ENOUGH, Math.ceil(numRuns / 3)) };
}

function assert<Values>(property: fc.IAsyncProperty<Values>, asked?: Parameters<Values>): Promise<void>;
function assert<Values>(property: fc.IProperty<Values>, asked?: Parameters<Values>): void;
function assert<Values>(property: fc.IRawProperty<Values>, asked?: Parameters<Values>): Promise<void> | void {
  return fc.assert(property, tried(asked));
}

export * from 'fast-check';
// oxlint-disable-next-line import/no-default-export -- it stands in for a package that has one
export default { ...fc, assert };
