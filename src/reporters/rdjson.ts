/** For reviewdog: its Diagnostic Format (github.com/reviewdog/reviewdog, `proto/rdf`). Columns count bytes of UTF-8 there. */
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Reporter, ReportInput } from '../model/reporter.ts';
import type { Position, Range } from '../model/text-range.ts';
import { jsonLines, jsonText } from './wording/documents.ts';
import { advice } from './wording/sentences.ts';

const degrees: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

export const rdjson: Reporter = {
  id: 'rdjson',
  summary: 'For reviewdog: comments on a change',
  *write(input) {
    yield `{"source":${jsonText({ name: 'press' })},"diagnostics":`;
    yield* jsonLines(entries(input));
    yield '}\n';
  },
};

function* entries(input: ReportInput): Generator<object> {
  for (const diagnostic of input.diagnostics) {
    const { file, range, severity, rule, related = [] } = diagnostic;
    const suggestions = suggestionsOf(diagnostic, input);
    yield {
      message: advice(diagnostic),
      location: location(file, range, input),
      severity: degrees[severity],
      code: { value: rule },
      ...(suggestions.length === 0 ? {} : { suggestions }),
      ...(related.length === 0 ? {} : { related_locations: related.map((place) => relatedLocation(place, input)) }),
    };
  }
}

/** Suggestions are taken one by one there: a fix of several edits, half of which would be wrong, is none. */
function suggestionsOf({ file, fix, alternatives = [] }: Diagnostic, input: ReportInput): object[] {
  const fixes = fix === undefined ? alternatives : [fix, ...alternatives];
  return fixes
    .filter(({ edits }) => edits.length === 1)
    .flatMap(({ edits }) => edits.map(({ range, text }) => ({ range: rangeIn(file, range, input), text })));
}

function relatedLocation(
  { file, range, message }: NonNullable<Diagnostic['related']>[number],
  input: ReportInput,
): object {
  return { message, location: location(file, range, input) };
}

function location(file: string, range: Range, input: ReportInput): object {
  return { path: input.hostPath(file), range: rangeIn(file, range, input) };
}

function rangeIn(file: string, { start, end }: Range, { byteColumn }: ReportInput): object {
  const place = (position: Position): object => ({ line: position.line, column: byteColumn(file, position) });
  return { start: place(start), end: place(end) };
}
