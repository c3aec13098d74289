/** A world for the program under test: streams that remember, a folder, a clock that stands still. */
import { Readable, Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import type { World } from '../../src/cli/world.ts';

export interface Outcome {
  readonly out: string;
  readonly err: string;
  readonly status: number;
}

export interface RunOptions {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  /** RFC 3339; the program asks no other clock. */
  readonly now?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export const testNow = '2026-11-23T12:00:00Z';

/** Runs press inside this process. */
export async function press(
  args: readonly string[],
  { cwd, stdin = '', now = testNow, env = {} }: RunOptions,
): Promise<Outcome> {
  const out = new Memory();
  const err = new Memory();
  const world: World = {
    stdin: Readable.from([typeof stdin === 'string' ? Buffer.from(stdin) : stdin]),
    stdout: out,
    stderr: err,
    cwd,
    env,
    now: () => Date.parse(now),
    onSignal: () => () => undefined,
  };
  const status = await main(args, world);
  return { out: out.text, err: err.text, status };
}

class Memory extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}
