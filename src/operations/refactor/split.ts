/** `press taxonomy split`: a term becomes several, and each release goes where its other terms say. */
import { facetNamed } from '../../model/query-fields.ts';
import { facetValues, termMeant } from '../../model/facet-words.ts';
import type { Manuscript } from '../../model/manuscript.ts';
import { facetOf, namedTerm, namedTermOf } from '../../model/named-term.ts';
import { didYouMean, PressError } from '../../model/press-error.ts';
import { quotedList } from '../../model/quoting.ts';
import type { Objection, RefactorVerb, Vocabulary, VocabularyPlan } from '../../model/refactoring.ts';
import { withNarrower, type Facet, type Taxonomy, type Term } from '../../model/taxonomy.ts';
import { nearest } from '../../text/nearest.ts';
import { objectionsToGoing, takenOutOfUse } from './going.ts';

export interface SplitWish {
  readonly term: string;
  readonly into: readonly string[];
  /** `FACET=TERM:TARGET`. */
  readonly by: readonly string[];
  /** Where everything goes that no rule is about. */
  readonly otherwise: string | undefined;
  /** What a person has said of single releases, by path. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

export function split(wish: SplitWish): RefactorVerb {
  const purpose = `press taxonomy split ${wish.term} --into ${wish.into.join(',')}`;
  return { purpose, plan: (vocabulary) => plan(vocabulary, wish) };
}

/** The releases with a term, or something narrower, get a target. */
interface SplitRule {
  readonly facet: Facet;
  readonly terms: ReadonlySet<Term>;
  readonly target: Term;
}

function plan({ taxonomy }: Vocabulary, wish: SplitWish): VocabularyPlan {
  const term = namedTerm(taxonomy, wish.term);
  const facet = facetOf(taxonomy, term);
  const into = [...new Set(wish.into.map((words) => namedTermOf(taxonomy, facet, words)))];
  const target = (words: string): Term => targetAmong(namedTermOf(taxonomy, facet, words), into);
  const rules = wish.by.map((words) => ruleFrom(words, taxonomy, target));
  const otherwise = wish.otherwise === undefined ? undefined : target(wish.otherwise);
  const reasons = [...objectionsToGoing([term], into), ...tooFew(into)];
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const ids = into.map(({ id }) => id);
  const targetsIn = (release: Manuscript): readonly string[] | undefined =>
    wish.answers.get(release.path) ?? idsFor(release, { taxonomy, rules, facet, otherwise });
  return {
    kind: 'change',
    changes: takenOutOfUse(facet, term, ids),
    shift: { facet, terms: new Set([term]), isOfIds: false, to: ids, targetsIn },
    told: [`«${term.id}» stays in the vocabulary, out of use, so that old words find ${quotedList(ids, 'and')}.`],
  };
}

function targetAmong(term: Term, into: readonly Term[]): Term {
  if (into.includes(term)) return term;
  throw new PressError('usage', `«${term.id}» is none of the terms that --into names.`, {
    hint: `Take ${quotedList(
      into.map(({ id }) => id),
      'or',
    )}, or name it there as well.`,
  });
}

function tooFew(into: readonly Term[]): Objection[] {
  if (into.length > 1) return [];
  return [
    {
      what: 'One term cannot be split into one.',
      wayOut: 'Name several behind --into, or use «press taxonomy merge».',
    },
  ];
}

/** Throws PressError `usage` for a rule that is none. */
function ruleFrom(words: string, taxonomy: Taxonomy, target: (words: string) => Term): SplitRule {
  const [, name, term, to] = /^([^=]+)=(.+):([^:]+)$/.exec(words) ?? [];
  if (name === undefined || term === undefined || to === undefined)
    throw new PressError('usage', `«--by ${words}» does not say which releases go where.`, {
      hint: 'Write a facet, a term that releases have, and where these go: --by country=azerbaijan:elections.',
    });
  const facet = facetNamed(name, taxonomy);
  if (facet === undefined) {
    const known = [...taxonomy.facets.keys()];
    const hint = didYouMean(nearest(name, known)) ?? `The facets are ${known.join(', ')}.`;
    throw new PressError('unknown-term', `«${name}» is not a facet of the vocabulary.`, { hint });
  }
  return { facet, terms: new Set(withNarrower(facet, namedTermOf(taxonomy, facet, term))), target: target(to) };
}

interface Sorting {
  readonly taxonomy: Taxonomy;
  readonly rules: readonly SplitRule[];
  readonly facet: Facet;
  readonly otherwise: Term | undefined;
}

/** All targets that the release's terms ask for; undefined where none does, or several do and one is all that it may have. */
function idsFor(release: Manuscript, { taxonomy, rules, facet, otherwise }: Sorting): readonly string[] | undefined {
  const ids = new Set(rules.filter((rule) => isAbout(release, rule, taxonomy)).map(({ target }) => target.id));
  if (ids.size === 0) return otherwise === undefined ? undefined : [otherwise.id];
  return ids.size > 1 && !facet.multiple ? undefined : [...ids];
}

function isAbout({ data = {} }: Manuscript, { facet, terms }: SplitRule, taxonomy: Taxonomy): boolean {
  return facetValues(data, facet).some(({ value, path }) => {
    const term = typeof value === 'string' ? termMeant({ facet, words: value, path }, taxonomy) : undefined;
    return term !== undefined && terms.has(term);
  });
}
