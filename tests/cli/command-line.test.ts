import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandNames } from '../../src/cli/commands/index.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { press, type Outcome } from '../support/world.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

let cwd: string;

beforeEach(() => {
  cwd = scratchFolder({ 'taxonomy.yaml': taxonomy, [samplePath]: sampleRelease() });
});

const run = (...args: string[]): Promise<Outcome> => press(args, { cwd });
const refused = async (...args: string[]): Promise<string> => {
  const { status, out, err } = await run(...args);
  expect([status, out], args.join(' ')).toEqual([2, '']);
  return err;
};

describe('a command line that does not fit', () => {
  it.each([
    [['bogus'], '«bogus» is not a command of press.', '«press --help» lists the commands.'],
    [
      ['unpublish'],
      '«unpublish» is not a command of press.',
      '«press hold» stops a release, and «press withdraw» takes it back from its readers.',
    ],
    [['lsit'], '«lsit» is not a command of press.', 'Did you mean «press list»?'],
    [['taxonomy', 'fnd', 'x'], '«taxonomy fnd» is not a command of press.', 'Did you mean «press taxonomy find»?'],
    [['help', 'bogus'], '«bogus» is not a command of press.', '«press --help» lists the commands.'],
    [['list', '--feild', 'x'], 'Unknown option «--feild».', 'Did you mean --field?'],
    [['list', '-z'], 'Unknown option «-z».', '«press list --help» shows how it goes.'],
    [['list', '--limit'], 'Option «--limit <n>» argument missing.', '«press list --help» shows how it goes.'],
    [
      ['list', '-f', 'xml'],
      'Option «-f, --format <format>» argument «xml» is invalid. Allowed choices are text, json, ndjson.',
      '«press list --help» shows how it goes.',
    ],
    [['show'], 'Missing required argument «release».', '«press show --help» shows how it goes.'],
    [['export', '-f', 'cvs'], '«cvs» is not a format.', 'Did you mean «csv»?'],
    [['export', '--feed', 'x'], 'press.yaml has no feed «x».', 'It has no feeds at all.'],
    [['taxonomy', 'tree', 'feild'], '«feild» is not a facet of the vocabulary.', 'Did you mean «field»?'],
    [
      ['taxonomy', 'show', 'Narnia'],
      '«Narnia» is not a term of the vocabulary.',
      '«press taxonomy tree» shows the whole vocabulary.',
    ],
    [
      ['list', '--as-of', '2999-01-01'],
      '--as-of «2999-01-01» lies ahead, and would show what is not public yet.',
      'Name an earlier moment, or add --include-unpublished if you may see it.',
    ],
    [
      ['list', '--as-of', 'yesterday'],
      '--as-of «yesterday» is no moment.',
      'Write 2009-11-16 or 2009-11-16T09:30:00+04:00.',
    ],
    [
      ['list', '--as-of', '2026-03-29T02:30'],
      '--as-of «2026-03-29T02:30» is no moment.',
      'The distance from UTC is missing. In UTC that is 2026-03-29T02:30:00Z.',
    ],
  ])('%j', async (args, message, hint) => {
    expect(await refused(...args)).toBe(`press: ${message}\n  ${hint}\n`);
  });

  it('names too many words', async () => {
    expect(await refused('list', 'a')).toMatch(
      /^press: Too many arguments for «list»\. Expected 0 arguments but got 1\.\n/,
    );
  });

  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf', 'prototype'])(
    'finds nothing in what every object has: %s',
    async (word) => {
      const commands = [
        [word],
        ['taxonomy', word],
        ['help', word],
        ['list', `--${word}`, 'x'],
        ['list', '--sort', word],
        ['list', '--field', word],
        ['list', '--type', word],
        ['list', '--status', word],
        ['list', '--where', `${word}:x`],
        ['list', '-f', word],
        ['export', '-f', word],
        ['export', '--feed', word],
        ['export', '--columns', word, '-f', 'csv'],
        ['show', word],
        ['explain', word],
        ['taxonomy', 'tree', word],
        ['taxonomy', 'show', word],
        ['validate', '--rule', `${word}=off`],
        ['validate', '--format', word],
      ];
      for (const command of commands) await refused(...command);
      expect((await run('list', '--text', word)).out).toBe('');
      expect((await run('list', '--place', word, '--lang', word)).out).toBe('');
      expect(await run('taxonomy', 'find', word)).toMatchObject({ status: 1, out: '' });
    },
  );

  it.each(['toString', 'constructor', 'valueOf', 'hasOwnProperty'])(
    'a release may be called like that: %s',
    async (word) => {
      const id = word.toLowerCase();
      cwd = scratchFolder({
        'taxonomy.yaml': taxonomy,
        [`releases/${word}.md`]: sampleRelease({ id, title: word, place: word }),
      });
      expect((await run('list')).out).toBe(`${id}\t2009-11-16\t${word}\t${word}\tpublished\n`);
      expect(JSON.parse((await run('list', '-f', 'json', '--text', word, '--place', word)).out)).toMatchObject([
        { id, title: word, path: `releases/${word}.md` },
      ]);
      expect((await run('show', id)).status).toBe(0);
      expect((await run('validate', `releases/${word}.md`, '--format', 'json')).status).not.toBe(70);
    },
  );

  it('and words that a terminal would obey are shown, not sent', async () => {
    for (const args of [
      ['\u001B[2J'],
      ['list', '--field', '\u001B[2J'],
      ['show', 'a\u0007b'],
      ['list', '--where', 'x:\u009B'],
      ['taxonomy', 'find', '\u001B[2Jx'],
      ['list', '--text', 'x\u001B[2J', '--explain'],
      ['list', '--place', 'x', '--sort', '\u202Ex'],
    ]) {
      const { out, err } = await run(...args);
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
      expect(err).toMatch(/\\u\{(?:001B|0007|009B|202E)\}/);
    }
  });
});

