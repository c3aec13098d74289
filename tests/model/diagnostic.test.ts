import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText, inReportOrder, severities, summarise, type Diagnostic } from '../../src/model/diagnostic.ts';

const at = (line: number, column: number): Diagnostic['range'] => ({
  start: { line, column, offset: 0 },
  end: { line, column, offset: 0 },
});
const finding = (
  file: string,
  line: number,
  column: number,
  rule = 'a',
  more: Partial<Diagnostic> = {},
): Diagnostic => ({ rule, severity: 'error', file, range: at(line, column), message: 'm', ...more });

describe('the order of a report', () => {
  it('is by file, line, column, rule', () => {
    const inOrder = [
      finding('a.md', 1, 1, 'a'),
      finding('a.md', 1, 1, 'b'),
      finding('a.md', 1, 2),
      finding('a.md', 2, 1),
      finding('a.md', 10, 1),
      finding('b.md', 1, 1),
      finding('a.md/x', 1, 1),
    ].sort((a, b) => compareText(a.file, b.file));
    fc.assert(
      fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (shuffled) => {
        expect([...shuffled].sort(inReportOrder)).toEqual(inOrder);
      }),
    );
  });

  it('is the same on every machine: by code unit, not by language', () => {
    expect(['ä', 'z', 'a', 'Z', 'Я', '🙂'].sort(compareText)).toEqual(['Z', 'a', 'z', 'ä', 'Я', '🙂']);
    expect(compareText('a', 'a')).toBe(0);
  });
});

describe('a summary', () => {
  it('counts findings by severity, and those that are mended without thought', () => {
    const edits = [] as const;
    const all = [
      finding('a', 1, 1, 'x', { fix: { title: 't', safety: 'safe', edits } }),
      finding('a', 1, 1, 'x', { severity: 'warning', fix: { title: 't', safety: 'review', edits } }),
      finding('a', 1, 1, 'x', { severity: 'warning' }),
      finding('a', 1, 1, 'x', { severity: 'info' }),
    ];
    expect(summarise(all, 7)).toEqual({ files: 7, errors: 1, warnings: 2, infos: 1, fixable: 1 });
    expect(summarise([], 0)).toEqual({ files: 0, errors: 0, warnings: 0, infos: 0, fixable: 0 });
    expect(severities).toEqual(['error', 'warning', 'info']);
  });
});
