/** Errors of the system, told about the file that the person knows. */
import { writeFailure } from '../write-failure.ts';

/** Runs a step; throws a PressError about `path` for what the system throws, and anything else as it comes. */
export function about<Result>(path: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw writeFailure(error, path);
  }
}

/** The same about the records of changes. */
export function onJournal<Result>(step: () => Result): Result {
  return about('.press/tx', step);
}
