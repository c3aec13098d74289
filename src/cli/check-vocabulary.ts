/** `press taxonomy check` at work: mends what is to be mended, judges the vocabulary, and prints. */
import type { ExitStatus, OptionValues } from '../model/command.ts';
import { summarise, type Diagnostic } from '../model/diagnostic.ts';
import { clear } from '../model/embargo.ts';
import type { Environment } from '../model/environment.ts';
import { makeRelease, type ReleaseContext } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import type { Reporter, ReportedRun } from '../model/reporter.ts';
import type { DataText } from '../model/data-file.ts';
import type { Repository } from '../model/repository.ts';
import type { Rule } from '../model/rule.ts';
import type { Taxonomy } from '../model/taxonomy.ts';
import type { VocabularyRule } from '../model/vocabulary-rule.ts';
import { checkVocabulary, type VocabularyCheck } from '../operations/check-vocabulary.ts';
import { measureUsage } from '../operations/measure-usage.ts';
import { levelsOf, type Levels } from '../operations/validate-levels.ts';
import { counted } from '../text/counted.ts';
import { unifiedDiff, type TextChange } from '../text/unified-diff.ts';
import { wantsRedaction } from './options/build-machine.ts';
import { codeLists } from './options/code-lists.ts';
import { targetOf } from './options/finding-options.ts';
import { listOption } from './options/selection-options.ts';
import { paintedDiff } from './terminal/change-preview.ts';
import { printFindings } from './terminal/print-findings.ts';
import { SourceLines } from './terminal/source-lines.ts';

const run: ReportedRun = { command: 'press taxonomy check', unit: 'vocabulary' };

export interface CheckWish {
  readonly options: OptionValues;
  readonly reporter: Reporter;
  readonly mostWarnings: number;
}

/** Resolves to the exit status. Rejects with PressError when taxonomy.yaml cannot be read. */
export async function checkAndPrint(
  { options, reporter, mostWarnings }: CheckWish,
  environment: Environment,
): Promise<ExitStatus> {
  const repository = await environment.repository();
  const check = await checkFor(repository, options, environment);
  const first = taxonomyOf(repository);
  const found = checkVocabulary(first, check);
  const mended = options['fix'] === true ? edits(found) : [];
  if (options['dryRun'] === true) await showMending(first, mended, environment);
  else if (mended.length > 0) await mend(repository, { file: first, edits: mended }, environment);
  const diagnostics =
    mended.length === 0 || options['dryRun'] === true ? found : checkVocabulary(taxonomyOf(repository), check);
  const summary = summarise(diagnostics, 1);
  const status = summary.errors > 0 || summary.warnings > mostWarnings ? 1 : 0;
  if (options['dryRun'] === true) return status;
  const lines = new SourceLines(repository, []);
  const findings = {
    diagnostics,
    summary,
    lines,
    rules: check.rules,
    run,
    judged: [first.name],
    root: repository.root,
  };
  const printing = { reporter, target: targetOf(options), status, annotates: options['format'] === undefined } as const;
  await printFindings({ ...findings, isHidden: () => false }, printing, environment);
  return status;
}

async function checkFor(
  repository: Repository,
  options: OptionValues,
  environment: Environment,
): Promise<VocabularyCheck> {
  const { vocabularyRules: rules } = await import('../vocabulary-rules/index.ts');
  const { rules: others } = await import('../rules/index.ts');
  return {
    rules,
    levels: chosenLevels(repository, listOption(options, 'rule'), { rules, others }),
    codes: codeLists(options, repository, environment),
    usage: ({ taxonomy }) =>
      measureUsage(repository.manuscripts(), {
        taxonomy,
        mayShow: shownReleases({ repository, taxonomy, options }, environment),
      }),
  };
}

interface RuleSets {
  readonly rules: readonly VocabularyRule[];
  /** Those of press validate. */
  readonly others: readonly Rule[];
}

/** Levels of press.yaml for the other rules are the business of press validate. */
function chosenLevels({ settings }: Repository, words: readonly string[], { rules, others }: RuleSets): Levels {
  const otherIds = new Set(others.map(({ id }) => id));
  const foreign = words.map((word) => word.split('=', 1)[0] ?? '').find((id) => otherIds.has(id));
  if (foreign !== undefined)
    throw new PressError('usage', `«${foreign}» in --rule is not a rule about the vocabulary.`, {
      hint: 'It is a rule of «press validate».',
    });
  return levelsOf(new Map([...settings.rules].filter(([id]) => !otherIds.has(id))), words, rules);
}

function taxonomyOf(repository: Repository): DataText {
  const file = repository.dataFile('taxonomy.yaml');
  if (file !== undefined) return file;
  throw new PressError('no-repository', 'There is no taxonomy.yaml.', { hint: 'Make one with «press init».' });
}

interface Onlookers {
  readonly repository: Repository;
  readonly taxonomy: Taxonomy;
  readonly options: OptionValues;
}

/** Which releases may be named to those who read what is printed. */
function shownReleases(
  { repository, taxonomy, options }: Onlookers,
  environment: Environment,
): (manuscript: Manuscript) => boolean {
  if (!wantsRedaction(options, environment)) return () => true;
  const { settings } = repository;
  const context: ReleaseContext = { taxonomy, settings, releaseSchema: (type) => repository.releaseSchema(type) };
  return (manuscript) => {
    const release = makeRelease(manuscript, context);
    return release !== undefined && clear(release, { now: environment.now, timezone: settings.timezone }).public;
  };
}

/** What mends the findings that need nobody's eye. */
function edits(found: readonly Diagnostic[]): TextChange[] {
  return found.flatMap(({ fix }) =>
    fix?.safety === 'safe'
      ? fix.edits.map(({ range, text }) => ({ start: range.start.offset, end: range.end.offset, text }))
      : [],
  );
}

interface Mending {
  readonly file: DataText;
  readonly edits: readonly TextChange[];
}

async function mend(
  repository: Repository,
  { file, edits: changes }: Mending,
  environment: Environment,
): Promise<void> {
  const purpose = 'press taxonomy check --fix';
  const { name: path, digest } = file;
  const write = (): void => repository.apply({ purpose, changes: [{ kind: 'edit', path, digest, edits: changes }] });
  await repository.whileLocked(purpose, write, environment.signal);
  environment.say(`${counted(changes.length, 'finding')} mended in ${environment.files.display(path)}.`);
}

async function showMending(file: DataText, changes: readonly TextChange[], environment: Environment): Promise<void> {
  if (changes.length > 0)
    await environment.out(paintedDiff(unifiedDiff(file.name, file.text, changes), environment.paint));
  environment.say(`${counted(changes.length, 'finding')} would be mended. Nothing was written.`);
}
