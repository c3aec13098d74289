import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { ReportInput } from '../../src/model/reporter.ts';
import { pretty } from '../../src/reporters/pretty.ts';
import { displayWidth } from '../../src/text/display-width.ts';
import { diagnosticAt, file, markingPaint, reportOf } from './reporting.ts';

const text = '---\nid: a\nfields: [electoins, youth]\n---\nBody.\n';
const written = (input: ReportInput): string => [...pretty.write(input)].join('');
const linesOf = (found: readonly Diagnostic[], changes: Partial<ReportInput> = {}): string[] =>
  written(reportOf(text, found, changes)).split('\n');
const electoins = {
  message: '«electoins» is not a term of field.',
  hint: 'Did you mean «elections»?',
  fix: { title: 'Replace by elections', safety: 'safe', edits: [] },
} as const;

describe('pretty', () => {
  it('draws the line, underlines the place and says beside it what is wrong and the way out', () => {
    expect(linesOf([diagnosticAt(text, 'electoins', electoins)], { width: 120 })).toEqual([
      'releases/2009/a.md',
      '    3 | fields: [electoins, youth]',
      ' 3:10 |          ^^^^^^^^^ error: «electoins» is not a term of field. Did you mean «elections»? [unknown-term, --fix]',
      '',
      '1 error in 1 of 31 files.',
      '«press validate --fix» mends 1 of them; «press explain RULE» tells more about a rule.',
      '',
    ]);
  });

  it('lets the words hang beside the place while that takes no more than a line more', () => {
    expect(linesOf([diagnosticAt(text, 'electoins', electoins)], { width: 80 }).slice(1, 4)).toEqual([
      '    3 | fields: [electoins, youth]',
      ' 3:10 |          ^^^^^^^^^ error: «electoins» is not a term of field. Did you',
      '      |                    mean «elections»? [unknown-term, --fix]',
    ]);
  });

  it('puts them below it where there is no room', () => {
    expect(linesOf([diagnosticAt(text, 'youth', electoins)], { width: 48 }).slice(1, 6)).toEqual([
      '    3 | fields: [electoins, youth]',
      ' 3:21 |                     ^^^^^',
      '      | error: «electoins» is not a term of',
      '      | field. Did you mean «elections»?',
      '      | [unknown-term, --fix]',
    ]);
  });

  it('draws a line once for all that is found in it', () => {
    const found = [diagnosticAt(text, 'electoins'), diagnosticAt(text, 'youth', { severity: 'warning' })];
    expect(linesOf(found).slice(0, 4)).toEqual([
      'releases/2009/a.md',
      '    3 | fields: [electoins, youth]',
      ' 3:10 |          ^^^^^^^^^ error: Something is wrong. [unknown-term]',
      ' 3:21 |                     ^^^^^ warning: Something is wrong. [unknown-term]',
    ]);
  });

  it('says a file once, and leaves a blank line before the next', () => {
    const found = [diagnosticAt(text, 'id'), diagnosticAt(text, 'youth'), diagnosticAt(text, 'id', { file: 'b.md' })];
    const lines = linesOf(found);
    expect(lines.filter((line) => line === file)).toHaveLength(1);
    expect(lines[lines.indexOf('b.md') - 1]).toBe('');
    expect(lines).toContain('3 errors in 2 of 31 files.');
  });

  it('colours by meaning', () => {
    const findings = (['error', 'warning', 'info'] as const).map((severity) =>
      diagnosticAt(text, 'youth', { severity }),
    );
    const report = written(reportOf(text, findings, { paint: markingPaint }));
    expect(report).toContain('<path>releases/2009/a.md</path>');
    expect(report).toContain(
      '<bad>                    ^^^^^</bad> <bad>error:</bad> <strong>Something is wrong.</strong>',
    );
    expect(report).toContain('<warn>warning:</warn>');
    expect(report).toContain('<quiet>info:</quiet>');
    expect(report).toContain('<quiet>[unknown-term]</quiet>');
    expect(report).toContain('<bad>1 error, 1 warning and 1 info in 1 of 31 files.</bad>');
  });

  it('says other places, as the person sees them', () => {
    const { range } = diagnosticAt(text, 'id');
    const related = [
      { file, range, message: 'It stands here.' },
      { file: `${file}x`, range, message: 'It stands here too.' },
    ];
    const report = written(
      reportOf(text, [diagnosticAt(text, 'youth', { related })], { displayPath: (path) => `../${path}`, width: 200 }),
    );
    expect(report).toMatch(/^\.\.\/releases\/2009\/a\.md\n/);
    expect(report).toContain(
      'wrong. 2:1 It stands here. ../releases/2009/a.mdx:2:1 It stands here too. [unknown-term]\n',
    );
  });

  it('is one quiet line when nothing is wrong', () => {
    expect(written(reportOf(text, [], { paint: markingPaint }))).toBe('<quiet>31 releases, nothing wrong.</quiet>\n');
    const one = { files: 1, errors: 0, warnings: 0, infos: 0, fixable: 0 };
    expect(written(reportOf(text, [], { summary: one }))).toBe('1 release, nothing wrong.\n');
  });

  it.each([
    [['warning'], '<warn>1 warning in 1 of 31 files.</warn>'],
    [['warning', 'warning', 'info'], '<warn>2 warnings and 1 info in 1 of 31 files.</warn>'],
    [['info', 'info'], '\n2 infos in 1 of 31 files.'],
  ] as const)('closes %j with what there is, in the colour of the worst', (severities, closing) => {
    const found = severities.map((severity) => diagnosticAt(text, 'youth', { severity }));
    expect(written(reportOf(text, found, { paint: markingPaint }))).toContain(closing);
  });

  it('says how many fixes there are, and who makes them', () => {
    const review = { ...electoins, fix: { ...electoins.fix, safety: 'review' } } as const;
    const ways = (...changes: Partial<Diagnostic>[]): string =>
      linesOf(
        changes.map((change) => diagnosticAt(text, 'youth', change)),
        { width: 200 },
      ).at(-2) ?? '';
    expect(ways(review)).toBe(
      '«press validate --fix-review» asks about 1 of them; «press explain RULE» tells more about a rule.',
    );
    expect(ways(electoins, review, review)).toBe(
      '«press validate --fix» mends 1 of them; «press validate --fix-review» asks about 2 more; «press explain RULE» tells more about a rule.',
    );
  });

  it('draws nothing of a line that cannot be shown', () => {
    const finding = diagnosticAt(text, 'youth');
    for (const sourceLine of [() => undefined, () => '', () => '   ']) {
      const lines = linesOf([finding], { sourceLine });
      expect(lines[1]).toBe(' 3:21 | error: Something is wrong. [unknown-term]');
    }
  });

  it('underlines the first line of a place that runs over several', () => {
    expect(written(reportOf(text, [diagnosticAt(text, '[electoins, youth]\n---')]))).toContain(
      ' 3:9 |         ^^^^^^^^^^^^^^^^^^ error',
    );
  });

  it('begins no line as a command of some log would begin', () => {
    const odd = ['::error::x.md', '##[error]x.md', '::stop-commands::a', ' ::error::x.md', '%0A::error::'];
    for (const name of odd) {
      const report = written(
        reportOf('::error::x\n', [diagnosticAt('::error::x\n', 'x', { file: name, message: '::error::x' })]),
      );
      for (const line of report.split('\n')) expect(line).not.toMatch(/^\s*(::|##)/);
    }
  });

  it('lets nothing through that a terminal would obey', () => {
    const evil = '\u001B[2J\u202E\u0007';
    const nasty = `fields: [${evil}]\n`;
    const finding = diagnosticAt(nasty, evil, {
      message: evil,
      hint: evil,
      file: evil,
      related: [{ file: evil, range: diagnosticAt(nasty, evil).range, message: evil }],
    });
    const report = written(reportOf(nasty, [finding]));
    expect(report).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
    expect(report).toContain('\\u{001B}[2J');
  });

  it('keeps to the width, whatever the line and the place, unless a word is wider', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', 'б', ' ', '漢', '🙂', 'é', 'n', '-', '\t'),
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(line, fc.nat(), fc.nat(20), fc.integer({ min: 40, max: 200 }), (source, at, length, width) => {
        const start = at % source.length;
        const finding = diagnosticAt(source, source.slice(start, start + length + 1), {
          message: 'Nine words that are not long stand in here.',
        });
        const rows = written(reportOf(source, [finding], { width }))
          .split('\n')
          .slice(1, -4);
        for (const row of rows) expect(displayWidth(row)).toBeLessThanOrEqual(width);
        expect(rows.some((row) => row.includes('^')) || source.trim() === '').toBe(true);
      }),
    );
  });
});
