import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/formats/csv.ts';
import { json } from '../../src/formats/json.ts';
import { list } from '../../src/formats/list.ts';
import { ndjson } from '../../src/formats/ndjson.ts';
import { rss } from '../../src/formats/rss.ts';
import { unguardCell } from '../../src/text/csv-cells.ts';
import { withoutControls } from '../../src/text/control-characters.ts';
import { splitList } from '../../src/text/csv-lists.ts';
import { editionOf, publicRelease, type TestEdition } from '../support/editions.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { readRss, xmlTexts } from '../support/rss-reading.ts';
import { written } from '../support/written.ts';

const nonEmpty = hostileTexts.filter((text) => withoutControls(text) !== '');

/** Releases in which every value is somebody's attack. */
const hostileEditions: fc.Arbitrary<TestEdition> = fc
  .array(
    fc.record({
      title: nonEmpty,
      summary: hostileTexts,
      place: fc.array(nonEmpty, { minLength: 1, maxLength: 3 }),
      fields: fc.array(nonEmpty, { minLength: 1, maxLength: 3 }),
      source: nonEmpty,
      lang: hostileTexts.map(withoutControls),
      type: hostileTexts,
      note: hostileTexts,
      href: hostileTexts,
      body: hostileTexts,
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((drafts) =>
    editionOf(
      drafts.map(({ note, href, body, ...data }, at) => {
        const corrections = [{ date: '2020-02-02', kind: 'update', note }];
        return publicRelease(
          { ...data, id: `r${at}`, slug: 'x', corrections, attachments: [{ href, size: 1 }] },
          body,
          `releases/r${at}.md`,
        );
      }),
      {
        title: drafts[0]?.title,
        columns: ['title', 'place', 'fields', 'summary', 'lang', 'type', 'corrections', 'body'],
      },
    ),
  );

describe('hostile text', () => {
  it('fakes no line and moves no cursor in a list', () => {
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        const text = written(list, edition);
        expect(text.split('\n')).toHaveLength(edition.releases.length + 3);
        expect(text).not.toMatch(
          /(?!\n)[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\p{Surrogate}]/u,
        );
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
      fc.property(hostileEditions, (edition) => {
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
