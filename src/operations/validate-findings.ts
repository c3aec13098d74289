/** From what a rule found, in offsets, to what people and editors read, in lines and columns. */
import { inReportOrder, severities, type Diagnostic, type Severity } from '../model/diagnostic.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Finding, RelatedFinding } from '../model/rule.ts';
import type { OffsetFix } from '../model/manuscript.ts';

export const mostFindings = 100;

interface About {
  readonly rule: string;
  readonly severity: Severity;
  readonly manuscript: Manuscript;
}

/** The diagnostic of a finding in a file. */
export function toDiagnostic(finding: Finding, { rule, severity, manuscript }: About): Diagnostic {
  const { start, end, message, hint, fix, alternatives = [], related = [] } = finding;
  return {
    rule,
    severity,
    file: manuscript.path,
    range: manuscript.lines.range(start, end),
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(fix === undefined ? {} : { fix: fixIn(manuscript, fix) }),
    ...(alternatives.length === 0 ? {} : { alternatives: alternatives.map((other) => fixIn(manuscript, other)) }),
    ...(related.length === 0 ? {} : { related: related.map(relatedPlace) }),
  };
}

function fixIn({ lines }: Manuscript, { title, safety, edits }: OffsetFix): NonNullable<Diagnostic['fix']> {
  return { title, safety, edits: edits.map(({ start, end, text }) => ({ range: lines.range(start, end), text })) };
}

function relatedPlace({ manuscript, start, end, message }: RelatedFinding): NonNullable<Diagnostic['related']>[number] {
  return { file: manuscript.path, range: manuscript.lines.range(start, end), message };
}

/** At most a hundred findings of one file, the worst kept; the last one says how many others there are. */
export function withinLimit(found: readonly Diagnostic[]): Diagnostic[] {
  if (found.length <= mostFindings) return [...found];
  const worstFirst = [...found].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || inReportOrder(a, b),
  );
  const kept = worstFirst.slice(0, mostFindings - 1).sort(inReportOrder);
  const cut = worstFirst.slice(mostFindings - 1);
  return [...kept, notice(kept, cut)];
}

/** It stands just behind the last finding that is shown, and is as serious as the worst that is not. */
function notice(kept: readonly Diagnostic[], cut: readonly Diagnostic[]): Diagnostic {
  const last = kept.at(-1);
  const worst = cut[0];
  if (last === undefined || worst === undefined) throw new Error('Nothing was cut.');
  return {
    rule: 'size-limit',
    severity: worst.severity,
    file: worst.file,
    range: { start: last.range.end, end: last.range.end },
    message: `${cut.length} more findings of this file are not shown.`,
    hint: 'Mend what is shown and look again; or take the file out, if it is no release.',
  };
}
