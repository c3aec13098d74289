import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newsmlG2 } from '../../src/formats/newsml-g2.ts';
import type { Edition } from '../../src/model/edition.ts';
import { makeSettings } from '../../src/model/make-settings.ts';
import { makeTaxonomy } from '../../src/model/make-taxonomy.ts';
import {
  editionOf,
  emptyEdition,
  hostileEdition,
  publicRelease,
  referenceEdition,
  singleEdition,
  staffEdition,
  staffRelease,
  testSettings,
  type ReleaseData,
} from '../support/editions.ts';
import { hostileEditions } from '../support/hostile-editions.ts';
import { isNewsmlSchemaHere, newsmlTexts, newsmlVerdict, withoutNewsmlSchema } from '../support/newsml-reading.ts';
import { joined, written } from '../support/written.ts';
import { xmlTree, type TreeElement } from '../support/xml-tree.ts';

const withoutSite = makeSettings({ publisher: { name: 'Press' } });

function itemXml(data: ReleaseData, body = '', changes: Partial<Edition> = {}): string {
  return written(newsmlG2, editionOf([publicRelease({ id: 'a', ...data }, body)], changes));
}

function staffXml(data: ReleaseData, body = ''): string {
  return written(newsmlG2, editionOf([staffRelease({ id: 'a', ...data }, body)]));
}

/** Texts in the one item of a public release. */
function ofItem(path: string, data: ReleaseData, body = ''): string[] {
  return newsmlTexts(itemXml(data, body), `/n:newsItem/${path}`);
}

function namesIn(xml: string, parent: string): string[] {
  const find = (element: TreeElement): TreeElement | undefined =>
    element.name === parent ? element : element.children.map(find).find((found) => found !== undefined);
  return find(xmlTree(xml))?.children.map(({ name }) => name) ?? [];
}

describe('the document', () => {
  it('is an item when there is one, and says which standard it follows', () => {
    expect(itemXml({})).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<newsItem xmlns="http:\/\/iptc\.org\/std\/nar\/2006-10-01\/" guid="tag:press\.example\.org,2009-01-01:a" version="1" standard="NewsML-G2" standardversion="2\.35" conformance="power" xml:lang="en">\n {2}<catalogRef href="http:\/\/www\.iptc\.org\/std\/catalog\/catalog\.IPTC-G2-Standards_41\.xml"\/>\n/,
    );
    expect(namesIn(itemXml({}, 'x'), 'newsItem')).toEqual([
      'catalogRef',
      'rightsInfo',
      'itemMeta',
      'contentMeta',
      'contentSet',
    ]);
  });

  it('is a message when there are several, sent when the newest of them changed', () => {
    const xml = written(newsmlG2, referenceEdition);
    expect(newsmlTexts(xml, '/n:newsMessage/n:itemSet/n:newsItem/@guid')).toHaveLength(8);
    expect(newsmlTexts(xml, '/n:newsMessage/n:header/n:sent')).toEqual(['2024-09-10T14:30:00+05:00']);
    expect(newsmlTexts(xml, '/n:newsMessage/n:header/n:sender')).toEqual(['Sample Press Office']);
  });

  it('was not sent in the future', () => {
    const later = staffRelease({ id: 'later', date: '2999-01-01' });
    const past = publicRelease({ id: 'past', date: '2009-11-16' });
    const sentOf = (changes: Partial<Edition>): string[] =>
      newsmlTexts(written(newsmlG2, editionOf([later, past], changes)), '//n:sent');
    const newestPublicUpdate = { epochMilliseconds: Date.UTC(2010, 0, 1), offsetMinutes: 60 };
    expect(sentOf({ newestPublicUpdate })).toEqual(['2010-01-01T01:00:00+01:00']);
    expect(sentOf({ newestPublicUpdate: undefined })).toEqual(['1970-01-01T00:00:00Z']);
  });

  it('is sent with a withdrawal at the moment of the withdrawal', () => {
    const old = [publicRelease({ id: 'old', date: '2009-11-16' }), publicRelease({ id: 'older', date: '2008-11-16' })];
    const edition = editionOf(old, { tombstones: referenceEdition.tombstones });
    expect(newsmlTexts(written(newsmlG2, edition), '//n:sent')).toEqual(['2019-05-06T09:00:00+02:00']);
  });

  it('is refused when there is nothing to tell, because a message holds an item at least', () => {
    expect(newsmlG2.refuses?.(emptyEdition)).toMatch(/no message without an item/);
    expect(newsmlG2.refuses?.(singleEdition)).toBeUndefined();
    const onlyWithdrawn = editionOf([], { tombstones: referenceEdition.tombstones });
    expect(newsmlG2.refuses?.(onlyWithdrawn)).toBeUndefined();
    expect(newsmlTexts(written(newsmlG2, onlyWithdrawn), '/n:newsItem/n:itemMeta/n:pubStatus/@qcode')).toEqual([
      'stat:canceled',
    ]);
  });

  it('in a folder is a file for each item', () => {
    const files = [...(newsmlG2.folder?.files(referenceEdition, 'releases') ?? [])];
    expect(files.map(({ name, count }) => [name, count]).slice(-2)).toEqual([
      ['2009-11-16-baku.ru.newsml.xml', 1],
      ['2019-05-05-withdrawn.newsml.xml', 0],
    ]);
    const guids = files.map(({ chunks }) => newsmlTexts(joined(chunks).toString(), '/n:newsItem/@guid'));
    expect(guids.flat()).toEqual(newsmlTexts(written(newsmlG2, referenceEdition), '//n:newsItem/@guid'));
  });
});

