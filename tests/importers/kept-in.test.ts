/** What a source keeps in stays in, however it says so. */
import { describe, expect, it } from 'vitest';
import { feed } from '../../src/importers/feed.ts';
import { json } from '../../src/importers/json.ts';
import { newsmlG2 } from '../../src/importers/newsml-g2.ts';
import { ninjs } from '../../src/importers/ninjs.ts';
import type { SourceRelease } from '../../src/model/importer.ts';
import { post } from './markdown-posts.ts';
import { readHtml, source } from './pages.ts';

const statusIn = (release: SourceRelease | undefined): unknown => release?.frontMatter?.get('status')?.value;

describe('a source', () => {
  it.each([
    ['<control xmlns="http://www.w3.org/2007/app"><draft>yes</draft></control>', 'draft'],
    ['<a:control xmlns:a="http://purl.org/atom/app#"><a:draft/></a:control>', 'draft'],
    ['<control xmlns="http://www.w3.org/2007/app"><draft>no</draft></control>', undefined],
    ['', undefined],
  ])('of Atom with «%s» has the status %s', (control, status) => {
    const entry = `<entry><id>urn:1</id><title>T</title><published>2009-01-02T00:00:00Z</published><content>A text.</content>${control}</entry>`;
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><id>urn:f</id>${entry}</feed>`;
    expect(statusIn(feed.read(source(text))[0])).toBe(status);
  });

  it.each([
    [{ _draft: true }, 'draft'],
    [{ status: 'draft' }, 'draft'],
    [{ _weather: 'fine' }, undefined],
  ])('of JSON Feed with %j has the status %s', (more, status) => {
    const item = { id: '1', title: 'T', content_text: 'A text.', date_published: '2009-01-02T00:00:00Z', ...more };
    const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'F', items: [item] });
    expect(statusIn(feed.read(source(text))[0])).toBe(status);
  });

  it.each([
    [{ pubStatus: 'usable' }, undefined],
    [{ pubStatus: ['withheld'] }, 'hold'],
    [{ pubstatus: 'withheld' }, 'hold'],
    [{ pubStatus: 'usable', embargoed: '2099-01-01T00:00:00Z' }, 'hold'],
    [{ pubStatus: 'canceled' }, 'withdrawn'],
  ])('of ninjs with %j has the status %s', (more, status) => {
    const item = { uri: 'urn:1', versionCreated: '2009-01-02T00:00:00Z', title: 'T', ...more };
    expect(statusIn(ninjs.read(source(JSON.stringify(item)))[0])).toBe(status);
  });

  it.each([
    ['<pubStatus qcode="stat:usable"/>', undefined],
    ['', undefined],
    ['<pubStatus literal="withheld"/>', 'hold'],
    ['<pubStatus/>', 'hold'],
    ['<pubStatus qcode="stat:usable"/><pubStatus qcode="stat:withheld"/>', 'hold'],
    ['<pubStatus qcode="stat:canceled"/>', 'withdrawn'],
  ])('of NewsML-G2 with «%s» has the status %s', (pubStatus, status) => {
    const meta = `<itemMeta><versionCreated>2009-01-02T00:00:00Z</versionCreated>${pubStatus}</itemMeta>`;
    const text = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1">${meta}<contentMeta><headline>T</headline></contentMeta></newsItem>`;
    expect(statusIn(newsmlG2.read(source(text))[0])).toBe(status);
  });

  it.each([
    [{ status: ['draft'] }, '["draft"]'],
    [{ status: 'published', draft: true }, 'draft'],
    [{ draft: { value: true } }, 'draft'],
    [{ status: 'published', published: false }, 'draft'],
    [{ status: 'published', public: false }, 'published'],
    [{ draft: false }, undefined],
    [{ status: 'hold', draft: false }, 'hold'],
  ])('of JSON with %j has the status %s', (more, status) => {
    const record = { title: 'T', date: '2009-01-02', body: 'A text.', ...more };
    expect(statusIn(json.read(source(JSON.stringify(record)))[0])).toBe(status);
  });

  it.each(['x: &d {draft: true}', '? draft\n: true', 'draft:true', 'x: *y\n  draft: true'])(
    'of Markdown that cannot be read strictly stays in with «%s»',
    (lines) => {
      const release = post(`title: T\nbroken: "no end\n${lines}`);
      expect([statusIn(release), (release.undecided ?? []).length > 0]).toEqual(['draft', true]);
    },
  );

  it('of Markdown that cannot be read strictly goes out where it speaks of no switch', () => {
    expect(statusIn(post('title: T\nsummary: Of a draft: and more\nx: *y'))).toBeUndefined();
    expect(statusIn(post('title: T\ndraft: false\nx: *y'))).toBeUndefined();
  });

  it.each([
    'NOT FOR RELEASE BEFORE 1 JANUARY 2099',
    'Not for publication until Monday.',
    'HOLD FOR RELEASE UNTIL NOON',
    'Sperrfrist: 1. Januar 2099',
    'Не публиковать до 1 января.',
    'DRAFT – DO NOT DISTRIBUTE',
  ])('that says «%s» waits for somebody to look', (words) => {
    const page = (first: string): string =>
      `<h1>Course opens</h1><p>Press release</p><p>Date: 3 June 2009</p><p>${first}</p><p>A course has opened on the pier today, the office said.</p>`;
    expect(readHtml(page(words)).speaksOfEmbargo).toBe(true);
    expect(readHtml(page('For immediate release: the release of prisoners was discussed.')).speaksOfEmbargo).toBe(
      false,
    );
  });

  it('keeps no program that stands behind a remark', () => {
    const { body } = post('title: T', '<!-- c --> <script>alert(3)</script> words\n\n<!-- a\nb --> <b>bold</b>\n');
    expect(body).not.toMatch(/<script|<b>|alert/);
    expect(body).toMatch(/<!-- c -->[\s\S]+words[\s\S]+\*\*bold\*\*/);
  });

  it.each([
    [
      '<script>alert(1)</script> and <b>words</b> [a](javascript:alert(1)) end',
      'and **words** \\[a]\\(javascript:alert(1)) end',
    ],
    ['<img src=x onerror=alert(1)> words', '![](x) words'],
    ['A [link](javascript:alert(1)) to `javascript:x`.', 'A link to `javascript:x`.'],
    ['A text, 1 < 2, with <b>bold</b>.', 'A text, 1 < 2, with <b>bold</b>.'],
  ])('of JSON and ninjs with «%s» has a harmless text', (written, body) => {
    const record = { title: 'T', date: '2009-01-02', body: written };
    const item = { uri: 'urn:1', versionCreated: '2009-01-02T00:00:00Z', title: 'T', pubStatus: 'usable' };
    const bodies = [{ contentType: 'text/markdown', value: written }];
    for (const release of [
      json.read(source(JSON.stringify(record)))[0],
      ninjs.read(source(JSON.stringify({ ...item, bodies })))[0],
    ])
      expect([release?.body.trim(), (release?.changed ?? []).length > 0]).toEqual([body, body !== written]);
  });

  it('says when it was issued in words of its system', () => {
    const page = (line: string): string =>
      `<h1>Course opens</h1><p>Press release</p><p>${line}</p><p>BAKU, 4 March 2017 – A course has opened on the pier today, the office said.</p>`;
    for (const line of ['Posted on March 4, 2017', 'Published: 4 March 2017', '4 March 2017']) {
      const release = readHtml(page(line));
      expect(release.date?.value).toBe('2017-03-04');
      expect(release.body).toMatch(/^BAKU/);
    }
    expect(readHtml(page('Last updated on March 9, 2018')).date?.value).toBe('2017-03-04');
  });

  it('loses nothing behind what is for readers without scripts', () => {
    const html =
      '<h1>Ferries</h1><p>Press release</p><p>BAKU, 3 June 2009 – Two companies agreed today on the pier.</p>';
    expect(
      readHtml(`${html}<noscript><p title="</noscript>x">y</noscript><p>The end of it is here.</p>`).body,
    ).toContain('The end of it is here.');
  });
});
