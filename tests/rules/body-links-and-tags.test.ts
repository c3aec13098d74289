/** Rules that take the text of a release apart: where their findings are, what they say, and where they are silent. */
import { describe, expect, it } from 'vitest';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { findingsOf, unmark } from './marked-text.ts';

const body = (text: string): string => sampleRelease({}, `BAKU, 16 November 2009 - 🎈 Курс открылся. ${text}\n`);
const apart = (text: string): string => body(`\n\n${text}`);

/** Rule, what is special, text with the place marked, what the fix writes (all of its edits). */
const cases: readonly (readonly [rule: string, what: string, text: string, ...edits: string[]])[] = [
  ['link-scheme', 'a slip', body('[x](⟦htps://a.example/x⟧)'), 'https://a.example/x'],
  ['link-scheme', 'a picture', body('![x](⟦data:image/png;base64,AA==⟧)')],
  ['link-scheme', 'in angle brackets', body('[x](<⟦java\u200Bscript:x⟧>)')],
  ['link-scheme', 'a definition', apart('[x]: ⟦vbscript:x⟧')],
  ['link-scheme', 'in a quotation of several lines', apart('> a [b\n> c](⟦file:///x⟧)')],
  ['link-scheme', 'behind a note', body('<!-- [n](file:///n) -->[x](⟦file:///x⟧)')],
  ['link-relative-broken', 'a file', body('[x](⟦nowhere.pdf⟧ "title")')],
  ['link-relative-broken', 'a link without an address', body('⟦[x]()⟧')],
  ['link-relative-broken', 'a page of a release', body('[x](⟦/2009/observer-curse/⟧)'), '/2009/observer-course/'],
  [
    'link-relative-broken',
    'itself, misspelled',
    body('[x](⟦2009-11-16-observer-curse.md?a#b⟧)'),
    '2009-11-16-observer-course.md?a#b',
  ],
  ['attachment-missing', 'a file', sampleRelease({ attachments: '[{title: Programme, href: ⟦"programme.pdf"⟧}]' })],
  ['heading-level', 'the signs', apart('⟦#⟧ Programme'), '##'],
  ['heading-level', 'words that are underlined', apart('⟦Programme⟧\n==='), '---'],
  ['heading-level', 'a level that is left out', apart('## One\n\n⟦####⟧ Two\n\n##### Three'), '###', '####'],
  ['heading-level', 'an end mark', apart('⟦###⟧'), '\\'],
  ['raw-html', 'a pair', body('A ⟦<b>⟧course</b>.'), '**', '**'],
  ['raw-html', 'a link', body("A ⟦<a href='https://a.example/'>⟧course</a>."), '[', '](https://a.example/)'],
  ['raw-html', 'a tag over two lines', body('A ⟦<span\n  class="x">⟧course')],
  ['raw-html', 'a closing tag alone', body('A course⟦</u>⟧.')],
  ['raw-html', 'a block', apart('⟦<div>⟧\nx\n</div>')],
  ['template-syntax', 'in the title', sampleRelease({ title: "'Course for ⟦{{ group }}⟧ opens in Baku'" })],
  ['template-syntax', 'in code', body('`⟦{% x %}⟧`')],
  ['template-syntax', 'never closed', body('A ⟦{%⟧ sign.\n\nAnd %} later.')],
];

const ways: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['with CR LF', (text) => text.replaceAll('\n', '\r\n')],
  ['with a byte-order mark', (text) => `\uFEFF${text}`],
];

describe.each(ways)('a finding in the text is at its place %s', (_, save) => {
  it.each(cases.map(([rule, what, marked, ...edits]) => ({ rule, what, marked, edits })))(
    '$rule: $what',
    async ({ rule, marked, edits }) => {
      const { text, range } = unmark(save(marked));
      const found = (await findingsOf(text)).filter((each) => each.rule === rule);
      expect(found.map((each) => each.range)).toEqual([range]);
      expect(found[0]?.fix?.edits.map((edit) => edit.text) ?? []).toEqual(edits);
    },
  );
});

const about = [
  'link-scheme',
  'link-relative-broken',
  'attachment-missing',
  'heading-level',
  'raw-html',
  'template-syntax',
];

async function told(text: string, others: Record<string, string> = {}): Promise<string[]> {
  const found = (await findingsOf(text, samplePath, others)).filter(({ rule }) => about.includes(rule));
  return found.map(({ severity, message, hint }) => `${severity}: ${message} ${hint}`);
}