describe('management', () => {
  it('has its elements in the one order that is valid', () => {
    const corrections = [{ date: '2020-03-01', kind: 'update', note: 'x' }];
    expect(namesIn(staffXml({ embargo: '2999-01-01T00:00:00Z', corrections }), 'itemMeta')).toEqual([
      'itemClass',
      'provider',
      'versionCreated',
      'firstCreated',
      'embargoed',
      'pubStatus',
      'edNote',
      'link',
    ]);
    expect(ofItem('n:itemMeta/n:itemClass/@qcode', {})).toEqual(['ninat:text']);
  });

  it.each([
    [{ date: '2009-07-01' }, '2009-07-01T00:00:00+02:00', '2009-07-01T00:00:00+02:00', '1'],
    [{ date: '2009-07-01', updated: '2009-12-01' }, '2009-07-01T00:00:00+02:00', '2009-12-01T00:00:00+01:00', '1'],
    [{ date: '2009-07-01T10:00:00+23:00' }, '2009-06-30T11:00:00Z', '2009-06-30T11:00:00Z', '1'],
    [
      { date: '2009-07-01', corrections: [{ date: '2010-01-01T10:00:00Z', kind: 'correction', note: 'x' }] },
      '2009-07-01T00:00:00+02:00',
      '2010-01-01T10:00:00Z',
      '2',
    ],
  ])('has moments and a version: %j', (data, first, last, version) => {
    expect(ofItem('n:itemMeta/n:firstCreated', data)).toEqual([first]);
    expect(ofItem('n:itemMeta/n:versionCreated', data)).toEqual([last]);
    expect(ofItem('@version', data)).toEqual([version]);
  });

  it('must have a moment, even a draft without a date', () => {
    const xml = staffXml({ status: 'draft', date: undefined });
    expect(newsmlTexts(xml, '//n:versionCreated')).toEqual(['1970-01-01T00:00:00Z']);
    expect(newsmlTexts(xml, '//n:firstCreated | //n:contentCreated')).toEqual([]);
  });

  it('names the publisher as provider and as owner', () => {
    const settings = makeSettings({ publisher: { name: 'Press', url: 'https://press.example/a b' } });
    const xml = itemXml({}, '', { settings });
    expect(newsmlTexts(xml, '//n:provider/n:name | //n:copyrightHolder/n:name')).toEqual(['Press', 'Press']);
    expect(newsmlTexts(xml, '//n:provider/@uri')).toEqual(['https://press.example/a%20b']);
  });

  it.each([
    [{}, 'usable'],
    [{ status: 'draft' }, 'withheld'],
    [{ status: 'approved' }, 'withheld'],
    [{ status: 'hold' }, 'withheld'],
    [{ date: '2999-01-01' }, 'withheld'],
    [{ embargo: 'tomorrow' }, 'withheld'],
    [{ status: 'withdrawn' }, 'canceled'],
  ])('of %j is %s', (data, status) => {
    expect(newsmlTexts(staffXml(data), '//n:pubStatus/@qcode')).toEqual([`stat:${status}`]);
  });

  it.each([
    [{ embargo: '2999-01-01T00:00:00+01:00' }, ['2999-01-01T00:00:00+01:00']],
    [{ embargo: '2999-01-01T00:00:00-20:00' }, ['2999-01-01T20:00:00Z']],
    [{ embargo: 'tomorrow' }, []],
    [{ embargo: '2009-01-01T00:00:00Z' }, []],
    [{}, []],
  ])('never has an empty embargo: %j', (data, until) => {
    const xml = staffXml(data);
    expect(newsmlTexts(xml, '//n:embargoed')).toEqual(until);
  });

  it('tells editors of each correction, and leads to the page and the files', () => {
    const corrections = [
      { date: '2020-02-01T10:00:00Z', kind: 'correction', note: 'Six,\nnot <b>five</b>' },
      { date: '2020-03-01', kind: 'update', note: 'Seven & more' },
    ];
    const attachments = [
      { href: 'a b.pdf', title: 'A', mediaType: 'application/pdf', size: 5 },
      { href: 'javascript:x' },
    ];
    const data = { corrections, attachments };
    expect(ofItem('n:itemMeta/n:edNote', data)).toEqual([
      'Correction (2020-02-01): Six, not five',
      'Update (2020-03-01): Seven & more',
    ]);
    expect(ofItem('n:itemMeta/n:link[@rel="irel:seeAlso"]/@href', data)).toEqual([
      'https://press.example.org/2020/a/',
      'https://press.example.org/a%20b.pdf',
    ]);
    expect(ofItem('n:itemMeta/n:link[2]/@*', data).slice(2)).toEqual(['application/pdf', '5', 'A']);
  });

  it('leaves a withdrawn release its headline and the reason, and no word of its text', () => {
    const corrections = [{ date: '2020-02-01T10:00:00Z', kind: 'withdrawal', note: 'Wrong figures' }];
    const attachments = [{ href: 'a.pdf' }];
    const data = { status: 'withdrawn', title: 'Headline', summary: 'Hidden', corrections, attachments };
    const xml = staffXml(data, 'Hidden');
    expect(newsmlTexts(xml, '//n:headline')).toEqual(['Headline']);
    expect(newsmlTexts(xml, '//n:edNote')).toEqual(['Withdrawal (2020-02-01): Wrong figures']);
    expect(xml).not.toMatch(/Hidden|a\.pdf|<contentSet/);
  });

  it('of a withdrawal is told once, by identity, date and reason alone', () => {
    const corrections = [{ date: '2019-05-06T09:00:00+02:00', kind: 'withdrawal', note: 'x' }];
    const { tombstones } = referenceEdition;
    const xml = written(newsmlG2, editionOf([], { tombstones }));
    expect(namesIn(xml, 'newsItem')).toEqual(['catalogRef', 'rightsInfo', 'itemMeta']);
    expect(namesIn(xml, 'itemMeta')).toEqual(['itemClass', 'provider', 'versionCreated', 'pubStatus', 'edNote']);
    expect(newsmlTexts(xml, '//n:versionCreated | //n:edNote')).toEqual([
      '2019-05-06T09:00:00+02:00',
      'Two figures were wrong & are being checked.',
    ]);
    const release = staffRelease({ id: '2019-05-05-withdrawn', status: 'withdrawn', corrections });
    const both = editionOf([release, publicRelease({ id: 'b' })], { tombstones });
    expect(newsmlTexts(written(newsmlG2, both), '//n:newsItem/@guid')).toHaveLength(2);
  });
});

