import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newest } from '../../../../src/formats/rendering/sitemaps/newest.ts';

describe('the newest of many', () => {
  it('are those with the latest moments, in the order in which they came', () => {
    const items = [3, 9, 1, 7, 8].map((at) => ({ at }));
    expect(newest(items, 3)).toEqual([{ at: 9 }, { at: 7 }, { at: 8 }]);
  });

  it('are the first of those that are equal', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ name, at: 5 }));
    expect(newest(items, 2).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('are what sorting them all would find', () => {
    const moments = fc.array(fc.integer({ min: -5, max: 20 }), { maxLength: 60 });
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 9 }), (times, most) => {
        const items = times.map((at, order) => ({ at, order }));
        const sorted = [...items].sort((a, b) => b.at - a.at || a.order - b.order).slice(0, most);
        expect(newest(items, most)).toEqual(sorted.sort((a, b) => a.order - b.order));
      }),
    );
  });
});
