import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atom } from '../../src/formats/atom.ts';
import type { Edition } from '../../src/model/edition.ts';
import { PressError } from '../../src/model/press-error.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import { atomObjections } from '../support/atom-checker.ts';
import {
  hostileEdition,
  referenceEdition,
  singleEdition,
  testSettings,
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
import { atomReaders, unescaped } from '../support/feed-reading.ts';
import { hostileEditions } from '../support/hostile-editions.ts';
import { xmlNames, xmlTexts } from '../support/rss-reading.ts';
import { written } from '../support/written.ts';

function ofFeed(path: string, edition: Edition): string[] {
  return xmlTexts(written(atom, edition), `/atom:feed/${path}`);
}

/** Texts in the one entry of a release. */
function ofEntry(path: string, data: ReleaseData, body = ''): string[] {
  return ofFeed(`atom:entry/${path}`, editionOf([publicRelease({ id: 'a', ...data }, body)]));
}

describe('the feed', () => {
  it('says what it is, where, and who publishes it', () => {
    const xml = written(atom, publishedEdition);
    expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"')).toBe(
      true,
    );
    expect(xmlNames(xml, '/atom:feed/*[not(self::atom:entry)]')).toEqual(
      'id title subtitle updated author generator link link link at:deleted-entry'.split(' '),
    );
    expect(ofFeed('atom:id', publishedEdition)).toEqual(['tag:press.example.org,2009-01-01:feed/all']);
    expect(ofFeed('atom:title', publishedEdition)).toEqual(['Everything & more']);
    expect(ofFeed('atom:author/*', publishedEdition)).toEqual(['Sample Press Office', 'https://www.example.org/']);
    expect(ofFeed('atom:link/@rel', publishedEdition)).toEqual(['self', 'alternate', 'hub']);
    expect(ofFeed('atom:link/@href', publishedEdition)).toEqual([
      location,
      'https://press.example.org/',
      'https://hub.example.org/?for=press%5B1%5D',
    ]);
  });

  it('has an author also where releases name none, and no namespace or link that it does not need', () => {
    const xml = written(atom, emptyFeed());
    expect(xmlTexts(xml, '/atom:feed/atom:author/atom:name')).toEqual(['Sample Press Office']);
    expect(xmlTexts(xml, '/atom:feed/atom:link/@rel')).toEqual(['alternate']);
    expect(xml).not.toContain('xmlns:at');
  });

  it.each([
    [['ru', 'ru'], 'ru'],
    [['en', 'ru'], 'en'],
    [['cnr'], 'sr-ME'],
    [[], 'en'],
  ])('is in the language of its releases, or else of its labels: %j', (languages, expected) => {
    const releases = languages.map((lang, at) => publicRelease({ id: `r${at}`, lang }));
    expect(ofFeed('@xml:lang', editionOf(releases))).toEqual([expected]);
  });

  it('was updated when the newest of its releases and withdrawals was', () => {
    const release = publicRelease({ id: 'a', date: '2009-11-16', updated: '2012-07-01' });
    const update = (changes: Partial<Edition>): string[] => ofFeed('atom:updated', editionOf([release], changes));
    expect(update({})).toEqual(['2012-07-01T00:00:00+02:00']);
    expect(update({ tombstones: [withdrawalOn('2011-01-01')] })).toEqual(['2012-07-01T00:00:00+02:00']);
    expect(update({ tombstones: [withdrawalOn('2013-01-01')] })).toEqual(['2013-01-01T12:00:00+02:00']);
  });

  it('was updated, when empty, at the last public change of all, or never', () => {
    const newestPublicUpdate = { epochMilliseconds: Date.UTC(2024, 0, 1), offsetMinutes: 60 };
    expect(ofFeed('atom:updated', emptyFeed({ newestPublicUpdate }))).toEqual(['2024-01-01T01:00:00+01:00']);
    expect(ofFeed('atom:updated', emptyFeed())).toEqual(['1970-01-01T00:00:00Z']);
  });

  it('keeps the identity of a saved feed, and needs baseUrl', () => {
    const narrowed = (filter: string): string[] => ofFeed('atom:id', emptyFeed({ filter }));
    expect(narrowed('field:a')).toEqual(narrowed('field:a'));
    expect(narrowed('field:a')).not.toEqual(narrowed('field:b'));
    expect(() => written(atom, emptyFeed({ settings: defaultSettings }))).toThrow(PressError);
  });
});