const taxonomy = makeTaxonomy({
  version: 1,
  languages: ['en', 'ru'],
  facets: {
    field: {
      property: 'fields',
      multiple: true,
      terms: {
        elections: { label: { en: 'Elections', ru: 'Выборы' }, match: { exactMatch: ['medtop:20000574'] } },
        justice: { label: 'Justice', match: { relatedMatch: ['medtop:20000119'], broadMatch: ['medtop:16000000'] } },
      },
    },
    country: {
      property: 'countries',
      multiple: true,
      terms: { azerbaijan: { label: 'Azerbaijan', iso3166: 'AZ' }, atlantis: { label: 'Atlantis' } },
    },
    source: { property: 'source', multiple: true, terms: { baku: { label: 'Baku Office' } } },
  },
});

describe('content', () => {
  it('keeps a day a day', () => {
    expect(ofItem('n:contentMeta/n:contentCreated', { date: '2009-11-16' })).toEqual(['2009-11-16']);
    const instant = '2009-11-16T10:00:00.123456+04:00';
    expect(ofItem('n:contentMeta/n:contentCreated', { date: instant })).toEqual([instant]);
  });

  it('says where it is from, in which language and of what kind', () => {
    const data = { place: ['Vienna', 'The <b>Hague</b>'], lang: 'cnr', type: 'media-advisory' };
    expect(ofItem('n:contentMeta/n:located/n:name', data)).toEqual(['Vienna', 'The Hague']);
    expect(ofItem('n:contentMeta/n:language/@tag | @xml:lang', data)).toEqual(['sr-ME', 'sr-ME']);
    expect(ofItem('n:contentMeta/n:genre/n:name', data)).toEqual(['Media advisory']);
    expect(ofItem('n:contentMeta/n:genre/@qcode', data)).toEqual([]);
    expect(ofItem('n:contentMeta/n:language | @xml:lang', { lang: 'no language' })).toEqual([]);
  });

  it('has a code for its kind when the newsroom gave one', () => {
    const settings = { ...testSettings, genreCode: new Map([['press-release', 'genre:PressRelease']]) };
    expect(newsmlTexts(itemXml({}, '', { settings }), '//n:genre/@qcode')).toEqual(['genre:PressRelease']);
  });

  it('has subjects of its own, media topics and countries', () => {
    const data = { fields: ['elections', 'justice'], countries: ['azerbaijan', 'atlantis'], source: 'baku' };
    const subjects = (changes: Partial<Edition>, attribute: string): string[] =>
      newsmlTexts(itemXml(data, '', { taxonomy, ...changes }), `//n:subject/@${attribute}`);
    expect(subjects({}, 'type')).toEqual([
      ...Array<string>(4).fill('cpnat:abstract'),
      'cpnat:geoArea',
      'cpnat:geoArea',
    ]);
    expect(subjects({}, 'qcode')).toEqual(['medtop:20000574', 'medtop:16000000', 'iso3166-1a2:AZ']);
    expect(subjects({}, 'uri')).toEqual([
      'https://press.example.org/fields/elections',
      'https://press.example.org/fields/justice',
      'https://press.example.org/countries/atlantis',
    ]);
    expect(subjects({ settings: withoutSite }, 'literal')).toEqual(['elections', 'justice', 'atlantis']);
  });

  it('says when a name is in another language than the text', () => {
    const names = (lang: string, edition: string): string[] =>
      newsmlTexts(
        itemXml({ lang, fields: ['elections', 'justice'], source: 'baku' }, '', { taxonomy, lang: edition }),
        '//n:contentMeta//n:name/@xml:lang',
      );
    expect(names('en', 'en')).toEqual([]);
    // Source, kind, two subjects.
    expect(names('ru', 'en')).toEqual(['en', 'en', 'en', 'en']);
    expect(names('ru', 'ru')).toEqual(['en', 'en', 'en']);
    expect(names('en', 'ru')).toEqual(['ru']);
  });

  it('names its sources, and whom to ask with the first of them', () => {
    const contacts = [{ name: 'Halina Wirska', role: 'Officer', email: 'h@example.org', phone: '+43 1' }, {}];
    const data = { source: ['secretariat', 'baku'], contacts };
    expect(ofItem('n:contentMeta/n:creator/@uri', data)).toEqual([
      'https://press.example.org/source/secretariat',
      'https://press.example.org/source/baku',
    ]);
    expect(ofItem('n:contentMeta/n:creator[1]/n:organisationDetails/n:contactInfo/*', data)).toEqual([
      'Halina Wirska, Officer',
      'h@example.org',
      '+43 1',
    ]);
    expect(ofItem('n:contentMeta/n:creator[2]/n:organisationDetails', data)).toEqual([]);
  });

  it('has a headline, a slugline and a summary, plain', () => {
    const data = { title: '<b>Five</b> < six', summary: 'Short\n<i>summary</i>' };
    expect(ofItem('n:contentMeta/n:headline', data)).toEqual(['Five < six']);
    expect(ofItem('n:contentMeta/n:slugline', data)).toEqual(['a']);
    expect(ofItem('n:contentMeta/n:description[@role="drol:summary"]', data)).toEqual(['Short summary']);
  });

  it('is a page of XHTML in which nothing was added between words', () => {
    const body = '*a***b** `c`\\\n![](x.png)\n\n```\nd\n  e\n```\n\n---';
    const xml = itemXml({ title: 'T' }, body);
    expect(newsmlTexts(xml, '//n:inlineXML/@contenttype')).toEqual(['application/xhtml+xml']);
    expect(newsmlTexts(xml, '//n:inlineXML/@wordcount')).toEqual(['4']);
    expect(newsmlTexts(xml, '//n:inlineXML/h:html/h:head/h:title')).toEqual(['T']);
    expect(xml).toContain(
      '<body><p><em>a</em><strong>b</strong> <code>c</code><br/>\n<img src="https://press.example.org/x.png" alt=""/></p>\n<pre><code>d\n  e\n</code></pre>\n<hr/>\n</body>',
    );
  });

  it.each([
    ['full', ['Short'], 1],
    ['summary', ['Short'], 0],
    ['none', [], 0],
  ] as const)('shows as much text as the edition does: %s', (content, summary, bodies) => {
    const xml = itemXml({ summary: 'Short' }, 'Text', { content });
    expect(newsmlTexts(xml, '//n:description')).toEqual(summary);
    expect(newsmlTexts(xml, '//n:contentSet')).toHaveLength(bodies);
  });
});

