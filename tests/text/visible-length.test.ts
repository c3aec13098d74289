import { describe, expect, it } from 'vitest';
import { lengthBeyond } from '../../src/text/visible-length.ts';

describe('lengthBeyond', () => {
  it.each([
    ['', 0, undefined],
    ['abc', 3, undefined],
    ['abcd', 3, 4],
    ['👨‍👩‍👧‍👦'.repeat(3), 3, undefined],
    ['👨‍👩‍👧‍👦'.repeat(4), 3, 4],
    ['e\u0301'.repeat(3), 3, undefined],
    ['Баку', 3, 4],
  ])('of %j beyond %i is %s', (text, bound, length) => {
    expect(lengthBeyond(text, bound)).toBe(length);
  });
});
