import { describe, expect, it } from 'vitest';
import { costTable } from '../../../src/cli/terminal/rule-costs.ts';

const cost = (rule: string, milliseconds: number, findings = 0) => ({ rule, milliseconds, findings });

describe('the table of what rules cost', () => {
  it('has a row for every rule, and one for all', () => {
    expect(costTable([cost('hype', 7.54, 3), cost('schema', 2.46)])).toBe(
      [
        '       ms  share  findings  rule',
        '      7.5   75 %         3  hype',
        '      2.5   25 %         0  schema',
        '     10.0  100 %            all rules',
      ].join('\n'),
    );
  });

  it('adds up what would not be looked at', () => {
    const many = Array.from({ length: 20 }, (_, index) => cost(`rule-${index}`, 1, 2));
    const lines = costTable(many).split('\n');
    expect(lines).toHaveLength(18);
    expect(lines.at(-2)).toBe('      5.0   25 %        10  5 other rules');
  });

  it('divides nothing by nothing', () => {
    expect(costTable([cost('hype', 0)])).toContain('–');
    expect(costTable([]).split('\n')).toHaveLength(2);
  });
});
