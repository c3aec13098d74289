import { describe, expect, it } from 'vitest';
import { pageHtml } from '../../../src/importers/page-html.ts';
import { readProfile } from '../../../src/importers/profile/read-profile.ts';
import type { ImportSource, SourceRelease } from '../../../src/model/importer.ts';
import { personsData } from '../../../src/repository/persons-data.ts';
import { source } from '../pages.ts';

const head = '<html lang=en><head><link rel=canonical href="https://news.example.org/7"></head>';
const plain = `${head}<body><div class=top><h2 class=headline>Ferry <i>school</i> opens</h2>
<div class=meta>Issued on 03/06/2009 in Lankaran by the <a class=office href=/o>Harbour Office</a> <span data-id="HO-7"></span>
<a rel=tag>Education</a> <a rel=tag>Elections</a><a class=country>Azerbaijan</a></div>
<div class=text><p>The school opened today.</p><p class=share>Share this page with others now.</p><p>It has <b>two</b> rooms.</p></div>
<p class=contact>Ana Ray, ana@example.org</p></div></body></html>`;

const yaml = `
title: .headline
date: {select: .meta, pattern: 'on (\\S+)', format: day-month-year}
place: {select: .meta, pattern: 'in (\\w+)'}
source: a.office
subjects: '[rel=tag]'
contacts: .contact
id: {select: '[data-id]', attribute: data-id}
lang: {value: en}
type: {value: Press release}
facets: {country: .country}
body: .text
skip: .share
`;

function with_(html: string, ...profiles: readonly string[]): ImportSource {
  const read = profiles.map((each, at) => readProfile(personsData(`p${at + 1}.yaml`, Buffer.from(each))));
  return { ...source(html, 'a.html'), profiles: read };
}

function releases(html: string, ...profiles: readonly string[]): readonly SourceRelease[] {
  return pageHtml.read(with_(html, ...profiles));
}

describe('a page that a profile is for', () => {
  it('says what stands where the profile looks', () => {
    const [release] = releases(plain, yaml);
    expect(release).toMatchObject({
      title: { value: 'Ferry school opens', origin: '«.headline» of the profile' },
      date: { value: '2009-06-03', origin: '«.meta» of the profile' },
      places: [{ value: 'Lankaran', origin: '«.meta» of the profile' }],
      contacts: [{ value: 'Ana Ray, ana@example.org' }],
      lang: { value: 'en', origin: '«value» of the profile' },
      type: { value: 'press-release' },
      sourceId: { value: 'HO-7', origin: '«[data-id], attribute data-id» of the profile' },
      url: 'https://news.example.org/7',
      body: 'The school opened today.\n\nIt has **two** rooms.',
      notCarried: [],
      notes: ['The text does not begin with a dateline that press is sure of.'],
    });
    expect(release?.labels.map(({ heading, value, isOfAnyFacet }) => [heading, value, isOfAnyFacet])).toEqual([
      ['source', 'Harbour Office', undefined],
      ['subjects', 'Education', true],
      ['subjects', 'Elections', true],
      ['country', 'Azerbaijan', undefined],
    ]);
    expect(release?.title?.confidence).toBeUndefined();
  });

  it('tries the places in their order', () => {
    const [release] = releases(plain, 'title: [h1, .top .headline, a]\nbody: [main, .text p]\n');
    expect([release?.title?.value, release?.body]).toEqual([
      'Ferry school opens',
      'The school opened today.\n\nShare this page with others now.\n\nIt has **two** rooms.',
    ]);
  });

  it('keeps what the text itself says of place and day, and reports what differs', () => {
    const page = plain.replace('The school', 'BAKU, 4 June 2009 - The school');
    const [quiet] = releases(page, 'title: .headline\nbody: .text\n');
    expect([quiet?.date?.origin, quiet?.places[0]?.value]).toEqual(['dateline', 'BAKU']);
    const [told] = releases(page, yaml);
    expect(told?.contradictions).toEqual([
      { key: 'date', value: '2009-06-04', origin: 'dateline' },
      { key: 'place', value: 'BAKU', origin: 'dateline' },
    ]);
  });

  it('leaves its title out of the text, and takes no word twice', () => {
    const [release] = releases(plain, 'title: .headline\nbody: [.top, .text]\nskip: .meta\n');
    expect(release?.body.startsWith('The school opened today.')).toBe(true);
    expect(releases(plain, 'title: .headline\nbody: div\nskip: .meta\n')[0]?.body).toBe(release?.body);
  });

  it('says what it looks for in vain, and what does not fit', () => {
    const [release] = releases(
      plain,
      `${yaml.replace('a.office', '.bureau').replace("'in (", "'at (")}summary: .lead\n`,
    );
    expect(release?.places).toEqual([]);
    expect(release?.notes.slice(1)).toEqual([
      'The profile «p1.yaml» looks for source at «.bureau», where this page has nothing.',
      'The profile «p1.yaml» looks for summary at «.lead», where this page has nothing.',
      '«Issued on 03/06/2009 in Lankaran by the Harbour Office Educ…» at «.meta» does not fit the pattern «at (\\w+)» of the profile.',
    ]);
  });

  it.each([
    ['03/06/2009', 'day-month-year', '2009-06-03'],
    ['03/06/2009', 'month-day-year', '2009-03-06'],
    ['2009.6.3', 'year-month-day', '2009-06-03'],
    ['3-6-2009', 'day-month-year', '2009-06-03'],
    ['2009-06-03T22:00:00Z', 'day-month-year', '2009-06-03'],
    ['3 June 2009', 'month-day-year', '2009-06-03'],
    ['31/02/2009', 'day-month-year', undefined],
    ['03/06/09', 'day-month-year', undefined],
  ])('reads %s in the order %s as %s', (written, format, date) => {
    const profile = `title: h2\nbody: .text\ndate: {select: .meta, pattern: 'on (.+?) in', format: ${format}}\n`;
    const [release] = releases(plain.replace('03/06/2009', written), profile);
    const unread = `«${written}» («.meta» of the profile) is no date that can be read for certain`;
    expect([release?.date?.value, release?.notCarried]).toEqual([date, date === undefined ? [unread] : []]);
  });
});

