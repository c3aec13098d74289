import { describe, expect, it } from 'vitest';
import { checkstyle } from '../../src/reporters/checkstyle.ts';
import { areSchemasHere, missing, xmlJudge } from './judges.ts';
import { manyFindings, written } from './hostile-reports.ts';
import { diagnosticAt, reportOf } from './reporting.ts';

const text = '---\nid: a\nfields: [electoins, youth]\n---\n';
const judge = xmlJudge('checkstyle/checkstyle.rng');
const findings = [
  diagnosticAt(text, 'electoins', { hint: 'Did you mean "elections"?' }),
  diagnosticAt(text, 'youth', { severity: 'warning' }),
  diagnosticAt(text, 'id', { severity: 'info', file: 'releases/b & c.md' }),
];

describe('checkstyle', () => {
  it('lists the findings of each file that has some', () => {
    expect(written(checkstyle, reportOf(text, findings))).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<checkstyle version="4.3">',
        '  <file name="releases/2009/a.md">',
        '    <error line="3" column="10" severity="error" message="Something is wrong. Did you mean &quot;elections&quot;?" source="press.unknown-term"/>',
        '    <error line="3" column="21" severity="warning" message="Something is wrong." source="press.unknown-term"/>',
        '  </file>',
        '  <file name="releases/b &amp; c.md">',
        '    <error line="2" column="1" severity="info" message="Something is wrong." source="press.unknown-term"/>',
        '  </file>',
        '</checkstyle>',
        '',
      ].join('\n'),
    );
  });

  it('is an empty document without findings', () => {
    expect(written(checkstyle, reportOf(text, []))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n</checkstyle>\n',
    );
  });

  it.skipIf(!areSchemasHere)(`is valid by its schema${missing}`, () => {
    for (const input of [reportOf(text, []), reportOf(text, findings), manyFindings(6000)])
      expect(judge(written(checkstyle, input))).toBe('valid');
    expect(judge('<checkstyle><file/></checkstyle>')).not.toBe('valid');
  });
});
