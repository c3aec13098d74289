/** Inputs that are refused one by one, each by the command that takes an honest one. Starting a process for each would take minutes. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isThorough } from '../support/thorough.ts';
import { newsroom, release, type Content } from './newsroom.ts';
import { press, pressHere, type Said } from './running.ts';

export interface Refusal {
  readonly name: string;
  /** Files besides those of an honest repository, or instead of them. */
  readonly files?: Readonly<Record<string, Content | undefined>>;
  /** What else is done to the repository. */
  readonly prepare?: (folder: string) => void;
  readonly command?: readonly string[];
  readonly stdin?: Content;
  readonly env?: Readonly<Record<string, string>>;
  /** What stderr or stdout says; without it, the input is honest, and the exit status 0. */
  readonly says?: RegExp;
  readonly status?: 0 | 1 | 2;
  /** Strange, and taken all the same, perhaps with something to look at. */
  readonly isTaken?: boolean;
  /** For what could take a process along: it gets one of its own, and its time and memory are measured. */
  readonly isAlone?: boolean;
}

export interface Refused {
  readonly kind: string;
  readonly cases: readonly Refusal[];
  /** For cases that name none. */
  readonly command: readonly string[];
}

/** Makes a test of every case: refused with a sentence and nothing written, or, when it is honest, taken. */
export function judgeRefusals({ kind, cases, command }: Refused): void {
  describe(`the table of ${kind}`, () => {
    // Most of those that get a process of their own are tried in a thorough run alone: there are hundreds.
    const tried = cases.filter(({ isAlone }, index) => isAlone !== true || isThorough || index % 4 === 0);
    it.each(tried)('$name', async (one) => {
      const folder = newsroom({ 'releases/2009/2009-11-16-honest.md': release('honest'), ...one.files });
      one.prepare?.(folder);
      const before = sourcesIn(folder);
      const run = { cwd: folder, stdin: one.stdin, env: one.env ?? {} };
      const args = one.command ?? command;
      hold(one, await (one.isAlone === true ? press(args, run) : pressHere(args, run)));
      if (one.says !== undefined) expect(sourcesIn(folder)).toEqual(before);
    });
  });
}

function hold({ says, status, isTaken }: Refusal, outcome: Said): void {
  const said = `${outcome.err}${outcome.out}`;
  if (isTaken === true) expect([0, 1], said.slice(0, 2000)).toContain(outcome.status);
  else if (status !== undefined) expect(outcome.status, said.slice(0, 2000)).toBe(status);
  else if (says === undefined) expect(outcome.status, said.slice(0, 2000)).toBe(0);
  else expect(outcome.status, said.slice(0, 2000)).toBeGreaterThan(0);
  if (says !== undefined) expect(said.slice(0, 200_000)).toMatch(says);
}

/** All that lies in a repository but the private place of the program: the sizes, and when each was changed. */
function sourcesIn(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => !path.startsWith('.press'));
  return paths.sort().map((path) => {
    const { size, mtimeMs } = lstatSync(join(folder, path));
    return `${path} ${size} ${mtimeMs}`;
  });
}
