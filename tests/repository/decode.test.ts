import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/repository/decode.ts';

const utf16 = 'The file is UTF-16, not UTF-8.';
const single = (name: string): string =>
  `The file is not UTF-8; it looks like ${name} or another single-byte encoding.`;

describe('bytes as text', () => {
  it.each(['', 'a', 'plain\n', 'é\r\n', '\uFEFFa', '\uFEFF\uFEFF', 'بيان', '🙂', '\u0000 in between', '\uFFFD'])(
    '%j',
    (text) => {
      expect(decode(Buffer.from(text))).toBe(text);
    },
  );

  it.each(['a\u0000', '\u0000a\u0000', 'a\u0000b', 'a\u0000\u0000\u0000', '\u0000a\u0000\u0000', '\u0000'.repeat(4)])(
    '%j, where zeros make no UTF-16',
    (text) => {
      expect(decode(Buffer.from(text))).toBe(text);
    },
  );

  it('keeps any text that is UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.slice(0, 4).includes('\u0000'));
        expect(decode(Buffer.from(text))).toBe(text);
      }),
    );
  });

  it.each<[string, Buffer, number, string]>([
    ['UTF-16 of Windows', Buffer.from('\uFEFF---\n', 'utf16le'), 1, utf16],
    ['UTF-16 the other way round', Buffer.from('\uFEFF---\n', 'utf16le').swap16(), 1, utf16],
    ['UTF-16 without a mark', Buffer.from('---\nid: a', 'utf16le'), 1, utf16],
    ['UTF-16 the other way round without a mark', Buffer.from('---\nid: a', 'utf16le').swap16(), 1, utf16],
    ['two letters in UTF-16', Buffer.from('ab', 'utf16le'), 1, utf16],
    ['Cyrillic of Windows', Buffer.from('id: a\n\xcf\xf0\xe8\xe2\xe5\xf2', 'latin1'), 2, single('Windows-1251')],
    ['a no-break space of ISO 8859-1', Buffer.from('5\xa0%', 'latin1'), 1, single('ISO 8859-1')],
    ['ISO 8859-1', Buffer.from('id: a\ntitle: Caf\u00e9\n', 'latin1'), 2, single('ISO 8859-1')],
    ['Windows-1252', Buffer.from('a\n\nb \x93quoted\x94\n', 'latin1'), 3, single('Windows-1252')],
    [
      'a sequence that is cut off by the end of the line',
      Buffer.from([0x61, 0x0a, 0xc3, 0x0a, 0xa9]),
      2,
      single('ISO 8859-1'),
    ],
    [
      'a sequence that is cut off by the end of the file',
      Buffer.from([0x61, 0x0a, 0xe2, 0x82]),
      2,
      single('Windows-1252'),
    ],
    ['an overlong sequence', Buffer.from([0xc0, 0xaf]), 1, single('ISO 8859-1')],
    ['half of a surrogate pair', Buffer.from([0x0a, 0xed, 0xa0, 0x80]), 2, single('Windows-1252')],
    ['a byte that UTF-8 never has', Buffer.from([0x61, 0xff]), 1, single('ISO 8859-1')],
  ])('is refused: %s', (_, bytes, line, message) => {
    expect(decode(bytes)).toEqual({ line, message });
  });

  it('looks only at its own part of a larger buffer', () => {
    const buffer = Buffer.from('\xffok\xff', 'latin1');
    expect(decode(buffer.subarray(1, 3))).toBe('ok');
    expect(decode(new Uint8Array([0xff, 0x6f, 0xc3, 0xa9, 0xff]).subarray(1, 4))).toBe('oé');
  });

  it('finds the line of the first bad byte in any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'é', '\n', '🙂'), { maxLength: 20 }),
        fc.array(fc.constantFrom('a', 'é', '\n'), { maxLength: 5 }),
        (before, after) => {
          const bytes = Buffer.concat([
            Buffer.from(`x${before.join('')}`),
            Buffer.from([0xff]),
            Buffer.from(after.join('')),
          ]);
          expect(decode(bytes)).toMatchObject({ line: before.filter((each) => each === '\n').length + 1 });
        },
      ),
    );
  });
});
