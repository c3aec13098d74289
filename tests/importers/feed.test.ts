import { describe, expect, it } from 'vitest';
import { feed } from '../../src/importers/feed.ts';
import type { SourceRelease } from '../../src/model/importer.ts';
import { feedFile, first, keyOf, rss } from './feeds.ts';
import { source } from './pages.ts';

const releases = (name: string): readonly SourceRelease[] => feed.read(feedFile(name));
const left = (name: string): readonly (string | undefined)[] =>
  (feed.leavesOut?.(feedFile(name)) ?? []).map(({ part, message }) =>
    part === undefined ? message : `${part}: ${message}`,
  );
const content = (html: string): SourceRelease => first(rss(`<content:encoded><![CDATA[${html}]]></content:encoded>`));

describe('a feed', () => {
  it.each(['site.rss', 'desk.rdf', 'office.atom', 'desk.json', 'system-export.xml'])('is recognised: %s', (name) => {
    expect(feed.recognise(feedFile(name))).toBeGreaterThan(0.9);
  });

  it.each([
    ['a sitemap', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>'],
    [
      'other RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"/>',
    ],
    ['an element that is called so', '<feed><entry/></feed>'],
    ['another JSON', '{"version":"1.1","items":[]}'],
    ['a page', '<!doctype html><h1>RSS</h1>'],
    ['nothing', ''],
  ])('is not %s', (_, text) => {
    expect(feed.recognise(source(text))).toBe(0);
    expect(() => feed.read(source(text, 'x.xml'))).toThrow('«x.xml» is no feed that press knows.');
  });
});

describe('an item of RSS', () => {
  const [course, timetable] = releases('site.rss');

  it('gives headline, date, address and text', () => {
    expect(course).toMatchObject({
      part: 'item 1',
      title: { value: 'Course for ferry observers opens – in Baku', origin: '«title»' },
      date: { value: '2009-06-03T22:30:00Z', origin: '«pubDate»' },
      places: [{ value: 'BAKU', origin: 'dateline', confidence: 'likely' }],
      url: 'https://harbour.example/2009/06/ferry-course/',
      sourceId: { value: 'https://harbour.example/?p=41', origin: '«guid»' },
      lang: { value: 'en-US', confidence: 'likely' },
      type: { value: 'press-release', confidence: 'likely' },
      summary: undefined,
      hasMomentsOnly: true,
    });
    expect(course?.body).toBe(
      'BAKU, 4 June 2009 – A course for young ferry observers opened in Baku. It lasts a week.\n\n- Monday: [rules](https://harbour.example/rules)\n- Tuesday: boats',
    );
  });

  it('has who speaks and what it is filed under as labels', () => {
    expect(course?.labels).toEqual([
      { heading: 'source', value: 'OSCE Office in Baku', origin: '«dc:creator»' },
      { heading: 'category', value: 'Elections', origin: '«category»', isOfAnyFacet: true },
      { heading: 'category', value: 'Harbour life', origin: '«category»', isOfAnyFacet: true },
    ]);
    expect(timetable?.labels).toEqual([{ heading: 'source', value: 'OSCE Office in Baku', origin: '«author»' }]);
  });

  it('names its files, each once, with what is known of them', () => {
    expect(course === undefined ? [] : keyOf(course, 'attachments')).toEqual([
      { href: 'https://harbour.example/files/programme.pdf', mediaType: 'application/pdf', size: 48213 },
      { href: 'https://harbour.example/files/song.mp3', mediaType: 'audio/mpeg' },
      { href: 'https://harbour.example/files/pier.jpg', title: 'The pier', mediaType: 'image/jpeg', size: 120 },
    ]);
  });

  it('says what was changed, what is left behind, and what is for programs alone', () => {
    expect(course?.changed).toEqual([
      'The title was HTML («Course for ferry observers opens &#8211; in Baku»); its words were taken.',
      '1 link led to no web or mail address; the words stayed.',
      'Left out as the site’s own: «The post Course appeared first on Harbour Office.».',
      '1 element «script» left out of the text.',
    ]);
    expect(course?.notCarried).toEqual(['«georss:point: 40.4 49.9»']);
    expect(course?.notes).toEqual([
      'Parts for programs were left out: comments, wfw:commentRss, slash:comments.',
      'Of the feed itself nothing was taken along: ttl.',
    ]);
  });

  it('with a summary alone has that for its text, and is a draft', () => {
    expect(timetable).toMatchObject({
      body: 'Ferries run every hour.\n\nOn Sundays they run twice a day & free of charge.',
      summary: undefined,
      url: 'https://harbour.example/2009/06/timetable/',
      otherUrls: [],
      notes: [
        'The feed has no whole text of it, only a summary: that is the text now, and a draft. The page may have more.',
      ],
    });
    expect(timetable === undefined ? '' : keyOf(timetable, 'status')).toBe('draft');
  });

  it('with the wrong day of the week contradicts itself', () => {
    expect(timetable?.date?.value).toBe('2009-06-01T09:00:00-05:00');
    expect(timetable?.contradictions).toEqual([
      { key: 'date', value: 'Tuesday 2009-06-01', origin: 'the weekday of «pubDate»' },
    ]);
  });

  it('without a headline is no release, and a feed that goes on is not all', () => {
    expect(left('site.rss')).toEqual([
      'item 3: It has no headline, and no release is without one: «A remark without a headline…».',
      'The feed goes on at «https://harbour.example/feed/?paged=2», which was not read: press opens no connection. Save that page, and import it as well.',
    ]);
  });

  it.each([
    ['<pubDate>16 Nov 2009</pubDate><dc:date>2009-11-16T23:00:00Z</dc:date>', '2009-11-16', []],
    [
      '<pubDate>Mon, 16 Nov 2009 09:00:00 Z</pubDate><dc:date>2009-12-01</dc:date>',
      '2009-11-16T09:00:00Z',
      ['2009-12-01'],
    ],
    ['<dcterms:issued>2009-11-16</dcterms:issued>', '2009-11-16', []],
    ['<pubDate>16 November 2009, 14:00</pubDate>', '2009-11-16', []],
    ['<pubDate>soon</pubDate>', undefined, []],
    ['', undefined, []],
  ])('with %s is of %s', (elements, date, rivals) => {
    const release = first(rss(elements));
    expect(release.date?.value).toBe(date);
    expect(release.contradictions.map(({ value }) => value)).toEqual(rivals);
  });

  it('keeps what it cannot read of a date, and leaves out a time that means nothing', () => {
    expect(first(rss('<pubDate>soon</pubDate>')).notCarried).toEqual([
      '«soon» («pubDate»), which is not certainly one day',
    ]);
    const timeless = first(rss('<pubDate>16 Nov 2009 09:00</pubDate>'));
    expect(timeless.date).toEqual({ value: '2009-11-16', origin: '«pubDate»', confidence: 'likely' });
    expect(timeless.notes).toContain(
      'Of its date («pubDate») the day alone was taken: it does not say in which zone its time is.',
    );
  });

  it.each([
    ['2009-11-16T23:30:00Z', 'BAKU, 17 November 2009', 0],
    ['2009-11-16T23:30:00Z', 'BAKU, 17 November', 0],
    ['2009-12-31T23:30:00Z', 'BAKU, 1 January', 0],
    ['2009-11-16T09:30:00Z', 'BAKU, 19 November 2009', 1],
    ['2009-11-16T09:30:00Z', 'BAKU, 19 November', 1],
    ['2009-11-16', 'BAKU, 17 November 2009', 1],
  ])('of %s under the dateline %s contradicts itself %i times', (date, dateline, count) => {
    const release = first(
      rss(`<dc:date>${date}</dc:date><content:encoded>${dateline} - A course opened.</content:encoded>`),
    );
    expect(release.date?.value).toBe(date);
    expect(release.contradictions).toHaveLength(count);
    expect(release.dayAndMonth).toBeUndefined();
  });

  it('without a date has that of its dateline, and no more than that', () => {
    expect(content('<p>BAKU, 16 November 2009 - A course opened.</p>').date).toEqual({
      value: '2009-11-16',
      origin: 'dateline',
      confidence: 'likely',
    });
    expect(content('<p>BAKU, 16 November - A course opened.</p>')).toMatchObject({
      date: undefined,
      dayAndMonth: { value: { day: 16, month: 11 } },
    });
  });

  it('finds its page behind the address of a service, and under a guid that is one', () => {
    const counted = first(
      rss('<link>https://counter.example/~r/1</link><feedburner:origLink>https://f.example/one</feedburner:origLink>'),
    );
    expect([counted.url, counted.otherUrls]).toEqual(['https://f.example/one', ['https://counter.example/~r/1']]);
    expect(first(rss('<guid>https://f.example/two</guid>')).url).toBe('https://f.example/two');
    expect(first(rss('<guid isPermaLink="false">https://f.example/two</guid>')).url).toBeUndefined();
    expect(first(rss('<link>/three</link>')).url).toBe('https://f.example/three');
    expect(first(rss('<link>javascript:alert(1)</link>')).url).toBeUndefined();
  });

  it.each([
    ['AT&amp;amp;T', 'AT&T'],
    ['A &lt;em&gt;big&lt;/em&gt; day', 'A big day'],
    ['5 &lt; 6 and 7 &gt; 2', '5 < 6 and 7 > 2'],
    ['A\n  line', 'A line'],
    ['\u202EA', 'A'],
  ])('with the title %j is called «%s»', (written, title) => {
    expect(first(rss('').replace('<title>T<', `<title>${written}<`)).title?.value).toBe(title);
  });

  it('with a headline of four hundred characters is cut behind a word, and says where', () => {
    const release = first(rss('').replace('<title>T<', `<title>${'word '.repeat(80)}<`));
    expect(release.title?.value).toMatch(/^(?:word ){58}word…$/);
    expect(release.changed?.[0]).toMatch(/^The headline has 399 characters and was cut; it goes on «word/);
  });

  it.each([
    ['<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['&lt;p&gt;One &amp;amp; two.&lt;/p&gt;', 'One & two.'],
    ['First\n\nSecond', 'First\n\nSecond'],
    ['<p>Write &lt;/p&gt; at its end.</p>', 'Write \\</p> at its end.'],
  ])('has its text from %j', (html, markdown) => {
    expect(content(html).body).toBe(markdown);
  });

  it('says when its text was escaped twice', () => {
    expect(content('&lt;p&gt;One.&lt;/p&gt;').changed).toEqual([
      'The text («content:encoded») was escaped twice, and was read as the HTML that it was before.',
    ]);
  });

  it.each([
    'It begins […]',
    'It begins [...]',
    'It begins <a href="https://f.example/">Continue reading →</a>',
    'Начало. Читать далее',
  ])('whose text ends «%s» is a draft', (text) => {
    const release = content(`<p>${text}</p>`);
    expect(keyOf(release, 'status')).toBe('draft');
    expect(release.notes[0]).toContain('cut at its end');
  });

  it('keeps a summary that says something of its own, and no other', () => {
    const summaryBeside = (summary: string): string | undefined =>
      first(
        rss(`<description>${summary}</description><content:encoded>It lasts a week. Then it ends.</content:encoded>`),
      ).summary?.value;
    expect(summaryBeside('In &lt;b&gt;short&lt;/b&gt;.')).toBe('In short.');
    expect(summaryBeside('It lasts a week. […]')).toBeUndefined();
    expect(summaryBeside('T')).toBeUndefined();
  });

  it('that speaks of an embargo waits for somebody to look, and gets none', () => {
    const release = content('<p>Under embargo until noon.</p>');
    expect(release.speaksOfEmbargo).toBe(true);
    expect(keyOf(release, 'embargo')).toBeUndefined();
    expect(release.notes[0]).toContain('speaks of an embargo');
  });

  it('has the language that it names itself for certain', () => {
    expect(first(rss('<dc:language>ru</dc:language>', '<language>en</language>')).lang).toEqual({
      value: 'ru',
      origin: '«language»',
    });
    expect(first(rss('', '<language>en_us</language>')).lang).toMatchObject({ value: 'en-US', confidence: 'likely' });
  });

  it('tells of a mail address that is nobody’s name, and of files that are nowhere', () => {
    const release = first(
      rss(
        '<author>desk@f.example</author><enclosure url="data:text/html,x"/><media:content url="mailto:x@y.example"/>',
      ),
    );
    expect(release.notCarried).toEqual([
      'desk@f.example («author»)',
      'file «data:text/html,x»',
      'file «mailto:x@y.example»',
    ]);
    expect(release.labels).toEqual([]);
  });

  it('tells what was wrong in it and was read all the same', () => {
    expect(first(rss('<description>AT&T</description>')).changed).toEqual([
      '«&» is no character of XML and stays as it stands there.',
    ]);
  });
});

describe('an item of RDF', () => {
  it('is read under whatever prefixes', () => {
    const [release, other] = releases('desk.rdf');
    expect(other).toBeUndefined();
    expect(release).toMatchObject({
      title: { value: 'Открылся курс для наблюдателей' },
      date: { value: '2009-11-16T09:30:00+04:00', origin: '«d:date»' },
      places: [{ value: 'БАКУ' }],
      lang: { value: 'ru' },
      summary: { value: 'Кратко о курсе.' },
      sourceId: { value: 'https://desk.example/1', origin: '«rdf:about»' },
      notCarried: [],
    });
    expect(release?.labels.map(({ heading, value }) => `${heading}: ${value}`)).toEqual([
      'source: OSCE Office in Baku',
      'd:subject: Elections',
    ]);
  });
});

describe('an entry of Atom', () => {
  const [course, second] = releases('office.atom');

  it('has its text as XHTML, with links that start from its base', () => {
    expect(course?.body).toBe(
      'BAKU, 16 November 2009 - A **course** opened, see [the rules](https://office.example/news/2009/rules).',
    );
    expect(course?.url).toBe('https://office.example/news/2009/course');
    expect(course?.changed).toEqual(['1 element «script» left out of the text.']);
    expect(course?.title?.value).toBe('Course opens & runs');
  });

  it('has the day of issue, and apart from it the day of its change', () => {
    expect(course?.date).toEqual({ value: '2009-11-16T09:30:00+04:00', origin: '«a:published»' });
    expect(course === undefined ? '' : keyOf(course, 'updated')).toBe('2009-11-18T10:00:00+04:00');
  });

  it('that says only when it was changed is likely to be of that day, and says so', () => {
    expect(second?.date).toEqual({ value: '2009-12-01T10:00:00Z', origin: '«a:updated»', confidence: 'likely' });
    expect(second === undefined ? '' : keyOf(second, 'updated')).toBeUndefined();
    expect(second?.notes).toContain(
      'It says only when it was last changed («a:updated»): that was taken for its date. Look whether it is.',
    );
  });

  it('has the feed’s author where it names none, and terms by their addresses', () => {
    expect(course?.labels).toEqual([
      { heading: 'source', value: 'OSCE Office in Baku', origin: '«author» of the feed' },
      { heading: 'fields', value: 'Elections', origin: '«a:category»', id: 'elections', isOfAnyFacet: true },
    ]);
    expect(second?.labels).toEqual([
      { heading: 'source', value: 'OSCE Centre in Bishkek', origin: '«a:author»', id: 'bishkek' },
    ]);
  });

  it('has its own language for certain and the feed’s likely', () => {
    expect(course?.lang).toMatchObject({ value: 'en', confidence: 'likely' });
    expect(second?.lang).toEqual({ value: 'ru', origin: '«xml:lang»' });
  });

  it('tells of translations, other links and releases that were taken back', () => {
    expect(course?.notes[0]).toContain('in another language (ru)');
    expect(course?.notCarried).toEqual(['«link via: https://elsewhere.example/»']);
    expect(left('office.atom')).toEqual([
      'It takes «https://office.example/gone» back on 2010-01-01T00:00:00Z («Wrong hall») and has no text. If the archive has that release, write «status: withdrawn» into it, and under «corrections» an entry of the kind «withdrawal».',
    ]);
  });

  it('may be a document of its own, of the first version, or kept elsewhere', () => {
    const entry = (inside: string, namespace = 'http://www.w3.org/2005/Atom'): string =>
      `<entry xmlns="${namespace}"><title>T</title>${inside}</entry>`;
    expect(first(entry('<content>A &lt;b&gt;</content>')).body).toBe('A \\<b>');
    expect(
      first(
        entry(
          '<issued>2009-11-16T09:30Z</issued><content type="text/html" mode="escaped">A &lt;b&gt;b&lt;/b&gt;</content>',
          'http://purl.org/atom/ns#',
        ),
      ),
    ).toMatchObject({
      body: 'A **b**',
      date: { value: '2009-11-16T09:30:00Z' },
    });
    expect(first(entry('<content src="https://f.example/text" type="text/html"/>'))).toMatchObject({
      body: '',
      notCarried: ['the text, which is at «https://f.example/text» and not in the feed'],
    });
  });
});

describe('an item of JSON Feed', () => {
  const [course, second] = releases('desk.json');

  it('is read in version 1 as in 1.1', () => {
    expect(course).toMatchObject({
      title: { value: 'Course opens', origin: '«title»' },
      date: { value: '2009-11-16T09:30:00+04:00' },
      sourceId: { value: '17' },
      body: 'BAKU, 16 November 2009 - A course opened.\n\nIt runs for\\\na week.',
      notCarried: ['«external_url: https://elsewhere.example/»'],
    });
    expect(course?.labels.map(({ heading, value }) => `${heading}: ${value}`)).toEqual([
      'source: OSCE Office in Baku',
      'tags: Elections',
    ]);
    expect(course === undefined ? '' : keyOf(course, 'attachments')).toEqual([
      { href: 'https://desk.example/files/a.pdf', title: 'A', mediaType: 'application/pdf', size: 7 },
    ]);
    expect(course === undefined ? '' : keyOf(course, 'updated')).toBeUndefined();
  });

  it('may have a summary of its own, and HTML that was escaped twice', () => {
    expect(second).toMatchObject({ body: 'Escaped & again.', summary: { value: 'Something of its own.' } });
    expect(second?.changed?.[0]).toContain('escaped twice');
  });

  it('with nothing but a summary is a draft', () => {
    const item = { id: '1', title: 'T', summary: 'Short.', content_text: 'Short.' };
    const release = first(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items: [item] }));
    expect([release.body, keyOf(release, 'status')]).toEqual(['Short.', 'draft']);
  });

  it('of press has what JSON Feed has no key for, and notices of what was taken back', () => {
    const own = {
      place: ['Vienna', 'Warsaw'],
      type: 'statement',
      contacts: [{ name: 'A' }],
      corrections: [{ date: '2009-11-18', kind: 'update', note: 'x' }],
    };
    const text = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      _press: { withdrawn: [{ id: 'tag:x,2009:gone', date: '2009-11-18', reason: 'Wrong' }] },
      items: [
        {
          id: 'tag:x.example,2009-01-01:my-id',
          title: 'T',
          content_html: '<p><strong>Update (2009-11-18):</strong> x</p><p>Text.</p>',
          _press: own,
        },
      ],
    });
    const release = first(text);
    expect(release).toMatchObject({
      type: { value: 'statement' },
      places: [{ value: 'Vienna' }, { value: 'Warsaw' }],
      body: 'Text.',
    });
    expect([keyOf(release, 'id'), keyOf(release, 'contacts'), keyOf(release, 'corrections')]).toEqual([
      'my-id',
      own.contacts,
      own.corrections,
    ]);
    expect(feed.leavesOut?.(source(text))[0]?.message).toContain(
      'It takes «tag:x,2009:gone» back on 2009-11-18 («Wrong»)',
    );
  });

  it('with values of any form harms nobody', () => {
    for (const odd of [null, 5, 'x', [], {}, [null], [5], [{}], true]) {
      const keys = [
        'id',
        'title',
        'content_html',
        'content_text',
        'summary',
        'date_published',
        'authors',
        'author',
        'tags',
        'attachments',
        '_press',
        'language',
        'url',
      ];
      const item = { ...Object.fromEntries(keys.map((name) => [name, odd])), title: 'T' };
      const text = JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [item, odd],
        authors: odd,
        next_url: odd,
        _press: odd,
      });
      expect(feed.read(source(text))).toHaveLength(1);
    }
  });
});

