/** `require` for the files of the bundle: as Node's own, except that V8 need not compile what it has compiled before. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.ts';
import type { LoadedChunk } from './loaded-chunk.ts';

interface Lent {
  /** Undefined where nothing is kept. */
  readonly cache: CodeCache | undefined;
  /** Node's own, for its modules. */
  readonly require: (id: string) => unknown;
}

interface Module {
  readonly exports: unknown;
}

/** What the file says, with what it calls its own: exports, require, module, its path and its folder. */
type Body = (...own: readonly unknown[]) => void;

const opening = '(function (exports, require, module, __filename, __dirname) {';
const closing = '\n})';

/** What few runs need, though the code that may need it asks for it at once. */
function isLate(id: string): boolean {
  return id.startsWith('./late-') || id === 'node:crypto' || id === 'node:child_process';
}

/** Looks like what a file exports, and loads it when something of it is used. */
function standIn(load: () => unknown): object {
  const exported = (): object => load() as object;
  return new Proxy(
    {},
    {
      get: (_, name) => Reflect.get(exported(), name),
      has: (_, name) => Reflect.has(exported(), name),
      ownKeys: () => Reflect.ownKeys(exported()),
      getOwnPropertyDescriptor: (_, name) => ({
        value: Reflect.get(exported(), name),
        enumerable: true,
        configurable: true,
      }),
    },
  );
}

export class ChunkLoader {
  readonly #folder: string;
  readonly #lent: Lent;
  readonly #modules = new Map<string, Module>();
  readonly #chunks: LoadedChunk[] = [];

  constructor(folder: string, lent: Lent) {
    this.#folder = folder;
    this.#lent = lent;
  }

  /** Everything that was loaded so far. */
  get chunks(): readonly LoadedChunk[] {
    return this.#chunks;
  }

  /** What a file of the bundle exports; it runs when it is asked for the first time. */
  load(name: string): unknown {
    const known = this.#modules.get(name);
    if (known !== undefined) return known.exports;
    const module: Module = { exports: {} };
    this.#modules.set(name, module);
    const path = join(this.#folder, name);
    const body = this.#compiled(name, path).runInThisContext() as Body;
    body(module.exports, (id: string) => this.#required(id), module, path, this.#folder);
    return module.exports;
  }

  #required(id: string): unknown {
    const load = (): unknown => (id.startsWith('./') ? this.load(id.slice('./'.length)) : this.#lent.require(id));
    return isLate(id) ? standIn(load) : load();
  }

  #compiled(name: string, path: string): Script {
    const { cache } = this.#lent;
    const changed = cache === undefined ? 0 : statSync(path).mtimeMs;
    const cachedData = cache?.codeOf(name, changed);
    const script = new Script(`${opening}${readFileSync(path, 'utf8')}${closing}`, {
      filename: path,
      columnOffset: -opening.length,
      ...(cachedData === undefined ? {} : { cachedData }),
    });
    this.#chunks.push({ name, changed, script, wasKept: script.cachedDataRejected === false });
    return script;
  }
}
