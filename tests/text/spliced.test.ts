import { describe, expect, it } from 'vitest';
import { counted } from '../../src/text/counted.ts';
import { fileNameOf, fileStemOf } from '../../src/text/file-name-form.ts';
import { spliced } from '../../src/text/spliced.ts';

describe('small tools for text', () => {
  it('makes edits in the order of the text, and those of one place in theirs', () => {
    const edits = [
      { start: 4, end: 5, text: 'E' },
      { start: 1, end: 1, text: 'x' },
      { start: 1, end: 1, text: 'y' },
      { start: 1, end: 2, text: '' },
    ];
    expect(spliced('abcde', edits)).toBe('axycdE');
    expect(spliced('abc', [])).toBe('abc');
  });

  it('counts', () => {
    expect([counted(0, 'file'), counted(1, 'file'), counted(2, 'file'), counted(2, 'entry', 'entries')]).toEqual([
      '0 files',
      '1 file',
      '2 files',
      '2 entries',
    ]);
  });

  it('names files', () => {
    expect([fileNameOf('a/b.md'), fileNameOf('b.md'), fileStemOf('a/b.ru.MD'), fileStemOf('a/b')]).toEqual([
      'b.md',
      'b.md',
      'b.ru',
      'b',
    ]);
  });
});
