/** An archive under examination: what its files say is remembered, so that only what changes is judged again. */
import { compareText, inReportOrder, type Diagnostic } from '../model/diagnostic.ts';
import { judgedPart } from '../model/judged-part.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';
import type { ArchiveEntry, Finding, Rule, RuleContext } from '../model/rule.ts';
import type { Validation, ValidateOptions } from './validation.ts';
import { archiveEntry, type Archive } from './validate-archive.ts';
import { CostTable } from './validate-costs.ts';
import { toDiagnostic, withinLimit } from './validate-findings.ts';
import { silence } from './validate-ignores.ts';
import type { Levels } from './validate-levels.ts';
import { RuleNeeds, type OwnRule } from './validate-needs.ts';
import { choosePaths } from './validate-paths.ts';

export type ExaminationOptions = Pick<ValidateOptions, 'rules' | 'levels' | 'unsaved' | 'now' | 'stopwatch'>;

export interface ReportOptions extends Pick<ValidateOptions, 'paths' | 'comparesAll' | 'isWanted'> {
  /** Every finding is wanted, however many a file has: for a program that works on them. */
  readonly isUnlimited?: boolean;
}

// Of one file; a report shows fewer, and nobody mends more.
const MOST_OF_A_RULE = 1000;

export class Examination {
  readonly #repository: Repository;
  readonly #rules: readonly Rule[];
  /** Those of them that look at one file. */
  readonly #ownRules: readonly OwnRule[];
  readonly #needs: RuleNeeds;
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
    this.#ownRules = this.#rules.filter((rule) => rule.scope !== 'archive' && rule.scope !== 'ignore');
    this.#needs = new RuleNeeds(this.#ownRules);
    this.#context = contextOf(repository, rules, now);
    this.#stopwatch = stopwatch;
    for (const manuscript of repository.manuscripts()) this.#enter(manuscript);
    for (const manuscript of unsaved) this.#enter(manuscript);
  }

  /** Reads these files again; those that are gone leave the archive. Paths are from the root. */
  readAgain(paths: readonly string[]): void {
    const isLonger = paths.some((path) => !this.#archive.has(path));
    for (const path of paths) {
      this.#own.delete(path);
      if (!this.#repository.exists(path)) this.#archive.delete(path);
      else for (const manuscript of this.#repository.manuscripts([path])) this.#enter(manuscript);
    }
    if (isLonger) this.#putInOrder();
  }

  /** Rules that compare files may speak of the first and the second. */
  #putInOrder(): void {
    const entries = [...this.#archive].sort(([a], [b]) => compareText(a, b));
    this.#archive.clear();
    for (const [path, entry] of entries) this.#archive.set(path, entry);
  }

  /** A file as it was read last; undefined when the archive has none at that path. */
  manuscriptAt(path: string): Manuscript | undefined {
    return this.#archive.get(path)?.manuscript;
  }

  /** Takes these texts in the place of their files. */
  replace(manuscripts: Iterable<Manuscript>): void {
    for (const manuscript of manuscripts) {
      this.#own.delete(manuscript.path);
      this.#enter(manuscript);
    }
  }

  /** The findings of the given files and folders, or of everything. Throws PressError when a path has no release. */
  report({ paths, isWanted, comparesAll = false, isUnlimited = false }: ReportOptions): Validation {
    const { judged: chosen, passedOver } = choosePaths(this.#repository, this.#archive, paths);
    const judged = isWanted === undefined ? chosen : new Set([...chosen].filter(isWanted));
    const compares = isWanted === undefined ? new Set(this.#archive.keys()) : chosen;
    const costs = new CostTable(this.#stopwatch);
    for (const path of judged) this.#judge(path, costs);
    const compared = this.#compare(comparesAll ? compares : judged, costs);
    const files = comparesAll ? new Set([...judged, ...compared.keys()]) : judged;
    const diagnostics = [...files].flatMap((path) => {
      const found = this.#findingsOf(path, { compared, isJudged: judged.has(path) });
      return isUnlimited ? found : withinLimit(found);
    });
    return {
      diagnostics: diagnostics.sort(inReportOrder),
      files: files.size,
      judged: [...files].sort(compareText),
      archive: this.#archive,
      passedOver,
      costs: costs.list(),
    };
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
    const isMet = this.#needs.metBy(judgedPart(entry.manuscript));
    for (const [index, rule] of this.#ownRules.entries()) {
      if (this.#stopwatch !== undefined)
        costs.measure(rule.id, () => (isMet[index] === 1 ? this.#askRule(found, rule, entry) : 0));
      else if (isMet[index] === 1) this.#askRule(found, rule, entry);
    }
    found.push(...this.#remarkOnLength(entry.manuscript));
    this.#own.set(path, found);
  }

  /** A rule that a text is too much for says so, and keeps nobody from hearing the others. */
  #askRule(found: Diagnostic[], rule: OwnRule, entry: ArchiveEntry): number {
    const { manuscript } = entry;
    try {
      const part = judgedPart(manuscript);
      if (rule.mayFind?.(part, this.#context) === false) return 0;
      return this.#add(found, rule, { manuscript, findings: own(rule, part, { entry, context: this.#context }) });
    } catch (error) {
      // What V8 throws when a pattern or a recursion runs out of room.
      if (!(error instanceof RangeError)) throw error;
      const message = `The rule «${rule.id}» could not look at this file: something in it is too long.`;
      const hint = 'Look for words or lines without an end.';
      const finding = { start: manuscript.bodyStart, end: manuscript.bodyStart, message, hint };
      found.push(toDiagnostic(finding, { rule: 'size-limit', severity: 'error', manuscript }));
      return 1;
    }
  }

  /** A release so long that the rules have seen its beginning alone. */
  #remarkOnLength(manuscript: Manuscript): Diagnostic[] {
    if (judgedPart(manuscript) === manuscript) return [];
    const start = judgedPart(manuscript).text.length;
    const message = 'The text goes on for more than 1 MiB, and what stands behind this place was not looked at.';
    const hint = 'See whether all of it belongs to the release.';
    return [
      toDiagnostic({ start, end: start, message, hint }, { rule: 'size-limit', severity: 'warning', manuscript }),
    ];
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
          if (found.length >= MOST_OF_A_RULE) continue;
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
    return kept;
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
      if (count === MOST_OF_A_RULE) break;
    }
    return count;
  }
}

function own(
  rule: OwnRule,
  part: Manuscript,
  { entry, context }: { readonly entry: ArchiveEntry; readonly context: RuleContext },
): Iterable<Finding> {
  if (rule.scope !== 'release') return rule.check(part, context);
  const { release } = entry;
  return release === undefined ? [] : rule.check(release, part, context);
}

/** What rules may know, of a repository. */
export function contextOf(repository: Repository, rules: readonly Rule[], now: RuleContext['now']): RuleContext {
  const { taxonomy, settings } = repository;
  return {
    taxonomy,
    settings,
    schemaOf: (type) => repository.releaseSchema(type),
    releaseTypes: repository.releaseTypes(),
    ruleIds: rules.map(({ id }) => id),
    now,
    exists: (path) => repository.exists(path),
    digestOfText: (text) => repository.digestOfText(text),
  };
}
