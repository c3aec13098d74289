/** Texts of pages that are made to keep a machine busy, or to bring something in: bounded work, no stack, nothing live. */
import { parse, parseFragment, serialize } from 'parse5';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownOfHtml, type MarkdownOfHtml } from '../../src/importers/html/markdown-of-html.ts';
import { PressError } from '../../src/model/press-error.ts';
import { pageHtml } from '../../src/importers/page-html.ts';
import { readProfile } from '../../src/importers/profile/read-profile.ts';
import { personsData } from '../../src/repository/persons-data.ts';
import { shown, wordsOf, wordsOfHtml } from './html/same-words.ts';
import { htmlBody } from './html/html-grammar.ts';
import { page, source } from './pages.ts';

/** What became of a text, or the words of the refusal; anything else that is thrown fails the test. */
function outcome(html: string): MarkdownOfHtml | string {
  try {
    return markdownOfHtml(html, { base: 'https://news.example.org/', name: 'page' });
  } catch (error) {
    if (error instanceof PressError) return error.message;
    throw error;
  }
}

const many = 10_000;

describe('a text of a page', () => {
  it.each([
    ['of ten megabytes of nested boxes', '<div>'.repeat(140_000) + ' '.repeat(9_000_000)],
    ['of three megabytes of one word', 'a'.repeat(3_000_000)],
    ['of ten megabytes of blanks that do not break', '&nbsp;'.repeat(1_600_000)],
    ['of a hundred thousand attributes', `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=""`).join(' ')}>a`],
    ['of one attribute of ten megabytes', `<p style="${';'.repeat(10_000_000)}" class="${'a '.repeat(100)}">a`],
    ['of tables in tables', '<table><tr><td>a'.repeat(many)],
    ['of cells that go over everything', `<table>${'<tr><td colspan=1000 rowspan=65534>a<td>b'.repeat(2000)}</table>`],
    ['of one row without end', `<table><tr>${'<td colspan=1000>a'.repeat(many)}</table>`],
    ['of lists in lists', '<ol start=9><li>a'.repeat(many)],
    ['of quotations in quotations', '<blockquote>a'.repeat(many)],
    [
      'of footnotes to footnotes',
      Array.from({ length: many / 3 }, (_, at) => `<p id=n${at}>a<sup><a href="#n${at + 1}">1</a></sup></p>`).join(''),
    ],
    ['of marks to one note', `${'<sup><a href="#n">1</a></sup>'.repeat(many / 2)}<p id=n>a</p>`],
    [
      'of notes inside each other',
      `${Array.from({ length: 1000 }, (_, at) => `<sup><a href="#n${at}">1</a></sup>`).join('')}${Array.from({ length: 1000 }, (_, at) => `<div id=n${at}>`).join('')}a`,
    ],
    ['of links inside tables inside links', '<a href="#x">1<table><tr><td>'.repeat(many / 4)],
    ['of pictures', '<img src="https://example.org/a.jpg" alt="a"> a '.repeat(many)],
    ['of hidden addresses', '<a data-cfemail="1363617660605376">a</a>'.repeat(many)],
    ['of shortcodes that never close', '[caption [gallery '.repeat(many * 4)],
    ['of code in code', '<pre><code>'.repeat(many)],
    ['of marks that change with every letter', '<b>a</b><i>b</i><code>c</code><del>d</del>!'.repeat(many / 3)],
    ['of raised digits', '<sup>1</sup>'.repeat(many)],
    ['of captions', '<figure><figcaption>a</figcaption></figure>'.repeat(many / 2)],
    ['of frames', '<iframe src="https://example.org/" title="a"></iframe>'.repeat(many)],
    ['of soft hyphens', `a${'\u00AD'.repeat(1_000_000)}b`],
    ['that closes what it never opened', '</b></i></p></div></table>'.repeat(many * 2)],
  ])('%s is read or refused', (_, html) => {
    const read = outcome(html);
    if (typeof read === 'string') expect(read).toMatch(/^«page» /);
    else expect(read.changed.length).toBeLessThan(10);
  });

  it('never brings in anything live, whatever is in it', () => {
    const pieces = [
      '<script>evil()</script>',
      '<svg><script>evil()</script></svg>',
      '<svg onload=evil()>',
      '<math><a xlink:href="javascript:evil()">a</a></math>',
      '<a href="javascript:evil()">a</a>',
      '<a href="&#106;avascript:evil()">a</a>',
      '<a href="java&#10;script:evil()">a</a>',
      '<img src=x onerror=evil()>',
      '<img src="data:image/svg+xml,<svg onload=evil()>" alt="](javascript:evil())">',
      '<img src="https://example.org/](javascript:evil())" alt="a">',
      '<a href="https://example.org/)](javascript:evil())">a](javascript:evil())</a>',
      '<iframe srcdoc="<script>evil()</script>"></iframe>',
      '<object data="javascript:evil()">a</object>',
      '<noscript><p title="</noscript><script>evil()</script>">',
      '<template><script>evil()</script></template>',
      '<style><!--</style><script>evil()</script>-->',
      '[a](javascript:evil())',
      '<p>&lt;script&gt;evil()&lt;/script&gt;</p>',
      '<code>`</code>',
      '<pre><code>```\n<script>evil()</script></code></pre>',
      '<!--><script>evil()</script>-->',
      '<p>',
      '</p>',
      '<table><td>',
      '<b>',
      '\\',
      '`',
      '\n\n',
      '    ',
      '<form action="javascript:evil()"><button formaction="javascript:evil()">a</button></form>',
      '<base href="javascript:evil()">',
      '<meta http-equiv=refresh content="0;url=javascript:evil()">',
    ];
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, (html) => {
        const read = outcome(html);
        if (typeof read === 'string') return;
        const live = serialize(parseFragment(shown(read.body)));
        expect(live).not.toMatch(/<(?:script|svg|iframe|object|form|style|base|meta)\b|\s(?:on\w+|srcdoc|formaction)=/);
        for (const [, address = ''] of live.matchAll(/(?:href|src)="([^"]*)"/g))
          expect(address).toMatch(/^(?:https?|mailto):/);
      }),
      { numRuns: 2000 },
    );
  });
});