describe('a page on which a profile finds nothing', () => {
  const elsewhere =
    '<main><h1>A headline</h1><ul><li>Place:</li><li>BAKU</li></ul><p>BAKU, 3 June 2009 - A text of some length.</p></main>';

  it('is refused with what was looked for', () => {
    expect(() => releases(elsewhere, yaml)).toThrow(
      '«a.html» has nothing where the profile «p1.yaml» looks for the title: «.headline».',
    );
    expect(() => releases(elsewhere, 'title: h1\nbody: [.text, .b]\n')).toThrow('looks for the text: «.text» or «.b».');
  });

  it('is read as any other where the profile wants that, and says so', () => {
    const [release] = releases(elsewhere, `${yaml}fallback: true\n`);
    expect([release?.title?.value, release?.notes.at(-1)]).toEqual([
      'A headline',
      'The profile «p1.yaml» found no title here; the page was read as any other.',
    ]);
  });

  it('is read as any other where no profile is for it, and says so', () => {
    const [release] = releases(elsewhere, `${yaml}match: {selector: .top}\n`);
    expect(release?.notes.at(-1)).toBe('None of the profiles is for this page; it was read as any other.');
  });

  it('belongs to the first profile that is for it', () => {
    const named = (host: string, extra = ''): string =>
      `title: h2\nbody: .text\nmatch: {host: ${host}}\nsource: {value: ${host}}\n${extra}`;
    const labels = (html: string): unknown =>
      releases(html, named('other.example.org'), named('news.example.org'), named('x.example.org'))[0]?.labels[0]
        ?.value;
    expect(labels(plain)).toBe('news.example.org');
    expect(labels(plain.replace('https://news.', 'https://www.news.'))).toBe('news.example.org');
    // A page that does not say where it is from may be from anywhere.
    expect(labels(plain.replace(/<link.*?>/, ''))).toBe('other.example.org');
  });
});

