import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rewriting } from '../../src/text/rewritten-text.ts';

describe('Rewriting', () => {
  it('leads from every place back to where it came from', () => {
    const rewriting = new Rewriting('ab&amp;cd&lt;');
    rewriting.replace(2, 7, '&');
    rewriting.replace(9, 13, '<');
    const result = rewriting.finish();
    expect(result?.text).toBe('ab&cd<');
    expect([0, 1, 2, 3, 4, 5, 6].map((offset) => result?.origin(offset))).toEqual([0, 1, 2, 7, 8, 9, 13]);
  });

  it('takes stretches away at the beginning and at the end', () => {
    const rewriting = new Rewriting('<b>x</b>');
    rewriting.replace(0, 3, '');
    rewriting.replace(4, 8, '');
    const result = rewriting.finish();
    expect([result?.text, result?.origin(0), result?.origin(1)]).toEqual(['x', 3, 8]);
  });

  it('is nothing without a replacement', () => {
    expect(new Rewriting('x').finish()).toBeUndefined();
  });

  it('never leads out of the source, nor backwards', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.string({ maxLength: 4 }), fc.string({ minLength: 1, maxLength: 4 }), fc.string({ maxLength: 6 })),
        ),
        (parts) => {
          const source = parts.map(([kept, cut]) => kept + cut).join('');
          const rewriting = new Rewriting(source);
          let at = 0;
          for (const [kept, cut, put] of parts) {
            rewriting.replace(at + kept.length, at + kept.length + cut.length, put);
            at += kept.length + cut.length;
          }
          const result = rewriting.finish();
          expect(result?.text ?? '').toBe(parts.map(([kept, , put]) => kept + put).join(''));
          let before = 0;
          for (let offset = 0; offset <= (result?.text.length ?? -1); offset += 1) {
            const origin = result?.origin(offset) ?? 0;
            expect(origin).toBeGreaterThanOrEqual(before);
            expect(origin).toBeLessThanOrEqual(source.length);
            before = origin;
          }
        },
      ),
    );
  });
});