describe('help', () => {
  it('is there for every command, also where there is no repository', async () => {
    const nowhere = scratchFolder();
    for (const name of commandNames) {
      const words = name.split(' ');
      const help = await press([...words, '--help'], { cwd: nowhere });
      expect(help, name).toMatchObject({ status: 0, err: '' });
      expect(help.out, name).toContain('Examples:');
      expect(await press(['help', ...words], { cwd: nowhere })).toEqual(help);
      expect(await press([...words, '-h'], { cwd: nowhere })).toEqual(help);
    }
  });

  it('fits the terminal, and is in order: the first screen, a group, the version', async () => {
    for (const args of [[], ['--help'], ['help'], ['taxonomy'], ['taxonomy', '--help'], ['help', 'taxonomy']]) {
      const { status, out, err } = await run(...args);
      expect([status, err]).toEqual([0, '']);
      expect(out).toMatch(/^Usage: press /);
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
    }
    const version = await run('--version');
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await run('list', '-V')).toEqual(version);
  });
});

describe('options and what is none', () => {
  it('end at two dashes', async () => {
    expect(await refused('show', '--', '--help')).toContain('No release goes by «--help».');
    expect(await refused('show', '--', '-C')).toContain('No release goes by «-C».');
    expect((await run('--', 'list')).out).toContain('observer-course');
    cwd = scratchFolder({ 'taxonomy.yaml': taxonomy, 'releases/-x.md': sampleRelease({ id: 'dash' }) });
    expect((await run('show', '--', '-x')).out).toContain('Id: dash');
  });

  it('name the repository, wherever they stand', async () => {
    const elsewhere = scratchFolder({ 'taxonomy.yaml': taxonomy });
    for (const args of [
      ['-C', cwd, 'list'],
      ['list', '-C', cwd],
      ['list', `-C${cwd}`],
      ['list', '--repo', cwd],
      ['list', `--repo=${cwd}`],
      ['list', '-qC', cwd],
      ['-qC', cwd, 'list'],
    ]) {
      expect((await press(args, { cwd: elsewhere })).out, args.join(' ')).toContain('observer-course');
    }
    expect((await press(['list', '-C', 'nowhere'], { cwd: elsewhere })).err).toContain(
      '«nowhere» has no taxonomy.yaml',
    );
    expect((await press(['list', '-C', join(cwd, 'releases')], { cwd: elsewhere })).err).toContain(
      'has no taxonomy.yaml',
    );
  });

  it('are found from below, and paths are seen from where one stands', async () => {
    const below = join(cwd, 'releases/2009');
    expect((await press(['list'], { cwd: below })).out).toContain('observer-course');
    expect((await press(['show', '2009-11-16-observer-course.md'], { cwd: below })).out).toContain(
      'Id: 2009-11-16-observer-course',
    );
    expect(await press(['taxonomy', 'schema'], { cwd: below })).toMatchObject({
      out: '../../schemas/facets.schema.json\n',
    });
  });
});

describe('a path that is no file', () => {
  it('is told and never a fault', async () => {
    symlinkSync('loop', join(cwd, 'loop'));
    mkdirSync(join(cwd, 'folder'));
    for (const args of [
      ['import', 'loop'],
      ['import', 'x'.repeat(300)],
      ['import', 'folder/none'],
      ['validate', 'loop'],
      ['validate', 'x'.repeat(300)],
      ['validate', 'a\0b'],
      ['show', 'x'.repeat(5000)],
      ['init', '--taxonomy', 'loop', 'new'],
      ['init', '--taxonomy', 'folder', 'new'],
      ['init', 'taxonomy.yaml'],
      ['init', 'taxonomy.yaml/x'],
    ]) {
      expect((await run(...args)).status, args.join(' ').slice(0, 40)).toBe(2);
    }
  });
});

