import { describe, expect, it } from 'vitest';
import { sitemapFiles } from '../../src/formats/rendering/sitemaps/sitemap-parts.ts';
import { sitemap } from '../../src/formats/sitemap.ts';
import type { Edition } from '../../src/model/edition.ts';
import { clearForStaff } from '../../src/model/embargo.ts';
import type { OutputFile } from '../../src/model/export-format.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import {
  editionOf,
  emptyEdition,
  hostileEdition,
  publicRelease,
  referenceEdition,
  testMoment,
  testRelease,
  testSettings,
  type ReleaseData,
} from '../support/editions.ts';
import { xmlNames, xmlTexts } from '../support/rss-reading.ts';
import { areSitemapSchemasHere, sitemapVerdict, withoutSitemapSchemas } from '../support/sitemap-judge.ts';
import { joined, written } from '../support/written.ts';

/** Texts that an XPath finds, without the namespace. */
const found = (xml: string, path: string): string[] => xmlTexts(xml.replace(/ xmlns="[^"]*"/, ''), path);

const entry = (data: ReleaseData, path: string): string[] =>
  found(written(sitemap, editionOf([publicRelease({ id: 'a', ...data })])), `/urlset/url/${path}`);

/** The files of a folder, with their texts. */
function filesOf(edition: Edition, limits?: { addresses: number; bytes: number }): [OutputFile, string][] {
  return [...sitemapFiles(edition, 'all', limits)].map((file) => [file, joined(file.chunks).toString('utf8')]);
}

describe('sitemap', () => {
  it('is exactly this', () => {
    const release = publicRelease({ id: 'a', date: '2009-11-16', slug: 'käse & brot' });
    expect(written(sitemap, editionOf([release]))).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        '  <url>',
        '    <loc>https://press.example.org/2009/k%C3%A4se%20%26%20brot/</loc>',
        '    <lastmod>2009-11-16</lastmod>',
        '  </url>',
        '</urlset>',
        '',
      ].join('\n'),
    );
  });

  it.skipIf(!areSitemapSchemasHere).each([
    ['reference', referenceEdition],
    ['hostile', hostileEdition],
  ])(`is what its standard says: %s edition${withoutSitemapSchemas}`, (_, edition) => {
    const xml = written(sitemap, edition);
    expect(sitemapVerdict('all', xml)).toBe('valid');
    expect(found(xml, '//loc')).toHaveLength(edition.releases.length);
  });

  it.skipIf(!areSitemapSchemasHere)(`would not be that with nothing in it${withoutSitemapSchemas}`, () => {
    expect(sitemapVerdict('all', written(sitemap, emptyEdition))).toMatch(/urlset/);
  });

  it('percent-encodes what browsers leave as it is', () => {
    const settings = { ...testSettings, baseUrl: 'https://press.example.org/a|b/' };
    const edition = editionOf([publicRelease({ id: 'a', slug: '100%[a]' })], { settings });
    expect(found(written(sitemap, edition), '//loc')).toEqual(['https://press.example.org/a%7Cb/2020/100%25%5Ba%5D/']);
  });

  it('names addresses of one host, each on one line, in the order of the edition', () => {
    const addresses = found(written(sitemap, referenceEdition), '//loc');
    expect(new Set(addresses.map((address) => new URL(address).host))).toEqual(new Set(['press.example.org']));
    expect(addresses.slice(0, 2)).toEqual([
      'https://press.example.org/2024/instant/',
      'https://press.example.org/ru/2023/lessons/',
    ]);
  });

  it.each<[ReleaseData, string]>([
    [{ date: '2009-11-16' }, '2009-11-16'],
    [{ date: '2009-11-16', updated: '2009-11-18T10:00:00+04:00' }, '2009-11-18T10:00:00+04:00'],
    [{ date: '2009-11-16T10:00:00-23:59' }, '2009-11-17T09:59:00Z'],
    [{ date: '2009-11-16', corrections: [{ date: '2010-01-02', kind: 'update', note: 'x' }] }, '2010-01-02'],
  ])('says when a release last changed, a day as a day: %j', (data, lastmod) => {
    expect(entry(data, 'lastmod')).toEqual([lastmod]);
  });

  it('says nothing that nobody reads, and names no translation', () => {
    const names = xmlNames(written(sitemap, referenceEdition), '//*');
    expect(new Set(names)).toEqual(new Set(['urlset', 'url', 'loc', 'lastmod']));
  });

  it('refuses to be empty', () => {
    expect(sitemap.refuses?.(emptyEdition)).toMatch(/no address to list/);
    expect(sitemap.refuses?.(referenceEdition)).toBeUndefined();
  });

  it('needs a site', () => {
    expect(() => written(sitemap, editionOf([publicRelease({ id: 'a' })], { settings: defaultSettings }))).toThrow(
      /baseUrl/,
    );
  });

  it.each([
    [{ baseUrl: 'https://press.example.org/' }, 'x'.repeat(2_016), 2_048],
    [{ baseUrl: 'http://a/', permalink: '/:slug/' }, 'xy', 12],
  ])('takes the longest and the shortest address: %j', (settings, slug, length) => {
    const release = (text: string): Edition => {
      const one = testRelease({ id: 'a', slug: text });
      const permalink = 'permalink' in settings ? `/${text}/` : one.permalink;
      return editionOf([clearForStaff({ ...one, permalink }, testMoment)], {
        settings: { ...testSettings, ...settings },
      });
    };
    expect(found(written(sitemap, release(slug)), '//loc')[0]).toHaveLength(length);
    const beyond = length > 100 ? `${slug}x` : slug.slice(1);
    expect(() => written(sitemap, release(beyond))).toThrow(
      `The address of «a» has ${length > 100 ? 2_049 : 11} characters, and a sitemap takes 12 to 2048.`,
    );
  });
});

