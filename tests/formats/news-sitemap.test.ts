import { describe, expect, it } from 'vitest';
import { newsSitemap } from '../../src/formats/news-sitemap.ts';
import type { Edition } from '../../src/model/edition.ts';
import {
  editionOf,
  emptyEdition,
  hostileEdition,
  publicRelease,
  referenceEdition,
  testNow,
  testSettings,
  type ReleaseData,
} from '../support/editions.ts';
import { xmlNames, xmlTexts } from '../support/rss-reading.ts';
import { areSitemapSchemasHere, sitemapVerdict, withoutSitemapSchemas } from '../support/sitemap-judge.ts';
import { written } from '../support/written.ts';

/** Texts that an XPath finds, without the namespaces. */
const found = (xml: string, path: string): string[] =>
  xmlTexts(xml.replace(/ xmlns(?::news)?="[^"]*"/g, '').replace(/(<\/?)news:/g, '$1'), path);

const news = (id: string, data: ReleaseData = {}): ReturnType<typeof publicRelease> =>
  publicRelease({ id, date: '2026-06-01T10:00:00+02:00', ...data });

const titles = (edition: Edition): string[] => found(written(newsSitemap, edition), '//title');

/** Releases of 2 January 2020, judged the day after. */
const hostileNews = { ...hostileEdition, now: Date.UTC(2020, 0, 3, 12) };

describe('news-sitemap', () => {
  it('is exactly this', () => {
    expect(written(newsSitemap, editionOf([news('a', { title: 'Six <b>&</b> seven', updated: '2026-06-01' })]))).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
        '  <url>',
        '    <loc>https://press.example.org/2026/a/</loc>',
        '    <lastmod>2026-06-01T10:00:00+02:00</lastmod>',
        '    <news:news>',
        '      <news:publication>',
        '        <news:name>Sample Press Office</news:name>',
        '        <news:language>en</news:language>',
        '      </news:publication>',
        '      <news:publication_date>2026-06-01T10:00:00+02:00</news:publication_date>',
        '      <news:title>Six &amp; seven</news:title>',
        '    </news:news>',
        '  </url>',
        '</urlset>',
        '',
      ].join('\n'),
    );
  });

  it.skipIf(!areSitemapSchemasHere)(
    `is what its standard says, whatever the releases say${withoutSitemapSchemas}`,
    () => {
      const xml = written(newsSitemap, hostileNews);
      expect(sitemapVerdict('all', xml)).toBe('valid');
      expect(found(xml, '//news')).toHaveLength(hostileNews.releases.length);
    },
  );

  it('has none of the elements that are no longer read', () => {
    const names = xmlNames(written(newsSitemap, hostileNews), '//*');
    expect([...new Set(names)].sort()).toEqual([
      'lastmod',
      'loc',
      'news:language',
      'news:name',
      'news:news',
      'news:publication',
      'news:publication_date',
      'news:title',
      'url',
      'urlset',
    ]);
  });

  it.each([
    ['2026-05-30T12:00:00Z', true],
    ['2026-05-30T11:59:59.999Z', false],
    ['2026-05-30T14:00:00+02:00', true],
    ['2026-05-31', true],
    ['2026-05-30', false],
    ['2026-06-01T12:00:00Z', true],
  ])('holds what is of the last two days by its date: %s', (date, isThere) => {
    const edition = editionOf([news('a', { date, title: 'It', updated: '2026-06-01' })]);
    expect(newsSitemap.refuses?.(edition) === undefined).toBe(isThere);
    expect(titles(edition)).toEqual(isThere ? ['It'] : []);
  });

  it('goes by the moment of the run, and never writes it', () => {
    const edition = editionOf([news('a')]);
    const later = { ...edition, now: testNow + 3_600_000 };
    expect(written(newsSitemap, later)).toBe(written(newsSitemap, edition));
    expect(newsSitemap.refuses?.({ ...edition, now: testNow + 3 * 86_400_000 })).toMatch(
      /No release is of the last two days/,
    );
  });

  it('refuses to be empty', () => {
    expect(newsSitemap.refuses?.(emptyEdition)).toMatch(/No release is of the last two days/);
    expect(newsSitemap.refuses?.(referenceEdition)).toMatch(/No release is of the last two days/);
  });

  it('is not asked for in vain: no release is looked at when none can be of these days', () => {
    let looked = false;
    const releases = {
      length: 1,
      *[Symbol.iterator]() {
        looked = true;
        yield* referenceEdition.releases;
      },
    };
    expect(newsSitemap.refuses?.({ ...referenceEdition, releases })).toBeDefined();
    expect(looked).toBe(false);
  });

  it('holds the newest thousand of more, whatever they are sorted by, in that order', () => {
    const minute = (at: number): string => new Date(testNow - at * 60_000).toISOString().replace('.000Z', 'Z');
    const releases = Array.from({ length: 1_002 }, (_, at) =>
      news(`r${at}`, { date: minute(1_001 - at), title: `T${at}` }),
    );
    const expected = releases.slice(2).map(({ title }) => title);
    expect(titles(editionOf(releases))).toEqual(expected);
    expect(titles(editionOf(releases.toReversed()))).toEqual(expected.toReversed());
  });

  it.each([
    ['en-GB', 'en'],
    ['zh-TW', 'zh-tw'],
    ['<x>', 'und'],
  ])('names the language %s as %s', (lang, language) => {
    expect(found(written(newsSitemap, editionOf([news('a', { lang })])), '//language')).toEqual([language]);
  });

  it('keeps a day as a day, and of a title that is nothing but markup what can be read', () => {
    const edition = editionOf([news('a', { date: '2026-05-31', title: '<b>' }), news('c', { title: '\uFFFE' })]);
    expect(found(written(newsSitemap, edition), '//publication_date')[0]).toBe('2026-05-31');
    expect(titles(edition)).toEqual(['b', 'c']);
  });

  it('has a name for a publisher whose own cannot be written', () => {
    const settings = { ...testSettings, publisher: { name: '\u0000' } };
    expect(found(written(newsSitemap, editionOf([news('a')], { settings })), '//name')).toEqual(['Press office']);
  });
});
