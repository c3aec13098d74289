import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AjvDraft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFeed } from '../../src/formats/json-feed.ts';
import type { Edition } from '../../src/model/edition.ts';
import type { OutputFile } from '../../src/model/export-format.ts';
import { PressError } from '../../src/model/press-error.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import {
  emptyEdition,
  hostileEdition,
  referenceEdition,
  singleEdition,
  type ReleaseData,
} from '../support/editions.ts';
import {
  editionOf,
  emptyFeed,
  location,
  publicRelease,
  publishedEdition,
  translatedEdition,
  withdrawalOn,
  withHub,
} from '../support/feed-editions.ts';
import { html } from '../support/feed-checker.ts';
import { hostileEditions } from '../support/hostile-editions.ts';
import { joined, written } from '../support/written.ts';

interface Feed {
  readonly [key: string]: unknown;
  readonly items: readonly Item[];
}

type Item = Readonly<Record<string, unknown>>;

function read(text: string): Feed {
  return JSON.parse(text) as Feed;
}

function feedOf(edition: Edition): Feed {
  return read(written(jsonFeed, edition));
}

function itemOf(data: ReleaseData, body = '', changes: Partial<Edition> = {}): Item {
  return feedOf(editionOf([publicRelease({ id: 'a', ...data }, body)], changes)).items[0] ?? {};
}

describe('the feed', () => {
  it('says what it is, where, and who publishes it', () => {
    const { items, ...heading } = feedOf(publishedEdition);
    expect(heading).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Everything & more',
      home_page_url: 'https://press.example.org/',
      feed_url: location,
      description: 'Everything & more – Sample Press Office',
      authors: [{ name: 'Sample Press Office', url: 'https://www.example.org/' }],
      hubs: [{ type: 'WebSub', url: 'https://hub.example.org/?for=press%5B1%5D' }],
      _press: {
        about: 'https://press.example.org/#json-feed',
        withdrawn: [
          {
            id: 'tag:press.example.org,2009-01-01:2019-05-05-withdrawn',
            date: '2019-05-06T09:00:00+02:00',
            reason: 'Two figures were wrong & <both> are being checked.',
          },
        ],
      },
    });
    expect(items).toHaveLength(publishedEdition.releases.length);
  });

  it('is valid without anything in it, and says no more than it knows', () => {
    expect(written(jsonFeed, emptyEdition)).toBe(
      '{"version":"https://jsonfeed.org/version/1.1","title":"Sample Press Office","home_page_url":"https://press.example.org/",' +
        '"authors":[{"name":"Sample Press Office"}],"_press":{"about":"https://press.example.org/#json-feed"},"items":[\n]}\n',
    );
  });

  it('has the language of its releases when they share one, and needs baseUrl', () => {
    expect(feedOf(editionOf([publicRelease({ id: 'a', lang: 'cnr' })]))['language']).toBe('sr-ME');
    expect(feedOf(translatedEdition)['language']).toBeUndefined();
    expect(() => written(jsonFeed, emptyFeed({ settings: defaultSettings }))).toThrow(PressError);
  });
});

