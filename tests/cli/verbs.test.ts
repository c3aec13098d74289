/** The verbs on a disk: which bytes change, what is left alone, and who is asked. */
import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { correct } from '../../src/cli/commands/correct.ts';
import { hold } from '../../src/cli/commands/hold.ts';
import { translate } from '../../src/cli/commands/translate.ts';
import { withdraw } from '../../src/cli/commands/withdraw.ts';
import { createEnvironment } from '../../src/cli/compose.ts';
import { Output } from '../../src/cli/terminal/output.ts';
import type { Command, OptionValues } from '../../src/model/command.ts';
import type { Ask } from '../../src/model/environment.ts';
import { Interrupted } from '../../src/model/interrupted.ts';
import { commitAll, git, hasGit } from '../support/git-repository.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { press, testNow, type Outcome } from '../support/world.ts';

const taxonomy =
  'version: 1\nfacets:\n  topic:\n    property: topics\n    multiple: true\n    terms: {water: {label: Water}}\n';
const settings = 'timezone: Europe/Vienna\nfeeds: [{id: water, title: Water, where: "topic:water", formats: [rss]}]\n';
const well = 'releases/2026/2026-01-05-well.md';

const release = (
  keys: Readonly<Record<string, string | undefined>> = {},
  body = 'VIENNA, 5 January 2026 - Text.\n',
): string => {
  const all = {
    id: 'well',
    title: 'A well',
    date: '2026-01-05',
    place: 'Vienna',
    topics: '[water]',
    status: 'published',
    ...keys,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== undefined);
  return `---\n${lines.map(([key, value]) => `${key}: ${value}\n`).join('')}---\n${body}`;
};

function archive(files: Readonly<Record<string, string>> = {}): string {
  return scratchFolder({ 'taxonomy.yaml': taxonomy, 'press.yaml': settings, [well]: release(), ...files });
}

/** Everything in the folder but what press keeps for itself. */
function filesIn(cwd: string): Record<string, string> {
  return Object.fromEntries(Object.entries(contentOf(cwd)).filter(([path]) => !path.startsWith('.press')));
}

const read = (cwd: string, path = well): string => readFileSync(join(cwd, path), 'utf8');

/** Each verb with words that make it change a public release. */
const verbs: readonly (readonly [string, ...string[]])[] = [
  ['hold', 'well', '--note', 'Why'],
  ['embargo', 'well', '--until', '2027-01-01T00:00:00Z', '--note', 'Why'],
  ['withdraw', 'well', '--note', 'Why'],
  ['correct', 'well', '--note', 'What'],
  ['move', 'well', '--slug', 'spring'],
  ['move', 'well', '--date', '2026-01-06'],
  ['translate', 'well', '--lang', 'ru', '--title', 'T'],
];

describe.each(verbs)('press %s', (...args) => {
  it('with --dry-run shows what it would do, and does nothing', async () => {
    const cwd = archive();
    const before = contentOf(cwd);
    const shown = await press([...args, '--dry-run'], { cwd });
    expect(shown.status).toBe(0);
    expect(shown.out).not.toBe('');
    expect(shown.err).toMatch(/^(?:Nothing was written|This would be written)/);
    expect(contentOf(cwd)).toEqual(before);
    expect((await press(args, { cwd })).status).toBe(0);
    expect(filesIn(cwd)).not.toEqual(before);
  });

  it('prints the path of the file alone', async () => {
    const cwd = archive();
    const { out } = await press(args, { cwd });
    expect(Object.keys(filesIn(cwd))).toContain(out.trimEnd());
  });

  it('leaves line ends, byte-order mark, missing line end and every other line as they are', async () => {
    const text = `\uFEFF${release({ summary: '|\n  One\n  # two' }, 'Text.\n\n---\nstatus: no')}`.replaceAll(
      '\n',
      '\r\n',
    );
    const cwd = archive({ [well]: text });
    const { out } = await press(args, { cwd });
    if (args[0] === 'translate') return expect(read(cwd)).toBe(text);
    const after = read(cwd, out.trimEnd());
    expect(after).not.toMatch(/[^\r]\n/);
    const kept = text.split('\r\n').filter((line) => !/^(?:status: published|date: )/.test(line));
    expect(after.split('\r\n').filter((line) => kept.includes(line))).toEqual(kept);
    expect(after.slice(after.indexOf('\r\n---\r\n'))).toBe(text.slice(text.indexOf('\r\n---\r\n')));
  });

  it('is refused for a file that is protected, and for one that cannot be read', async () => {
    const cwd = archive();
    chmodSync(join(cwd, well), 0o444);
    if (args[0] !== 'translate') expect(await refused(args, cwd)).toContain('is protected against writing');
    chmodSync(join(cwd, well), 0o644);
    writeFileSync(join(cwd, well), release().replace('status', 'status: draft\nstatus'));
    expect(await refused(args, cwd)).toMatch(/cannot be read as a release|No release goes by|is not a valid release/);
  });
});

