import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textKey } from '../../src/text/text-key.ts';

describe('the number of a text', () => {
  it('is a small whole number, the same for the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const key = textKey(text);
        expect(Number.isInteger(key) && key >= 0 && key < 2 ** 30).toBe(true);
        expect(textKey([...text].join(''))).toBe(key);
      }),
    );
  });

  it('is hardly ever that of another text', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `2009-03-${index % 28}-baku-${index}`);
    expect(new Set(ids.map(textKey)).size).toBeGreaterThan(19_990);
  });
});
