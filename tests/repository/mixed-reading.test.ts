/** Somebody changes several files while others read: those are told, and write nothing that is half old and half new. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEnvironment } from '../../src/cli/compose.ts';
import { Output } from '../../src/cli/terminal/output.ts';
import type { Environment } from '../../src/model/environment.ts';
import { digestOfText } from '../../src/repository/digest.ts';
import { openRepository } from '../../src/repository/open.ts';
import { RepositoryWriter } from '../../src/repository/writer.ts';
import { release, vocabulary } from '../support/refactoring.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { Readable, Writable } from 'node:stream';

const files = {
  'taxonomy.yaml': vocabulary,
  'releases/a.md': release('a', 'topics: [water]'),
  'releases/b.md': release('b', 'topics: [water]'),
};
type Path = keyof typeof files;
const refused: unknown = expect.objectContaining({ name: 'PressError', code: 'changed-meanwhile' });

/** Somebody else's command. */
function change(root: string, ...paths: readonly Path[]): void {
  const changes = paths.map((path) => ({
    kind: 'edit' as const,
    path,
    digest: digestOfText(readFileSync(join(root, path), 'utf8')),
    edits: [{ start: 0, end: 0, text: '' }],
  }));
  new RepositoryWriter(root).apply({ purpose: 'press taxonomy rename', changes });
}

describe('whoever has read a repository', () => {
  it('is told that several files changed meanwhile, however often', async () => {
    const root = scratchFolder(files);
    change(root, 'releases/a.md', 'releases/b.md');
    const repository = await openRepository(root);
    expect(() => repository.confirm()).not.toThrow();
    for (let times = 0; times < 2; times += 1) {
      change(root, 'releases/a.md', 'releases/b.md');
      expect(() => repository.confirm()).toThrow(refused as Error);
    }
    const again = await openRepository(root);
    expect(() => again.confirm()).not.toThrow();
  });

  it('need not mind a change of one file, which is old or new', async () => {
    const root = scratchFolder(files);
    const repository = await openRepository(root);
    change(root, 'releases/a.md');
    writeFileSync(join(root, 'releases/b.md'), files['releases/b.md']);
    expect(() => repository.confirm()).not.toThrow();
  });

  it('need not mind what they changed themselves', async () => {
    const root = scratchFolder(files);
    const repository = await openRepository(root);
    await repository.whileLocked('press test', () => {
      const changes = (['releases/a.md', 'releases/b.md'] as const).map((path) => ({
        kind: 'edit' as const,
        path,
        digest: digestOfText(files[path]),
        edits: [],
      }));
      repository.apply({ purpose: 'press test', changes });
    });
    expect(() => repository.confirm()).not.toThrow();
  });
});

describe('an output of files that changed while they were read', () => {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const environmentIn = (cwd: string): Promise<Environment> =>
    createEnvironment({
      world: {
        stdin: Readable.from([]),
        stdout: nowhere,
        stderr: nowhere,
        cwd,
        env: {},
        now: () => 0,
        onSignal: () => () => undefined,
      },
      globals: { repo: undefined, noColor: true, quiet: false, noInput: true, debug: false },
      out: new Output(nowhere),
      err: new Output(nowhere),
      signal: new AbortController().signal,
    });

  it('is not written, neither to a file nor to a folder, and removes none', async () => {
    const root = scratchFolder({ ...files, 'out.csv': 'old' });
    const environment = await environmentIn(root);
    await environment.repository();
    const chunks = function* (): Generator<string> {
      yield 'half old';
      change(root, 'releases/a.md', 'releases/b.md');
      yield 'half new';
    };
    await expect(environment.files.write('out.csv', chunks())).rejects.toEqual(refused);
    expect(readFileSync(join(root, 'out.csv'), 'utf8')).toBe('old');
    const wish = { files: [{ name: 'a.csv', count: 1, chunks: chunks() }], from: 'csv', asOf: '', dryRun: false };
    await expect(environment.files.writeFolder('out', wish)).rejects.toEqual(refused);
    expect(existsSync(join(root, 'out'))).toBe(false);
    await expect(environment.files.remove('out.csv')).rejects.toEqual(refused);
    expect(() => environment.confirm()).toThrow(refused as Error);
  });
});
