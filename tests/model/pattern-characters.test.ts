import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misfit } from '../../src/model/pattern-characters.ts';

const schema = readFileSync(new URL('../../schemas/release.schema.json', import.meta.url), 'utf8');
const shipped = [...schema.matchAll(/"pattern": (".*")/g)].map(([, pattern = '']) => JSON.parse(pattern) as string);

describe('misfit', () => {
  it.each([
    ['Baku sessions', '^[a-z0-9]+(?:-[a-z0-9]+)*$', 'B'],
    ['baku sessions', '^[a-z0-9]+(?:-[a-z0-9]+)*$', ' '],
    ['baku_sessions', '^[a-z0-9]+(?:-[a-z0-9]+)*$', '_'],
    ['en_GB', '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$', '_'],
    ['https://a b', '^https?://[^\\s\\p{Cc}<>"]+$', ' '],
    ['a😀', '^[a-z]+$', '😀'],
    ['a]', '^[a\\]]+$', undefined],
    ['a{', '^a\\{$', undefined],
    ['Ж', '^\\p{Lu}$', undefined],
    ['ж', '^\\p{Lu}$', 'ж'],
    ['--', '^[a-z]+(?:-[a-z]+)*$', undefined],
    ['', '^[a-z]+$', undefined],
  ])('of %j in %j is %j', (text, pattern, expected) => {
    expect(misfit(text, pattern)).toBe(expected);
  });

  it.each(['^.+$', '^(?=a)b$', '^(?!a)b$', '^(?<x>a)$', '(a)\\1', '[z-a]', '\\p{Nothing}', `[a]${'b'.repeat(1000)}`])(
    'says nothing of %j, which is no matter of single characters or not understood',
    (pattern) => {
      expect(misfit('#', pattern)).toBeUndefined();
    },
  );

  it('never blames a character of a text that the pattern takes', () => {
    expect(shipped.length).toBeGreaterThan(10);
    for (const pattern of shipped)
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme', maxLength: 10 }), fc.webUrl(), (random, url) => {
          for (const text of [random, url, 'abc-1', 'en-GB', 'a@b.org', 'image/png'])
            if (new RegExp(pattern, 'u').test(text)) expect(misfit(text, pattern)).toBeUndefined();
        }),
        { numRuns: 50 },
      );
  });
});
