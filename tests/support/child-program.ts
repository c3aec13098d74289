/** Runs TypeScript of this project in a process of its own, for tests about what happens between processes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Bundles a program (imports as seen from tests/support) into a folder; returns the path of the file that Node.js can run. */
export async function bundleProgram(folder: string, source: string): Promise<string> {
  // Where the bundle looks for the shipped schemas: two folders above itself, as it does when it is installed.
  const path = join(folder, 'dist/cli/program.mjs');
  cpSync(join(here, '../../schemas'), join(folder, 'schemas'), { recursive: true });
  const entry = join(here, 'child-program-entry.ts');
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    plugins: [
      {
        name: 'program',
        load: (id) => (id === entry ? { code: source, moduleType: 'ts' } : null),
        resolveId: (id) => (id === entry ? entry : null),
      },
    ],
  });
  await bundle.write({ file: path, format: 'esm', codeSplitting: false });
  return path;
}

export interface Child {
  readonly process: ChildProcess;
  /** Resolves when the program has written this word to its output. */
  says(word: string): Promise<void>;
  /** Resolves with the exit status, or the signal's name, when it has ended. */
  readonly ended: Promise<number | string>;
}

/** Starts a program. What it writes to stderr goes to the test's. */
export function startProgram(path: string, ...values: string[]): Child {
  const child = spawn(process.execPath, [path, ...values], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'close').then(([status, signal]: unknown[]) => (status ?? signal) as number | string);
  const says = async (word: string): Promise<void> => {
    while (!output.includes(word))
      await Promise.race([
        once(child.stdout, 'data'),
        ended.then((end) => Promise.reject(new Error(`ended with ${end}: ${output}`))),
      ]);
  };
  return { process: child, says, ended };
}
