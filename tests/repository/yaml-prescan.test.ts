import { describe, expect, it } from 'vitest';
import { prescanYaml } from '../../src/repository/yaml-prescan.ts';

const found = (text: string): string[] | undefined => {
  const fault = prescanYaml(text);
  return fault === undefined ? undefined : [fault.kind, text.slice(fault.start, fault.end)];
};
const nested = (levels: number): string =>
  Array.from({ length: levels }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');

describe('what never reaches the parser', () => {
  it.each([
    ['a directive', '%YAML 1.2\na: b', ['directive', '%YAML 1.2']],
    ['the end of a document', 'a: b\n...\n', ['several-documents', '...']],
    ['the end of a document with blanks', 'a: b\n... \r\n', ['several-documents', '... ']],
    ['a second document', 'a: b\n---\nc: d', ['several-documents', '---']],
    ['a second document on one line', 'a: b\n--- c', ['several-documents', '--- c']],
    ['a tab before text', 'a:\n\tb: c', ['tab', '\t']],
    ['a tab behind blanks', 'a:\n  \tb: c', ['tab', '\t']],
    ['brackets that are too deep', `a: ${'['.repeat(33)}`, ['depth', `a: ${'['.repeat(33)}`]],
    ['brackets over many lines', '- [\n'.repeat(40), ['depth', '- [']],
    ['braces that are too deep', `a: ${'{a: '.repeat(33)}`, ['depth', `a: ${'{a: '.repeat(33)}`]],
    ['dashes in a row', '- '.repeat(40), ['depth', '- '.repeat(40)]],
    ['dashes with tabs in a row', '-\t'.repeat(40), ['depth', '-\t'.repeat(40)]],
    ['dashes below a key', `a:\n  ${'-\t'.repeat(40)}`, ['depth', '-\t'.repeat(40)]],
    ['question marks in a row', '? '.repeat(40), ['depth', '? '.repeat(40)]],
    ['both', '? - '.repeat(20), ['depth', '? - '.repeat(20)]],
  ])('%s', (_, text, fault) => {
    expect(found(text)).toEqual(fault);
  });

  it('levels beyond the thirty-second', () => {
    expect(found(nested(32))).toBeUndefined();
    expect(found(nested(33))?.[0]).toBe('depth');
  });

  it.each([
    ['nothing', ''],
    ['dashes at the top', '---\na: b'],
    ['a remark, then dashes', '# x\n---\na: b'],
    ['dashes within a line', 'a: ---\nb: x --- y'],
    ['a percent sign within a line', 'a: 5 %\nb: %x'],
    ['dots within a line', 'a: ...\n .... x'],
    ['a line of tabs and blanks', 'a: b\n \t \nc: d'],
    ['a tab behind a value', 'a: b\t# c'],
    ['brackets that are closed again', `a: [${'[],'.repeat(100)}]`],
    ['as many closing brackets as you like', `a: "${']'.repeat(100)}"`],
    ['many lists beside each other', '- a\n'.repeat(100)],
    ['a remark that is far in', `a: b\n${' '.repeat(100)}# c`],
    ['a dash that begins a word', '-a: b\n-- c: d'],
    ['Windows line ends', 'a: b\r\n\r\nc: d\r\n'],
  ])('is not %s', (_, text) => {
    expect(found(text)).toBeUndefined();
  });
});
