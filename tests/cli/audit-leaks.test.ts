/** The audit against the formats: what they write of public releases is clean, and what they would write too early is found. */
import { gzipSync } from 'node:zlib';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import { copyOf } from '../support/session.ts';
import { press, type Outcome } from '../support/world.ts';
import { errorsOf, told } from '../schemas/shipped-schemas.ts';

const formats = [...exportFormats.keys()];
/** Long after every date and embargo of the sample releases. */
const tooLate = '3000-01-01T00:00:00Z';
const embargoed = '2026-11-20-vienna-incident-exercise';

interface Find {
  readonly file: string;
  readonly what: string;
  readonly words: string;
  readonly release: { readonly id: string };
}

async function finds(
  cwd: string,
  ...paths: readonly string[]
): Promise<{ finds: Find[]; status: number; err: string }> {
  const { out, err, status } = await press(['audit', ...paths, '--format', 'json'], { cwd });
  const report = JSON.parse(out) as { finds: Find[] };
  expect(told(errorsOf('output/audit.schema.json', report))).toEqual([]);
  return { finds: report.finds, err, status };
}

describe('press audit on what press exports', () => {
  let root: string;
  const run = async (args: readonly string[], now?: string): Promise<Outcome> => {
    const outcome = await press(args, { cwd: root, ...(now === undefined ? {} : { now }) });
    expect(outcome.status, outcome.err).toBe(0);
    return outcome;
  };

  beforeAll(async () => {
    root = copyOf('shipped');
    for (const format of formats) {
      // News sitemaps list what is two days old; they have a test of their own.
      if (format === 'news-sitemap') continue;
      await run(['export', '-f', format, '-o', `honest/one/${format}.out`]);
      await run(['export', '-f', format, '-o', `leaking/${format}.out`], tooLate);
      for (const content of ['full', 'none'])
        await run(['export', '-f', format, '--content', content, '-o', `honest/${content}/${format}.out`]);
    }
    for (const format of ['markdown', 'ninjs', 'newsml-g2', 'sitemap', 'json-feed'])
      await run(['export', '-f', format, '-o', `honest/folders/${format}/`]);
    await run(['export', '--all-feeds', '-o', 'honest/feeds']);
    const columns = 'id,title,date,body,contacts,embargo,corrections,path,public,related,attachments,url';
    await run(['export', '-f', 'csv', '--columns', columns, '-o', 'honest/columns.csv']);
  }, 120_000);

  it('finds nothing in any true export', async () => {
    const { finds: found, status, err } = await finds(root, 'honest');
    expect(found).toEqual([]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
  });

  it.each(formats.filter((format) => format !== 'news-sitemap' && format !== 'opml'))(
    'finds the embargoed release in %s when the clock ran ahead',
    async (format) => {
      const { finds: found, status } = await finds(root, `leaking/${format}.out`);
      expect(status).toBe(1);
      expect(new Set(found.map(({ release }) => release.id))).toEqual(new Set([embargoed]));
      const what = new Set(found.map((find) => find.what));
      expect(format === 'sitemap' ? what.has('address') : what.has('title')).toBe(true);
    },
  );

  it('finds it in a news sitemap', async () => {
    const path = join(root, 'releases/2026', `${embargoed}.md`);
    const news = copyOf('shipped');
    writeFileSync(
      join(news, 'releases/2026', `${embargoed}.md`),
      readFileSync(path, 'utf8').replace(/embargo: .*\n/, ''),
    );
    await press(['export', '-f', 'news-sitemap', '-o', 'desk/news.xml'], { cwd: news, now: '2026-11-21T00:00:00Z' });
    mkdirSync(join(root, 'news'));
    writeFileSync(join(root, 'news/news.xml'), readFileSync(join(news, 'desk/news.xml')));
    expect((await finds(root, 'news')).finds.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['title', 'address']),
    );
  });

  it('finds it in packed copies of all of them', async () => {
    mkdirSync(join(root, 'packed'));
    for (const name of readdirSync(join(root, 'leaking')))
      if (name !== 'opml.out')
        writeFileSync(join(root, 'packed', `${name}.gz`), gzipSync(readFileSync(join(root, 'leaking', name))));
    const { finds: found } = await finds(root, 'packed');
    expect(new Set(found.map(({ file }) => file)).size).toBe(formats.length - 2);
  });

  it('finds every release that is not public in a table for the house', async () => {
    await run(['export', '-f', 'json', '--include-unpublished', '--content', 'full', '-o', 'house/all.json']);
    const { finds: found } = await finds(root, 'house');
    const held = (await press(['list', '--include-unpublished', '-f', 'json'], { cwd: root })).out;
    const ids = (JSON.parse(held) as { id: string; public: boolean }[])
      .filter((each) => !each.public)
      .map(({ id }) => id);
    expect(new Set(found.map(({ release }) => release.id))).toEqual(new Set(ids));
    expect(ids.length).toBeGreaterThan(5);
  });
});