describe('outside judges', () => {
  const unsited = editionOf(referenceEdition.releases, { settings: withoutSite });

  it.skipIf(!isNewsmlSchemaHere).each([
    ['reference', referenceEdition],
    ['single', singleEdition],
    ['hostile', hostileEdition],
    ['staff', staffEdition],
    ['unsited', unsited],
    ['withdrawn', editionOf([], { tombstones: referenceEdition.tombstones })],
  ])(`accept the %s edition${withoutNewsmlSchema}`, (_, edition) => {
    expect(newsmlVerdict(written(newsmlG2, edition))).toBe('valid');
    for (const { chunks } of newsmlG2.folder?.files(edition, 'x') ?? [])
      expect(newsmlVerdict(joined(chunks).toString())).toBe('valid');
  });

  it.skipIf(!isNewsmlSchemaHere)(`would notice what is wrong${withoutNewsmlSchema}`, () => {
    const xml = written(newsmlG2, singleEdition);
    expect(newsmlVerdict(xml.replace('<pubStatus', '<pubStatu'))).not.toBe('valid');
    expect(newsmlVerdict(xml.replace(/<contentCreated>.*</, '<contentCreated>16 November<'))).not.toBe('valid');
  });

  it('find hostile releases well-formed and without script', () => {
    fc.assert(
      fc.property(hostileEditions, fc.constantFrom(testSettings, withoutSite), (edition, settings) => {
        const xml = written(newsmlG2, { ...edition, settings });
        expect(xml).not.toMatch(/(?![\t\n])\p{Cc}|<!\[CDATA\[|<!DOCTYPE/u);
        if (isNewsmlSchemaHere) expect(newsmlVerdict(xml)).toBe('valid');
        expect(newsmlTexts(xml, '//n:newsItem/@guid')).toHaveLength(edition.releases.length);
        expect(
          newsmlTexts(xml, '//h:script | //h:style | //h:iframe | //h:svg | //@*[starts-with(name(), "on")]'),
        ).toEqual([]);
        for (const address of newsmlTexts(xml, '//@href | //h:img/@src | //n:creator/@uri'))
          expect(address).toMatch(/^(?:https?:\/\/|mailto:)/);
        for (const text of newsmlTexts(xml, '//n:headline | //n:description | //n:edNote | //n:name'))
          expect(text).not.toMatch(/<[A-Za-z/!?][^>]*>/);
      }),
    );
  });
});
