import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import markdownIt, { type Token } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { outlineMarkdown } from '../../src/text/markdown-outline.ts';

const judge = markdownIt({ html: true });
judge.validateLink = () => true;
judge.normalizeLink = (address) => address;

interface Summary {
  readonly headings: readonly string[];
  readonly code: readonly string[];
  readonly links: readonly string[];
  readonly defined: readonly string[];
}

/** What both are asked: headings with level and line, code with its first line, addresses. */
function ours(text: string): Summary {
  const { blocks, links } = outlineMarkdown(text);
  const lineOf = (offset: number): number => text.slice(0, offset).split(/\r\n?|\n/).length - 1;
  const isInHtml = (at: number): boolean =>
    blocks.some(({ kind, start, end }) => kind === 'html' && start <= at && at < end);
  const defined = new Map<string, string>();
  for (const { kind, target, text: label } of links)
    if (kind === 'definition') {
      const name = text.slice(label.start, label.end);
      defined.set(name, defined.get(name) ?? target);
    }
  const definitions = new Set(links.flatMap(({ kind, target }) => (kind === 'definition' ? [target] : [])));
  const shown = links.filter(({ target, start }) => !definitions.has(target) && !isInHtml(start));
  return {
    headings: blocks.flatMap(({ kind, level, start }) => (kind === 'heading' ? [`${level} ${lineOf(start)}`] : [])),
    code: blocks.flatMap(({ kind, start }) => (kind === 'code' ? [`${lineOf(start)}`] : [])),
    links: shown.map(({ target }) => target).sort(),
    defined: [...defined.values()].sort(),
  };
}

function theirs(text: string): Summary {
  const env: Record<string, Record<string, { href: string }>> = {};
  const tokens = judge.parse(text, env);
  const defined = Object.values(env['references'] ?? {}).map(({ href }) => href);
  return {
    headings: tokens.flatMap(({ type, tag, map }) => (type === 'heading_open' ? [`${tag.slice(1)} ${map?.[0]}`] : [])),
    code: tokens.flatMap(({ type, map }) => (type === 'fence' || type === 'code_block' ? [`${map?.[0]}`] : [])),
    links: [...addressesIn(tokens)].filter((target) => !defined.includes(target)).sort(),
    defined: defined.sort(),
  };
}

function* addressesIn(tokens: readonly Token[]): Generator<string> {
  for (const token of tokens) {
    if (token.type === 'link_open') yield String(token.attrGet('href'));
    if (token.type === 'image') yield String(token.attrGet('src'));
    yield* addressesIn(token.children ?? []);
  }
}

const words = fc.constantFrom(
  'word',
  'Наблюдатели',
  '🎈',
  ' ',
  '  ',
  '\\',
  '`',
  '``',
  '`code`',
  '*',
  '_',
  '!',
  '[',
  ']',
  ')',
  '<',
  '>',
  '"',
  "'",
  '&amp;',
  '&#115;',
  '|',
  '#',
  '\\[',
  '\\]',
  '\\`',
  '[a](b)',
  '[two words](https://example.org/a_(b))',
  '![alt](a.png "title")',
  '[![alt](in.png)](out.md)',
  '[a](<b c>)',
  '[a]()',
  "[a](b 't')",
  '[a](java&#115;cript:x)',
  '<https://example.org/x>',
  '<desk@example.org>',
  '<b>',
  '</b>',
  '<br/>',
  '<a href="x">',
  '<?php ?>',
  'a < b',
  '[label]',
  '[label][]',
  '[other][label]',
  '![label]',
  '{{ x }}',
);
const line = fc
  .array(words, { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('').trimStart())
  .map((text) => (text === '' || text.startsWith('>') ? `word ${text}` : text));
const lines = fc.array(line, { minLength: 1, maxLength: 3 });

/** Blocks as lists of lines. */
const block: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 3, arbitrary: lines },
  fc
    .tuple(fc.constantFrom('#', '##', ' ###', '####', '#######'), line, fc.constantFrom('', ' ##', '##'))
    .map(([signs, text, tail]) => [`${signs} ${text}${tail}`]),
  fc
    .tuple(line, fc.constantFrom('===', '---', ' --', '=== ='))
    .map(([text, under]) => [`word ${text.replaceAll('|', '/')}`, under]),
  fc
    .tuple(fc.constantFrom('```', '~~~', '````', '``` js'), lines, fc.constantFrom('```', '~~~', '`````', '``'))
    .map(([open, text, close]) => [open, ...text, close]),
  lines.map((each) => each.map((text) => `    ${text}`)),
  lines.map((each) => ['<div>', ...each.map((text) => `x${text}`), '</div>', '']),
  fc.tuple(line, line).map(([first, second]) => ['| a | b |', '|---|:--|', `| ${first} | ${second} |`]),
  // One full parser ends a definition at its title, the norm at a blank line: so there is one.
  fc.constantFrom(
    ['[label]: <def one> "title"', ''],
    ['[label]: def', '[other]:', '  def-2', "'title'", ''],
    ['[label]: def no title'],
    ['***'],
    ['- - -'],
    ['<pre>', '', '# x', '</pre>'],
  ),
);

