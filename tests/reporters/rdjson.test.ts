import { describe, expect, it } from 'vitest';
import { rdjson } from '../../src/reporters/rdjson.ts';
import { areSchemasHere, jsonJudge, missing } from './judges.ts';
import { manyFindings, written } from './hostile-reports.ts';
import { diagnosticAt, reportOf } from './reporting.ts';

const text = '---\nid: a\n🎈 Türkiye: [electoins, youth]\n---\n';
const judge = jsonJudge('rdjson/DiagnosticResult.json');
const { range } = diagnosticAt(text, 'electoins');
const fix = (...words: string[]): NonNullable<Parameters<typeof diagnosticAt>[2]>['fix'] & object => ({
  title: 'Replace',
  safety: 'safe',
  edits: words.map((word) => ({ range, text: word })),
});
const findings = [
  diagnosticAt(text, 'electoins', {
    hint: 'Did you mean «elections»?',
    fix: fix('elections'),
    alternatives: [fix('election')],
    related: [{ file: 'releases/b.md', range, message: 'Here too.' }],
  }),
  diagnosticAt(text, 'youth', { severity: 'warning', fix: fix('two', 'edits') }),
  diagnosticAt(text, 'id', { severity: 'info' }),
];

// «🎈 Türkiye: [» is 13 code units, and 4 bytes for the balloon and 2 for «ü» make 16 bytes of it.
const bytes = { start: { line: 3, column: 17 }, end: { line: 3, column: 26 } };

describe('rdjson', () => {
  it('counts columns in bytes, and offers what mends a finding', () => {
    const report = JSON.parse(
      written(rdjson, reportOf(text, findings, { hostPath: (file) => `press/${file}` })),
    ) as unknown;
    expect(report).toEqual({
      source: { name: 'press' },
      diagnostics: [
        {
          message: 'Something is wrong. Did you mean «elections»?',
          location: { path: 'press/releases/2009/a.md', range: bytes },
          severity: 'ERROR',
          code: { value: 'unknown-term' },
          suggestions: [
            { range: bytes, text: 'elections' },
            { range: bytes, text: 'election' },
          ],
          related_locations: [{ message: 'Here too.', location: { path: 'press/releases/b.md', range: bytes } }],
        },
        // Two edits that belong together are no two suggestions.
        expect.not.objectContaining({ suggestions: expect.anything() as unknown }) as unknown,
        expect.objectContaining({ severity: 'INFO' }) as unknown,
      ],
    });
  });

  it('is a document without findings', () => {
    expect(written(rdjson, reportOf(text, []))).toBe('{"source":{"name":"press"},"diagnostics":[]}\n');
  });

  it.skipIf(!areSchemasHere)(`is valid by its schema${missing}`, () => {
    for (const input of [reportOf(text, []), reportOf(text, findings), manyFindings(6000)])
      expect(judge(JSON.parse(written(rdjson, input)))).toBe('valid');
    expect(judge({ diagnostics: [{ severity: 'BAD' }] })).not.toBe('valid');
  });
});
