import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rss } from '../../src/formats/rss.ts';
import { feedText } from '../../src/formats/rendering/feeds/feed-text.ts';
import { plainLine } from '../../src/formats/rendering/plain-text.ts';
import type { Edition } from '../../src/model/edition.ts';
import { addressOf } from '../../src/model/links.ts';
import { PressError } from '../../src/model/press-error.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import {
  editionOf,
  emptyEdition,
  hostileEdition,
  publicRelease,
  referenceEdition,
  singleEdition,
  testSettings,
  type ReleaseData,
} from '../support/editions.ts';
import { emptyFeed, location, publishedEdition, withdrawalOn, withHub } from '../support/feed-editions.ts';
import { rssReaders, unescaped } from '../support/feed-reading.ts';
import { hostileEditions } from '../support/hostile-editions.ts';
import { rssObjections } from '../support/rss-checker.ts';
import { xmlNames, xmlTexts } from '../support/rss-reading.ts';
import { written } from '../support/written.ts';

/** Texts in the one item of a release. */
function ofItem(path: string, data: ReleaseData, body = ''): string[] {
  return xmlTexts(written(rss, editionOf([publicRelease({ id: 'a', ...data }, body)])), `/rss/channel/item/${path}`);
}

function ofChannel(path: string, edition: Edition): string[] {
  return xmlTexts(written(rss, edition), `/rss/channel/${path}`);
}

describe('the channel', () => {
  it('says what it is and where', () => {
    const edition = editionOf([], { title: 'Elections', selfUrl: 'https://Press.example.org/feeds/é.xml' });
    const xml = written(rss, edition);
    expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"')).toBe(true);
    expect(xmlNames(xml, '/rss/channel/*')).toEqual(['title', 'link', 'description', 'generator', 'docs', 'atom:link']);
    expect(ofChannel('title', edition)).toEqual(['Elections']);
    expect(ofChannel('link', edition)).toEqual(['https://press.example.org/']);
    expect(ofChannel('description', edition)).toEqual(['Elections – Sample Press Office']);
    expect(ofChannel('atom:link[@rel="self"][@type="application/rss+xml"]/@href', edition)).toEqual([
      'https://press.example.org/feeds/%C3%A9.xml',
    ]);
  });

  it('is named after the publisher when nobody named it', () => {
    expect(ofChannel('title', emptyEdition)).toEqual(['Sample Press Office']);
    expect(ofChannel('description', emptyEdition)).toEqual(['Sample Press Office']);
    expect(ofChannel('atom:link', emptyEdition)).toEqual([]);
  });

  it.each([
    [[], []],
    [['en', 'en'], ['en']],
    [['en', 'ru'], []],
    [['en-gb', 'en-GB'], ['en-GB']],
    [['cnr'], ['sr-ME']],
  ])('has the language of its releases when they share one: %j', (languages, expected) => {
    const releases = languages.map((lang, at) => publicRelease({ id: `r${at}`, lang }));
    expect(ofChannel('language', editionOf(releases))).toEqual(expected);
  });

  it('was built when its newest release last changed, and never now', () => {
    const changed = publicRelease({
      id: 'a',
      date: '2009-11-16',
      corrections: [{ date: '2012-07-01', kind: 'update', note: 'x' }],
    });
    const newer = publicRelease({ id: 'b', date: '2011-01-01' });
    expect(ofChannel('lastBuildDate', editionOf([newer, changed]))).toEqual(['Sun, 01 Jul 2012 00:00:00 +0200']);
    expect(ofChannel('lastBuildDate', emptyEdition)).toEqual([]);
  });

  it('needs baseUrl, and says so before anything is written', () => {
    expect(() => written(rss, editionOf([], { settings: defaultSettings }))).toThrow(PressError);
  });

  it('has no element that is two things at once, and no CDATA', () => {
    const xml = written(rss, referenceEdition);
    expect(xmlNames(xml, '//author | //source | //ttl')).toEqual([]);
    expect(xmlTexts(xml, '//dc:date')).toEqual([]);
    expect(xml).not.toContain('<![CDATA[');
    expect(written(rss, hostileEdition)).not.toContain('<![CDATA[');
  });
});

