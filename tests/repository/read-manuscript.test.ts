import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { bodyOf, fenceOf, type DataPath, type Manuscript } from '../../src/model/manuscript.ts';
import { readManuscript, unreadManuscript } from '../../src/repository/read-manuscript.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { diskFiles } from '../../src/repository/file-source.ts';
import { openSchemaShelf } from '../../src/repository/schema-shelf.ts';
import { packageFolder } from '../../src/repository/package-folder.ts';

const read = (text: string | Uint8Array): Manuscript =>
  readManuscript('x.md', typeof text === 'string' ? Buffer.from(text) : text, () => undefined);
const framed = (lines: string, body = 'Text.\n'): string => `---\n${lines}\n---\n${body}`;

/** `rule line:column «what it points at» message` of every fault. */
function faults({ faults: all, text, lines }: Manuscript): string[] {
  return all.map(
    ({ rule, start, end, message }) =>
      `${rule} ${lines.at(start).line}:${lines.at(start).column} «${text.slice(start, end)}» ${message}`,
  );
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

describe('what is refused, and the neighbour that is not', () => {
  const tooLong = 'size-limit 1:1 «---» The front matter that begins here has no end within 1000 lines or 32 KiB.';
  const cases: [string, string, string, string][] = [
    [
      'a second byte-order mark',
      `\uFEFF\uFEFF${framed('a: b')}`,
      'encoding 1:1 «\uFEFF» The file has a second byte-order mark.',
      `\uFEFF${framed('a: b')}`,
    ],
    [
      'no front matter',
      'Text.\n',
      'front-matter 1:1 «Text.» The file does not begin with front matter.',
      framed('a: b'),
    ],
    ['an empty file', '', 'front-matter 1:1 «» The file does not begin with front matter.', '---\n---'],
    [
      'a blank line before',
      `\n${framed('a: b')}`,
      'front-matter 1:1 «» An empty line stands before the front matter.',
      framed('a: b'),
    ],
    [
      'another language',
      '---json\n{"a": 1}\n---\n',
      'front-matter 1:1 «---json» «---json» opens front matter in JSON, and press reads YAML only.',
      '---yaml\na: b\n---\n',
    ],
    [
      'no closing line',
      '---\na: b\nText.\n',
      'front-matter 1:1 «---» The front matter that begins here is never closed.',
      '---\na: b\n---',
    ],
    [
      'a closing line with a word',
      '---\na: b\n--- c\nText.\n---\n',
      'front-matter 3:1 «--- c» This line begins with «---» but does not close the front matter.',
      framed('a: b', '--- c\n'),
    ],
    ['more than 32 KiB', framed(`a: ${'x'.repeat(32 * 1024)}`), tooLong, framed(`a: ${'x'.repeat(32 * 1024 - 10)}`)],
    ['more than 1000 lines', framed('# x\n'.repeat(1000) + 'a: b'), tooLong, framed('# x\n'.repeat(999) + 'a: b')],
    [
      'a carriage return alone',
      framed('a: b', 'x\ry\n'),
      'control-character 4:2 «\r» A carriage return stands alone (U+000D).',
      framed('a: b', 'x\r\ny\n'),
    ],
    [
      'a control character',
      framed('a: b', 'x\u0008y\n'),
      'control-character 4:2 «\u0008» There is a control character (U+0008).',
      framed('a: b', 'x\ty\n'),
    ],
    [
      'a control character of the second set',
      framed('a: b', 'x\u009By\n'),
      'control-character 4:2 «\u009B» There is a control character (U+009B).',
      framed('a: b', 'x\u00A0y\n'),
    ],
    [
      'a control character in front matter',
      framed('a: x\u0007'),
      'control-character 2:5 «\u0007» There is a control character (U+0007).',
      framed('a: xé'),
    ],
    [
      'a control character that is escaped',
      framed('a: "x\\u0007"'),
      'control-character 2:4 «"x\\u0007"» The text holds the control character U+0007.',
      framed('a: "x\\u00e9"'),
    ],
    [
      'an escaped line separator of old',
      framed('a: "x\\N"'),
      'control-character 2:4 «"x\\N"» The text holds the control character U+0085.',
      framed('a: "x\\t"'),
    ],
    [
      'half of a character that is escaped',
      framed('a: "\\uD83D"'),
      'control-character 2:4 «"\\uD83D"» The text holds one half of a character (a lone surrogate).',
      framed('a: "\\uD83D\\uDE00"'),
    ],
    [
      'an escape in a key',
      framed('"a\\u0000": b'),
      'control-character 2:1 «"a\\u0000"» The text holds the control character U+0000.',
      framed('"a\\u0062": b'),
    ],
    [
      'values that are too deep',
      framed(`a: ${'['.repeat(40)}${']'.repeat(40)}`),
      `front-matter 2:1 «a: ${'['.repeat(40)}${']'.repeat(40)}» The values are nested too deeply.`,
      framed(`a: ${'['.repeat(30)}${']'.repeat(30)}`),
    ],
    [
      'a tab for an indentation',
      framed('a:\n\tb: c'),
      'front-matter 3:1 «\t» The line is indented with a tab.',
      framed('a:\n  b: c'),
    ],
    [
      'a directive',
      framed('%YAML 1.1\na: b'),
      'front-matter 2:1 «%YAML 1.1» A line beginning with «%» is a YAML directive, which press does not read.',
      framed('a: "%YAML 1.1"'),
    ],
    [
      'a second document',
      framed('a: b\n...\nc: d'),
      'front-matter 3:1 «...» A second YAML document begins here.',
      framed('a: b ...\nc: d'),
    ],
    [
      'a tag',
      framed('a: !!str b'),
      'front-matter 2:4 «!» A value that begins with «!» is read as a YAML tag, which press does not use.',
      framed('a: "!!str b"'),
    ],
    [
      "a tag of one's own",
      framed('a: !x b'),
      'front-matter 2:4 «!» A value that begins with «!» is read as a YAML tag, which press does not use.',
      framed('a: b !x'),
    ],
    [
      'an anchor',
      framed('a: &x b'),
      'front-matter 2:4 «&» A value that begins with «&» is read as a YAML anchor, which press does not use.',
      framed('a: B&B'),
    ],
    [
      'an anchor on a key',
      framed('&x a: b'),
      'front-matter 2:1 «&x» «&x» is read as a YAML anchor, which press does not use.',
      framed('"&x": b'),
    ],
    [
      'an alias',
      framed('a: *x'),
      'front-matter 2:4 «*» A value that begins with «*» is read as a reference to another value.',
      framed('a: "*x"'),
    ],
    [
      'a merge key',
      framed('<<: {a: b}'),
      'front-matter 2:1 «<<» «<<» is a merge key, which press does not read.',
      framed('a: <<'),
    ],
    [
      'a complex key',
      framed('? a\n: b'),
      'front-matter 2:3 «a» A line beginning with «? » makes a complex key, which press does not read.',
      framed('"? a": b'),
    ],
    [
      'a list for a key',
      framed('[a]: b'),
      'front-matter 2:1 «[a]» A key must be one word or text.',
      framed('"[a]": b'),
    ],
    [
      'a key that is missing',
      framed(': b'),
      'front-matter 2:1 «» A key is missing before the colon.',
      framed('a: ":"'),
    ],
    [
      'a key that every object has',
      framed('__proto__: b'),
      'front-matter 2:1 «__proto__» «__proto__» may not be used as a key.',
      framed('proto: b'),
    ],
    [
      'a key that every object has, further in',
      framed('a: {constructor: b}'),
      'front-matter 2:5 «constructor» «constructor» may not be used as a key.',
      framed('a: {constructors: b}'),
    ],
    [
      'a key that every object has, escaped',
      framed('"\\x5f_proto__": b'),
      'front-matter 2:1 «"\\x5f_proto__"» «__proto__» may not be used as a key.',
      framed('"\\x5f_proto": b'),
    ],
    [
      'a list at the top',
      framed('- a'),
      'front-matter 2:1 «- a» The text here is no list of «key: value» lines.',
      framed('a: [b]'),
    ],
    ['a text at the top', framed('a'), 'front-matter 2:1 «a» «a» stands where a «key: value» is wanted.', framed('a:')],
    [
      'a colon in a value',
      framed('a: b: c'),
      'front-matter 2:4 «b:» The value of «a» has a colon in it, which YAML takes for another key.',
      framed('a: "b: c"'),
    ],
    [
      'a quote that is not closed',
      framed('a: "b\nc: d'),
      'front-matter 2:4 «"b» The value of «a» opens with a double quote that is not closed.',
      framed('a: "b\n  c: d"'),
    ],
    [
      'a quoted text that goes on at the edge',
      framed("a: 'b\nc'\nd: e"),
      "front-matter 3:1 «c'» The value of «a» goes on in a line that is not indented.",
      framed("a: 'b\n  c'\nd: e"),
    ],
    [
      'text behind a quoted one',
      framed('a: "b" c'),
      'front-matter 2:4 «"b"» The value of «a» ends with its closing quote, and «c» stands behind it.',
      framed(`a: '"b" c'`),
    ],
    [
      'a bracket that is not closed',
      framed('a: [b\nc: d'),
      'front-matter 2:4 «[b» The list that opens with «[» here is not closed.',
      framed('a: [b]\nc: d'),
    ],
    [
      'a sign that begins no value',
      framed('a: @b'),
      'front-matter 2:4 «@» A value cannot begin with «@».',
      framed('a: "@b"'),
    ],
    ['a backtick', framed('a: `b`'), 'front-matter 2:4 «`» A value cannot begin with «`».', framed('a: b`c`')],
    ['a per cent sign', framed('a: %b'), 'front-matter 2:4 «%» A value cannot begin with «%».', framed('a: 5 %')],
    [
      'a dash and a blank',
      framed('a: - b'),
      'front-matter 2:4 «-» A value cannot begin with a dash and a blank: a list begins on the line below its key.',
      framed('a: -b'),
    ],
    [
      'a question mark and a blank',
      framed('a: ? b'),
      'front-matter 2:4 «?» A value cannot begin with «?» and a blank.',
      framed('a: ?b'),
    ],
    [
      'an arrow',
      framed('a: > b'),
      'front-matter 2:4 «>» A value that begins with «>» announces a text on the lines below.',
      framed('a: >-\n  b'),
    ],
    [
      'a backslash in double quotes',
      framed('a: "b\\c"'),
      'front-matter 2:4 «"b\\c» A backslash in double quotes begins an escape, and YAML knows no «\\c».',
      framed("a: 'b\\c'"),
    ],
    [
      'a line without a key',
      framed('a: b\nc\nd: e'),
      'front-matter 3:1 «c» The value of «a» goes on in a line that is not indented.',
      framed('a: b\n  c\nd: e'),
    ],
    [
      'a key without a blank behind it',
      framed('a: b\nc:d\ne: f'),
      'front-matter 3:2 «:» A blank is missing behind «c:».',
      framed('a: b\nc: d\ne: f'),
    ],
    [
      'a line that is in too far',
      framed('a: b\n  c: d'),
      'front-matter 3:3 «c» The key «c» is indented as if it belonged to the value above.',
      framed('a:\n  c: d'),
    ],
    [
      'an item that is out of line',
      framed('a:\n  - b\n c: d'),
      'front-matter 4:2 «c» The key «c» is indented as if it belonged to the value above.',
      framed('a:\n  - b\nc: d'),
    ],
    [
      'a remark without a blank',
      framed('a: "b"#c'),
      'front-matter 2:7 «#c» A «#» follows a value without a blank between.',
      framed('a: "b" #c'),
    ],
  ];

  it.each(cases)('%s', (_, bad, fault, good) => {
    const refused = read(bad);
    expect(faults(refused)).toContain(fault);
    for (const { hint } of refused.faults) expect(hint).toMatch(/\.$/);
    const accepted = read(good);
    expect(faults(accepted)).toEqual([]);
    expect(accepted.data).toBeDefined();
  });

  it('names every stray character once, where it stands, and at most a hundred of them', () => {
    expect(faults(read(framed('a: x\u0085y')))).toEqual([
      'control-character 2:5 «\u0085» There is a control character (U+0085).',
    ]);
    expect(read(framed('a: b', '\u0007'.repeat(500))).faults).toHaveLength(100);
  });

  it('names the language of bytes that are no UTF-8, and the line', () => {
    expect(faults(read(Buffer.from('\uFEFF---\na: b\n---\n', 'utf16le')))).toEqual([
      'encoding 1:1 «» The file is UTF-16, not UTF-8.',
    ]);
    expect(faults(read(Buffer.from('---\na: b\ntitle: Caf\u00e9\n---\n', 'latin1')))).toEqual([
      'encoding 3:1 «» The file is not UTF-8; it looks like ISO 8859-1 or another single-byte encoding.',
    ]);
    expect(faults(read(Buffer.from('---\na: b\n---\n\n\x93x\x94', 'latin1')))[0]).toMatch(
      /^encoding 5:1 «» .*Windows-1252/,
    );
  });

  it('tells a key that holds a release back where it is text, below front matter that ends too early', () => {
    expect(faults(read(framed('a: b', 'embargo: x\n---\nText.\n')))).toEqual([
      'front-matter 4:1 «embargo» The front matter ends above, so «embargo» is text here, and holds nothing back.',
    ]);
  });

  it('keeps the faults of values beside those of characters elsewhere', () => {
    const both = read(framed('a: "\\u0007"\nb: "\u0008"\nc: "\\u0009\\u0001"'));
    expect(both.faults.map(({ start, end }) => both.text.slice(start, end))).toEqual([
      '\u0008',
      '"\\u0007"',
      '"\\u0009\\u0001"',
    ]);
  });

  it('says of every file its name, its bytes, its block, and what to do', () => {
    const bytes = Buffer.from('---\na: \xe9\n---\n', 'latin1');
    const digest = createHash('sha256').update(bytes).digest('hex');
    const block = { start: 0, end: 0 };
    expect(read(bytes)).toMatchObject({ path: 'x.md', digest, block, faults: [{ hint: 'Save it as UTF-8.' }] });
    expect(read(framed('a: b'))).toMatchObject({ path: 'x.md', block: { start: 4, end: 9 } });
  });

  it('never gives data where something is wrong with front matter', () => {
    for (const [name, bad] of cases) {
      const { data, faults: all } = read(bad);
      const isInBody = all.every(
        (fault) => fault.rule === 'control-character' && fault.start > bad.indexOf('\n---') + 4,
      );
      expect(data === undefined || isInBody || all.some((fault) => fault.rule === 'control-character'), name).toBe(
        true,
      );
    }
  });
});

describe('a key that stands twice', () => {
  it.each([
    ['a: b\na: c', ['duplicate-key 3:1 «a» The key «a» stands here a second time.'], '2:1'],
    ['a: b\n"a": b', ['duplicate-key 3:1 «"a"» The key «a» stands here a second time.'], '2:1'],
    ['1: b\n"1": c', ['duplicate-key 3:1 «"1"» The key «1» stands here a second time.'], '2:1'],
    ['x: {a: b, a: c}', ['duplicate-key 2:11 «a» The key «a» stands here a second time.'], '2:5'],
    ['x:\n  - a: b\n    a: c', ['duplicate-key 4:5 «a» The key «a» stands here a second time.'], '3:5'],
  ])('%j is told at both places', (lines, told, first) => {
    const manuscript = read(framed(lines));
    expect(faults(manuscript)).toEqual(told);
    const [place] = manuscript.faults[0]?.related ?? [];
    const { line, column } = manuscript.lines.at(place?.start ?? 0);
    expect(`${line}:${column} ${place?.message}`).toBe(`${first} It stands here first.`);
    expect(manuscript.data).toBeUndefined();
  });

  it('is no key that differs in case, or stands in another mapping', () => {
    expect(faults(read(framed('a: b\nA: c\nx: {a: d}\ny: [{a: 1}, {a: 2}]')))).toEqual([]);
  });
});

describe('honest files', () => {
  it.each<[string, string, object, string]>([
    ['with a byte-order mark', '\uFEFF---\na: b\n---\nText.', { a: 'b' }, 'Text.'],
    [
      'with the line ends of Windows',
      '---\r\na: b\r\nc: |\r\n  d\r\n  e\r\n---\r\nText.\r\n',
      { a: 'b', c: 'd\ne\n' },
      'Text.\r\n',
    ],
    ['with dashes in the body', framed('a: b', 'x\n---\ny\n'), { a: 'b' }, 'x\n---\ny\n'],
    ['in Arabic', framed('title: بيان صحفي', 'نص البيان'), { title: 'بيان صحفي' }, 'نص البيان'],
    [
      'with signs in quotes',
      framed(`a: "@b"\nc: '%d: #e'\nf: "[x] {y} & * ! | > ' \\""`),
      { a: '@b', c: '%d: #e', f: '[x] {y} & * ! | > \' "' },
      'Text.\n',
    ],
    ['without a line break at the end', '---\na: b\n---', { a: 'b' }, ''],
    ['with nothing in front matter', '---\n---\nText.', {}, 'Text.'],
    ['with remarks alone in front matter', framed('# a\n\n  # b'), {}, 'Text.\n'],
    ['with remarks', framed('# x\na: b # y\n\n# z'), { a: 'b' }, 'Text.\n'],
    [
      'with texts over several lines',
      framed('a: >-\n  b\n  c\nd: |\n  e\n\n  f\ng: h\n  i'),
      { a: 'b c', d: 'e\n\nf\n', g: 'h i' },
      'Text.\n',
    ],
    [
      'with lists and mappings',
      framed('a: [b, {c: d}]\ne:\n- f\n-\n  g: h\ni: {}\nj: []'),
      { a: ['b', { c: 'd' }], e: ['f', { g: 'h' }], i: {}, j: [] },
      'Text.\n',
    ],
    ['with empty values', framed('a:\nb: ""\nc: ~\nd: null'), { a: null, b: '', c: null, d: null }, 'Text.\n'],
    [
      'with a name that objects have',
      framed('toString: a\nhasOwnProperty: b\nvalueOf: c'),
      { toString: 'a', hasOwnProperty: 'b', valueOf: 'c' },
      'Text.\n',
    ],
  ])('%s', (_, text, data, body) => {
    const manuscript = read(text);
    expect(faults(manuscript)).toEqual([]);
    expect(plain(manuscript.data)).toEqual(data);
    expect(bodyOf(manuscript)).toBe(body);
    expect(Object.getPrototypeOf(manuscript.data)).toBeNull();
    expect(manuscript.text).toBe(text);
  });

  it('are known by the bytes they have', () => {
    expect(read(framed('a: b')).digest).not.toBe(read(`\uFEFF${framed('a: b')}`).digest);
    expect(read('').digest).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

describe('text stays text', () => {
  const front = (title: string): string =>
    `id: a\ntitle: ${title}\ndate: 2009-11-16\nstatus: published\nattachments: [{href: x.pdf, size: 17}]\nplace: [1984, NO]\nnote: 1.50`;

  it.each([
    '1984',
    'NO',
    'no',
    'Yes',
    'on',
    '12:30',
    '12:30:45',
    '0x1F',
    '0o17',
    'true',
    'False',
    '1e3',
    '007',
    '+1',
    '.5',
    '1_000',
    '.inf',
    '-.INF',
    '.nan',
    '99999999999999999999',
    '2009-11-16',
    '2001-12-14t21:59:43.10-05:00',
    '=',
    '<<x',
    '1.0',
    '-0',
  ])('title: %s', async (title) => {
    const shelf = await openSchemaShelf(diskFiles(packageFolder));
    const text = framed(front(title));
    const manuscript = readManuscript('x.md', Buffer.from(text), (_, untexted) =>
      shelf.untext('release.schema.json', untexted),
    );
    expect(faults(manuscript)).toEqual([]);
    expect(plain(manuscript.data)).toEqual({
      id: 'a',
      title,
      date: '2009-11-16',
      status: 'published',
      attachments: [{ href: 'x.pdf', size: 17 }],
      place: ['1984', 'NO'],
      note: '1.50',
    });
  });
});

describe('where a value stands', () => {
  const text = `\uFEFF---\r\nid: a\r\ntitle: "T: x"\r\nplace:\r\n  - Baku\r\n  - {name: B, 2020: c}\r\nempty:\r\nsummary: >-\r\n  one\r\n  two\r\n---\r\nText.`;

  it.each<[DataPath, 'value' | 'key', string | undefined]>([
    [['id'], 'value', 'a'],
    [['id'], 'key', 'id'],
    [['title'], 'value', '"T: x"'],
    [['place', 0], 'value', 'Baku'],
    [['place', 1, 'name'], 'value', 'B'],
    [['place', 1, 'name'], 'key', 'name'],
    [['place', 1, '2020'], 'value', 'c'],
    [['place', 1, 2020], 'value', 'c'],
    [['empty'], 'value', 'empty'],
    [['empty'], 'key', 'empty'],
    [['place', 9], 'value', undefined],
    [['nothing'], 'value', undefined],
    [['id', 'x'], 'value', undefined],
    [['id', 0], 'value', undefined],
    [['toString'], 'value', undefined],
  ])('%j, its %s', (path, part, expected) => {
    for (const source of [text, text.replace('empty:', 'empty: # x')]) {
      const span = read(source).locate(path, part);
      expect(span === undefined ? undefined : source.slice(span.start, span.end)).toBe(expected);
    }
  });

  it('is the fence line for the whole', () => {
    const { start, end } = fenceOf({ text });
    expect([start, end, text.slice(start, end)]).toEqual([1, 4, '---']);
    expect(fenceOf({ text: '' })).toEqual({ start: 0, end: 0 });
  });
});

describe('a file that was not read', () => {
  it('says why, at the line that is known', () => {
    const manuscript = unreadManuscript('x.md', { rule: 'encoding', message: 'm', hint: 'h', line: 3 });
    expect(faults(manuscript)).toEqual(['encoding 3:1 «» m']);
    expect(manuscript).toMatchObject({ data: undefined, digest: '', bodyStart: 2 });
    expect(manuscript.locate(['id'])).toBeUndefined();
  });
});

describe('the time zone of the machine', () => {
  const before = process.env['TZ'];
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'])('%s moves nothing', async (zone) => {
    process.env['TZ'] = zone;
    const { data } = read(framed('a: 2009-11-16\nb: 2009-11-16T23:30:00+14:00\nc: 2009-02-30'));
    expect(plain(data)).toEqual({ a: '2009-11-16', b: '2009-11-16T23:30:00+14:00', c: '2009-02-30' });
    const files = {
      'taxonomy.yaml': 'version: 1\nfacets: {a: {property: b, terms: {}}}',
      'releases/a.md': framed('id: a\ntitle: T\ndate: 2009-11-16\nstatus: published'),
    };
    const [manuscript] = [...(await repositoryInMemory(files)).manuscripts()];
    expect(plain(manuscript?.data)).toMatchObject({ date: '2009-11-16' });
  });
});

describe('any file at all', () => {
  const piece = fc.constantFrom(
    '---',
    '---\n',
    '\n---\n',
    'id: a\n',
    'title: ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ': ',
    '- ',
    '? ',
    '&a',
    '*a',
    '!t ',
    '|',
    '>',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '#',
    '<<',
    '%',
    '__proto__: ',
    '\u0000',
    '\u0085',
    '\u2028',
    '\uFEFF',
    'é',
    '🙂',
    '\\',
    '\\u0000',
    '  ',
    'a: b\n',
    '...',
    'null',
    '1984',
    '\u00A0',
  );
  const bytes = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((parts) => Buffer.from(`---\n${parts.join('')}\n---\nText.\n`)),
    fc.array(piece, { maxLength: 30 }).map((parts) => Buffer.from(parts.join(''))),
    fc.uint8Array({ maxLength: 60 }).map((parts) => Buffer.from(parts)),
    fc.tuple(fc.uint8Array({ maxLength: 3 }), fc.nat(60)).map(([damage, at]) => {
      const good = Buffer.from(framed('id: a\ntitle: "T"\ndate: 2009-11-16\nfields: [x, y]\nstatus: published'));
      return Buffer.concat([good.subarray(0, at), damage, good.subarray(at)]);
    }),
  );

  it('points into the text also where a second fence cannot be mended', () => {
    const text = 'a: b\na: b\n---é';
    const ends = read(Buffer.from(text)).faults.map(({ start, end }) => text.slice(start, end));
    expect(ends).toEqual(['a: b', '---é']);
  });

  it('gives data or a fault with a sentence and a place in the text, and throws nothing', () => {
    fc.assert(
      fc.property(bytes, (file) => {
        const manuscript = read(file);
        if (manuscript.data === undefined) expect(manuscript.faults.length).toBeGreaterThan(0);
        for (const fault of manuscript.faults) {
          expect(fault.message).toMatch(/\.$/);
          expect(fault.start).toBeGreaterThanOrEqual(0);
          expect(fault.end).toBeGreaterThanOrEqual(fault.start);
          expect(fault.end).toBeLessThanOrEqual(manuscript.text.length);
        }
        for (const key of Object.keys(manuscript.data ?? {})) {
          const span = manuscript.locate([key], 'key');
          expect(span).toBeDefined();
          expect(manuscript.text.slice(0, span?.start).endsWith('\n') || file.length > 0).toBe(true);
        }
        expect(Object.hasOwn(manuscript.data ?? {}, '__proto__')).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('a conflict that git left', () => {
  const divided = ['<<<<<<< HEAD', 'title: Here', '=======', 'title: There', '>>>>>>> branch'].join('\n');
  const told = 'Two versions of this file stand here one after the other: git could not join them.';

  it.each([
    ['front matter', framed(`id: a\n${divided}`), '3:1'],
    ['the body', framed('id: a', `Text.\n\n${divided}\n`), '6:1'],
    ['both', `${framed(`id: a\n${divided}`)}${divided}\n`, '3:1'],
    ['the first line', `\uFEFF${divided}\n`, '1:1'],
    ['the fences', `---\nid: a\n${divided.replace('title: There', '---\nText \u0001\n---')}\n---\n`, '3:1'],
    ['lines that Windows ends', framed(`id: a\n${divided}`).replaceAll('\n', '\r\n'), '3:1'],
  ])('in %s is the one fault of the file, and closes it', (_, text, place) => {
    const manuscript = read(text);
    expect(faults(manuscript)).toEqual([`front-matter ${place} «<<<<<<< HEAD» ${told}`]);
    expect([manuscript.data, bodyOf(manuscript)]).toEqual([undefined, '']);
  });

  it.each([
    ['a heading with a line below', 'Course\n=======\n'],
    ['a marker inside of a line', `See «${divided.replaceAll('\n', '» «')}».\n`],
    ['indented lines', `    ${divided.replaceAll('\n', '\n    ')}\n`],
    ['another order', '>>>>>>> a\n=======\n<<<<<<< b\n'],
    ['no end', '<<<<<<< a\nhere\n=======\nthere\n'],
    ['no middle', '<<<<<<< a\nhere\n>>>>>>> b\n'],
    ['a longer middle', '<<<<<<< a\n========\n>>>>>>> b\n'],
  ])('is not %s', (_, body) => {
    expect(read(framed('id: a', body))).toMatchObject({ data: { id: 'a' }, faults: [] });
  });
});
