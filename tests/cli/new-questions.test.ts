import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { newRelease } from '../../src/cli/commands/new.ts';
import { createEnvironment } from '../../src/cli/compose.ts';
import { Output } from '../../src/cli/terminal/output.ts';
import type { OptionValues } from '../../src/model/command.ts';
import type { Ask, PickQuestion } from '../../src/model/environment.ts';
import { Interrupted } from '../../src/model/interrupted.ts';
import { copyOf } from '../support/session.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Somebody who answers by the beginning of the question: a text, the values to pick, or what Enter alone gives. */
class Person implements Ask {
  readonly asked: string[] = [];
  readonly picks = new Map<string, PickQuestion>();
  readonly refusals: string[] = [];
  readonly #answers: Map<string, string | readonly string[]>;

  constructor(answers: Readonly<Record<string, string | readonly string[]>>) {
    this.#answers = new Map(Object.entries(answers));
  }

  async text({ message, initial, check }: Parameters<Ask['text']>[0]): Promise<string> {
    this.asked.push(message);
    const given = this.#answerTo(message) ?? initial ?? '';
    // Answers of a text question are tried one after the other, as somebody would who is told what is wrong.
    for (const answer of [given].flat()) {
      const verdict = check?.(answer) ?? true;
      if (verdict === true) return answer;
      this.refusals.push(verdict);
    }
    throw new Interrupted();
  }

  async pick(question: PickQuestion): Promise<readonly string[]> {
    this.asked.push(question.message);
    this.picks.set(question.message, question);
    const given = this.#answerTo(question.message);
    return given === undefined ? (question.initial ?? []) : [given].flat();
  }

  async confirm({ message }: { readonly message: string }): Promise<boolean> {
    throw new Error(`«${message}» is not asked for a new release`);
  }

  #answerTo(message: string): string | readonly string[] | undefined {
    for (const [beginning, answer] of this.#answers) if (message.startsWith(beginning)) return answer;
    return undefined;
  }
}

interface Made {
  readonly out: string;
  readonly cwd: string;
  readonly text: string;
}

async function makeWith(
  person: Person,
  { options = {}, title, settings }: { options?: OptionValues; title?: string; settings?: string } = {},
): Promise<Made> {
  const cwd = copyOf('shipped');
  folders.push(cwd);
  if (settings !== undefined) writeFileSync(join(cwd, 'press.yaml'), settings);
  let out = '';
  const stdout = new Writable({ write: (chunk: Buffer, _, done) => ((out += chunk.toString()), done()) });
  const world = {
    stdin: Readable.from([]),
    stdout,
    stderr: new Writable({ write: (_, __, done) => done() }),
    cwd,
    env: {},
    now: () => Date.parse('2026-11-23T12:00:00Z'),
    onSignal: () => () => undefined,
  };
  const globals = { repo: undefined, noColor: true, quiet: false, noInput: false, debug: false };
  const environment = await createEnvironment({
    world,
    globals,
    out: new Output(stdout),
    err: new Output(world.stderr),
    signal: new AbortController().signal,
  });
  await newRelease.run({
    arguments: title === undefined ? [] : [title],
    options,
    environment: { ...environment, ask: person },
  });
  return { out, cwd, text: readFileSync(join(cwd, out.trim()), 'utf8') };
}

