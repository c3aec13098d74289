import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesWithoutOrders, withoutBracketOrders, withoutOrders } from '../../src/text/build-log.ts';
import { obeyed } from '../support/github-runner.ts';

describe('withoutOrders', () => {
  it.each([
    ['::error::x', '\\u{003A}:error::x'],
    ['  ::stop-commands::x', '  \\u{003A}:stop-commands::x'],
    ['a\n\t::add-mask::x\r\n::debug::', 'a\n\t\\u{003A}:add-mask::x\r\n\\u{003A}:debug::'],
    ['\u00AD::error::x', '\u00AD\\u{003A}:error::x'],
    ['\u0301::error::x', '\u0301\\u{003A}:error::x'],
    [':\u0301:error::x', '\\u{003A}\u0301:error::x'],
    ['#\u0301#[error]', '#\u0301\\u{0023}[error]'],
    ['##\u200B[error]', '#\\u{0023}\u200B[error]'],
    ['##\u0301[error]', '#\\u{0023}\u0301[error]'],
    ['##ERROR[x]', '#\\u{0023}ERROR[x]'],
    ['a\r::error::x', 'a\r\\u{003A}:error::x'],
    [':\u200B:error::x', '\\u{003A}\u200B:error::x'],
    ['a ##[error]x', 'a #\\u{0023}[error]x'],
    ['##vso[task.x]', '#\\u{0023}vso[task.x]'],
    ['###[add-mask]##[x]', '##\\u{0023}[add-mask]#\\u{0023}[x]'],
    ['#\u200B#[error]', '#\u200B\\u{0023}[error]'],
  ])('shows the sign of %j', (text, shown) => {
    expect(withoutOrders(text)).toBe(shown);
  });

  it.each(['', 'releases/a.md:3:10 error', 'a::b', '12:30:15', '## Heading [x]', '# [x]', ':a::b', 'x\n\n y'])(
    'leaves %j alone',
    (text) => expect(withoutOrders(text)).toBe(text),
  );

  const pieces = fc.constantFrom(
    '::',
    ':',
    '##[',
    '#',
    '[',
    'error',
    'stop-commands',
    ']',
    ' ',
    '\n',
    '\r',
    '\t',
    '\u2028',
    '\u00AD',
    'x',
  );
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

  it('leaves nothing that the runner obeys', () => {
    const isObeyed = (text: string): boolean => obeyed(text).length > 0;
    expect(fc.sample(texts, { numRuns: 3000, seed: 1 }).some(isObeyed)).toBe(true);
    fc.assert(
      fc.property(texts, (text) => !isObeyed(withoutOrders(text))),
      { numRuns: 3000 },
    );
  });

  it('lets a line go as soon as it is whole, and no empty piece', () => {
    expect([...piecesWithoutOrders(['a', '', 'b\nc', '\n'])]).toEqual(['ab\n', 'c\n']);
  });

  it('is the same for a text in pieces, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 6 }), (parts) => {
        expect([...piecesWithoutOrders(parts)].join('')).toBe(withoutOrders(parts.join('')));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes its time by the length of a text alone', () => {
    for (const part of ['#', '##a', '#\u00AD', ' ', '\u2028', ':', '\n'])
      expect(withoutOrders(part.repeat(300_000))).not.toContain('[');
  });
});

describe('withoutBracketOrders', () => {
  it('writes the sign in the language of the text', () => {
    expect(JSON.parse(withoutBracketOrders(JSON.stringify('a ##[x] ##'), '\\u0023'))).toBe('a ##[x] ##');
  });
});
