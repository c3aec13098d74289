import { describe, expect, it } from 'vitest';
import { post, valueOf } from './markdown-posts.ts';

/** The body of a post with a text. */
const bodyOf = (text: string, name?: string): string => post('title: T', text, name).body;

describe('Markdown', () => {
  it.each([
    'Plain *words* with **bold**, [a link](/a/) and ![a picture](/a.png "Title").',
    '*   A list\n*   of two  \n    lines\n\n1) one\n2) two',
    '| a | b |\n|:--|--:|\n| 1 | 2 |',
    'Words\u00A0with&nbsp;blanks and 5 < 6 > 4.',
    '```html\n<p>{{ code }}</p>\n```\n\n    <b>more code</b>\n\nand `<i>` inside',
    '<https://example.org/> and <press@example.org>',
    'Before <!-- a note --> after\n\n<!--\nmore\n\nnotes <b>here</b>\n-->\n\nText',
    'Footnote[^1]\n\n[^1]: Words.',
    'Title\n---\n\nText\n\n---\n\nMore\n\n***',
  ])('stays byte for byte: %j', (text) => {
    const release = post('title: T', text);
    expect([release.body, release.changed, release.notCarried]).toEqual([text, [], []]);
  });
});

describe('HTML', () => {
  it.each([
    ['One<br>two<br />\nthree', 'One\\\ntwo\\\nthree'],
    ['A <b>bold </b>and <i>thin</i> word', 'A **bold** and *thin* word'],
    ['a<b>"q"</b>c <sup>2</sup> H<sub>2</sub>O', 'a"q"c 2 H2O'],
    ['<a href="/a b.html">words</a> and <a name="x"></a>more <a href="#x">up</a>', '[words](/a%20b.html) and more up'],
    ['<a href="javascript:x()">words</a>', 'words'],
    ['See <img src="/a.png" alt="A [map]" onerror="x()"> here', 'See ![A \\[map\\]](/a.png) here'],
    ['<p>One</p>\n<p>Two <em>three</em></p>', 'One\n\nTwo *three*'],
    ['<div class="x">\n\nMarkdown **inside**\n\n</div>\n\nafter', 'Markdown **inside**\n\nafter'],
    ['Text\n\n<a id="here"></a>\n\n### Heading', 'Text\n\n### Heading'],
    ['<script>alert(1)</script>\n\nText <script>x</script>more', 'Text more'],
    ['<style>p {}</style>\n\nText', 'Text'],
    ['- one\n- <ul><li>two</li></ul>', '- one\n- - two'],
    [
      '<table>\n\n<tr>\n\n<th>A</th>\n\n<th>B</th>\n\n</tr>\n\n<tr>\n\n<td>1</td>\n\n<td>2</td>\n\n</tr>\n\n</table>\n\nText',
      '| A | B |\n| - | - |\n| 1 | 2 |\n\nText',
    ],
    ['Words <placeholder> and <AND>', 'Words \\<placeholder> and \\<AND>'],
    ['Text <Figure src="a"/> more', 'Text  more'],
  ])('%j is %j', (text, body) => {
    expect(bodyOf(text)).toBe(body);
  });

  it('is the whole of a file of HTML', () => {
    expect(bodyOf('<h1>Head</h1>\n<p>One\n\ntwo</p><script>x</script>', '_posts/2019-02-22-a.html')).toBe(
      '## Head\n\nOne two',
    );
  });

  it('says what was shown and has no place', () => {
    const { body, notCarried } = post(
      'title: T',
      '<iframe src="https://video.example/1"></iframe>\n\nText <input type="text">',
    );
    expect(body.trim()).toBe('Text');
    expect(notCarried).toEqual(['embedded page «https://video.example/1»', '«<input type="text">»']);
  });

  it('says each change once, with how often', () => {
    expect(post('title: T', 'a<br>b<br>c').changed).toEqual(['A line break of HTML is written in Markdown, 2 times.']);
  });

  it.each([
    '<table>'.repeat(20_000),
    '<'.repeat(100_000),
    '<b>'.repeat(30_000),
    '<a href="'.repeat(20_000),
    '<div>\n\n'.repeat(20_000),
    '<!--'.repeat(30_000),
    '{{'.repeat(50_000),
    '{:'.repeat(50_000),
    '[a]({{x}})'.repeat(10_000),
    `${' '.repeat(100_000)}{#`,
    '<td>x</td>\n\n'.repeat(5000),
    `${'<b>'.repeat(20_000)}x${'</b>'.repeat(20_000)}`,
    `x ${'<a href="/">'.repeat(20_000)}x${'</a>'.repeat(20_000)}`,
    'x <p>y</p>'.repeat(5000),
  ])(
    'that goes on for ever is read in time (%#)',
    (text) => {
      expect(bodyOf(text)).toBeTypeOf('string');
    },
    20_000,
  );
});

describe('links', () => {
  it('have no harmful scheme', () => {
    const { body, changed } = post('title: T', '[one](javascript:alert(1)) [two](https://e.org) <data:text/html,x>');
    expect(body).toBe('one [two](https://e.org) `data:text/html,x`');
    expect(changed).toHaveLength(2);
  });
});

