import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globFolder, globMatcher, isGlob } from '../../src/text/glob.ts';

describe('a pattern for paths', () => {
  it.each([
    ['*.md', 'a.md', true],
    ['*.md', 'a/b.md', false],
    ['**/*.md', 'b.md', true],
    ['**/*.md', 'a/b/c.md', true],
    ['posts/**/*.md', 'posts/2009/a.md', true],
    ['posts/**/x/*.md', 'posts/1/x/2/x/a.md', true],
    ['posts/**/x/*.md', 'posts/1/x/2/y/a.md', false],
    ['posts/**', 'posts/a/b', true],
    ['posts/**', 'pages/a', false],
    ['./posts/*.md', 'posts/a.md', true],
    ['a?.md', 'a1.md', true],
    ['a?.md', 'a.md', false],
    ['?.md', '–.md', true],
    ['[ab].md', 'b.md', true],
    ['[!ab].md', 'b.md', false],
    ['[0-9]*.md', '2009-a.md', true],
    ['[0-9]*.md', 'x.md', false],
    ['*.{html,htm}', 'a.htm', true],
    ['*.{html,htm}', 'a.txt', false],
    ['{a,b}/{c,d}.md', 'b/d.md', true],
    ['*', '.hidden', false],
    ['.*', '.hidden', true],
    ['**/*.md', '.git/a.md', false],
    ['*’s.md', 'a’s.md', true],
    ['[', '[', true],
  ])('%s and %s: %s', (pattern, path, fits) => {
    expect(globMatcher(pattern)(path)).toBe(fits);
  });

  it('has a folder in which everything lies that it can mean', () => {
    expect(['posts/**/*.md', '*.md', '/a/b*/c', '/*', 'a/b/*'].map(globFolder)).toEqual([
      'posts',
      '.',
      '/a',
      '/',
      'a/b',
    ]);
    expect(['a.md', '-a b.md', 'a*', 'a?', '[a]', '{a,b}', '{a}'].map(isGlob)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('means every name without a sign of a pattern itself, and every name with a star', () => {
    const name = fc.string({ unit: 'grapheme' }).filter((text) => !/[[\]{}*?/.]/.test(text) && text !== '');
    fc.assert(fc.property(name, (text) => globMatcher(text)(text) && globMatcher('*')(text)));
  });

  it('takes no long time over any', () => {
    expect(globMatcher(`${'*a'.repeat(2000)}b`)('a'.repeat(20_000))).toBe(false);
    expect(globMatcher(`${'**/'.repeat(500)}b`)('a/'.repeat(2000))).toBe(false);
    expect(globMatcher('{a,b}'.repeat(40))('x')).toBe(false);
  });
});
