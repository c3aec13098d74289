/** What can be done about a rule, in words: `press explain` and the reference say the same. */
import { severities } from '../../model/diagnostic.ts';
import type { Rule } from '../../model/rule.ts';
import type { VocabularyRule } from '../../model/vocabulary-rule.ts';

export type AnyRule = Rule | VocabularyRule;

/** The command that a rule belongs to. */
export function commandOf({ scope }: AnyRule): string {
  return scope === 'taxonomy' ? 'press taxonomy check' : 'press validate';
}

/** `warning`, or `off, else warning` for a rule that somebody must turn on. */
export function levelOf({ severity, isOffByDefault }: AnyRule): string {
  return isOffByDefault === true ? `off, else ${severity}` : severity;
}

/** The options that mend what a rule finds, and what they do. */
export function waysToMend({ mends = {} }: AnyRule): readonly { readonly option: string; readonly what: string }[] {
  const ways = [
    { option: '--fix', what: mends.safe },
    { option: '--fix-review', what: mends.review },
  ];
  return ways.flatMap(({ option, what }) => (what === undefined ? [] : [{ option, what }]));
}

/** How to make a rule louder, quieter or silent: everywhere, for one run, in one place. */
export function waysToChange(rule: AnyRule): readonly { readonly what: string; readonly lines: readonly string[] }[] {
  const { id } = rule;
  const level =
    rule.isOffByDefault === true ? rule.severity : (severities.find((other) => other !== rule.severity) ?? 'off');
  const everywhere = {
    what: `How serious it is, for everybody, in press.yaml (${rule.isBinding === true ? '' : 'off, '}info, warning or error):`,
    lines: [`rules: {${id}: ${level}}`],
  };
  const once = { what: 'For one run:', lines: [`${commandOf(rule)} --rule ${id}=${level}`] };
  if (rule.isBinding === true) return [everywhere, once, { what: binding, lines: [] }];
  if (rule.scope === 'ignore' || rule.scope === 'taxonomy') return [everywhere, once];
  const lines = [`# press-ignore ${id}: why`, `<!-- press-ignore ${id}: why -->`];
  return [everywhere, once, { what: 'In one place, by a remark in the front matter or in the text:', lines }];
}

const binding = 'No remark in a file silences it, because it decides whether the release may go out.';
