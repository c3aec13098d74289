import type { Command, ExitStatus, Invocation, OptionValues } from '../../model/command.ts';
import { summarise } from '../../model/diagnostic.ts';
import type { Environment } from '../../model/environment.ts';
import { PressError } from '../../model/press-error.ts';
import type { Reporter } from '../../model/reporter.ts';
import { validate as findFaults } from '../../operations/validate.ts';
import { levelsOf } from '../../operations/validate-levels.ts';
import { reporters } from '../../reporters/index.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { namedReleases } from '../options/release-paths.ts';
import { listOption } from '../options/selection-options.ts';
import { printFindings } from '../terminal/print-findings.ts';
import { costTable } from '../terminal/rule-costs.ts';
import { SourceLines } from '../terminal/source-lines.ts';

/** `press validate`: everything that is wrong with the releases. */
export const validate: Command = {
  name: 'validate',
  summary: 'Check releases against schemas, vocabulary and rules.',
  details: [
    'Looks at every release, or at the files and folders that are named, and says everything that is wrong in one go. ' +
      '«press explain RULE» tells more about a finding.',
    'Exit status: 0 when there is no error, 1 when there is one or there are more warnings than --max-warnings, 2 when press could not look.',
  ],
  arguments: [{ name: 'path', summary: 'files and folders; «-» is standard input', required: false, variadic: true }],
  options: [
    { flags: '--format <format>', summary: 'how to print the findings', choices: [...reporters.keys()] },
    { flags: '-o, --output <file>', summary: 'print them into a file' },
    { flags: '--rule <id=level>', summary: 'take a rule as off, info, warning or error', repeatable: true },
    { flags: '--max-warnings <n>', summary: 'fail when there are more warnings' },
    { flags: '--stats', summary: 'say on stderr which rules take the time' },
    { flags: '--stdin-path <path>', summary: 'where the text on standard input would stand' },
  ],
  examples: [
    { line: 'validate', summary: 'every release' },
    { line: 'validate releases/2009 --format json', summary: 'one folder, for a program' },
    { line: 'validate --rule dateline-date=error --max-warnings 0', summary: 'stricter than usual' },
  ],
  run: runValidate,
};

async function runValidate({ arguments: words, options, environment }: Invocation): Promise<ExitStatus> {
  const mostWarnings = mostWarningsOf(options);
  const reporter = await reporterNamed(options['format']);
  const repository = await environment.repository();
  const { rules } = await import('../../rules/index.ts');
  const levels = levelsOf(repository.settings.rules, listOption(options, 'rule'), rules);
  const { paths, unsaved } = await namedReleases(repository, { words, options }, environment);
  const found = findFaults(repository, {
    rules,
    levels,
    unsaved,
    now: environment.now,
    ...(options['stats'] === true ? { stopwatch: () => performance.now() } : {}),
    ...(paths === undefined ? {} : { paths }),
  });
  sayPassedOver(found.passedOver, environment);
  const summary = summarise(found.diagnostics, found.files);
  const status = summary.errors > 0 || summary.warnings > mostWarnings ? 1 : 0;
  const lines = new SourceLines(repository, unsaved);
  await printFindings(
    { diagnostics: found.diagnostics, summary, lines },
    { reporter, target: targetOf(options), status },
    environment,
  );
  if (found.costs.length > 0) environment.say(costTable(found.costs));
  return status;
}

function sayPassedOver(paths: readonly string[], { files, say }: Environment): void {
  for (const path of paths) say(`«${terminalSafe(files.display(path))}» is no release: it was not looked at.`);
}

function mostWarningsOf(options: OptionValues): number {
  const value = options['maxWarnings'];
  if (value === undefined) return Infinity;
  if (typeof value === 'string' && /^\d{1,9}$/.test(value)) return Number(value);
  const hint = 'Write how many warnings are allowed, such as --max-warnings 0.';
  throw new PressError('usage', `«--max-warnings ${String(value)}» is no number.`, { hint });
}

function targetOf(options: OptionValues): string | undefined {
  const value = options['output'];
  return typeof value === 'string' && value !== '-' ? value : undefined;
}

async function reporterNamed(word: unknown): Promise<Reporter> {
  const load = reporters.get(typeof word === 'string' ? word : 'pretty');
  if (load !== undefined) return load();
  throw new PressError('usage', `«${String(word)}» is no way to print findings.`, {
    hint: `Write one of ${[...reporters.keys()].join(', ')}.`,
  });
}
