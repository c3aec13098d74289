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
  const answer = await answerAtOnce(argv, world);
  const failure = answer === undefined ? undefined : await failureToWrite(answer, world);
  if (answer !== undefined && failure === undefined) return 0;
  const { run } = await import('./run.ts');
  return run(argv, world, failure);
}

/** What scripts and newcomers ask so often that it does not wait for a command line parser. */
async function answerAtOnce(argv: readonly string[], world: World): Promise<string | undefined> {
  // What the scripts of `press completion` ask while somebody is typing; nobody types it.
  if (argv[0] === '__complete') return (await import('./completion/answer.ts')).answer(argv.slice(1), world);
  const [only = '--help'] = argv;
  if (argv.length > 1) return undefined;
  if (only === '--version' || only === '-V') return `${version}\n`;
  if (only !== '--help' && only !== '-h' && only !== 'help') return undefined;
  const { overview } = await import('./overview.ts');
  return overview({ group: undefined, columns: world.stdout.columns, withOptions: argv.length > 0 });
}

/** What kept stdout from taking the text; `run` finds the words for it. */
function failureToWrite(text: string, { stdout }: World): Promise<Error | undefined> {
  stdout.on('error', () => undefined);
  return new Promise((resolve) => stdout.write(text, (error) => resolve(error ?? undefined)));
}
