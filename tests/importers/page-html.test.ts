import { describe, expect, it } from 'vitest';
import { page, readHtml, source } from './pages.ts';

const facts = '<ul><li>Place:</li><li>BAKU</li></ul>';
const lead = '<p>BAKU, 3 June 2009 - The first paragraph of a text.</p>';

/** A page with a headline, a list and a text. */
function pageOf(body: string, { head = '', list = facts } = {}): string {
  return `<!doctype html><html><head><meta charset="utf-8">${head}</head><body><main><h1>A headline</h1>${list}${lead}${body}</main></body></html>`;
}

/** What the body of such a page says after its first paragraph. */
function bodyOf(body: string, head = ''): string {
  return readHtml(pageOf(body, { head })).body.split('\n\n').slice(1).join('\n\n');
}

describe('a page in HTML', () => {
  it('reads its main part only, and carries its address and language', () => {
    const { title, body, url, lang, notCarried } = readHtml(page('ferry-course.html'));
    expect(title).toEqual({
      value: 'Harbour course for young ferry observers opens in Lankaran',
      origin: 'main heading',
    });
    expect([url, lang?.value, notCarried]).toEqual(['https://news.example.org/lankaran/7001', 'en-GB', []]);
    for (const stray of [
      'Harbour News',
      'Topics',
      'this is code',
      'color',
      'written by a script',
      'never shown',
      '2009',
    ])
      expect(body).not.toContain(stray);
  });

  it('reads definitions, and takes the narrowest part that says as much', () => {
    const { title, date, places, labels, type, body, notCarried } = readHtml(page('definitions.html'));
    expect([title?.value, date, type?.value]).toEqual([
      'Rangers thank the voters of the high valley',
      { value: '2010-05-20', origin: 'list item «Date»' },
      'statement',
    ]);
    expect(places.map(({ value }) => value)).toEqual(['VIENNA', 'TIRANA']);
    expect(labels.map(({ heading, value }) => `${heading}: ${value}`)).toEqual([
      'Source: Presence in Albania',
      'Topic: Elections',
      'Author: I. Dervishi',
    ]);
    expect(body).not.toContain('Other words');
    expect(notCarried).toEqual(["footer of the text «Rangers' office»"]);
  });

  it('writes the text as Markdown', () => {
    expect(readHtml(page('definitions.html')).body)
      .toBe(String.raw`**VIENNA/TIRANA, 20 May 2010** – The rangers of the high valley thanked everybody who walked to vote.

> It was a long way,

one of them [wrote](/valley?a=1\&b=2), and another agreed.\
They will meet again

in spring, says <rangers@example.org>.

![The valley in snow](/v.jpg)

*Photo: the valley*

| Path | Hours |
| - | - |
| North\|East | 4 |
| South | |

\---`);
  });

  it('reads pages that are laid out in tables', () => {
    const { title, date, labels, body, contradictions } = readHtml(page('old-table.html'));
    expect([title?.value, date?.value, labels.length, contradictions]).toEqual([
      'Council of ferrymen meets in the old customs house',
      '2004-09-01',
      2,
      [],
    ]);
    expect(body.split('\n\n').map((paragraph) => paragraph.slice(0, 20))).toEqual([
      'YEREVAN, 1 September',
      'It will meet again i',
    ]);
  });

  it('finds the list beside the text, unless it is about an event', () => {
    const beside = '<aside><ul><li>Date:</li><li>3 June 2009</li><li>Source:</li><li>Press desk</li></ul></aside>';
    expect(readHtml(pageOf(beside, { list: '' })).labels.map(({ value }) => value)).toEqual(['Press desk']);
    const event = '<ul><li>Date: 9 July 2009</li><li>Place: Ganja</li></ul>';
    const about = readHtml(pageOf(`<p>The next meeting:</p>${event}`, { list: '' }));
    expect([about.date?.value, about.places[0]?.value]).toEqual(['2009-06-03', 'BAKU']);
    expect(about.body).toContain('- Date: 9 July 2009\n- Place: Ganja');
  });

  it('takes a date that stands under the headline, before what the dateline says', () => {
    const { date } = readHtml(
      pageOf('', { list: '<p>Print</p><p class="date">4 June 2009</p><ul><li><a href="/share">Share</a></li></ul>' }),
    );
    expect(date).toEqual({ value: '2009-06-04', origin: 'line under the headline', confidence: 'likely' });
  });

  it.each([
    [
      '<meta property="article:published_time" content="2009-06-05T22:00:00Z">',
      '2009-06-05',
      "«article:published_time» in the page's head",
    ],
    ['<meta name="DC.date" content="2009-06-06">', '2009-06-06', "«dc.date» in the page's head"],
  ])('knows the day of %s, and sets it behind what people read', (head, value, origin) => {
    const silent = readHtml(pageOf('', { head }).replace(', 3 June 2009', ''));
    expect(silent.date).toEqual({ value, origin });
    expect(readHtml(pageOf('', { head })).contradictions).toEqual([{ key: 'date', value, origin }]);
  });

  it('takes the one day of its time elements, and none when there are several', () => {
    const undated = (body: string): string => pageOf(body).replace(', 3 June 2009', '');
    expect(readHtml(undated('<time datetime="2009-06-03T10:00:00+04:00">then</time>')).date?.value).toBe('2009-06-03');
    expect(
      readHtml(undated('<time datetime="2009-06-03">a</time> <time datetime="2009-06-04">b</time>')).date,
    ).toBeUndefined();
  });

  it.each([
    ['<link rel="canonical" href="https://example.org/a b">', 'https://example.org/a%20b'],
    ['<meta property="og:url" content="http://example.org/x">', 'http://example.org/x'],
    [
      '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://example.org/y">',
      'https://example.org/y',
    ],
    ['<link rel="canonical" href="/relative">', undefined],
  ])('knows its own address from %s', (head, url) => {
    expect(readHtml(pageOf('', { head })).url).toBe(url);
  });

  it('knows its own address from the note that browsers leave in a saved page', () => {
    expect(readHtml(`<!-- saved from url=(0024)https://example.org/7 -->\n${pageOf('')}`).url).toBe(
      'https://example.org/7',
    );
  });

  it('takes the headline from the head of a page that has no main heading', () => {
    const { title } = readHtml(
      '<head><meta property="og:title" content="A headline"></head><body><p>BAKU, 3 June 2009 - A text of some length.</p></body>',
    );
    expect(title?.value).toBe('A headline');
  });

  it('refuses pages that say another encoding than they have, unless a byte-order mark says better', () => {
    const declared = pageOf('<p>Ж</p>').replace('utf-8', 'windows-1251');
    expect(() => readHtml(declared)).toThrow(
      '«page» says that it is written in «windows-1251», and its bytes are UTF-8.',
    );
    const meta = '<meta http-equiv=Content-Type content="text/html; charset=koi8-r">';
    expect(() => readHtml(declared.replace('<meta charset="windows-1251">', meta))).toThrow('«koi8-r»');
    expect(readHtml(`\uFEFF${declared}`).title?.value).toBe('A headline');
    expect(readHtml({ ...source(declared), writtenIn: 'windows-1251' }).title?.value).toBe('A headline');
    expect(readHtml(pageOf('<p>Ж</p>').replace('utf-8', 'UTF8')).title?.value).toBe('A headline');
    // Letters that all encodings share contradict nothing.
    expect(readHtml(pageOf('').replace('utf-8', 'iso-8859-1')).title?.value).toBe('A headline');
  });

  it('refuses a page without a release', () => {
    expect(() => readHtml('<h1>Shop</h1><p>Buy more ferries, they are good for you.</p>')).toThrow(
      '«page» holds no release',
    );
  });
});

