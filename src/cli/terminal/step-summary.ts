/** The page that GitHub shows of a job, to which a step adds through a file. */
import type { Environment } from '../../model/environment.ts';
import { PressError } from '../../model/press-error.ts';
import { stepSummary } from '../../reporters/wording/step-summary.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { reportInput, type Findings } from './report-input.ts';

// A step that adds more loses everything.
const MOST_BYTES = 1024 * 1024;

/** Adds the findings to the file that `GITHUB_STEP_SUMMARY` names, if any. A page that cannot be written is only told of. */
export async function addStepSummary(findings: Findings, environment: Environment): Promise<void> {
  const path = environment.variable('GITHUB_STEP_SUMMARY');
  if (path === undefined) return;
  const text = stepSummary(reportInput(findings, environment), MOST_BYTES - bytesIn(path, environment));
  try {
    if (text !== '') await environment.files.append(path, text);
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    environment.say(`The summary of the step is not written: ${terminalSafe(error.message)}`);
  }
}

function bytesIn(path: string, { files }: Environment): number {
  try {
    return files.read(path).length;
  } catch (error) {
    if (error instanceof PressError) return 0;
    throw error;
  }
}
