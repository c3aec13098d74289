import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suspectKeys } from '../../src/model/suspect-keys.ts';

const meantBy = (key: string): string | undefined => suspectKeys([key], () => false)[0]?.meant;

describe('a key that was meant as another', () => {
  it.each([
    'embargo_until',
    'embargoUntil',
    'Embargo',
    'EMBARGO',
    'embrago',
    'embargoed',
    'pressEmbargo',
    'embago',
    'emargo',
    'imbargo',
    'embargo ',
    'em-bargo',
    'e.m.b.a.r.g.o',
    'émbargo',
    'ｅｍｂａｒｇｏ',
    'еmbаrgо',
    'ЕМВАRGО',
    'em\u200Bbar\u200Bgo\u200B',
    'embarg0',
    'emb\u00ADargo',
    'embar',
    'margo',
    'Embargo: until',
  ])('%j is taken for embargo', (key) => {
    expect(meantBy(key)).toBe('embargo');
  });

  it.each([
    'Status',
    'STATUS',
    'status ',
    'statuss',
    'stauts',
    'sttaus',
    'stats',
    'st atus',
    'ѕtаtuѕ',
    'ｓｔａｔｕｓ',
    'sta\u200Dtus',
    'státus',
    '_status_',
  ])('%j is taken for status', (key) => {
    expect(meantBy(key)).toBe('status');
  });

  it.each([
    'station',
    'static',
    'place',
    'embassy',
    'cargo',
    'emblem',
    'origin',
    'summary',
    'sources',
    'statistics',
    '',
    '—',
    'область',
    'toString',
    '__proto__',
  ])('%j is left to other rules', (key) => {
    expect(meantBy(key)).toBeUndefined();
  });

  it.each([
    ['Sperrfrist', 'embargo'],
    ['эмбарго', 'embargo'],
    ['publish_at', 'embargo'],
    ['publishAt', 'embargo'],
    ['hold-until', 'embargo'],
    ['releaseDate', 'embargo'],
    ['draft', 'status'],
    ['published', 'status'],
    ['State', 'status'],
  ])('may be called something else: %s', (key, meant) => {
    expect(suspectKeys([key], () => false)).toEqual([{ key, meant, isOtherName: true }]);
    expect(suspectKeys([key], () => true)).toEqual([]);
  });

  it('is told as it is written, known keys are left out, and the order stays', () => {
    const keys = ['id', 'Embargo', 'embargo', 'status', 'stauts', 'note'];
    expect(suspectKeys(keys, (key) => key === 'embargo' || key === 'status')).toEqual([
      { key: 'Embargo', meant: 'embargo', isOtherName: false },
      { key: 'stauts', meant: 'status', isOtherName: false },
    ]);
  });

  it('is found with any single slip, and any signs around and between', () => {
    const sign = fc.constantFrom('', '_', '-', ' ', '.', '\u200B', '\u00A0');
    const slip = fc.tuple(fc.nat(6), fc.constantFrom('drop', 'double', 'x'));
    fc.assert(
      fc.property(slip, fc.array(sign, { minLength: 9, maxLength: 9 }), fc.boolean(), ([at, kind], signs, isLoud) => {
        const letters = [...'embargo'];
        letters.splice(
          at,
          1,
          ...(kind === 'drop' ? [] : kind === 'double' ? [letters[at] ?? '', letters[at] ?? ''] : ['x']),
        );
        const key = letters.map((letter, index) => `${signs[index] ?? ''}${letter}`).join('') + (signs[8] ?? '');
        expect(meantBy(isLoud ? key.toUpperCase() : key)).toBe('embargo');
      }),
    );
  });
});
