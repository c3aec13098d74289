import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newsmlG2 } from '../../src/importers/newsml-g2.ts';
import { identityOf } from '../../src/model/identity.ts';
import type { SourceRelease } from '../../src/model/importer.ts';
import { feedFile, keyOf } from './feeds.ts';
import { source } from './pages.ts';

interface Parts {
  readonly meta?: string;
  readonly about?: string;
  readonly content?: string;
  readonly attributes?: string;
}

const document = ({
  meta = '',
  about = '<headline>T</headline>',
  content = '',
  attributes = 'guid="urn:x:1" version="1"',
}: Parts): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" ${attributes}><itemMeta>${meta}</itemMeta><contentMeta>${about}</contentMeta><contentSet>${content}</contentSet></newsItem>`;
const read = (parts: Parts): SourceRelease => {
  const [release] = newsmlG2.read(source(document(parts)));
  if (release === undefined) throw new Error('no release');
  return release;
};
const left = (text: string): readonly string[] =>
  (newsmlG2.leavesOut?.(source(text)) ?? []).map(({ message }) => message);
const reference = (name: string): string =>
  readFileSync(new URL(`../golden/formats/${name}.newsml-g2.newsml.xml`, import.meta.url), 'utf8');

describe('NewsML-G2', () => {
  it('is recognised by its outermost element and namespace', () => {
    expect(newsmlG2.recognise(feedFile('agency.xml'))).toBeGreaterThan(0.9);
    expect(newsmlG2.recognise(source(document({})))).toBeGreaterThan(0.9);
    expect(newsmlG2.recognise(source('<n:newsItem xmlns:n="http://iptc.org/std/nar/2006-10-01/"/>'))).toBeGreaterThan(
      0.9,
    );
    for (const other of ['<newsItem/>', '<NewsML/>', '<rss/>', '{}', '']) {
      expect(newsmlG2.recognise(source(other))).toBe(0);
      expect(() => newsmlG2.read(source(other, 'x.xml'))).toThrow('«x.xml» is no NewsML-G2.');
    }
  });

  it('of an agency gives the release that a person would see in it', () => {
    const [course] = newsmlG2.read(feedFile('agency.xml'));
    expect(course).toMatchObject({
      part: 'item 1',
      title: { value: 'Course opens in Baku' },
      date: { value: '2009-11-16T10:00:00Z', origin: '«firstCreated»' },
      places: [{ value: 'BAKU', confidence: 'likely' }],
      type: { value: 'statement' },
      lang: { value: 'en-GB', confidence: 'likely' },
      summary: { value: 'In short.' },
      url: 'https://agency.example/a1.html',
      sourceId: { value: 'urn:newsml:agency.example:20091116:a1' },
      speaksOfEmbargo: false,
      contradictions: [],
      notCarried: [
        '«link: urn:newsml:agency.example:20091116:ru»',
        '«byline: By A. Writer»',
        '«by: A. Writer»',
        '«keyword: ferry»',
        'note for editors «Embargoed until noon. Corrects the hall.»',
      ],
    });
    expect(course?.body).toBe(
      'BAKU, 16 November 2009\n\nA course for observers opened \\<today>.\n\n### Week\n\n- Monday\n- Tuesday\n\n*The pier*\n\nThanks to the harbour.',
    );
    expect(course?.labels).toEqual([
      { heading: 'source', value: 'OSCE Office in Baku', origin: '«creator»' },
      { heading: 'subjects', value: 'Elections', origin: '«subject»', isOfAnyFacet: true },
    ]);
    expect(
      course === undefined ? [] : ['embargo', 'updated', 'status', 'attachments'].map((name) => keyOf(course, name)),
    ).toEqual([
      '2026-12-01T12:00:00Z',
      '2009-11-16T11:00:00Z',
      undefined,
      [{ href: 'https://agency.example/a1.pdf', mediaType: 'application/pdf', size: 12 }],
    ]);
  });

  it('tells of pictures, packages and releases that were taken back', () => {
    expect(
      (newsmlG2.leavesOut?.(feedFile('agency.xml')) ?? []).map(
        ({ part, message }) => `${part}: ${message.slice(0, 90)}`,
      ),
    ).toEqual([
      'item 2: It is of the class «picture», and no text.',
      'item 3: It is a «packageItem» of NewsML-G2, which has no text of its own.',
      'item 4: It takes «urn:newsml:agency.example:20091115:gone» back on 2009-11-16T11:00:00Z («Wrong ha',
    ]);
    expect(left('<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>')).toHaveLength(1);
    expect(left(document({ about: '' }))).toEqual(['It has no headline, and no release is without one.']);
  });

  it.each([
    ['<pubStatus qcode="stat:usable"/>', undefined, undefined],
    ['<pubStatus qcode="stat:withheld"/>', 'hold', undefined],
    ['<pubStatus qcode="stat:canceled"/>', 'withdrawn', undefined],
    ['<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>', 'hold', undefined],
    ['<pubStatus qcode="stat:whatever"/>', 'hold', undefined],
    ['<embargoed>2026-12-01T12:00:00Z</embargoed>', undefined, '2026-12-01T12:00:00Z'],
    ['<embargoed>soon</embargoed>', undefined, 'soon'],
    ['<embargoed/>', 'hold', undefined],
    ['', undefined, undefined],
  ])('with %s has the status %s and the embargo %s', (meta, status, embargo) => {
    const release = read({ meta });
    expect([keyOf(release, 'status'), keyOf(release, 'embargo')]).toEqual([status, embargo]);
  });

  it('waits for a person where words alone speak of an embargo', () => {
    expect(read({ meta: '<edNote>EMBARGOED until noon</edNote>' }).speaksOfEmbargo).toBe(true);
  });

  it.each([
    ['<versionCreated>2009-11-16T11:00:00Z</versionCreated>', 'version="1"', '2009-11-16T11:00:00Z', undefined, 0],
    ['<versionCreated>2009-11-16T11:00:00Z</versionCreated>', 'version="3"', '2009-11-16T11:00:00Z', 'likely', 1],
    [
      '<versionCreated>2009-11-16T11:00:00Z</versionCreated><firstCreated>2009-11-15</firstCreated>',
      'version="3"',
      '2009-11-15',
      undefined,
      0,
    ],
    ['', 'version="1"', undefined, undefined, 0],
  ])('with %s and %s is of %s', (meta, version, date, confidence, notes) => {
    const release = read({ meta, attributes: `guid="urn:x:1" ${version}` });
    expect([release.date?.value, release.date?.confidence, release.notes.length]).toEqual([date, confidence, notes]);
  });

  it.each([
    [
      '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>One <b>two</b> three</p></body></html></inlineXML>',
      'One **two** three',
    ],
    ['<inlineXML contenttype="application/xhtml+xml"><html><body><p>One</p></body></html></inlineXML>', 'One'],
    ['<inlineXML><div xmlns="http://www.w3.org/1999/xhtml">One</div></inlineXML>', 'One'],
    [
      '<inlineXML contenttype="application/nitf+xml"><nitf><body><body.content><p>One <a href="https://e.example/">two</a><br/>three</p><bq><p>four</p></bq></body.content></body></nitf></inlineXML>',
      'One [two](https://e.example/)\\\nthree\n\n> four',
    ],
    ['<inlineData contenttype="text/html">&lt;p&gt;One&lt;/p&gt;</inlineData>', 'One'],
    ['<inlineData contenttype="text/plain">One *two*\nthree\n\nfour</inlineData>', 'One \\*two\\*\\\nthree\n\nfour'],
    [
      '<inlineData contenttype="text/plain">plain</inlineData><inlineData contenttype="text/html">&lt;p&gt;rich&lt;/p&gt;</inlineData>',
      'rich',
    ],
  ])('has its text from %.60s', (content, markdown) => {
    expect(read({ content })).toMatchObject({ body: markdown, notCarried: [] });
  });

  it('names a text that it cannot read', () => {
    const content = '<inlineData contenttype="application/pdf" encoding="x:base64">AAAA</inlineData>';
    expect(read({ content })).toMatchObject({ body: '', notCarried: ['the text, which is application/pdf'] });
    const remote = '<remoteContent href="https://agency.example/a.pdf" contenttype="application/pdf" size="9"/>';
    expect(keyOf(read({ content: remote }), 'attachments')).toEqual([
      { href: 'https://agency.example/a.pdf', mediaType: 'application/pdf', size: 9 },
    ]);
  });

  it('runs nothing that stands in it', () => {
    const content =
      '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><script>alert(1)</script><p onclick="x()">One <a href="javascript:x()">two</a></p></body></html></inlineXML>';
    expect(read({ content })).toMatchObject({
      body: 'One two',
      changed: ['1 link led to no web or mail address; the words stayed.', '1 element «script» left out of the text.'],
    });
  });

  it('has contacts, and names by the language of the text', () => {
    const info =
      '<organisationDetails><contactInfo><note>A. Name, Desk</note><email>a@example.org</email><phone>+43 1</phone></contactInfo></organisationDetails>';
    const release = read({
      about: `<headline>T</headline><language tag="ru"/><creator uri="https://press.example.org/source/baku"><name xml:lang="en">Baku</name><name xml:lang="ru">Баку</name>${info}</creator>`,
    });
    expect(keyOf(release, 'contacts')).toEqual([
      { name: 'A. Name', role: 'Desk', phone: '+43 1', email: 'a@example.org' },
    ]);
    expect(release.labels).toEqual([{ heading: 'source', value: 'Баку', id: 'baku', origin: '«creator»' }]);
    expect(release.lang).toEqual({ value: 'ru', origin: '«language»' });
  });

  it.each([
    ['tag:press.example.org,2009-01-01:my-id', 'my-id', 'my-id'],
    [identityOf('my-id', { name: '' }), 'my-id', 'my-id'],
    ['urn:uuid:5b4f6a3e-0000-4000-8000-000000000000', 'elections', undefined],
    ['urn:newsml:agency.example:elections', 'elections', undefined],
  ])('under %s with the slugline %s has the id %s', (guid, slugline, id) => {
    const about = `<slugline>${slugline}</slugline><headline>T</headline>`;
    expect(keyOf(read({ about, attributes: `guid="${guid}"` }), 'id')).toBe(id);
  });

  it.each(['reference', 'single', 'staff', 'hostile'])('as press writes it comes in whole: %s', (name) => {
    const text = reference(name);
    const items = text.match(/<newsItem /g)?.length;
    expect(newsmlG2.read(source(text)).length + left(text).length).toBe(items);
    for (const release of newsmlG2.read(source(text))) {
      expect(release.title?.value).not.toBe('');
      expect(release.contradictions).toEqual([]);
    }
  });
});
