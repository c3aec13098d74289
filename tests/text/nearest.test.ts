import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, nearest } from '../../src/text/nearest.ts';

const FIELDS = [
  'education',
  'elections',
  'economic-activities',
  'gender-equality',
  'media-freedom-and-development',
  'youth',
];

describe('slips between two words', () => {
  it.each([
    ['embargo', 'embargo', 0],
    ['embrago', 'embargo', 1],
    ['mebargo', 'embargo', 1],
    ['embarog', 'embargo', 1],
    ['embargos', 'embargo', 1],
    ['embago', 'embargo', 1],
    ['stauts', 'status', 1],
    ['tsauts', 'status', 4],
    ['ab', 'ba', 1],
    ['', 'abc', 3],
  ])('%s → %s: %i', (a, b, slips) => {
    expect(distance(a, b)).toBe(slips);
  });

  it('does not compare what is no word', () => {
    expect(distance('a'.repeat(64), 'b'.repeat(64))).toBe(64);
    expect(distance('a'.repeat(65), 'a')).toBe(Infinity);
    expect(distance('a', 'a'.repeat(65))).toBe(Infinity);
  });

  it('is the same in both directions, and 0 only for the same word', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(a === b);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what somebody may have meant', () => {
  it.each([
    ['electoins', ['elections']],
    ['Elections', ['elections']],
    ['eduction', ['education']],
    ['elect', ['elections']],
    ['econ', ['economic-activities']],
    ['gender equality', ['gender-equality']],
    ['gender_equalty', ['gender-equality']],
    ['YOUTHS', ['youth']],
    ['yo', []],
    ['policing', []],
    ['', []],
    ['—', []],
    ['x'.repeat(65), []],
  ])('%j: %j', (word, meant) => {
    expect(nearest(word, FIELDS)).toEqual(meant);
  });

  it('puts the nearest first and equally near ones in their order', () => {
    expect(nearest('batum', ['bakum', 'batumi', 'batum', 'satum', 'datum'], 4)).toEqual([
      'batum',
      'bakum',
      'batumi',
      'satum',
    ]);
  });

  it('leaves out what is much farther than the nearest', () => {
    expect(nearest('abcdefghi', ['abcdefxyz', 'abcdefgxy', 'abcdefghx'])).toEqual(['abcdefghx', 'abcdefgxy']);
    expect(nearest('abcdefghi', ['abcdefghx', 'abcdefgxy', 'abcdefxyz'])).toEqual(['abcdefghx', 'abcdefgxy']);
    expect(nearest('abcdefghi', ['abcdefxyz'])).toEqual(['abcdefxyz']);
  });

  it('answers three at most unless told otherwise, each once', () => {
    const candidates = ['vienne', 'vienno', 'vienna', 'viennu', 'vienna'];
    expect(nearest('viennx', candidates)).toEqual(['vienne', 'vienno', 'vienna']);
    expect(nearest('viennx', candidates, 9)).toEqual(['vienne', 'vienno', 'vienna', 'viennu']);
    expect(nearest('viennx', candidates, 0)).toEqual([]);
  });

  it('allows about a third of the word, one at least and four at most', () => {
    expect(nearest('en', ['es', 'fr'])).toEqual(['es']);
    expect(nearest('abcdef', ['abcdxy', 'abcxyz'])).toEqual(['abcdxy']);
    expect(nearest('a', ['b'])).toEqual([]);
    const word = 'organisational structure';
    expect(nearest(word, ['1234nisational structure', '12345isational structure'])).toEqual([
      '1234nisational structure',
    ]);
  });

  it('compares accents and scripts as the vocabulary does', () => {
    expect(nearest('Turkiye', ['Türkiye'])).toEqual(['Türkiye']);
    expect(nearest('вибори', ['выборы'])).toEqual(['выборы']);
  });

  it('never takes a long candidate, an empty one or a name of Object.prototype for something else', () => {
    expect(nearest('constructo', ['constructor', 'x'.repeat(65), '', '!'])).toEqual(['constructor']);
    expect(nearest('__proto__', ['proto'])).toEqual(['proto']);
  });
});
