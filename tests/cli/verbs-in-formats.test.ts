/** What the verbs mean in every format: what is corrected, withdrawn, under embargo, back, or moved. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { workbookTexts } from '../support/workbook-reading.ts';
import { press } from '../support/world.ts';

const files = {
  'taxonomy.yaml':
    'version: 1\nfacets:\n  topic:\n    property: topics\n    multiple: true\n    terms: {water: {label: Water}, soil: {label: Soil}}\n',
  'press.yaml': `publisher: {name: Press, url: "https://p.example.org", authority: p.example.org, since: 2009-01-01}
baseUrl: https://p.example.org/
timezone: Europe/Vienna
feeds:
  - {id: water, title: Water, where: "topic:water", formats: [rss, atom], url: "https://p.example.org/feeds/"}
`,
  'releases/2026/2026-11-22-well.md': `---
id: well-id
title: Zorkville digs
date: 2026-11-22
place: Quuxton
topics: [water]
summary: Summarium.
lang: en
status: published
---
QUUXTON, 22 November 2026 - Bodkin text.
`,
  'releases/2026/2026-11-22-other.md':
    '---\nid: other\ntitle: Other news\ndate: 2026-11-22\ntopics: [water]\nlang: en\nstatus: published\n---\n22 November 2026 - Other text.\n',
};

/** What nobody may find in an output once the release is taken back: title, summary, text, place, address. */
const secrets = ['Zorkville', 'Summarium', 'Bodkin', 'Quuxton', 'QUUXTON', '/well/'];
const guid = 'tag:p.example.org,2009-01-01:well-id';
const steps = [
  { after: 'nothing', now: '2026-11-23T12:00:00Z', args: undefined },
  { after: 'correct', now: '2026-11-23T12:01:00Z', args: ['correct', 'well', '--note', 'Forty, not four.'] },
  { after: 'withdraw', now: '2026-11-23T12:02:00Z', args: ['withdraw', 'well', '--note', 'All wrong.'] },
  { after: 'again', now: '2026-11-23T12:03:00Z', args: ['publish', 'well', '--again', '--note', 'It was right.'] },
  { after: 'move', now: '2026-11-23T12:04:00Z', args: ['move', 'well', '--slug', 'spring'] },
  { after: 'embargo', now: '2026-11-23T12:05:00Z', args: ['embargo', 'spring', '--until', '2027-01-01T00:00:00Z'] },
  { after: 'lift', now: '2026-11-23T12:06:00Z', args: ['embargo', 'spring', '--lift'] },
  { after: 'hold', now: '2026-11-23T12:07:00Z', args: ['hold', 'spring'] },
] as const;
type Step = (typeof steps)[number]['after'];

/** Everything that a format writes after a step: to stdout, and as files. */
const outputs = new Map<string, string>();
const formats = [...exportFormats.keys()];
const written = (step: Step, format: string): string => outputs.get(`${step} ${format}`) ?? '';

beforeAll(async () => {
  const cwd = scratchFolder(files);
  for (const { after, now, args } of steps) {
    if (args !== undefined) await done(args, { cwd, now });
    for (const format of formats) outputs.set(`${after} ${format}`, await exported(format, { cwd, now }));
    await press(['export', '-f', 'markdown', '-o', join(cwd, `pages-${after}/`)], { cwd, now });
    outputs.set(`${after} pages`, JSON.stringify(contentOf(join(cwd, `pages-${after}`))));
  }
});

interface Standing {
  readonly cwd: string;
  readonly now: string;
}

/** What a command prints that has nothing to complain of. */
async function done(args: readonly string[], standing: Standing): Promise<string> {
  const { status, out, err } = await press(args, standing);
  if (status !== 0) throw new Error(`press ${args.join(' ')}: ${err}`);
  return out;
}

/** The text of an export; of a workbook that of all its parts. */
async function exported(format: string, standing: Standing): Promise<string> {
  const args = ['export', '-f', format, '--content', 'full'];
  if (format !== 'xlsx') return done(args, standing);
  await done([...args, '-o', 'table.xlsx'], standing);
  return [...workbookTexts(readFileSync(join(standing.cwd, 'table.xlsx'))).values()].join('\n');
}

