import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { severities, type Diagnostic } from '../../src/model/diagnostic.ts';
import { github } from '../../src/reporters/github.ts';
import { terminalSafe } from '../../src/text/terminal-safe.ts';
import { obeyed, type Order } from '../support/github-runner.ts';
import { hostileReports, manyFindings, written } from './hostile-reports.ts';
import { diagnosticAt, reportOf } from './reporting.ts';

const text = '---\nid: a\nfields: [electoins, youth]\n---\n';
const names = { error: 'error', warning: 'warning', info: 'notice' };

function orderOf({ severity, file, range, message, hint, rule }: Diagnostic): Order {
  const { start, end } = range;
  const columns = start.line === end.line ? { col: String(start.column), endColumn: String(end.column) } : {};
  return {
    name: names[severity],
    properties: {
      file: terminalSafe(file),
      line: String(start.line),
      endLine: String(end.line),
      ...columns,
      title: rule,
    },
    text: [message, ...(hint === undefined ? [] : [hint])].map(terminalSafe).join('\n'),
  };
}

describe('github', () => {
  it('writes an order for each finding, errors first, and then how many there are', () => {
    const findings = [
      diagnosticAt(text, 'id', { severity: 'info' }),
      diagnosticAt(text, 'electoins', { severity: 'warning', hint: 'Did you mean «elections»?' }),
      diagnosticAt(text, '[electoins, youth]\n-', { file: 'releases/50%, a: b.md' }),
    ];
    expect(written(github, reportOf(text, findings, { hostPath: (file) => `press/${file}` }))).toBe(
      '::error file=press/releases/50%25%2C a%3A b.md,line=3,endLine=4,title=unknown-term::Something is wrong.\n' +
        '::warning file=press/releases/2009/a.md,line=3,endLine=3,col=10,endColumn=19,title=unknown-term::' +
        'Something is wrong.%0ADid you mean «elections»?\n' +
        '::notice file=press/releases/2009/a.md,line=2,endLine=2,col=1,endColumn=3,title=unknown-term::Something is wrong.\n' +
        '31 files: 1 error, 1 warning, 1 info.\n',
    );
  });

  it('is told apart, and gives orders', () => {
    expect(github).toMatchObject({
      id: 'github',
      summary: 'For GitHub Actions: an annotation for each finding, errors first',
      givesOrders: true,
    });
  });

  it('says the counts alone when nothing is wrong', () => {
    expect(written(github, reportOf(text, []))).toBe('31 files: nothing wrong.\n');
  });

  it('says that GitHub shows few of many', () => {
    const report = written(github, manyFindings(33)).trimEnd().split('\n');
    expect(report).toHaveLength(34);
    expect(report.at(-1)).toBe('31 files: 11 errors, 11 warnings, 11 infos. GitHub shows the first 10 of each kind.');
    const errors = Array.from({ length: 11 }, () => diagnosticAt(text, 'id'));
    expect(written(github, reportOf(text, errors))).toContain('GitHub shows the first 10');
    expect(written(github, manyFindings(30))).not.toContain('GitHub shows');
  });

  it('is read by the runner as the findings and nothing else, whatever they hold', () => {
    fc.assert(
      fc.property(hostileReports, (input) => {
        const wanted = severities.flatMap((severity) =>
          input.diagnostics.filter((each) => each.severity === severity).map(orderOf),
        );
        const report = written(github, input);
        expect(obeyed(report)).toEqual(wanted);
        expect(report.split('\n')).toHaveLength(wanted.length + 2);
      }),
      { numRuns: 1000 },
    );
  });
});
