/** Honest bytes with damage: what editors, scripts, mail programs and attackers do to a file. */
import fc from 'fast-check';

/** What means something to somebody: to YAML, JSON, XML, HTML, Markdown, CSV, patterns, terminals, prototypes. */
const signs = [
  ...'\u0000\t\n\r "#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  '\r\n',
  '\n\n',
  '---\n',
  '\n---\n',
  '...\n',
  ': ',
  '- ',
  '? ',
  '<<: ',
  '&a ',
  '*a',
  '!!js/function ',
  '%YAML 1.1\n',
  '|\n  ',
  '>-\n ',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '${x}',
  '{{ x }}',
  '$(x)',
  '..',
  '../../',
  '/etc/passwd',
  'C:\\',
  'NUL',
  'http://',
  'javascript:x',
  'data:text/html,x',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '&#0;',
  '&#x110000;',
  '\\u0000',
  '\\ud800',
  '\\x1b',
  '"""',
  '""',
  "''",
  '[]',
  '{}',
  'null',
  'true',
  '1e999',
  '-0',
  '0x7fffffffffffffff',
  '9'.repeat(40),
  '2024-02-30',
  '2024-13-01',
  '0000-00-00',
  '9999-12-31T23:59:60Z',
  'T24:00:00+99:99',
  '(a+)+$',
  '(?=a)',
  '\\1',
  '[a-',
  '\u001b[2J',
  '\u0085',
  '\u009b',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200f',
  '\u202e',
  '\u2028',
  '\u2066',
  '\ufeff',
  '\ufffe',
  '\ufffd',
  'İ',
  'ß',
  'e\u0301',
  '東京',
  'نص',
  '👩‍👩‍👧',
  '=1+1',
  '＝1',
  '::error::x',
].map((sign) => Buffer.from(sign).toString('latin1'));

// Bytes that no UTF-8 has, or has in another place.
const brokenBytes = [
  '\x80',
  '\xbf',
  '\xc0\xaf',
  '\xc3',
  '\xed\xa0\x80',
  '\xf4\x90\x80\x80',
  '\xfe',
  '\xff',
  '\xff\xfe',
];

/** No honest file that is fuzzed is as long, and what is long is tried one by one elsewhere. */
const MOST_BYTES = 100_000;

interface Damage {
  readonly kind: keyof typeof damages;
  /** Places in the text, as shares of it. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly sign: string;
}

type Damaging = (
  text: string,
  damage: Damage & { readonly start: number; readonly end: number; readonly other: string },
) => string;

const damages = {
  insert: (text, { start, sign }) => text.slice(0, start) + sign + text.slice(start),
  insertMany: (text, { start, sign, count }) => text.slice(0, start) + sign.repeat(count) + text.slice(start),
  overwrite: (text, { start, sign }) => text.slice(0, start) + sign + text.slice(start + sign.length),
  wrap: (text, { start, end, sign }) => text.slice(0, start) + sign + text.slice(start, end) + sign + text.slice(end),
  drop: (text, { start, end }) => text.slice(0, start) + text.slice(end),
  dropOne: (text, { start }) => text.slice(0, start) + text.slice(start + 1),
  repeat: (text, { start, end, count }) =>
    text.slice(0, start) + text.slice(start, end).repeat(Math.min(count, 9)) + text.slice(start),
  flip: (text, { start, count }) => {
    const code = text.charCodeAt(start) ^ (1 << (count % 8));
    return start < text.length ? text.slice(0, start) + String.fromCharCode(code) + text.slice(start + 1) : text;
  },
  repeatLine: (text, { start }) => onLine(text, start, (line) => line + line),
  dropLine: (text, { start }) => onLine(text, start, () => ''),
  indent: (text, { start }) => onLine(text, start, (line) => `  ${line}`),
  dedent: (text, { start }) => onLine(text, start, (line) => line.trimStart()),
  cut: (text, { start }) => text.slice(0, start),
  behead: (text, { start }) => text.slice(start),
  graft: (text, { start, end, other }) => text.slice(0, start) + other.slice(start, end) + text.slice(start),
  marry: (text, { start, other }) => text.slice(0, start) + other.slice(start),
  windows: (text) => text.replaceAll('\n', '\r\n'),
} satisfies Record<string, Damaging>;

function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return text.slice(start, end < 0 ? text.length : end + 1);
}

function onLine(text: string, at: number, change: (line: string) => string): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = lineAt(text, at);
  return text.slice(0, start) + change(line) + text.slice(start + line.length);
}

function damaged(text: string, damage: Damage, other: string): string {
  const [start, end] = [damage.from, damage.to].map((share) => Math.floor(share * text.length)).sort((a, b) => a - b);
  const apply: Damaging = damages[damage.kind];
  return apply(text, { ...damage, start: start ?? 0, end: end ?? 0, other }).slice(0, MOST_BYTES);
}

const share = fc.nat(9999).map((number) => number / 10_000);

function damageWith(own: readonly string[]): fc.Arbitrary<Damage> {
  const known = own.map((sign) => Buffer.from(sign).toString('latin1'));
  return fc.record({
    kind: fc.constantFrom(...(Object.keys(damages) as (keyof typeof damages)[])),
    from: share,
    to: share,
    count: fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 2, max: 9 }) }, fc.constantFrom(40, 300, 3000)),
    sign: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...(known.length > 0 ? known : signs)) },
      { weight: 12, arbitrary: fc.constantFrom(...signs) },
      fc.constantFrom(...brokenBytes),
      fc.string({ unit: fc.nat(255).map((code) => String.fromCharCode(code)), minLength: 1, maxLength: 4 }),
    ),
  });
}

/** One of `seeds`, damaged once to eight times, now and then with pieces of another. */
export function mutated(seeds: readonly Uint8Array[], own: readonly string[]): fc.Arbitrary<Uint8Array> {
  const texts = fc.constantFrom(...seeds.map((seed) => Buffer.from(seed).toString('latin1')));
  const damage = damageWith(own);
  // Most files are damaged in one place or two; what is damaged everywhere is refused at its first line.
  const list = fc.oneof(
    { weight: 4, arbitrary: fc.array(damage, { minLength: 1, maxLength: 2 }) },
    fc.array(damage, { minLength: 3, maxLength: 8 }),
  );
  return fc.tuple(texts, texts, list).map(([text, other, all]) =>
    Buffer.from(
      all.reduce((done, damage) => damaged(done, damage, other), text),
      'latin1',
    ),
  );
}
