import { describe, expect, it } from 'vitest';
import { asFirstItem, asItems, asList, onlyItem, withoutEmptyEntry, withoutItem } from '../../src/model/list-edits.ts';
import type { Manuscript, OffsetFix } from '../../src/model/manuscript.ts';
import { placeOf } from '../../src/model/places.ts';
import { spliced } from '../../src/text/spliced.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

type Edit = OffsetFix['edits'][number];

const repository = await repositoryInMemory({ 'taxonomy.yaml': 'version: 1\nfacets: {}\n' });

function manuscript(frontMatter: string): Manuscript {
  return repository.manuscriptFrom('releases/a.md', new TextEncoder().encode(`---\n${frontMatter}\n---\nText.\n`));
}

/** The front matter with an edit made; undefined where there is none. */
function edited({ text, block }: Manuscript, ...edits: (Edit | undefined)[]): string | undefined {
  const made = edits.filter((edit) => edit !== undefined);
  if (made.length === 0) return undefined;
  return spliced(text, made).slice(block.start, -'---\nText.\n'.length).trimEnd();
}

describe('an item is taken out of a list', () => {
  it.each([
    ['a: [x, y, z]', 0, 'a: [y, z]'],
    ['a: [x, y, z]', 1, 'a: [x, z]'],
    ['a: [x, y, z]', 2, 'a: [x, y]'],
    ['a: ["x, y", z ]', 1, 'a: ["x, y" ]'],
    ['a: [\n  x, # one\n  y # two\n]', 1, 'a: [\n  x, # one\n  # two\n]'],
    ['a: [\n  x, # one\n  y # two\n]', 0, 'a: [\n  # one\n  y # two\n]'],
    ['a: [\n  x,\n  y,\n]', 0, 'a: [\n  y,\n]'],
    ['a:\n  - x # one\n  - y # two\n  # three\n  - z', 1, 'a:\n  - x # one\n  # three\n  - z'],
    ['a:\n  - x\n  - y', 0, 'a:\n  - y'],
    ['a:\n- x\n-   "y"\nb: z', 1, 'a:\n- x\nb: z'],
    ['a:\r\n  - x\r\n  - y\r\n  - z', 1, 'a:\r\n  - x\r\n  - z'],
    ['a: [x]', 0, undefined],
    ['a: [x]', 1, undefined],
    ['a: [x]', 5, undefined],
    ['a:\n  - x\n  - y\n    z', 1, undefined],
    ['a:\n  - x\n  - k: y\n    l: z', 1, undefined],
  ])('%j at %i', (text, index, expected) => {
    const source = manuscript(text);
    expect(edited(source, withoutItem(source, ['a'], index))).toBe(expected);
  });
});

describe('one item stays of a list', () => {
  it.each([
    ['a: [x, "y"]', 1, 'a: "y"'],
    ['a:\n  - x\n  - y\nb: z', 0, 'a: x\nb: z'],
    ['a:\n- x\n- y', 1, 'a: y'],
    ['a: [\n  x,\n  y\n]', 0, 'a: x'],
    ['a:\n  - x # a note\n  - y', 0, undefined],
    ['a: [x]', 3, undefined],
    ['b: [x]', 0, undefined],
  ])('%j at %i', (text, index, expected) => {
    const source = manuscript(text);
    expect(edited(source, onlyItem(source, ['a'], index))).toBe(expected);
  });
});

describe('a value becomes a list', () => {
  it.each([
    ['a: x', 'a: [x]'],
    ['a: "x, y"', 'a: ["x, y"]'],
    ['a: x, y', 'a: ["x, y"]'],
    ['a: |\n  x', undefined],
    ['a: x\n  y', undefined],
  ])('%j', (text, expected) => {
    const source = manuscript(text);
    expect(edited(source, asList(source, placeOf(source, ['a'])))).toBe(expected);
  });

  it.each([
    ['a: x', ['a'], 'a: [y, z]'],
    ['a: [w, x]', ['a', 1], 'a: [w, y, z]'],
    ['a: [x]', ['a', 0], 'a: [y, z]'],
    ['a:\n  - w\n  - x', ['a', 1], 'a:\n  - w\n  - y\n  - z'],
  ])('of several items: %j', (text, path, expected) => {
    const source = manuscript(text);
    expect(edited(source, asItems(source, placeOf(source, path), ['y', 'z']))).toBe(expected);
  });

  it.each([
    ['a: {b: x, c: y}', 'a: [{b: x, c: y}]'],
    ['a:\n  b: x\n  # a note\n\n  c: |\n    y\nd: z', 'a:\n  - b: x\n    # a note\n\n    c: |\n      y\nd: z'],
    ['a:\r\n  b: x\r\n  c: y', 'a:\r\n  - b: x\r\n    c: y'],
    ['a: {b: x,\n  c: y}', undefined],
  ])('of one group: %j', (text, expected) => {
    const source = manuscript(text);
    const edits = asFirstItem(source, placeOf(source, ['a'])) ?? [];
    const result = edited(source, ...edits);
    expect(result).toBe(expected);
    if (result !== undefined) expect(manuscript(result).data?.['a']).toEqual([source.data?.['a']]);
  });
});

describe('an empty entry is taken out', () => {
  it.each([
    ['a:\nb: x', 'b: x'],
    ['b: x\na: ""', 'b: x'],
    ["a: '  '\nb: x", 'b: x'],
    ['a: ~\nb: x', 'b: x'],
    ['a: null \r\nb: x', 'b: x'],
    ['a: # to come\nb: x', undefined],
    ['b: {a: ""}', undefined],
  ])('%j', (text, expected) => {
    const source = manuscript(text);
    expect(edited(source, withoutEmptyEntry(source, text.startsWith('b: {') ? ['b', 'a'] : ['a']))).toBe(expected);
  });
});
