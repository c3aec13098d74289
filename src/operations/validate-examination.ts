/** An archive under examination: what its files say is remembered, so that only what changes is judged again. */
import { inReportOrder, type Diagnostic } from '../model/diagnostic.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';
import type { ArchiveEntry, Finding, Rule, RuleContext } from '../model/rule.ts';
import type { Validation, ValidateOptions } from './validate.ts';
import { archiveEntry, type Archive } from './validate-archive.ts';
import { CostTable } from './validate-costs.ts';
import { toDiagnostic, withinLimit } from './validate-findings.ts';
import { silence } from './validate-ignores.ts';
import type { Levels } from './validate-levels.ts';
import { choosePaths } from './validate-paths.ts';

export type ExaminationOptions = Pick<ValidateOptions, 'rules' | 'levels' | 'unsaved' | 'now' | 'stopwatch'>;

export class Examination {
  readonly #repository: Repository;
  readonly #rules: readonly Rule[];
  readonly #levels: Levels;
  readonly #context: RuleContext;
  readonly #archive: Archive = new Map();
  /** What each judged file says by itself. */
  readonly #own = new Map<string, readonly Diagnostic[]>();
  readonly #stopwatch: (() => number) | undefined;

  /** Reads the whole archive; throws PressError for a broken taxonomy.yaml or press.yaml. */
  constructor(repository: Repository, { rules, levels, unsaved = [], now, stopwatch }: ExaminationOptions) {
    this.#repository = repository;
    this.#levels = levels;
    this.#rules = rules.filter((rule) => this.#isOn(rule));
    this.#context = contextOf(repository, rules, now);
    this.#stopwatch = stopwatch;
    for (const manuscript of repository.manuscripts()) this.#enter(manuscript);
    for (const manuscript of unsaved) this.#enter(manuscript);
  }

  /** Reads these files again; those that are gone leave the archive. Paths are from the root. */
  readAgain(paths: readonly string[]): void {
    for (const path of paths) {
      this.#own.delete(path);
      this.#archive.delete(path);
      if (this.#repository.exists(path))
        for (const manuscript of this.#repository.manuscripts([path])) this.#enter(manuscript);
    }
  }

  /** The findings of the given files and folders, or of everything. Throws PressError when a path has no release. */
  report({ paths, comparesAll = false }: Pick<ValidateOptions, 'paths' | 'comparesAll'>): Validation {
    const { judged, passedOver } = choosePaths(this.#repository, this.#archive, paths);
    const costs = new CostTable(this.#stopwatch);
    for (const path of judged) this.#judge(path, costs);
    const compared = this.#compare(comparesAll ? new Set(this.#archive.keys()) : judged, costs);
    const files = comparesAll ? new Set([...judged, ...compared.keys()]) : judged;
    const diagnostics = [...files].flatMap((path) => this.#findingsOf(path, { compared, isJudged: judged.has(path) }));
    return { diagnostics: diagnostics.sort(inReportOrder), files: files.size, passedOver, costs: costs.list() };
  }

  #isOn({ id, isOffByDefault }: Rule): boolean {
    return (this.#levels.get(id) ?? (isOffByDefault === true ? 'off' : undefined)) !== 'off';
  }

  #enter(manuscript: Manuscript): void {
    this.#archive.set(manuscript.path, archiveEntry(manuscript, this.#repository));
  }

  /** Everything that can be said of a file by itself; said before, it is remembered. */
  #judge(path: string, costs: CostTable): void {
    const entry = this.#archive.get(path);
    if (entry === undefined || this.#own.has(path)) return;
    const found: Diagnostic[] = [];
    for (const rule of this.#rules) {
      if (rule.scope === 'archive' || rule.scope === 'ignore') continue;
      costs.measure(rule.id, () =>
        this.#add(found, rule, { manuscript: entry.manuscript, findings: own(rule, entry, this.#context) }),
      );
    }
    this.#own.set(path, found);
  }

  /** What files have to do with each other, by file; said of the wanted ones only. */
  #compare(wanted: ReadonlySet<string>, costs: CostTable): Map<string, Diagnostic[]> {
    const compared = new Map<string, Diagnostic[]>();
    const entries = [...this.#archive.values()];
    for (const rule of this.#rules) {
      if (rule.scope !== 'archive') continue;
      costs.measure(rule.id, () => {
        let count = 0;
        for (const finding of rule.check(entries, this.#context)) {
          const { path } = finding.in;
          if (!wanted.has(path)) continue;
          const found = compared.get(path) ?? [];
          compared.set(path, found);
          count += this.#add(found, rule, { manuscript: finding.in, findings: [finding] });
        }
        return count;
      });
    }
    return compared;
  }

  #findingsOf(
    path: string,
    {
      compared,
      isJudged,
    }: { readonly compared: ReadonlyMap<string, readonly Diagnostic[]>; readonly isJudged: boolean },
  ): Diagnostic[] {
    const entry = this.#archive.get(path);
    const found = [...(this.#own.get(path) ?? []), ...(compared.get(path) ?? [])];
    if (entry === undefined) return found;
    const { kept, remarks } = silence(found, entry, { running: this.#rules, context: this.#context });
    if (isJudged)
      for (const [rule, finding] of remarks)
        this.#add(kept, rule, { manuscript: entry.manuscript, findings: [finding] });
    return withinLimit(kept);
  }

  /** Returns how many there were. */
  #add(
    found: Diagnostic[],
    rule: Rule,
    { manuscript, findings }: { readonly manuscript: Manuscript; readonly findings: Iterable<Finding> },
  ): number {
    const level = this.#levels.get(rule.id);
    let count = 0;
    for (const finding of findings) {
      const severity = level === undefined || level === 'off' ? (finding.severity ?? rule.severity) : level;
      found.push(toDiagnostic(finding, { rule: rule.id, severity, manuscript }));
      count += 1;
    }
    return count;
  }
}

type OwnRule = Exclude<Rule, { scope: 'archive' | 'ignore' }>;

function own(rule: OwnRule, { manuscript, release }: ArchiveEntry, context: RuleContext): Iterable<Finding> {
  if (rule.scope !== 'release') return rule.check(manuscript, context);
  return release === undefined ? [] : rule.check(release, manuscript, context);
}

function contextOf(repository: Repository, rules: readonly Rule[], now: RuleContext['now']): RuleContext {
  const { taxonomy, settings } = repository;
  return {
    taxonomy,
    settings,
    schemaOf: (type) => repository.releaseSchema(type),
    releaseTypes: repository.releaseTypes(),
    ruleIds: rules.map(({ id }) => id),
    now,
    exists: (path) => repository.exists(path),
  };
}