describe('an item', () => {
  it('has every key of the map', () => {
    const corrections = [{ date: '2020-02-01', kind: 'correction', note: 'Six, not\n<five>' }];
    const contacts = [{ name: 'N. Body', role: 'Officer', phone: '+43 1 555', email: 'n@example.org' }];
    const data = {
      title: 'A <b>title</b>',
      date: '2009-11-16',
      updated: '2009-11-18',
      place: ['Vienna', 'Baku'],
      source: ['baku', 'secretariat'],
      fields: ['elections', 'education'],
      countries: ['turkey'],
      lang: 'en-gb',
      summary: 'Short & <i>plain</i>',
      type: 'statement',
      attachments: [{ href: '/a b.pdf', title: 'A', size: 5, mediaType: 'application/pdf' }, { href: 'c.jpg' }],
      corrections,
      contacts,
    };
    expect(itemOf(data, 'Text', { known: translatedEdition.known })).toEqual({
      id: 'tag:press.example.org,2009-01-01:a',
      url: 'https://press.example.org/en-gb/2009/a/',
      title: 'A title',
      content_html: '<p><strong>Correction (2020-02-01):</strong> Six, not\n&lt;five&gt;</p>\n<p>Text</p>',
      summary: 'Short & plain',
      date_published: '2009-11-16T00:00:00+01:00',
      date_modified: '2020-02-01T00:00:00+01:00',
      authors: [
        { name: 'OSCE Project Co-ordinator in Baku (closed)', url: 'https://press.example.org/source/baku' },
        { name: 'OSCE Secretariat', url: 'https://press.example.org/source/secretariat' },
      ],
      tags: ['Elections', 'Education', 'Türkiye'],
      language: 'en-GB',
      attachments: [
        { url: 'https://press.example.org/a%20b.pdf', mime_type: 'application/pdf', title: 'A', size_in_bytes: 5 },
        { url: 'https://press.example.org/c.jpg', mime_type: 'application/octet-stream' },
      ],
      _press: {
        type: 'statement',
        place: ['Vienna', 'Baku'],
        corrections,
        contacts,
        translations: [
          {
            id: 'tag:press.example.org,2009-01-01:a.cnr',
            language: 'sr-ME',
            url: 'https://press.example.org/cnr/2020/a/',
          },
          { id: 'tag:press.example.org,2009-01-01:a.ru', language: 'ru', url: 'https://press.example.org/ru/2020/a/' },
        ],
      },
    });
  });

  it('leaves out what the release does not say', () => {
    const item = itemOf({ fields: [], source: [], date: '2009-11-16', place: 'Baku' });
    expect(Object.keys(item)).toEqual(['id', 'url', 'title', 'content_text', 'date_published', 'language', '_press']);
    expect(item['_press']).toEqual({ type: 'press-release', place: 'Baku' });
  });

  it.each([
    ['full', 'Text', { content_html: '<p>Text</p>', summary: 'Short' }],
    ['full', '', { content_text: 'Short', summary: 'Short' }],
    ['summary', 'Text', { content_text: 'Short', summary: 'Short' }],
    ['none', 'Text', { content_text: 'A title' }],
  ] as const)('always has content: %s of «%s»', (content, body, expected) => {
    const { content_html, content_text, summary } = itemOf({ summary: 'Short' }, body, { content });
    expect({ content_html, content_text, summary }).toEqual(expected);
  });

  it('has each tag once, even if two facets use the same word', () => {
    expect(itemOf({ fields: ['elections', 'Elections'] })['tags']).toEqual(['Elections']);
  });
});

describe('a long feed in a folder', () => {
  const long = editionOf(
    Array.from({ length: 7 }, (_, at) => publicRelease({ id: `r${at}` }, 'Баку '.repeat(at === 2 ? 40_000 : 9000))),
    { selfUrl: 'https://press.example.org/feeds/first.json', tombstones: [withdrawalOn('2020-05-05')] },
  );
  const filesOf = (edition: Edition): OutputFile[] => [...(jsonFeed.folder?.files(edition, 'all') ?? [])];

  it('is cut into pages of at most 250 kB, but for an item that is longer by itself', () => {
    const files = filesOf(long);
    expect(jsonFeed.folder?.unit).toBe('part');
    expect(files.map(({ name, count }) => [name, count])).toEqual([
      ['all.feed.json', 2],
      ['all.feed-2.json', 1],
      ['all.feed-3.json', 3],
      ['all.feed-4.json', 1],
    ]);
    expect(files.map(({ chunks }) => joined(chunks).length > 250_000)).toEqual([false, true, false, false]);
  });

  it('has pages that lead from one to the next, and together are the whole', () => {
    const pages = filesOf(long).map(({ chunks }) => read(joined(chunks).toString()));
    expect(pages.map((page) => page['next_url'])).toEqual([
      'https://press.example.org/feeds/all.feed-2.json',
      'https://press.example.org/feeds/all.feed-3.json',
      'https://press.example.org/feeds/all.feed-4.json',
      undefined,
    ]);
    const { items, ...heading } = feedOf(long);
    expect(pages.flatMap((page) => page.items)).toEqual(items);
    for (const { items: _, next_url: __, ...rest } of pages) expect(rest).toEqual(heading);
  });

  it('is one file when it is short, or does not know its own address', () => {
    for (const edition of [publishedEdition, { ...long, selfUrl: undefined }, emptyEdition]) {
      const files = filesOf(edition);
      expect(files.map(({ name, count }) => [name, count])).toEqual([['all.feed.json', edition.releases.length]]);
      expect(files.map(({ chunks }) => joined(chunks).toString())).toEqual([written(jsonFeed, edition)]);
    }
  });
});

