/** What the rules that are on say of files, as diagnostics at their levels. They hold no piece of a text. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { ignoresOf } from '../model/ignores.ts';
import { judgedPart } from '../model/judged-part.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { ArchiveEntry, ArchiveFinding, Finding, Rule, RuleContext, Surroundings } from '../model/rule.ts';
import { yearAt } from '../model/thinkable-year.ts';
import { detachedData } from '../text/detached.ts';
import type { CostTable } from './validate-costs.ts';
import { toDiagnostic } from './validate-findings.ts';
import { silence } from './validate-ignores.ts';
import type { Levels } from './validate-levels.ts';
import { RuleNeeds, type OwnRule } from './validate-needs.ts';

// Of one file; a report shows fewer, and nobody mends more.
const MOST_OF_A_RULE = 1000;

/** What was found in one file without looking at others. */
export interface OwnFindings {
  readonly found: readonly Diagnostic[];
  /** Whether remarks in the file may silence some of it, or what is found when it is compared. */
  readonly hasRemarks: boolean;
}

export const nothing: OwnFindings = { found: [], hasRemarks: false };

interface Listening {
  /** All files and their customs, and which of the compared ones are asked about. */
  readonly around: Surroundings;
  readonly isWanted: (path: string) => boolean;
  /** Hears what was found, and in which text. */
  readonly heard: (manuscript: Manuscript, found: readonly Diagnostic[]) => void;
  readonly costs: CostTable;
}

interface Told extends Pick<Listening, 'heard'> {
  readonly compared: Map<string, Diagnostic[]>;
}

/** What comparing files has shown. */
export interface Comparison {
  readonly byFile: ReadonlyMap<string, readonly Diagnostic[]>;
  /** The files that gave cause to look at their texts. In the others nothing is found as long as nothing changes that they have to do with. */
  readonly noisy: ReadonlySet<string>;
}

export class Judge {
  readonly #rules: readonly Rule[];
  /** Those of them that look at one file. */
  readonly #ownRules: readonly OwnRule[];
  readonly #needs: RuleNeeds;
  readonly #levels: Levels;
  readonly #context: RuleContext;

  constructor(rules: readonly Rule[], levels: Levels, context: RuleContext) {
    this.#levels = levels;
    this.#rules = rules.filter(({ id, isOffByDefault }) => {
      return (levels.get(id) ?? (isOffByDefault === true ? 'off' : undefined)) !== 'off';
    });
    this.#ownRules = this.#rules.filter((rule) => rule.scope !== 'archive' && rule.scope !== 'ignore');
    this.#needs = new RuleNeeds(this.#ownRules);
    this.#context = context;
  }

  /** Names what decides whether a file, or all of them together, give anything to say, besides files and hour. */
  get key(): string {
    // Which years can be meant changes with the year (`isThinkableYear`).
    return JSON.stringify([this.#rules.map(({ id }) => id), yearAt(this.#context.now)]);
  }

  /** Everything that can be said of a file by itself. */
  own(entry: ArchiveEntry, costs: CostTable): OwnFindings {
    const found: Diagnostic[] = [];
    const isMet = this.#needs.metBy(judgedPart(entry.manuscript));
    for (const [index, rule] of this.#ownRules.entries()) {
      if (costs.isMeasuring) costs.measure(rule.id, () => (isMet[index] === 1 ? this.#askRule(found, rule, entry) : 0));
      else if (isMet[index] === 1) this.#askRule(found, rule, entry);
    }
    found.push(...this.#remarkOnLength(entry.manuscript));
    const hasRemarks = ignoresOf(entry.manuscript).length > 0;
    return found.length === 0 && !hasRemarks ? nothing : { found: detachedData(found), hasRemarks };
  }

  /** What files have to do with each other, by file; said of the wanted ones only. */
  compared(entries: readonly ArchiveEntry[], { around, isWanted, costs, heard }: Listening): Comparison {
    const compared = new Map<string, Diagnostic[]>();
    const noisy = new Set<string>();
    for (const rule of this.#rules) {
      if (rule.scope !== 'archive') continue;
      costs.measure(rule.id, () => {
        let count = 0;
        for (const finding of rule.check(entries, this.#context, around)) {
          if (!around.isAsked(finding.in)) continue;
          const { path } = finding.in.facts;
          noisy.add(path);
          if (isWanted(path)) count += this.#tell(finding, rule, { compared, heard });
        }
        return count;
      });
    }
    return { byFile: compared, noisy };
  }

  /** Findings of a file without those that its remarks silence, and with what there is to say of the remarks. */
  withoutSilenced(found: readonly Diagnostic[], entry: ArchiveEntry, isJudged: boolean): Diagnostic[] {
    const { kept, remarks } = silence(found, entry, { running: this.#rules, context: this.#context });
    if (isJudged)
      for (const [rule, finding] of remarks)
        this.#add(kept, rule, { manuscript: entry.manuscript, findings: [finding] });
    return kept;
  }

  #tell(finding: ArchiveFinding, rule: Rule, { compared, heard }: Told): number {
    const { path } = finding.in.facts;
    const known = compared.get(path) ?? [];
    if (known.length >= MOST_OF_A_RULE) return 0;
    const { manuscript } = finding.in;
    const told = finding.tell(manuscript);
    if (told === undefined) return 0;
    const found: Diagnostic[] = [];
    const count = this.#add(found, rule, { manuscript, findings: [told] });
    compared.set(path, known);
    known.push(...detachedData(found));
    heard(manuscript, found);
    return count;
  }

  /** A rule that a text is too much for says so, and keeps nobody from hearing the others. */
  #askRule(found: Diagnostic[], rule: OwnRule, entry: ArchiveEntry): number {
    const { manuscript } = entry;
    try {
      const part = judgedPart(manuscript);
      if (rule.mayFind?.(part, this.#context) === false) return 0;
      return this.#add(found, rule, { manuscript, findings: asked(rule, part, { entry, context: this.#context }) });
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

function asked(
  rule: OwnRule,
  part: Manuscript,
  { entry, context }: { readonly entry: ArchiveEntry; readonly context: RuleContext },
): Iterable<Finding> {
  if (rule.scope !== 'release') return rule.check(part, context);
  const { release } = entry;
  return release === undefined ? [] : rule.check(release, part, context);
}
