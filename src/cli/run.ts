/** One run of one command: the only place where errors become words and an exit status. */
import { PressError } from '../model/press-error.ts';
import { Interrupted } from '../model/interrupted.ts';
import { withoutOrders } from '../text/build-log.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { createEnvironment } from './compose.ts';
import { readGlobals, type Globals } from './options/globals.ts';
import { HelpShown, UsageError } from './program-errors.ts';
import { Output, OutputClosed } from './terminal/output.ts';
import { loadPaint, plainPaint, wantsColour } from './terminal/colour.ts';
import { toldLines } from './terminal/told-lines.ts';
import type { World } from './world.ts';

const exitFault = 70;

/** Runs the command that the arguments name; says what went wrong with stdout if something did before. Never rejects. */
export async function run(argv: readonly string[], world: World, failure?: Error): Promise<number> {
  const globals = readGlobals(argv);
  const signals = new Signals(world);
  const out = new Output(world.stdout);
  // What is said may hold the name of a file, and GitHub's runner obeys both streams.
  const err = new Output(world.stderr, world.env['GITHUB_ACTIONS'] === 'true' ? withoutOrders : undefined);
  try {
    if (failure !== undefined) throw new OutputClosed(failure);
    const { dispatch } = await import('./dispatch.ts');
    const environment = await createEnvironment({ world, globals, out, err, signal: signals.signal });
    const status = await dispatch(argv, { globals, environment, world });
    environment.confirm();
    await out.drained();
    return signals.status ?? status;
  } catch (error) {
    return signals.status ?? (await explain(error, { world, globals, err, out }));
  } finally {
    signals.forget();
  }
}

interface Ending {
  readonly world: World;
  readonly globals: Globals;
  readonly err: Output;
  readonly out: Output;
}

/** Says what went wrong, and gives the status for it. */
async function explain(error: unknown, ending: Ending): Promise<number> {
  if (error instanceof HelpShown)
    return ending.out.write(error.text).then(
      () => 0,
      (closed) => explain(closed, ending),
    );
  if (error instanceof OutputClosed && error.reason === 'gone') return error.status;
  if (error instanceof Interrupted) return 130;
  const { message, hint, status } = wordsFor(error, ending.globals);
  const { world, globals } = ending;
  const colour = wantsColour(world.stderr, { env: world.env, noColor: globals.noColor });
  const paint = colour === 0 ? plainPaint : await loadPaint(colour);
  const [name, ...rest] = toldLines(
    [`press: ${message}`, ...(hint === undefined ? [] : [`  ${hint}`])].join('\n'),
    world.stderr,
  ).split(' ');
  await ending.err.write([paint.bad(name ?? ''), ...rest].join(' ')).catch(() => undefined);
  return status;
}

interface Words {
  readonly message: string;
  readonly hint: string | undefined;
  readonly status: number;
}

function wordsFor(error: unknown, globals: Globals): Words {
  if (error instanceof OutputClosed)
    return { message: terminalSafe(error.message), hint: undefined, status: error.status };
  if (error instanceof PressError || error instanceof UsageError) {
    const hint = error.hint === undefined ? undefined : terminalSafeLines(error.hint);
    return { message: terminalSafe(error.message), hint, status: 2 };
  }
  const fault = error instanceof Error ? error : new Error(String(error));
  const detail = globals.debug && fault.stack !== undefined ? `\n${terminalSafeLines(fault.stack)}` : '';
  return {
    message: `something went wrong in press itself: ${terminalSafe(fault.message)}${detail}`,
    hint: globals.debug ? undefined : '«--debug» shows where; please report it.',
    status: exitFault,
  };
}

function terminalSafeLines(text: string): string {
  return text.split('\n').map(terminalSafe).join('\n');
}

/** Turns an interrupt into an abort that the command can see, and remembers it for the exit status. */
class Signals {
  readonly #controller = new AbortController();
  readonly #forget: () => void;
  status: number | undefined;

  constructor(world: World) {
    this.#forget = world.onSignal((signal) => {
      this.status = signal === 'SIGINT' ? 130 : 143;
      this.#controller.abort(new Interrupted());
      world.stdin.destroy();
    });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  forget(): void {
    this.#forget();
  }
}
