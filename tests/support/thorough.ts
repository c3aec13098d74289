/** A test run takes minutes, not hours: of long tables that start a process for each case it tries some. `PRESS_THOROUGH=1` tries all. */
export const isThorough = process.env['PRESS_THOROUGH'] === '1';

/** Every so-many-th of the cases, the first among them; all of them in a thorough run. */
export function some<Case>(cases: readonly Case[], every: number): Case[] {
  return cases.filter((_, index) => isThorough || index % every === 0);
}
