/** Runs the rules over an archive: everything that is wrong, in all files, in one run. */
import type { EpochMilliseconds } from '../model/clock.ts';
import { inReportOrder, type Diagnostic } from '../model/diagnostic.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';
import type { Rule, RuleContext } from '../model/rule.ts';
import { archiveEntry, type Archive } from './validate-archive.ts';
import { toDiagnostic, withinLimit } from './validate-findings.ts';
import type { Levels } from './validate-levels.ts';
import { choosePaths } from './validate-paths.ts';

export interface ValidateOptions {
  readonly rules: readonly Rule[];
  /** Where a rule's level was chosen by press.yaml or the command line (`levelsOf`). */
  readonly levels: Levels;
  /** Files and folders from the repository's root; without them, everything. Rules that compare files see the whole archive anyway. */
  readonly paths?: readonly string[];
  /** Texts that stand in for the files at their paths, or for files that do not exist yet. */
  readonly unsaved?: readonly Manuscript[];
  readonly now: EpochMilliseconds;
}

export interface Validation {
  /** In report order, at most 100 a file. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many files were judged. */
  readonly files: number;
  /** Given paths that are no releases, from the root: they were not looked at. */
  readonly passedOver: readonly string[];
}

/** The findings of the given files, or of all. Throws PressError when a path has no release, and for a broken taxonomy.yaml or press.yaml. */
export function validate(repository: Repository, options: ValidateOptions): Validation {
  const context = contextOf(repository, options.now);
  const archive = readArchive(repository, options.unsaved ?? []);
  const { judged, passedOver } = choosePaths(repository, archive, options.paths);
  const run = new Run(options, context);
  for (const path of judged) {
    const entry = archive.get(path);
    if (entry !== undefined) run.judge(entry);
  }
  run.judgeTogether([...archive.values()], judged);
  const diagnostics = [...run.byFile.values()].flatMap((found) => withinLimit(found));
  return { diagnostics: diagnostics.sort(inReportOrder), files: judged.size, passedOver };
}

function contextOf(repository: Repository, now: EpochMilliseconds): RuleContext {
  const { taxonomy, settings } = repository;
  return {
    taxonomy,
    settings,
    schemaOf: (type) => repository.releaseSchema(type),
    releaseTypes: repository.releaseTypes(),
    now,
  };
}

function readArchive(repository: Repository, unsaved: readonly Manuscript[]): Archive {
  const archive: Archive = new Map();
  for (const manuscript of repository.manuscripts()) archive.set(manuscript.path, archiveEntry(manuscript, repository));
  for (const manuscript of unsaved) archive.set(manuscript.path, archiveEntry(manuscript, repository));
  return archive;
}

/** Collects the findings of a run by file. */
class Run {
  readonly byFile = new Map<string, Diagnostic[]>();
  readonly #rules: readonly Rule[];
  readonly #levels: Levels;
  readonly #context: RuleContext;

  constructor({ rules, levels }: ValidateOptions, context: RuleContext) {
    this.#rules = rules.filter(({ id }) => levels.get(id) !== 'off');
    this.#levels = levels;
    this.#context = context;
  }

  /** Everything that can be said of a file by itself. */
  judge({ manuscript, release }: ReturnType<typeof archiveEntry>): void {
    for (const rule of this.#rules) {
      if (rule.scope === 'archive') continue;
      if (rule.scope !== 'release') this.#add(rule, manuscript, rule.check(manuscript, this.#context));
      else if (release !== undefined) this.#add(rule, manuscript, rule.check(release, manuscript, this.#context));
    }
  }

  /** What files have to do with each other; said of the judged ones only. */
  judgeTogether(entries: readonly ReturnType<typeof archiveEntry>[], judged: ReadonlySet<string>): void {
    for (const rule of this.#rules) {
      if (rule.scope !== 'archive') continue;
      for (const finding of rule.check(entries, this.#context)) {
        if (judged.has(finding.in.path)) this.#add(rule, finding.in, [finding]);
      }
    }
  }

  #add(rule: Rule, manuscript: Manuscript, findings: ReturnType<Extract<Rule, { scope: 'release' }>['check']>): void {
    for (const finding of findings) {
      const level = this.#levels.get(rule.id);
      const severity = level === undefined || level === 'off' ? (finding.severity ?? rule.severity) : level;
      const diagnostic = toDiagnostic(finding, { rule: rule.id, severity, manuscript });
      const found = this.byFile.get(manuscript.path);
      if (found === undefined) this.byFile.set(manuscript.path, [diagnostic]);
      else found.push(diagnostic);
    }
  }
}
