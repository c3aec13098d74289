/** What a person gets to see of an import: the report as a file, on stdout and in words, and the files or the patch. */
import type { Change } from '../model/change-set.ts';
import type { OptionValues } from '../model/command.ts';
import type { Environment } from '../model/environment.ts';
import type { Repository } from '../model/repository.ts';
import { reportAsJson } from '../operations/bring-in-json.ts';
import { reportAsMarkdown } from '../operations/bring-in-markdown.ts';
import type { ImportReport } from '../operations/bring-in-report.ts';
import { tellReport } from '../operations/bring-in-tell.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { unifiedDiff } from '../text/unified-diff.ts';
import { diffForOut } from './terminal/change-preview.ts';

/** Whether stdout is taken by the report. */
export function reportsToOut(options: OptionValues): boolean {
  return options['format'] === 'json' || options['report'] === '-';
}

/** `--report`: Markdown where the file’s name says so, else JSON. */
export async function writeReport(
  report: ImportReport,
  options: OptionValues,
  environment: Environment,
): Promise<void> {
  const file = options['report'];
  if (typeof file === 'string' && file !== '-')
    await environment.files.write(
      file,
      /\.(?:md|markdown)$/i.test(file) ? reportAsMarkdown(report) : reportAsJson(report),
    );
  if (reportsToOut(options)) await environment.send(reportAsJson(report));
}

export function tell(report: ImportReport, options: OptionValues, environment: Environment): void {
  const paths = report.releases
    .flatMap(({ path, duplicateOf }) => [path, duplicateOf?.path])
    .filter((path) => path !== undefined);
  const shown = new Map<string, string>();
  for (const path of paths) shown.set(path, terminalSafe(environment.files.display(path)));
  const lines = tellReport(report, {
    paint: environment.paintErrors,
    display: (path) => shown.get(path) ?? path,
    isWritten: options['report'] !== undefined || reportsToOut(options),
  });
  for (const line of lines) environment.say(line);
}

/** The paths of the files that are new or have changed; for a dry run the changes, as a patch would bring them. */
export async function printChanges(
  changes: readonly Change[],
  { dryRun, repository }: { readonly dryRun: boolean; readonly repository: Repository },
  environment: Environment,
): Promise<void> {
  for (const change of changes) {
    const path = environment.files.display(change.path);
    if (!dryRun) await environment.out(`${path}\n`);
    else if (change.kind === 'create') await environment.out(asPatch(path, change.text, environment.outIsTerminal));
    else if (change.kind === 'copy') await environment.out(`Binary file, new: ${shownPath(path, environment)}\n`);
    else if (change.kind === 'edit') {
      const text = repository.fileAt(change.path)?.text ?? '';
      await environment.out(diffForOut(unifiedDiff(path, text, change.edits), environment));
    }
  }
}

function shownPath(path: string, { outIsTerminal }: Environment): string {
  return outIsTerminal ? terminalSafe(path) : path;
}

function asPatch(path: string, text: string, isForTerminal: boolean): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const shown = lines.map((line) => `+${isForTerminal ? terminalSafe(line) : line}`);
  return `--- /dev/null\n+++ ${path}\n@@ -0,0 +1,${lines.length} @@\n${shown.join('\n')}\n`;
}
