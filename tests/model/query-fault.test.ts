import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/model/press-error.ts';
import { badQuery, pointedAt } from '../../src/model/query-fault.ts';

const sketch = (query: string, at: number, end: number): string[] =>
  badQuery({ query, at, end }, 'Wrong.', 'Mend it.').hint?.split('\n') ?? [];

describe('what is wrong with a query', () => {
  it('is a sentence with the column, and the query with the place underlined', () => {
    const error = badQuery({ query: 'a AND feild:b', at: 6, end: 11 }, 'It is not a field.', 'Did you mean «field»?');
    expect(error).toMatchObject({
      code: 'bad-query',
      message: 'In the query «a AND feild:b», column 7: It is not a field.',
      hint: 'Did you mean «field»?\n    a AND feild:b\n          ^^^^^',
    });
  });

  it('keeps the code of what it was, and does without a way out', () => {
    const error = pointedAt(new PressError('unknown-term', 'No.'), { query: 'x', at: 0, end: 1 });
    expect(error).toMatchObject({ code: 'unknown-term', hint: '    x\n    ^' });
    expect(pointedAt(new PressError('usage', 'No.'), { query: ' ', at: 1, end: 1 }).hint).toBeUndefined();
  });

  it('is marked behind the end where something is missing, and below wide, hidden and broken characters', () => {
    expect(sketch('a OR', 4, 4)).toEqual(['Mend it.', '    a OR', '        ^']);
    expect(sketch('東京 x', 3, 4)).toEqual(['Mend it.', '    東京 x', '         ^']);
    expect(sketch('x 東京', 2, 4)).toEqual(['Mend it.', '    x 東京', '      ^^^^']);
    expect(sketch('\u202Ea b', 3, 4)).toEqual(['Mend it.', '    \\u{202E}a b', '              ^']);
    expect(sketch('\uD83D b', 2, 3)).toEqual(['Mend it.', '    \\u{D83D} b', '             ^']);
    expect(sketch('a\n\tb', 3, 4)).toEqual(['Mend it.', '    a  b', '       ^']);
  });

  it('shows no more of a long query than fits on a line', () => {
    const query = `${'a OR '.repeat(100)}b) ${'OR c '.repeat(100)}`;
    const [, line = '', carets = ''] = sketch(query, 501, 502);
    expect(line).toHaveLength(4 + 1 + 72 + 1);
    expect(line.charAt(carets.indexOf('^'))).toBe(')');
    expect([line.startsWith('    …'), line.endsWith('…')]).toEqual([true, true]);
    const [, start = ''] = sketch(query, 2, 4);
    expect([start.startsWith('    a OR'), start.endsWith('…')]).toEqual([true, true]);
    const [, , under = ''] = sketch('a'.repeat(400), 0, 400);
    expect(under).toBe(`    ${'^'.repeat(72)}`);
  });
});
