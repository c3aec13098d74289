import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { makeRelease } from '../../src/model/make-release.ts';
import type { Range } from '../../src/model/text-range.ts';
import { validate } from '../../src/operations/validate.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { rules } from '../../src/rules/index.ts';
import { testNow } from './example-repository.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

const other = sampleRelease({ id: '2009-11-16-other', slug: 'other' });
const repository = await repositoryInMemory({
  'taxonomy.yaml': shippedTaxonomy,
  'releases/2009/2009-11-16-other.md': other,
});

function findings(text: string): readonly Diagnostic[] {
  const unsaved = [repository.manuscriptFrom(samplePath, Buffer.from(text))];
  return validate(repository, { rules, levels: new Map(), unsaved, paths: [samplePath], now: testNow }).diagnostics;
}

/** What keeps a release out must be said, or nobody would know why it is missing. */
function expectToldWhenRefused(text: string): void {
  const manuscript = repository.manuscriptFrom(samplePath, Buffer.from(text));
  if (makeRelease(manuscript, repository) !== undefined) return;
  expect(findings(text).map(({ severity }) => severity)).toContain('error');
}

function expectInside(range: Range, text: string): void {
  const { start, end } = range;
  expect(start.offset).toBeGreaterThanOrEqual(0);
  expect(end.offset).toBeGreaterThanOrEqual(start.offset);
  expect(end.offset).toBeLessThanOrEqual(text.length);
  expect(Math.min(start.line, start.column, end.line, end.column)).toBeGreaterThanOrEqual(1);
  expect(end.line > start.line || end.column >= start.column).toBe(true);
  expect(end.line).toBeLessThanOrEqual(text.split('\n').length);
}

function expectSound(text: string): void {
  expectToldWhenRefused(text);
  for (const { range, fix, related = [], message, hint, file } of findings(text)) {
    expect(file).toBe(samplePath);
    expect(message).not.toBe('');
    expect(hint).not.toBe('');
    expectInside(range, text);
    for (const edit of fix?.edits ?? []) expectInside(edit.range, text);
    for (const place of related) expectInside(place.range, place.file === samplePath ? text : other);
  }
}

/** Scraps that front matter and datelines are made of, and what hurts them. */
const scrap = fc.oneof(
  fc.constantFrom(
    '---',
    '\n',
    '\r\n',
    ': ',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '- ',
    '#',
    '\t',
    '\u0000',
    '\uFEFF',
    '\u202E',
    '🎈',
    'é',
    '\u2028',
  ),
  fc.constantFrom(
    'elections',
    'Elections',
    'electoins',
    'baku',
    'zagreb',
    'null',
    '2009-02-30',
    '__proto__',
    'embargo',
    'status',
    'fields',
    'BAKU, 17 November',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

/** The sample with some stretches replaced by scraps. */
const mutated = fc
  .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(20), scrap), { minLength: 1, maxLength: 4 })
  .map((cuts) => {
    let text = sampleRelease({
      countries: '[azerbaijan]',
      related: '[2009-11-16-other]',
      corrections: '[{date: 2009-11-17, kind: update, note: n}]',
    });
    for (const [where, length, put] of cuts) {
      const at = Math.floor(where * text.length);
      text = text.slice(0, at) + put + text.slice(at + length);
    }
    return text.toWellFormed();
  });

describe('every finding lies inside its text', () => {
  it('in a sample that was tampered with', () => {
    fc.assert(fc.property(mutated, expectSound), { numRuns: 1500 });
  });

  it('in any text at all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.toWellFormed()),
        expectSound,
      ),
      { numRuns: 500 },
    );
  });

  it('in any values of the known keys', () => {
    const value = fc.array(scrap, { maxLength: 5 }).map((scraps) => scraps.join(''));
    const key = fc.constantFrom(
      'id',
      'title',
      'date',
      'place',
      'source',
      'fields',
      'status',
      'embargo',
      'related',
      'contacts',
      'type',
      'slug',
      'lang',
    );
    const changes = fc.dictionary(key, value, { maxKeys: 4 });
    fc.assert(
      fc.property(changes, (each) => expectSound(sampleRelease(each).toWellFormed())),
      { numRuns: 1000 },
    );
  });
});
