import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yamlOfLibrary } from '../../src/repository/compose-release.ts';
import { plainLines, type Entry } from '../../src/repository/plain-yaml.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

const words = fc.oneof(
  fc.constantFrom(
    ...['true', 'No', 'on', 'y', 'NULL', 'nan', 'Inf', 'e5', 'x-', 'a b ', 'a: b', 'a #b', 'a:b', "it's", 'Élan «x»', 'Баку', '東京'],
    ...['', ' a', '-a', '0x1f', '1e3', '12', '2009-11-16', '2009-11-16-baku', '2009-11-16-Baku', digest, 'sha256:0', 'a, b; c!', 'a [b] {c}'],
    ...['a\u00A0b', 'a\u200Bb', 'a\nb', 'a\tb', '=', '<<', '~', '|', '*a', '&a', '%a', '@a', '`a', '"a"', 'a "b"', 'abcdefghijkl', 'aaaaaaaaaaaaz'],
  ),
  fc.string({ unit: fc.constantFrom(...'abYyNno -_.,:#\'"?!&*()[]{}/%–\u00E9\u0301\u0627'), maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'abeEinoxyzY -_.,59’'), minLength: 1, maxLength: 9 }),
  fc.string({ maxLength: 12 }),
); // prettier-ignore
const named = 'title date updated imported parts origin fields no Y 1 a- x_y __proto__'.split(' ');
const keys = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...named) }, { weight: 1, arbitrary: words });
const values = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 2, arbitrary: fc.array(words, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(0, 1.5, true, null, undefined, [], {}, [['a']], [{ a: 'b' }]) },
  {
    weight: 2,
    arbitrary: fc.dictionary(keys, fc.oneof(words, fc.dictionary(keys, words, { maxKeys: 2 })), { maxKeys: 3 }),
  },
);

describe('plain lines', () => {
  it('are what the library writes, wherever there are any', () => {
    let written = 0;
    fc.assert(
      fc.property(keys, values, (key, value) => {
        const entry: Entry = [key, value];
        const lines = plainLines(entry);
        if (lines === undefined) return;
        written += 1;
        expect(lines).toBe(yamlOfLibrary([entry]));
      }),
      { numRuns: 20_000 },
    );
    expect(written).toBeGreaterThan(200);
  });

  it('are there for nearly everything that an import writes', () => {
    const parts = { title: 'abcdefghijkl', body: 'ponmlkjihgfe' };
    const entries: Entry[] = [
      ['id', '2009-11-16-baku'],
      ['title', 'Observers’ course opens in Baku, and “ends” there'],
      ['date', '2009-11-16'],
      ['fields', ['rule-of-law', 'elections']],
      ['origin', { imported: '2026-01-02', importer: 'page-html', digest, parts }],
    ];
    for (const entry of entries) expect(plainLines(entry)).toBe(yamlOfLibrary([entry]));
  });
});