describe('a sitemap of more than one file', () => {
  const one = publicRelease({ id: 'a' });
  const many = (length: number, release = one): Edition => ({
    ...editionOf([release]),
    releases: Array.from({ length }, () => release),
  });

  const bytesOf = (edition: Edition): number => {
    let bytes = 0;
    for (const chunk of sitemap.write(edition)) bytes += chunk.length;
    return bytes;
  };

  it('is refused as one file of 50,001 addresses, and not of 50,000', () => {
    expect(() => bytesOf(many(50_001))).toThrow(/^50001 addresses need several files/);
    expect(bytesOf(many(50_000))).toBeGreaterThan(5_000_000);
  });

  it('is refused as one file of more than 50 MiB', () => {
    const long = publicRelease({ id: 'a', slug: 'x'.repeat(2_000) });
    expect(() => bytesOf(many(26_000, long))).toThrow(/^More than 50 MiB/);
    expect(bytesOf(many(24_000, long))).toBeGreaterThan(50_000_000);
  });

  it('has parts of 50,000, and an index', () => {
    const files = [...(sitemap.folder?.files(many(50_001), 'press') ?? [])];
    expect(files.map(({ name, count }) => [name, count])).toEqual([
      ['press.sitemap-1.xml', 50_000],
      ['press.sitemap-2.xml', 1],
      ['press.sitemap.xml', 50_001],
    ]);
  });

  it('has parts of 50 MiB', () => {
    const long = publicRelease({ id: 'a', slug: 'x'.repeat(2_000) });
    const files = [...sitemapFiles(many(26_000, long), 'all')];
    expect(files.map(({ name }) => name)).toEqual(['all.sitemap-1.xml', 'all.sitemap-2.xml', 'all.sitemap.xml']);
    const bytes = files.map(({ chunks }) => joined(chunks).length);
    expect(bytes[0]).toBeLessThanOrEqual(52_428_800);
    expect(bytes[0]).toBeGreaterThan(52_428_800 - 3_000);
  });
});

describe('the files of a folder', () => {
  const two = { addresses: 2, bytes: 50_000 };

  it('are the one document where everything fits into it', () => {
    const files = filesOf(referenceEdition);
    expect(files.map(([{ name, count }]) => [name, count])).toEqual([['all.sitemap.xml', 7]]);
    expect(files[0]?.[1]).toBe(written(sitemap, referenceEdition));
  });

  it('are none for nothing', () => {
    expect(filesOf(emptyEdition)).toEqual([]);
  });

  it.skipIf(!areSitemapSchemasHere)(`are what their standard says${withoutSitemapSchemas}`, () => {
    const texts = filesOf(referenceEdition, two).map(([, text]) => text);
    expect(texts.map((text, at) => sitemapVerdict(at === 4 ? 'siteindex' : 'all', text))).toEqual(
      Array.from({ length: 5 }, () => 'valid'),
    );
  });

  it('hold every address once, in order', () => {
    const parts = filesOf(referenceEdition, two).slice(0, -1);
    expect(parts.map(([{ count }]) => count)).toEqual([2, 2, 2, 1]);
    expect(parts.flatMap(([, text]) => found(text, '//loc'))).toEqual(
      found(written(sitemap, referenceEdition), '//loc'),
    );
  });

  it.each([
    [4, [2, 2]],
    [5, [2, 2, 1]],
    [2, [2]],
  ])('have no empty part: %i releases', (length, counts) => {
    const files = filesOf(editionOf(referenceEdition.releases.slice(0, length)), two);
    expect(files.slice(0, counts.length).map(([{ count }]) => count)).toEqual(counts);
    expect(files).toHaveLength(counts.length === 1 ? 1 : counts.length + 1);
  });

  it('are cut where the next entry would be too much', () => {
    const size = (releases: typeof referenceEdition.releases): number => written(sitemap, editionOf(releases)).length;
    const three = referenceEdition.releases.slice(0, 3);
    const counts = (bytes: number): number[] =>
      filesOf(editionOf(three), { addresses: 9, bytes }).map(([{ count }]) => count);
    expect(counts(size(three))).toEqual([3]);
    expect(counts(size(three) - 1)).toEqual([2, 1, 3]);
  });

  const index = (changes: Partial<Edition>): string =>
    filesOf({ ...referenceEdition, ...changes }, two).at(-1)?.[1] ?? '';

  it('are named by an index, with the last change in each', () => {
    const xml = index({});
    expect(found(xml, '//lastmod')).toEqual(['2024-09-10T14:30:00+05:00', '2022-01-01', '2020-02-29', '2009-11-16']);
    expect(xmlNames(xml, '/*/*[1]/*')).toEqual(['loc', 'lastmod']);
  });

  it.each([
    [undefined, 'https://press.example.org/all.sitemap-1.xml'],
    ['https://press.example.org/feeds/all.sitemap.xml', 'https://press.example.org/feeds/all.sitemap-1.xml'],
    ['/maps/all.sitemap.xml?x=1', 'https://press.example.org/maps/all.sitemap-1.xml'],
    ['javascript:alert(1)', 'https://press.example.org/all.sitemap-1.xml'],
  ])('stand beside the index, wherever that is: %s', (selfUrl, address) => {
    expect(found(index({ selfUrl }), '//loc')[0]).toBe(address);
  });
});
