import { describe, expect, it } from 'vitest';
import { fromWindows1252 } from '../../src/text/windows-1252.ts';

describe('a control character that was a letter on Windows', () => {
  it.each([
    ['\u0080', '€'],
    ['\u0085', '…'],
    ['\u008A', 'Š'],
    ['\u008E', 'Ž'],
    ['\u0092', '’'],
    ['\u0093', '“'],
    ['\u0094', '”'],
    ['\u0096', '–'],
    ['\u0099', '™'],
    ['\u009E', 'ž'],
    ['\u009F', 'Ÿ'],
  ])('%j was %s', (control, meant) => {
    expect(fromWindows1252(control)).toBe(meant);
  });

  it.each(['\u0081', '\u008D', '\u008F', '\u0090', '\u009D'])('%j was nothing', (control) => {
    expect(fromWindows1252(control)).toBeUndefined();
  });

  it.each(['\u0007', '\u007F', '\u00A0', 'a'])('is none of %j', (character) => {
    expect(fromWindows1252(character)).toBeUndefined();
  });
});
