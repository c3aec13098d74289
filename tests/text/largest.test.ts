/** What is spread over the arguments of a call ends the program where there is very much of it. */
import { describe, expect, it } from 'vitest';
import { rows } from '../../src/cli/terminal/sheet.ts';
import { splicePieces, wholeText } from '../../src/operations/fix-pieces.ts';
import { editsByFile } from '../../src/operations/fix-proposals.ts';
import { pretty } from '../../src/reporters/pretty.ts';
import { inheritedName } from '../../src/repository/inherited-names.ts';
import { largest } from '../../src/text/largest.ts';
import { unifiedDiff } from '../../src/text/unified-diff.ts';
import { inTreeOrder } from '../../src/vocabulary-formats/tree-order.ts';
import { diagnosticAt, reportOf } from '../reporters/reporting.ts';

const MANY = 200_000;
const many = <Value>(value: Value): Value[] => Array.from({ length: MANY }, () => value);

describe('largest', () => {
  it.each([
    [[], 0, 0],
    [[-5, -2, -3], -Infinity, -2],
    [[3, 9, 4], 0, 9],
    [[3, 9, 4], 20, 20],
  ])('of %j, but at least %d, is %d', (numbers, least, most) => {
    expect(largest(numbers, least)).toBe(most);
  });
});

describe('very many', () => {
  it('arguments would end the program', () => {
    expect(() => Math.max(...many(1))).toThrow(RangeError);
  });

  it('lines can be changed', () => {
    const text = many('a\n').join('');
    const patch = unifiedDiff('a.md', text, [{ start: 0, end: text.length, text: text.replaceAll('a', 'b') }]);
    expect(patch.split('\n').length).toBeGreaterThan(2 * MANY);
  });

  it('edits can be made in a file, in pieces of it', () => {
    const edits = Array.from({ length: MANY }, (_, at) => ({ start: 2 * at, end: 2 * at + 1, text: '' }));
    const pieces = splicePieces(wholeText(2 * MANY), edits);
    expect(pieces).toHaveLength(MANY);
    expect(splicePieces(pieces, [{ start: MANY - 1, end: MANY, text: 'x' }])).toHaveLength(MANY);
    const diagnostic = diagnosticAt('---\nid: a\n---\n', 'a');
    const proposal = { diagnostic, edits, fix: { title: 'T', safety: 'safe', edits: [] } } as const;
    expect([...editsByFile([proposal, proposal]).values()].map(({ length }) => length)).toEqual([2 * MANY]);
  });

  it('findings can be shown, and rows', () => {
    const text = '---\nid: a\n---\n';
    const found = many(diagnosticAt(text, 'a'));
    expect([...pretty.write(reportOf(text, found))].join('')).toContain(`${MANY} errors`);
    expect(rows(many({ cells: ['a'], text: 'b' }), { width: 80 })).toHaveLength(MANY);
  });

  it('concepts can stand under one, and schemas in a list', () => {
    const names = Array.from({ length: MANY }, (_, at) => `c${at}`);
    const above = new Map(names.map((name) => [name, ['top']]));
    expect(inTreeOrder(['top', ...names], above)).toHaveLength(MANY + 1);
    expect(inheritedName({ anyOf: many({ type: 'string' }) })).toBeUndefined();
    expect(inheritedName({ anyOf: many({ toString: 1 }) })).toBe('toString');
  });
});
