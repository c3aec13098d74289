/** Changes of the vocabulary at a terminal: the patch is shown, and somebody says yes or no. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { taxonomyMerge } from '../../src/cli/commands/taxonomy-merge.ts';
import { taxonomySplit } from '../../src/cli/commands/taxonomy-split.ts';
import { taxonomyUndo } from '../../src/cli/commands/taxonomy-undo.ts';
import { createEnvironment } from '../../src/cli/compose.ts';
import { Output } from '../../src/cli/terminal/output.ts';
import type { Command, OptionValues } from '../../src/model/command.ts';
import type { Ask, PickQuestion } from '../../src/model/environment.ts';
import { release, vocabulary } from '../support/refactoring.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

class Person implements Ask {
  readonly asked: string[] = [];
  readonly #answers: (boolean | string)[];

  constructor(...answers: (boolean | string)[]) {
    this.#answers = answers;
  }

  async confirm({ message, initial }: { readonly message: string; readonly initial: boolean }): Promise<boolean> {
    this.asked.push(initial ? `${message} (yes)` : message);
    return this.#answers.shift() === true;
  }

  async pick({ message, choices }: PickQuestion): Promise<readonly string[]> {
    this.asked.push(message);
    const answer = this.#answers.shift();
    return choices.flatMap(({ value }) => (value === answer ? [value] : []));
  }

  async text(): Promise<string> {
    throw new Error('No text is asked for');
  }
}

const paths = Array.from({ length: 7 }, (_, index) => `releases/2010/2010-03-04-r${index}.md`);
const files = {
  'taxonomy.yaml': vocabulary,
  ...Object.fromEntries(paths.map((path, index) => [path, release(`r${index}`, 'topics: [water]')])),
};

interface Ran {
  readonly status: number;
  readonly err: string;
}

async function run(
  command: Command,
  root: string,
  asked: { words?: string[]; options?: OptionValues; ask: Ask },
): Promise<Ran> {
  let err = '';
  const sink = (keep: (text: string) => void): Writable =>
    new Writable({
      write(chunk: Buffer, _, done) {
        keep(chunk.toString());
        done();
      },
    });
  const world = {
    stdin: Readable.from([]),
    stdout: sink(() => undefined),
    stderr: sink((text) => (err += text)),
    cwd: root,
    env: {},
    now: () => 1_780_315_200_000,
    onSignal: () => () => undefined,
  };
  const environment = await createEnvironment({
    world,
    globals: { repo: undefined, noColor: true, quiet: false, noInput: false, debug: false },
    out: new Output(world.stdout),
    err: new Output(world.stderr),
    signal: new AbortController().signal,
  });
  const status = await command.run({
    arguments: asked.words ?? [],
    options: asked.options ?? {},
    environment: { ...environment, ask: asked.ask },
  });
  return { status, err };
}

const merging = { words: ['water'], options: { into: 'soil' } };
const vocabularyIn = (root: string): string => readFileSync(join(root, 'taxonomy.yaml'), 'utf8');

describe('at a terminal', () => {
  it('the patch is shown, a long one in part, and «no» changes nothing', async () => {
    const root = scratchFolder(files);
    const person = new Person(false);
    const { status, err } = await run(taxonomyMerge, root, { ...merging, ask: person });
    expect(status).toBe(0);
    expect(person.asked).toEqual(['Change 1 term and 7 releases?']);
    expect(err).toContain('+        replacedBy: [soil]');
    expect(err).toContain('-topics: [water]');
    expect(err).toContain('… and 3 more files; --dry-run shows all of them.');
    expect(err).toContain('Nothing was changed.');
    expect(vocabularyIn(root)).toBe(vocabulary);
  });

  it('«yes» changes it, and undo asks as well', async () => {
    const root = scratchFolder(files);
    await run(taxonomyMerge, root, { ...merging, ask: new Person(true) });
    expect(vocabularyIn(root)).not.toBe(vocabulary);
    const person = new Person(false, true);
    await run(taxonomyUndo, root, { ask: person });
    expect(vocabularyIn(root)).not.toBe(vocabulary);
    await run(taxonomyUndo, root, { ask: person });
    expect(vocabularyIn(root)).toBe(vocabulary);
    expect(person.asked[0]).toBe('Take back «press taxonomy merge water --into soil» in 8 files?');
  });

  it('nobody is asked with --yes', async () => {
    const root = scratchFolder(files);
    const person = new Person();
    await run(taxonomyMerge, root, { ...merging, options: { into: 'soil', yes: true }, ask: person });
    await run(taxonomyUndo, root, { options: { yes: true }, ask: person });
    expect(person.asked).toEqual([]);
    expect(vocabularyIn(root)).toBe(vocabulary);
  });

  it('split asks where each release goes, and then whether it shall be so', async () => {
    const root = scratchFolder(files);
    const person = new Person('soil', 'air', 'soil', 'air', 'soil', 'air', 'soil', true);
    await run(taxonomySplit, root, { words: ['water'], options: { into: 'soil, air', ask: true }, ask: person });
    expect(person.asked[0]).toBe(`A release (${paths[0]})`);
    expect(person.asked.at(-1)).toBe('Change 1 term and 7 releases?');
    const topics = paths.map((path) => /topics: \[(.*)\]/.exec(readFileSync(join(root, path), 'utf8'))?.[1]);
    expect(topics).toEqual(['soil', 'air', 'soil', 'air', 'soil', 'air', 'soil']);
  });
});
