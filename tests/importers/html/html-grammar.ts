/** A grammar of the texts that web pages hold: each piece with the words that a reader sees of it, known before anything reads it. */
import fc from 'fast-check';

/** HTML, and the text that a browser shows of it. */
export interface Sample {
  readonly html: string;
  readonly text: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u00A0', '&nbsp;').replaceAll('\u00AD', '&shy;');

/** Words, and what Markdown would read as something else. */
const awkward = [
  ...['word', 'The ferry', 'Ж', 'naïve', '日本', 'شكرا', '42', 'a b c', ' leading', 'trailing ', 'snake_case_word'],
  ...[
    '1.',
    '1. one',
    '12) two',
    '- dash',
    '+ plus',
    '* star',
    '# hash',
    '> quote',
    '| pipe | pipe',
    '---',
    '===',
    '***',
  ],
  ...[
    '*a*',
    '_b_',
    '**c**',
    '__d__',
    '~~e~~',
    '`f`',
    '``',
    '[g](h)',
    '![i](j)',
    '[k]',
    '[k]: l',
    '[x] m',
    '[ ] n',
    '[^1]',
    '[^1]: o',
  ],
  ...[
    '<b>',
    '</p>',
    '<!-- p -->',
    '&amp;',
    '&copy;',
    '&#42;',
    '\\',
    '\\*',
    'q\\',
    '$r$',
    '{{ s }}',
    '{% t %}',
    ':u:',
    '=v=',
  ],
  ...[
    'https://example.org/a_b?c=d&e=f',
    'www.example.org',
    'press@example.org',
    'name (at) example.org',
    'javascript:w()',
  ],
  ...['10\u00A0000', '\u00A0', 'hy\u00ADphen', '“quoted”', '«so»', '…', '!', '.', ':', '(', ')', '"', "'", '–'],
];

const words = fc.constantFrom(...awkward).map((text): Sample => ({ html: escaped(text), text }));

const marks = [
  'b',
  'strong',
  'i',
  'em',
  'del',
  's',
  'u',
  'code',
  'span',
  'small',
  'font color=red',
  'mark',
  'sub',
  'abbr title=hidden',
];
const hrefs = [
  'https://example.org/x',
  '/y',
  '#z',
  'javascript:evil()',
  'data:text/html,evil',
  'mailto:a@example.org',
  ' JAVA\tSCRIPT:evil()',
  '',
];

/** What nobody sees, or what has no words. */
const silent = fc.constantFrom<Sample[]>(
  { html: '<script>evil()</script>', text: '' },
  { html: '<style>.evil{}</style>', text: '' },
  { html: '<!-- evil -->', text: '' },
  { html: '<span hidden>evil</span>', text: '' },
  { html: '<span style="display:none">evil</span>', text: '' },
  { html: '<span class="sr-only">evil</span>', text: '' },
  { html: '<img src="https://example.org/p.gif" width=1 height=1 alt="evil">', text: '' },
  { html: '<img src="javascript:evil()" onerror="evil()" alt="">', text: '' },
  { html: '<img src="https://example.org/p.jpg" alt="">', text: '' },
  { html: '<iframe src="https://example.org/evil"></iframe>', text: '' },
  { html: '<template>evil</template>', text: '' },
  { html: '<wbr>', text: '' },
);

const inline: fc.Arbitrary<Sample> = fc.letrec<{ inline: Sample }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { arbitrary: words, weight: 8 },
    { arbitrary: silent, weight: 1 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom(...marks), fc.array(tie('inline'), { maxLength: 3 }))
        .map(([mark, inside]) => wrapped(mark, joined(inside))),
      weight: 4,
    },
    {
      arbitrary: fc
        .tuple(fc.constantFrom(...hrefs), words)
        .map(([href, { html, text }]) => ({ html: `<a href="${href}" onclick="evil()">${html}</a>`, text })),
      weight: 2,
    },
    { arbitrary: fc.constant({ html: '<br>', text: '\n' }), weight: 1 },
    { arbitrary: fc.constant({ html: ' ', text: ' ' }), weight: 2 },
    { arbitrary: fc.constant({ html: '10<sup>6</sup> and 3<sup>rd</sup> ', text: '10⁶ and 3rd ' }), weight: 1 },
  ),
})).inline;

function wrapped(element: string, { html, text }: Sample): Sample {
  return { html: `<${element}>${html}</${element.split(' ')[0]}>`, text };
}

