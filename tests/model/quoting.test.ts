import { describe, expect, it } from 'vitest';
import { codePoint, quoted, quotedList } from '../../src/model/quoting.ts';

describe('a person’s words in a message', () => {
  it.each([
    ['electoins', '«electoins»'],
    ['a\nb', '«a…»'],
    ['a\rb', '«a…»'],
    ['x'.repeat(60), `«${'x'.repeat(60)}»`],
    ['x'.repeat(61), `«${'x'.repeat(60)}…»`],
    [`${'x'.repeat(59)}😀y`, `«${'x'.repeat(59)}…»`],
    [`\uD800${'x'.repeat(60)}`, `«\uD800${'x'.repeat(59)}…»`],
    ['еlections', '«еlections» (with U+0435)'],
    ['ελections', '«ελections» (with U+03B5, U+03BB)'],
    ['выборы elections', '«выборы elections»'],
    ['a\u200Bb\u00A0c', '«a\u200Bb\u00A0c» (with U+200B, U+00A0)'],
    ['\u2028\u2029\uFE0F', '«\u2028\u2029\uFE0F» (with U+2028, U+2029, U+FE0F)'],
    ['аbевcоd', '«аbевcоd» (with U+0430, U+0435, U+0432)'],
    ['аaаa', '«аaаa» (with U+0430)'],
  ])('%j is %s', (words, shown) => {
    expect(quoted(words)).toBe(shown);
  });

  it('stand in a list', () => {
    expect(quotedList([], 'and')).toBe('');
    expect(quotedList(['a'], 'and')).toBe('«a»');
    expect(quotedList(['a', 'b'], 'or')).toBe('«a» or «b»');
    expect(quotedList(['a', 'b', 'c'], 'and')).toBe('«a», «b» and «c»');
  });

  it('have a name for each character', () => {
    expect([codePoint('\n'), codePoint('😀'), codePoint('')]).toEqual(['U+000A', 'U+1F600', 'U+0000']);
  });
});
