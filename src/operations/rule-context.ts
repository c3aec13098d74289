import type { Repository } from '../model/repository.ts';
import type { Rule, RuleContext } from '../model/rule.ts';

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