function joined(samples: readonly Sample[], between = ''): Sample {
  return { html: samples.map(({ html }) => html).join(''), text: samples.map(({ text }) => text).join(between) };
}

const running = fc.array(inline, { minLength: 1, maxLength: 5 }).map((samples) => joined(samples));

const block = fc.letrec<{ block: Sample; item: Sample }>((tie) => ({
  item: fc
    .tuple(running, fc.option(tie('block'), { nil: { html: '', text: '' } }))
    .map((samples) => joined(samples, '\n')),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    {
      arbitrary: fc
        .tuple(fc.constantFrom('p', 'p align=center', 'div', 'h1', 'h2', 'h3', 'h6', 'pre', 'address'), running)
        .map(([name, inside]) => wrapped(name, inside)),
      weight: 6,
    },
    // Loose words, which blocks divide from others.
    { arbitrary: running.map(({ html, text }) => ({ html: `<div></div>${html}<div></div>`, text })), weight: 1 },
    {
      arbitrary: fc
        .tuple(
          fc.constantFrom('ul', 'ol', 'ol start=5', 'ol start=-3', 'ol start=x'),
          fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
        )
        .map(([name, items]) =>
          wrapped(
            name,
            joined(
              items.map((item) => wrapped('li', item)),
              '\n',
            ),
          ),
        ),
      weight: 2,
    },
    {
      arbitrary: fc
        .array(tie('block'), { minLength: 1, maxLength: 3 })
        .map((all) => wrapped('blockquote', joined(all, '\n'))),
      weight: 1,
    },
    {
      arbitrary: fc
        .array(tie('block'), { maxLength: 3 })
        .map((all) => wrapped('div onmouseover="evil()"', joined(all, '\n'))),
      weight: 1,
    },
    { arbitrary: tableOf(running), weight: 1 },
    {
      arbitrary: fc.array(fc.tuple(running, running), { minLength: 1, maxLength: 3 }).map((pairs) =>
        wrapped(
          'dl',
          joined(
            pairs.flatMap(([term, said]) => [wrapped('dt', term), wrapped('dd', said)]),
            '\n',
          ),
        ),
      ),
      weight: 1,
    },
    {
      arbitrary: running.map(({ html, text }) => ({
        html: `<figure><img src="https://example.org/a.jpg" alt=""><figcaption>${html}</figcaption></figure>`,
        text,
      })),
      weight: 1,
    },
    {
      arbitrary: words.map(({ html, text }) => ({
        html: `<pre><code>${html}\n  x = 1\n</code></pre>`,
        text: `${text}\nx = 1`,
      })),
      weight: 1,
    },
    { arbitrary: fc.constant({ html: '<hr>', text: '\n' }), weight: 1 },
    { arbitrary: silent, weight: 1 },
  ),
})).block;

function tableOf(cell: fc.Arbitrary<Sample>): fc.Arbitrary<Sample> {
  const one = fc.tuple(fc.constantFrom('td', 'th', 'td colspan=2', 'td rowspan=2', 'td colspan=0 rowspan=x'), cell);
  const row = fc.array(one, { minLength: 1, maxLength: 4 }).map((cells) =>
    wrapped(
      'tr',
      joined(
        cells.map(([name, inside]) => wrapped(name, inside)),
        '\n',
      ),
    ),
  );
  return fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => wrapped('table', joined(rows, '\n')));
}

/** A text of a page, with footnotes at its end or without. */
export const htmlBody: fc.Arbitrary<Sample> = fc
  .tuple(
    fc.array(block, { minLength: 1, maxLength: 6 }),
    fc.array(fc.constantFrom('A note.', 'Another *note*'), { maxLength: 2 }),
  )
  .map(([blocks, notes]) =>
    joined([...blocks, ...notes.map(markOf), ...(notes.length === 0 ? [] : [listOf(notes)])], '\n'),
  );

function markOf(_: string, at: number): Sample {
  const number = at + 1;
  return {
    html: `<p>so it is<sup id="r${number}"><a href="#n${number}">${number}</a></sup></p>`,
    text: `so it is ${number}`,
  };
}

function listOf(notes: readonly string[]): Sample {
  const items = notes.map((note, at) => ({
    html: `<li id="n${at + 1}">${note} <a href="#r${at + 1}">↩</a></li>`,
    text: note,
  }));
  return wrapped('ol', joined(items, '\n'));
}