describe('one release', () => {
  it('is shown to read, and as a record with what it refers to', async () => {
    cwd = scratchFolder({
      'taxonomy.yaml': taxonomy,
      [samplePath]: sampleRelease({ related: '[held, open]', translationOf: '{id: open, digest: "sha256:x"}' }),
      'releases/held.md': sampleRelease({ id: 'held', status: 'hold' }),
      'releases/open.md': sampleRelease({ id: 'open' }),
    });
    expect((await run('show', 'observer-course')).out).toMatch(
      /^Course for election observers opens in Baku\n\nDate: /,
    );
    expect((await run('show', 'held')).out).toMatch(/^Not public: its status is «hold»\./);
    const [record] = JSON.parse((await run('show', samplePath, '--format', 'json')).out) as Record<string, unknown>[];
    expect(record).toMatchObject({
      id: '2009-11-16-observer-course',
      public: true,
      // What is held is named by no record of what is public.
      related: ['open'],
      translationOf: { id: 'open' },
      body: expect.stringContaining('BAKU') as string,
    });
  });
});

describe('the vocabulary', () => {
  it('is listed, drawn, shown and searched', async () => {
    expect((await run('taxonomy', 'list', 'field')).out).toContain('field/elections\tElections\n');
    expect((await run('taxonomy', 'list', 'fields')).out).toBe((await run('taxonomy', 'list', 'field')).out);
    expect((await run('taxonomy', 'tree', 'source')).out).toMatch(/^\S.*\(--source\)\n {2}\S/);
    expect((await run('taxonomy', 'show', 'baku')).out).toContain('OSCE Office in Baku, 2000-07-17 to 2013-12-31');
    expect((await run('taxonomy', 'find', 'Office', 'in', 'Baku')).out).toBe(
      'source/baku\tOSCE Project Co-ordinator in Baku (closed)\n',
    );
    expect((await run('taxonomy', 'find', '--facet', 'country', 'Turkey')).out).toBe('country/tuerkiye\tTürkiye\n');
    expect(await run('taxonomy', 'find', 'Turkee')).toEqual({
      status: 1,
      out: '',
      err: '«Turkee» is not a term of the vocabulary. Did you mean «Turkey»?\n',
    });
  });

  it('shows since when and until when', async () => {
    cwd = scratchFolder({
      'taxonomy.yaml':
        'version: 1\nfacets:\n  group:\n    property: bodies\n    terms:\n      a: {label: {en: A, ru: А}, active: {from: 2000}, roles: [{label: Chair, until: 2001}], memberOf: [{term: b}], match: {exactMatch: ["medtop:1"]}, iso3166: "AA", note: Look.}\n      b: {label: B, replacedBy: [a], aliases: [{en: Bee, ru: Бэ}]}\n',
    });
    const shown = (await run('taxonomy', 'show', 'a')).out + (await run('taxonomy', 'show', 'b')).out;
    for (const line of [
      'Existed: from 2000',
      'Roles: Chair, until 2001',
      'Member of: b, undated',
      'In other languages: А (ru)',
      'Media topics: medtop:1 (exactMatch)',
      'Country code: AA',
      'Note: Look.',
      'Followed by: a',
      'Also found by: Bee / Бэ',
    ]) {
      expect(shown).toContain(`${line}\n`);
    }
  });

  it('is the same for programs', async () => {
    for (const args of [
      ['list'],
      ['tree'],
      ['list', 'field'],
      ['tree', 'field'],
      ['show', 'baku'],
      ['find', 'baku'],
      ['find', 'nothing'],
    ]) {
      expect(Array.isArray(JSON.parse((await run('taxonomy', ...args, '--format', 'json')).out)), args.join(' ')).toBe(
        true,
      );
    }
    expect(JSON.parse((await run('taxonomy', 'show', 'source/baku', '--format', 'json')).out)).toMatchObject([
      { facet: 'source', id: 'baku' },
    ]);
  });

  it('has a schema for editors that is written when it is stale, and only then', async () => {
    const before = contentOf(cwd);
    expect((await run('taxonomy', 'schema', '-n')).out).toContain('"Facets"');
    expect(await run('taxonomy', 'schema', '--check')).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringContaining('is stale') as string,
    });
    expect(contentOf(cwd)).toEqual(before);
    expect(await run('taxonomy', 'schema')).toMatchObject({ status: 0, out: 'schemas/facets.schema.json\n' });
    expect(await run('taxonomy', 'schema', '--check')).toEqual({
      status: 0,
      out: '',
      err: 'schemas/facets.schema.json is up to date.\n',
    });
    expect(await run('taxonomy', 'schema')).toMatchObject({ out: '' });
    expect((await run('list')).out).toContain('observer-course');
  });
});

describe('what was understood', () => {
  it.each([
    [[], 'all releases; newest first'],
    [
      ['--field', 'Elections', '--sort', 'date', '--limit', '5', '--offset', '2'],
      'field:elections; oldest first, at most 5, without the first 2',
    ],
    [['--country', 'Turkey', '--sort', '-title'], 'country:tuerkiye; by title, backwards'],
    [['--where', 'field:Elections OR "x"', '--from', '2009'], 'date>=2009 AND (field:elections OR "x"); newest first'],
  ])('of %j is said on stderr', async (args, said) => {
    for (const command of ['list', 'export'])
      expect((await run(command, '--explain', ...args)).err.split('\n')[0]).toBe(`Understood: ${said}.`);
  });
});