describe.each(formats)('%s', (format) => {
  it('is not the same without the release', () => {
    if (format !== 'opml') expect(written('withdraw', format)).not.toBe(written('nothing', format));
  });

  it.each(['withdraw', 'embargo', 'hold'] as const)('holds nothing of the release after «%s»', (step) => {
    for (const secret of secrets) expect(written(step, format)).not.toContain(secret);
    expect(written(step, 'pages')).not.toContain('Bodkin');
  });

  it('tells of a withdrawal alone, and not of an embargo or a hold', () => {
    for (const step of ['embargo', 'hold'] as const) {
      expect(written(step, format)).not.toContain('well-id');
      expect(written(step, format)).not.toContain('All wrong');
    }
    expect(written('embargo', format)).toBe(written('hold', format));
  });

  it('is the same again when an embargo is lifted', () => {
    expect(written('lift', format)).toBe(written('move', format));
  });
});

const xml = (step: Step, format: string): XmlDocument => XmlDocument.fromString(written(step, format));

const names = {
  atom: 'http://www.w3.org/2005/Atom',
  at: 'http://purl.org/atompub/tombstones/1.0',
  dcterms: 'http://purl.org/dc/terms/',
  content: 'http://purl.org/rss/1.0/modules/content/',
  g2: 'http://iptc.org/std/nar/2006-10-01/',
  s: 'http://www.sitemaps.org/schemas/sitemap/0.9',
};

function texts(step: Step, format: string, path: string): string[] {
  const document = xml(step, format);
  try {
    return document.find(path, names).map((node) => node.content);
  } finally {
    document.dispose();
  }
}

