import { describe, expect, it } from 'vitest';
import { line } from '../../src/reporters/line.ts';
import { written } from './hostile-reports.ts';
import { diagnosticAt, reportOf } from './reporting.ts';

const text = '---\nid: a\nfields: [electoins, youth]\n---\n';

describe('line', () => {
  it('says place, degree, what is wrong and the rule, as grep and editors read it', () => {
    const findings = [
      diagnosticAt(text, 'electoins', { message: '«electoins» is not a term.', hint: 'Did you mean «elections»?' }),
      diagnosticAt(text, 'youth', { severity: 'info' }),
    ];
    expect(written(line, reportOf(text, findings, { displayPath: (path) => `../${path}` }))).toBe(
      '../releases/2009/a.md:3:10: error: «electoins» is not a term. Did you mean «elections»? [unknown-term]\n' +
        '../releases/2009/a.md:3:21: info: Something is wrong. [unknown-term]\n',
    );
  });

  it('is empty without findings', () => expect(written(line, reportOf(text, []))).toBe(''));

  it('keeps a finding on its line', () => {
    const finding = diagnosticAt(text, 'id', { message: 'a\nb\r\u2028c\u001B[2J', file: 'x\ny.md' });
    expect(written(line, reportOf(text, [finding]))).toBe(
      'x\\u{000A}y.md:2:1: error: a\\u{000A}b\\u{000D}\\u{2028}c\\u{001B}[2J [unknown-term]\n',
    );
  });
});
