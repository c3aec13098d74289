/** Findings through a reporter, to the terminal, a pipe or a file; and to GitHub, where GitHub runs the build. */
import type { Environment } from '../../model/environment.ts';
import type { Reporter, ReportInput } from '../../model/reporter.ts';
import { piecesWithoutOrders } from '../../text/build-log.ts';
import { isGithubActions } from '../options/build-machine.ts';
import { plainPaint } from './colour.ts';
import { OutputClosed } from './output.ts';
import { reportInput, type Findings } from './report-input.ts';
import { addStepSummary } from './step-summary.ts';

export interface Printing {
  readonly reporter: Reporter;
  /** The file to print into; standard output when there is none. */
  readonly target: string | undefined;
  /** What the run ends with, also when the reader of the output goes away before its end. */
  readonly status: 0 | 1;
  /** Annotations come, too, where GitHub runs the build. */
  readonly annotates?: boolean;
}

/** Prints everything; rejects when the output takes no more. */
export async function printFindings(findings: Findings, printing: Printing, environment: Environment): Promise<void> {
  await print(findings, printing, environment);
  const annotates = printing.annotates === true && isGithubActions(environment);
  if (annotates) {
    const { github } = await import('../../reporters/github.ts');
    await print(findings, { ...printing, reporter: github, target: undefined }, environment);
  }
  if (annotates || printing.reporter.givesOrders === true) await addStepSummary(findings, environment);
}

async function print(findings: Findings, printing: Printing, environment: Environment): Promise<void> {
  const { reporter, target, status } = printing;
  const paint = target === undefined ? environment.paint : plainPaint;
  const input = reportInput(findings, environment, paint);
  const pieces = written(reporter, input, environment);
  if (target === undefined) await toOutput(pieces, status, environment);
  else await environment.files.write(target, pieces);
  const remark = reporter.remark?.(input);
  if (remark !== undefined) environment.say(remark);
}

/** A file, too, may be printed into the log by the next step of a build. */
function written(reporter: Reporter, input: ReportInput, environment: Environment): Iterable<string> {
  const pieces = reporter.write(input);
  return isGithubActions(environment) && reporter.givesOrders !== true ? piecesWithoutOrders(pieces) : pieces;
}

async function toOutput(pieces: Iterable<string>, status: 0 | 1, environment: Environment): Promise<void> {
  try {
    for (const piece of pieces) await environment.out(piece);
  } catch (error) {
    if (error instanceof OutputClosed && error.reason === 'gone') error.status = status;
    throw error;
  }
}