describe('a page with several entries', () => {
  const entry = (at: number, text: string): string =>
    `<div class=item><h3><a href="/n/${at}">Title ${at}</a></h3><time>${at} June 2009</time>${text}</div>`;
  const list = `${head}<body><h1>News</h1>${entry(1, '<div class=t><p>Text of one.</p></div>')}${entry(2, '<p class=lead>In short.</p>')}<div class=item>More</div></body></html>`;
  const listed =
    'entry: .item\ntitle: h3\ndate: time\nurl: {select: h3 a, attribute: href}\nsummary: .lead\nbody: .t\n';

  it('gives a release for each, and none the address of the page', () => {
    const read = releases(list, listed);
    expect(
      read.map(({ part, title, date, url, summary, body }) => [
        part,
        title?.value,
        date?.value,
        url,
        summary?.value,
        body,
      ]),
    ).toEqual([
      ['entry 1', 'Title 1', '2009-06-01', 'https://news.example.org/n/1', undefined, 'Text of one.'],
      ['entry 2', 'Title 2', '2009-06-02', 'https://news.example.org/n/2', 'In short.', ''],
    ]);
    expect(read[1]?.notes).toContain(
      'Only a teaser stands on this page. Save the page with the text, and import that.',
    );
    expect(releases(list, listed.replace(/url.*\n/, ''))[0]?.url).toBeUndefined();
  });

  it('names the entries that hold none', () => {
    const page = with_(list, listed);
    pageHtml.read(page);
    expect(pageHtml.leavesOut?.(page)).toEqual([
      { part: 'entry 3', message: 'It has no title where the profile looks for it.' },
    ]);
  });

  it('is refused where there are none', () => {
    expect(() => releases(list, listed.replace('.item', '.news'))).toThrow('looks for the entries: «.news».');
  });
});

describe('a page made by a system that is known', () => {
  it.each([
    [
      '<article><h1 class="entry-title">A title</h1><time class="entry-date published" datetime="2009-06-03T10:00:00+04:00">3/6</time><div class="entry-content"><p>Words.</p></div></article>',
    ],
    [
      '<h1 itemprop=headline>A title</h1><meta itemprop=datePublished content="2009-06-03"><div itemprop=articleBody><p>Words.</p></div>',
    ],
    [
      '<h1 class=page-title>A title</h1><div class="field field--name-field-date"><time datetime="2009-06-03">x</time></div><div class="field field--name-body"><p>Words.</p></div>',
    ],
  ])('is read though nothing else shows a release, and what is found is likely: %s', (html) => {
    const [release] = releases(html);
    expect(release).toMatchObject({
      title: { value: 'A title', confidence: 'likely' },
      date: { value: '2009-06-03', confidence: 'likely' },
      body: 'Words.',
    });
  });

  it('is read so though comments below the text look like a list', () => {
    const comment = (at: number): string =>
      `<li class=comment><h4>Reader ${at}</h4><time datetime="2009-07-0${at}">x</time><p>I like it.</p></li>`;
    const html = `<h1 class="entry-title">A title</h1><time class="published" datetime="2009-06-03">x</time><div class="entry-content"><p>Words.</p></div><ol>${comment(1)}${comment(2)}</ol>`;
    expect(releases(html).map(({ title, body }) => [title?.value, body])).toEqual([['A title', 'Words.']]);
  });

  it('is not read as one release where several texts stand on it', () => {
    const post = (at: number): string =>
      `<article><h2 class="entry-title">Title ${at}</h2><time class="published" datetime="2009-06-0${at}">x</time><div class="entry-content"><p>Words of ${at}.</p><p>More of them.</p></div></article>`;
    expect(
      releases(`<h1>News</h1>${post(1)}${post(2)}`).map(({ part, title, date, body }) => [
        part,
        title?.value,
        date?.value,
        body,
      ]),
    ).toEqual([
      ['entry 1', 'Title 1', '2009-06-01', 'Words of 1.\n\nMore of them.'],
      ['entry 2', 'Title 2', '2009-06-02', 'Words of 2.\n\nMore of them.'],
    ]);
  });
});
