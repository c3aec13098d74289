import { describe, expect, it } from 'vitest';
import {
  inertAddress,
  inertCode,
  inertMarkdown,
  unsafeSigns,
} from '../../../../src/formats/rendering/markdown/inert-markdown.ts';

describe('Markdown that every dialect reads alike', () => {
  it.each([
    ['\\<b>', '&lt;b>'],
    ['\\{\\{ x', '&#123;&#123; x'],
    ['\\$\\$', '&#36;&#36;'],
    ['\\&amp;', '&amp;amp;'],
    ['\\^1', '&#94;1'],
    ['a\\@b', 'a@b'],
    ['http\\://a', 'http://a'],
    ['\\: a', '\\: a'],
    ['\\\\<', '\\\\<'],
    ['\\*a\\_', '\\*a\\_'],
    ['\uFDD0n\uFDD0', '\\n\\'],
  ])('%j becomes %j', (written, inert) => {
    expect(inertMarkdown(written)).toBe(inert);
  });

  it('has no instruction in code, and its backslashes are its own', () => {
    expect(inertCode('{{ a }} {% b %} {c} \\d\u0007\\')).toBe('{\u200B{ a }} {\u200B% b %} {c} \uFDD0d\uFDD0');
    expect(inertMarkdown(inertCode('\\<\\'))).toBe('\\<\\');
  });

  it('has nothing to be escaped in an address', () => {
    expect(inertAddress('https://x.example/<>(){}|\\^`$ \n')).toBe(
      'https://x.example/%3C%3E%28%29%7B%7D%7C%5C%5E%60%24%20%0A',
    );
    expect([inertAddress(undefined), inertAddress(5), inertAddress('a\u0007')]).toEqual(['', '5', 'a']);
  });

  it('escapes the signs that mean something in one of them', () => {
    // Whoever writes Markdown with them leaves the patterns made of them there.
    const told = unsafeSigns.map(({ character, inConstruct, after, atBreak }) => ({
      character,
      inConstruct,
      after,
      atBreak,
    }));
    expect(told).toEqual([
      { character: '<', inConstruct: 'phrasing' },
      { character: '{', inConstruct: 'phrasing' },
      { character: '|', inConstruct: 'phrasing' },
      { character: '$', inConstruct: 'phrasing', after: '\\$' },
      { character: ':', atBreak: true },
      { character: '^', atBreak: true },
    ]);
  });
});