const joined = (blocks: fc.Arbitrary<readonly string[]>): fc.Arbitrary<readonly string[]> =>
  fc
    .array(fc.tuple(blocks, fc.boolean()), { minLength: 1, maxLength: 4 })
    .map((each) => each.flatMap(([text, isApart]) => (isApart ? [...text, ''] : text)));

/** Every line gets its sign: of lines that leave theirs out, parsers know more than the norm. */
function quotedLines(each: readonly string[], sign: string): string[] {
  return ['', ...each.map((text) => `${text.startsWith(' ') ? '> ' : sign}${text}`), ''];
}

function itemLines(each: readonly string[], sign: string): string[] {
  const [first = '', ...others] = each.slice(each.findIndex((text) => text !== ''));
  const start = first.startsWith('    ') ? first : first.trimStart();
  return ['', `${sign}${start}`, ...others.map((text) => `${' '.repeat(sign.length)}${text}`), ''];
}

const within = (blocks: fc.Arbitrary<readonly string[]>): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    { weight: 2, arbitrary: blocks },
    fc.tuple(joined(blocks), fc.constantFrom('> ', '>')).map(([each, sign]) => quotedLines(each, sign)),
    fc
      .tuple(joined(blocks), fc.constantFrom('- ', '* ', '1. ', '12) ', '-   '))
      .map(([each, sign]) => itemLines(each, sign)),
  );

const documents = fc
  .tuple(joined(within(within(block))), fc.constantFrom('\n', '\r\n'))
  .map(([each, lineBreak]) => each.join(lineBreak));

