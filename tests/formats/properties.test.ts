import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/formats/csv.ts';
import { json } from '../../src/formats/json.ts';
import { list } from '../../src/formats/list.ts';
import { ndjson } from '../../src/formats/ndjson.ts';
import { newsSitemap } from '../../src/formats/news-sitemap.ts';
import { rss } from '../../src/formats/rss.ts';
import { sitemap } from '../../src/formats/sitemap.ts';
import { xlsx } from '../../src/formats/xlsx.ts';
import { unguardCell } from '../../src/text/csv-cells.ts';
import { withoutControls } from '../../src/text/control-characters.ts';
import { splitList } from '../../src/text/csv-lists.ts';
import { hostileEditions } from '../support/hostile-editions.ts';
import { readRss, xmlTexts } from '../support/rss-reading.ts';
import { areSitemapSchemasHere, sitemapVerdict, withoutSitemapSchemas } from '../support/sitemap-judge.ts';
import { readWorkbook, workbookTexts } from '../support/workbook-reading.ts';
import { bytesWritten, written } from '../support/written.ts';

/** A text as a cell of a workbook has it. */
const inCell = (text: string): string =>
  withoutControls(text)
    .replace(/[\uFFFE\uFFFF]/g, '')
    .replace(/\r\n?/g, '\n');

describe('hostile text', () => {
  it('becomes a cell of a workbook and nothing else, and is read back from it', async () => {
    await fc.assert(
      fc.asyncProperty(hostileEditions, async (edition) => {
        const bytes = bytesWritten(xlsx, edition);
        const sheet = workbookTexts(bytes).get('xl/worksheets/sheet1.xml') ?? '';
        expect(sheet).not.toMatch(/<f[ >]|(?![\t\n\r])\p{Cc}/u);
        const [, ...rows] = await readWorkbook(bytes);
        expect(rows.map(([title]) => title ?? null)).toEqual(
          edition.releases.map(({ title }) => inCell(title) || null),
        );
        expect(rows.map((row) => row[7] ?? null)).toEqual(edition.releases.map(({ body }) => inCell(body) || null));
      }),
    );
  });

  it.skipIf(!areSitemapSchemasHere)(`leaves sitemaps valid${withoutSitemapSchemas}`, () => {
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        const day = { ...edition, now: Date.UTC(2020, 0, 3, 12) };
        for (const card of [sitemap, newsSitemap]) {
          const xml = written(card, day);
          expect(card.refuses?.(day)).toBeUndefined();
          expect(sitemapVerdict('all', xml)).toBe('valid');
          const addresses = xmlTexts(xml, '//*[local-name()="loc"]');
          expect(addresses).toHaveLength(edition.releases.length);
          for (const address of addresses) expect(address).toMatch(/^https:\/\/press\.example\.org\/[!-~]*$/);
        }
      }),
    );
  });

  it('fakes no line and moves no cursor in a list', () => {
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        for (const [columns, tabs] of [[undefined, 0] as const, [edition.columns, 7] as const]) {
          const lines = written(list, { ...edition, columns }).split('\n');
          expect(lines).toHaveLength(edition.releases.length + 3);
          for (const line of lines.slice(2, -1)) expect(line.split('\t')).toHaveLength(tabs + 1);
          expect(lines.join('')).not.toMatch(
            /(?!\t)[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\p{Surrogate}]/u,
          );
        }
      }),
    );
  });

  it('runs in no cell of a table, and is read back from it', () => {
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        const text = written(csv, edition);
        expect(text).not.toMatch(/(?![\t\n\r])\p{Cc}/u);
        const rows: string[][] = parse(text, { record_delimiter: '\r\n' }).slice(1);
        for (const cell of rows.flat())
          expect(cell).not.toMatch(/^(?!-\d+(?:\.\d+)?$)[\s\p{Cf}]*[=+@＝＋－＠\t\r\n-]/u);
        rows.forEach(([title = '', place = '', fields = ''], at) => {
          const release = edition.releases[at];
          expect(unguardCell(title)).toBe(withoutControls(release?.title ?? ''));
          expect(splitList(unguardCell(place))).toEqual(release?.places.map(withoutControls));
          expect(splitList(unguardCell(fields))).toEqual(release?.terms.get('fields')?.map(withoutControls));
        });
      }),
    );
  });

  it('comes back unchanged from JSON, which has no raw control character', () => {
    fc.assert(
      fc.property(hostileEditions, (hostile) => {
        const edition = { ...hostile, columns: undefined };
        const text = written(json, edition);
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029]/u);
        const objects = JSON.parse(text) as unknown[];
        expect(objects).toMatchObject(
          edition.releases.map(({ title, body, lang, data }) => ({
            title,
            body,
            lang,
            corrections: data['corrections'],
          })),
        );
        expect(
          written(ndjson, edition)
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line) as unknown),
        ).toEqual(objects);
      }),
    );
  });

  it('leaves RSS well-formed, without script, for two readers alike', () => {
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        const xml = written(rss, edition);
        expect(xml).not.toMatch(/(?![\t\n])\p{Cc}/u);
        const encoded = xmlTexts(xml, '/rss/channel/item/content:encoded');
        expect(encoded).toHaveLength(edition.releases.length);
        for (const html of encoded)
          expect(html).not.toMatch(/<(?:script|style|iframe|svg|[^>]*\son\w+=)|(?:href|src)="(?!https?:\/\/|mailto:)/i);
        for (const text of xmlTexts(xml, '//title | //description')) expect(text).not.toMatch(/<[A-Za-z/!?][^>]*>/);
        expect(xmlTexts(xml, '//enclosure/@url').filter((url) => !/^https?:\/\//.test(url))).toEqual([]);
        expect(readRss(xml).items?.map(({ guid }) => guid?.value)).toEqual(xmlTexts(xml, '//guid'));
      }),
    );
  });
});
