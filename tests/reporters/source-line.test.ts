import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { drawLine } from '../../src/reporters/drawing/source-line.ts';

/** The line with «⟦ ⟧» round the stretch, drawn. */
function draw(marked: string, width = 40): [string, string] {
  const from = marked.indexOf('⟦');
  const line = marked.replace('⟦', '').replace('⟧', '');
  const drawing = drawLine(line, { from, to: marked.indexOf('⟧') - 1, width });
  return [drawing.text, drawing.underline];
}

describe('drawLine', () => {
  it.each([
    ['a short line', 'fields: [⟦electoins⟧]', 'fields: [electoins]', '         ^^^^^^^^^'],
    ['the beginning', '⟦Status⟧: published', 'Status: published', '^^^^^^'],
    ['nothing, between two characters', 'ti⟦⟧tle: a', 'title: a', '  ^'],
    ['nothing, at the end', 'title:⟦⟧', 'title: ', '      ^'],
    ['a tab is one blank', 'a\t⟦b\tc⟧', 'a b c', '  ^^^'],
    ['wide characters', '日本⟦語⟧です', '日本語です', '    ^^'],
    ['emoji of several parts', '👩‍👩‍👧🎈 ⟦x⟧', '👩‍👩‍👧🎈 x', '     ^'],
    ['accents that are stored apart', 'cafe\u0301 ⟦x⟧', 'cafe\u0301 x', '     ^'],
    ['a control character', 'a\u0007 ⟦b⟧', 'a\\u{0007} b', '          ^'],
    ['an invisible character', 'a⟦\u200B⟧b', 'a\u200Bb', ' ^'],
    ['half of a character', 'a⟦\uD83C⟧b', 'a\\u{D83C}b', ' ^^^^^^^^'],
  ])('%s', (_, marked, ...drawn) => {
    expect(draw(marked)).toEqual(drawn);
  });

  it.each([
    ['before the stretch', `${'a'.repeat(100)}⟦xyz⟧`, '…aaaaaaaaaaaaaxyz', '              ^^^'],
    ['behind it', `⟦xyz⟧${'a'.repeat(100)}`, `xyz${'a'.repeat(36)}…`, '^^^'],
    [
      'on both sides',
      `${'a'.repeat(100)}⟦xyz⟧${'b'.repeat(100)}`,
      `…${'a'.repeat(13)}xyz${'b'.repeat(22)}…`,
      '              ^^^',
    ],
    ['in a long stretch', `abc⟦${'x'.repeat(100)}⟧`, `abc${'x'.repeat(36)}…`, `   ${'^'.repeat(36)}`],
    [
      'between wide characters',
      `${'語'.repeat(50)}⟦x⟧${'語'.repeat(50)}`,
      `…${'語'.repeat(6)}x${'語'.repeat(12)}…`,
      '             ^',
    ],
  ])('cuts a long line %s', (_, marked, ...drawn) => {
    expect(draw(marked)).toEqual(drawn);
  });

  it('fills the room that it has, and never more', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', ' ', '\t', '語', '🎈', '👩‍👩‍👧', 'e\u0301', '\u202E', '\u0000', '\u200B', '\uD83C'),
      // Nobody can say how wide a terminal makes what is no character at all, or a vowel sign that hangs on a sign of ours.
      fc.string({ unit: 'binary', maxLength: 3 }).map((text) => text.replace(/[\p{Cn}\p{M}]/gu, '')),
    );
    const lines = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join('').replace(/[\r\n]/g, ''));
    fc.assert(
      fc.property(
        lines,
        fc.tuple(fc.nat(300), fc.nat(300)),
        fc.integer({ min: 10, max: 200 }),
        (line, [a, b], width) => {
          const [from, to] = [Math.min(a, b, line.length), Math.min(Math.max(a, b), line.length)];
          const { text, underline } = drawLine(line, { from, to, width });
          expect(underline).toMatch(/^ *\^+$/);
          expect(stringWidth(text)).toBeLessThanOrEqual(width);
          expect(underline.length).toBeLessThanOrEqual(width + 1);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('looks at a neighbourhood of a very long line only', () => {
    const line = `${'x'.repeat(5_000_000)}HERE${'y'.repeat(5_000_000)}`;
    expect(drawLine(line, { from: 5_000_000, to: 5_000_004, width: 20 })).toEqual({
      text: '…xxxxxxHEREyyyyyyyy…',
      underline: '       ^^^^',
    });
  });
});
