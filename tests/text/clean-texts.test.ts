/** Texts that are found to be clean are passed on; that must be the same as cleaning them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutTags } from '../../src/formats/rendering/plain-text.ts';
import { withoutControls } from '../../src/text/control-characters.ts';
import { inOneLine } from '../../src/text/one-line.ts';
import { escapeText } from '../../src/text/xml.ts';
import { hostileTexts } from '../support/hostile-text.ts';

const units = fc.oneof(
  fc.integer({ min: 0, max: 0xa1 }),
  fc.integer({ min: 0xd7ff, max: 0xe000 }),
  fc.integer({ min: 0xfffd, max: 0xffff }),
);
const texts = fc.oneof(
  hostileTexts,
  units.map((unit) => String.fromCharCode(unit)),
  fc.array(units, { maxLength: 4 }).map((all) => String.fromCharCode(...all)),
  fc
    .array(fc.constantFrom(' ', 'a', '\u00A0', '\n', '\t', '\u2028', '<', '>', '/'), { maxLength: 8 })
    .map((all) => all.join('')),
);

function* pointsOf(text: string): Generator<{ readonly character: string; readonly code: number }> {
  for (const character of text) yield { character, code: character.codePointAt(0) ?? 0 };
}

const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

function kept(text: string, isForbidden: (code: number) => boolean): string {
  return [...pointsOf(text)]
    .filter(({ code }) => !isForbidden(code))
    .map(({ character }) => character)
    .join('');
}

describe('texts of any kind', () => {
  it('lose their control characters and halves of pairs, and nothing else', () => {
    const isControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code <= 0x9f);
    const isForbidden = (code: number): boolean => (isControl(code) && ![9, 10, 13].includes(code)) || isHalf(code);
    fc.assert(
      fc.property(texts, (text) => {
        expect(withoutControls(text)).toBe(kept(text, isForbidden));
      }),
      { numRuns: 1000 },
    );
  });

  it('lose for XML what it has no room for, and nothing else', () => {
    const isForbidden = (code: number): boolean =>
      (code < 0x20 && ![9, 10, 13].includes(code)) || isHalf(code) || code === 0xfffe || code === 0xffff;
    const written = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
    fc.assert(
      fc.property(texts, (text) => {
        expect(escapeText(text)).toBe(written(kept(text, isForbidden)));
      }),
      { numRuns: 1000 },
    );
  });

  it('stand in one line', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(inOneLine(text)).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  it('keep everything where no tag ends', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const open = text.replaceAll('>', '');
        expect(withoutTags(open)).toBe(open);
      }),
    );
  });
});
