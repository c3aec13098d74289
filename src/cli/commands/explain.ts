import type { Command } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import { didYouMean, errorCodes, PressError, type ErrorCode } from '../../model/press-error.ts';
import { nearest } from '../../text/nearest.ts';
import { explainError, explainRule, overview } from '../terminal/explanation.ts';
import { jsonText } from '../terminal/json-output.ts';
import type { AnyRule } from '../terminal/rule-facts.ts';

/** `press explain`: what a finding or an error means, and what to do. */
export const explain: Command = {
  name: 'explain',
  summary: 'Say what a rule or an error code means, with examples.',
  details: ['Without a name: all rules and all codes.'],
  arguments: [
    { name: 'rule', summary: 'name of a rule or code, as it stands in a finding', required: false, variadic: false },
  ],
  options: [{ flags: '--format <format>', summary: 'text or json', choices: ['text', 'json'] }],
  examples: [
    { line: 'explain unknown-term', summary: 'why a word is refused, and what it should be' },
    { line: 'explain', summary: 'every rule and code with one sentence each' },
  ],
  async run({ arguments: [name], options, environment }) {
    const rules = [
      ...(await import('../../rules/index.ts')).rules,
      ...(await import('../../vocabulary-rules/index.ts')).vocabularyRules,
    ];
    const isJson = options['format'] === 'json';
    if (isJson)
      await environment.out(
        jsonText(name === undefined ? { rules: rules.map(ruleRecord), codes: errorCodes } : recordOf(name, rules)),
      );
    else
      await environment.out(name === undefined ? overview(rules, environment.paint) : textOf(name, rules, environment));
    return 0;
  },
};

function textOf(name: string, rules: readonly AnyRule[], { paint, outIsTerminal, width }: Environment): string {
  const rule = rules.find(({ id }) => id === name);
  const parts = rule === undefined ? [] : [explainRule(rule, paint, outIsTerminal ? width : Infinity)];
  if (isCode(name)) parts.push(explainError(name, paint));
  if (parts.length === 0) throw unknown(name, rules);
  return parts.join('\n');
}

function recordOf(name: string, rules: readonly AnyRule[]): object {
  const rule = rules.find(({ id }) => id === name);
  if (rule === undefined && !isCode(name)) throw unknown(name, rules);
  return {
    ...(rule === undefined ? {} : { rule: ruleRecord(rule) }),
    ...(isCode(name) ? { code: { code: name, summary: errorCodes[name] } } : {}),
  };
}

function ruleRecord(rule: AnyRule): object {
  const { id, topic, severity, scope, summary, why, examples, mends = {} } = rule;
  const isOn = rule.isOffByDefault !== true;
  return { id, topic, severity, isOn, isBinding: rule.isBinding === true, scope, summary, why, mends, examples };
}

function isCode(name: string): name is ErrorCode {
  return Object.hasOwn(errorCodes, name);
}

function unknown(name: string, rules: readonly AnyRule[]): PressError {
  const known = new Set([...rules.map(({ id }) => id), ...Object.keys(errorCodes)]);
  const hint = didYouMean(nearest(name, known)) ?? '«press explain» lists them all.';
  return new PressError('usage', `«${name}» is neither a rule nor an error code of press.`, { hint });
}
