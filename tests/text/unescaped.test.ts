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

  it('numbers what Unicode numbers', () => {
    expect([
      numberedCharacter(0x41),
      numberedCharacter(0x10ffff + 1),
      numberedCharacter(Number.NaN),
      numberedCharacter(0x80),
    ]).toEqual(['A', undefined, undefined, '€']);
  });
});
