import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSentenceCase, spellingsOf } from '../../src/text/sentence-case.ts';

const plain = (): undefined => undefined;

describe('inSentenceCase', () => {
  it.each([
    ['COURSE OPENS IN BAKU', 'Course opens in baku'],
    ['COURSE OPENS. WHO MAY COME?', 'Course opens. Who may come?'],
    ['“COURSE OPENS”', '“Course opens”'],
    ['OBSERVERS’ COURSE: A START', 'Observers’ course: a start'],
    ['McDONALD OPENS', 'McDONALD opens'],
    ['КУРС ОТКРЫЛСЯ', 'Курс открылся'],
    ['2009: 15 PEOPLE', '2009: 15 people'],
    ['', ''],
  ])('makes %s %s', (text, expected) => {
    expect(inSentenceCase(text, plain)).toBe(expected);
  });

  it('spells words as it is told, also the parts of one', () => {
    const known = new Map([
      ['baku', 'Baku'],
      ['un', 'UN'],
      ['ipad', 'iPad'],
    ]);
    const spell = (word: string): string | undefined => known.get(word);
    expect(inSentenceCase('A UN-LED COURSE IN BAKU', spell)).toBe('A UN-led course in Baku');
    expect(inSentenceCase('BAKU’S OWN', spell)).toBe('Baku’s own');
    expect(inSentenceCase('IPAD COURSE', spell)).toBe('IPad course');
  });

  it('changes nothing but capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(inSentenceCase(text, plain).toUpperCase()).toBe(text.toUpperCase());
      }),
    );
  });
});

describe('spellingsOf', () => {
  it('takes words from within sentences, and small letters before capitals', () => {
    const found = spellingsOf(
      'Observers came from Baku with the OSCE.\nTrust is all. “Most” of them trust the State, the state.',
    );
    expect([...found].filter(([small, word]) => small !== word)).toEqual([
      ['baku', 'Baku'],
      ['osce', 'OSCE'],
    ]);
    expect(found.get('trust')).toBe('trust');
    expect(found.get('state')).toBe('state');
    expect(found.has('observers')).toBe(false);
    expect(found.has('most')).toBe(false);
  });
});
