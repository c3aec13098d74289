import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedCharacter, numberedCharacter } from '../../src/text/character-references.ts';
import { unescaped } from '../../src/text/unescaped.ts';
import { escapeText } from '../../src/text/xml.ts';

const whole = (text: string): string => {
  let current = text;
  for (let next = unescaped(current); next !== undefined; next = unescaped(current)) current = next.text;
  return current;
};

describe('unescaped', () => {
  it.each([
    ['&amp;', '&'],
    ['&#233;&#xE9;&#XE9;', 'ééé'],
    ['&#233', 'é'],
    ['&#xe9', 'é'],
    ['&frac12;&UnderBar;&IEcy;', '½_Е'],
    ['\\u00AB\\u00ab\\u{ab}\\u{AB}\\xab\\xAB', '««««««'],
    ['\\r\\b\\f\\v\\0', '\r\b\f\v\0'],
    ["\\'", "'"],
    ['\\uFFFF\\u{1F600}', '\uFFFF😀'],
    ['%EF%BB%BFa', '\uFEFFa'],
    ['&eacute;&Scaron;&zcaron;&Uuml;', 'éŠžÜ'],
    ['&szlig;&oslash;&lstrok;&shy;&mdash;', 'ßøł\u00AD—'],
    ['&Bcy;&acy;&kcy;&ucy;', 'Баку'],
    ['&alpha;&Omega;', 'αΩ'],
    ['&#150;', '–'],
    ['\\u0416\\u{1F600}\\x41\\n\\t\\"\\/\\\\', 'Ж😀A\n\t"/\\'],
    ['\\ud83d\\ude00', '😀'],
    ['one\\\ntwo', 'onetwo'],
    ['%D0%91%d0%b0', 'Ба'],
    ['%E9t%E9', 'été'],
    ['a%20b%2Fc', 'a b/c'],
  ])('makes «%s» «%s»', (escaped, meant) => {
    expect(unescaped(escaped)?.text).toBe(meant);
  });

  it.each([
    '',
    'plain text',
    'AT&T',
    '100% sure',
    '5 % of',
    '&unheardof;',
    '&#xD800;',
    '&#0;',
    '&#1114112;',
    'a\\',
    '%zz',
  ])('leaves «%s» alone', (text) => {
    expect(unescaped(text)).toBeUndefined();
  });

  it('says nothing of what it did not meet, and begins anew each time', () => {
    expect(unescaped('&amp;')?.kinds).toEqual(['character references']);
    expect(unescaped('%41')?.kinds).toEqual(['percent-encoding']);
    expect(unescaped('&amp;')?.kinds).toEqual(['character references']);
  });

  it('says what it met, and where each character came from', () => {
    const result = unescaped('x&amp;%41\\u0042y');
    expect(result).toMatchObject({
      text: 'x&ABy',
      kinds: ['JSON escapes', 'character references', 'percent-encoding'],
    });
    expect([0, 1, 2, 3, 4].map((at) => result?.origin(at))).toEqual([0, 1, 6, 9, 15]);
  });

  it('undoes what others have written, in any order and depth', () => {
    const writers = [
      (text: string): string => JSON.stringify(text).slice(1, -1),
      (text: string): string => encodeURIComponent(text.toWellFormed()),
      (text: string): string =>
        escapeText(text).replaceAll(/[^\u0000-\u007F]/gu, (letter) => `&#${letter.codePointAt(0)};`),
    ];
    const letters = fc.string({ unit: fc.constantFrom(...'abcАБВ é😀"<>&/\n'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(letters, fc.array(fc.constantFrom(...writers), { maxLength: 4 }), (text, order) => {
        expect(whole(order.reduce((written, write) => write(written), text))).toBe(whole(text));
      }),
    );
  });
});

describe('character references', () => {
  it('has a name for itself alone', () => {
    expect([namedCharacter('amp'), namedCharacter('AMP'), namedCharacter('toString'), namedCharacter('')]).toEqual([
      '&',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has the names that text is written with, from each alphabet', () => {
    const names =
      'amp rlm hyphen rsaquo hellip divide plusmn num period sol rbrace UnderBar Oslash eth numero alpha sigmaf sigma';
    const more = 'Lambda Omega acy fcy khcy yicy Acy Fcy KHcy YIcy';
    expect(`${names} ${more}`.split(' ').map(namedCharacter).join('')).toBe('&\u200F‐›…÷±#./}_Øð№αςσΛΩафхїАФХЇ');
  });

  it('has an accent for a letter', () => {
    const names = 'agrave eacute icirc ntilde amacr abreve zdot auml aring odblac ccaron ccedil aogon Scaron'.split(
      ' ',
    );
    expect(names.map(namedCharacter).join('')).toBe('àéîñāăżäåőčçąŠ');
  });

  it('knows the characters at both ends of what Unicode numbers', () => {
    const points = [0, 1, 0x7f, 0x80, 0x9f, 0xa0, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0x10ffff, 0x110000, -1, 1.5];
    expect(points.map((point) => numberedCharacter(point)?.codePointAt(0))).toEqual([
      ...[undefined, 1, 0x7f, 0x20ac, 0x178, 0xa0, 0xd7ff, undefined, undefined, 0xe000, 0x10ffff],
      ...[undefined, undefined, undefined],
    ]);
    expect(numberedCharacter(0x81)).toBe('\u0081');
  });

  it('numbers what Unicode numbers', () => {
    expect([
      numberedCharacter(0x41),
      numberedCharacter(0x10ffff + 1),
      numberedCharacter(Number.NaN),
      numberedCharacter(0x80),
    ]).toEqual(['A', undefined, undefined, '€']);
  });
});
