/** Rules whose findings reading has made already: a card only has to hand them over. */
import type { Fault, Manuscript, ReadingRule, Span } from './manuscript.ts';
import type { Finding, Rule, RuleFacts } from './rule.ts';

/** The card of a rule whose findings come with the manuscript. `inWords` may say them better, once it has seen all of a file. */
export function readingRule(
  facts: RuleFacts & { readonly id: ReadingRule },
  inWords: (findings: readonly Finding[], manuscript: Manuscript) => Iterable<Finding> = (findings) => findings,
): Rule {
  return {
    ...facts,
    scope: 'manuscript',
    mayFind: ({ faults }) => faults.length > 0,
    check: (manuscript) => inWords(findingsOf(manuscript, facts.id), manuscript),
  };
}

function findingsOf(manuscript: Manuscript, id: ReadingRule): Finding[] {
  const faults = manuscript.faults.filter(({ rule }) => rule === id);
  return faults
    .filter((fault) => !faults.some((other) => isInside(other, fault)))
    .map((fault) => toFinding(fault, manuscript));
}

function toFinding(fault: Fault, manuscript: Manuscript): Finding {
  const { rule: _, related = [], ...finding } = fault;
  return { ...finding, related: related.map((place) => ({ ...place, manuscript })) };
}

/** A character in a value is reported with its value and by itself: the narrower place says it better. */
function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;
}