describe('the text of a page in HTML', () => {
  it.each([
    ['marks that overlap and nest', '<p><b>a <i>b</i></b><i> c</i> <em>d <em>e</em></em></p>', '**a _b_** *c* *d e*'],
    ['blanks at the edges of marks', '<p>one<b> two </b>three<i> </i>four</p>', 'one **two** three four'],
    ['marks around nothing', '<p>a<b></b><i><b> </b></i>b</p>', 'a b'],
    ['deleted words', '<p><del>old</del> new</p>', '~~old~~ new'],
    ['quotations in a line', '<p>He said <q>yes</q>.</p>', 'He said “yes”.'],
    ['line breaks', '<p>a<br> b<br/><br>c<br></p>', 'a\\\nb\n\nc'],
    [
      'text outside of paragraphs',
      'loose <b>words</b><div>in a box</div>and after',
      'loose **words**\n\nin a box\n\nand after',
    ],
    ['preformatted text', '<pre>one\n  two</pre>', 'one\\\ntwo'],
    [
      'headings',
      '<h1>Again</h1><h2>Part</h2><h3>Piece<br>two</h3><p>one</p>',
      '## Again\n\n## Part\n\n### Piece two\n\none',
    ],
    [
      'nested lists',
      '<p>x:</p><ol><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>',
      'x:\n\n1. a\n   - b\n2. c\n\n   d',
    ],
    ['items without a list', '<p>x:</p><li>a<li>b', 'x:\n\n- a\n\n* b'],
    ['a line across', '<p>one</p><hr><p>two</p>', 'one\n\n***\n\ntwo'],
    ['no-break blanks', '<p>10&nbsp;000</p><p>&nbsp;</p>', '10\u00a0000'],
    [
      'a table without headings',
      '<p>x:</p><table><tr><td>a</td><td>b<br>c</td></tr></table>',
      'x:\n\n| | |\n| - | - |\n| a | b c |',
    ],
  ])('keeps %s', (_, html, markdown) => {
    expect(bodyOf(html)).toBe(markdown);
  });

  it.each([
    ['an empty line of marks', '<p>---</p>', '\\---'],
    ['a number that would begin a list', '<p>1. x</p>', '1\\. x'],
    ['a comment of the house', '<p>&lt;!-- press-ignore --&gt;</p>', '&lt;!-- press-ignore -->'],
    ['a tag', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>', '\\<script>alert(1)\\</script>'],
    ['a reference', '<p>&amp;lt; &amp;copy;</p>', '\\&lt; \\&copy;'],
    ['links and pictures', '<p>[a](b) ![c](d) [e]: f</p>', '\\[a]\\(b) !\\[c]\\(d) \\[e]: f'],
    [
      'addresses, which are no marks',
      '<p>a_b@example.org https://example.org/a www.example.org</p>',
      'a\\_b@example.org https://example.org/a www\\.example.org',
    ],
  ])('escapes %s', (_, html, markdown) => {
    expect(bodyOf(html).replace('www\\.', 'www.').replace('a\\_b', 'a_b')).toBe(
      markdown.replace('www\\.', 'www.').replace('a\\_b', 'a_b'),
    );
  });

  it.each([
    ['https://example.org/x?y=1#z', 'https://example.org/x?y=1#z'],
    ['/path?a=b', '/path?a=b'],
    ['other.html', 'other.html'],
    ['//cdn.example.org/x', 'https://cdn.example.org/x'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    [' https://example.org/\n', 'https://example.org/'],
  ])('keeps a link to %s', (href, url) => {
    expect(bodyOf(`<p><a href="${href}">word</a></p>`)).toBe(`[word](${url})`);
  });

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' JAVASCRIPT:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'http://[',
    '#top',
    '',
  ])('leaves the words of a link to %j', (href) => {
    expect(bodyOf(`<p><a href="${href.replace('\n', '&#10;')}">word</a></p>`)).toBe('word');
  });

  it('counts links that are unsafe, and makes relative ones absolute where the page has an address', () => {
    expect(readHtml(pageOf('<p><a href="javascript:x">a</a> <a href="#b">b</a></p>')).changed).toEqual([
      '1 link led to no web or mail address; the words stayed.',
    ]);
    expect(bodyOf('<p><a href="../x">a</a></p>', '<link rel=canonical href="https://example.org/a/b">')).toBe(
      '[a](https://example.org/x)',
    );
  });

  it.each([
    '<script>stray()</script>',
    '<style>stray</style>',
    '<template><p>stray</p></template>',
    '<noscript>stray</noscript>',
    '<nav>stray</nav>',
    '<svg><text>stray</text></svg>',
    '<p hidden>stray</p>',
    '<div style="color:red; display : none">stray</div>',
    '<select><option>stray</select>',
    '<button>stray</button>',
    '<textarea>stray</textarea>',
    '<!-- stray -->',
    '<iframe>stray</iframe>',
    '<div role="navigation">stray</div>',
  ])('leaves out %s', (html) => {
    expect(readHtml(pageOf(`${html}<p>kept</p>`)).body).toMatch(/^BAKU, 3 June 2009[^]*text\.\n\nkept$/);
  });
});
