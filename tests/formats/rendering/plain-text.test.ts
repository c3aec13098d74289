import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine, plainName, shortened } from '../../../src/formats/rendering/plain-text.ts';
import { hostileTexts } from '../../support/hostile-text.ts';

describe('a plain line', () => {
  it.each([
    ['Ministers <b>agree</b>', 'Ministers agree'],
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
    ['a<b', 'a<b'],
    ['a <3 b> c', 'a <3 b> c'],
    ['AT&T &amp; co ]]>', 'AT&T &amp; co ]]>'],
    ['<script>alert(1)</script>', 'alert(1)'],
    ['<<b>script>alert(1)<</b>/script>', 'alert(1)'],
    ['<a < b> x', 'x'],
    ['<!-- note --> x <?y?>', 'x'],
    ['two\n lines\t\u2028and more ', 'two lines and more'],
    ['<sc\u0000ript>x', 'x'],
    ['', ''],
  ])('of %j is %j', (text, line) => {
    expect(plainLine(text)).toBe(line);
  });

  it('holds nothing that HTML would take for a tag, is on one line, and stays as it is when made again', () => {
    fc.assert(
      fc.property(hostileTexts, (text) => {
        const line = plainLine(text);
        expect(line).not.toMatch(/<[A-Za-z/!?][^>]*>|\p{Cc}|[\u2028\u2029]/u);
        expect(plainLine(line)).toBe(line);
      }),
    );
  });

  it.each(['<', '<b', '<b>', '<1>', '>', '<<b>'])('is linear in many of %j', (piece) => {
    expect(plainLine(piece.repeat(200_000)).length).toBeLessThanOrEqual(piece.length * 200_000);
  });
});

describe('a plain name', () => {
  it.each([
    ['Ministers <b>agree</b>', 'Ministers agree'],
    ['<agreed>', 'agreed'],
    ['<b></b>', 'b /b'],
    ['\uFFFE\u0000', ''],
  ])('of %j is %j', (text, name) => {
    expect(plainName(text)).toBe(name);
  });
});

describe('a shortened text', () => {
  it.each([
    ['Short enough.', 20, 'Short enough.'],
    ['One sentence. Another sentence.', 20, 'One sentence.'],
    ['Who? Me! And others too', 14, 'Who? Me!'],
    ['No. But this sentence is a long one', 20, 'No. But this…'],
    ['Unbrokenandlong', 10, 'Unbrokena…'],
    ['東京で会議。次の文はもっと長い', 10, '東京で会議。'],
    ['abcdefgh😀x', 10, 'abcdefgh…'],
  ])('%j to %i is %j', (text, most, expected) => {
    expect(shortened(text, most)).toBe(expected);
  });

  it('is never longer than allowed, and begins as the text does', () => {
    fc.assert(
      fc.property(hostileTexts, fc.integer({ min: 1, max: 40 }), (text, most) => {
        const short = shortened(text, most);
        expect(short.length).toBeLessThanOrEqual(Math.max(most, 1));
        expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
      }),
    );
  });
});
