import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorsOf, told } from '../schemas/shipped-schemas.ts';
import { copyOf } from '../support/session.ts';
import { press, type Outcome } from '../support/world.ts';

const pages = fileURLToPath(new URL('pages/', import.meta.url));
const onDesk = ['definitions.html', 'ferry-course.html', 'ferry-course.txt', 'lighthouse.ru.txt', 'old-table.html'];
const coming = 'releases/2009/2009-06-03-harbour-course-for-young-ferry-observers-opens-in-lankaran.md';

let archive: string;

beforeEach(() => {
  archive = copyOf('shipped');
  for (const name of onDesk) cpSync(join(pages, name), join(archive, 'desk', name));
});

afterEach(() => {
  rmSync(archive, { recursive: true, force: true });
});

/** Types a command in the folder `desk` of the archive, where the pages lie. */
function type(line: string, stdin = ''): Promise<Outcome> {
  return press(line.split(' '), { cwd: join(archive, 'desk'), stdin });
}

function count(): number {
  return readdirSync(join(archive, 'releases'), { recursive: true }).length;
}

describe('press import', () => {
  it('writes a release that validates, and prints its path alone', async () => {
    const { out, err, status } = await type('import ferry-course.txt --year 2009');
    expect([out, status]).toEqual([`../${coming}\n`, 0]);
    expect(err).toContain('guess     countries: azerbaijan');
    const text = readFileSync(join(archive, coming), 'utf8');
    expect(text).toContain('place: Lankaran\nsource: baku\nfields: [rule-of-law, elections, education]\n');
    expect(text).toContain('status: published\n');
    expect((await type(`validate ../${coming}`)).status).toBe(0);
  });

  it('makes the same release of the page and of its text', async () => {
    await type('import ferry-course.txt --year 2009');
    const fromText = readFileSync(join(archive, coming), 'utf8');
    rmSync(join(archive, coming));
    await type('import ferry-course.html --year 2009');
    const own = /^origin:\n(?: {2}.*\n)+/m;
    expect(readFileSync(join(archive, coming), 'utf8').replace(own, '')).toBe(fromText.replace(own, ''));
  });

  it('writes nothing without a year, and says what to do', async () => {
    const before = count();
    const { out, err, status } = await type('import ferry-course.txt');
    expect([out, status, count()]).toEqual(['', 2, before]);
    expect(err).toContain(
      '«ferry-course.txt» does not say when it was issued: it gives 3 June, and no year. Nothing was written.',
    );
    expect(err).toMatch(/--year YYYY.*--date YYYY-MM-DD/);
  });

  it('brings in what has no date as a draft, when asked', async () => {
    const { out, status } = await type('import ferry-course.txt --undated');
    expect([out, status]).toEqual([
      '../releases/undated/harbour-course-for-young-ferry-observers-opens-in-lankaran.md\n',
      1,
    ]);
  });

  it('takes --date over the dateline, and says that they differ', async () => {
    const { err, out, status } = await type('import ferry-course.txt --date 2009-06-04');
    expect([out.includes('2009-06-04-harbour'), status]).toEqual([true, 1]);
    expect(err).toContain('differs   date: 2009-06-04 (--date) was taken, 3 June (dateline) was not');
  });

  it('brings in a folder, all or nothing, with a report', async () => {
    const before = count();
    const refused = await type('import . --report report.json');
    expect([refused.status, refused.out, count()]).toEqual([2, '', before]);
    const { out, err, status } = await type('import . --year 2009 --on-duplicate skip --report report.json');
    expect(status).toBe(1);
    expect(err).toContain('5 sources were read.');
    expect(out.trim().split('\n')).toHaveLength(4);
    for (const path of out.trim().split('\n')) expect(existsSync(join(archive, 'desk', path)), path).toBe(true);
    const report: unknown = JSON.parse(readFileSync(join(archive, 'desk/report.json'), 'utf8'));
    expect(told(errorsOf('output/import-report.schema.json', report))).toEqual([]);
    expect(report).toMatchObject({ outcome: 'written', summary: { sources: 5, new: 4, duplicates: 1, unread: 0 } });
    expect((await type('validate')).err + (await type('validate')).out).not.toContain('front-matter');
  });

  it('shows the files of a dry run as a patch, and writes none', async () => {
    const before = count();
    const { out, err, status } = await type('import ferry-course.txt --year 2009 -n');
    expect([status, count()]).toEqual([0, before]);
    expect(out.startsWith(`--- /dev/null\n+++ ../${coming}\n@@ -0,0 +1,`)).toBe(true);
    const lines = out.split('\n').slice(3, -1);
    expect(lines.every((line) => line.startsWith('+'))).toBe(true);
    expect(out).toContain(`@@ -0,0 +1,${lines.length} @@`);
    expect(err).toContain('(nothing written: --dry-run)');
    await type('import ferry-course.txt --year 2009');
    expect(readFileSync(join(archive, coming), 'utf8')).toBe(`${lines.map((line) => line.slice(1)).join('\n')}\n`);
  });

  it('prints the report with --format json or --report -, and nothing else', async () => {
    for (const options of ['--format json', '--report -']) {
      const { out } = await type(`import ferry-course.txt --year 2009 -n ${options}`);
      expect(told(errorsOf('output/import-report.schema.json', JSON.parse(out)))).toEqual([]);
      expect(JSON.parse(out)).toMatchObject({
        outcome: 'dry-run',
        releases: [{ source: 'ferry-course.txt', path: coming }],
      });
    }
  });

  it('lets out nothing of a table without texts, and everything of one with them', async () => {
    const tables = [
      ['', 'status: draft'],
      [' --content full', 'status: published'],
    ] as const;
    for (const [options, status] of tables) {
      const other = copyOf('shipped');
      const table = (await type(`export -f csv --where type=press-release --limit 4${options}`)).out;
      rmSync(join(other, 'releases'), { recursive: true });
      mkdirSync(join(other, 'releases'));
      const { out, err } = await press(['import', '-'], { cwd: other, stdin: table });
      const paths = out.trim().split('\n');
      expect(paths).toHaveLength(4);
      for (const path of paths) expect(readFileSync(join(other, path), 'utf8')).toContain(`\n${status}\n`);
      expect(err.includes('For 4 releases:\n  missing   body: ')).toBe(options === '');
      expect((await press(['validate'], { cwd: other })).out).not.toContain('empty-body');
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('reads tables that are larger than any page, and no such page', async () => {
    const body = 'A long text. '.repeat(90_000);
    const rows = Array.from(
      { length: 10 },
      (_, at) => `Title ${at},2026-09-0${(at % 9) + 1},secretariat,elections,${body}`,
    );
    writeFileSync(join(archive, 'desk/large.csv'), `title,date,source,fields,body\n${rows.join('\n')}\n`);
    expect(statSync(join(archive, 'desk/large.csv')).size).toBeGreaterThan(10 * 1024 * 1024);
    const { err } = await type('import large.csv --dry-run --format json');
    expect(err).toContain('10 releases');
    writeFileSync(join(archive, 'desk/large.html'), `<h1>Title</h1><p>${body.repeat(10)}</p>`);
    expect(await type('import large.html')).toMatchObject({
      status: 2,
      err: expect.stringContaining('«large.html» is larger than 10 MiB.') as string,
    });
  });

  it('reads standard input', async () => {
    const { out, status } = await type('import - --year 2009', readFileSync(join(pages, 'ferry-course.html'), 'utf8'));
    expect([out, status]).toEqual([`../${coming}\n`, 0]);
  });

  it('changes nothing when the same source comes again', async () => {
    await type('import ferry-course.html --year 2009');
    const text = readFileSync(join(archive, coming), 'utf8');
    for (const options of ['', ' --on-duplicate fail', ' --on-duplicate update', ' --on-duplicate skip']) {
      const again = await type(`import ferry-course.html --year 2009${options}`);
      expect([again.out, again.status], options).toEqual(['', 0]);
      expect(again.err).toContain('nothing to change');
    }
    expect(readFileSync(join(archive, coming), 'utf8')).toBe(text);
  });

  it('takes over what a page has changed, when asked, and says that readers have it', async () => {
    await type('import ferry-course.html --year 2009');
    const page = readFileSync(join(archive, 'desk/ferry-course.html'), 'utf8');
    writeFileSync(
      join(archive, 'desk/ferry-course.html'),
      page.replaceAll('young ferry observers', 'new ferry observers'),
    );
    expect((await type('import ferry-course.html --year 2009')).status).toBe(2);
    const look = await type('import ferry-course.html --year 2009 --on-duplicate update -n');
    expect(look.out).toMatch(/^-title: .*young ferry observers.*\n\+title: .*new ferry observers/m);
    const { out, err, status } = await type('import ferry-course.html --year 2009 --on-duplicate update');
    expect([out, status]).toEqual([`../${coming}\n`, 0]);
    expect(err).toContain('1 updated (1 of them public)');
    expect((await type('validate')).status).toBe(0);
  });

  it.each([
    [
      'import https://example.org/page.html',
      '«https://example.org/page.html» is an address, and press opens no connections: save it first.',
    ],
    ['import nowhere.txt', '«nowhere.txt»'],
    ['import ferry-course.txt --year 09', '«09» is no year.'],
    ['import ferry-course.txt --date 2009-02-29', '«2009-02-29» is no day of the calendar'],
    ['import ferry-course.txt --lang english!', '«english!» is no language tag.'],
    ['import ferry-course.txt --from fax', '«fax»'],
    ['import ferry-course.txt --from feed', '«ferry-course.txt» is no feed that press knows.'],
    ['import ferry-course.txt --from newsml-g2', '«ferry-course.txt» is no NewsML-G2.'],
    ['import ferry-course.txt --status public', '«public»'],
    ['import', 'source'],
  ])('refuses «%s»', async (line, sentence) => {
    const { out, err, status } = await type(line);
    expect([out, status]).toEqual(['', 2]);
    expect(err).toContain(sentence);
    expect(err).not.toContain('    at ');
  });

  it('refuses what it does not recognise, with the file’s name', async () => {
    writeFileSync(join(archive, 'desk/letter.txt'), 'Dear friends,\nnothing new.\n');
    mkdirSync(join(archive, 'desk/empty'));
    const { err, status } = await type('import ferry-course.txt letter.txt --year 2009');
    expect([status, existsSync(join(archive, coming))]).toEqual([2, false]);
    expect(err).toContain('«letter.txt» is nothing that import recognises.');
    expect((await type('import empty')).err).toContain('The folder «empty» has no source');
  });

  it('is silent with --quiet, but for the paths', async () => {
    expect(await type('import ferry-course.txt --year 2009 --quiet')).toEqual({
      out: `../${coming}\n`,
      err: '',
      status: 0,
    });
  });
});
