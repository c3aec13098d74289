/** The report of an import as JSON, release by release: it may be larger than any one text. */
import type { ImportReport } from './bring-in-report.ts';

/** The pieces of the document (`schemas/output/import-report.schema.json`). */
export function* reportAsJson({ version, outcome, summary, releases, unread }: ImportReport): Generator<string> {
  const head = JSON.stringify({ version, outcome, summary }, undefined, 2);
  yield `${head.slice(0, -2)},\n  "releases": [`;
  yield* items(releases);
  yield `],\n  "unread": [`;
  yield* items(unread);
  yield ']\n}\n';
}

function* items(values: readonly unknown[]): Generator<string> {
  for (const [index, value] of values.entries())
    yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(value, undefined, 2).replaceAll('\n', '\n    ')}`;
  if (values.length > 0) yield '\n  ';
}
