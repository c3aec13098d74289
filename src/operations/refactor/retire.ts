/** `press taxonomy retire`: a body has ceased to exist. Its releases stay as they are. */
import type { DataChange } from '../../model/data-changes.ts';
import { facetOf, namedTerm, namedTermOf } from '../../model/named-term.ts';
import {
  pathOfTerm,
  type Objection,
  type RefactorVerb,
  type Vocabulary,
  type VocabularyPlan,
} from '../../model/refactoring.ts';
import { termOf, type Facet, type Term } from '../../model/taxonomy.ts';
import { parsePartialDate } from '../../text/dates.ts';

export interface RetireWish {
  readonly term: string;
  /** Its last day, month or year. */
  readonly on: string;
  /** Who came after. */
  readonly replacedBy: readonly string[];
}

export function retire(wish: RetireWish): RefactorVerb {
  return {
    purpose: `press taxonomy retire ${wish.term} --on ${wish.on}`,
    plan: (vocabulary) => plan(vocabulary, wish),
  };
}

function plan({ taxonomy }: Vocabulary, { term: words, on, replacedBy }: RetireWish): VocabularyPlan {
  const term = namedTerm(taxonomy, words);
  const facet = facetOf(taxonomy, term);
  const successors = replacedBy.map((each) => namedTermOf(taxonomy, facet, each));
  const reasons = [...tooEarly(term, on), ...successors.flatMap((each) => circular(facet, term, each))];
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const known = new Set(term.replacedBy.flatMap((id) => termOf(facet, id) ?? []));
  const fresh = successors.filter((each) => !known.has(each));
  const changes = [...lastDay(facet, term, on), ...following(facet, term, fresh)];
  if (changes.length === 0) return { kind: 'nothing', sentence: `The last day of «${term.id}» is ${on} already.` };
  return { kind: 'change', changes, told: told(term, on) };
}

function tooEarly({ id, active }: Term, on: string): Objection[] {
  const [from, until] = [parsePartialDate(active?.from ?? 'unknown'), parsePartialDate(on)];
  if (typeof from !== 'object' || typeof until !== 'object' || until.until >= from.from) return [];
  return [{ what: `«${id}» began on ${active?.from ?? ''}, after ${on}.`, wayOut: 'Put one of the two dates right.' }];
}

function circular(facet: Facet, term: Term, successor: Term): Objection[] {
  const seen = new Set([successor]);
  for (const each of seen) for (const id of each.replacedBy) addIfThere(seen, termOf(facet, id));
  if (!seen.has(term)) return [];
  const what =
    term === successor ? `«${term.id}» cannot follow itself.` : `«${successor.id}» is followed by «${term.id}».`;
  return [{ what, wayOut: 'Choose who came after it.' }];
}

function addIfThere(terms: Set<Term>, term: Term | undefined): void {
  if (term !== undefined) terms.add(term);
}

function lastDay(facet: Facet, term: Term, on: string): DataChange[] {
  const path = pathOfTerm(facet, term);
  if (term.active?.until === on) return [];
  return term.active === undefined
    ? [{ kind: 'set', path, pair: { key: 'active', value: { until: on } } }]
    : [{ kind: 'set', path: [...path, 'active'], pair: { key: 'until', value: on } }];
}

/** A list that is not there yet is written at once: one by one, each would come with a list of its own. */
function following(facet: Facet, term: Term, fresh: readonly Term[]): DataChange[] {
  const path = pathOfTerm(facet, term);
  const ids = fresh.map(({ id }) => id);
  const key = 'replacedBy';
  if (term.replacedBy.length === 0 && ids.length > 0) return [{ kind: 'set', path, pair: { key, value: ids } }];
  return ids.map((value) => ({ kind: 'append', path, pair: { key, value } }));
}

function told({ id, active }: Term, on: string): string[] {
  const before = active?.until === undefined || active.until === on ? [] : [`Its last day was ${active.until} so far.`];
  return [...before, `The last day of «${id}» is ${on}. No release changes: what it issued until then stays its own.`];
}
