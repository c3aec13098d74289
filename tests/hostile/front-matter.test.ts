/** Front matter that is broken, ambiguous or made to choke a reader, and honest front matter that looks like it. */
import { release, type Content } from './newsroom.ts';
import { judgeReleases, type ReleaseCase } from './releases-judged.ts';

const more =
  (lines: string) =>
  (word: string): string =>
    release(word, { more: lines });
const withKeys =
  (keys: Readonly<Record<string, string | undefined>>) =>
  (word: string): string =>
    release(word, { keys });
const turned =
  (turn: (text: string) => string) =>
  (word: string): string =>
    turn(release(word));
const bytes =
  (turn: (text: string) => Buffer) =>
  (word: string): Content =>
    turn(release(word));

const at = 10;

judgeReleases('fences', [
  { name: 'an empty file', make: () => '', says: /front-matter/, line: 1 },
  { name: 'one byte', make: () => '-', says: /front-matter/, line: 1 },
  { name: 'only an opening fence', make: () => '---', says: /front-matter/, line: 1 },
  { name: 'only an opening fence and a line break', make: () => '---\n', says: /front-matter/, line: 1 },
  { name: 'two fences and nothing', make: () => '---\n---\n', says: /schema/, line: 1 },
  { name: 'blank lines between fences', make: () => '---\n\n\n---\n', says: /schema/, line: 1 },
  { name: 'only a remark between fences', make: () => '---\n# nothing\n---\n', says: /schema/, line: 1 },
  { name: 'no front matter', make: (word) => `The course ${word} began.\n`, says: /front-matter/, line: 1 },
  {
    name: 'no closing fence',
    make: turned((text) => text.replace(/---\n(?=BAKU)/, '')),
    says: /front-matter/,
    line: 1,
  },
  {
    name: 'a closing fence of four hyphens',
    make: turned((text) => text.replace(/---\n(?=BAKU)/, '----\n')),
    says: /front-matter/,
    line: at,
  },
  {
    name: 'a closing fence with a word',
    make: turned((text) => text.replace(/---\n(?=BAKU)/, '--- end\n')),
    says: /front-matter/,
    line: at,
  },
  {
    name: 'a line of hyphens in the block',
    make: turned((text) => text.replace('lang:', '---x\nlang:')),
    says: /front-matter/,
    line: 8,
  },
  {
    name: 'a closing fence of dots',
    make: turned((text) => text.replace(/---\n(?=BAKU)/, '...\n')),
    says: /front-matter/,
  },
  {
    name: 'an indented closing fence',
    make: turned((text) => text.replace(/---\n(?=BAKU)/, ' ---\n')),
    says: /front-matter/,
  },
  { name: 'an indented opening fence', make: turned((text) => ` ${text}`), says: /front-matter/, line: 1 },
  { name: 'a blank line above', make: turned((text) => `\n${text}`), says: /front-matter/, line: 1 },
  { name: 'text above', make: turned((text) => `Hello\n${text}`), says: /front-matter/, line: 1 },
  {
    name: 'a fence word of another language',
    make: turned((text) => text.replace('---', '---toml')),
    says: /front-matter/,
    line: 1,
  },
  {
    name: 'JavaScript as front matter',
    make: turned((text) => text.replace('---', '---js')),
    says: /front-matter/,
    line: 1,
  },
  {
    name: 'JavaScript with a blank',
    make: turned((text) => text.replace('---', '--- javascript')),
    says: /front-matter/,
    line: 1,
  },
  { name: 'CoffeeScript', make: turned((text) => text.replace('---', '---coffee')), says: /front-matter/, line: 1 },
  {
    name: 'JSON as front matter',
    make: (word) => `---json\n{"title": "${word}"}\n---\n`,
    says: /front-matter/,
    line: 1,
  },
  { name: 'JSON in semicolons', make: (word) => `;;;\n{"title": "${word}"}\n;;;\n`, says: /front-matter/, line: 1 },
  { name: 'TOML', make: (word) => `+++\ntitle = "${word}"\n+++\n`, says: /front-matter/, line: 1 },
  {
    name: 'a YAML directive',
    make: turned((text) => text.replace('---\n', '---\n%YAML 1.1\n')),
    says: /front-matter/,
    line: 2,
  },
  {
    name: 'a name of an Object as fence word',
    make: turned((text) => text.replace('---', '---constructor')),
    says: /front-matter/,
    line: 1,
  },
  {
    name: 'dashes of typography',
    make: turned((text) => text.replaceAll(/^---$/gm, '———')),
    says: /front-matter/,
    line: 1,
  },
  {
    name: 'the same broken file once more',
    make: (word) => `---\ntitle: "${word}\n---\n`,
    says: /front-matter/,
    line: 2,
  },
  { name: 'and again', make: (word) => `---\ntitle: "${word}\n---\n`, says: /front-matter/, line: 2 },
  {
    name: 'a merge conflict',
    make: turned((text) => text.replace('lang: en\n', '<<<<<<< HEAD\nlang: en\n=======\nlang: ru\n>>>>>>> other\n')),
    says: /front-matter.*Two versions/,
    line: 8,
  },
  { name: 'honest: blanks behind the fences', make: turned((text) => text.replaceAll(/^---$/gm, '--- \t ')) },
  { name: 'honest: the fence word yaml', make: turned((text) => text.replace('---', '--- yaml ')) },
  { name: 'honest: hyphens in the text', make: turned((text) => `${text}\n---\n\nMore\n\n----\n\n--- x\n`) },
  { name: 'honest: a second block in the text', make: turned((text) => `${text}\n---\ntitle: x\n---\n`) },
  { name: 'honest: no final line break', make: turned((text) => text.trimEnd()) },
  { name: 'honest: lines of Windows', make: turned((text) => text.replaceAll('\n', '\r\n')) },
  { name: 'honest: a byte-order mark', make: turned((text) => `\uFEFF${text}`) },
  { name: 'honest: both', make: turned((text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`) },
  { name: 'honest: a remark in the block', make: more('# status: draft\n') },
]);

const nested = (levels: number): string => Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}k:\n`).join('');

judgeReleases('YAML', [
  { name: 'a tag', make: withKeys({ place: '!!str Baku' }), says: /front-matter.*tag/, line: 5 },
  {
    name: 'a tag of JavaScript',
    make: more('x: !!js/function "function () { return 1 }"\n'),
    says: /front-matter/,
    line: at,
  },
  {
    name: 'a tag of Python',
    make: more('x: !!python/object/apply:os.system ["id"]\n'),
    says: /front-matter/,
    line: at,
  },
  { name: 'a tag of its own', make: withKeys({ place: '!local Baku' }), says: /front-matter/, line: 5 },
  { name: 'a binary tag', make: more('x: !!binary "AAAA"\n'), says: /front-matter/, line: at },
  { name: 'a time tag', make: more('x: !!timestamp 2009-11-16\n'), says: /front-matter/, line: at },
  { name: 'a set', make: more('x: !!set {a, b}\n'), says: /front-matter/, line: at },
  { name: 'an ordered map', make: more('x: !!omap [a: 1]\n'), says: /front-matter/, line: at },
  { name: 'an anchor', make: withKeys({ place: '&p Baku' }), says: /front-matter.*anchor/, line: 5 },
  { name: 'an anchor and an alias', make: more('x: &p Baku\ny: *p\n'), says: /front-matter/, line: at },
  { name: 'an alias to nothing', make: withKeys({ place: '*p' }), says: /front-matter/, line: 5 },
  { name: 'an alias as a key', make: more('x: &p a\n*p : b\n'), says: /front-matter/, line: at },
  { name: 'an alias to itself', make: more('x: &p [*p]\n'), says: /front-matter/, line: at },
  { name: 'a merge key', make: more('<<: {status: draft}\n'), says: /front-matter/, line: at },
  { name: 'a quoted merge key', make: more('"<<": {status: draft}\n'), says: /front-matter/, line: at },
  {
    name: 'billion laughs',
    make: more('a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n'),
    says: /front-matter/,
    line: at,
  },
  { name: 'a key behind a question mark', make: more('? x\n: y\n'), says: /front-matter/, line: at },
  { name: 'a list as a key', make: more('[a, b]: x\n'), says: /front-matter/, line: at },
  { name: 'a map as a key', make: more('{a: b}: x\n'), says: /front-matter/, line: at },
  { name: 'a long chain of question marks', make: more(`${'? '.repeat(40)}x\n`), says: /front-matter/, line: at },
  { name: 'an empty key', make: more(': x\n'), says: /front-matter/, line: at },
  { name: 'several documents', make: more('...\nx: y\n'), says: /front-matter/, line: at },
  { name: 'a tab as indentation', make: more('x:\n\ty: z\n'), says: /front-matter/, line: 11 },
  { name: 'a tab behind blanks', make: more('x:\n \ty: z\n'), says: /front-matter/, line: 11 },
  { name: 'a list at the top', make: (word) => `---\n- title: ${word}\n---\n`, says: /front-matter/, line: 2 },
  { name: 'a word at the top', make: (word) => `---\n${word}\n---\n`, says: /front-matter/, line: 2 },
  { name: 'a number at the top', make: () => '---\n42\n---\n', says: /front-matter/, line: 2 },
  { name: 'a null at the top', make: () => '---\nnull\n---\n', says: /front-matter|schema/ },
  { name: 'a key twice', make: more('status: draft\n'), says: /duplicate-key/, line: at },
  { name: 'a key twice, once quoted', make: more('"status": draft\n'), says: /duplicate-key/, line: at },
  { name: 'a key twice, once escaped', make: more('"st\\u0061tus": draft\n'), says: /duplicate-key/, line: at },
  { name: 'an inner key twice', make: more('contacts:\n- {name: A, name: B}\n'), says: /duplicate-key/, line: 11 },
  { name: 'an unclosed double quote', make: withKeys({ place: '"Baku' }), says: /front-matter/, line: 5 },
  { name: 'an unclosed single quote', make: withKeys({ place: "'Baku" }), says: /front-matter/, line: 5 },
  { name: 'an unclosed bracket', make: withKeys({ fields: '[elections' }), says: /front-matter/, line: 6 },
  { name: 'an unclosed brace', make: withKeys({ fields: '{elections' }), says: /front-matter/, line: 6 },
  { name: 'a bracket closed by a brace', make: withKeys({ fields: '[elections}' }), says: /front-matter/, line: 6 },
  {
    name: 'a colon in a plain text',
    make: withKeys({ title: 'Baku: course opens' }),
    says: /front-matter.*quote/i,
    line: 3,
  },
  { name: 'a percent sign first', make: withKeys({ title: '%10 more' }), says: /front-matter/, line: 3 },
  { name: 'an at sign first', make: withKeys({ title: '@home' }), says: /front-matter/, line: 3 },
  { name: 'a backtick first', make: withKeys({ title: '`code`' }), says: /front-matter/, line: 3 },
  { name: 'an asterisk first', make: withKeys({ title: '*bold*' }), says: /front-matter/, line: 3 },
  { name: 'an ampersand first', make: withKeys({ title: '&c' }), says: /front-matter/, line: 3 },
  { name: 'an exclamation mark first', make: withKeys({ title: '!important' }), says: /front-matter/, line: 3 },
  { name: 'a pipe first', make: withKeys({ title: '|news|' }), says: /front-matter/, line: 3 },
  { name: 'a bracket first', make: withKeys({ title: '[Update] course opens' }), says: /front-matter/, line: 3 },
  { name: 'a brace first', make: withKeys({ title: '{Update} course opens' }), says: /front-matter/, line: 3 },
  { name: 'a quote that ends too early', make: withKeys({ title: '"Course" opens' }), says: /front-matter/, line: 3 },
  { name: 'a text that a hash sign empties', make: withKeys({ title: '# 1 course' }), says: /title/, line: 3 },
  { name: 'an empty title', make: withKeys({ title: '' }), says: /title/, line: 3 },
  { name: 'a title of two quotes', make: withKeys({ title: '""' }), says: /title/, line: 3 },
  { name: 'a title of blanks', make: withKeys({ title: '"   "' }), says: /title|Headline/i, line: 3 },
  { name: 'a title of null', make: withKeys({ title: '~' }), says: /title/, line: 3 },
  { name: 'a title that is a list', make: withKeys({ title: '[a, b]' }), says: /title|schema/, line: 3 },
  { name: 'a title that is a map', make: withKeys({ title: '{a: b}' }), says: /title|schema/, line: 3 },
  { name: 'a title of two lines', make: withKeys({ title: '"a\\nb"' }), says: /title|schema/, line: 3 },
  {
    name: 'a title with a line separator',
    make: withKeys({ title: '"a\u2028b"' }),
    says: /title|schema|control/,
    line: 3,
  },
  {
    name: 'a title with a paragraph separator',
    make: withKeys({ title: '"a\u2029b"' }),
    says: /title|schema|control/,
    line: 3,
  },
  { name: 'a title with a next-line escape', make: withKeys({ title: '"a\\Nb"' }), says: /control|title/, line: 3 },
  { name: 'a title with an escaped separator', make: withKeys({ title: '"a\\Lb"' }), says: /title|schema/, line: 3 },
  { name: 'a title in a block', make: withKeys({ title: '|\n  two\n  lines' }), says: /title|schema/, line: 3 },
  { name: 'a title of 301 characters', make: withKeys({ title: 'x'.repeat(301) }), says: /title|schema/, line: 3 },
  { name: 'a title of 30,000 hyphens', make: withKeys({ title: '-'.repeat(30_000) }), says: /title|schema/, line: 3 },
  { name: 'an escape that YAML does not know', make: withKeys({ title: '"a\\qb"' }), says: /front-matter/, line: 3 },
  { name: 'a broken escape', make: withKeys({ title: '"a\\u12"' }), says: /front-matter/, line: 3 },
  {
    name: 'an escape beyond Unicode',
    make: withKeys({ title: '"a\\U00110000"' }),
    says: /front-matter|control/,
    line: 3,
  },
  { name: 'one byte more than 32 KiB', make: (word) => padded(word, 32 * 1024 + 1), says: /size-limit/, line: 1 },
  { name: '1,001 lines', make: (word) => lines(word, 1001), says: /size-limit/, line: 1 },
  {
    name: 'a block that never ends, of a MiB',
    make: (word) => `---\ntitle: ${word}\n${'x\n'.repeat(500_000)}`,
    says: /size-limit/,
    line: 1,
  },
  {
    name: 'a list of 4,000 terms',
    make: withKeys({ fields: `[${Array.from({ length: 4000 }, (_, i) => `t${i}`).join(',')}]` }),
    says: /unknown-term|schema|size-limit/,
    line: 6,
    isPublic: true,
  },
  {
    name: 'the same term 3,000 times',
    make: withKeys({ fields: `[${'elections,'.repeat(3000)}]` }),
    says: /duplicate-term|schema/,
    line: 6,
    isPublic: true,
  },
  { name: '__proto__ as a key', make: more('__proto__: {status: draft}\n'), says: /front-matter/, line: at },
  { name: 'constructor as a key', make: more('constructor: x\n'), says: /front-matter/, line: at },
  { name: 'prototype as a key', make: more('prototype: x\n'), says: /front-matter/, line: at },
  { name: '__proto__ further in', make: more('x:\n  __proto__: y\n'), says: /front-matter/, line: 11 },
  { name: '__proto__ in braces', make: more('x: {__proto__: y}\n'), says: /front-matter/, line: at },
  { name: '__proto__ quoted', make: more('"__proto__": y\n'), says: /front-matter/, line: at },
  { name: '__proto__ escaped', make: more('"\\x5f_proto__": y\n'), says: /front-matter/, line: at },
  { name: 'honest: exactly 32 KiB', make: (word) => padded(word, 32 * 1024) },
  { name: 'honest: exactly 1,000 lines', make: (word) => lines(word, 1000) },
  { name: 'honest: quoted indicators', make: withKeys({ title: '"@home: 100% *sure* & [new] {x} # 1 | ! `c` > -"' }) },
  { name: 'honest: quotes in quotes', make: withKeys({ title: `'It''s "new"'` }) },
  { name: 'honest: a folded summary', make: more('summary: >-\n  Two lines\n  of text: honest.\n') },
  { name: 'honest: Arabic', make: withKeys({ title: 'دورة تدريبية للمراقبين في باكو' }) },
  {
    name: 'honest: Cyrillic, Armenian, Georgian',
    make: withKeys({ title: 'Курс для наблюдателей — Դասընթաց — კურსი' }),
  },
  { name: 'honest: an emoji and its joiners', make: withKeys({ title: '"Families 👩‍👩‍👧 in Osh"' }) },
  { name: 'honest: a text that looks like a number', make: withKeys({ title: '2009' }) },
  { name: 'honest: a text that looks like a boolean', make: withKeys({ title: 'NO' }) },
  { name: 'honest: a term in block form', make: withKeys({ fields: '\n  - elections\n  - human-rights' }) },
  {
    name: 'honest: ninety-nine levels of quotes in the text',
    make: (word) => release(word, { body: `\n${'> '.repeat(99)}deep\n` }),
  },
]);

judgeReleases('bombs', [
  { name: 'keys nested 40 deep', make: more(nested(40)), says: /front-matter.*(?:deep|nest)/, line: at + 32 },
  {
    name: 'brackets nested 5,000 deep',
    make: more(`x: ${'['.repeat(5000)}${']'.repeat(5000)}\n`),
    says: /front-matter.*(?:deep|nest)/,
    line: at,
  },
  {
    name: 'brackets never closed',
    make: more(`x: ${'['.repeat(20_000)}\n`),
    says: /front-matter.*(?:deep|nest)/,
    line: at,
  },
  {
    name: 'braces nested 5,000 deep',
    make: more(`x: ${'{a: '.repeat(5000)}${'}'.repeat(5000)}\n`),
    says: /front-matter.*(?:deep|nest)/,
    line: at,
  },
  { name: 'dashes in a row', make: more(`x:\n${'- '.repeat(200)}y\n`), says: /front-matter.*(?:deep|nest)/, line: 11 },
  { name: 'keys in a row', make: more(`${'x: '.repeat(300)}y\n`), says: /front-matter|size-limit/ },
  { name: 'quotes in a row', make: more(`x: ${'"" '.repeat(9000)}\n`), says: /front-matter|size-limit/ },
  { name: 'single quotes in a row', make: more(`x: ${"'".repeat(30_001)}\n`), says: /front-matter/, line: at },
  { name: 'colons in a row', make: more(`x: ${': '.repeat(15_000)}\n`), says: /front-matter|size-limit/ },
  { name: 'commas in a row', make: more(`x: [${','.repeat(30_000)}]\n`), says: /front-matter|size-limit/ },
  { name: 'anchors in a row', make: more(`x: ${'&a '.repeat(10_000)}\n`), says: /front-matter|size-limit/ },
  { name: 'asterisks in a row', make: more(`x: ${'*a '.repeat(10_000)}\n`), says: /front-matter|size-limit/ },
  { name: 'exclamation marks in a row', make: more(`x: ${'!'.repeat(30_000)}\n`), says: /front-matter/, line: at },
  { name: 'percent signs in lines', make: more('%\n'.repeat(900)), says: /front-matter/, line: at },
  { name: 'question marks in lines', make: more('?\n'.repeat(900)), says: /front-matter/, line: at },
  {
    name: 'broken lines, 900 of them',
    make: more(Array.from({ length: 900 }, (_, i) => `k${i}: "x\n`).join('')),
    says: /front-matter/,
    line: at,
  },
  {
    name: 'unknown keys, 900 of them',
    make: more(Array.from({ length: 900 }, (_, i) => `k${i}: x\n`).join('')),
    says: /unknown-key/,
    line: at,
    isPublic: true,
  },
]);

function padded(word: string, size: number): string {
  const plain = release(word);
  const start = plain.indexOf('\n') + 1;
  const room = size - (plain.indexOf('---\nBAKU') - start) - '# \n'.length;
  return plain.replace('---\n', `---\n# ${'x'.repeat(room)}\n`);
}

function lines(word: string, count: number): string {
  return release(word, { more: '#\n'.repeat(count - 8) });
}

judgeReleases('bytes', [
  {
    name: 'UTF-16 with its mark',
    make: bytes((text) => Buffer.from(`\uFEFF${text}`, 'utf16le')),
    says: /encoding.*UTF-16/,
    line: 1,
  },
  {
    name: 'UTF-16 without a mark',
    make: bytes((text) => Buffer.from(text, 'utf16le')),
    says: /encoding.*UTF-16/,
    line: 1,
  },
  {
    name: 'UTF-16, big end first',
    make: bytes((text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()),
    says: /encoding.*UTF-16/,
    line: 1,
  },
  { name: 'UTF-32', make: bytes(utf32), says: /encoding|front-matter|control/, line: 1 },
  {
    name: 'Latin-1',
    make: bytes((text) => Buffer.from(text.replace('Baku', 'Bakú'), 'latin1')),
    says: /encoding.*8859/,
    line: 3,
  },
  {
    name: 'Windows-1252 quotes',
    make: bytes((text) => Buffer.from(text.replace('today', '\x93today\x94'), 'latin1')),
    says: /encoding.*1252/,
    line: 11,
  },
  {
    name: 'Windows-1251',
    make: bytes((text) => Buffer.concat([Buffer.from(text), Buffer.from('cff0e8e2e5f2', 'hex')])),
    says: /encoding.*1251/,
    line: 12,
  },
  { name: 'an overlong slash', make: bytes((text) => spliced(text, 'c0af')), says: /encoding/, line: 11 },
  { name: 'an overlong NUL', make: bytes((text) => spliced(text, 'c080')), says: /encoding/, line: 11 },
  { name: 'an encoded surrogate', make: bytes((text) => spliced(text, 'eda080')), says: /encoding/, line: 11 },
  {
    name: 'a surrogate pair of CESU-8',
    make: bytes((text) => spliced(text, 'eda0bdedb880')),
    says: /encoding/,
    line: 11,
  },
  { name: 'beyond Unicode', make: bytes((text) => spliced(text, 'f4908080')), says: /encoding/, line: 11 },
  {
    name: 'half a character at the end',
    make: bytes((text) => Buffer.concat([Buffer.from(text), Buffer.from('e2', 'hex')])),
    says: /encoding/,
    line: 12,
  },
  { name: 'a lone continuation byte', make: bytes((text) => spliced(text, '80')), says: /encoding/, line: 11 },
  { name: 'two byte-order marks', make: turned((text) => `\uFEFF\uFEFF${text}`), says: /encoding/, line: 1 },
  {
    name: 'lone carriage returns',
    make: turned((text) => text.replace('lang: en\n', 'lang: en\r')),
    says: /control-character/,
    line: 8,
  },
  {
    name: 'lines of an old Macintosh',
    make: turned((text) => text.replaceAll('\n', '\r')),
    says: /control-character/,
    line: 1,
  },
  {
    name: 'a carriage return in the text',
    make: turned((text) => text.replace('today', 'to\rday')),
    says: /control-character/,
    line: 11,
  },
  ...[0, 1, 7, 8, 11, 12, 14, 27, 31, 127, 128, 133, 155, 159].flatMap((code): ReleaseCase[] => {
    const character = String.fromCharCode(code);
    const hex = code.toString(16).padStart(4, '0');
    return [
      {
        name: `U+${hex} in the front matter`,
        make: withKeys({ place: `"Ba${character}ku"` }),
        says: /control-character.*U\+00/,
        line: 5,
      },
      {
        name: `U+${hex} in the text`,
        make: turned((text) => text.replace('today', `to${character}day`)),
        says: /control-character.*U\+00/,
        line: 11,
      },
      {
        name: `U+${hex} as an escape`,
        make: withKeys({ place: `"Ba\\u${hex}ku"` }),
        says: /control-character.*U\+00/,
        line: 5,
      },
    ];
  }),
  { name: 'a bell as a short escape', make: withKeys({ title: '"a\\ab"' }), says: /control-character/, line: 3 },
  {
    name: 'an escape sign as a short escape',
    make: withKeys({ title: '"a\\e[2Jb"' }),
    says: /control-character/,
    line: 3,
  },
  { name: 'a NUL as a short escape', make: withKeys({ title: '"a\\0b"' }), says: /control-character/, line: 3 },
  { name: 'a control as a key', make: more('"a\\u0007": b\n'), says: /control-character/, line: at },
  {
    name: 'half of a character, escaped',
    make: withKeys({ title: '"a\\ud800b"' }),
    says: /control-character|front-matter/,
    line: 3,
  },
  {
    name: 'the other half, escaped',
    make: withKeys({ title: '"a\\udc00b"' }),
    says: /control-character|front-matter/,
    line: 3,
  },
  ...['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'].flatMap(
    (character): ReleaseCase[] => {
      const hex = character.charCodeAt(0).toString(16);
      return [
        {
          name: `U+${hex} in the front matter`,
          make: withKeys({ place: `"Ba${character}ku"` }),
          says: new RegExp(`bidi-control.*U\\+${hex}`, 'i'),
          line: 5,
          isPublic: true,
        },
        {
          name: `U+${hex} as an escape`,
          make: withKeys({ place: `"Ba\\u${hex}ku"` }),
          says: new RegExp(`bidi-control.*U\\+${hex}`, 'i'),
          line: 5,
          isPublic: true,
        },
        {
          name: `U+${hex} in the text`,
          make: turned((text) => text.replace('today', `to${character}day`)),
          says: new RegExp(`bidi-control.*U\\+${hex}`, 'i'),
          line: 11,
          level: 'warning',
        },
      ];
    },
  ),
  {
    name: 'mixed ends of lines',
    make: turned((text) => text.replace('lang: en\n', 'lang: en\r\n')),
    says: /mixed-line-ends/,
    level: 'warning',
  },
  { name: 'honest: a line of blanks', make: more('   \n') },
  { name: 'honest: a tab behind a key', make: withKeys({ place: '\tBaku' }) },
  { name: 'honest: marks of direction in Arabic', make: withKeys({ title: 'دورة\u200F (OSCE)\u200F' }) },
  { name: 'honest: combining accents', make: withKeys({ title: '"Cafe\u0301 diplomacy"' }) },
]);

function utf32(text: string): Buffer {
  return Buffer.concat([...text].map((character) => Buffer.from([character.codePointAt(0) ?? 0, 0, 0, 0])));
}

function spliced(text: string, hex: string): Buffer {
  const place = text.indexOf('today');
  return Buffer.concat([Buffer.from(text.slice(0, place)), Buffer.from(hex, 'hex'), Buffer.from(text.slice(place))]);
}
