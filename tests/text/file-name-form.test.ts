import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameParts, isPlainName, plainNameOf, troubleWithName } from '../../src/text/file-name-form.ts';

describe('the parts of a file name', () => {
  it.each([
    ['2009-11-16-course.md', '2009-11-16', undefined],
    ['2009-11-16-course.ru.md', '2009-11-16', 'ru'],
    ['2009-11-16-course.SR-Latn.md', '2009-11-16', 'sr-latn'],
    ['2009-11-16.md', '2009-11-16', undefined],
    ['2009-11-16th.md', undefined, undefined],
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
    ['a:b.md', 'holds characters that Windows refuses'],
    ['курсы.md', 'holds characters other than the letters a to z'],
    ['-a.md', 'begins with a hyphen, which commands take for an option'],
    ['a..md', 'has a dot too many'],
    [`${'a'.repeat(198)}.md`, 'is longer than 200 bytes'],
    [`${'к'.repeat(99)}.md`, 'is longer than 200 bytes'],
    [`${'a'.repeat(197)}.md`, undefined],
    ['A_b.md', undefined],
    ['2009-11-16-course.ru.md', undefined],
  ])('%s', (name, trouble) => {
    expect(troubleWithName(name)).toBe(trouble);
  });
});

describe('a plain name', () => {
  it.each([
    ['2009-11-16-Observer Course.md', '2009-11-16-observer-course.md'],
    ['Café – “first”.ru.md', 'cafe-first.ru.md'],
    ["the minister's_day.MD", 'the-ministers-day.md'],
    ['-a--b-.md', 'a-b.md'],
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
