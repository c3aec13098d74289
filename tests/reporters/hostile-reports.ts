/** Reports about files that somebody wrote to break whatever prints them. */
import fc from 'fast-check';
import { severities, type Diagnostic } from '../../src/model/diagnostic.ts';
import type { ReportInput } from '../../src/model/reporter.ts';
import { LineMap } from '../../src/model/text-range.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { reportOf } from './reporting.ts';

const orders = fc.constantFrom(
  '::stop-commands::x',
  '\n::error::y',
  '\r::add-mask::z',
  '  ::warning file=a::b',
  '##[error]',
  '##[stop-commands]x',
  '%0A::debug::',
  '%25',
  ',title=x',
  ':',
  '🎈',
  '\u202E',
  '\uD800',
  ']]>',
  '-->',
  '"',
  '\\',
  '](javascript:x)',
  '{0}',
  '|',
);

/** A text of attacks, of orders to build machines among them. */
const words = fc
  .array(fc.oneof(orders, hostileTexts), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''))
  .map((text) => (text.trim() === '' ? `${text}x` : text));

const paths = words.map((text) => `releases/${text.replaceAll('\\', '').replace(/^\/+/, '')}.md`);
const fewRules = [{ id: 'schema', summary: 'A value.', why: 'Because.', severity: 'error' as const }];
const rules = fc.constantFrom('unknown-term', 'schema', 'embargo-format', 'size-limit');

/** A text and findings about it; some have fixes, hints and places in other files. */
export const hostileReports: fc.Arbitrary<ReportInput> = words.chain((text) => {
  const lines = new LineMap(text);
  const range = fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => lines.range(Math.min(a, b), Math.max(a, b)));
  const fix = fc.record({
    title: words,
    safety: fc.constantFrom('safe' as const, 'review' as const),
    edits: fc.array(fc.record({ range, text: words }), { minLength: 1, maxLength: 2 }),
  });
  const finding: fc.Arbitrary<Diagnostic> = fc.record(
    {
      rule: rules,
      severity: fc.constantFrom(...severities),
      file: paths,
      range,
      message: words,
      hint: words,
      fix,
      alternatives: fc.array(fix, { minLength: 1, maxLength: 2 }),
      related: fc.array(fc.record({ file: paths, range, message: words }), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['rule', 'severity', 'file', 'range', 'message'] },
  );
  return fc.array(finding, { maxLength: 6 }).map((findings) => reportOf(text, findings, { rules: fewRules }));
});

/** As many findings as wanted, each about a line of its own in some of a few files. */
export function manyFindings(count: number): ReportInput {
  const text = '🎈 Türkiye: electoins\n'.repeat(count);
  const lines = new LineMap(text);
  const findings = Array.from({ length: count }, (_, index): Diagnostic => {
    const at = index * '🎈 Türkiye: electoins\n'.length + 12;
    return {
      rule: 'unknown-term',
      severity: severities[index % 3] ?? 'error',
      file: `releases/${Math.floor(index / 100)}.md`,
      range: lines.range(at, at + 9),
      message: `Finding ${index}.`,
    };
  });
  return reportOf('', findings, { sourceLine: () => '🎈 Türkiye: electoins', byteColumn: () => 16 });
}

/** The whole report of a reporter. */
export function written(reporter: { write(input: ReportInput): Iterable<string> }, input: ReportInput): string {
  return [...reporter.write(input)].join('');
}