/** What it says, having changed nothing. */
async function refused(args: readonly string[], cwd: string): Promise<string> {
  const before = filesIn(cwd);
  const { status, out, err } = await press(args, { cwd });
  expect([status, out]).toEqual([2, '']);
  expect(filesIn(cwd)).toEqual(before);
  return err;
}

describe('a refusal', () => {
  it('has all reasons at once, with their places', async () => {
    const cwd = archive({ [well]: release({ status: 'draft', embargo: 'soon', foo: 'bar', topics: '[wter]' }, '') });
    const lines = (await refused(['publish', 'well'], cwd)).trimEnd().split('\n');
    expect(lines[0]).toBe('press: «well» stays as it is: «press publish» cannot be done.');
    expect(lines.slice(1).map((line) => /^ {2}(\S+) error (\S+):/.exec(line)?.slice(1).join(' '))).toEqual([
      `${well}:1:1 empty-body`,
      `${well}:6:10 unknown-term`,
      `${well}:8:10 embargo-format`,
      `${well}:9:1 unknown-key`,
    ]);
  });

  it('names paths as seen from where the person stands', async () => {
    const cwd = archive({ [well]: release({ status: 'draft', topics: '[wter]' }) });
    const { err } = await press(['publish', 'well'], { cwd: join(cwd, 'releases/2026') });
    expect(err).toContain('\n  2026-01-05-well.md:6:10 error unknown-term');
  });

  it('is none for taking back what the vocabulary has outgrown', async () => {
    for (const args of [
      ['hold', 'well'],
      ['withdraw', 'well', '--note', 'Why'],
      ['embargo', 'well', '--until', '2027-01-01T00:00:00Z'],
    ]) {
      const cwd = archive({ [well]: release({ topics: '[wter]' }) });
      expect((await press(args, { cwd })).status).toBe(0);
    }
  });

  it('comes when the new name is taken', async () => {
    const cwd = archive({ 'releases/2026/2026-01-05-spring.md': release({ id: 'spring' }) });
    expect(await refused(['move', 'well', '--slug', 'spring'], cwd)).toContain(
      '«releases/2026/2026-01-05-spring.md» exists already. Choose another name with --slug.',
    );
  });

  it.each([
    [['embargo', 'well'], 'Until when?'],
    [
      ['embargo', 'well', '--lift', '--until', '2027-01-01T00:00:00Z'],
      '«--until» sets an embargo, and «--lift» ends it.',
    ],
    [['withdraw', 'well'], '--note is missing'],
    [['correct', 'well'], '--note is missing'],
    [['correct', 'well', '--note', ' '], 'is no note'],
    [['correct', 'well', '--note', 'a <!-- b'], '«<!--»'],
    [['correct', 'well', '--editorial', '--note', 'x'], '«--editorial» says that readers need to know nothing'],
    [['correct', 'well', '--kind', 'lie', '--note', 'x'], 'lie'],
    [['publish', 'well', '--again'], '«--again» needs --note'],
    [['translate', 'well'], '--lang is missing'],
    [['translate', 'well', '--lang', 'ru'], '--title is missing'],
    [['hold', 'nobody'], 'No release goes by «nobody».'],
    [['hold', '../outside.md'], 'No release goes by «../outside.md».'],
  ])('of wrong words says which: %j', async (args, words) => {
    expect(await refused(args, archive())).toContain(words);
  });
});

