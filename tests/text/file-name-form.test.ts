import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fileNameOf,
  fileNameParts,
  fileStemOf,
  isPlainName,
  plainNameOf,
  troubleWithName,
} from '../../src/text/file-name-form.ts';

describe('the parts of a file name', () => {
  it.each([
    ['2009-11-16-course.md', '2009-11-16', undefined],
    ['2009-11-16-course.ru.md', '2009-11-16', 'ru'],
    ['2009-11-16-course.SR-Latn.md', '2009-11-16', 'sr-latn'],
    ['2009-11-16.md', '2009-11-16', undefined],
    ['2009-11-16th.md', undefined, undefined],
    ['12009-11-16-a.md', undefined, undefined],
    ['course.es-419.md', undefined, 'es-419'],
    ['course.ru.mdx', undefined, undefined],
    ['course.old.md', undefined, undefined],
    ['course-1.2.md', undefined, undefined],
    ['ru.md', undefined, undefined],
  ])('%s', (name, day, language) => {
    expect(fileNameParts(name)).toEqual({ day, language });
  });
});

describe('trouble with a file name', () => {
  it.each([
    ['a b.md', 'holds blanks'],
    ['a\u00A0b.md', 'holds blanks'],
    ...[...'<>:"|?*\\'].map((sign): [string, string] => [`a${sign}b.md`, 'holds characters that Windows refuses']),
    ['курсы.md', 'holds characters other than the letters a to z'],
    ['-a.md', 'begins with a hyphen, which commands take for an option'],
    ['a..md', 'has a dot too many'],
    ['a..MD', 'has a dot too many'],
    ['a..mdx', undefined],
    [`${'a'.repeat(198)}.md`, 'is longer than 200 bytes'],
    [`${'к'.repeat(99)}.md`, 'is longer than 200 bytes'],
    [`${'a'.repeat(197)}.md`, undefined],
    ['A_b.md', undefined],
    ['2009-11-16-course.ru.md', undefined],
  ])('%s', (name, trouble) => {
    expect(troubleWithName(name)).toBe(trouble);
  });
});

it('is the last part of a path, and its stem that without the ending', () => {
  expect([fileNameOf('releases/2009/a.md'), fileNameOf('a.md')]).toEqual(['a.md', 'a.md']);
  expect([fileStemOf('releases/a.MD'), fileStemOf('a.mdx'), fileStemOf('releases.md/b')]).toEqual(['a', 'a.mdx', 'b']);
});

describe('a plain name', () => {
  it('is small letters, digits, dots and single hyphens, to its end', () => {
    expect(['a-1.md', 'a-', 'a b', 'a!'].map(isPlainName)).toEqual([true, false, false, false]);
  });

  it.each([
    ['2009-11-16-Observer Course.md', '2009-11-16-observer-course.md'],
    ['Café – “first”.ru.md', 'cafe-first.ru.md'],
    ["the minister's_day.MD", 'the-ministers-day.md'],
    ['-a--b-.md', 'a-b.md'],
    ["it's ‘the’ ’éé’.md", 'its-the-ee.md'],
    ['a.mdb.md', 'a.mdb.md'],
    ['a._.b.md', 'a.b.md'],
    ['a—x—курсы.md', undefined],
    ['a курсы.md', undefined],
    [`${'a'.repeat(197)}.md`, `${'a'.repeat(197)}.md`],
    [`${'a'.repeat(198)}.md`, undefined],
    ['курсы.md', undefined],
    ['–.md', undefined],
  ])('of %s is %s', (name, plain) => {
    expect(plainNameOf(name)).toBe(plain);
  });

  it('is plain, and is its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB1-._ é’к') }), (stem) => {
        const plain = plainNameOf(`${stem}.md`);
        if (plain === undefined) return;
        expect(isPlainName(plain)).toBe(true);
        expect(troubleWithName(plain)).toBeUndefined();
        expect(plainNameOf(plain)).toBe(plain);
      }),
    );
  });
});
