/** For programs (`schemas/output/diagnostics.schema.json`): one finding a line. */
import type { Reporter } from '../model/reporter.ts';
import { jsonText } from './wording/documents.ts';

export const json: Reporter = {
  id: 'json',
  summary: 'For programs: every finding with its place, message and fix',
  *write({ diagnostics, summary }) {
    yield `{"version":1,\n"summary":${JSON.stringify(summary)},\n"diagnostics":[`;
    let separator = '\n';
    for (const { rule, severity, file, range, message, hint, fix, alternatives, related } of diagnostics) {
      yield separator + jsonText({ rule, severity, file, range, message, hint, fix, alternatives, related });
      separator = ',\n';
    }
    yield diagnostics.length === 0 ? ']}\n' : '\n]}\n';
  },
};
