import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontMatterLimits, splitFrontMatter } from '../../src/text/front-matter.ts';

/** Front matter and body, or the kind of fault with the text that it points at. */
function split(text: string): string[] {
  const found = splitFrontMatter(text);
  if ('fault' in found) return [found.fault.kind, text.slice(found.fault.start, found.fault.end)];
  const { start, end, bodyStart } = found.block;
  return ['ok', text.slice(start, end), text.slice(bodyStart)];
}

const kibibytes = (count: number): string => 'x'.repeat(count * 1024);

describe('the fences of front matter', () => {
  it.each([
    ['the usual form', '---\na: b\n---\nbody\n', ['ok', 'a: b\n', 'body\n']],
    ['no line break at the end', '---\na: b\n---', ['ok', 'a: b\n', '']],
    ['no body', '---\na: b\n---\n', ['ok', 'a: b\n', '']],
    ['nothing between', '---\n---\nbody', ['ok', '', 'body']],
    ['the line ends of Windows', '---\r\na: b\r\n---\r\nbody\r\n', ['ok', 'a: b\r\n', 'body\r\n']],
    ['mixed line ends', '---\r\na: b\n---\r\nbody', ['ok', 'a: b\n', 'body']],
    ['a byte-order mark', '\uFEFF---\na: b\n---\nbody', ['ok', 'a: b\n', 'body']],
    ['the word yaml', '---yaml\na: b\n---\nbody', ['ok', 'a: b\n', 'body']],
    ['the word yaml behind blanks', '--- \t yaml  \na: b\n---\nbody', ['ok', 'a: b\n', 'body']],
    ['blanks behind the fences', '--- \t \na: b\n---  \t\nbody', ['ok', 'a: b\n', 'body']],
    [
      'a line of dashes in the body',
      '---\na: b\n---\nbody\n---\nmore\n----\n',
      ['ok', 'a: b\n', 'body\n---\nmore\n----\n'],
    ],
    ['front matter in the body', '---\na: b\n---\n---\nc: d\n---\n', ['ok', 'a: b\n', '---\nc: d\n---\n']],
    ['dashes that begin no line', '---\na: --- b\n  ---\n---\nbody', ['ok', 'a: --- b\n  ---\n', 'body']],
    ['letters of a script from right to left', '---\ntitle: بيان صحفي\n---\nنص', ['ok', 'title: بيان صحفي\n', 'نص']],
  ])('%s', (_, text, parts) => {
    expect(split(text)).toEqual(parts);
  });

  it.each([
    ['nothing at all', '', ['none', '']],
    ['only a byte-order mark', '\uFEFF', ['none', '']],
    ['text alone', 'A release.\n', ['none', 'A release.']],
    ['two dashes', '--\na: b\n--\n', ['none', '--']],
    ['four dashes', '----\na: b\n----\n', ['none', '----']],
    ['plus signs', '+++\na = 1\n+++\n', ['none', '+++']],
    ['an empty line before', '\n---\na: b\n---\n', ['before', '']],
    ['a blank before', ' ---\na: b\n---\n', ['before', ' ---']],
    ['a remark before', '<!-- x -->\r\n---\r\na: b\r\n---\r\n', ['before', '<!-- x -->']],
    ['a second byte-order mark', '\uFEFF\uFEFF---\na: b\n---\n', ['before', '\uFEFF---']],
    ['another language', '---json\n{}\n---\n', ['word', '---json']],
    ['another language behind a blank', '--- toml\n---\n', ['word', '--- toml']],
    ['yaml and more', '---yaml x\n---\n', ['word', '---yaml x']],
    ['yaml in capitals', '---YAML\n---\n', ['word', '---YAML']],
    ['another language behind a tab', '---\ttoml\n---\n', ['word', '---\ttoml']],
    ['a word behind dashes within a line', 'a ---b\n', ['none', 'a ---b']],
    ['a line above a fence with a blank', 'a\n--- \nb: c\n', ['before', 'a']],
    ['a line above a fence with a tab', 'a\n---\t\nb: c\n', ['before', 'a']],
    ['a fence far below', `a\n${'b\n'.repeat(1000)}---\n`, ['none', 'a']],
    ['code', '---js\nprocess.exit()\n---\n', ['word', '---js']],
    ['words far behind the fence', `---${' '.repeat(100)}x\na: b\n---\n`, ['word', `---${' '.repeat(100)}x`]],
    ['a no-break space behind the fence', '---\u00A0\na: b\n---\n', ['before', '---\u00A0']],
    ['only the opening', '---\n', ['unclosed', '---']],
    ['only the opening, without a line break', '---', ['unclosed', '---']],
    ['no closing', '---\r\na: b\r\nbody\r\n', ['unclosed', '---']],
    ['a closing that is indented', '---\na: b\n ---\n', ['unclosed', '---']],
    ['a closing with a word', '---\na: b\n--- x\nbody', ['stray', '--- x']],
    ['a closing of four dashes', '---\na: b\n----\nbody', ['stray', '----']],
    ['a closing with a no-break space', '---\na: b\n---\u00A0\nbody', ['stray', '---\u00A0']],
    ['a list item of dashes', '---\na: b\n---- c\n---\n', ['stray', '---- c']],
    ['dots for a closing', '---\na: b\n...\nbody\n', ['unclosed', '---']],
  ])('are not right with %s', (_, text, fault) => {
    expect(split(text)).toEqual(fault);
  });

  it('hold no more than 32 KiB', () => {
    const kind = (block: string): string | undefined => split(`---\n${block}\n---\nbody`)[0];
    expect(frontMatterLimits).toEqual({ bytes: 32 * 1024, lines: 1000 });
    expect(kind(kibibytes(32).slice(1))).toBe('ok');
    expect(kind(kibibytes(32))).toBe('too-long');
    expect(kind(`a: b\n${kibibytes(40)}`)).toBe('too-long');
    expect(kind('я'.repeat(16 * 1024 - 1))).toBe('ok');
    expect(kind('я'.repeat(16 * 1024))).toBe('too-long');
    expect(kind('漢'.repeat(11 * 1024))).toBe('too-long');
    expect(split(`---\n${`${kibibytes(1)}\n`.repeat(40)}`)).toEqual(['too-long', '---']);
  });

  it('hold no more than 1000 lines', () => {
    expect(split(`---\n${'a\n'.repeat(1000)}---\nbody`)[0]).toBe('ok');
    expect(split(`---\n${'a\n'.repeat(1001)}---\nbody`)).toEqual(['too-long', '---']);
    expect(split(`---\n${'\n'.repeat(5000)}`)[0]).toBe('too-long');
  });

  it('put no limit on the body', () => {
    expect(split(`---\na: b\n---\n${'x\n'.repeat(50_000)}`)[0]).toBe('ok');
  });

  const lines = fc.array(fc.constantFrom('---', '---yaml', '--- ', '----', '', 'a: b', ' ---', '\uFEFF---', '---x'), {
    maxLength: 8,
  });
  const breaks = fc.constantFrom('\n', '\r\n');

  it('lose nothing and move nothing: fence, block, fence and body are the file', () => {
    fc.assert(
      fc.property(lines, breaks, (parts, end) => {
        const text = parts.join(end);
        const found = splitFrontMatter(text);
        if ('fault' in found) {
          expect(found.fault.start).toBeLessThanOrEqual(found.fault.end);
          return;
        }
        const { start, end: blockEnd, bodyStart } = found.block;
        expect(text.slice(0, start).trim()).toMatch(/^\uFEFF?---(?:yaml)?$/);
        expect(text.slice(start, blockEnd)).not.toMatch(/^---/m);
        expect(text.slice(blockEnd, bodyStart).trim()).toBe('---');
      }),
      { numRuns: 2000 },
    );
  });
});
