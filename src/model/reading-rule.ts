/** Rules whose findings reading has made already: a card only has to hand them over. */
import type { ReadingRule, Span } from './manuscript.ts';
import type { Finding, Rule, RuleFacts } from './rule.ts';

/** The card of a rule whose findings come with the manuscript. */
export function readingRule(facts: RuleFacts & { readonly id: ReadingRule }): Rule {
  return {
    ...facts,
    scope: 'manuscript',
    *check(manuscript): Generator<Finding> {
      const faults = manuscript.faults.filter(({ rule }) => rule === facts.id);
      for (const fault of faults) {
        if (faults.some((other) => isInside(other, fault))) continue;
        const { rule: _, related = [], ...finding } = fault;
        yield { ...finding, related: related.map((place) => ({ ...place, manuscript })) };
      }
    },
  };
}

/** A character in a value is reported with its value and by itself: the narrower place says it better. */
function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;
}
