import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyOf } from '../support/session.ts';
import { press, type Outcome } from '../support/world.ts';

const feeds = fileURLToPath(new URL('feeds/', import.meta.url));

let archive: string;

beforeEach(() => {
  archive = copyOf('shipped');
  cpSync(feeds, join(archive, 'desk'), { recursive: true });
});

afterEach(() => {
  rmSync(archive, { recursive: true, force: true });
});

/** Types a command in the folder `desk` of the archive, where the feeds lie. */
function type(line: string, stdin: string | Uint8Array = ''): Promise<Outcome> {
  return press(line.split(' '), { cwd: join(archive, 'desk'), stdin });
}

function put(name: string, content: string | Uint8Array): void {
  writeFileSync(join(archive, 'desk', name), content);
}

const russian = (encoding: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<rss version="2.0"><channel><language>ru</language><item><title>Курс</title><pubDate>16 Nov 2009</pubDate><description>Открылся курс.</description></item></channel></rss>`;
/** Cyrillic as Windows has it. */
const inWindows1251 = (text: string): Buffer =>
  Buffer.from([...text].map((sign) => (sign < '\u0400' ? sign.charCodeAt(0) : sign.charCodeAt(0) - 0x350)));

describe('press import of feeds', () => {
  it('takes a feed by what it is, from a file of any name and from standard input', async () => {
    put('feed.txt', readFileSync(join(feeds, 'desk.rdf')));
    for (const line of ['import desk.rdf -n -q', 'import feed.txt -n -q', 'import feed.txt --from feed -n -q'])
      expect(await type(line)).toMatchObject({
        status: 0,
        out: expect.stringContaining('+importer: feed'.replace('+', '+  ')) as string,
      });
    const { out } = await type('import - -n -q', readFileSync(join(feeds, 'agency.xml')));
    expect(out).toContain('+  importer: newsml-g2');
  });

  it('writes releases that validate, once', async () => {
    const { out, status } = await type('import desk.rdf');
    expect([out, status]).toEqual(['../releases/2009/2009-11-16-otkrylsya-kurs-dlya-nablyudateley.ru.md\n', 0]);
    expect((await type(`validate ${out.trim()}`)).status).toBe(0);
    expect((await type('import desk.rdf --on-duplicate skip')).out).toBe('');
    expect((await type('import desk.rdf')).err).toContain('Nothing new, 1 unchanged.');
  });

  it('reads the feeds of a folder when asked, and tells what is none', async () => {
    put(
      'sitemap.xml',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://e.example/</loc></url></urlset>',
    );
    put('package.json', '{"name":"site"}');
    const { out, err, status } = await type('import . --from feed --undated -n -q');
    expect(status).toBe(1);
    expect(out.match(/^\+\+\+ /gm)).toHaveLength(10);
    const report: unknown = JSON.parse((await type('import . --from feed --undated -n --format json')).out);
    expect(report).toMatchObject({
      unread: expect.arrayContaining([
        {
          source: './sitemap.xml',
          message: expect.stringContaining('is a sitemap, which press does not read yet') as string,
        },
        { source: './package.json', message: expect.stringContaining('nothing that import recognises') as string },
      ]) as unknown[],
    });
    expect(err).not.toContain('    at ');
  });

  it('leaves feeds and sitemaps of a folder alone where nobody asked for them', async () => {
    mkdirSync(join(archive, 'desk/site'));
    put('site/sitemap.xml', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>');
    put('site/feed.xml', readFileSync(join(feeds, 'site.rss')));
    const { err, status } = await type('import site');
    expect(status).toBe(2);
    expect(err).toMatch(/no file ends in .*--from feed/s);
  });

  it.each([
    ['windows-1251', inWindows1251(russian('windows-1251'))],
    ['utf-16le', Buffer.from(`\uFEFF${russian('utf-16')}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${russian('utf-16')}`, 'utf16le').swap16()],
  ])('reads what says that it is written in %s', async (_, bytes) => {
    put('old.xml', bytes);
    expect((await type('import old.xml -n -q')).out).toContain('+title: Курс');
  });

  it.each([
    [russian('windows-1251'), '«old.xml» says that it is written in «windows-1251», and its bytes are UTF-8 as well'],
    [russian('klingon'), '«old.xml» says that it is written in «klingon», and press knows no encoding of that name.'],
    [Uint8Array.from([...Buffer.from('<rss>'), 0xff]), '«old.xml» is not written in UTF-8 (line 1).'],
  ])('refuses what contradicts itself or is in nothing that anybody knows', async (content, sentence) => {
    put('old.xml', content);
    const { err, status } = await type('import old.xml');
    expect([status, err]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it('publishes no draft of the source, whatever is asked', async () => {
    const before = readdirSync(join(archive, 'releases'), { recursive: true }).length;
    const { out } = await type('import system-export.xml --status published --undated');
    const paths = out.trim().split('\n');
    expect(readdirSync(join(archive, 'releases'), { recursive: true }).length).toBeGreaterThanOrEqual(before + 3);
    const statuses = paths.map(
      (path) => /^status: (.*)$/m.exec(readFileSync(join(archive, 'desk', path), 'utf8'))?.[1],
    );
    expect(statuses).toEqual(['published', 'draft', 'draft']);
  });

  it('keeps an embargo, and what is under it out of every list', async () => {
    const { out } = await type('import agency.xml -q');
    const [first = ''] = out.trim().split('\n');
    expect(readFileSync(join(archive, 'desk', first), 'utf8')).toContain('embargo: "2026-12-01T12:00:00Z"');
    expect((await type('list')).out).not.toContain('Course opens in Baku');
  });
});
