import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinList, splitList } from '../../src/text/csv-lists.ts';
import { hostileTexts } from '../support/hostile-text.ts';

describe('a list in one cell', () => {
  it.each([
    [[], ''],
    [['Vienna'], 'Vienna'],
    [['Vienna', 'Warsaw'], 'Vienna; Warsaw'],
    [['Law; order', 'x'], 'Law\\; order; x'],
    [['a\\', 'b'], 'a\\\\; b'],
    [['a\\;b'], 'a\\\\\\;b'],
    [[' led', ' '], ' led;  '],
  ])('%j is %j', (items, cell) => {
    expect(joinList(items)).toBe(cell);
    expect(splitList(cell)).toEqual(items);
  });

  it.each([
    ['a;b', ['a', 'b']],
    ['C:\\x', ['C:\\x']],
    ['a\\', ['a\\']],
    ['a;', ['a', '']],
  ])('reads what a person wrote: %j', (cell, items) => {
    expect(splitList(cell)).toEqual(items);
  });

  it('is read back, whatever is in it', () => {
    const items = fc.array(hostileTexts.filter((text) => text !== ''));
    fc.assert(
      fc.property(items, (list) => {
        expect(splitList(joinList(list))).toEqual(list);
      }),
    );
  });
});
