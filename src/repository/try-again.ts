/** Cleaning up on a disk that has just failed: an operation may fail for a moment, and giving up at once would leave something stray. */

/** Runs a step, and once more when it throws; throws what the second try threw. */
export function twice(step: () => void): void {
  try {
    step();
  } catch {
    step();
  }
}

/** Runs every step (twice when it has to), whatever happens to the others. Returns the errors of those that failed. */
export function settle(steps: readonly (() => void)[]): unknown[] {
  const errors: unknown[] = [];
  for (const step of steps) {
    try {
      twice(step);
    } catch (error) {
      errors.push(error);
    }
  }
  return errors;
}
