import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rmSync } from 'node:fs';
import { importCommand } from '../../src/cli/commands/import.ts';
import { createEnvironment } from '../../src/cli/compose.ts';
import { Output } from '../../src/cli/terminal/output.ts';
import type { OptionValues } from '../../src/model/command.ts';
import type { Ask, PickQuestion } from '../../src/model/environment.ts';
import { Interrupted } from '../../src/model/interrupted.ts';
import { copyOf } from '../support/session.ts';
import { press, type Outcome } from '../support/world.ts';

const table = [
  'title,date,fields,source,status,body',
  'Course opens,2026-09-01,Electoins,OSCE Secretariat,published,A text.',
  'Course ends,2026-09-02,Electoins; Human Rigths,OSCE Secretariat,published,Another text.',
  '',
].join('\n');

let archive: string;

beforeEach(() => {
  archive = copyOf('shipped');
  writeFileSync(join(archive, 'table.csv'), table);
});

afterEach(() => {
  rmSync(archive, { recursive: true, force: true });
});

function type(line: string): Promise<Outcome> {
  return press(line.split(' '), { cwd: archive });
}

const read = (path: string): string => readFileSync(join(archive, path), 'utf8');

/** Writes an answer behind a word of the queue. */
function answer(word: string, words: string): void {
  const queue = read('q.csv').replace(new RegExp(`^(${word},.*),(\r?)$`, 'm'), `$1,${words}$2`);
  writeFileSync(join(archive, 'q.csv'), queue);
}

describe('from the queue to the map to the second import', () => {
  it('words are written down, answered, and taken; nothing that somebody wrote is lost', async () => {
    const first = await type('import table.csv --queue q.csv');
    expect(first.status).toBe(1);
    expect(first.err).toContain('«q.csv» lists 2 unknown words: fill in the column «answer»');
    answer('Electoins', 'elections');
    const half = await type('import table.csv --queue q.csv --map q.csv --on-duplicate update');
    expect(half.status).toBe(1);
    expect(half.err).toContain('1 draft lacks nothing any more: --status published publishes what is complete.');
    expect(read('q.csv')).toContain(',elections\r\n');
    answer('Human Rigths', '-');
    const whole = await type('import table.csv --queue q.csv --map q.csv --on-duplicate update --status published');
    expect([whole.status, whole.out]).toEqual([
      0,
      'releases/2026/2026-09-01-course-opens.md\nreleases/2026/2026-09-02-course-ends.md\n',
    ]);
    expect(read('releases/2026/2026-09-02-course-ends.md')).toContain('fields: [elections]');
    expect(whole.err).toContain('Every word is known, and «q.csv» stays as it is.');
    const again = await type('import table.csv --map q.csv --on-duplicate update');
    expect([again.status, again.out]).toEqual([0, '']);
    expect((await type('validate --max-warnings 0')).status).toBe(0);
  });

  it('a wrong answer stops everything, with its line; an answer for nobody is told', async () => {
    await type('import table.csv --queue q.csv -n');
    answer('Electoins', 'electionz');
    const wrong = await type('import table.csv --map q.csv');
    expect([wrong.status, wrong.out]).toEqual([2, '']);
    expect(wrong.err).toContain('q.csv, line 2: «electionz» is not a term of field. Did you mean «elections»?');
    writeFileSync(join(archive, 'q.csv'), 'value,heading,answer\nNever,field,elections\n');
    expect((await type('import table.csv --map q.csv')).err).toContain(
      'q.csv, line 2: no source has «Never» under «field».',
    );
  });

  it.each([
    ['--queue taxonomy.yaml', 'belongs to the sources of the repository'],
    ['--queue table.csv', '«table.csv» would be written over what it holds.'],
    ['--report table.csv', '«table.csv» would be written over what it holds.'],
    ['--queue q.csv --report q.csv', '«q.csv» would be written over what it holds.'],
    ['--queue settings.csv', 'it has no column «value»'],
    ['--map none.csv', '«none.csv»'],
    ['--ask', '«--ask» asks at a terminal, and nobody can be asked here.'],
  ])('«%s» is refused before anything is written', async (options, said) => {
    writeFileSync(join(archive, 'settings.csv'), 'a,b\n1,2\n');
    const { status, err } = await type(`import table.csv ${options}`);
    expect(status).toBe(2);
    expect(err).toContain(said);
    expect(() => read('releases/2026/2026-09-01-course-opens.md')).toThrow('ENOENT');
    expect(read('table.csv')).toBe(table);
  });
});

