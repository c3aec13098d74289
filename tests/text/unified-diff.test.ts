import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedDiff, unifiedDiff, type TextChange } from '../../src/text/unified-diff.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const isThere = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

function edited(text: string, edits: readonly TextChange[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((result, { start, end, text: added }) => result.slice(0, start) + added + result.slice(end), text);
}

/** Replaces the first occurrence. */
const replace = (text: string, old: string, added: string): TextChange => {
  const start = text.indexOf(old);
  return { start, end: start + old.length, text: added };
};

const ten = Array.from({ length: 10 }, (_, index) => `line ${index + 1}\n`).join('');

describe('unifiedDiff', () => {
  it('shows three lines around a change', () => {
    expect(unifiedDiff('a.md', ten, [replace(ten, '5', 'five')])).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n line 2\n line 3\n line 4\n-line 5\n+line five\n line 6\n line 7\n line 8\n',
    );
  });

  it('makes two hunks of what lies far apart, and counts on', () => {
    const text = ten + ten;
    const diff = unifiedDiff('a.md', text, [
      replace(text, 'line 1\n', ''),
      { start: text.length, end: text.length, text: 'end\n' },
    ]);
    expect(diff.split('\n').filter((line) => line.startsWith('@@'))).toEqual(['@@ -1,4 +1,3 @@', '@@ -18,3 +17,4 @@']);
  });

  it('shows lines that follow each other as one change', () => {
    const edits = ['4', '5', '7'].map((digit) => replace(ten, digit, `${digit}!`));
    const lines = unifiedDiff('a.md', ten, edits).split('\n').slice(3);
    expect(lines.map((line) => line.charAt(0)).join('')).toBe('   --++ -+   ');
  });

  it('says where a line break is missing at the end', () => {
    expect(unifiedDiff('a.md', 'a\nb', [{ start: 2, end: 3, text: 'c' }])).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n',
    );
  });

  it('keeps carriage returns and a byte-order mark in their lines', () => {
    expect(unifiedDiff('a.md', '\uFEFFa\r\nb\r\n', [{ start: 1, end: 2, text: 'x' }])).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n-\uFEFFa\r\n+\uFEFFx\r\n b\r\n',
    );
  });

  it.each([
    ['a b.md', '--- a/a b.md\t\n'],
    ['a"\\\n.md', '--- "a/a\\"\\\\\\012.md"\n'],
    ['Zürich.md', '--- a/Zürich.md\n'],
  ])('names the file %j so that it can be found', (path, line) => {
    expect(unifiedDiff(path, 'a\n', [{ start: 0, end: 1, text: 'b' }]).startsWith(line)).toBe(true);
  });

  it('is empty when nothing changes', () => {
    expect(unifiedDiff('a.md', ten, [])).toBe('');
    expect(unifiedDiff('a.md', ten, [replace(ten, '5', '5')])).toBe('');
  });
});

const piece = fc.constantFrom('a', 'b', '\n', '\r\n', '\n\n', 'Ж', '😀', ' ', '--- ', '\\');
const cases = fc
  .tuple(fc.array(piece, { maxLength: 40 }), fc.boolean())
  .chain(([pieces, hasMark]) => {
    const text = (hasMark ? '\uFEFF' : '') + pieces.join('');
    const edits = fc.array(fc.tuple(fc.nat(pieces.length), fc.nat(3), fc.array(piece, { maxLength: 4 })), {
      maxLength: 4,
    });
    const offset = (count: number): number => (hasMark ? 1 : 0) + pieces.slice(0, count).join('').length;
    return edits.map((raw) => {
      let free = 0;
      const chosen = raw
        .sort(([a], [b]) => a - b)
        .flatMap(([from, length, added]): TextChange[] => {
          if (from < free || from > pieces.length) return [];
          free = Math.min(from + length, pieces.length) + 1;
          return [{ start: offset(from), end: offset(Math.min(from + length, pieces.length)), text: added.join('') }];
        });
      return { text, chosen };
    });
  })
  .filter(({ text, chosen }) => text !== '' && edited(text, chosen) !== '' && edited(text, chosen) !== text);

describe.skipIf(!isThere('git'))('what unifiedDiff prints', () => {
  it('is what git apply makes the same text of', () => {
    const folder = scratchFolder();
    execFileSync('git', ['init', '-q'], { cwd: folder });
    const path = 'releases/a b.md';
    fc.assert(
      fc.property(cases, ({ text, chosen }) => {
        const root = scratchFolder({ [path]: text });
        const run = (...more: string[]): void =>
          void execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', ...more], {
            cwd: root,
            input: unifiedDiff(path, text, chosen),
            stdio: ['pipe', 'pipe', 'pipe'],
          });
        run('--check');
        run();
        expect(readFileSync(join(root, path), 'utf8')).toBe(edited(text, chosen));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['releases/a b.md', 'releases/2010/c d.md', 'Z'],
    ['a.md', 'b "q"\\.md', ''],
  ])('moves %j to %j', (from, to, added) => {
    const root = scratchFolder({ [from]: ten });
    const input = movedDiff({ from, to }, ten, [{ start: 0, end: 0, text: added }]);
    execFileSync('git', ['apply'], { cwd: root, input, stdio: ['pipe', 'pipe', 'pipe'] });
    expect(readdirSync(root, { recursive: true, encoding: 'utf8' })).not.toContain(from);
    expect(readFileSync(join(root, to), 'utf8')).toBe(added + ten);
  });

  it.skipIf(!isThere('patch'))('is what patch -p1 makes the same text of', () => {
    const text = '\uFEFFone\r\ntwo\r\nthree';
    const root = scratchFolder({ 'a.md': text });
    const chosen = [replace(text, 'two\r\n', ''), replace(text, 'three', 'four')];
    execFileSync('patch', ['-p1', '--binary', '-s'], { cwd: root, input: unifiedDiff('a.md', text, chosen) });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('\uFEFFone\r\nfour');
  });
});
