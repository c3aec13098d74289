import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { copyOf } from '../support/session.ts';
import { press, type Outcome } from '../support/world.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function shipped(): string {
  const folder = copyOf('shipped');
  folders.push(folder);
  return folder;
}

const enough = ['Summer school opens in Osh', '--date', '2026-07-06', '--source', 'bishkek', '--field', 'education'];
const path = 'releases/2026/2026-07-06-summer-school-opens-in-osh.md';
const make = (cwd: string, ...more: string[]): Promise<Outcome> => press(['new', ...enough, ...more], { cwd });
const frontMatter = (cwd: string, file = path): string => readFileSync(join(cwd, file), 'utf8').split('---\n')[1] ?? '';
const body = (cwd: string, file = path): string =>
  readFileSync(join(cwd, file), 'utf8').split('---\n').slice(2).join('---\n');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

describe('press new', () => {
  it('makes a draft that is valid, prints its path alone and says what comes next', async () => {
    const cwd = shipped();
    const { out, err, status } = await make(cwd, '--place', 'OSH', '--country', 'Kyrgyzstan');
    expect({ out, status }).toEqual({ out: `${path}\n`, status: 0 });
    expect(err).toBe(`The draft is made. Write its text, then check it with «press validate ${path}».\n`);
    expect(readFileSync(join(cwd, path), 'utf8')).toMatch(
      /^---\nid: 2026-07-06-summer-school-opens-in-osh\ntitle: Summer school opens in Osh\ndate: 2026-07-06\nplace: Osh\nsource: bishkek\nfields: \[education\]\ncountries: \[kyrgyzstan\]\nboilerplate: about\nlang: en\nstatus: draft\n---\nOSH, 6 July 2026 - <!-- .* -->\n\nAbout the OSCE: .*\n$/,
    );
    expect(await press(['validate', path, '--max-warnings', '0'], { cwd })).toMatchObject({ status: 0 });
  });

  it('takes everything from the command line', async () => {
    const cwd = shipped();
    writeFileSync(join(cwd, 'text.md'), 'The course begins.\r\n\r\nIt ends.\r\n');
    const options = [
      '--place',
      'Osh',
      '--place',
      'Naryn',
      '--lang',
      'ru',
      '--type',
      'statement',
      '--embargo',
      '2026-07-06T10:00:00+06:00',
      '--summary',
      'Short.',
      '--status',
      'published',
      '--body',
      'text.md',
      '--slug',
      'osh-school',
      '--no-boilerplate',
    ];
    const { out, err, status } = await make(cwd, ...options);
    const made = 'releases/2026/2026-07-06-osh-school.md';
    expect({ out, status }).toEqual({ out: `${made}\n`, status: 0 });
    expect(err).toBe(`The release is made, with status «published». Check it with «press validate ${made}».\n`);
    expect(frontMatter(cwd, made)).toBe(`id: 2026-07-06-osh-school
title: Summer school opens in Osh
date: 2026-07-06
place: [Osh, Naryn]
source: bishkek
fields: [education]
type: statement
summary: Short.
embargo: "2026-07-06T10:00:00+06:00"
lang: ru
status: published
`);
    expect(body(cwd, made)).toBe('OSH/NARYN, 6 июля 2026 года - The course begins.\n\nIt ends.\n');
  });

  it('reads the text from standard input', async () => {
    const cwd = shipped();
    const { status } = await press(['new', ...enough, '--body', '-', '--no-boilerplate'], {
      cwd,
      stdin: 'The course begins.',
    });
    expect({ status, text: body(cwd) }).toEqual({ status: 0, text: '6 July 2026 - The course begins.\n' });
  });

  it('understands today and tomorrow where the newsroom is', async () => {
    const cwd = shipped();
    // Twenty to midnight in Greenwich is past midnight in Vienna.
    const late = { cwd, now: '2026-11-23T23:40:00Z' };
    expect((await press(['new', 'A', '--date', 'today', '--source', 'odihr', '--field', 'elections'], late)).out).toBe(
      'releases/2026/2026-11-24-a.md\n',
    );
    expect(
      (await press(['new', 'B', '--date', 'tomorrow', '--source', 'odihr', '--field', 'elections'], late)).out,
    ).toBe('releases/2026/2026-11-25-b.md\n');
  });

  it('with --dry-run prints the file and makes nothing, not even the lock', async () => {
    const cwd = shipped();
    const { out, err, status } = await make(cwd, '--dry-run');
    expect({ status, err }).toEqual({ status: 0, err: `This would be written to ${path}.\n` });
    expect(out).toMatch(/^---\nid: 2026-07-06-summer/);
    expect([existsSync(join(cwd, path)), existsSync(join(cwd, '.press'))]).toEqual([false, false]);
    await make(cwd);
    expect(readFileSync(join(cwd, path), 'utf8')).toBe(out);
  });

  it('prints the path as seen from where the person stands, with -C too', async () => {
    const cwd = shipped();
    expect((await press(['new', ...enough], { cwd: join(cwd, 'desk') })).out).toBe(`../${path}\n`);
    rmSync(join(cwd, path));
    expect((await press(['-C', cwd, 'new', ...enough], { cwd: join(cwd, '..') })).out).toMatch(
      /^press-test-\w+\/releases\//,
    );
  });

  it('writes what the vocabulary asks for: facets are options because taxonomy.yaml says so', async () => {
    const cwd = copyOf('empty');
    folders.push(cwd);
    writeFileSync(
      join(cwd, 'taxonomy.yaml'),
      'version: 1\nlanguages: [en]\nfacets:\n  press-office:\n    property: pressOffice\n    required: true\n    terms: {north: {label: North desk}}\n',
    );
    const { out, err, status } = await press(['new', 'A day', '--date', '2026-01-02', '--press-office', 'North desk'], {
      cwd,
    });
    expect({ out, err: err.slice(0, 12), status }).toEqual({
      out: 'releases/2026/2026-01-02-a-day.md\n',
      err: 'The draft is',
      status: 0,
    });
    expect(frontMatter(cwd, 'releases/2026/2026-01-02-a-day.md')).toContain('pressOffice: north\n');
  });

  it('never touches a file that exists', async () => {
    const cwd = shipped();
    await make(cwd);
    writeFileSync(join(cwd, path), 'edited since');
    const { out, err, status } = await make(cwd);
    expect({ out, err, status }).toEqual({
      out: '',
      err: `press: «${path}» exists already.\n  Nothing was overwritten. Choose another name with --slug.\n`,
      status: 2,
    });
    expect(readFileSync(join(cwd, path), 'utf8')).toBe('edited since');
    expect(readdirSync(join(cwd, 'releases/2026')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('refuses an id or an address that another release has', async () => {
    const cwd = shipped();
    await make(cwd, '--slug', 'school');
    const text = readFileSync(join(cwd, 'releases/2026/2026-07-06-school.md'), 'utf8');
    mkdirSync(join(cwd, 'releases/other'));
    rmSync(join(cwd, 'releases/2026/2026-07-06-school.md'));
    writeFileSync(join(cwd, 'releases/other/2026-07-06-elsewhere.md'), text);
    const sameId = await make(cwd, '--slug', 'school');
    expect(sameId).toMatchObject({ out: '', status: 2 });
    expect(oneLine(sameId.err)).toContain('2026-07-06-elsewhere.md');
    expect(oneLine(sameId.err)).toContain('--slug');
    const sameAddress = await press(
      ['new', 'Another', '--date', '2026-07-07', '--source', 'bishkek', '--field', 'youth', '--slug', 'elsewhere'],
      { cwd },
    );
    expect(sameAddress).toMatchObject({ out: '', status: 2 });
    expect(oneLine(sameAddress.err)).toMatch(/2026-07-06-elsewhere\.md.*--slug/);
  });

  it.each([
    [['new'], '--title, --date, --source and --field are missing, and nobody can be asked here.'],
    [['new', 'T', '--date', 'today', '--source', 'odihr'], '--field is missing'],
    [['new', '  ', '--date', 'today', '--source', 'odihr', '--field', 'youth'], '--title is missing'],
    [['new', 'T', '--title', 'U'], 'two titles: «T» and «U»'],
    [['new', 'T', '--date', '2026-02-30'], '«2026-02-30» is no date.'],
    [['new', 'T', '--embargo', '2026-03-08T09:00'], 'In Europe/Vienna that is 2026-03-08T09:00:00+01:00.'],
    [['new', 'T', '--field', 'electoins'], 'Did you mean «elections»?'],
    [['new', 'T', '--source', 'field-operations'], 'is a heading of source'],
    [['new', 'T', '--date', '2026-01-01', '--source', 'baku'], 'existed from 2000-07-17 until 2015-07-04'],
    [['new', 'T', '--type', 'statment'], 'Did you mean «statement»?'],
    [['new', 'T', '--type', '__proto__'], 'is not a type of release here'],
    [['new', 'T', '--status', 'withdrawn'], '«withdrawn»'],
    [['new', 'T', '--boilerplate', 'abuot'], 'Did you mean «about»?'],
    [['new', 'T', '--lang', 'de', '--boilerplate', 'about'], 'no text «de»'],
    [['new', 'T', '--body', 'missing.md'], '«missing.md» does not exist'],
    [['new', '🎉', '--date', 'today', '--source', 'odihr', '--field', 'youth'], 'such as --slug spring-meeting'],
    [
      ['new', 'T', '--date', 'today', '--source', 'odihr', '--field', 'youth', '--slug', 'con'],
      'That name is reserved',
    ],
    [
      ['new', 'T', '--date', 'today', '--source', 'odihr', '--field', 'youth', '--slug', '../x'],
      'cannot be the name in the address',
    ],
    [['new', 'x'.repeat(301), '--date', 'today', '--source', 'odihr', '--field', 'youth'], 'at most 300'],
    [['new', 'a\u202eb', '--date', 'today', '--source', 'odihr', '--field', 'youth'], 'U+202E'],
    [['new', 'a\u0007b', '--date', 'today', '--source', 'odihr', '--field', 'youth'], 'control character'],
    [['new', 'T', '--date', 'today', '--source', 'odihr', '--field', 'youth', '--lang', 'en_GB'], '«en_GB»'],
    [
      [
        'new',
        'T',
        '--date',
        'today',
        '--source',
        'odihr',
        '--field',
        'youth',
        '--status',
        'published',
        '--type',
        'media-advisory',
      ],
      '«contacts» is missing',
    ],
    [
      ['new', 'T', '--date', '2026-07-06T09:00:00', '--source', 'odihr', '--field', 'youth'],
      'that is 2026-07-06T09:00:00+02:00',
    ],
  ])('refuses %j and makes nothing', async (args, message) => {
    const cwd = shipped();
    const before = readdirSync(cwd, { recursive: true }).sort();
    const { out, err, status } = await press(args, { cwd });
    expect({ out, status }).toEqual({ out: '', status: 2 });
    expect(oneLine(err)).toContain(message);
    expect(
      readdirSync(cwd, { recursive: true })
        .filter((name) => !name.toString().startsWith('.press'))
        .sort(),
    ).toEqual(before);
  });

  it('refuses a text that is not UTF-8', async () => {
    const cwd = shipped();
    writeFileSync(join(cwd, 'text.md'), 'Gr\xfc\xdfe', 'latin1');
    expect(await make(cwd, '--body', 'text.md')).toMatchObject({
      status: 2,
      err: expect.stringContaining('«text.md» is not UTF-8 text') as unknown,
    });
  });

  it('keeps words that other readers of YAML would take for something else', async () => {
    const cwd = shipped();
    await press(
      [
        'new',
        'NO',
        '--date',
        '2026-07-06',
        '--place',
        '0042',
        '--source',
        'odihr',
        '--field',
        'youth',
        '--summary',
        '12:30',
      ],
      { cwd },
    );
    expect(frontMatter(cwd, 'releases/2026/2026-07-06-no.md')).toMatch(
      /title: "NO"\n[^]*place: "0042"\n[^]*summary: "12:30"\n/,
    );
  });

  it('without an editor in the surroundings says so before anything is made', async () => {
    const cwd = shipped();
    const { VISUAL, EDITOR } = process.env;
    delete process.env['VISUAL'];
    delete process.env['EDITOR'];
    const { err, status } = await make(cwd, '--edit');
    Object.assign(process.env, {
      ...(VISUAL === undefined ? {} : { VISUAL }),
      ...(EDITOR === undefined ? {} : { EDITOR }),
    });
    expect({ status, made: existsSync(join(cwd, path)) }).toEqual({ status: 2, made: false });
    expect(err).toContain('No editor is set');
  });
});
