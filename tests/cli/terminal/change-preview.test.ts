import { describe, expect, it } from 'vitest';
import { changedLines, paintedDiff } from '../../../src/cli/terminal/change-preview.ts';
import { plainPaint } from '../../../src/cli/terminal/colour.ts';

const paint = { ...plainPaint, bad: (text: string) => `<${text}>`, good: (text: string) => `{${text}}` };
const text = '---\nfields: [electoins, education]\nsummary:\nlang: en\n---\n';

function shown(old: string, added: string, source = text, width = 80): string[] {
  const start = source.indexOf(old);
  const edits = [{ start, end: start + old.length, text: added }];
  return changedLines({ path: 'a.md', text: source, edits }, { paint: plainPaint, width });
}

describe('the lines of a change', () => {
  it('are the line before and after, with the words underlined', () => {
    expect(shown('electoins', 'elections')).toEqual([
      '  - fields: [electoins, education]',
      '             ^^^^^^^^^',
      '  + fields: [elections, education]',
      '             ^^^^^^^^^',
    ]);
  });

  it('are only what goes, or only what comes, where a whole line does', () => {
    expect(shown('summary:\n', '')).toEqual(['  - summary:']);
    expect(shown('lang', 'slug: x\nlang')).toEqual(['  + slug: x']);
  });

  it('are all of them where several change', () => {
    expect(shown('summary:\nlang: en', 'summary: x\nlang: ru')).toEqual([
      '  - summary:',
      '  - lang: en',
      '  + summary: x',
      '  + lang: ru',
    ]);
  });

  it('show what a terminal would obey, and no carriage return', () => {
    const hostile = 'title: a\u001B[2J\u202Eb c\r\n';
    expect(shown('b c', 'b d', hostile)).toEqual([
      '  - title: a\\u{001B}[2J\\u{202E}b c',
      '                                 ^',
      '  + title: a\\u{001B}[2J\\u{202E}b d',
      '                                 ^',
    ]);
  });

  it('are cut to the width of the terminal around the change', () => {
    const long = `summary: ${'word '.repeat(200)}wrng ${'word '.repeat(200)}\n`;
    const lines = shown('wrng', 'wrong', long, 40);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(40);
    expect(lines[0]).toContain('wrng');
    expect(lines[2]).toContain('wrong');
  });
});

describe('a painted diff', () => {
  it('has a colour for each kind of line, and no character that a terminal obeys', () => {
    const diff = '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n same\r\n-old\u001B[2J\n+new\n';
    expect(paintedDiff(diff, paint)).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n same\n<-old\\u{001B}[2J>\n{+new}\n',
    );
  });
});
