/**
 * Ends work that takes too long: the belt for a parser that one text or another may still choke.
 *
 * `vm` is a stopwatch here and no sandbox: the work runs outside of its context and may touch whatever it could touch before.
 */
import { createContext, Script, type Context } from 'node:vm';

/** The time was up before the work was done. */
export class OutOfTime extends Error {}

const start = new Script('work()');
let context: Context | undefined;

/** What the work gives. Throws OutOfTime after so many milliseconds, and whatever the work throws. */
export function withinTime<Result>(milliseconds: number, work: () => Result): Result {
  context ??= createContext({});
  context['work'] = work;
  try {
    return start.runInContext(context, { timeout: milliseconds }) as Result;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new OutOfTime();
    throw error;
  }
}
