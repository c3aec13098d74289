import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terminalSafe } from '../../src/text/terminal-safe.ts';

describe('text for a terminal', () => {
  it.each([
    ['\u001B[31mred\u001B[0m', '\\u{001B}[31mred\\u{001B}[0m'],
    ['a\rb\nc\td\be', 'a\\u{000D}b\\u{000A}c\\u{0009}d\\u{0008}e'],
    ['\u0000\u007F\u0080\u009F', '\\u{0000}\\u{007F}\\u{0080}\\u{009F}'],
    ['\u009Bq', '\\u{009B}q'],
    ['a\u202Eb\u2066c\u2069\u200E\u200F\u061C', 'a\\u{202E}b\\u{2066}c\\u{2069}\\u{200E}\\u{200F}\\u{061C}'],
    ['a\u2028b\u2029c', 'a\\u{2028}b\\u{2029}c'],
    ['\uD83D!', '\\u{D83D}!'],
    ['!\uDE00', '!\\u{DE00}'],
  ])('%j', (text, shown) => {
    expect(terminalSafe(text)).toBe(shown);
  });

  it.each(['', 'plain', 'Türkiye – «Баку» 😀', 'مرحبا', 'a\u00A0b\u200Bc'])('leaves %j alone', (text) => {
    expect(terminalSafe(text)).toBe(text);
  });

  it('holds nothing that acts on a terminal, whatever came in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 40 }), (codes) => {
        const shown = terminalSafe(String.fromCharCode(...codes));
        expect(shown).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
        expect(shown).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
