/** Front matter of many hands, and the same with damage: whatever the fast reader makes of it, the exact reader makes the same of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareReaders } from '../support/two-yaml-readers.ts';

const plainText = fc.oneof(
  fc.constantFrom(
    'Baku',
    'elections',
    'rule-of-law',
    'The Hague',
    'Élan',
    'Баку',
    '2009-11-16',
    '12:30',
    'https://example.org/a#b',
    'true',
    '12',
  ),
  fc.string({ unit: fc.constantFrom(...'abcN10 -.'), minLength: 1, maxLength: 9 }),
);
const oddText = fc.oneof(
  fc.constantFrom(
    'No',
    'null',
    '~',
    '007',
    '1.5',
    '-3',
    '0x1F',
    '1e3',
    'a: b',
    'a #b',
    '#a',
    '- a',
    '-a',
    '@a',
    'a, b',
    '[a',
    'a]',
    'a{b}',
  ),
  fc.constantFrom(
    '*a',
    '&a b',
    '!a b',
    '|',
    '>',
    '|-',
    '%a',
    "it's",
    '"a" b',
    "'a' b",
    '?a',
    ':a',
    'a:',
    'a :b',
    '..',
    '---',
    '',
    ' a',
    'a ',
  ),
  fc.string({ unit: fc.constantFrom(...'abN10 -:#,.[]{}\'"?!&*|>%@'), maxLength: 9 }),
);
const text = fc.oneof({ weight: 14, arbitrary: plainText }, { weight: 1, arbitrary: oddText });
const names =
  'id title date fields countries lang status translationOf updated place source summary slug 2009-x x.y'.split(' ');
const key = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom('a b', '12', 'true', '"q"') },
);

/** A value on the line of its key. */
const inline = fc.oneof(
  { weight: 3, arbitrary: text },
  text.map((value) => `"${value}"`),
  text.map((value) => `'${value}'`),
  fc.array(text, { maxLength: 3 }).map((values) => `[${values.join(', ')}]`),
  fc.tuple(key, text).map(([inner, value]) => `{${inner}: ${value}}`),
  fc
    .tuple(key, text, text)
    .map(([inner, value, other]) => `[{${inner}: ${value}}, [${other}, "${other}"], '${value}']`),
);

/** Lines below a key. */
const below = fc.oneof(
  fc.array(inline, { minLength: 1, maxLength: 3 }).map((values) => values.map((value) => `- ${value}`)),
  fc
    .array(fc.tuple(key, inline), { minLength: 1, maxLength: 3 })
    .map((entries) => entries.map(([inner, value]) => `${inner}: ${value}`)),
  fc
    .tuple(key, inline, key, inline)
    .map(([a, b, c, d]) => [`- ${a}: ${b}`, `  ${c}: ${d}`, `- ${c}:`, `    - ${b}`, `- - ${d}`]),
);
const indents = fc.constantFrom('', ' ', '  ', '    ');
const styles = fc.constantFrom('>-', '|-', '>-', '|-', '>', '|', '|2', '>+', '|- # remark', '');

const entry = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(key, inline).map(([name, value]) => [`${name}: ${value}`]) },
  fc.tuple(key, inline, text).map(([name, value, remark]) => [`${name}:  ${value}  # ${remark}`]),
  { weight: 3, arbitrary: fc.tuple(key, indents, below).map(([name, by, lines]) => [`${name}:`, ...lines.map((line) => by + line)]) },
  { weight: 2, arbitrary: fc.tuple(key, styles, indents, fc.array(text, { minLength: 1, maxLength: 3 })).map(([name, style, by, lines]) => [`${name}: ${style}`, ...lines.map((line) => by + line)]) },
  fc.constantFrom(['# remark'], [''], ['  # further in'], ['   '], ['...'], ['---']),
); // prettier-ignore
const lines = fc
  .uniqueArray(entry, { minLength: 1, maxLength: 5, selector: ([first = '']) => first.split(':')[0] })
  .map((entries) => entries.flat());

const indicators = [
  ...'-?:,[]{}#&*!|>\'"%@` \n\t\r~',
  ': ',
  '- ',
  ' #',
  '\r\n',
  '\u00a0',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\\',
  '<<: ',
  '__proto__: ',
];

/** Damage: what is done, where, and with what. */
type Damage = readonly [kind: keyof typeof damages, place: number, sign: string];

const damages = {
  insert: (source: string, at: number, sign: string) => source.slice(0, at) + sign + source.slice(at),
  delete: (source: string, at: number) => source.slice(0, at) + source.slice(at + 1),
  replace: (source: string, at: number, sign: string) => source.slice(0, at) + sign + source.slice(at + 1),
  swap: (source: string, at: number) =>
    source.slice(0, at) +
    source
      .slice(at, at + 2)
      .split('')
      .reverse()
      .join('') +
    source.slice(at + 2),
  repeatLine: (source: string, at: number) => onLines(source, at, (line) => [line, line]),
  dropLine: (source: string, at: number) => onLines(source, at, () => []),
  further: (source: string, at: number) => onLines(source, at, (line) => [` ${line}`]),
  back: (source: string, at: number) => onLines(source, at, (line) => [line.replace(/^ /, '')]),
  blanksBehind: (source: string, at: number) => onLines(source, at, (line) => [`${line}  `]),
  emptyLine: (source: string, at: number) => onLines(source, at, (line) => ['', line]),
  remark: (source: string, at: number, sign: string) => onLines(source, at, (line) => [`${line} # ${sign}`]),
  windows: (source: string) => source.replaceAll('\n', '\r\n'),
};

function onLines(source: string, at: number, change: (line: string) => string[]): string {
  const chosen = source.slice(0, at).split('\n').length - 1;
  return source
    .split('\n')
    .flatMap((line, index) => (index === chosen ? change(line) : [line]))
    .join('\n');
}

const damage: fc.Arbitrary<Damage> = fc.tuple(
  fc.constantFrom(...(Object.keys(damages) as (keyof typeof damages)[])),
  fc.nat(120),
  fc.constantFrom(...indicators),
);

describe('front matter of many hands', () => {
  it('is the same to both readers, whole and damaged once, twice, three times', () => {
    const outcomes = { agreed: 0, declined: 0 };
    fc.assert(
      fc.property(lines, fc.array(damage, { minLength: 3, maxLength: 3 }), (whole, all) => {
        let source = whole.join('\n');
        outcomes[compareReaders(source)] += 1;
        for (const [kind, place, sign] of all) {
          source = damages[kind](source, Math.min(place, source.length), sign);
          outcomes[compareReaders(source)] += 1;
        }
      }),
      { numRuns: 10_000 },
    );
    expect(outcomes.agreed).toBeGreaterThan(2000);
    expect(outcomes.declined).toBeGreaterThan(2000);
  }, 240_000);
});