describe('an entry', () => {
  it('keeps its identity when everything else changes', () => {
    expect(ofEntry('atom:id', { title: 'Old' })).toEqual(['tag:press.example.org,2009-01-01:a']);
    expect(ofEntry('atom:id', { title: 'New', date: '2019-01-01', slug: 'x' })).toEqual(ofEntry('atom:id', {}));
  });

  it.each([
    [{ date: '2009-11-16' }, ['2009-11-16T00:00:00+01:00', '2009-11-16T00:00:00+01:00']],
    [{ date: '2009-11-16T08:00:00+04:00' }, ['2009-11-16T08:00:00+04:00', '2009-11-16T08:00:00+04:00']],
    [{ date: '2009-11-16', updated: '2009-11-18' }, ['2009-11-16T00:00:00+01:00', '2009-11-18T00:00:00+01:00']],
    [
      { date: '2009-11-16', corrections: [{ date: '2009-11-19T10:00:00Z', kind: 'update', note: 'x' }] },
      ['2009-11-16T00:00:00+01:00', '2009-11-19T10:00:00Z'],
    ],
  ])('says when it came out and when it was last changed: %j', (data, dates) => {
    expect(ofEntry('*[self::atom:published or self::atom:updated]', data)).toEqual(dates);
  });

  it('has who issued it as authors, and what it is about as categories with id, label and scheme', () => {
    const data = {
      source: ['baku', 'secretariat'],
      fields: ['elections'],
      countries: ['turkey'],
      meetings: ['council'],
    };
    expect(ofEntry('atom:author/atom:name', data)).toEqual([
      'OSCE Project Co-ordinator in Baku (closed)',
      'OSCE Secretariat',
    ]);
    expect(ofEntry('atom:category/@term', data)).toEqual(['elections', 'tuerkiye', 'council', 'press-release']);
    expect(ofEntry('atom:category/@label', data)).toEqual([
      'Elections',
      'Türkiye',
      'Ministerial Council',
      'press-release',
    ]);
    expect(ofEntry('atom:category/@scheme', data)).toEqual(
      ['fields', 'countries', 'meetings', 'types'].map((name) => `https://press.example.org/${name}`),
    );
  });

  it('leaves out a category of which nothing is left', () => {
    expect(ofEntry('atom:category/@term', { fields: ['<b>', '\u0008', 'elections'] })).toEqual([
      'elections',
      'press-release',
    ]);
  });

  it('leads to its page and to those of its other languages, each language once', () => {
    const links = ofFeed('atom:entry[1]/atom:link[@rel="alternate"]/@hreflang', translatedEdition);
    expect(links).toEqual(['en', 'sr-ME', 'en-GB', 'ru']);
    const british = ofFeed('atom:entry[4]/atom:link[@rel="alternate"]/@hreflang', translatedEdition);
    expect(british).toEqual(['en-GB', 'sr-ME', 'en', 'ru']);
    expect(ofFeed('atom:entry[2]/atom:link[@hreflang="en"]/@href', translatedEdition)).toEqual([
      'https://press.example.org/2020/a/',
    ]);
  });

  it('has one link that is exactly text/html, because some readers take the last of these for its page', () => {
    expect(ofFeed('atom:entry/atom:link[@type="text/html"]/@hreflang', translatedEdition)).toEqual(
      ofFeed('atom:entry/@xml:lang', translatedEdition),
    );
  });

  it('encloses every file that can be fetched', () => {
    const attachments = [
      { href: 'a.pdf' },
      { href: '/b c|d.pdf', size: 5, mediaType: 'application/pdf', title: ' The <b>programme</b> ' },
      { href: 'javascript:x', size: 1 },
      { href: 'e', size: 0, mediaType: 'no type' },
    ];
    const files = ofEntry('atom:link[@rel="enclosure"]/@*', { attachments });
    expect(files).toEqual([
      ...['enclosure', 'https://press.example.org/a.pdf'],
      ...['enclosure', 'application/pdf', '5', 'The programme', 'https://press.example.org/b%20c%7Cd.pdf'],
      ...['enclosure', '0', 'https://press.example.org/e'],
    ]);
  });

  it.each([
    ['full', ['Short'], ['<p>Text</p>']],
    ['summary', ['Short'], []],
    ['none', [], []],
  ] as const)('shows as much text as the edition does: %s', (content, summary, html) => {
    const edition = editionOf([publicRelease({ id: 'a', summary: 'Short' }, 'Text')], { content });
    expect(ofFeed('atom:entry/atom:summary[@type="text"]', edition)).toEqual(summary);
    expect(ofFeed('atom:entry/atom:content[@type="html"]', edition)).toEqual(html);
  });

  it('puts corrections before the text, and says nothing of contacts', () => {
    const corrections = [{ date: '2020-02-01', kind: 'correction', note: 'Six & more' }];
    const contacts = [{ name: 'N. Body', email: 'n@example.org', phone: '+43 1 555' }];
    expect(ofEntry('atom:content', { corrections, contacts }, 'Text')).toEqual([
      '<p><strong>Correction (2020-02-01):</strong> Six &amp; more</p>\n<p>Text</p>',
    ]);
    expect(written(atom, editionOf([publicRelease({ id: 'a', contacts })]))).not.toMatch(/n@example|555|Body/);
  });
});

