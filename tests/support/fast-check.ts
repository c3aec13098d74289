/**
 * What tests get for `fast-check` (vitest.config.ts leads them here): one seed for all property tests, so that a run which fails can be
 * run again, and a change is judged by the same cases as the one before it. `SEED=random` looks for new cases, `SEED=42` repeats some.
 */
import fc from 'fast-check';

const KEPT = 20_261_130;
const wished = process.env['SEED'];
const seed = wished === 'random' ? Date.now() : Number(wished ?? KEPT);

fc.configureGlobal({ seed });

export * from 'fast-check';
// oxlint-disable-next-line import/no-default-export -- it stands in for a package that has one
export default fc;
