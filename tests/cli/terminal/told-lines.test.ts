import { describe, expect, it } from 'vitest';
import { toldLines } from '../../../src/cli/terminal/told-lines.ts';

describe('what press says', () => {
  it('ends with a line break, once', () => {
    expect(toldLines('One.', {})).toBe('One.\n');
    expect(toldLines('One.\nTwo.\n', {})).toBe('One.\nTwo.\n');
  });

  it('is broken at words on a terminal, and stands as far in as it began', () => {
    expect(toldLines('  To tell them: press withdraw x --was-public', { isTTY: true, columns: 24 })).toBe(
      '  To tell them: press\n  withdraw x\n  --was-public\n',
    );
  });

  it('is left whole in a pipe, where nobody knows how wide, and where it has colours', () => {
    const long = 'word '.repeat(40).trim();
    expect(toldLines(long, { columns: 20 })).toBe(`${long}\n`);
    expect(toldLines(long, { isTTY: true })).toBe(`${long}\n`);
    expect(toldLines(long, { isTTY: true, columns: 0 })).toBe(`${long}\n`);
    expect(toldLines(`\u001B[2m${long}\u001B[0m`, { isTTY: true, columns: 20 })).toBe(`\u001B[2m${long}\u001B[0m\n`);
  });
});