const json = (step: Step, format: string): never => JSON.parse(written(step, format)) as never;
const lines = (step: Step, format: string): Record<string, unknown>[] =>
  written(step, format)
    .trim()
    .split('\n')
    .filter((line) => line.includes('well-id'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('a correction', () => {
  it('stands with the item in RSS, which has changed', () => {
    expect(texts('correct', 'rss', `//item[guid="${guid}"]/content:encoded`)[0]).toContain('Forty, not four.');
    expect(texts('nothing', 'rss', `//item[guid="${guid}"]/dcterms:modified`)).toEqual([]);
    expect(texts('correct', 'rss', `//item[guid="${guid}"]/dcterms:modified`)).toEqual(['2026-11-23T13:01:00+01:00']);
    expect(texts('correct', 'rss', '/rss/channel/lastBuildDate')).toEqual(['Mon, 23 Nov 2026 13:01:00 +0100']);
    expect(texts('correct', 'rss', `//item[guid="${guid}"]/pubDate`)).toEqual(['Sun, 22 Nov 2026 00:00:00 +0100']);
  });

  it('stands with the entry in Atom, which has changed', () => {
    const entry = `//atom:entry[atom:id="${guid}"]`;
    expect(texts('correct', 'atom', `${entry}/atom:content`)[0]).toContain('Forty, not four.');
    expect(texts('nothing', 'atom', `${entry}/atom:updated`)).toEqual(['2026-11-22T00:00:00+01:00']);
    expect(texts('correct', 'atom', `${entry}/atom:updated`)).toEqual(['2026-11-23T13:01:00+01:00']);
    expect(texts('correct', 'atom', `${entry}/atom:published`)).toEqual(['2026-11-22T00:00:00+01:00']);
    expect(texts('correct', 'atom', '/atom:feed/atom:updated')).toEqual(['2026-11-23T13:01:00+01:00']);
  });

  it('stands with the item in JSON Feed', () => {
    const { items } = json('correct', 'json-feed') as { items: Record<string, unknown>[] };
    expect(items.find(({ id }) => id === guid)).toMatchObject({
      content_html: expect.stringContaining('Forty, not four.') as string,
      date_published: '2026-11-22T00:00:00+01:00',
      date_modified: '2026-11-23T13:01:00+01:00',
      _press: { corrections: [{ date: '2026-11-23T13:01:00+01:00', kind: 'correction', note: 'Forty, not four.' }] },
    });
  });

  it('is a new version for agencies, with a note to editors', () => {
    expect(lines('nothing', 'ninjs')[0]).toMatchObject({ version: '1', versionCreated: '2026-11-22T00:00:00+01:00' });
    expect(lines('correct', 'ninjs')[0]).toMatchObject({
      uri: guid,
      version: '2',
      versionCreated: '2026-11-23T13:01:00+01:00',
      edNote: 'Correction (2026-11-23): Forty, not four.',
      pubStatus: 'usable',
    });
    const item = `//g2:newsItem[@guid="${guid}"]`;
    expect(texts('nothing', 'newsml-g2', `${item}/@version`)).toEqual(['1']);
    expect(texts('correct', 'newsml-g2', `${item}/@version`)).toEqual(['2']);
    expect(texts('correct', 'newsml-g2', `${item}//g2:versionCreated`)).toEqual(['2026-11-23T13:01:00+01:00']);
    expect(texts('correct', 'newsml-g2', `${item}//g2:edNote`)).toEqual(['Correction (2026-11-23): Forty, not four.']);
  });

  it('stands with the article for search engines, and sitemaps have its moment', () => {
    const graph = (json('correct', 'json-ld') as { '@graph': Record<string, unknown>[] })['@graph'];
    expect(graph.find(({ identifier }) => identifier === guid)).toMatchObject({
      dateModified: '2026-11-23T13:01:00+01:00',
      correction: [
        { '@type': 'CorrectionComment', text: 'Forty, not four.', datePublished: '2026-11-23T13:01:00+01:00' },
      ],
    });
    for (const format of ['sitemap', 'news-sitemap'])
      expect(texts('correct', format, '//s:url[contains(s:loc, "/well/")]/s:lastmod')).toEqual([
        '2026-11-23T13:01:00+01:00',
      ]);
  });

  it('stands on pages and in data', () => {
    expect(written('correct', 'html')).toContain('<strong>Correction (2026-11-23):</strong> Forty, not four.');
    expect(written('correct', 'markdown')).toContain('**Correction (2026-11-23):** Forty, not four.');
    const own = (json('correct', 'json') as Record<string, unknown>[]).find(({ id }) => id === 'well-id');
    expect(own).toMatchObject({
      updated: '2026-11-23T13:01:00+01:00',
      corrections: [{ date: '2026-11-23T13:01:00+01:00', kind: 'correction', note: 'Forty, not four.' }],
    });
    expect(written('correct', 'csv')).toContain('2026-11-23T13:01:00+01:00');
    expect(written('correct', 'pages')).toContain('Forty, not four.');
  });
});

describe('a withdrawal', () => {
  it('is a deleted entry in Atom (RFC 6721)', () => {
    expect(texts('withdraw', 'atom', '//at:deleted-entry/@ref')).toEqual([guid]);
    expect(texts('withdraw', 'atom', '//at:deleted-entry/@when')).toEqual(['2026-11-23T13:02:00+01:00']);
    expect(texts('withdraw', 'atom', '//at:deleted-entry/at:comment')).toEqual(['All wrong.']);
    expect(texts('withdraw', 'atom', '/atom:feed/atom:updated')).toEqual(['2026-11-23T13:02:00+01:00']);
    expect(texts('withdraw', 'atom', '//atom:entry/atom:id')).toEqual(['tag:p.example.org,2009-01-01:other']);
  });

  it('is a notice under the same identity in RSS, which readers take for the item', () => {
    const item = `//item[guid="${guid}"]`;
    expect(texts('withdraw', 'rss', `${item}/title`)).toEqual(['Withdrawn']);
    expect(texts('withdraw', 'rss', `${item}/description`)).toEqual(['All wrong.']);
    expect(texts('withdraw', 'rss', `${item}/link`)).toEqual([]);
  });

  it('is told in the extension of JSON Feed', () => {
    expect(json('withdraw', 'json-feed')).toMatchObject({
      _press: { withdrawn: [{ id: guid, date: '2026-11-23T13:02:00+01:00', reason: 'All wrong.' }] },
      items: [{ id: 'tag:p.example.org,2009-01-01:other' }],
    });
  });

  it('is a cancelled version without text for agencies', () => {
    expect(lines('withdraw', 'ninjs')[0]).toMatchObject({
      uri: guid,
      version: '3',
      pubStatus: 'canceled',
      edNote: 'All wrong.',
    });
    expect(
      Object.keys(lines('withdraw', 'ninjs')[0] ?? {}).filter((key) => /title|headline|bod|descr/.test(key)),
    ).toEqual([]);
    const item = `//g2:newsItem[@guid="${guid}"]`;
    expect(texts('withdraw', 'newsml-g2', `${item}/@version`)).toEqual(['3']);
    expect(texts('withdraw', 'newsml-g2', `${item}//g2:pubStatus/@qcode`)).toEqual(['stat:canceled']);
    expect(texts('withdraw', 'newsml-g2', `${item}//g2:edNote`)).toEqual(['All wrong.']);
    expect(texts('withdraw', 'newsml-g2', `${item}/g2:contentSet`)).toEqual([]);
  });

  it.each([
    'list',
    'csv',
    'json',
    'ndjson',
    'html',
    'markdown',
    'json-ld',
    'sitemap',
    'news-sitemap',
    'opml',
    'xlsx',
    'pages',
  ])('is not told in %s, from which the release is gone', (format) => {
    for (const word of ['well-id', 'All wrong']) expect(written('withdraw', format)).not.toContain(word);
    if (format !== 'opml') expect(written('withdraw', format)).not.toBe('');
  });
});

describe('what comes back', () => {
  it('is the same item under the same identity, and its notice is gone', () => {
    expect(texts('again', 'rss', `//item[guid="${guid}"]/title`)).toEqual(['Zorkville digs']);
    expect(texts('again', 'atom', '//at:deleted-entry')).toEqual([]);
    expect(texts('again', 'atom', `//atom:entry[atom:id="${guid}"]/atom:updated`)).toEqual([
      '2026-11-23T13:03:00+01:00',
    ]);
    expect(json('again', 'json-feed')).not.toHaveProperty('_press.withdrawn');
    expect(lines('again', 'ninjs')[0]).toMatchObject({ uri: guid, version: '4', pubStatus: 'usable' });
    expect(texts('again', 'newsml-g2', `//g2:newsItem[@guid="${guid}"]/@version`)).toEqual(['4']);
  });

  it('says why, beside what readers had been told', () => {
    for (const format of ['rss', 'atom', 'json-feed', 'ninjs', 'newsml-g2', 'json-ld', 'html', 'markdown', 'json'])
      for (const note of ['Forty, not four.', 'All wrong.', 'It was right.'])
        expect(written('again', format)).toContain(note);
  });
});

describe('what has moved', () => {
  it('is the same item at another address', () => {
    const link = 'https://p.example.org/2026/spring/';
    expect(texts('move', 'rss', `//item[guid="${guid}"]/link`)).toEqual([link]);
    expect(texts('move', 'atom', `//atom:entry[atom:id="${guid}"]/atom:link[@rel="alternate"]/@href`)).toEqual([link]);
    const { items } = json('move', 'json-feed') as { items: Record<string, unknown>[] };
    expect(items.find(({ id }) => id === guid)).toMatchObject({ url: link });
    expect(lines('move', 'ninjs')[0]).toMatchObject({ uri: guid, renditions: [{ href: link }] });
    expect(texts('move', 'sitemap', '//s:loc')).toContain(link);
    expect(texts('move', 'sitemap', '//s:loc').join()).not.toContain('/well/');
  });

  it('leads on from its old address where a site builder can', () => {
    const pages = JSON.parse(written('move', 'pages')) as Record<string, string>;
    const page = Object.entries(pages).find(([path]) => path.includes('spring'))?.[1] ?? '';
    expect(page).toMatch(/aliases:[^]*\/2026\/well\//);
    expect((json('move', 'json') as Record<string, unknown>[]).find(({ id }) => id === 'well-id')).toMatchObject({
      aliases: ['/2026/well/'],
    });
  });
});