describe('a withdrawal', () => {
  it('is told with identity, moment and reason, and nothing else', () => {
    const edition = emptyFeed({ tombstones: [withdrawalOn('2020-05-05')] });
    expect(ofFeed('at:deleted-entry/@*', edition)).toEqual([
      'tag:press.example.org,2009-01-01:2020-05-05',
      '2020-05-05T12:00:00+02:00',
    ]);
    expect(ofFeed('at:deleted-entry/*', edition)).toEqual(['A wrong number.']);
    expect(ofFeed('at:deleted-entry', emptyFeed())).toEqual([]);
  });
});

describe('outside readers', () => {
  it.each([...atomReaders])('agree with what was written: %s', async (name, read) => {
    const items = await read(written(atom, publishedEdition));
    const releases = publishedEdition.releases;
    const meant = releases.map((release, at) => {
      const of = (path: string): string[] => ofFeed(`atom:entry[${at + 1}]/${path}`, publishedEdition);
      const asRead = name === 'feed-parser' ? unescaped : (text: string | undefined) => text;
      return {
        id: `tag:press.example.org,2009-01-01:${release.id}`,
        title: asRead(of('atom:title')[0]),
        link: of('atom:link[@rel="alternate"][1]/@href')[0],
        published: new Date(of('atom:published')[0] ?? '').toISOString(),
        content: asRead(of('atom:content')[0] ?? of('atom:summary')[0]),
        categories:
          name === 'rss-parser'
            ? undefined
            : of('atom:category').map((_, nth) => {
                const category = `atom:category[${nth + 1}]`;
                return of(`${category}/@label`)[0] ?? of(`${category}/@term`)[0];
              }),
      };
    });
    expect(items).toEqual(meant);
  });

  it.each([
    ['published', publishedEdition, []],
    ['reference', referenceEdition, ['MissingSelf']],
    ['single', singleEdition, ['MissingSelf']],
    ['translated', translatedEdition, ['MissingSelf']],
    ['summaries', { ...publishedEdition, content: 'summary' as const }, []],
    ['headlines', { ...publishedEdition, content: 'none' as const }, []],
    ['empty', emptyFeed({ selfUrl: location, settings: withHub }), []],
    ['hostile', { ...hostileEdition, selfUrl: location }, []],
    ['unnamed', { ...publishedEdition, settings: { ...testSettings, publisher: { name: 'N' } } }, []],
  ])('object to nothing in the %s edition but what is accepted', (_, edition, accepted) => {
    expect(atomObjections(written(atom, edition), edition.selfUrl)).toEqual(accepted);
  });

  it.each([
    ['<updated>2024-09-10T14:30:00+05:00</updated>\n  <author>', '<author>', 'MissingElement updated'],
    ['2024-09-10T14:30:00+05:00</published>', '2024-09-10</published>', 'InvalidRFC3339Date 2024-09-10'],
    ['text/html; charset=utf-8" hreflang="ru"', 'text/html" hreflang="en"', 'DuplicateAtomLink'],
    [location, '/feed.xml', 'SelfDoesntMatchLocation'],
    ['term="elections"', 'term=""', 'MissingAttribute term'],
    ['xml:lang="ru"', 'xml:lang="ru_RU"', 'InvalidLanguage ru_RU'],
    ['length="48213"', 'length=""', 'AttrNotBlank length'],
    [
      '>tag:press.example.org,2009-01-01:2023-05-14.ru',
      '>tag:press.example.org,2009-01-01:feed/all',
      'DuplicateEntries',
    ],
    ['<content type="html">', '<content type="text/html">', 'InvalidMIMEType content'],
    ['&lt;table', '&lt;iframe', 'SecurityRisk iframe'],
    ['when="2019-05-06T', 'when="2019-05-06 ', 'InvalidRFC3339Date 2019-05-06 09:00:00+02:00'],
    ['</author>\n  <generator>', '</author><entry/>\n  <generator>', 'MisplacedMetadata'],
  ])('would object if for %s it said %s', (good, bad, objection) => {
    const xml = written(atom, publishedEdition);
    expect(atomObjections(xml, location)).not.toContain(objection);
    expect(atomObjections(xml.replace(good, bad), location)).toContain(objection);
  });

  it('object to nothing in what somebody made up to hurt them', () => {
    fc.assert(
      fc.property(hostileEditions, (edition) => {
        expect(atomObjections(written(atom, { ...edition, selfUrl: location }), location)).toEqual([]);
      }),
    );
  });
});
