/**
 * What V8 compiled in an earlier run of the same command, in one file beside the bundle. Whoever may write there may change the program
 * itself, so it is trusted as the program is. It is only ever a help: what is missing, torn, of another build or another V8 is
 * passed over, and what cannot be written is not.
 *
 * A file is a line of JSON, padded, and then the code of every chunk, each beginning at a multiple of eight bytes.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedChunk } from './loaded-chunk.ts';

/** What is known of one file of the bundle. */
interface KeptCode {
  /** When the file was last changed; its length V8 looks at itself. */
  readonly changed: number;
  readonly code: Buffer;
}

/** Name, time of the last change, bytes of code: one for each chunk. */
type Head = readonly (readonly [string, number, number])[];

const ALIGNMENT = 8;
const LINE_FEED = 10;

/** Not while coverage is measured, which cached code blurs, nor where Node itself is told to keep none. */
export function keepsCode(env: NodeJS.ProcessEnv): boolean {
  return env['NODE_V8_COVERAGE'] === undefined && env['NODE_DISABLE_COMPILE_CACHE'] === undefined;
}

export class CodeCache {
  readonly #folder: string;
  readonly #path: string;
  readonly #kept: ReadonlyMap<string, KeptCode>;

  /** `name` says for which kind of run, bundle and engine. */
  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#path = join(folder, `${name}.bin`);
    this.#kept = readKept(this.#path);
  }

  /** What was kept for a chunk, if it is still the file that it was made of. */
  codeOf(name: string, changed: number): Buffer | undefined {
    const kept = this.#kept.get(name);
    return kept?.changed === changed ? kept.code : undefined;
  }

  /** Writes what this run compiled, if it had to compile anything that a later run may need. Never throws. */
  keep(chunks: readonly LoadedChunk[]): void {
    if (chunks.every(({ wasKept }) => wasKept)) return;
    try {
      this.#write(() => this.#contents(chunks));
    } catch {
      // A folder that nobody may write in, a full disk: the next run starts as slowly as this one.
    }
  }

  /** The contents are made last: where nothing can be written, they need not be. */
  #write(contents: () => readonly Buffer[]): void {
    mkdirSync(this.#folder, { recursive: true });
    const temporary = `${this.#path}.${process.pid}`;
    const file = openSync(temporary, 'wx');
    try {
      writeAndClose(file, contents);
      renameSync(temporary, this.#path);
    } catch (error) {
      unlinkSync(temporary);
      throw error;
    }
  }

  /** The code of the loaded chunks, and of those that an earlier run loaded and this one did not. */
  #contents(chunks: readonly LoadedChunk[]): readonly Buffer[] {
    const all = new Map(this.#kept);
    for (const { name, changed, script } of chunks) all.set(name, { changed, code: script.createCachedData() });
    const head: Head = [...all].map(([name, { changed, code }]) => [name, changed, code.length]);
    return [headLine(head), ...[...all.values()].flatMap(({ code }) => [code, paddingAfter(code.length)])];
  }
}

function writeAndClose(file: number, contents: () => readonly Buffer[]): void {
  try {
    for (const part of contents()) for (let rest = part; rest.length > 0;) rest = rest.subarray(writeSync(file, rest));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function headLine(head: Head): Buffer {
  const json = JSON.stringify(head);
  return Buffer.from(`${json.padEnd(aligned(json.length + 1) - 1)}\n`);
}

function paddingAfter(length: number): Buffer {
  return Buffer.alloc(aligned(length) - length);
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

/** Nothing of a file that is not there, and of one that is not as long as it says. */
function readKept(path: string): ReadonlyMap<string, KeptCode> {
  const kept = new Map<string, KeptCode>();
  try {
    const bytes = readFileSync(path);
    let at = bytes.indexOf(LINE_FEED) + 1;
    for (const [name, changed, length] of JSON.parse(bytes.toString('latin1', 0, at)) as Head) {
      kept.set(name, { changed, code: bytes.subarray(at, at + length) });
      at += aligned(length);
    }
    if (at === bytes.length) return kept;
  } catch {
    // Nobody has run this yet, or the file is none of ours.
  }
  return new Map();
}
