import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readableScalar } from '../../src/text/yaml-plain.ts';

describe('a text in YAML', () => {
  it.each(['Vienna', "Osh (Kyrgyzstan) it's “A” ’b’ «c»/d.e–f-g 1", 'Бишкек 2', 'nought'])('%s is bare', (text) => {
    expect(readableScalar(text)).toBe(text);
    expect(parse(text)).toBe(text);
  });

  it.each([
    ...['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', 'No', 'TRUE'],
    ...['', '1', '-a', ' a', 'a ', 'a: b', 'a #b', 'a,b', 'a\nb', '"a"', '[a', 'a\uD800'],
  ])('%j is in quotes', (text) => {
    const written = readableScalar(text);
    expect(written).toMatch(/^".*"$/);
    expect(parse(written)).toBe(text.replace('\uD800', ''));
  });
});
