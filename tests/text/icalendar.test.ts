import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarLine, calendarMoment, calendarText } from '../../src/text/icalendar.ts';

const octets = (text: string): number => new TextEncoder().encode(text).length;
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', minLength: 30, maxLength: 300 }),
  fc
    .array(fc.constantFrom('\\', ';', ',', '\n', '\r\n', 'a', ' ', 'é', '日本', '🏛️', '\\n', ':', '"'), {
      maxLength: 120,
    })
    .map((parts) => parts.join('')),
);

/** What a parser that is not ours reads of a line; it unfolds and takes escapes away by itself. */
const read = (line: string): unknown => {
  const whole = ['BEGIN:VEVENT', line, 'END:VEVENT'].join('\r\n').replace('\r\n\r\n', '\r\n');
  return new ICAL.Component(ICAL.parse(whole) as never).getFirstPropertyValue('summary');
};

describe('a line of a calendar', () => {
  it('is folded at 75 octets, and never within a character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = calendarLine('SUMMARY', calendarText(text));
        expect(line.endsWith('\r\n')).toBe(true);
        const pieces = line.slice(0, -2).split('\r\n');
        for (const piece of pieces) expect(octets(piece)).toBeLessThanOrEqual(75);
        // U+FFFD would be half of a character.
        for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
        for (const piece of pieces.slice(1)) expect(piece.startsWith(' ')).toBe(true);
        expect(pieces.map((piece, index) => (index === 0 ? piece : piece.slice(1))).join('')).toBe(
          `SUMMARY:${calendarText(text)}`,
        );
      }),
    );
  });

  it('is as long as it may be', () => {
    const [first = '', second] = calendarLine('SUMMARY', 'a'.repeat(80)).split('\r\n');
    expect(first).toHaveLength(75);
    expect(second).toBe(` ${'a'.repeat(80 + 'SUMMARY:'.length - 75)}`);
    expect(calendarLine('SUMMARY', 'a'.repeat(75 - 'SUMMARY:'.length))).not.toContain('\r\n ');
    expect(calendarLine('X', `${'a'.repeat(72)}é`)).toBe(`X:${'a'.repeat(72)}\r\n é\r\n`);
  });
});

describe('a text of a calendar', () => {
  it('has every sign escaped, every break as one, and no control', () => {
    const text = 'a;b,c\\d\r\ne\nf\rg\u2028h\u2029i\u0000\u0008\u000B\u001F\u007F\tj\uD800';
    expect(calendarText(text)).toBe('a\\;b\\,c\\\\d\\ne\\nf\\ng\\nh\\ni\tj\uFFFD');
  });

  it('says to another parser what it said', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const meant = text
          .toWellFormed()
          .replaceAll(/\r\n|[\r\u2028\u2029]/g, '\n')
          // oxlint-disable-next-line no-control-regex -- these have no place in a calendar
          .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '');
        expect(read(calendarLine('SUMMARY', calendarText(text)))).toBe(meant);
      }),
    );
  });

  it('cannot end its line and begin another', () => {
    const line = calendarLine('SUMMARY', calendarText('a\r\nATTENDEE:mailto:x@example.org\nEND:VEVENT\u2028b'));
    expect(line).toBe(String.raw`SUMMARY:a\nATTENDEE:mailto:x@example.org\nEND:VEVENT\nb` + '\r\n');
  });
});

describe('a moment of a calendar', () => {
  it.each([
    ['2026-03-08T08:00:00Z', '20260308T080000Z'],
    ['2026-03-08T07:59:59.001Z', '20260308T080000Z'],
    ['2998-12-31T23:00:00Z', '29981231T230000Z'],
    ['1969-12-31T23:59:59Z', '19691231T235959Z'],
    ['9999-12-31T23:59:59.999Z', '99991231T235959Z'],
  ])('%s is %s', (moment, written) => {
    expect(calendarMoment(Date.parse(moment))).toBe(written);
  });
});
