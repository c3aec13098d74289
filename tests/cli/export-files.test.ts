import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';
import { press } from '../support/world.ts';

const settings = (feeds: string, more = ''): string =>
  `baseUrl: https://press.example.org/\npublisher: {name: Office, authority: press.example.org, since: 2009-01-01}\n${more}feeds: ${feeds}\n`;
const twoFeeds = settings(
  '[{id: elections, title: Elections, where: "field:elections", url: "https://press.example.org/f/e.xml", formats: [rss, atom]}, {id: baku, where: "source:baku", url: "https://press.example.org/f/", formats: [json-feed, csv]}]',
);
const files = (feeds = twoFeeds): Record<string, string> => ({
  'taxonomy.yaml': shippedTaxonomy,
  'press.yaml': feeds,
  'releases/2009/a.md': sampleRelease({ id: 'a', fields: '[elections]', source: 'baku' }),
  'releases/2009/b.md': sampleRelease({ id: 'b', fields: '[education]', source: 'secretariat' }),
  'releases/2009/c.md': sampleRelease({ id: 'c', fields: '[elections]', status: 'draft' }),
});
const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8');

describe('press export --all-feeds', () => {
  it('writes every saved feed in its formats, and says what it did', async () => {
    const cwd = scratchFolder(files());
    const { out, err, status } = await press(['export', '--all-feeds', '-o', 'public/feeds'], { cwd });
    expect({ out, status }).toEqual({ out: '', status: 0 });
    expect(err).toBe('4 files in public/feeds: 4 added.\nHeld back: 1 release that is not public.\n');
    expect(readdirSync(join(cwd, 'public/feeds')).sort()).toEqual([
      'baku.csv',
      'baku.feed.json',
      'elections.atom',
      'elections.rss',
      'press-manifest.json',
    ]);
    const manifest = JSON.parse(read(cwd, 'public/feeds/press-manifest.json')) as { files: object[] };
    expect(manifest.files[0]).toMatchObject({
      file: 'baku.csv',
      count: 1,
      asOf: '2026-11-23T12:00:00Z',
      from: 'feeds',
    });
  });

  it('gives each file the address that it will have, and the bytes that the feed has by itself', async () => {
    const cwd = scratchFolder(files());
    await press(['export', '--all-feeds', '-o', 'f'], { cwd });
    expect(read(cwd, 'f/elections.rss')).toContain('href="https://press.example.org/f/e.xml" rel="self"');
    expect(read(cwd, 'f/elections.atom')).toContain('href="https://press.example.org/f/elections.atom"');
    expect(read(cwd, 'f/baku.feed.json')).toContain('"https://press.example.org/f/baku.feed.json"');
    for (const [feed, format, name] of [
      ['elections', 'rss', 'elections.rss'],
      ['elections', 'atom', 'elections.atom'],
      ['baku', 'csv', 'baku.csv'],
    ] as const)
      expect((await press(['export', '--feed', feed, '-f', format], { cwd })).out).toBe(read(cwd, `f/${name}`));
  });

  it('touches only what has changed, and takes away a feed that press.yaml has no more', async () => {
    const cwd = scratchFolder(files());
    await press(['export', '--all-feeds', '-o', 'f'], { cwd });
    const long = new Date('2001-01-01T00:00:00Z');
    for (const name of readdirSync(join(cwd, 'f'))) utimesSync(join(cwd, 'f', name), long, long);
    writeFileSync(join(cwd, 'releases/2009/b.md'), sampleRelease({ id: 'b', source: 'baku', fields: '[education]' }));
    const dry = await press(['export', '--all-feeds', '-o', 'f', '-n'], { cwd });
    expect(dry.out).toBe(
      'change f/baku.csv\nchange f/baku.feed.json\nsame   f/elections.atom\nsame   f/elections.rss\n',
    );
    await press(['export', '--all-feeds', '-o', 'f'], { cwd });
    expect(statSync(join(cwd, 'f/elections.rss')).mtime).toEqual(long);
    expect(statSync(join(cwd, 'f/baku.csv')).mtime).not.toEqual(long);
    writeFileSync(join(cwd, 'press.yaml'), settings('[{id: elections, where: "field:elections", formats: [atom]}]'));
    const { err } = await press(['export', '--all-feeds', '-o', 'f'], { cwd });
    expect(err).toContain('1 file in f: 1 changed, 3 removed.\n');
    expect(readdirSync(join(cwd, 'f')).sort()).toEqual(['elections.atom', 'press-manifest.json']);
  });

  it('keeps the parts of two feeds apart that are written one by one', async () => {
    const feeds =
      '[{id: a, where: "field:elections", formats: [json-feed, sitemap]}, {id: b, where: "field:education", formats: [json-feed]}]';
    const cwd = scratchFolder(files(settings(feeds)));
    for (const [feed, format] of [
      ['a', 'json-feed'],
      ['b', 'json-feed'],
      ['a', 'sitemap'],
      ['a', 'json-feed'],
    ] as const)
      expect((await press(['export', '--feed', feed, '-f', format, '-o', 'f/'], { cwd })).status).toBe(0);
    expect(readdirSync(join(cwd, 'f')).sort()).toEqual([
      'a.feed.json',
      'a.sitemap.xml',
      'b.feed.json',
      'press-manifest.json',
    ]);
  });

  it('ends with 1 while something is there that should be gone, and does not name it where logs are public', async () => {
    const cwd = scratchFolder(files());
    await press(['export', '-f', 'ninjs', '-o', 'o/'], { cwd });
    writeFileSync(join(cwd, 'o/a.ninjs.json'), 'edited');
    writeFileSync(join(cwd, 'releases/2009/a.md'), sampleRelease({ id: 'a', fields: '[elections]', status: 'hold' }));
    for (let run = 0; run < 2; run += 1) {
      const { err, status } = await press(['export', '-f', 'ninjs', '-o', 'o/', '-q'], { cwd });
      expect(status).toBe(1);
      expect(err).toContain('1 file in o should be gone, but somebody has changed what press wrote there.');
      expect(err).not.toContain('a.ninjs.json');
    }
    expect((await press(['export', '-f', 'ninjs', '-o', 'o/', '-n'], { cwd })).out).toContain(
      'keep   o/a.ninjs.json\n',
    );
  });

  it.each([
    [[], '«--all-feeds» writes many files and needs a folder for them.'],
    [['-o', '-'], 'needs a folder'],
    [['-o', 'f', '--field', 'elections'], '«--field» would change them'],
    [['-o', 'f', '--feed', 'baku'], '«--feed» would change them'],
    [['-o', 'f', '-f', 'rss'], '«--format» would change them'],
    [['-o', 'f', '--include-unpublished'], '«--include-unpublished» would change them'],
    [['-o', 'f', '--limit', '3'], '«--limit» would change them'],
    [['-o', '.'], 'the repository itself'],
    [['-o', 'releases/x'], 'sources of the repository'],
    [['-o', 'f', '--as-of', '2999-01-01'], 'lies ahead'],
  ])('refuses %j in a sentence, and writes nothing', async (more, message) => {
    const cwd = scratchFolder(files());
    const { err, status } = await press(['export', '--all-feeds', ...more], { cwd });
    expect(err).toContain(message);
    expect(status).toBe(2);
    expect(existsSync(join(cwd, 'f'))).toBe(false);
  });

  it.each([
    ['has none', settings('[]'), 'press.yaml has no feeds'],
    ['asks for a term that is none', settings('[{id: x, where: "field:electoins"}]'), 'The feed «x» of press.yaml'],
    ['has one twice', settings('[{id: x}, {id: x}]'), 'press.yaml has two feeds «x»'],
    ['has no baseUrl', 'feeds: [{id: x}]\n', 'needs the key «baseUrl»'],
  ])('says what to mend where press.yaml %s', async (_, feeds, message) => {
    const cwd = scratchFolder(files(feeds));
    const { err, status } = await press(['export', '--all-feeds', '-o', 'f'], { cwd });
    expect(err).toContain(message);
    expect(status).toBe(2);
    expect(existsSync(join(cwd, 'f'))).toBe(false);
  });

  it('writes the others where one has nothing that its standard would allow, and ends with 1', async () => {
    const feeds = '[{id: none, where: "field:youth", formats: [sitemap, rss]}]';
    const cwd = scratchFolder({ ...files(settings(feeds)), 'f/x': '' });
    const { err, status } = await press(['export', '--all-feeds', '-o', 'f'], { cwd });
    expect(status).toBe(1);
    expect(err).toContain('none.sitemap.xml is not there: ');
    expect(readdirSync(join(cwd, 'f')).sort()).toEqual(['none.rss', 'press-manifest.json', 'x']);
  });
});

