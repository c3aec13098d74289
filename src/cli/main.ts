/** The way in and the way out: arguments to a command, and whatever happens to an exit status. */
import { version } from './version.ts';
import { processWorld, type World } from './world.ts';

/**
 * Runs press once. Resolves to the exit status: 0 done, 1 findings, 2 could not run, 70 a fault in press, 130 interrupted,
 * 143 terminated. Never rejects.
 */
export async function main(
  argv: readonly string[] = process.argv.slice(2),
  world: World = processWorld(),
): Promise<number> {
  // Asked so often by scripts that it does not wait for a command line parser.
  const [only] = argv;
  const isVersion = argv.length === 1 && (only === '--version' || only === '-V');
  const failure = isVersion ? await failureToWrite(`${version}\n`, world) : undefined;
  if (isVersion && failure === undefined) return 0;
  const { run } = await import('./run.ts');
  return run(argv, world, failure);
}

/** What kept stdout from taking the text; `run` finds the words for it. */
function failureToWrite(text: string, { stdout }: World): Promise<Error | undefined> {
  stdout.on('error', () => undefined);
  return new Promise((resolve) => stdout.write(text, (error) => resolve(error ?? undefined)));
}
