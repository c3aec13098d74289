/** For grep and for editors that jump to findings: one line each, and nothing else. */
import type { Reporter } from '../model/reporter.ts';
import { advice, findingLine } from './wording/sentences.ts';

export const line: Reporter = {
  id: 'line',
  summary: 'For grep and editors: one line for each finding',
  *write({ diagnostics, displayPath }) {
    for (const diagnostic of diagnostics)
      yield `${findingLine(diagnostic, displayPath(diagnostic.file), advice(diagnostic))}\n`;
  },
};
