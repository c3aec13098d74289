import { describe, expect, it } from 'vitest';
import type { Manuscript } from '../../src/model/manuscript.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import type { Edit } from '../../src/operations/fix-pieces.ts';
import { spliced } from '../../src/text/spliced.ts';
import { isAsPublic, isConfined, isFurther } from '../../src/operations/fix-verdict.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const repository = await repositoryInMemory({ 'taxonomy.yaml': taxonomy });
const read = (text: string): Manuscript => repository.manuscriptFrom(samplePath, Buffer.from(text));

/** The edit that puts one text in the place of the first occurrence of another. */
function edit(text: string, old: string, added: string): Edit {
  const start = text.indexOf(old);
  if (start === -1) throw new Error(`no ${old}`);
  return { start, end: start + old.length, text: added };
}

function confined(text: string, ...edits: readonly Edit[]): boolean {
  return isConfined(read(text), read(spliced(text, edits)), edits);
}

describe('whether edits change no more than was meant', () => {
  const text = sampleRelease({ title: 'aaa', summary: 'bbb' });

  it.each([
    ['a value', 'aaa', 'bbb'],
    ['a key', 'summary:', 'slug:'],
    ['a line taken out', 'summary: bbb\n', ''],
    ['a line put in before the next key', 'date:', 'lang: en\ndate:'],
    ['the text', 'Baku today', 'Baku yesterday and today'],
  ])('%s: yes', (_, old, added) => {
    expect(confined(text, edit(text, old, added))).toBe(true);
  });

  it.each([
    ['a comment sign that swallows the next key', 'place: Baku\n', 'place: Baku # '],
    ['a quote that swallows the next key', 'aaa\ndate', 'aaa\n  date'],
    ['what cannot be read', 'aaa', '[a'],
    ['a fence that ends the front matter early', 'aaa\n', 'aaa\n---\n'],
    ['a fence that takes lines of the text in', '---\nBAKU, ', 'lang: en\nBAKU: '],
  ])('%s: no', (_, old, added) => {
    expect(confined(text, edit(text, old, added))).toBe(false);
  });

  it('and a new key at a place that no edit touched is never meant', () => {
    const before = read(text);
    expect(isConfined(before, read(text.replace('date:', 'lang: en\ndate:')), [])).toBe(false);
  });

  it('has nothing to compare where nothing could be read', () => {
    const broken = sampleRelease({ title: 'a: b' });
    expect(confined(broken, edit(broken, 'a: b', '"a: b"'))).toBe(true);
  });
});

describe('whether reading comes further', () => {
  const broken = sampleRelease({ title: 'a: b', summary: 'c: d' });
  const further = (old: string, added: string): boolean => {
    const made = edit(broken, old, added);
    return isFurther(read(broken), read(spliced(broken, [made])), [made]);
  };

  it('yes, when what is wrong next stands behind', () => {
    expect(further('a: b', '"a: b"')).toBe(true);
  });

  it('no, when something is wrong before that was not', () => {
    expect(further('c: d', '"c: d"\n---\n---')).toBe(true);
    expect(
      isFurther(read(sampleRelease()), read(broken), [{ start: broken.length, end: broken.length, text: '' }]),
    ).toBe(false);
  });
});

describe('whether the public sees the same', () => {
  const moment = { now: Date.parse('2026-06-01T12:00:00Z'), timezone: 'Europe/Vienna' };
  const alike = (before: string, after: string): boolean =>
    isAsPublic(read(before), read(after), { context: repository, moment });
  const embargoed = (embargo: string): string => sampleRelease({ embargo });

  it.each([
    ['another field', sampleRelease(), sampleRelease({ fields: '[elections]' }), true],
    ['another status', sampleRelease(), sampleRelease({ status: 'hold' }), false],
    [
      'a title at last, in a draft',
      sampleRelease({ title: undefined, status: 'draft' }),
      sampleRelease({ status: 'draft' }),
      true,
    ],
    ['two that cannot be read', sampleRelease({ title: 'a: b' }), sampleRelease({ title: 'c: d' }), true],
    ['a later embargo', embargoed('2027-01-01T00:00:00Z'), embargoed('2027-01-02T00:00:00Z'), false],
    [
      'the same embargo in another zone',
      embargoed('2027-01-01T01:00:00Z'),
      embargoed('2027-01-01T02:00:00+01:00'),
      true,
    ],
    ['two embargoes that nobody can read', embargoed('soon'), embargoed('[]'), true],
    ['an embargo that can be read at last', embargoed('2027-01-01 01:00'), embargoed('2027-01-01T01:00:00Z'), true],
    [
      'an embargo under its name',
      sampleRelease({ embargoed: '2027-01-01T01:00:00Z' }),
      embargoed('2027-01-01T01:00:00Z'),
      false,
    ],
    ['two embargoes that have passed', embargoed('2009-01-01T00:00:00Z'), embargoed('2009-01-02T00:00:00Z'), true],
  ])('%s: %#', (_, before, after, expected) => {
    expect(alike(before, after)).toBe(expected);
    expect(alike(after, before)).toBe(expected);
  });

  it.each([
    ['a title at last', sampleRelease({ title: undefined }), sampleRelease()],
    ['front matter that can be read', sampleRelease({ title: 'a: b' }), sampleRelease({ title: '"a: b"' })],
    [
      'with an embargo that has passed',
      sampleRelease({ title: 'a: b', embargo: '2009-01-01T00:00:00Z' }),
      sampleRelease({ title: '"a: b"', embargo: '2009-01-01T00:00:00Z' }),
    ],
  ])('a release that says it is public can be with %s; the other way round it is lost', (_, before, after) => {
    expect(alike(before, after)).toBe(true);
    expect(alike(after, before)).toBe(false);
  });

  it.each([
    ['a status that was no status', sampleRelease({ status: 'publishd' }), sampleRelease()],
    [
      'an embargo that could not be read',
      sampleRelease({ embargo: 'Monday' }),
      sampleRelease({ embargo: '2009-01-01T00:00:00Z' }),
    ],
    ['an embargo that is gone', sampleRelease({ title: 'a: b', embargo: '2999-01-01T00:00:00Z' }), sampleRelease()],
    [
      'an embargo that has become part of a text',
      sampleRelease({ title: '"Foo', summary: 'b' }).replace('date:', ' embargo: 2999-01-01T00:00:00Z\ndate:'),
      sampleRelease({ title: '"Foo', summary: 'b' }).replace('date:', ' embargo: 2999-01-01T00:00:00Z"\ndate:'),
    ],
  ])('a person has to look at %s', (_, before, after) => {
    expect(alike(before, after)).toBe(false);
  });
});