describe('an item', () => {
  it.each([
    [{ date: '2009-11-16' }, 'Mon, 16 Nov 2009 00:00:00 +0100'],
    [{ date: '2009-07-01' }, 'Wed, 01 Jul 2009 00:00:00 +0200'],
    [{ date: '2009-11-16T00:30:00+04:00' }, 'Mon, 16 Nov 2009 00:30:00 +0400'],
    [{ date: '2009-11-16T00:30:00Z' }, 'Mon, 16 Nov 2009 00:30:00 +0000'],
  ])('is dated in the newsroom’s zone, or as written: %j', (data, date) => {
    expect(ofItem('pubDate', data)).toEqual([date]);
  });

  it.each([
    [{ date: '2009-11-16' }, []],
    [{ date: '2009-11-16', updated: '2009-11-18' }, ['2009-11-18T00:00:00+01:00']],
    [
      {
        date: '2009-11-16',
        updated: '2009-11-18',
        corrections: [{ date: '2009-11-19T10:00:00Z', kind: 'update', note: 'x' }],
      },
      ['2009-11-19T10:00:00Z'],
    ],
  ])('says when it was changed: %j', (data, modified) => {
    expect(ofItem('dcterms:modified', data)).toEqual(modified);
  });

  it('keeps its identity when title, date, file and site change', () => {
    const before = ofItem('guid[@isPermaLink="false"]', { title: 'Old' });
    const moved = publicRelease(
      { id: 'a', title: 'New', date: '2019-01-01', slug: 'other' },
      '',
      'releases/elsewhere.md',
    );
    const settings = { ...testSettings, baseUrl: 'https://elsewhere.example/' };
    expect(before).toEqual(['tag:press.example.org,2009-01-01:a']);
    expect(ofChannel('item/guid', editionOf([moved], { settings }))).toEqual(before);
  });

  it('has a category for each term and its type, and who issued it apart', () => {
    const data = {
      fields: ['elections', 'education'],
      countries: ['turkey'],
      meetings: ['council'],
      source: ['baku', 'secretariat'],
    };
    expect(ofItem('category', data)).toEqual([
      'Elections',
      'Education',
      'Türkiye',
      'Ministerial Council',
      'press-release',
    ]);
    const domains = ofItem('category/@domain', data).map((domain) => domain.replace('https://press.example.org/', ''));
    expect(domains).toEqual(['fields', 'fields', 'countries', 'meetings', 'types']);
    expect(ofItem('dc:creator', data)).toEqual(['OSCE Project Co-ordinator in Baku (closed)', 'OSCE Secretariat']);
  });

  it('uses labels of the day when they are asked for', () => {
    const old = publicRelease({ id: 'a', source: 'baku', date: '2009-11-16' });
    expect(ofChannel('item/dc:creator', editionOf([old], { labels: 'as-of' }))).toEqual(['OSCE Office in Baku']);
    expect(ofChannel('item/dc:creator', editionOf([old], { lang: 'ru' }))).toEqual([
      'Координатор проектов в Баку (закрыто)',
    ]);
  });

  it('describes itself before it tells everything', () => {
    const names = xmlNames(written(rss, referenceEdition), '/rss/channel/item[1]/*');
    expect(names.indexOf('description')).toBeGreaterThan(0);
    expect(names.indexOf('description')).toBeLessThan(names.indexOf('content:encoded'));
  });

  it.each([
    ['full', ['Short'], ['<p>Text</p>']],
    ['summary', ['Short'], []],
    ['none', [], []],
  ] as const)('shows as much text as the edition does: %s', (content, description, encoded) => {
    const edition = editionOf([publicRelease({ id: 'a', summary: 'Short' }, 'Text')], { content });
    expect(ofChannel('item/description', edition)).toEqual(description);
    expect(ofChannel('item/content:encoded', edition)).toEqual(encoded);
  });

  it('puts corrections before the text, in the words of its language', () => {
    const corrections = [
      { date: '2020-02-01T10:00:00Z', kind: 'correction', note: 'Six, not <five>' },
      { date: '2020-03-01', kind: 'update', note: 'Seven & more' },
    ];
    expect(ofItem('content:encoded', { corrections }, 'Text')).toEqual([
      '<p><strong>Correction (2020-02-01):</strong> Six, not &lt;five&gt;</p>\n<p><strong>Update (2020-03-01):</strong> Seven &amp; more</p>\n<p>Text</p>',
    ]);
    expect(ofItem('content:encoded', { corrections, lang: 'ru' })[0]).toMatch(/^<p><strong>Исправление .*Дополнение/s);
  });

  it.each([
    [[], []],
    [[{ href: 'a.pdf' }], []],
    [
      [{ href: 'a.pdf' }, { href: '/b c.pdf', size: 5, mediaType: 'application/pdf' }, { href: 'd.pdf', size: 6 }],
      ['https://press.example.org/b%20c.pdf', '5', 'application/pdf'],
    ],
    [
      [
        { href: 'javascript:x', size: 1 },
        { href: 'e', size: 0 },
      ],
      ['https://press.example.org/e', '0', 'application/octet-stream'],
    ],
  ])('encloses the first attachment with a size: %j', (attachments, attributes) => {
    expect(ofItem('enclosure/@*', { attachments })).toEqual(attributes);
  });
});

