import type { Command, ExitStatus, Invocation, OptionValues } from '../../model/command.ts';
import { summarise } from '../../model/diagnostic.ts';
import type { Environment } from '../../model/environment.ts';
import type { Reporter } from '../../model/reporter.ts';
import type { Rule } from '../../model/rule.ts';
import { validate as findFaults } from '../../operations/validate.ts';
import { levelsOf } from '../../operations/validate-levels.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { cacheByOption, cacheOption, comparesContent, usesCache } from '../options/cache-option.ts';
import { findingOptions, mostWarningsOf, reporterNamed, targetOf } from '../options/finding-options.ts';
import { judgedFiles, refuseConflicts } from '../options/judged-files.ts';
import { namedReleases } from '../options/release-paths.ts';
import { listOption } from '../options/selection-options.ts';
import { printFindings } from '../terminal/print-findings.ts';
import { shownFindings } from '../terminal/shown-findings.ts';
import { costTable } from '../terminal/rule-costs.ts';
import { SourceLines } from '../terminal/source-lines.ts';

/** `press validate`: everything that is wrong with the releases. */
export const validate: Command = {
  name: 'validate',
  summary: 'Check releases against schemas, vocabulary and rules.',
  details: [
    'Looks at every release, or at the files and folders that are named, and says everything that is wrong in one go. ' +
      '«press explain RULE» tells more about a finding.',
    '--changed and --staged ask git. When taxonomy.yaml, press.yaml or a schema is among what has changed, every release is judged. ' +
      'As a hook that git runs before each commit, .git/hooks/pre-commit is an executable file with two lines: «#!/bin/sh» and «exec npx --no-install press validate --staged».',
    'Under «rules:» press.yaml says for everybody how serious each rule is, such as «hype: off». ' +
      'A remark «press-ignore RULE: reason» beside a place, after # in front matter or in <!-- --> in the text, silences that one finding.',
    'Exit status: 0 when there is no error, 1 when there is one or there are more warnings than --max-warnings, 2 when press could not look. ' +
      'After --fix and --fix-review it is about what is left, and 2 when a mended file could not be written; with --dry-run about the files as they are.',
  ],
  arguments: [{ name: 'path', summary: 'files and folders; «-» is standard input', required: false, variadic: true }],
  options: [
    ...findingOptions,
    { flags: '--redact-unpublished', summary: 'leave out the text of findings in releases that are not public' },
    {
      flags: '--no-redact-unpublished',
      summary: 'show it; the default, except in builds on GitHub of what is not private',
    },
    { flags: '--fix', summary: 'mend what can be mended without changing what a release says' },
    { flags: '--fix-review', summary: 'mend it, then ask about what wants a person’s eye' },
    { flags: '-n, --dry-run', summary: 'with --fix: print what would change as a diff, and write nothing' },
    {
      flags: '--changed [revision]',
      summary: 'only releases that differ from a branch or commit (default: the last commit)',
    },
    { flags: '--staged', summary: 'only releases that are staged, as they are staged' },
    { flags: '--watch', summary: 'look again after every change, until Ctrl-C' },
    { flags: '--stats', summary: 'say on stderr which rules take the time' },
    cacheByOption,
    cacheOption,
    { flags: '--stdin-path <path>', summary: 'where the text on standard input would stand' },
  ],
  writes: ['--fix', '--fix-review'],
  examples: [
    { line: 'validate', summary: 'every release' },
    { line: 'validate releases/2009 --format json', summary: 'one folder, for a program' },
    { line: 'validate --fix --dry-run', summary: 'what press would mend, as a diff' },
    { line: 'validate --changed main', summary: 'what this branch has changed' },
    { line: 'validate --rule dateline-date=error --max-warnings 0', summary: 'stricter than usual' },
  ],
  run: runValidate,
};

async function runValidate({ arguments: words, options, environment }: Invocation): Promise<ExitStatus> {
  const mostWarnings = mostWarningsOf(options);
  const reporter = await reporterNamed(options['format']);
  refuseConflicts(options, words);
  const { rules } = await import('../../rules/index.ts');
  if (options['watch'] === true)
    return (await import('../watch.ts')).watchReleases({ words, options, reporter, rules }, environment);
  return lookOnce({ words, options, reporter, rules, mostWarnings }, environment);
}

interface Look {
  readonly words: readonly string[];
  readonly options: OptionValues;
  readonly reporter: Reporter;
  readonly rules: readonly Rule[];
  readonly mostWarnings: number;
}

/** Mends what is to be mended, judges, and prints. */
async function lookOnce(look: Look, environment: Environment): Promise<ExitStatus> {
  const { words, options, reporter, rules, mostWarnings } = look;
  const { repository, narrowed, nothing } = await judgedFiles({ words, options }, environment);
  const { paths, unsaved: given } = await namedReleases(repository, { words, options }, environment);
  const judging = {
    rules,
    levels: levelsOf(repository.settings.rules, listOption(options, 'rule'), rules),
    unsaved: given,
    now: environment.now,
    forgets: !usesCache(options),
    comparesContent: comparesContent(options),
    ...(paths === undefined ? {} : { paths }),
    ...narrowed,
  };
  const mended = wantsMending(options)
    ? await (await import('../terminal/mending.ts')).mendReleases({ repository, options, words, judging }, environment)
    : undefined;
  const unsaved = mended?.unsaved ?? given;
  const stopwatch = options['stats'] === true ? { stopwatch: () => performance.now() } : {};
  const judged = findFaults(repository, { ...judging, unsaved, ...stopwatch });
  const found = mended === undefined ? judged : { ...judged, diagnostics: mended.stillMendable(judged.diagnostics) };
  sayPassedOver(found.passedOver, environment);
  if (nothing !== undefined && found.judged.length === 0) {
    environment.say(nothing);
    // For people that says it all; a program gets its empty report.
    if (options['format'] === undefined && targetOf(options) === undefined) return 0;
  }
  const summary = summarise(found.diagnostics, found.files);
  const status = summary.errors > 0 || summary.warnings > mostWarnings ? 1 : 0;
  const shown = shownFindings(found, { options, environment, repository, rules });
  const lines = new SourceLines(repository, unsaved);
  const findings = {
    ...shown,
    summary,
    lines,
    rules,
    get judged() {
      return found.judged;
    },
    root: repository.root,
  };
  const printing = { reporter, target: targetOf(options), status, annotates: options['format'] === undefined } as const;
  const print = (into: Environment): Promise<void> => printFindings(findings, printing, into);
  const ended = mended === undefined ? await print(environment) : await mended.conclude(print, status, shown);
  if (found.costs.length > 0) environment.say(costTable(found.costs));
  return ended ?? status;
}

function wantsMending(options: OptionValues): boolean {
  return ['fix', 'fixReview', 'dryRun'].some((name) => options[name] === true);
}

function sayPassedOver(paths: readonly string[], { files, say }: Environment): void {
  for (const path of paths) say(`«${terminalSafe(files.display(path))}» is no release: it was not looked at.`);
}
