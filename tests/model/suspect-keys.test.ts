import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suspectKeys, suspectKeysIn } from '../../src/model/suspect-keys.ts';

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
    ['publish_time', 'embargo'],
    ['scheduled_for', 'embargo'],
    ['draft', 'status'],
    ['published', 'status'],
    ['State', 'status'],
    ['do_not_publish', 'status'],
    ['public', 'status'],
    ['статус', 'status'],
    ['visible-from', 'embargo'],
    ['drаft', 'status'],
    ['hоld', 'status'],
  ])('may be called something else: %s', (key, meant) => {
    expect(suspectKeys([key], () => false)).toEqual([{ key, meant, isOtherName: true }]);
    expect(suspectKeys([key], () => true)).toEqual([]);
  });

  it.each([
    ...[...'еєε'].map((letter) => `press_${letter}mbargo_until`),
    ...[...'мμ'].map((letter) => `press_e${letter}bargo_until`),
    ...[...'вьβ'].map((letter) => `press_em${letter}argo_until`),
    ...[...'аαɑ'].map((letter) => `press_emb${letter}rgo_until`),
    'press_embaгgo_until',
    ...[...'ɡԍ'].map((letter) => `press_embar${letter}o_until`),
    'e\u0301m\u0301b\u0301argo',
    'e+m=b$argo',
  ])('is seen through letters that look alike: %j', (key) => {
    expect(meantBy(key)).toBe('embargo');
  });

  it.each(['sτaτus', 'sтaтus', 'ѕtatuѕ', 'ѕtatυs', 'ѕtatսs', 'statцus'])('%j looks like status', (key) => {
    expect(meantBy(key)).toBe('status');
  });

  it('is told once, where a group under it has another', () => {
    expect(suspectKeysIn({ Embargo: { status: 'hold' } }, () => false)).toEqual([
      { key: 'Embargo', meant: 'embargo', isOtherName: false },
    ]);
  });

  it.each(['эмбарго_до', 'эмбарго до', 'ембарго', 'sperrfrist_bis', 'Embargo-Zeit'])(
    'is seen in a part of «%s»',
    (key) => {
      expect(meantBy(key)).toBe('embargo');
    },
  );

  it('is seen in a group that nobody knows, and not in one that somebody does', () => {
    const data = { meta: { author: 'A', embargo: '2999' }, contacts: [{ name: 'status' }], other: { colour: 'red' } };
    expect(suspectKeysIn(data, (key) => key === 'contacts')).toEqual([
      { key: 'meta', meant: 'embargo', isOtherName: false, inside: 'embargo' },
    ]);
    expect(suspectKeysIn(data, () => true)).toEqual([]);
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