describe('instructions of site builders', () => {
  it.each([
    ['[a]({{site.baseurl}}/b.pdf) [c]({{ site.url }}{{ site.baseurl }}/d/)', '[a](/b.pdf) [c](/d/)'],
    [
      '[a]({{ "/b/" | relative_url }}) [c]({% link files/d.pdf %}) ![e]({{ \'/f.png\' | prepend: site.baseurl }})',
      '[a](/b/) [c](/files/d.pdf) ![e](/f.png)',
    ],
    ['On {{ page.title }} today', 'On T today'],
    ['One {% comment %}two{% endcomment %}three', 'One three'],
    ['{% raw %}{ x }{% endraw %}', '{ x }'],
    ['{% highlight ruby %}\nputs 1\n{% endhighlight %}', '```ruby\nputs 1\n```'],
    ['{{< figure src="/a.png" alt="A map" caption="Words below" >}}', '![A map](/a.png)\n\nWords below'],
    ['# Head {#id}\n\nText{:.lead}\n{: .x #y}\n\n* toc\n{:toc}\n\nmore', '# Head\n\nText\n\nmore'],
    ['One\n\n<!--more-->\n\nTwo', 'One\n\nTwo'],
    ['One <!-- more -->\n\nTwo', 'One \n\nTwo'],
  ])('with a known meaning are carried out: %j', (text, body) => {
    expect(post('title: T\nlayout: post', `Text.\n\n${text}`).body).toBe(`Text.\n\n${body}`);
  });

  it('with an unknown one stay and are for a person; a link to nowhere becomes its words', () => {
    const text =
      '{% include video.html id="x" %} and [see this]({% post_url 2019-01-01-a %}) or [that]({{< ref "b.md" >}})';
    const { body, notCarried, undecided } = post('title: T', text);
    expect(body).toBe('{% include video.html id="x" %} and see this or that');
    expect(notCarried).toEqual([
      'link to «{% post_url 2019-01-01-a %}», which only the site builder knows; its words stayed',
      'link to «{{< ref "b.md" >}}», which only the site builder knows; its words stayed',
    ]);
    expect(undecided?.map(({ message }) => message)).toEqual([
      'The text holds 1 instruction that only the site builder can carry out: «{% include video.html id="x" %}». Readers would see what stands there.',
    ]);
  });

  it('of MDX are left out', () => {
    expect(
      bodyOf('import Map from "../Map.astro";\nexport { x } from \'./y\';\n\n{/* note */}Text', 'src/content/a.mdx'),
    ).toBe('Text');
  });
});

describe('a text that', () => {
  it('begins with a fence does not end front matter', () => {
    const { body, changed } = post('title: T', '---\nfoo: bar\n---\nText');
    expect(body).toBe('***\nfoo: bar\n---\nText');
    expect(changed).toEqual(['The line of dashes at the top of the text is written as ***.']);
  });

  it('is only a link to a file has the file as an attachment, and says so', () => {
    const release = post('title: T', '[Read the statement](/files/x.pdf)');
    expect(valueOf(release, 'attachments')).toEqual([
      { href: '/files/x.pdf', title: 'Read the statement', mediaType: 'application/pdf' },
    ]);
    expect([release.body, release.notes]).toEqual([
      '[Read the statement](/files/x.pdf)',
      [
        'The text is little more than a link to «/files/x.pdf»: what the release says stands in the file, and no search finds it there.',
      ],
    ]);
  });

  it.each([
    '<iframe src="/files/x.pdf" width="100"></iframe>',
    '<embed src="/files/x.pdf">',
    '<object data="/files/x.pdf"><p>none</p></object>',
    '{% include pdf.html file="/files/x.pdf" %}',
  ])('shows a file inside itself has it as an attachment: %s', (text) => {
    expect(valueOf(post('title: T', text), 'attachments')).toEqual([expect.objectContaining({ href: '/files/x.pdf' })]);
  });

  it('is empty says which file stands for it', () => {
    expect(post('title: T\npdf: /x.pdf', '').notes).toEqual(['There is no text with it, only «/x.pdf».']);
  });

  it('hides half of itself behind an open comment shows it, and is for a person', () => {
    const { body, undecided } = post('title: T', 'One\n\n<!-- two\n\nthree <!-- four');
    expect(body).toBe('One\n\ntwo\n\nthree four');
    expect(undecided?.map(({ key }) => key)).toEqual(['body']);
  });

  it('has control characters loses them', () => {
    const { body, changed } = post('title: T', 'One\u0000two\u001B[31m');
    expect([body, changed]).toEqual(['Onetwo[31m', ['A control character was dropped, 2 times.']]);
  });

  it('hides an address says so', () => {
    expect(post('title: T', 'Write to [email protected] now.').notes).toEqual([
      'An address was hidden by the site: «[email protected]» stands in its place.',
    ]);
  });

  it('has a dateline gives its places', () => {
    expect(post('title: T', '## Head\n\n**BAKU, 22 February 2019** - Text.').places).toEqual([
      { value: 'BAKU', origin: 'dateline' },
    ]);
  });
});
