/** For build servers that read JUnit's XML: a test for each file, which fails when the file has an error. */
import type { EpochMilliseconds } from '../model/clock.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reporter, ReportInput } from '../model/reporter.ts';
import { closeTag, element, XML_DECLARATION, type XmlElement } from '../text/xml.ts';
import { xmlOpening, xmlText } from './wording/documents.ts';
import { advice, findingLine } from './wording/sentences.ts';
import { counted } from '../text/counted.ts';

export const junit: Reporter = {
  id: 'junit',
  summary: 'For build servers that read JUnit’s XML: a test for each file',
  *write(input) {
    const errors = errorsByFile(input);
    yield XML_DECLARATION + xmlOpening('testsuites', {}) + xmlOpening('testsuite', suite(input, errors), 1);
    yield xmlText(element('properties', {}, element('property', { name: 'press.version', value: input.version })), 2);
    for (const [file, found] of errors) yield xmlText(test(file, found, input), 2);
    yield xmlText(element('system-out', {}, remarks(input)), 2);
    yield xmlText(element('system-err', {}), 2);
    yield closeTag('testsuite', 1) + closeTag('testsuites');
  },
};

type ErrorsByFile = ReadonlyMap<string, readonly Diagnostic[]>;

/** Every judged file with its errors, in path order; then files that were not judged and have findings all the same. */
function errorsByFile({ files, diagnostics }: ReportInput): ErrorsByFile {
  const errors = new Map<string, Diagnostic[]>(files.map((file) => [file, []]));
  for (const diagnostic of diagnostics) {
    const found = errors.get(diagnostic.file) ?? [];
    errors.set(diagnostic.file, found);
    if (diagnostic.severity === 'error') found.push(diagnostic);
  }
  return errors;
}

/** The same run gives the same bytes: what it took is not measured, and the machine has no name. */
function suite({ now, run }: ReportInput, errors: ErrorsByFile): Record<string, string | number> {
  return {
    package: 'press',
    id: 0,
    name: run.command,
    timestamp: secondsInUtc(now),
    hostname: 'press',
    tests: errors.size,
    failures: [...errors.values()].filter((found) => found.length > 0).length,
    errors: 0,
    time: 0,
  };
}

function secondsInUtc(moment: EpochMilliseconds): string {
  return new Date(moment).toISOString().slice(0, 19);
}

function test(file: string, found: readonly Diagnostic[], input: ReportInput): XmlElement {
  const attributes = { name: input.hostPath(file), classname: input.run.command.replaceAll(' ', '.'), time: 0 };
  if (found.length === 0) return element('testcase', attributes);
  const message = found.length === 1 ? (found[0]?.message ?? '') : `${counted(found.length, 'error')}.`;
  const type = found.length === 1 ? (found[0]?.rule ?? '') : 'several';
  return element('testcase', attributes, element('failure', { message, type }, lines(found, input)));
}

/** What makes no test fail. */
function remarks(input: ReportInput): string {
  return lines(
    input.diagnostics.filter(({ severity }) => severity !== 'error'),
    input,
  );
}

function lines(diagnostics: readonly Diagnostic[], { hostPath }: ReportInput): string {
  return diagnostics
    .map((diagnostic) => `${findingLine(diagnostic, hostPath(diagnostic.file), advice(diagnostic))}\n`)
    .join('');
}
