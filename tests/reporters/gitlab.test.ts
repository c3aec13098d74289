import { describe, expect, it } from 'vitest';
import { gitlab } from '../../src/reporters/gitlab.ts';
import { areSchemasHere, jsonJudge, missing } from './judges.ts';
import { manyFindings, written } from './hostile-reports.ts';
import { diagnosticAt, reportOf } from './reporting.ts';

const text = '---\nid: a\nfields: [electoins, youth]\n---\n';
const judge = jsonJudge('gitlab/code-quality.json');
const findings = [
  diagnosticAt(text, 'electoins', { hint: 'Did you mean «elections»?' }),
  diagnosticAt(text, 'youth', { severity: 'warning' }),
  diagnosticAt(text, 'id', { severity: 'info' }),
];

interface Entry {
  readonly fingerprint: string;
}

describe('gitlab', () => {
  it('says of each finding what, where and how bad', () => {
    const report = JSON.parse(
      written(gitlab, reportOf(text, findings, { hostPath: (file) => `press/${file}` })),
    ) as unknown;
    expect(report).toMatchObject([
      {
        description: 'Something is wrong. Did you mean «elections»?',
        check_name: 'unknown-term',
        severity: 'major',
        location: { path: 'press/releases/2009/a.md', lines: { begin: 3, end: 3 } },
      },
      { severity: 'minor' },
      { severity: 'info', location: { lines: { begin: 2 } } },
    ]);
  });

  it('is an empty list without findings', () => expect(written(gitlab, reportOf(text, []))).toBe('[]\n'));

  it('has no fingerprint twice, because the second would be dropped', () => {
    const report = JSON.parse(written(gitlab, manyFindings(6000))) as Entry[];
    expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(6000);
    const twins = JSON.parse(written(gitlab, reportOf(text, [findings[0]!, { ...findings[0]! }]))) as Entry[];
    expect(new Set(twins.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it.skipIf(!areSchemasHere)(`is valid by its schema${missing}`, () => {
    for (const input of [reportOf(text, []), reportOf(text, findings)])
      expect(judge(JSON.parse(written(gitlab, input)))).toBe('valid');
    expect(judge([{}])).not.toBe('valid');
  });
});