describe('a release is found', () => {
  it.each([
    ['by an id that looks like an option', ['--', '--opt'], 'releases/--opt.md', { id: '--opt' }],
    ['by a path with blanks and quotation marks', ['releases/a “b” c.md'], 'releases/a “b” c.md', { id: 'abc' }],
    [
      'in the folder of those without a date',
      ['undated'],
      'releases/undated/x.md',
      { id: 'undated', date: undefined, status: 'draft' },
    ],
  ])('%s', async (_, words, path, keys) => {
    const cwd = archive({ [path]: release(keys) });
    const shown = await press(['embargo', '--until', '2027-01-01T00:00:00Z', ...words], { cwd });
    expect([shown.status, shown.out]).toEqual([0, `${path}\n`]);
  });

  it('but never through a link', async () => {
    const cwd = archive({ 'desk/real.md': release({ id: 'real' }) });
    symlinkSync(join(cwd, 'desk/real.md'), join(cwd, 'releases/link.md'));
    expect(await refused(['hold', 'link'], cwd)).toContain('cannot be read as a release');
  });
});

describe('a change on the disk', () => {
  it('keeps the rights of the file', async () => {
    const cwd = archive();
    chmodSync(join(cwd, well), 0o640);
    await press(['hold', 'well'], { cwd });
    expect(statSync(join(cwd, well)).mode & 0o777).toBe(0o640);
  });

  it('is not made over what somebody wrote in the meantime', async () => {
    const cwd = archive();
    const meanwhile = (): void => writeFileSync(join(cwd, well), release({ title: 'Another' }));
    await expect(run(hold, { cwd, arguments: ['well'], meanwhile })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(read(cwd)).toBe(release({ title: 'Another' }));
    expect((await press(['hold', 'well'], { cwd })).status).toBe(0);
  });

  it('comes after another one that was under way: none is lost', async () => {
    const cwd = archive();
    const both = await Promise.all(['One', 'Two'].map((note) => press(['correct', 'well', '--note', note], { cwd })));
    expect(both.map(({ status }) => status)).toEqual([0, 0]);
    expect(
      read(cwd)
        .match(/note: \w+/g)
        ?.sort(),
    ).toEqual(['note: One', 'note: Two']);
    expect(new Set(read(cwd).match(/date: "[^"]+"/g)).size).toBe(2);
  });

  it('leaves nothing behind', async () => {
    const cwd = archive();
    for (const args of [
      ['hold', 'well'],
      ['publish', 'well'],
      ['move', 'well', '--date', '2027-01-05'],
      ['move', 'well', '--date', '2026-01-05'],
    ])
      await press(args, { cwd });
    const names = Object.keys(filesIn(cwd)).filter((name) => !name.endsWith('/'));
    expect(names).toEqual(['press.yaml', well, 'taxonomy.yaml']);
    expect(read(cwd)).toBe(release({ aliases: undefined }));
  });

  it('of a long text takes no longer, and leaves it as it is', async () => {
    const body = `${'word '.repeat(1_900_000)}\n`;
    const cwd = archive({ [well]: release({}, body) });
    expect((await press(['hold', 'well'], { cwd })).status).toBe(0);
    expect(read(cwd) === release({ status: 'hold' }, body)).toBe(true);
  });
});

describe('a second time', () => {
  it.each([
    [['hold', 'well'], 'It is on hold already.'],
    [['embargo', 'well', '--until', '2027-01-01T00:00:00Z'], 'It is under embargo until 2027-01-01T00:00:00Z already.'],
    [['withdraw', 'well', '--note', 'Why'], 'It has been withdrawn already, on 2026-11-23T13:00:00+01:00.'],
    [
      ['move', 'well', '--date', '2026-01-06'],
      'It stands where its date and its name belong: releases/2026/2026-01-06-well.md.',
    ],
  ])('%j says so, and changes nothing', async (args, sentence) => {
    const cwd = archive();
    await press(args, { cwd });
    const before = contentOf(cwd);
    expect(await press(args, { cwd })).toEqual({ status: 0, out: '', err: `${sentence}\n` });
    expect(contentOf(cwd)).toEqual(before);
  });
});

describe('in somebody else’s newsroom', () => {
  const own = {
    'taxonomy.yaml':
      'version: 1\nfacets:\n  topic: {property: topic, terms: {water: {label: Water}}}\n  author: {property: author, judged: author, terms: {ministry: {label: Ministry}}}\n',
    'press.yaml': 'releases: texts\npermalink: /n/:year/:month/\ntimezone: America/Sao_Paulo\n',
    'texts/a.md':
      '---\nid: a\ntitle: A\ndate: 2018-11-04\nauthor: ministry\ntopic: water\nstatus: published\n---\n4 November 2018 - Text.\n',
  };

  it.each([
    [['hold', 'a'], 'It was public. Readers have it, and keep what they have.'],
    [['withdraw', 'a', '--note', 'Why'], 'Not public. It has been withdrawn.'],
    [['correct', 'a', '--note', 'What'], 'Public since Sunday 2018-11-04, 01:00 (America/Sao_Paulo, UTC-02:00).'],
    [['embargo', 'a', '--until', '2027-01-01T00:00:00Z'], 'it will be on Thursday 2026-12-31, 21:00'],
    [
      ['move', 'a', '--date', '2018-12-04'],
      'Its old address, /n/2018/11/, stands under «aliases» and leads to /n/2018/12/.',
    ],
  ])('the verbs work as well: %j', async (args, words) => {
    const done = await press(args, { cwd: scratchFolder(own) });
    expect(done.status).toBe(0);
    expect(done.err).toContain(words);
  });

  it('and without any settings', async () => {
    const { 'press.yaml': _, 'texts/a.md': text, ...rest } = own;
    const cwd = scratchFolder({ ...rest, 'releases/a.md': text });
    const done = await press(['withdraw', 'a', '--note', 'Why'], { cwd });
    expect(done.status).toBe(0);
    expect(read(cwd, 'releases/a.md')).toContain(
      '  - date: "2026-11-23T12:00:00Z"\n    kind: withdrawal\n    note: Why\n',
    );
  });
});

/** Somebody who answers texts one after the other, and a question with yes or no. */
class Person implements Ask {
  readonly asked: string[] = [];
  readonly refusals: string[] = [];
  readonly #texts: string[];
  readonly #isSure: boolean | undefined;

  constructor(texts: readonly string[], isSure?: boolean) {
    this.#texts = [...texts];
    this.#isSure = isSure;
  }

  async text({ message, initial, check }: Parameters<Ask['text']>[0]): Promise<string> {
    this.asked.push(message);
    for (;;) {
      const answer = this.#texts.shift();
      if (answer === undefined) throw new Interrupted();
      const given = answer === '' && initial !== undefined ? initial : answer;
      const verdict = check?.(given) ?? true;
      if (verdict === true) return given;
      this.refusals.push(verdict);
    }
  }

  async pick(): Promise<never> {
    throw new Error('Nothing is picked here');
  }

  async confirm({ message, initial }: { readonly message: string; readonly initial: boolean }): Promise<boolean> {
    this.asked.push(message);
    // Enter alone takes nothing back.
    if (initial && message.startsWith('Take back')) throw new Error('The answer should be no to begin with');
    if (this.#isSure === undefined) throw new Interrupted();
    return this.#isSure;
  }
}

interface Circumstances {
  readonly cwd: string;
  readonly arguments: readonly string[];
  readonly options?: OptionValues;
  readonly ask?: Ask;
  /** What somebody else does just before press writes. */
  readonly meanwhile?: () => void;
}

async function run(command: Command, { cwd, options = {}, ask, meanwhile, ...rest }: Circumstances): Promise<Outcome> {
  const [out, err] = [new Collector(), new Collector()];
  const world = {
    stdin: Readable.from([]),
    stdout: out,
    stderr: err,
    cwd,
    env: {},
    now: () => Date.parse(testNow),
    onSignal: () => () => undefined,
  };
  const environment = await createEnvironment({
    world,
    globals: { repo: undefined, noColor: true, quiet: false, noInput: false, debug: false },
    out: new Output(out),
    err: new Output(err),
    signal: new AbortController().signal,
  });
  const repository = await environment.repository();
  const apply = repository.apply.bind(repository);
  repository.apply = (changes) => {
    meanwhile?.();
    apply(changes);
  };
  const status = await command.run({ arguments: rest.arguments, options, environment: { ...environment, ask } });
  return { status, out: out.text, err: err.text };
}

class Collector extends Writable {
  text = '';

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

describe('at a terminal', () => {
  it('whoever takes back what is public is asked why, and whether that is meant', async () => {
    const cwd = archive();
    const person = new Person(['', '🎉', 'Not confirmed.'], true);
    await run(withdraw, { cwd, arguments: ['well'], ask: person });
    expect(person.asked).toEqual(['Why? Readers will see this', 'Take back «A well»?']);
    expect(person.refusals).toEqual([
      '«» is no note: there is no word in it.',
      '«🎉» is no note: there is no word in it.',
    ]);
    expect(read(cwd)).toContain('note: "Not confirmed."');
  });

  it.each([
    ['no', false],
    ['Ctrl-C', undefined],
  ])('nothing happens after %s', async (_, isSure) => {
    const cwd = archive();
    const before = filesIn(cwd);
    const ask = new Person([], isSure);
    const work = run(withdraw, { cwd, arguments: ['well'], options: { note: 'Why' }, ask });
    await expect(work).rejects.toBeInstanceOf(Interrupted);
    expect(filesIn(cwd)).toEqual(before);
  });

  it.each<[string, Readonly<Record<string, string>>, OptionValues, string[]]>([
    ['with --yes', {}, { yes: true }, []],
    ['to look at it', {}, { dryRun: true }, []],
    ['of what nobody has', { status: 'draft' }, {}, []],
    ['of what was public', { status: 'hold' }, { wasPublic: true }, ['Take back «A well»?']],
    [
      'of what is on hold',
      { status: 'hold' },
      {},
      ['It is on hold. Was it public before, so that readers have it?', 'Take back «A well»?'],
    ],
    ['of what never was public', { status: 'hold' }, { neverPublic: true }, []],
  ])('whether a withdrawal is meant is asked where readers are told: %s', async (_, keys, options, asked) => {
    const person = new Person([], true);
    const cwd = archive({ [well]: release(keys) });
    await run(withdraw, { cwd, arguments: ['well'], options: { note: 'Why', ...options }, ask: person });
    expect(person.asked).toEqual(asked);
  });

  it('a title cannot draw on the screen', async () => {
    const person = new Person([], true);
    const cwd = archive({ [well]: release({ title: '"A \\u2066well"' }) });
    await run(withdraw, { cwd, arguments: ['well'], options: { note: 'Why', wasPublic: true }, ask: person });
    expect(person.asked.join()).not.toContain('\u2066');
  });

  it('whoever corrects is asked for what readers shall know', async () => {
    const person = new Person(['Twelve, not ten.']);
    const cwd = archive();
    await run(correct, { cwd, arguments: ['well'], ask: person });
    expect(person.asked).toEqual(['What was put right? Readers will see this']);
    expect(read(cwd)).toContain('note: "Twelve, not ten."');
  });

  it('whoever translates is asked for language, title and cities', async () => {
    const person = new Person(['Klingonisch', 'Russian', ' ', ' Колодец ', 'Вена / Баку']);
    const cwd = archive();
    const { out } = await run(translate, { cwd, arguments: ['well'], ask: person });
    expect(out).toBe('releases/2026/2026-01-05-well.ru.md\n');
    expect(person.asked).toEqual(['Into which language', 'Title, for «A well»', 'City of the dateline']);
    expect(person.refusals).toEqual([
      '«Klingonisch» is no language that press knows. Write its tag, such as ru, fr or sr-Latn.',
      'A release needs a title.',
    ]);
    const text = read(cwd, out.trimEnd());
    expect(text).toContain('title: Колодец\n');
    expect(text).toContain('place: [Вена, Баку]\n');
    expect(text).toContain('\nВЕНА/БАКУ, 5 января 2026 года -\n');
  });

  it('is asked only for what the command line leaves open', async () => {
    const person = new Person([]);
    const options = { lang: 'ru', title: 'Т', place: ['Вена'] };
    await run(translate, { cwd: archive(), arguments: ['well'], options, ask: person });
    expect(person.asked).toEqual([]);
    const silent = new Person(['ru', 'Т']);
    await run(translate, { cwd: archive({ [well]: release({ place: undefined }) }), arguments: ['well'], ask: silent });
    expect(silent.asked).toEqual(['Into which language', 'Title, for «A well»']);
  });
});

describe('translate', () => {
  it('makes a file that «press validate» has no error for, in any language', async () => {
    for (const lang of ['ru', 'cnr', 'rom', 'sr-Latn', 'zh-Hant-TW', 'en-GB']) {
      const cwd = archive();
      const made = await press(['translate', 'well', '--lang', lang, '--title', 'T', '--body', '-'], {
        cwd,
        stdin: 'Text.\n',
      });
      expect(made.out).toBe(`releases/2026/2026-01-05-well.${lang.toLowerCase()}.md\n`);
      expect(await press(['validate', '--format', 'line', made.out.trimEnd()], { cwd })).toMatchObject({
        status: 0,
        out: '',
      });
      expect(await press(['publish', `well.${lang.toLowerCase()}`], { cwd })).toMatchObject({ status: 0 });
    }
  });

  it('does not publish what is not translated yet', async () => {
    const cwd = archive();
    await press(['translate', 'well', '--lang', 'ru', '--title', 'T'], { cwd });
    expect(await refused(['publish', 'well.ru'], cwd)).toContain('error empty-body');
  });

  it('says once with whom an address is shared', async () => {
    const cwd = archive({ 'press.yaml': 'permalink: /n/:slug/\n' });
    const err = await refused(['translate', 'well', '--lang', 'ru', '--title', 'T'], cwd);
    expect(err.match(/2026-01-05-well\.md/g)).toHaveLength(1);
  });
});

describe.skipIf(!hasGit())('correct --editorial', () => {
  it('knows from version control which translations fitted before', async () => {
    const cwd = archive();
    await press(['translate', 'well', '--lang', 'ru', '--title', 'T'], { cwd });
    git(cwd, 'init', '-q');
    commitAll(cwd);
    writeFileSync(join(cwd, well), release({}, 'VIENNA, 5 January 2026 - Other text.\n'));
    const russian = read(cwd, 'releases/2026/2026-01-05-well.ru.md');
    const done = await press(['correct', 'well', '--editorial'], { cwd });
    expect(done).toMatchObject({ status: 0, out: 'releases/2026/2026-01-05-well.ru.md\n' });
    expect(done.err).toContain('1 translation fits the text again.');
    const after = read(cwd, 'releases/2026/2026-01-05-well.ru.md');
    expect(after).not.toBe(russian);
    expect(after.replace(/"sha256:\w+"/, '')).toBe(russian.replace(/sha256:\w+/, ''));
    expect((await press(['correct', 'well', '--editorial'], { cwd })).err).toBe(
      'All its translations fit the text as it is.\n',
    );
  });
});
