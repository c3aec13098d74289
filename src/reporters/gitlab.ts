/** For GitLab: a Code Quality report (docs.gitlab.com, «Code Quality report format»). */
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Reporter, ReportInput } from '../model/reporter.ts';
import { jsonLines } from './wording/documents.ts';
import { fingerprintsOf } from './wording/fingerprints.ts';
import { advice } from './wording/sentences.ts';

const degrees: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

export const gitlab: Reporter = {
  id: 'gitlab',
  summary: 'For GitLab: a Code Quality report',
  *write(input) {
    yield* jsonLines(entries(input));
    yield '\n';
  },
};

/** GitLab silently drops what has a fingerprint that it has seen. */
function* entries(input: ReportInput): Generator<object> {
  const fingerprints = fingerprintsOf(input);
  for (const diagnostic of input.diagnostics) {
    yield {
      description: advice(diagnostic),
      check_name: diagnostic.rule,
      fingerprint: fingerprints.get(diagnostic),
      severity: degrees[diagnostic.severity],
      location: location(diagnostic, input),
    };
  }
}

function location({ file, range }: Diagnostic, { hostPath }: ReportInput): object {
  return { path: hostPath(file), lines: { begin: range.start.line, end: range.end.line } };
}
