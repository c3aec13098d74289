import { describe, expect, it } from 'vitest';
import type { ReportInput } from '../../src/model/reporter.ts';
import { pretty } from '../../src/reporters/pretty.ts';
import { diagnosticAt, markingPaint, reportOf } from './reporting.ts';

const text = '---\nid: a\nfields: [electoins, youth]\n---\nBody.\n';
const written = (input: ReportInput): string => [...pretty.write(input)].join('');

describe('pretty', () => {
  it('draws the line, underlines the place and tells the way out', () => {
    const finding = diagnosticAt(text, 'electoins', {
      message: '«electoins» is not a term of field.',
      hint: 'Did you mean «elections»?',
    });
    expect(written(reportOf(text, [finding]))).toBe(
      [
        'releases/2009/a.md:3:10 error unknown-term',
        '  «electoins» is not a term of field.',
        '  3 | fields: [electoins, youth]',
        '    |          ^^^^^^^^^',
        '  Did you mean «elections»?',
        '',
        '31 files, 1 error, 0 warnings',
        '',
      ].join('\n'),
    );
  });

  it('colours by meaning', () => {
    const findings = (['error', 'warning', 'info'] as const).map((severity) =>
      diagnosticAt(text, 'youth', { severity }),
    );
    const report = written(reportOf(text, findings, { paint: markingPaint }));
    expect(report).toContain('<path>releases/2009/a.md:3:21</path> <bad>error</bad> <quiet>unknown-term</quiet>');
    expect(report).toContain('<warn>warning</warn>');
    expect(report).toContain('<quiet>info</quiet>');
    expect(report).toContain('<strong>Something is wrong.</strong>');
    expect(report).toContain('<warn>                    ^^^^^</warn>');
    expect(report).toContain('<bad>31 files, 1 error, 1 warning, 1 remark</bad>');
  });

  it('says other places, as the person sees them', () => {
    const { file, range } = diagnosticAt(text, 'id');
    const finding = diagnosticAt(text, 'youth', {
      related: [{ file: `${file}x`, range, message: 'It stands here too.' }],
    });
    const report = written(reportOf(text, [finding], { displayPath: (path) => `../${path}` }));
    expect(report).toContain('../releases/2009/a.md:3:21 ');
    expect(report).toContain('  ../releases/2009/a.mdx:2:1 It stands here too.\n');
  });

  it('is one quiet line when nothing is wrong', () => {
    expect(written(reportOf(text, [], { paint: markingPaint }))).toBe('<quiet>31 releases, nothing wrong.</quiet>\n');
    const one = { files: 1, errors: 0, warnings: 0, infos: 0, fixable: 0 };
    expect(written(reportOf(text, [], { summary: one }))).toBe('1 release, nothing wrong.\n');
  });

  it('closes with a warning’s colour when there is no error', () => {
    const report = written(
      reportOf(text, [diagnosticAt(text, 'youth', { severity: 'warning' })], { paint: markingPaint }),
    );
    expect(report.endsWith('<warn>31 files, 0 errors, 1 warning</warn>\n')).toBe(true);
  });

  it('draws nothing of a line that cannot be shown', () => {
    const finding = diagnosticAt(text, 'youth');
    for (const sourceLine of [() => undefined, () => '', () => '   ']) {
      expect(written(reportOf(text, [finding], { sourceLine }))).not.toContain('|');
    }
  });

  it('underlines the first line of a place that runs over several', () => {
    expect(written(reportOf(text, [diagnosticAt(text, '[electoins, youth]\n---')]))).toContain(
      '    |         ^^^^^^^^^^^^^^^^^^\n',
    );
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
});