const standards = fileURLToPath(new URL('../../../shared/standards/json-feed/', import.meta.url));

/** What the format's own rules and, where it is at hand, its schema object to. */
function objections(feed: Feed): unknown[] {
  const ids = feed.items.map(({ id }) => id);
  return [
    ...(feed['version'] === 'https://jsonfeed.org/version/1.1' ? [] : ['version']),
    ...(new Set(ids).size === ids.length && ids.every((id) => typeof id === 'string' && id !== '') ? [] : ['ids']),
    ...namesIn(feed).filter((name) => name.includes('.') || (name.startsWith('_') && name !== '_press')),
    ...feed.items.flatMap(({ content_html }) => (typeof content_html === 'string' ? html(content_html) : [])),
    ...(feed['next_url'] !== undefined && feed['next_url'] === feed['feed_url'] ? ['next_url'] : []),
  ];
}

function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const names = Array.isArray(value) ? [] : Object.keys(value);
  return [...names, ...Object.values(value).flatMap(namesIn)];
}

function schemaJudge(): (feed: Feed) => unknown[] {
  const schema = (name: string): object => JSON.parse(readFileSync(`${standards}${name}`, 'utf8')) as object;
  const ajv = new AjvDraft04.default({ strict: false, allErrors: true, ownProperties: true });
  formats.default(ajv as never);
  ajv.addSchema(schema('feed-1.json'));
  const validate = ajv.compile(schema('feed.json'));
  return (feed) => (validate(feed) ? [] : (validate.errors ?? []));
}

const editions: [string, Edition][] = [
  ['published', publishedEdition],
  ['reference', referenceEdition],
  ['single', singleEdition],
  ['translated', translatedEdition],
  ['summaries', { ...publishedEdition, content: 'summary' }],
  ['headlines', { ...publishedEdition, content: 'none' }],
  ['empty', emptyFeed({ selfUrl: location, settings: withHub })],
  ['hostile', { ...hostileEdition, selfUrl: location }],
];

describe('outside judges', () => {
  it.each(editions)('object to nothing in the %s edition', (_, edition) => {
    expect(objections(feedOf(edition))).toEqual([]);
  });

  it.skipIf(!existsSync(standards)).each(editions)(
    'find the %s edition valid (skipped where the schema is not beside the repository)',
    (_, edition) => {
      const judge = schemaJudge();
      expect(judge(feedOf(edition))).toEqual([]);
      expect(judge({ ...feedOf(edition), title: 1 })).not.toEqual([]);
    },
  );

  it('object to nothing in what somebody made up to hurt them, and find no control character', () => {
    const judge = existsSync(standards) ? schemaJudge() : objections;
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        const text = written(jsonFeed, { ...edition, selfUrl: location });
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029\p{Surrogate}]|\\ud[89a-f]/u);
        expect([...objections(read(text)), ...judge(read(text))]).toEqual([]);
      }),
    );
  });
});
