import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { validate } from '../../src/cli/commands/validate.ts';
import { createEnvironment } from '../../src/cli/compose.ts';
import { Output } from '../../src/cli/terminal/output.ts';
import type { Ask, PickQuestion } from '../../src/model/environment.ts';
import { Interrupted } from '../../src/model/interrupted.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const pathOf = (id: string): string => `releases/2009/2009-11-16-${id}.md`;

/** An embargo that cannot be read holds, so each of these is a question. */
const wrong = (id: string): string =>
  sampleRelease({
    id,
    slug: id,
    title: `Course ${id} opens`,
    embargo: '2009-11-01 09:00:00+04:00',
    fields: '[Elections]',
  });
const safelyMended = (id: string): string => wrong(id).replace('[Elections]', '[elections]');
const mended = (id: string): string =>
  safelyMended(id).replace('2009-11-01 09:00:00+04:00', '"2009-11-01T09:00:00+04:00"');

type Answer = string | ((root: string) => string);

/** Answers one question after the other with a key; undefined is Ctrl-C. */
class Person implements Ask {
  readonly questions: PickQuestion[] = [];
  readonly #answers: Answer[];
  root = '';

  constructor(answers: readonly Answer[]) {
    this.#answers = [...answers];
  }

  async pick(question: PickQuestion): Promise<readonly string[]> {
    this.questions.push(question);
    const answer = this.#answers.shift();
    if (answer === undefined) throw new Interrupted();
    const key = typeof answer === 'string' ? answer : answer(this.root);
    const choice = question.choices.find(({ words }) => words.includes(key));
    if (choice === undefined) throw new Error(`«${key}» is no answer to «${question.message}»`);
    return [choice.value];
  }

  async text(): Promise<string> {
    throw new Error('No text is asked for');
  }

  async confirm(): Promise<boolean> {
    throw new Error('Nothing is asked with yes and no');
  }
}

interface Reviewed {
  readonly err: string;
  readonly status: number | undefined;
  readonly asked: number;
  readonly person: Person;
  text(id: string): string;
}

class Collector extends Writable {
  text = '';

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function review(releases: Readonly<Record<string, string>>, answers: readonly Answer[]): Promise<Reviewed> {
  const files = Object.fromEntries(Object.entries(releases).map(([id, text]) => [pathOf(id), text] as const));
  const root = scratchFolder({ 'taxonomy.yaml': taxonomy, ...files });
  const person = new Person(answers);
  person.root = root;
  const [stdout, stderr] = [new Collector(), new Collector()];
  const now = (): number => 1_780_315_200_000;
  const environment = await createEnvironment({
    world: { stdin: Readable.from([]), stdout, stderr, cwd: root, env: {}, now, onSignal: () => () => undefined },
    globals: { repo: undefined, noColor: true, quiet: false, noInput: false, debug: false },
    out: new Output(stdout),
    err: new Output(stderr),
    signal: new AbortController().signal,
  });
  const status = await validate
    .run({ arguments: [], options: { fixReview: true }, environment: { ...environment, ask: person } })
    .catch((error: unknown) => {
      if (error instanceof Interrupted) return undefined;
      throw error;
    });
  const text = (id: string): string => readFileSync(join(root, pathOf(id)), 'utf8');
  return { err: stderr.text, status, asked: person.questions.length, person, text };
}

const two = { a: wrong('a'), b: wrong('b') };

describe('press validate --fix-review', () => {
  it('shows file, finding, the line before and after, and what it means for the public', async () => {
    const { err, person } = await review(two, ['n', 'n']);
    expect(err).toContain(`${pathOf('a')}:9:10 embargo-format\n  «2009-11-01 09:00:00+04:00» is no moment`);
    expect(err).toContain('  - embargo: 2009-11-01 09:00:00+04:00\n');
    expect(err).toContain('  + embargo: "2009-11-01T09:00:00+04:00"\n');
    expect(err).toContain('It changes whether, or when, the release is public.');
    expect(person.questions[0]?.choices.map(({ label }) => label.slice(0, 3))).toEqual([
      'y: ',
      'n: ',
      'a: ',
      's: ',
      'q: ',
    ]);
  });

  it('mends what is confirmed, and safe fixes unasked', async () => {
    const { err, status, asked, text } = await review(two, ['y', 'n']);
    expect([asked, status]).toEqual([2, 1]);
    expect([text('a'), text('b')]).toEqual([mended('a'), safelyMended('b')]);
    expect(err).toContain('Mended 3 findings in 2 files.\n');
  });

  it('mends all of a rule without more questions', async () => {
    const { status, asked, text } = await review(two, ['a']);
    expect([asked, status]).toEqual([1, 0]);
    expect([text('a'), text('b')]).toEqual([mended('a'), mended('b')]);
  });

  it('passes over the rest of a file', async () => {
    const twice = `${safelyMended('a')}\n# One\n\nText.\n\n# Two\n`;
    const all = await review({ a: twice }, ['n', 'n', 'n']);
    expect(all.asked).toBe(3);
    const { asked, text } = await review({ ...two, a: twice }, ['n', 's', 'y']);
    expect(asked).toBe(3);
    expect([text('a'), text('b')]).toEqual([twice, mended('b')]);
  });

  it('stops asking, and keeps what was confirmed', async () => {
    const { asked, text } = await review({ ...two, c: wrong('c') }, ['y', 'q']);
    expect(asked).toBe(2);
    expect([text('a'), text('b'), text('c')]).toEqual([mended('a'), safelyMended('b'), safelyMended('c')]);
  });

  it('says what was written when the person goes away', async () => {
    const { err, status, text } = await review(two, ['y']);
    expect(status).toBeUndefined();
    expect([text('a'), text('b')]).toEqual([mended('a'), safelyMended('b')]);
    expect(err).toContain(`Stopped at «${pathOf('b')}». What you confirmed before it was written.`);
    expect(err).toContain('Mended 3 findings in 2 files.');
  });

  it('leaves a file alone that somebody saves while the question stands', async () => {
    const mine = wrong('a').replace('Course a', 'My course');
    const save = (root: string): string => {
      writeFileSync(join(root, pathOf('a')), mine);
      return 'y';
    };
    const { err, status, text } = await review(two, [save, 'y']);
    expect(err).toContain(`«${pathOf('a')}» has changed since press read it. It was left alone.`);
    expect([text('a'), text('b')]).toEqual([mine, mended('b')]);
    expect(status).toBe(1);
  });

  it('asks nothing where nothing is left', async () => {
    const { err, status, asked } = await review({ a: mended('a') }, []);
    expect([asked, status, err]).toEqual([0, 0, 'Nothing was mended.\n']);
  });
});
