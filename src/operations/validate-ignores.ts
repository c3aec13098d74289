/** Takes out of a file's findings what its remarks silence, and says what became of each remark. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { ignoresOf, isCovered, type Ignore, type IgnoreOutcome } from '../model/ignores.ts';
import type { ArchiveEntry, Finding, Rule, RuleContext } from '../model/rule.ts';

export interface Silenced {
  /** The findings that nobody silenced. */
  readonly kept: Diagnostic[];
  /** What the rules about remarks say. */
  readonly remarks: readonly (readonly [Rule, Finding])[];
}

export interface IgnoreContext {
  /** The rules that are on. */
  readonly running: readonly Rule[];
  readonly context: RuleContext;
}

/** The findings of one file without those that a remark with a reason covers; binding rules cannot be silenced. */
export function silence(
  found: readonly Diagnostic[],
  entry: ArchiveEntry,
  { running, context }: IgnoreContext,
): Silenced {
  const ignores = ignoresOf(entry.manuscript);
  if (ignores.length === 0) return { kept: [...found], remarks: [] };
  const byId = new Map(running.map((rule) => [rule.id, rule]));
  const isSilenced = (diagnostic: Diagnostic, ignore: Ignore): boolean =>
    ignore.reason !== '' &&
    byId.get(diagnostic.rule)?.isBinding !== true &&
    ignore.rules.includes(diagnostic.rule) &&
    isCovered(ignore, diagnostic.range.start.offset);
  const kept = found.filter((diagnostic) => !ignores.some((ignore) => isSilenced(diagnostic, ignore)));
  const outcomeOf = (ignore: Ignore, rule: string): IgnoreOutcome['outcome'] => {
    const card = byId.get(rule);
    if (card === undefined) return context.ruleIds.includes(rule) ? 'unjudged' : 'unknown';
    if (card.isBinding === true) return 'binding';
    if (found.some((diagnostic) => diagnostic.rule === rule && isCovered(ignore, diagnostic.range.start.offset)))
      return 'used';
    return entry.release === undefined ? 'unjudged' : 'unused';
  };
  const remarks = ignores.flatMap((ignore) => {
    const outcomes = ignore.rules.map((rule) => ({ rule, outcome: outcomeOf(ignore, rule) }));
    return running.flatMap((rule) =>
      rule.scope === 'ignore'
        ? [...rule.check(ignore, outcomes, context)].map((finding) => [rule, finding] as const)
        : [],
    );
  });
  return { kept, remarks };
}
