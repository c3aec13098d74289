import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agencyFileName } from '../../../../src/formats/rendering/agencies/agency-file-name.ts';

/** What `schemas/release.schema.json` takes for an id, and among them many that look alike. */
const ids = fc
  .array(fc.constantFrom('a', 'b', '.a', '_', '._', '-', '.-', 'con'), { minLength: 1, maxLength: 6 })
  .map((parts) => `a${parts.join('')}`);

describe('the name of an item’s file', () => {
  it.each([
    ['2009-11-16-baku.ru', /^2009-11-16-baku\.ru$/],
    ['annual_report', /^annual-report\.\.[0-9a-f]{8}-[0-9a-f]{4}$/],
    ['con', /^con\.\.[0-9a-f]{8}-[0-9a-f]{4}$/],
    ['_'.repeat(128), /^item\.\.[0-9a-f]{8}-[0-9a-f]{4}$/],
    ['../Ä/x', /^x\.\.[0-9a-f]{8}-[0-9a-f]{4}$/],
    ['', /^item\.\.[0-9a-f]{8}-[0-9a-f]{4}$/],
  ])('of «%s»', (id, name) => {
    expect(agencyFileName(id)).toMatch(name);
  });

  it('has nothing but small letters, digits, dots and hyphens, and is no longer than file systems allow', () => {
    fc.assert(
      fc.property(fc.oneof(ids, fc.string({ unit: 'binary', maxLength: 300 })), (id) => {
        expect(agencyFileName(id)).toMatch(/^[a-z0-9][a-z0-9.-]{0,179}$/);
      }),
    );
  });

  it('is never that of another id', () => {
    fc.assert(
      fc.property(fc.uniqueArray(ids, { minLength: 2 }), (several) => {
        expect(new Set(several.map(agencyFileName)).size).toBe(several.length);
      }),
    );
  });
});
