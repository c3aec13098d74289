import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../src/importers/page/to-markdown.ts';
import { PressError } from '../../src/model/press-error.ts';
import type { SourceRelease } from '../../src/model/importer.ts';
import { pageText } from '../../src/importers/page-text.ts';
import { pageHtml } from '../../src/importers/page-html.ts';
import { readHtml, source } from './pages.ts';

const top = '<main><h1>A headline</h1><ul><li>Place:</li><li>BAKU</li></ul>';
const lead = '<p>BAKU, 3 June 2009 - The first paragraph of a text.</p>';

/** A release, or the words of the refusal; anything else that is thrown fails the test. */
function outcome(read: () => SourceRelease): SourceRelease | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof PressError) return error.message;
    throw error;
  }
}

describe('trees without end', () => {
  const deep = 100_000;

  it.each([
    'div',
    'span',
    'b',
    'em',
    'section',
    'blockquote',
    'article',
    'header',
    'a',
    'font',
    'ul><li',
    'table><tr><td',
    'dl><dd',
  ])('of <%s> are read to the bottom', (tag) => {
    const many = `<${tag}>`.repeat(tag.includes('>') ? deep / 4 : deep);
    const release = outcome(() =>
      readHtml(`${top}${lead}${many}<p>The bottom of it all is a sentence of some length.`),
    );
    expect(release).toMatchObject({ title: { value: 'A headline' } });
    expect((release as SourceRelease).body).toContain('bottom of it all');
  });

  it('around the whole page change nothing', () => {
    expect(readHtml(`${'<div>'.repeat(deep)}${top}${lead}`)).toEqual(readHtml(top + lead));
  });

  it('that grow by themselves are refused', () => {
    const unclosed = Array.from({ length: 20_000 }, (_, at) => `<p><b id=${at}>x</p>`).join('');
    expect(outcome(() => readHtml(top + unclosed))).toBe('«page» has more than 150000 elements.');
  });

  it('do not become Markdown that nests without end', () => {
    const { body } = readHtml(`${top}${lead}<p>This list has items:</p>${'<ul><li>and one more item'.repeat(200)}`);
    expect(Math.max(...body.split('\n').map((line) => line.search(/\S/)))).toBeLessThan(40);
  });
});

const pieces = [
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<b>',
  '</b>',
  '<i>',
  '</i>',
  '<a href="/x">',
  '<a href="javascript:y">',
  '</a>',
  '<ul>',
  '<li>',
  '</ul>',
  '<ol>',
  '<table>',
  '<tr>',
  '<td>',
  '<th>',
  '</table>',
  '<dl>',
  '<dt>',
  '<dd>',
  '</dl>',
  '<h1>',
  '</h1>',
  '<h2>',
  '<br>',
  '<hr>',
  '<pre>',
  '</pre>',
  '<blockquote>',
  '</blockquote>',
  '<header>',
  '</header>',
  '<footer>',
  '</footer>',
  '<main>',
  '</main>',
  '<article>',
  '</article>',
  '<nav>',
  '</nav>',
  '<img alt="p">',
  '<template>',
  '</template>',
  '<svg>',
  '</svg>',
  '<math>',
  '<select>',
  '<form>',
  '<!--',
  '-->',
  '&',
  '&#0;',
  '&#x1F;',
  '&nbsp;',
  '\u0000',
  '\u202E',
  '\uFEFF',
  'Press release',
  'Date:',
  'Place:',
  'BAKU',
  '16 November 2009',
  'BAKU, 3 June 2009 - Words that make a sentence of some length.',
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '#',
  '---',
  '\\',
  '|',
  '~~',
  '<script>evil()</script>',
  '<style>evil{}</style>',
  'press@example.org',
  'https://example.org',
  ' ',
  '\n',
  '\t',
  'word',
];

// These make a comment of the tag that follows them, so that what stands in a script is text of the page to a browser, too.
const swallowing = ['<', '</', '<![CDATA[', '<?x', '<!x', '<a ', '<p title="'];

const soupOf = (parts: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength: 80 }).map((taken) => taken.join(''));

describe('any page', () => {
  it('of HTML gives a release or a refusal, and never a script', () => {
    fc.assert(
      fc.property(soupOf(pieces), fc.boolean(), (inside, isFramed) => {
        let releases: readonly SourceRelease[] = [];
        const read = outcome(() => {
          releases = pageHtml.read(source(isFramed ? `${top}${lead}${inside}` : inside));
          return releases[0]!;
        });
        if (typeof read !== 'string') for (const { body } of releases) expect(body).not.toMatch(/evil|javascript:/);
      }),
      { numRuns: 3000 },
    );
  });

  it('of broken HTML gives clean text', () => {
    fc.assert(
      fc.property(soupOf([...pieces, ...swallowing]), (inside) => {
        const release = outcome(() => pageHtml.read(source(`${top}${lead}${inside}`))[0]!);
        if (typeof release === 'string') return;
        expect(release.body).not.toMatch(/\]\(javascript:|<!--/);
        expect(release.body).not.toMatch(/(?![\n\t])\p{Cc}/u);
        expect(release.title?.value).toMatch(/^[^\p{Cc}\u202A-\u202E\n]+$/u);
      }),
      { numRuns: 3000 },
    );
  });

  it('of text gives a release or a refusal', () => {
    const line = fc.constantFrom(
      '-',
      '- Date:',
      '- Place: BAKU',
      '- word',
      'Press release',
      'Date:',
      'A headline',
      'BAKU, 3 June 2009 - A text of some length that ends here.',
      '',
      '\u0007',
      '- -',
      '•',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string({ unit: 'binary' })), { maxLength: 30 }), (lines) => {
        let releases: readonly SourceRelease[] = [];
        const read = outcome(() => {
          releases = pageText.read(source(lines.join('\n')));
          return releases[0]!;
        });
        if (typeof read !== 'string') for (const { body } of releases) expect(body).not.toBe('');
      }),
      { numRuns: 3000 },
    );
  });

  it('of any characters at all is no fault of press', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        (text) => void outcome(() => pageHtml.read(source(`<p>${text}`))[0]!),
      ),
      { numRuns: 2000 },
    );
  });
});

const reader = markdownIt({ html: false });

/** What a reader sees of Markdown, as words. */
function seen(markdown: string): string {
  const inline = reader.parse(markdown, {}).filter(({ type }) => type === 'inline');
  return inline
    .map(({ children }) => reader.renderer.renderInlineAsText(children ?? [], reader.options, {}))
    .join('\n');
}

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(...pieces.filter((piece) => !/[\0\n\t]/.test(piece))),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) =>
    parts
      .join('')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '');

describe('words that become Markdown', () => {
  it('are what a reader of the Markdown sees, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const markdown = toMarkdown(
          paragraphs.map((text) => ({ kind: 'paragraph', pieces: [{ text, marks: {} }], where: '' })),
        );
        expect(seen(markdown).split('\n')).toEqual(paragraphs);
      }),
      { numRuns: 3000 },
    );
  });

  it('keep their marks apart: what is not marked is not marked by its neighbours', () => {
    const marks = fc.record(
      { strong: fc.constant(true as const), emphasis: fc.constant(true as const) },
      { requiredKeys: [] },
    );
    const piece = fc.record({
      text: fc.constantFrom('one', ' two', 'three ', ' ', 'a*', '_b', '(', '.', '«д»'),
      marks,
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts
          .map((part) => part.text)
          .join('')
          .trim();
        const markdown = toMarkdown([{ kind: 'paragraph', pieces: parts, where: '' }]);
        expect(seen(markdown)).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });
});