describe('press export -o', () => {
  it.each([
    ['markdown', 'out/', 2],
    ['markdown', 'out', 2],
    ['ninjs', 'out', 2],
    ['newsml-g2', 'out/', 2],
    ['sitemap', 'out/', 1],
    ['json-feed', 'out/', 1],
  ])('%s into %s makes a folder of %i files', async (format, path, count) => {
    const cwd = scratchFolder(files());
    const { err, status } = await press(['export', '-f', format, '-o', path], { cwd });
    expect(status).toBe(0);
    expect(err).toContain(`in out: ${count} added.`);
    expect(readdirSync(join(cwd, 'out'))).toHaveLength(count + 1);
  });

  it('makes a file where the name says so, and a format of one file never a folder', async () => {
    const cwd = scratchFolder({ ...files(), 'there/x': '' });
    expect((await press(['export', '-f', 'markdown', '-o', 'digest.md'], { cwd })).status).toBe(0);
    expect(statSync(join(cwd, 'digest.md')).isFile()).toBe(true);
    for (const path of ['new/', 'there']) {
      const { err, status } = await press(['export', '-f', 'csv', '-o', path], { cwd });
      expect(status).toBe(2);
      expect(err).toContain(`«${path}» is a folder, and the format «csv» is one file.`);
      expect(err).toContain(`-o ${path.replace('/', '')}/releases.csv`);
    }
  });

  it('puts nothing that is not public where a site builder would publish it', async () => {
    const cwd = scratchFolder(files());
    const all = ['export', '-f', 'markdown', '--include-unpublished', '-o'];
    expect(await press([...all, 'site/'], { cwd })).toMatchObject({ status: 2, out: '' });
    expect(existsSync(join(cwd, 'site'))).toBe(false);
    expect((await press([...all, 'all.md'], { cwd })).status).toBe(0);
    expect(read(cwd, 'all.md')).toContain('[not public: draft]');
  });

  it('says what it would do without doing it', async () => {
    const cwd = scratchFolder(files());
    expect((await press(['export', '-f', 'csv', '-o', 'x.csv', '-n'], { cwd })).out).toBe('add    x.csv\n');
    expect(existsSync(join(cwd, 'x.csv'))).toBe(false);
    await press(['export', '-f', 'csv', '-o', 'x.csv'], { cwd });
    expect((await press(['export', '-f', 'csv', '-o', 'x.csv', '-n'], { cwd })).out).toBe('same   x.csv\n');
    expect((await press(['export', '-f', 'json', '-o', 'x.csv', '-n'], { cwd })).out).toBe('change x.csv\n');
    expect(await press(['export', '-n'], { cwd })).toMatchObject({ status: 2, out: '' });
  });

  it('writes no sitemap of nothing, removes the one of an earlier run, and ends with 1', async () => {
    const cwd = scratchFolder(files());
    await press(['export', '-f', 'sitemap', '-o', 's.xml'], { cwd });
    const none = ['export', '-f', 'sitemap', '--field', 'youth', '-o', 's.xml'];
    expect((await press([...none, '-n'], { cwd })).out).toBe('remove s.xml\n');
    const { status, err, out } = await press(none, { cwd });
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('«s.xml» of an earlier run was removed.');
    expect(existsSync(join(cwd, 's.xml'))).toBe(false);
    expect(await press(['export', '-f', 'sitemap', '--field', 'youth'], { cwd })).toMatchObject({ status: 1, out: '' });
    expect(
      (await press(['export', '-f', 'sitemap', '--field', 'youth', '-o', 'releases/2009/a.md'], { cwd })).status,
    ).toBe(2);
    expect(existsSync(join(cwd, 'releases/2009/a.md'))).toBe(true);
  });

  it('takes a table’s bytes as they are, in a file and in a pipe', async () => {
    const cwd = scratchFolder(files());
    await press(['export', '-f', 'xlsx', '-o', 'x.xlsx'], { cwd });
    const piped = spawnSync(
      process.execPath,
      [join(import.meta.dirname, '../../bin/press.js'), 'export', '-f', 'xlsx'],
      {
        cwd,
      },
    );
    expect(piped.stdout.equals(readFileSync(join(cwd, 'x.xlsx')))).toBe(true);
    expect(piped.stdout.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('the ending of the file', () => {
  it.each([
    ['x.csv', 'csv'],
    ['x.XLSX', 'xlsx'],
    ['x.feed.json', 'json-feed'],
    ['x.json', 'json'],
    ['deep/x.html', 'html'],
    ['x.txt', 'list'],
    ['x.md', 'markdown'],
    ['x.sitemap.xml', 'sitemap'],
    ['x.report', 'list'],
  ])('of %s says what is wanted: %s', async (path, format) => {
    const cwd = scratchFolder(files());
    const { err, status } = await press(['export', '-o', path], { cwd });
    expect(status).toBe(0);
    expect(err).toContain(`2 releases in ${path}, as ${format}.\n`);
  });

  it('says nothing that -f says otherwise, and is asked about where it could be several', async () => {
    const cwd = scratchFolder(files());
    expect((await press(['export', '-f', 'csv', '-o', 'x.json'], { cwd })).err).toContain('x.json, as csv.');
    const { err, status } = await press(['export', '-o', 'x.xml'], { cwd });
    expect(status).toBe(2);
    expect(err).toContain('«x.xml» could be a feed, a sitemap or news items.');
  });

  it.each([
    ['excel', 'xlsx'],
    ['newsml', 'newsml-g2'],
    ['MD', 'markdown'],
    ['atm', 'atom'],
  ])('and a format by another name, %s, is understood as far as a suggestion: %s', async (word, format) => {
    const { err } = await press(['export', '-f', word], { cwd: scratchFolder(files()) });
    expect(err).toContain(`Did you mean «${format}»`);
  });
});

describe('what is said besides', () => {
  it('is how many releases a document has, where the format takes no more', async () => {
    const cwd = scratchFolder({ ...files(), 'releases/2026/n.md': sampleRelease({ id: 'n', date: '2026-11-23' }) });
    const { err } = await press(['export', '-o', 'n.news-sitemap.xml'], { cwd });
    expect(err).toContain('1 of 3 releases in n.news-sitemap.xml, as news-sitemap.');
  });

  it.each([
    ['ninjs', true],
    ['newsml-g2', true],
    ['json-ld', true],
    ['rss', true],
    ['sitemap', false],
    ['csv', false],
  ])('is that identities may change, of %s: %s', async (format, isSaid) => {
    const cwd = scratchFolder({ ...files(), 'press.yaml': 'baseUrl: https://press.example.org/\n' });
    const { err } = await press(['export', '-f', format], { cwd });
    expect(err.includes('setting the two later changes them')).toBe(isSaid);
  });
});

describe('what stands around the releases', () => {
  it.each(['package.json', 'README.md', '.github/x.yml', '.gitignore', 'node_modules/x/y.csv', 'PACKAGE.JSON'])(
    'is written over by nothing: -o %s',
    async (path) => {
      const cwd = scratchFolder({ ...files(), 'package.json': '{}' });
      const { err, status } = await press(['export', '-f', 'csv', '-o', path], { cwd });
      expect(status).toBe(2);
      expect(err).toContain('belongs to the sources of the repository');
      expect(read(cwd, 'package.json')).toBe('{}');
    },
  );

  it.each([[''], [' ']])('and %j is no name', async (path) => {
    for (const more of [[], ['--all-feeds']])
      expect((await press(['export', ...more, '-o', path], { cwd: scratchFolder(files()) })).status).toBe(2);
  });
});

describe('an option of tables', () => {
  it.each([
    ['rss', '--columns', 'id'],
    ['html', '--columns', 'id'],
    ['json', '--bom'],
    ['xlsx', '--raw-cells'],
  ])('is refused where it would do nothing: -f %s %s', async (format, ...more) => {
    const { err, status, out } = await press(['export', '-f', format, ...more], { cwd: scratchFolder(files()) });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(`«${more[0]}» means nothing to the format «${format}».`);
  });

  it.each(['csv', 'json', 'ndjson', 'list'])('chooses what %s shows', async (format) => {
    const told = await press(['export', '-f', format, '--columns', 'date,id'], { cwd: scratchFolder(files()) });
    expect(told).toMatchObject({ status: 0 });
    expect(told.out).not.toContain('Vienna');
    expect(told.out).toMatch(/date|2\d{3}-/);
  });
});

describe('a saved feed that is narrowed', () => {
  it('is another feed: it has neither its identity nor its address', async () => {
    const cwd = scratchFolder(files());
    const idOf = async (...more: string[]): Promise<string | undefined> => {
      const { out } = await press(['export', '-f', 'atom', '--feed', 'elections', ...more], { cwd });
      return /<id>([^<]+)<\/id>/.exec(out)?.[1];
    };
    expect(await idOf()).toBe('tag:press.example.org,2009-01-01:feed/elections');
    expect(await idOf('--title', 'Another heading')).toBe('tag:press.example.org,2009-01-01:feed/elections');
    for (const more of [
      ['--lang', 'en'],
      ['--limit', '1'],
      ['--sort', 'title'],
    ]) {
      expect(await idOf(...more), more.join(' ')).toMatch(/^tag:press\.example\.org,2009-01-01:feed\/[0-9a-f-]{36}$/);
      const { out } = await press(['export', '-f', 'atom', '--feed', 'elections', ...more], { cwd });
      expect(out).not.toContain('rel="self"');
    }
  });
});
