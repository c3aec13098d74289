/** Reads and plans an import, source by source: says how far it has come, and hears an interrupt in between. */
import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { importers } from '../importers/index.ts';
import type { OptionValues } from '../model/command.ts';
import type { Environment } from '../model/environment.ts';
import type { Repository } from '../model/repository.ts';
import { readSources } from '../operations/bring-in-sources.ts';
import type { BringInWish } from '../operations/bring-in-wish.ts';
import { Intake, type BroughtIn } from '../operations/bring-in.ts';

export interface Importing {
  readonly names: readonly string[];
  readonly options: OptionValues;
  readonly environment: Environment;
  readonly repository: Repository;
}

/** What can be done again with the same wish: standard input is read once. */
export class ImportPlan {
  readonly #importing: Importing;
  #stdin: Promise<Uint8Array> | undefined;

  constructor(importing: Importing) {
    this.#importing = importing;
  }

  /** Somebody may type for a while: nobody else should have to wait for it. */
  async ready(): Promise<void> {
    if (this.#importing.names.includes('-')) await this.#readStdin();
  }

  async make(wish: BringInWish): Promise<BroughtIn> {
    const { names, options, environment, repository } = this.#importing;
    const { files } = environment;
    const digestInRepository = (path: string): string | undefined => {
      const there = files.inside(repository.root, path);
      return there.kind === 'file' ? there.digest : undefined;
    };
    const local = { find: (folder: string, path: string) => files.inside(folder, path), digestInRepository };
    const intake = new Intake(wish, { repository, now: environment.now, local });
    const { from } = options;
    const progress = progressOf(environment);
    const reading = {
      files,
      stdin: () => this.#readStdin(),
      digest: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
      importers,
      from: typeof from === 'string' ? from : undefined,
      rawCells: options['rawCells'] === true,
      signal: environment.signal,
      progress: progress.after,
    };
    try {
      const { unread } = await readSources(names, reading, (source) => intake.add(source));
      // Whoever has interrupted meanwhile is heard before anything is written.
      await breath();
      environment.signal.throwIfAborted();
      return intake.result(unread);
    } finally {
      progress.end();
    }
  }

  #readStdin(): Promise<Uint8Array> {
    this.#stdin ??= this.#importing.environment.stdin();
    return this.#stdin;
  }
}

const BREATH_MILLISECONDS = 100;
const LONG_MILLISECONDS = 500;
const MANY_SOURCES = 20;

/** One line on a terminal, once it takes long; an interrupt is heard all the time. */
function progressOf({ progress }: Environment): {
  after(count: number, all: number): Promise<void>;
  end(): void;
} {
  const start = performance.now();
  let last = start;
  let isShown = false;
  return {
    async after(count, all) {
      const now = performance.now();
      if (now - last < BREATH_MILLISECONDS) return;
      last = now;
      await breath();
      if (all < MANY_SOURCES || now - start < LONG_MILLISECONDS) return;
      isShown = true;
      progress(`Read ${count} of ${all} sources …`);
    },
    end: () => {
      if (isShown) progress('');
    },
  };
}