const releases = new URL('../../releases/', import.meta.url).pathname;
const bodies = readdirSync(releases, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => [name, readFileSync(join(releases, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')] as const);

function placed(
  text: string,
  pick: (outline: ReturnType<typeof outlineMarkdown>) => readonly { start: number; end: number }[],
): string[] {
  return pick(outlineMarkdown(text)).map(({ start, end }) => text.slice(start, end));
}

describe('the outline of a Markdown text', () => {
  it('agrees with a full parser on texts of all sorts of blocks', () => {
    fc.assert(
      fc.property(documents, (text) => {
        expect(ours(text)).toEqual(theirs(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each(bodies)('agrees with a full parser on %s', (_, body) => {
    expect(ours(body)).toEqual(theirs(body));
  });

  it('has every place inside the text, and blocks in order', () => {
    const scrap = fc.oneof(
      words,
      fc.constantFrom(
        '\n',
        '\r',
        '\n\n',
        '> ',
        '](',
        '- ',
        '1. ',
        '\t',
        '    ',
        '```',
        '---',
        '# ',
        '[a]: ',
        '<div>',
        '|-|',
      ),
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 30 }), (scraps) => {
        const text = scraps.join('');
        const { blocks, links, code, tags } = outlineMarkdown(text);
        expect(blocks.map(({ start }) => start)).toEqual(blocks.map(({ start }) => start).sort((a, b) => a - b));
        const all = [...blocks, ...blocks.flatMap(({ content }) => content), ...code, ...tags, ...links];
        for (const { start, end } of [...all, ...links.flatMap((link) => [link.text, link.whole])]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('knows where addresses are written, and their words', () => {
    const text = '> [two\n> words](<a b> "t") ![x](y.png) <https://z.example>\n\n[l]: d.md\n';
    expect(placed(text, ({ links }) => links)).toEqual(['a b', 'y.png', 'https://z.example', 'd.md']);
    expect(placed(text, ({ links }) => links.map((link) => link.text))).toEqual([
      'two\n> words',
      'x',
      'https://z.example',
      'l',
    ]);
    expect(placed(text, ({ links }) => links.map(({ whole }) => whole))).toEqual([
      '[two\n> words](<a b> "t")',
      '![x](y.png)',
      '<https://z.example>',
      '[l]: d.md',
    ]);
  });

  it.each([
    ['a&colon;b\\(c', 'a:b(c'],
    ['java&#115;cript&#X3A;x', 'javascript:x'],
    ['java&Tab;script:x', 'java\tscript:x'],
    ['a&unknown;b&#0;', 'a&unknown;b\uFFFD'],
    ['a&#xD800;', 'a\uFFFD'],
  ])('reads the address %s as a program would', (written, target) => {
    expect(outlineMarkdown(`[x](${written})`).links.map((link) => link.target)).toEqual([target]);
  });

  it('tells tags from comparisons and addresses', () => {
    const text = 'a < b, <https://x.example>, <desk@x.example>, <b>x</b>, `<i>`, \\<u>, <br/>, <A HREF="x>y">';
    expect(outlineMarkdown(text).tags.map(({ name, isClosing }) => [name, isClosing])).toEqual([
      ['b', false],
      ['b', true],
      ['br', false],
      ['a', false],
    ]);
  });

  it('says how deep a block stands, and where it ends', () => {
    const text = '# One #\n\n> - two\n>   three\n\nfour  \n\n| a | b |\n|---|---|\n| c |\n';
    const { blocks } = outlineMarkdown(text);
    expect(blocks.map(({ kind, depth, start, end }) => [kind, depth, text.slice(start, end)])).toEqual([
      ['heading', 0, '# One #'],
      ['quote', 0, '> - two\n>   three'],
      ['list', 1, '- two\n>   three'],
      ['paragraph', 2, 'two\n>   three'],
      ['paragraph', 0, 'four'],
      ['table', 0, '| a | b |\n|---|---|\n| c |'],
    ]);
    expect(blocks.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ['One'],
      [],
      [],
      ['two', 'three'],
      ['four'],
      ['a', 'b', 'c'],
    ]);
  });

  // Whatever takes more than a straight walk takes minutes here, and the test's limit of time ends it.
  it.each([
    '[',
    '(',
    '`',
    '<',
    '![',
    ']',
    '> ',
    '- ',
    '- \n',
    '[a](',
    '[a](<',
    '](a "',
    '<a b="',
    '<a b=\'" ',
    '<a b=" c=\' e=" d=\'',
    '<?',
    '<!A',
    '<![CDATA[',
    '<a\n',
    '`a``',
    '[[a]: b\n',
    '[a]: <\n',
    '|',
    'a|\n-|\n',
    '&#',
    '[](',
    '[a](b "',
    '[a](b (',
    '  - a\n\n',
    '<div>\n\n',
    'a\n\n> `\n> [x\n\n',
  ])('is made in one walk over a hundred thousand of %j', (sign) => {
    const { blocks } = outlineMarkdown(sign.repeat(100_000));
    expect(blocks.length).toBeGreaterThan(0);
  });

  it('is made in one walk where brackets have labels, and lists are deep', () => {
    const labelled = `[l]: x\n\n${'['.repeat(50_000)}${'[l](y)'.repeat(10_000)}${']'.repeat(50_000)}`;
    expect(outlineMarkdown(labelled).links).toHaveLength(10_001);
    const deep = Array.from({ length: 300 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n');
    expect(outlineMarkdown(`${deep}${'\n'.repeat(50_000)}`).blocks.length).toBeLessThan(400);
  });
});
