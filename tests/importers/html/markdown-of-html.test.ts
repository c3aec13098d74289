import { describe, expect, it } from 'vitest';
import { markdownOfHtml } from '../../../src/importers/html/markdown-of-html.ts';

const base = 'https://press.example.org/a/c';
const read = (html: string, from: string | undefined = base): ReturnType<typeof markdownOfHtml> =>
  markdownOfHtml(html, { base: from, name: 'a.html' });

/** A mail address as Cloudflare hides it. */
function hidden(address: string): string {
  const key = 0x5a;
  return [key, ...Buffer.from(address).map((byte) => byte ^ key)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

describe('a piece of HTML as Markdown', () => {
  it('keeps words and marks, and makes links absolute', () => {
    const { body, links } = read('<p>We <b>met</b> <a href="../b">them</a> and <a href="../b">them</a>.</p>');
    expect(body).toBe('We **met** [them](https://press.example.org/b) and [them](https://press.example.org/b).');
    expect(links).toEqual(['https://press.example.org/b']);
    expect(read('<a href="../b">them</a>', undefined as never).links).toEqual(['https://press.example.org/b']);
    expect(markdownOfHtml('<a href="/b">them</a>', { base: undefined, name: 'x' }).links).toEqual(['/b']);
  });

  it('makes nothing of nothing', () => {
    expect(read('')).toEqual({ body: '', changed: [], notCarried: [], links: [], images: [] });
  });

  it.each([
    [
      'a table with headings over columns and rows',
      '<table><tr><th colspan=2>North</th><th>South</th></tr><tr><td rowspan=2>a</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>',
      '| North | | South |\n| - | - | - |\n| a | b | c |\n| | d | e |',
      ['A table’s cell that goes over several columns or rows stands in the first of them; the others are empty.'],
    ],
    [
      'a table with several paragraphs in a cell',
      '<table><tr><th>When</th><th>What</th></tr><tr><td>9:00</td><td><p>Opening</p><p>Hall A</p></td></tr></table>',
      '| When | What |\n| - | - |\n| 9:00 | Opening Hall A |',
      [],
    ],
    [
      'a table with a list in a cell, which Markdown cannot hold',
      '<table><tr><th>When</th><th>What</th></tr><tr><td>9:00</td><td><ul><li>a<li>b</ul></td></tr></table>',
      'When\n\nWhat\n\n9:00\n\n- a\n- b',
      ['A table with lists or tables in its cells is written cell by cell.'],
    ],
    [
      'the caption of a table',
      '<table><caption>Boats</caption><tr><td>a</td><td>b</td></tr></table>',
      'Boats\n\n| | |\n| - | - |\n| a | b |',
      [],
    ],
    [
      'the number a list begins with',
      '<ol start=4><li>four<ol><li>a</ol><li>five</ol>',
      '4. four\n   1. a\n5. five',
      [],
    ],
    ['a list that counts in another way, from one', '<ol start=-3 reversed><li>a</ol>', '1. a', []],
    ['definitions', '<dl><dt>Who</dt><dd>We</dd></dl>', '**Who**\n\nWe', []],
    ['code', '<p><code>a`b</code></p><pre><code>x = 1\n  y\n</code></pre>', '``a`b``\n\n```\nx = 1\n  y\n```', []],
    [
      'lines that somebody set apart, which are no code',
      '<pre>For release\n   at once</pre>',
      'For release\\\nat once',
      [],
    ],
    ['a colon at the end of bold words', '<p><b>Note:</b>text <i>x.</i>y</p>', '**Note**:text *x*.y', []],
    ['quotation marks around bold words', '<p>he<b>“So”</b>said</p>', 'he“**So**”said', []],
    ['lowered digits as they are', '<p>CO<sub>2</sub>, the 3<sup>rd</sup></p>', 'CO2, the 3rd', []],
    [
      'raised digits as such',
      '<p>10<sup>6</sup> m<sup>2</sup></p>',
      '10⁶ m²',
      ['Raised digits are written as such characters: «⁶», «²».'],
    ],
    [
      'what an abbreviation stands for, in the report',
      '<p>The <abbr title="Harbour Office">HO</abbr></p>',
      'The HO',
      ['An explanation that shows under the pointer was left out: «Harbour Office».'],
    ],
    [
      'blanks that do not break',
      '<p>10&nbsp;000 words.&nbsp; And &nbsp; more</p><p>&nbsp;</p>',
      '10\u00A0000 words. And more',
      [],
    ],
    [
      'no soft hyphens',
      '<p>har&shy;bour&#8203;s</p>',
      'harbours',
      ['2 soft hyphens or blanks without a width were dropped.'],
    ],
    [
      'a word in spite of a mark inside it',
      '<p>har\uFEFFbour</p>',
      'harbour',
      ['1 soft hyphen or blank without a width was dropped.'],
    ],
    [
      'words that the page shows though machines are not to read them',
      '<p>a <span aria-hidden="true">b</span></p>',
      'a b',
      [],
    ],
    [
      'the footer of a text and of a quotation',
      '<blockquote>So.<footer>Ana</footer></blockquote><footer>Us</footer>',
      '> So.\n>\n> Ana\n\nUs',
      [],
    ],
  ])('keeps %s', (_, html, body, changed) => {
    expect(read(html)).toMatchObject({ body, changed, notCarried: [] });
  });
});

describe('footnotes', () => {
  it('of word processors become footnotes', () => {
    const html =
      '<p>One<sup><a href="#_ftn1" name="_ftnref1">[1]</a></sup> and two<a href="#_ftn2" name="_ftnref2"><sup>2</sup></a>.</p>' +
      '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> The <i>first</i>.</p></div><div><p><a href="#_ftnref2" name="_ftn2"><sup>2</sup></a> Second.</p></div>';
    expect(read(html).body).toBe('One[^1] and two[^2].\n\n[^1]: The *first*.\n\n[^2]: Second.');
  });

  it('in a list become footnotes, whatever their numbers', () => {
    const html =
      '<p>a<sup id=r7><a href="#n7">7</a></sup> b<sup><a href="#n7">7</a></sup></p><ol class=notes><li id=n7><p>Seven <a href="#r7">↩</a></p></li></ol><p>after</p>';
    expect(read(html).body).toBe('a[^1] b[^1]\n\n[^1]: Seven\n\nafter');
  });

  it.each([
    ['a mark without a note', '<p>a<sup><a href="#n">1</a></sup></p>', 'a1'],
    ['a note above its mark', '<p id=n>note</p><p>a<sup><a href="#n">1</a></sup></p>', 'note\n\na1'],
    ['a link to a part of the page', '<p><a href="#n">1</a> part</p><p id=n>Part</p>', '1 part\n\nPart'],
    [
      'a note that is a part with a headline',
      '<p>a<sup><a href="#n">1</a></sup></p><div id=n><h2>B</h2>c</div>',
      'a1\n\n## B\n\nc',
    ],
    ['words that look like a mark', '<p>a [^1] [1]</p>', 'a \\[^1] \\[1]'],
  ])('are not made of %s', (_, html, body) => {
    expect(read(html).body).toBe(body);
  });
});

describe('pictures', () => {
  it('stand where they stood, with their captions', () => {
    const { body, images } = read(
      '<figure><a href="/big.jpg"><img src="/s.jpg" alt="The harbour"></a><figcaption>New <em>now</em></figcaption></figure><p><img src="http://example.org/t.jpg" alt="[b]"> Words</p>',
    );
    expect(body).toBe(
      '[![The harbour](https://press.example.org/s.jpg)](https://press.example.org/big.jpg)\n\n*New now*\n\n![\\[b\\]](http://example.org/t.jpg)\n\nWords',
    );
    expect(images).toEqual([
      { href: 'https://press.example.org/s.jpg', alt: 'The harbour' },
      { href: 'http://example.org/t.jpg', alt: '[b]' },
    ]);
  });

  it.each([
    ['without an address', '<img alt="c">', 'picture «c»'],
    ['in the page itself', '<img src="data:image/png;base64,AA" alt="d">', 'picture «d»'],
    ['with an address of mail', '<img src="mailto:a@example.org" title="e">', 'picture «e»'],
  ])('%s are not carried, and said', (_, html, said) => {
    expect(markdownOfHtml(html, { base: undefined, name: 'x' })).toMatchObject({
      body: '',
      notCarried: [said],
      images: [],
    });
  });

  it('that a browser saved beside the page stay there, whatever address the page has', () => {
    expect(read('<img src="./A page_files/b.jpg" alt="e">').body).toBe('![e](A%20page_files/b.jpg)');
    expect(markdownOfHtml('<img src="/b.jpg" alt="e">', { base: undefined, name: 'x' }).images).toEqual([
      { href: '/b.jpg', alt: 'e' },
    ]);
  });

  it('that load late are known by their real address, and drawn signs are letters', () => {
    expect(read('<img data-src="/r.jpg" src="data:image/gif;base64,R" alt="R">').body).toBe(
      '![R](https://press.example.org/r.jpg)',
    );
    expect(read('<p>So <img class="emoji" src="https://example.org/1.png" alt="🙂"></p>').body).toBe('So 🙂');
  });

  it.each([
    '<img src="/dot.gif" width="1" height="1">',
    '<img src="https://pixel.wp.com/g.gif?x=1">',
    '<img src="https://www.facebook.com/tr?id=1">',
    '<iframe src="https://www.googletagmanager.com/ns.html" height="0" width="0"></iframe>',
  ])('that count readers are left out: %s', (html) => {
    const { body, changed, notCarried } = read(`<p>a ${html}</p>`);
    expect([body, notCarried, changed.length]).toEqual(['a', [], 1]);
    expect(changed[0]).toMatch(/^A picture or frame that counts readers was left out/);
  });

  it('and what else has no place in a release are named', () => {
    const { notCarried } = read(
      '<iframe src="https://video.example.org/1" title="The film"></iframe><math><mi>x</mi></math><video src="/v.mp4"></video>',
    );
    expect(notCarried).toEqual([
      'embedded page «The film» (https://video.example.org/1)',
      'formula «x»',
      'video (https://press.example.org/v.mp4)',
    ]);
  });
});

describe('mail addresses', () => {
  const code = hidden('press.office+1@example.org');

  it.each([
    `<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${code}">[email&#160;protected]</a>`,
    `<a href="/cdn-cgi/l/email-protection#${code}"><span class="__cf_email__" data-cfemail="${code}">[email&#160;protected]</span></a>`,
    `<span class="__cf_email__" data-cfemail="${code}">[email&#160;protected]</span>`,
  ])('that a site hides from machines are read: %s', (html) => {
    const { body, changed } = read(`<p>Write to ${html}.</p>`);
    expect(body).toBe('Write to <press.office+1@example.org>.');
    expect(changed).toEqual([
      'A mail address that the site hides from machines was read: «press.office+1@example.org».',
    ]);
  });

  it.each(['', 'zz', '5a', hidden('no address'), hidden('<b>@x'), hidden('a@b\u0000c')])(
    'that cannot be read stay as they are: %s',
    (data) => {
      expect(read(`<p><span data-cfemail="${data}">[email&#160;protected]</span></p>`).body).toBe(
        '\\[email protected]'.replace(' ', '\u00A0'),
      );
    },
  );

  it('that are written for people stay as they are', () => {
    expect(read('<p>name (at) example.org</p>').body).toBe('name (at) example.org');
  });
});

describe('what the site put into a text', () => {
  it('is left out at its ends, and said', () => {
    const { body, changed } = read(
      '<p><a href="/p">Print</a></p><p>Text.</p><ul><li><a href=/s>Share</a></ul><p><a href="/m">Read more</a></p><p>The post <a href=/a>A</a> appeared first on <a href=/>B</a>.</p>',
    );
    expect([body, changed]).toEqual([
      'Text.',
      ['Left out as the site’s own: «Print», «Share», «Read more» (4 in all).'],
    ]);
  });

  it('stays where it is no link, or stands inside the text', () => {
    expect(read('<p>Print</p><p>a</p><p><a href="/m">Read more</a></p><p>b</p>').body).toBe(
      'Print\n\na\n\n[Read more](https://press.example.org/m)\n\nb',
    );
  });

  it('is known by the classes of the usual systems, unless it is long', () => {
    const bar = '<div class="sharedaddy sd"><a href=/x>Tell others</a></div>';
    expect(read(`<p>a</p>${bar}<p>b</p>`)).toMatchObject({
      body: 'a\n\nb',
      changed: ['Left out as the site’s own: «Tell others».'],
    });
    const long = 'A sentence of the text. '.repeat(30).trim();
    expect(read(`<div class="breadcrumb">${long}</div>`).body).toBe(long);
  });

  it('and what nobody saw is said, because it may be a note of the house', () => {
    expect(read('<p>a</p><p style="display:none">Embargoed until noon</p>')).toMatchObject({
      body: 'a',
      changed: ['Hidden words were left out: «Embargoed until noon».'],
    });
  });

  it('as shortcodes goes where it surrounds words, and stays where nobody knows', () => {
    const { body, changed } = read(
      '[caption id="a" width="300"]The old harbour[/caption]<p>Text. [gallery ids="1,2"] [note]</p>',
    );
    expect(body).toBe('The old harbour\n\nText. \\[gallery ids="1,2"] \\[note]');
    expect(changed).toEqual([
      'A shortcode around words was taken out: «[caption id="a" width="300"]», «[/caption]».',
      'A shortcode of the site stays as words: «[gallery ids="1,2"]».',
    ]);
  });

  it('as comments goes', () => {
    expect(read('<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><!--more--><!--break--><p>b</p>').body).toBe(
      'a\n\nb',
    );
  });
});
