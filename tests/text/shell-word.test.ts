import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellPath, shellWord } from '../../src/text/shell-word.ts';

describe('a word for the shell', () => {
  it('is read by a shell as it was', () => {
    const words = fc.array(
      fc.string({ unit: 'binary' }).filter((word) => word.isWellFormed() && !word.includes('\0')),
      {
        minLength: 20,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(words, (all) => {
        const read = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${all.map(shellWord).join(' ')}`], {
          encoding: 'utf8',
        });
        expect(read.split('\0').slice(0, -1)).toEqual(all);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['2009-11-16-baku', '2009-11-16-baku'],
    ['releases/2009/Ä.md', 'releases/2009/Ä.md'],
    ['a b.md', "'a b.md'"],
    ["o'clock", String.raw`'o'\''clock'`],
    ['$(rm -rf ~)', "'$(rm -rf ~)'"],
    ['~', "'~'"],
    ['', "''"],
  ])('%s is typed as %s', (word, typed) => {
    expect(shellWord(word)).toBe(typed);
  });

  it('that is a path is no option', () => {
    expect(shellPath('-n.md')).toBe('./-n.md');
    expect(shellPath('- n.md')).toBe("'./- n.md'");
    expect(shellPath('../a.md')).toBe('../a.md');
  });
});
