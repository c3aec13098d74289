import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subsetPlaces } from '../../src/repository/subset-places.ts';
import { readSubset } from '../../src/repository/subset-reader.ts';
import { compareReaders } from '../support/two-yaml-readers.ts';

const nested = (levels: number): string =>
  Array.from({ length: levels }, (_, depth) => `${' '.repeat(depth)}a:${depth === levels - 1 ? ' b' : ''}`).join('\n');

const items = (levels: number): string =>
  Array.from({ length: levels }, (_, depth) => `${'  '.repeat(depth)}- a:`).join('\n');

describe('the fast reader', () => {
  it.each([
    ['a plain value', 'id: x\ntitle: Baku, a city: not', 'declined'],
    ['text with commas and brackets', 'title: One [two], three {four}', 'agreed'],
    ['a colon without a blank', 'title: 12:30 at http://x.org/a#b', 'agreed'],
    ['a trailing comment', 'title: One # two', 'agreed'],
    ['quotes', `a: "x: y # z"\nb: 'it''s'\nc: ""`, 'agreed'],
    ['an escape', 'a: "x\\ny"', 'declined'],
    ['flow lists and maps', 'a: [x, "y, z", {b: c, d: [e]}]\nf: []\ng: {}', 'agreed'],
    ['a comma too many', 'a: [x, ]', 'declined'],
    ['a map inside a list without braces', 'a: [b: c]', 'declined'],
    ['a flow list over two lines', 'a: [x,\n  y]', 'declined'],
    ['block lists', 'a:\n  - x\n  - y\nb:\n- z', 'agreed'],
    ['a list of maps', 'a:\n  - name: x\n    role: y\n  - name: z', 'agreed'],
    ['deep maps', 'a:\n  b:\n    c: d\n  e: f\ng: h', 'agreed'],
    ['empty values', 'a:\nb:\n  c:\nd: e', 'agreed'],
    ['numbers and truth', 'a: 1\nb: true\nc: false\nd: 1984', 'agreed'],
    ['other numbers', 'a: 0x1F', 'declined'],
    ['a leading zero', 'a: 0042', 'declined'],
    ['dates and words of YAML 1.1', 'a: 2009-11-16\nb: NO\nc: yes', 'agreed'],
    ['text continued on the next line', 'a: b\n  c', 'declined'],
    ['a block text with a line break at the end', 'a: |\n  b\n', 'declined'],
    ['a folded block text', 'a: >-\n  b: c # d\n  - e\nf: g', 'agreed'],
    ['a literal block text', 'a:\n  b: |-\n    c\n    d\n', 'agreed'],
    ['a comment or an empty line in a block text', 'a: >-\n  b\n  # c\nd: e', 'declined'],
    ['a deeper line in a block text', 'a: |-\n  b\n    c\nd: e', 'declined'],
    ['an anchor', 'a: &b c', 'declined'],
    ['a duplicate key', 'a: b\na: c', 'declined'],
    ['a tab', 'a:\tb', 'declined'],
    ['a no-break space at the end', 'a: b\u00a0', 'agreed'],
    ['windows line ends', 'a: b\r\nc:\r\n  - d\r\n', 'agreed'],
    ['comments and empty lines', '# one\na: b\n\n  # two\nc: d\n', 'agreed'],
    ['nothing', '', 'declined'],
    ['a forbidden key', '__proto__: x', 'declined'],
    ['the longest key', `${'k'.repeat(1024)}: x`, 'agreed'],
    ['a key that is too long for one line', `a:\n  - ${'k'.repeat(1025)}: x`, 'declined'],
    ['lists as deep as they may be', `a: ${'['.repeat(9)}${']'.repeat(9)}`, 'agreed'],
    ['lists that are deeper', `a: ${'['.repeat(10)}${']'.repeat(10)}`, 'declined'],
    ['maps as deep as they may be', nested(17), 'agreed'],
    ['maps that are deeper', nested(18), 'declined'],
    ['numbers and truth in lists and maps', 'a: [1, {b: 2, c: [true]}]', 'agreed'],
    ['a key twice in a map on one line', 'a: {b: c, b: d}', 'declined'],
    ['a forbidden key in a map on one line', 'a: {constructor: b}', 'declined'],
    ['a number for a key on one line', 'a: {1: b}', 'declined'],
    ['truth for a key', 'true: b', 'declined'],
    ['a key of two words', 'a b: c', 'declined'],
    ['a key that begins with a year', '2009-x: a\n_b.c-d: e', 'agreed'],
    ['a key in a map without a value', 'a: {b}', 'declined'],
    ['a quoted text in a list with more behind it', "a: ['b' c]", 'declined'],
    ['a quoted text with more behind it', `a: 'b' c`, 'declined'],
    ['a quoted text with a remark', `a: 'b'   # c`, 'agreed'],
    ['a quoted text with a remark that touches it', `a: 'b'# c`, 'declined'],
    ['a quote that is not closed', `a: 'b`, 'declined'],
    ['a double quote that is not closed', `a: "b`, 'declined'],
    ['a bracket that is not closed', 'a: [b', 'declined'],
    ['a bracket in a text in a list', 'a: [b[c]]', 'declined'],
    ['a remark in a list', 'a: [b #c]', 'declined'],
    ['a sign that begins a remark, within a word', 'a: [b#c, d#]', 'agreed'],
    ['a colon at the end of an item', 'a: [b:, c]', 'declined'],
    ['a colon within an item', 'a: [b:c, 12:30]', 'agreed'],
    ['a remark for a value', 'a: # b', 'declined'],
    ['a colon at the end', 'a: b:', 'declined'],
    ['everything further in', '  a: b', 'declined'],
    ['a list at the top', '- a\n- b', 'declined'],
    ['dashes above', '---\na: b', 'declined'],
    ['dots below', 'a: b\n...', 'declined'],
    ['a per cent sign at the edge', 'a: b\n%c: d', 'declined'],
    ['an item that is empty', 'a:\n  -\n  - b', 'declined'],
    ['an item that is out of line', 'a:\n  - b\n   - c', 'declined'],
    ['a list in an item', 'a:\n  - - b', 'declined'],
    ['items that begin with quotes and brackets', `a:\n  - "b: c"\n  - 'd: e'\n  - [f]\n  - {g: h}`, 'agreed'],
    ['an item with nothing behind its key', 'a:\n  - b:\n    c: d', 'agreed'],
    ['blanks behind the sign of a block', 'a: >-  \n  b\nc: d', 'agreed'],
    ['blanks behind a line of a block', 'a: |-\n  b  \nc: d', 'declined'],
    ['a block without lines', 'a: |-\nb: c', 'declined'],
    ['an empty line behind a block', 'a: |-\n  b\n\nc: d', 'agreed'],
    ['a line of many blanks behind a block', 'a: |-\n  b\n     \nc: d', 'declined'],
    ['a remark further in at the end of a block', 'a: |-\n  b\n  # c', 'declined'],
    ['a remark above a block', '# r\na: >-\n  b\nc: d', 'agreed'],
    ['a remark that ends with a colon', 'a: b # c:', 'agreed'],
    ['keys without values on one line', 'a: {b,c}', 'declined'],
    ['a list below a key of a map', 'x:\n  a: b\n  - c', 'declined'],
    ['a document that begins with a key', '--- a: b', 'declined'],
    ['items as deep as they may be', `a:\n${items(7)}`, 'agreed'],
    ['items that are deeper', `a:\n${items(8)}`, 'declined'],
    ['fifteen digits', `a: ${'9'.repeat(15)}\nb: 0`, 'agreed'],
    ['sixteen digits', `a: ${'9'.repeat(16)}`, 'declined'],
    ['a number with a sign', 'a: +1', 'declined'],
    ['a number with a point', 'a: .5', 'declined'],
    ['nothing, in words', 'a: Null', 'declined'],
    ['what only begins like a special value', 'a: Nullable\nb: falsehood\nc: 12a\nd: 1.2.3', 'agreed'],
    ['infinity, and no number', 'a: .inf', 'declined'],
    ['a half of a character', 'a: \ud800', 'declined'],
    ['a byte-order mark', '\ufeffa: b', 'declined'],
    ['a carriage return alone', 'a: b\rc', 'declined'],
  ])('%s', (_, text, outcome) => {
    expect(compareReaders(text)).toBe(outcome);
  });

  it('counts places from where its text begins in the file', () => {
    const text = 'a: b\r\nc: [d]\r\n';
    const places = subsetPlaces(text, readSubset(text)?.data ?? {}, 100);
    expect([places(['a'], 'key'), places(['c', 0], 'value')]).toEqual([
      { start: 100, end: 101 },
      { start: 110, end: 111 },
    ]);
  });

  it.each([
    ['a: b', ['a'], 'value', { start: 3, end: 4 }],
    ['a:   b c   # d', ['a'], 'value', { start: 5, end: 8 }],
    ['x: 1\r\n\r\na: b\r\n', ['a'], 'key', { start: 8, end: 9 }],
    ['a: [b, "c d", {e: f}]', ['a', 1], 'value', { start: 7, end: 12 }],
    ['a: [b, "c d", {e: f}]', ['a', 2, 'e'], 'key', { start: 15, end: 16 }],
    ['a: [b, "c d", {e: f}]', ['a', 2, 'e'], 'value', { start: 18, end: 19 }],
    ['a: [b, "c d", {e: f}]', ['a'], 'value', { start: 3, end: 21 }],
    ['a:\n  - b\n  - c # d', ['a', 1], 'value', { start: 13, end: 14 }],
    ['a:\n  - b: c\n    d: e', ['a', 0, 'd'], 'value', { start: 19, end: 20 }],
    ['a:\n  - b: c\n    d: e', ['a', 0, 'b'], 'key', { start: 7, end: 8 }],
    ['a: b', ['c'], 'value', undefined],
    ['a: b', ['a', 'toString'], 'value', undefined],
    ['a: >-\n  b\n  c', ['a'], 'value', 'unsure'],
    ['a:', ['a'], 'value', 'unsure'],
  ] as const)('knows where things stand: %j %j %s', (text, path, part, place) => {
    compareReaders(text);
    expect(subsetPlaces(text, readSubset(text)?.data ?? {}, 0)(path, part)).toEqual(place);
  });

  it('reads the shipped vocabulary and settings without help', () => {
    for (const name of ['taxonomy.yaml', 'press.yaml']) {
      expect(compareReaders(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')), name).toBe('agreed');
    }
  });

  const atom = fc.constantFrom(
    'a',
    'b',
    'Baku',
    'x y',
    '1',
    '007',
    '1.5',
    '-',
    '- ',
    '?',
    ': ',
    ':',
    ' #',
    '#',
    '"',
    "'",
    "''",
    '[',
    ']',
    '{',
    '}',
    ', ',
    ',',
    '&a',
    '*a',
    '!t',
    '|',
    '>',
    '\n',
    '\n  ',
    '\n    ',
    '\n- ',
    '\n  - ',
    '\na: ',
    '\n  b: ',
    'true',
    'null',
    '~',
    '2009-11-16',
    'NO',
    '\u00a0',
    '\t',
    '\\',
    '%',
    '@',
    '`',
    '>-\n ',
    '|-\n  ',
    '\n   ',
    '...',
    '---',
    '\r\n',
    'é',
    '🙂',
    '<<',
    '\u2028',
    ' ',
    '  ',
  );

  it('agrees with the exact reader or declines, on any text', () => {
    fc.assert(
      fc.property(fc.array(atom, { maxLength: 24 }), (parts) => {
        compareReaders(`a: ${parts.join('')}`);
        compareReaders(parts.join(''));
      }),
      { numRuns: 10_000 },
    );
  });

  const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,.'-]{0,12}$/);
  const value = fc.oneof(
    word,
    fc.constantFrom('[a, b c]', '[x]', '{k: v}', '"q: r"', "'s'", '', '12', 'true', '2009-01-02'),
  );
  const entry = fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), value).map(([key, text]) => `${key}: ${text}`);

  it('agrees on what looks like front matter, with characters changed here and there', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), fc.nat(200), atom, (lines, place, damage) => {
        const text = lines.join('\n');
        compareReaders(text);
        const at = Math.min(place, text.length);
        compareReaders(text.slice(0, at) + damage + text.slice(at));
      }),
      { numRuns: 5000 },
    );
  });
});
