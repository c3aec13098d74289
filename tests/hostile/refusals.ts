/** Inputs that are refused one by one, each by the command that takes an honest one. */
import { beforeAll, describe, expect, it } from 'vitest';
import { contentOf } from '../support/scratch-folder.ts';
import { newsroom, release, type Content } from './newsroom.ts';
import { press, type Outcome } from './running.ts';

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
}

export interface Refused {
  readonly kind: string;
  readonly cases: readonly Refusal[];
  /** For cases that name none. */
  readonly command: readonly string[];
}

/** Makes a test of every case: refused with a sentence and nothing written, or, when it is honest, taken. */
export function judgeRefusals({ kind, cases, command }: Refused): void {
  describe(kind, () => {
    let played: readonly PromiseSettledResult<void>[] = [];

    // Two at a time, and not one after the other: most of it is waiting for Node to start.
    beforeAll(async () => {
      const [even, odd] = await Promise.all(
        [0, 1].map((part) =>
          playAll(
            cases.filter((_, i) => i % 2 === part),
            command,
          ),
        ),
      );
      played = cases.map(
        (_, i) => (i % 2 === 0 ? even : odd)?.[i >> 1] ?? { status: 'rejected', reason: 'not played' },
      );
    });

    it.each(cases.map(({ name }, index) => ({ name, index })))('$name', ({ index }) => {
      const result = played[index];
      if (result?.status === 'rejected') throw result.reason;
    });
  });
}

async function playAll(cases: readonly Refusal[], command: readonly string[]): Promise<PromiseSettledResult<void>[]> {
  const results: PromiseSettledResult<void>[] = [];
  for (const one of cases) results.push(...(await Promise.allSettled([play(one, command)])));
  return results;
}

async function play(one: Refusal, command: readonly string[]): Promise<void> {
  const folder = newsroom({ 'releases/2009/2009-11-16-honest.md': release('honest'), ...one.files });
  one.prepare?.(folder);
  const before = one.says === undefined ? {} : sourcesIn(folder);
  const outcome = await press(one.command ?? command, { cwd: folder, stdin: one.stdin, env: one.env ?? {} });
  hold(one, outcome);
  if (one.says !== undefined) expect(sourcesIn(folder)).toEqual(before);
}

function hold({ says, status }: Refusal, outcome: Outcome): void {
  const said = `${outcome.err}${outcome.out}`;
  if (status !== undefined) expect(outcome.status, said.slice(0, 2000)).toBe(status);
  else if (says === undefined) expect(outcome.status, said.slice(0, 2000)).toBe(0);
  else expect(outcome.status, said.slice(0, 2000)).toBeGreaterThan(0);
  if (says !== undefined) expect(said.slice(0, 3000)).toMatch(says);
}

/** All that lies in a repository but the private place of the program. */
function sourcesIn(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(contentOf(folder)).filter(([path]) => !path.startsWith('.press')));
}
