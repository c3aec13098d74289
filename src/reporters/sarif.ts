/** For code scanning: SARIF 2.1.0 (OASIS, with errata 01). */
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { ReportedRule, Reporter, ReportInput } from '../model/reporter.ts';
import { jsonLines, jsonText } from './wording/documents.ts';
import { fingerprintsOf } from './wording/fingerprints.ts';
import { resultOf } from './wording/sarif-results.ts';
import { worstFirst } from './wording/worst-first.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

// What GitHub shows; it refuses a file with more than 25 000.
const MOST_RESULTS = 5000;

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

export const sarif: Reporter = {
  id: 'sarif',
  summary: 'For code scanning: SARIF 2.1.0',
  *write(input) {
    yield `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[{\n"tool":{"driver":${jsonText(driver(input))}},\n`;
    yield `"automationDetails":{"id":${jsonText(categoryOf(input))}},"columnKind":"utf16CodeUnits",\n`;
    yield `"originalUriBaseIds":{"SRCROOT":{"description":{"text":"The top of the checkout."}}},\n`;
    const remark = remarkOf(input);
    if (remark !== undefined) yield `"invocations":[${jsonText(invocation(remark))}],\n`;
    yield '"results":';
    yield* jsonLines(results(input));
    yield '\n}]}\n';
  },
  remark: remarkOf,
};

function driver({ version, rules }: ReportInput): object {
  return { name: 'press', version, semanticVersion: version, rules: rules.map(ruleEntry) };
}

function ruleEntry({ id, summary, why, severity }: ReportedRule): object {
  return {
    id,
    name: id.replace(/(?:^|[^a-z0-9])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${summary} ${why} «press explain ${id}» shows what is wrong and what is right.` },
    defaultConfiguration: { level: levels[severity] },
  };
}

/** Of several runs with one category, code scanning shows the last alone. */
function categoryOf({ run: { command } }: ReportInput): string {
  return `press/${command.replace(/^press /, '').replaceAll(' ', '-')}/`;
}

function remarkOf({ diagnostics }: ReportInput): string | undefined {
  const cut = diagnostics.length - MOST_RESULTS;
  if (cut <= 0) return undefined;
  return `The report holds the ${MOST_RESULTS} most serious findings; ${cut} are left out, because code scanning shows no more.`;
}

function invocation(remark: string): object {
  return { executionSuccessful: true, toolExecutionNotifications: [{ level: 'note', message: { text: remark } }] };
}

function* results(input: ReportInput): Generator<object> {
  const fingerprints = fingerprintsOf(input);
  const indexes = new Map(input.rules.map(({ id }, index) => [id, index]));
  for (const diagnostic of worstFirst(input.diagnostics).slice(0, MOST_RESULTS)) {
    const ruleIndex = indexes.get(diagnostic.rule);
    yield {
      ruleId: diagnostic.rule,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: levels[diagnostic.severity],
      ...resultOf(diagnostic, input.hostPath),
      partialFingerprints: { primaryLocationLineHash: fingerprintOf(diagnostic, fingerprints) },
    };
  }
}

function fingerprintOf(diagnostic: Diagnostic, fingerprints: ReadonlyMap<Diagnostic, string>): string {
  return fingerprints.get(diagnostic) ?? '';
}
