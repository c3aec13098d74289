/**
 * Transcripts of the program: what somebody types, and what they see.
 *
 *     # in: shipped                 the repository that the session runs in: shipped, empty, or a folder of tests/repositories
 *     $ press list --limit 1        a command, with quotes as in a shell
 *     < text                        a line of standard input
 *     > out                         a line on stdout
 *     2> err                        a line on stderr
 *     = 1                           exit status, when it is not 0
 *
 * `#` lines are remarks. Every session runs in a copy of its repository.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { press, type Outcome } from './world.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

interface Step {
  readonly command: string;
  readonly stdin: string;
}

/** Runs a transcript and gives the transcript of what happened. */
export async function replay(text: string): Promise<string> {
  const lines = text.split('\n');
  const folder = copyOf(/^# in: (\S+)$/m.exec(text)?.[1] ?? 'shipped');
  try {
    const played: string[] = [];
    for (let at = 0; at < lines.length;) {
      const line = lines[at] ?? '';
      if (!line.startsWith('$ ')) {
        if (line.startsWith('#') || line === '') played.push(line);
        at += 1;
        continue;
      }
      const end = endOfStep(lines, at + 1);
      const step = readStep(lines.slice(at, end));
      played.push(...record(lines.slice(at, end), await runStep(step, folder), folder));
      at = end;
    }
    return `${played.join('\n').trimEnd()}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A private copy of a repository, outside of this one, so that nothing around it is found. */
export function copyOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'press-test-'));
  if (name === 'empty') return folder;
  if (name !== 'shipped') {
    cpSync(join(root, 'tests/repositories', name), folder, { recursive: true });
    return folder;
  }
  for (const part of ['taxonomy.yaml', 'press.yaml', 'schemas', 'releases'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'desk'));
  return folder;
}

function endOfStep(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && /^(?:[<>=]|2>)/.test(lines[end] ?? '')) end += 1;
  return end;
}

function readStep(lines: readonly string[]): Step {
  const input = lines.filter((line) => line.startsWith('<')).map((line) => `${line.slice(2)}\n`);
  return { command: (lines[0] ?? '').slice(2), stdin: input.join('') };
}

async function runStep({ command, stdin }: Step, cwd: string): Promise<Outcome> {
  const [program, ...args] = words(command);
  if (program !== 'press') throw new Error(`A session knows press alone, not «${program ?? ''}».`);
  return press(args, { cwd, stdin });
}

function record(step: readonly string[], { out, err, status }: Outcome, folder: string): string[] {
  const shown = (text: string, mark: string): string[] =>
    text === ''
      ? []
      : text
          .replaceAll(folder, 'FOLDER')
          .replace(/\n$/, '')
          .split('\n')
          .map((line) => `${mark} ${line}`.trimEnd());
  const typed = step.filter((line) => line.startsWith('$') || line.startsWith('<'));
  return [...typed, ...shown(out, '>'), ...shown(err, '2>'), ...(status === 0 ? [] : [`= ${status}`])];
}

/** Splits a command line at blanks, as a shell does; quotes keep blanks. */
export function words(line: string): string[] {
  const found = line.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
  return found.map((word) =>
    word.replace(
      /"([^"]*)"|'([^']*)'/g,
      (_, double: string | undefined, single: string | undefined) => double ?? single ?? '',
    ),
  );
}
