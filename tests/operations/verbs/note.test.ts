import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PressError } from '../../../src/model/press-error.ts';
import { noteOf, remarkOn } from '../../../src/operations/verbs/note.ts';
import { now } from './newsroom-file.ts';

function refusal(words: string): string {
  try {
    return `taken: ${noteOf(words)}`;
  } catch (error) {
    if (error instanceof PressError) return error.message;
    throw error;
  }
}

describe('a note', () => {
  it.each([
    ['- list', '- list'],
    ['  two\r\nlines\tand\u2028more ', 'two lines and more'],
    ['"quoted" \\ --> */ # & [x', '"quoted" \\ --> */ # & [x'],
    ['🎉 done', '🎉 done'],
    ['مرحبا', 'مرحبا'],
    ['42', '42'],
    ['👩‍👩‍👧 x', '👩‍👩‍👧 x'],
    ['x'.repeat(2000), 'x'.repeat(2000)],
  ])('stands on one line: %j', (words, note) => {
    expect(noteOf(words)).toBe(note);
  });

  it.each([
    ['', '«» is no note: there is no word in it.'],
    [' \n ', '«» is no note: there is no word in it.'],
    ['…?', '«…?» is no note: there is no word in it.'],
    ['🎉🎉', '«🎉🎉» is no note: there is no word in it.'],
    ['x'.repeat(2001), 'The note has 2001 characters; at most 2000 can be kept.'],
    ['a\u0007b', 'The note holds the sign U+0007, which nobody sees and no output can show.'],
    ['a\u202Eb', 'The note holds the sign U+202E, which nobody sees and no output can show.'],
    ['a\uD800b', 'The note holds the sign U+D800, which nobody sees and no output can show.'],
    ['a\uFFFFb', 'The note holds the sign U+FFFF, which nobody sees and no output can show.'],
    ['a <!-- b --> c', 'The note holds «<!--», with which a comment begins, and no output holds comments.'],
  ])('is refused: %j', (words, message) => {
    expect(refusal(words)).toBe(message);
  });

  it('never has a line break or a control character, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (words) => {
        const note = refusal(words);
        if (note.startsWith('taken: ')) expect(note).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]|<!--/u);
      }),
    );
  });
});

describe('a remark of the house', () => {
  it('says day, verb and reason, in the day of the newsroom', () => {
    const said = { word: 'hold', note: 'Why' };
    expect(remarkOn('status', said, { now, timezone: 'Europe/Vienna' })).toEqual([
      { kind: 'remark', above: 'status', text: '2026-11-23 hold: Why' },
    ]);
    const late = Date.parse('2026-11-23T23:30:00Z');
    expect(remarkOn('status', said, { now: late, timezone: 'Asia/Baku' })).toEqual([
      { kind: 'remark', above: 'status', text: '2026-11-24 hold: Why' },
    ]);
    expect(remarkOn('status', { word: 'hold', note: undefined }, { now, timezone: 'UTC' })).toEqual([]);
  });
});
