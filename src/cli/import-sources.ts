/** Reads and plans an import, source by source: says how far it has come, and hears an interrupt in between. */
import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { importers } from '../importers/index.ts';
import type { OptionValues } from '../model/command.ts';
import type { Environment } from '../model/environment.ts';
import type { FrontMatter } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';
import { readSources } from '../operations/bring-in-sources.ts';
import { typeName } from '../model/make-release.ts';
import { originKeysRefused } from '../operations/bring-in-origin.ts';
import type { BringInWish } from '../operations/bring-in-wish.ts';
import { Intake, type BroughtIn } from '../operations/bring-in.ts';
import { profilesFrom } from './import-profiles.ts';

export interface Importing {
  readonly names: readonly string[];
  readonly options: OptionValues;
  readonly environment: Environment;
  readonly repository: Repository;
}

export interface PlannedImport extends BroughtIn {
  /** What folders are, and what they hold that is no source, as sentences. */
  readonly remarks: readonly string[];
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

  async make(wish: BringInWish): Promise<PlannedImport> {
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
      profiles: await profilesFrom(options['profile'], files),
      readYaml: (block: string) => yamlOf(block, repository),
      now: environment.now,
      signal: environment.signal,
      progress: progress.after,
    };
    try {
      const { unread, remarks } = await readSources(names, reading, (source) => intake.add(source));
      // Whoever has interrupted meanwhile is heard before anything is written.
      await breath();
      environment.signal.throwIfAborted();
      return { ...intake.result(unread), remarks: [...remarks, ...olderSchema(repository)] };
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

/** A block as the front matter of a release here; undefined where press would not read it. */
function yamlOf(block: string, repository: Repository): FrontMatter | undefined {
  const { data, faults } = repository.manuscriptFrom('source.md', Buffer.from(`---\n${block}\n---\n`));
  return faults.length === 0 ? data : undefined;
}

/** An older schema keeps an import from writing down what it wrote. */
function olderSchema(repository: Repository): string[] {
  return originKeysRefused(repository.releaseSchema(typeName({}))).has('parts')
    ? [
        'The schema of releases here is older than press and has no «parts» under «origin»: a later import will not know what people have changed since. «press init» in an empty folder writes the new one.',
      ]
    : [];
}