class Person implements Ask {
  readonly questions: PickQuestion[] = [];
  readonly #answers: string[];

  constructor(...answers: string[]) {
    this.#answers = answers;
  }

  async pick(question: PickQuestion): Promise<readonly string[]> {
    this.questions.push(question);
    const next = this.#answers.shift();
    if (next === undefined) throw new Interrupted();
    return [next];
  }

  text = async (): Promise<string> => Promise.reject(new Error('not asked'));
  confirm = async (): Promise<boolean> => Promise.reject(new Error('not asked'));
}

async function run(options: OptionValues, ask: Ask): Promise<string> {
  let err = '';
  const sink = (keep: (text: string) => void): Writable =>
    new Writable({
      write: (chunk: Buffer, _, done) => {
        keep(chunk.toString());
        done();
      },
    });
  const world = {
    stdin: Readable.from([]),
    stdout: sink(() => undefined),
    stderr: sink((text) => (err += text)),
    cwd: archive,
    env: {},
    now: () => Date.UTC(2026, 10, 23, 12),
    onSignal: () => () => undefined,
  };
  const environment = await createEnvironment({
    world,
    globals: { repo: undefined, noColor: true, quiet: false, noInput: false, debug: false },
    out: new Output(world.stdout),
    err: new Output(world.stderr),
    signal: new AbortController().signal,
  });
  await importCommand.run({ arguments: ['table.csv'], options, environment: { ...environment, ask } });
  return err;
}

describe('at a terminal, with --ask', () => {
  it('goes through the unknown words, the most frequent first, and takes the answers', async () => {
    const person = new Person('elections', '-');
    await run({ ask: true }, person);
    expect(person.questions.map(({ message }) => message)).toEqual([
      '«Electoins» under «field», 2 times, as in table.csv, line 2: Course opens (1 of 2)',
      '«Human Rigths» under «field», 1 time, as in table.csv, line 3: Course ends (2 of 2)',
    ]);
    expect(person.questions[0]?.choices.slice(0, 5).map(({ label }) => label)).toEqual([
      'Elections',
      'Decide later',
      'Leave it out',
      'Add it to the vocabulary',
      'Ask no more',
    ]);
    expect(read('releases/2026/2026-09-02-course-ends.md')).toContain(
      'fields: [elections]\nlang: en\nstatus: published',
    );
  });

  it('keeps the answers in the queue, also when somebody leaves in the middle', async () => {
    await expect(run({ ask: true, queue: 'q.csv' }, new Person('elections'))).rejects.toThrow(Interrupted);
    expect(read('q.csv')).toMatch(/^Electoins,field,2,elections,.*,elections\r$/m);
    await run({ ask: true, queue: 'q.csv', map: ['q.csv'] }, new Person('human-rights'));
    expect(read('q.csv')).toMatch(/,human-rights\r$/m);
    expect(read('releases/2026/2026-09-02-course-ends.md')).toContain('fields: [elections, human-rights]');
  });

  it('says how a word is added to the vocabulary, leaves for later, and stops when told', async () => {
    const person = new Person('?add', '?later');
    const err = await run({ ask: true }, person);
    expect(err).toContain('press taxonomy add field/electoins --label Electoins');
    expect(read('releases/2026/2026-09-01-course-opens.md')).toContain('status: draft');
    const other = new Person('?stop');
    await run({ ask: true, dryRun: true }, other);
    expect(other.questions).toHaveLength(1);
  });
});
