/** For programs that read the reports of Checkstyle: findings by file. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reporter } from '../model/reporter.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { closeTag, element, XML_DECLARATION } from '../text/xml.ts';
import { xmlOpening, xmlText } from './wording/documents.ts';
import { advice } from './wording/sentences.ts';

// The form of the report, not the version of press: readers compare it.
const FORM = '4.3';

export const checkstyle: Reporter = {
  id: 'checkstyle',
  summary: 'For programs that read Checkstyle’s XML',
  *write({ diagnostics, hostPath }) {
    yield XML_DECLARATION + xmlOpening('checkstyle', { version: FORM });
    let open: string | undefined;
    for (const diagnostic of diagnostics) {
      if (diagnostic.file !== open) {
        if (open !== undefined) yield closeTag('file', 1);
        open = diagnostic.file;
        yield xmlOpening('file', { name: hostPath(open) }, 1);
      }
      yield entry(diagnostic);
    }
    if (open !== undefined) yield closeTag('file', 1);
    yield closeTag('checkstyle');
  },
};

function entry(diagnostic: Diagnostic): string {
  const { severity, rule, range } = diagnostic;
  const { line, column } = range.start;
  const message = terminalSafe(advice(diagnostic));
  return xmlText(element('error', { line, column, severity, message, source: `press.${rule}` }), 2);
}