describe('the questions of press new', () => {
  it('come in the order in which a press officer thinks, and make a draft', async () => {
    const person = new Person({
      Title: ' Training opens ',
      City: 'BISHKEK / Osh',
      Source: ['bishkek'],
      'Field of work': ['education', 'youth'],
    });
    const { out, text } = await makeWith(person);
    expect(person.asked).toEqual([
      'Title',
      'Date of issue',
      'City of the dateline (several: divide them by /)',
      'Source',
      'Field of work',
      'Country (may stay empty)',
      'Meeting or conference (may stay empty)',
      'Summary, two or three sentences (may stay empty)',
      'Status',
    ]);
    expect(out).toBe('releases/2026/2026-11-23-training-opens.md\n');
    expect(text).toMatch(
      /^---\nid: 2026-11-23-training-opens\ntitle: Training opens\ndate: 2026-11-23\nplace: \[Bishkek, Osh\]\nsource: bishkek\nfields: \[education, youth\]\ncountries: \[kyrgyzstan\]\nboilerplate: about\nlang: en\nstatus: draft\n---\nBISHKEK\/OSH, 23 November 2026 - </,
    );
  });

  it('offer the vocabulary: required ones required, headings and closed authors left out, what the author implies ticked', async () => {
    const person = new Person({ Title: 'T', Source: ['bishkek'], 'Field of work': ['youth'] });
    await makeWith(person);
    const source = person.picks.get('Source');
    expect(source).toMatchObject({ required: true, many: true, initial: [] });
    const offered = source?.choices.map(({ value }) => value) ?? [];
    expect(offered).toContain('bishkek');
    expect(offered.filter((value) => ['baku', 'institutions', 'field-operations'].includes(value))).toEqual([]);
    expect(person.picks.get('Country (may stay empty)')).toMatchObject({
      required: false,
      initial: ['kyrgyzstan'],
      choices: [
        { value: 'kyrgyzstan', description: 'goes with OSCE Programme Office in Bishkek' },
        {},
        ...Array.from({ length: (person.picks.get('Country (may stay empty)')?.choices.length ?? 2) - 2 }, () => ({})),
      ],
    });
    expect(person.picks.get('Status')).toMatchObject({ many: false, required: true, initial: ['draft'] });
  });

  it('offer the authors of the day', async () => {
    const person = new Person({ Title: 'T', Date: '2009-11-16', Source: ['baku'], 'Field of work': ['youth'] });
    const { text } = await makeWith(person);
    expect(person.picks.get('Source')?.choices.find(({ value }) => value === 'baku')?.label).toBe(
      'OSCE Office in Baku',
    );
    expect(text).toContain('countries: [azerbaijan]');
  });

  it('are only those that the command line leaves open', async () => {
    const person = new Person({});
    const options = {
      date: '2026-07-06',
      place: [],
      field: ['youth'],
      source: ['odihr'],
      country: ['Austria'],
      meeting: ['Summit'],
      summary: '',
      status: 'hold',
    };
    const { text } = await makeWith(person, { title: 'T', options });
    expect(person.asked).toEqual([]);
    expect(text).toContain('status: hold');
    expect(text).not.toMatch(/summary|place/);
  });

  it('tell what is wrong and ask again', async () => {
    const person = new Person({
      Title: ['', 'T'],
      Date: ['2026-02-30', '2026-03-29T02:30', 'tomorrow'],
      Source: ['odihr'],
      'Field of work': ['youth'],
    });
    const { out } = await makeWith(person);
    expect(person.refusals).toEqual([
      'A release needs a title.',
      '«2026-02-30» is no date. Write a day such as 2009-11-16, today or tomorrow.',
      '«2026-03-29T02:30» is no date. 02:30 does not exist on 2026-03-29 in Europe/Vienna: the clocks go from 02:00 to 03:00. Write 2026-03-29T01:30:00+01:00 or 2026-03-29T03:30:00+02:00.',
    ]);
    expect(out).toBe('releases/2026/2026-11-24-t.md\n');
  });

  it('ask for another name when the title gives none, or one that is taken', async () => {
    const person = new Person({
      Title: '🎉',
      Date: '2009-11-16',
      Name: ['', 'con', 'baku-information-sessions', 'party'],
      Source: ['baku'],
      'Field of work': ['youth'],
    });
    const { out } = await makeWith(person);
    expect(out).toBe('releases/2009/2009-11-16-party.md\n');
    expect(person.refusals).toEqual([
      '«🎉» has no letter or digit that could name the file. Choose a name with --slug, such as --slug spring-meeting.',
      '«con» cannot be the name in the address. That name is reserved; choose another one with --slug.',
      '«releases/2009/2009-11-16-baku-information-sessions.md» exists already. Choose another name.',
    ]);
  });

  it('ask which closing paragraph when there are several', async () => {
    const settings = 'language: en\nboilerplates: {about: {en: About.}, short: {en: Short.}}\n';
    const chosen = await makeWith(
      new Person({ Title: 'T', Source: ['odihr'], 'Field of work': ['youth'], Closing: ['short'] }),
      { settings },
    );
    expect(chosen.text).toMatch(/boilerplate: short\n[^]*\n\nShort\.\n$/);
    const none = await makeWith(new Person({ Title: 'T', Source: ['odihr'], 'Field of work': ['youth'] }), {
      settings,
    });
    expect(none.text).not.toContain('boilerplate');
  });

  it('end everything when the person leaves', async () => {
    const person = new Person({ Title: [] });
    await expect(makeWith(person)).rejects.toBeInstanceOf(Interrupted);
  });

  it('refuse an author from the command line who did not exist on the day that is then given', async () => {
    const person = new Person({ Title: 'T', Date: '2026-01-01', 'Field of work': ['youth'] });
    await expect(makeWith(person, { options: { source: ['baku'] } })).rejects.toThrow(
      'existed from 2000-07-17 until 2015-07-04',
    );
  });
});