describe('findings in the text say', () => {
  it.each([
    ['[x](C:\\Users\\anna\\x.doc)', /^error: «C:.* is a place on one computer/],
    ['[x](tel:+994125550101)', /^warning: press makes no link of «tel:».* telephones know/],
    ['[x](news:comp.lang)', /^warning: «news:» begins no address/],
    ['<b>One</b>, <b>two</b>', /^warning: «<b>» is HTML \(2 times in this text\)/],
    ['Dear <Surname>,', /^warning: «<Surname>» looks like a tag.* backslash/],
    ['<a id="x"></a>', /keeps no places to jump to/],
    ['{{ x }} and {{ x }}', /«\{\{ x \}\}» is an instruction for Jekyll and Eleventy, 2 times/],
    ['{{< x >}}', /for Hugo:/],
    ['{{ x', /nothing ends it/],
    ['[x](../../../x.pdf)', /leads out of this repository/],
    ['\n\n# Course for election observers opens in Baku', /repeats the title.* Take the heading out\.$/],
    ['\n\n### Programme', /^info: The first heading of the text has level 3; headings begin with 2\./],
  ])('of %j', async (words, sentence) => {
    expect(await told(body(words))).toEqual([expect.stringMatching(sentence)]);
  });

  it('nothing twice of what the schema refuses', async () => {
    const found = await findingsOf(sampleRelease({ attachments: '[{href: "javascript:x"}]' }));
    expect(found.map(({ rule }) => rule)).toEqual(['schema']);
    const imported = await findingsOf(sampleRelease({ origin: '{url: "javascript:x"}' }));
    expect(imported.map(({ rule }) => rule)).toEqual(['link-scheme']);
  });

  it('how all headings move when the one above them does', async () => {
    const [found] = await findingsOf(apart('# One\n\n## Two\n\n### Three\n\n# Four'));
    expect(found?.fix?.edits.map(({ text }) => text)).toEqual(['##', '###', '####']);
  });

  it('no Markdown for tags that do not fit into it', async () => {
    for (const words of ['<b> x</b>', '<b>x', '<b>x*y</b>', '<b></b>', '- <b>x</b>\n', '<a href="x" id="y">x</a>'])
      expect((await findingsOf(apart(words))).map(({ rule, fix }) => [rule, fix])).toContainEqual([
        'raw-html',
        undefined,
      ]);
  });
});

describe('nothing is wrong in the text with', () => {
  it.each([
    [
      'addresses that readers can follow',
      '[x](https://a.example/?q=a:b), [y](HTTP://a.example/), <https://a.example/>, <a@a.example>, [z](mailto:a@a.example)',
    ],
    ['code', '`[x](javascript:x) <b>`\n\n```\n# x\n<p>\n```'],
    ['notes of the house', '<!-- press-ignore-nothing [x](nowhere.pdf) <b> {{ x }} -->'],
    ['comparisons', '5 < 6, a <b, <3, x<y'],
    ['escaped signs', '\\<b> \\[x](javascript:x) { { x } }'],
    [
      'places on the page, and pages of the site',
      '[x](#end), [y](?page=2), [z](/contact/), [a](/2009/), [b](//a.example/x)',
    ],
    [
      'a page of this release',
      '[x](/2009/observer-course/), [y](/2009/observer-course?x#y), [z](2009/observer-course/)',
    ],
    [
      'a file, and the folder it lies in',
      '[x](2009-11-16-observer-course.md#a), [y](releases/2009/2009-11-16-observer-course.md), [z](.)',
    ],
    ['headings in order', '\n\n## One\n\n### Two\n\n## Three\n\n> # Quoted'],
    ['a heading that is none', '#elections\n\n\\# x\n\n    # code'],
  ])('%s', async (_, words) => {
    expect(await told(body(words))).toEqual([]);
  });

  it('old addresses, other languages, and releases that cannot be read', async () => {
    const russian = sampleRelease({ id: 'a', lang: 'ru', aliases: '[/item/1.html, /2008/old/]', slug: 'kurs' });
    const others = {
      'releases/2009/2009-11-16-kurs.md': russian,
      'releases/2009/2009-11-17-broken.md': '---\nid: [\n---\nx\n',
    };
    expect(await told(body('[x](/ru/2009/kurs/), [y](/2008/old/), [z](/2009/broken/)'), others)).toEqual([]);
    expect(await told(body('[x](/ru/2009/kurz/)'), others)).toHaveLength(1);
  });

  it('addresses that another form of address makes', async () => {
    expect(await told(body('[x](/about-us/), [y](/2009/nowhere/)'), { 'press.yaml': 'permalink: /:slug/\n' })).toEqual(
      [],
    );
    expect(
      await told(body('[x](/news/2009-11/nowhere.html), [y](/2009/x/)'), {
        'press.yaml': 'permalink: /news/:year-:month/:slug.html\n',
      }),
    ).toHaveLength(1);
  });

  it('a file that goes with it', async () => {
    const text = sampleRelease({
      attachments: '[{href: files/a.txt}, {href: ../b%20c.txt#x}, {href: /site.pdf}, {href: "https://a.example/x"}]',
    });
    expect(await told(text, { 'files/a.txt': 'a', 'releases/b c.txt': 'b' })).toEqual([]);
  });
});
