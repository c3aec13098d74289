import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReservedName, isSlug } from '../../src/text/slug-form.ts';
import { slugify } from '../../src/text/slug.ts';

describe('a slug from a title', () => {
  it.each([
    ['Information sessions open in Baku', 'information-sessions-open-in-baku'],
    ['Ўзбекистон', 'uzbekiston'],
    ['Скопје: избори 2011', 'skopje-izbori-2011'],
    ['Türkiye – «elections»', 'turkiye-elections'],
    ['Tu\u0308rkiye', 'turkiye'],
    ["Ukraine's and Ukraine’s", 'ukraines-and-ukraines'],
    ['Straße in Łódź', 'strasse-in-lodz'],
    ['Party 🎉👩🏽‍💻🇦🇿 1️⃣ ❤️ time', 'party-1-time'],
    ['-- --a..b/../c__d--', 'a-b-c-d'],
    ['50 % & more', '50-more'],
    ['CON', 'con'],
    ['🎉', ''],
    ['—', ''],
    ['', ''],
  ])('%j is %j', (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  it('is cut between words at eighty characters', () => {
    const words = 'abcdefghi '.repeat(9);
    expect(slugify(words)).toBe(Array(8).fill('abcdefghi').join('-'));
    expect(slugify(`${'abcdefghi '.repeat(8)}x`)).toBe(Array(8).fill('abcdefghi').join('-'));
    expect(slugify(`${'abcdefghi '.repeat(7)}abcdefghij x`)).toBe(`${'abcdefghi-'.repeat(7)}abcdefghij`);
    expect(slugify('x'.repeat(100))).toBe('x'.repeat(80));
  });

  it('is a slug or empty, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (title) => {
        const slug = slugify(title);
        expect(slug === '' || isSlug(slug)).toBe(true);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });
});

describe('the form of a slug', () => {
  it.each(['a', '0', 'a-b', 'a1-2b-c'])('%s has it', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each(['', '-', 'a-', '-a', 'a--b', 'A', 'a b', 'a.b', 'a_b', 'ä', 'a\n'])('%j has not', (text) => {
    expect(isSlug(text)).toBe(false);
  });
});

describe('a reserved name', () => {
  it.each([
    '',
    'con',
    'CON',
    'nul.md',
    'aux.tar.gz',
    'prn .md',
    'com1',
    'LPT9.txt',
    'com¹',
    'ｃｏｎ',
    'conin$',
    'index',
    'Index.html',
    'a..b',
    '..',
    '../x',
    'a.',
    'a ',
    '.',
  ])('is %j', (name) => {
    expect(isReservedName(name)).toBe(true);
  });

  it.each([
    'console',
    'con-1',
    'com',
    'com10',
    'indexes',
    'a.b',
    '2009-11-16-baku',
    '2009-con',
    'nul-hypothesis',
    'constructor',
  ])('is not %j', (name) => {
    expect(isReservedName(name)).toBe(false);
  });
});
