/** Runs a command's card in a real folder, with everything that it writes caught. */
import { Readable, Writable } from 'node:stream';
import { createEnvironment } from '../../src/cli/compose.ts';
import { Output } from '../../src/cli/terminal/output.ts';
import type { Command, ExitStatus, OptionValues } from '../../src/model/command.ts';

export interface Ran {
  readonly status: ExitStatus;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  /** The folder that the person stands in. */
  readonly cwd: string;
  readonly arguments?: readonly string[];
  readonly options?: OptionValues;
  readonly repo?: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Fails like a pipe whose reader went away. */
  readonly stdout?: Writable;
}

export async function runCommand(command: Command, circumstances: Circumstances): Promise<Ran> {
  const [stdout, stderr] = [new Collector(), new Collector()];
  const world = {
    stdin: Readable.from([Buffer.from(circumstances.stdin ?? '')]),
    stdout: circumstances.stdout ?? stdout,
    stderr,
    cwd: circumstances.cwd,
    env: circumstances.env ?? {},
    now: () => 1_780_315_200_000,
    onSignal: () => () => undefined,
  };
  const environment = await createEnvironment({
    world,
    globals: { repo: circumstances.repo, noColor: true, quiet: false, noInput: true, debug: false },
    out: new Output(world.stdout),
    err: new Output(world.stderr),
    signal: new AbortController().signal,
  });
  const status = await command.run({
    arguments: circumstances.arguments ?? [],
    options: circumstances.options ?? {},
    environment,
  });
  return { status, stdout: stdout.text, stderr: stderr.text };
}

class Collector extends Writable {
  text = '';

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