/** The words of the pages of this folder, when somebody has damaged their marks. */
describe('the text of a damaged page', () => {
  const tags = /<\/?(?:p|b|i|em|a|ul|ol|li|table|tr|td|th|dl|dt|dd|blockquote|div|h2|br|figure|figcaption)\b[^>]*>/g;

  it('keeps its words', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom('definitions.html', 'ferry-course.html'),
        fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
      )
      .map(([name, places, isDoubled]) => {
        const inside = page(name)
          .text.replace(/^[^]*<(?:main|article)>/, '')
          .replace(/<\/(?:main|article)>[^]*$/, '');
        const bare = inside.replace(/<(script|template)>[^]*?<\/\1>/g, '').replace(/<img[^>]*>/g, '');
        const found = [...bare.matchAll(tags)];
        let text = bare;
        for (const at of [...new Set(places.map((place) => place % found.length))].sort((a, b) => b - a)) {
          const { 0: tag, index } = found[at]!;
          text = text.slice(0, index) + (isDoubled ? tag : '') + text.slice(index + (isDoubled ? 0 : tag.length));
        }
        return text;
      });
    fc.assert(
      fc.property(damaged, (html) => {
        const { body } = markdownOfHtml(html, { base: undefined, name: 'page' });
        expect(wordsOfHtml(shown(body)).join('')).toBe(wordsOf(wordsOfHtml(serialize(parse(html))).join(' ')).join(''));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a page that is read by a profile', () => {
  const profile = readProfile(
    personsData(
      'p.yaml',
      Buffer.from("title: h1\nbody: div\nskip: 'div > b'\nentry: div\ndate: {select: p, pattern: '(a+)+$'}\n"),
    ),
  );

  it.each([
    ['of boxes in boxes', `<h1>a</h1>${'<div><h1>a</h1>b'.repeat(many / 3)}`],
    ['of boxes beside boxes', '<div><h1>a</h1>b</div>'.repeat(many / 10)],
    ['of one long word', `<div><h1>a</h1><p>${'a'.repeat(1_000_000)}!</p></div>`],
  ])('%s is read or refused', (_, html) => {
    const read = { ...source(html), profiles: [profile] };
    expect(pageHtml.read(read).length).toBeGreaterThan(0);
  });

  it('brings nothing live with any text', () => {
    fc.assert(
      fc.property(htmlBody, ({ html }) => {
        const read = { ...source(`<div><h1>a</h1>b ${html}</div>`), profiles: [profile] };
        for (const { body } of pageHtml.read(read)) expect(body).not.toMatch(/evil/);
      }),
      { numRuns: 300 },
    );
  });
});
