/** Validates a folder as `press validate` does, with a memory that needs neither many files nor old ones. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Judging } from '../../src/model/archive-memory.ts';
import type { Repository } from '../../src/model/repository.ts';
import { validate } from '../../src/operations/validate.ts';
import type { ValidateOptions, Validation } from '../../src/operations/validation.ts';
import { byContent } from '../../src/repository/cache/by-content.ts';
import { FolderMemory, type MemoryPlan } from '../../src/repository/cache/folder-memory.ts';
import { openRepository } from '../../src/repository/open.ts';
import { rules } from '../../src/rules/index.ts';
import { testNow } from '../rules/example-repository.ts';

export interface Looked extends Validation {
  /** The files that were read. */
  readonly read: readonly string[];
}

/** Looks at a folder; what it learns it remembers, and `forgets` leaves that as it is. */
export async function look(root: string, options: Partial<ValidateOptions> = {}): Promise<Looked> {
  const read: string[] = [];
  const repository = await remembering(root, read);
  const found = validate(repository, { rules, levels: new Map(), now: testNow, ...options });
  return { ...found, read };
}

/** A repository whose memory keeps also what has just changed; `read` hears of every file that is read. */
export async function remembering(root: string, read: string[] = []): Promise<Repository> {
  const repository = await openRepository(root);
  const heard: Repository['manuscripts'] = function* manuscripts(paths) {
    for (const manuscript of repository.manuscripts(paths)) {
      read.push(manuscript.path);
      yield manuscript;
    }
  };
  const memory = (judging?: Judging): FolderMemory => {
    const plan: MemoryPlan = {
      root,
      folder: repository.settings.releases,
      factsKey: () => decisive(root),
      judging,
      settings: repository.settings,
      fewest: 0,
      settledAfter: -60_000,
      read: ({ path, kind }) => {
        for (const manuscript of kind === 'release' ? heard([path]) : heard())
          if (manuscript.path === path) return manuscript;
        throw new Error(`${path} was not read`);
      },
    };
    if (judging?.comparesContent !== true) return new FolderMemory(plan);
    const bytes = (path: string): Uint8Array => readFileSync(join(root, path));
    return new FolderMemory(
      byContent(plan, {
        bytes,
        manuscript: (found, witness) => {
          if (found.kind === 'release') witness(bytes(found.path));
          return plan.read(found);
        },
      }),
    );
  };
  return new Proxy(repository, {
    get(_, name) {
      if (name === 'manuscripts') return heard;
      if (name === 'memory') return memory;
      const value: unknown = Reflect.get(repository, name);
      return typeof value === 'function' ? value.bind(repository) : value;
    },
  });
}

function decisive(root: string): string {
  const sum = createHash('sha256');
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort())
    if (/^(?:taxonomy\.yaml|press\.yaml|schemas\/.*\.json)$/.test(name)) sum.update(readFileSync(join(root, name)));
  return sum.digest('hex');
}

/** A disk counts in steps of some milliseconds: what changes twice within one looks like what changed once. */
export function tick(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
}