describe('outside readers', () => {
  it.each([
    ['reference', referenceEdition],
    ['hostile', hostileEdition],
    ['empty', emptyEdition],
  ])('find the %s edition well-formed, every identity once', (_, edition) => {
    const ids = ofChannel('item/guid', edition);
    expect(new Set(ids).size).toBe(edition.releases.length + edition.tombstones.length);
  });

  it.each([...rssReaders])('agree with what was written: %s', async (name, read) => {
    const xml = written(rss, { ...publishedEdition, tombstones: [] });
    const items = await read(xml);
    const asRead = name === 'feed-parser' ? unescaped : (text: string | undefined) => text;
    const meant = publishedEdition.releases.map((release, at) => {
      const of = (path: string): string[] => xmlTexts(xml, `/rss/channel/item[${at + 1}]/${path}`);
      const address = addressOf(release, 'https://press.example.org/');
      const text = feedText(release, { baseUrl: 'https://press.example.org/', address, content: 'full' });
      return {
        id: `tag:press.example.org,2009-01-01:${release.id}`,
        title: asRead(plainLine(release.title)),
        link: address,
        published: new Date(of('pubDate')[0] ?? '').toISOString(),
        content: asRead(text.html ?? text.summary),
        categories: of('category'),
      };
    });
    expect(items).toEqual(meant);
  });

  it.each([
    ['published', publishedEdition, ['MissingDCLanguage']],
    ['reference', referenceEdition, ['MissingAtomSelfLink', 'MissingDCLanguage']],
    ['single', singleEdition, ['MissingAtomSelfLink']],
    ['summaries', { ...publishedEdition, content: 'summary' as const }, ['MissingDCLanguage']],
    ['headlines', { ...publishedEdition, content: 'none' as const }, ['MissingDCLanguage']],
    ['empty', emptyFeed({ selfUrl: location, settings: withHub }), ['MissingDCLanguage']],
    ['hostile', { ...hostileEdition, selfUrl: location }, ['MissingDCLanguage']],
  ])('object to nothing in the %s edition but what is accepted', (_, edition, accepted) => {
    expect(rssObjections(written(rss, edition), edition.selfUrl)).toEqual(accepted);
  });

  it.each([
    ['<description>Everything', '<x>Everything', '</description>', '</x>', 'Missing description'],
    ['isPermaLink="false"', 'isPermaLink="true"', '', '', 'InvalidPermalink'],
    ['tag:press.example.org,2009-01-01:2023', 'x:2023', '', '', 'InvalidTAG'],
    ['Tue, 10 Sep', 'Mon, 10 Sep', '', '', 'IncorrectDOW Mon, 10 Sep 2024 14:30:00 +0500'],
    ['+0500', 'UTC', '', '', 'InvalidRFC2822Date Tue, 10 Sep 2024 14:30:00 UTC'],
    [location, '/feed.xml', '', '', 'SelfDoesntMatchLocation'],
    ['"https://press.example.org/fields"', '"/fields"', '', '', 'InvalidFullLink /fields'],
    ['a href="https://press', 'a href="//press', '', '', 'ContainsRelRef //press.example.org/2009/baku'],
    ['&lt;table', '&lt;script', '', '', 'SecurityRisk script'],
    ['align="left"', 'style="x"', '', '', 'SecurityRiskAttr style'],
    ['<enclosure', '<enclosure/><enclosure', '', '', 'DuplicateElement enclosure'],
  ])('would object if for %s it said %s', (good, bad, goodEnd, badEnd, objection) => {
    const xml = written(rss, publishedEdition);
    expect(rssObjections(xml, location)).not.toContain(objection);
    expect(rssObjections(xml.replace(good, bad).replace(goodEnd, badEnd), location)).toContain(objection);
  });

  it('object to nothing in what somebody made up to hurt them', () => {
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        const xml = written(rss, { ...edition, selfUrl: location });
        expect(rssObjections(xml, location).filter((each) => each !== 'MissingDCLanguage')).toEqual([]);
      }),
    );
  });
});

describe('a withdrawal', () => {
  const edition = emptyFeed({ tombstones: [withdrawalOn('2020-05-05')], selfUrl: location });

  it('takes the place of the release with its moment and reason, and nothing else', () => {
    expect(xmlNames(written(rss, edition), '/rss/channel/item/*')).toEqual(['title', 'guid', 'pubDate', 'description']);
    expect(ofChannel('item/*', edition)).toEqual([
      'Withdrawn',
      'tag:press.example.org,2009-01-01:2020-05-05',
      'Tue, 05 May 2020 12:00:00 +0200',
      'A wrong number.',
    ]);
    expect(ofChannel('item/title', { ...edition, lang: 'ru' })).toEqual(['Отозвано']);
    expect(rssObjections(written(rss, edition), location)).toEqual(['MissingDCLanguage']);
  });

  it('stands among the releases where its moment puts it, and changes the feed', () => {
    const release = publicRelease({ id: 'a', date: '2020-01-01' });
    const both = editionOf([release], { tombstones: [withdrawalOn('2020-05-05'), withdrawalOn('2019-05-05')] });
    expect(ofChannel('item/title', both)).toEqual(['Withdrawn', 'A title', 'Withdrawn']);
    expect(ofChannel('lastBuildDate', both)).toEqual(['Tue, 05 May 2020 12:00:00 +0200']);
    expect(ofChannel('item', emptyEdition)).toEqual([]);
  });
});

describe('the hub', () => {
  it('is named where there is one', () => {
    const edition = emptyFeed({ settings: withHub });
    expect(ofChannel('atom:link[@rel="hub"]/@href', edition)).toEqual(['https://hub.example.org/?for=press%5B1%5D']);
    expect(ofChannel('atom:link', emptyEdition)).toEqual([]);
  });
});