describe('what a system of sites exports', () => {
  const [published, draft, locked] = releases('system-export.xml');

  it('has paragraphs between empty lines, as its editors saw them', () => {
    expect(published?.body).toBe(
      'BAKU, 3 June 2009 - First paragraph.\\\nIts second line.\n\n**Second** paragraph.\n\n- Item',
    );
    expect(published).toMatchObject({ summary: { value: 'In short.' }, date: { value: '2009-06-03T08:00:00Z' } });
    expect(published?.labels[1]).toMatchObject({ heading: 'category', value: 'Elections', id: 'elections' });
    expect(published === undefined ? '' : keyOf(published, 'updated')).toBe('2009-06-05T09:00:00Z');
    expect(published?.notes).toEqual([
      'Fields of the system were not read: berth.',
      'Of the feed itself nothing was taken along: wp:wxr_version.',
    ]);
  });

  it('lets nothing out that was not public there', () => {
    expect(
      [published, draft, locked].map((release) => (release === undefined ? '' : keyOf(release, 'status'))),
    ).toEqual([undefined, 'draft', 'draft']);
    expect(draft?.date).toBeUndefined();
    expect(left('system-export.xml')).toEqual([
      'item 4: It is of the type «attachment», and no text: https://harbour.example/files/pier.jpg.',
      'item 5: It lay in the bin of the system.',
    ]);
  });
});
