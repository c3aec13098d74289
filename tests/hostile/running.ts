/** Runs the built program as a process of its own, and holds whatever it did to what is promised of every run. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { press as runHere } from '../support/world.ts';

const meter = fileURLToPath(new URL('meter.cjs', import.meta.url));
const program = fileURLToPath(new URL('../../bin/press.js', import.meta.url));

export interface Run {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** Of cpu time, for many hostile files at once. */
  readonly seconds?: number;
}

export interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Outcome extends Said {
  readonly signal: NodeJS.Signals | null;
  readonly cost: { readonly seconds: number; readonly megabytes: number };
}

/** What every run may cost: cpu seconds, which a busy machine does not change much, and memory. */
const promised = { seconds: 5, megabytes: 500 } as const;
// Nothing takes as long; what does would keep the tests for ever.
const PATIENCE_MILLISECONDS = 60_000;

/** Runs `press` and checks what holds whatever it was given: no signal, no stack trace, no raw control, within its bounds. */
export async function press(args: readonly string[], run: Run): Promise<Outcome> {
  const outcome = await start(args, run);
  expect(broken(outcome, run.seconds ?? promised.seconds), `press ${args.join(' ').slice(0, 300)}`).toEqual([]);
  return outcome;
}

/** The same within this process: nothing is said about its bounds. */
export async function pressHere(args: readonly string[], { cwd, stdin = '', env = {} }: Run): Promise<Said> {
  const said = await runHere(args, { cwd, stdin, env });
  expect(brokenWords(said), `press ${args.join(' ').slice(0, 300)}`).toEqual([]);
  return said;
}

async function start(args: readonly string[], { cwd, stdin, env = {} }: Run): Promise<Outcome> {
  const child = spawn(process.execPath, ['--require', meter, program, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: cwd, ...env },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    timeout: PATIENCE_MILLISECONDS,
    killSignal: 'SIGKILL',
  });
  child.stdin?.on('error', () => undefined).end(stdin);
  const texts = [1, 2, 3].map((stream) => textOf(child.stdio[stream] as NodeJS.ReadableStream));
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  const [out = '', err = '', cost = ''] = await Promise.all(texts);
  return { status, signal, out, err, cost: cost === '' ? { seconds: 0, megabytes: 0 } : JSON.parse(cost) };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece as Buffer));
  return Buffer.concat(pieces).toString('utf8');
}

// Bidirectional controls change what a person reads, the others what a terminal does.
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** The promises that a run broke. */
function broken(outcome: Outcome, seconds: number): string[] {
  const { signal, cost } = outcome;
  return [
    ...(signal === null ? [] : [`ended by ${signal}`]),
    ...brokenWords(outcome),
    ...(cost.seconds > seconds ? [`${cost.seconds} seconds of cpu time`] : []),
    ...(cost.megabytes > promised.megabytes ? [`${cost.megabytes} MB`] : []),
  ];
}

function brokenWords({ status, out, err }: Said): string[] {
  const said = `${out}\n${err}`;
  return [
    ...(status !== null && [0, 1, 2].includes(status) ? [] : [`exit status ${status}: ${err.slice(0, 400)}`]),
    ...(/^ {4}at .+:\d+/m.test(said) ? [`a stack trace: ${said.slice(0, 400)}`] : []),
    ...(unsafe.test(err) ? [`a raw control on stderr: ${JSON.stringify(unsafe.exec(err))}`] : []),
  ];
}

/** Whether a text may be shown on a terminal as it stands. */
export function isSafeOnTerminal(text: string): boolean {
  return !unsafe.test(text);
}
