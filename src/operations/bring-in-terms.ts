/** From a source's labels to the terms of the vocabulary: what is certain is taken, the rest is reported, nothing is guessed. */
import type { Guess, Stated, StatedLabel } from '../model/importer.ts';
import { headingMeaning } from '../model/page-headings.ts';
import { didYouMean } from '../model/press-error.ts';
import { termOf, type Facet, type Taxonomy, type Term } from '../model/taxonomy.ts';
import { lookUp, suggest } from '../model/term-lookup.ts';
import { labelOf } from '../model/term-names.ts';
import { fold } from '../text/fold.ts';
import type { ReadValue, UnknownWords } from './bring-in-report.ts';

export interface Reconciled {
  /** Front-matter key of a facet → ids, in the source's order. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  readonly read: readonly ReadValue[];
  readonly unknown: readonly UnknownWords[];
  /** Labels under headings that are no question of the vocabulary. */
  readonly notCarried: readonly string[];
}

type Label = StatedLabel;

/** Reconciles every label of a release. */
export function reconcile(labels: readonly Label[], taxonomy: Taxonomy): Reconciled {
  const found = new Map<Facet, { term: Term; label: Label }[]>();
  const unknown: UnknownWords[] = [];
  const notCarried: string[] = [];
  for (const label of labels) {
    const facet = facetOfHeading(label.heading, taxonomy) ?? facetThatKnows(label, taxonomy);
    if (facet === undefined) {
      notCarried.push(`«${label.heading}: ${label.value}» (no key and no facet goes by «${label.heading}»)`);
      continue;
    }
    const meant = meaningsOf(wordsFor(label, facet), facet, taxonomy);
    const terms = found.get(facet) ?? [];
    found.set(facet, terms);
    terms.push(...meant.terms.map((term) => ({ term, label })));
    unknown.push(...meant.unknown.map((reason) => ({ heading: label.heading, origin: label.origin, ...reason })));
  }
  const taken = [...found].map(([facet, terms]) => takeTerms(facet, terms));
  return {
    terms: new Map(taken.flatMap(({ facet, ids }) => (ids.length === 0 ? [] : [[facet.property, ids] as const]))),
    read: taken.flatMap(({ read }) => read),
    unknown: [...unknown, ...taken.flatMap((facet) => facet.unknown)],
    notCarried,
  };
}

/** The words that decide: an id that the vocabulary has or had, else what the source calls the term. */
function wordsFor({ id, value }: Label, facet: Facet): string {
  return id !== undefined && termOf(facet, id) !== undefined ? id : value;
}

/** The facet that a heading asks for: by its label, name or key, else by the table of headings. */
export function facetOfHeading(heading: string, taxonomy: Taxonomy): Facet | undefined {
  const folded = fold(heading);
  for (const facet of taxonomy.facets.values()) {
    const names = [facet.name, facet.property, ...facet.label.values()];
    if (names.some((name) => fold(name) === folded)) return facet;
  }
  const meaning = headingMeaning(heading);
  return meaning?.asks === 'facet' ? taxonomy.facets.get(meaning.facet) : undefined;
}

/** The facet that alone knows the words, of a label that may answer any question but who speaks. */
function facetThatKnows(label: Label, taxonomy: Taxonomy): Facet | undefined {
  if (label.isOfAnyFacet !== true) return undefined;
  const facets = [...taxonomy.facets.values()].filter(({ judged }) => judged !== 'author');
  const [facet, another] = facets.filter((each) => lookUp(taxonomy, wordsFor(label, each), each.name).length > 0);
  return another === undefined ? facet : undefined;
}

interface Taken {
  readonly facet: Facet;
  readonly ids: readonly string[];
  readonly read: readonly ReadValue[];
  readonly unknown: readonly UnknownWords[];
}

/** The terms of one facet; where it takes one only, several are a question for a person. */
function takeTerms(facet: Facet, terms: readonly { term: Term; label: Label }[]): Taken {
  const ids = [...new Set(terms.map(({ term }) => term.id))];
  const [first] = terms;
  if (first === undefined) return { facet, ids, read: [], unknown: [] };
  const { heading, origin } = first.label;
  if (facet.multiple || ids.length === 1)
    return { facet, ids, read: [{ key: facet.property, value: ids, origin }], unknown: [] };
  const message = `«${facet.property}» takes one term, and the source has ${ids.length}.`;
  return {
    facet,
    ids: [],
    read: [],
    unknown: [{ heading, origin, value: ids.join(', '), message, hint: 'Choose one.' }],
  };
}

interface Meanings {
  readonly terms: readonly Term[];
  readonly unknown: readonly Reason[];
}

type Reason = Pick<UnknownWords, 'message' | 'hint'> & { readonly value: string };

/** The terms of one value: of the whole, else of its parts between semicolons, else between commas. */
function meaningsOf(value: string, facet: Facet, taxonomy: Taxonomy): Meanings {
  if (lookUp(taxonomy, value, facet.name).length > 0) return judged([value], facet, taxonomy);
  const parts = value.split(/[;|]/).map((part) => part.trim());
  const words = parts.filter((part) => part !== '').flatMap((part) => splitAtCommas(part, facet, taxonomy));
  return judged(words, facet, taxonomy);
}

const MOST_PIECES = 60;

/** Labels may hold commas themselves: the longest run of pieces that is a label counts as one. */
function splitAtCommas(text: string, facet: Facet, taxonomy: Taxonomy): string[] {
  const pieces = text
    .split(/[,،，]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  if (pieces.length > MOST_PIECES) return [text];
  const words: string[] = [];
  for (let at = 0; at < pieces.length;) {
    let length = pieces.length - at;
    while (length > 1 && lookUp(taxonomy, pieces.slice(at, at + length).join(', '), facet.name).length === 0)
      length -= 1;
    words.push(pieces.slice(at, at + length).join(', '));
    at += length;
  }
  return words;
}

function judged(words: readonly string[], facet: Facet, taxonomy: Taxonomy): Meanings {
  const terms: Term[] = [];
  const unknown: Reason[] = [];
  for (const value of words) {
    const [term, another] = lookUp(taxonomy, value, facet.name);
    const reason =
      term === undefined
        ? noTerm(value, facet, taxonomy)
        : another !== undefined
          ? manyTerms(value, facet, taxonomy)
          : unusable(term, value);
    if (reason === undefined && term !== undefined) terms.push(term);
    else if (reason !== undefined) unknown.push({ value, ...reason });
  }
  return { terms, unknown };
}

function noTerm(value: string, facet: Facet, taxonomy: Taxonomy): Pick<Reason, 'message' | 'hint'> {
  const hint =
    didYouMean(suggest(taxonomy, value, facet.name).slice(0, 3)) ??
    'Add it to taxonomy.yaml, or as an alias of what it means there.';
  return { message: `«${value}» is no term of ${facet.name}.`, hint };
}

function manyTerms(value: string, facet: Facet, taxonomy: Taxonomy): Pick<Reason, 'message' | 'hint'> {
  const ids = lookUp(taxonomy, value, facet.name).map(({ id }) => `«${id}»`);
  return {
    message: `«${value}» could be ${ids.length} terms of ${facet.name}.`,
    hint: `Choose one of ${ids.join(', ')}.`,
  };
}

function unusable(term: Term, value: string): Pick<Reason, 'message' | 'hint'> | undefined {
  if (term.deprecated)
    return { message: `«${value}» is not to be used any more.`, ...hintOf(didYouMean(term.replacedBy)) };
  if (!term.assignable)
    return {
      message: `«${value}» is a heading of the vocabulary, and no release can have it.`,
      hint: 'Choose what is meant below it.',
    };
  return undefined;
}

function hintOf(hint: string | undefined): { hint?: string } {
  return hint === undefined ? {} : { hint };
}

/** What the terms of a release suggest for other facets (`implies`), where those have nothing of it. Suggestions, never written. */
export function impliedTerms(
  terms: Reconciled['terms'],
  view: { readonly taxonomy: Taxonomy; readonly lang: string },
): Guess[] {
  const guesses = new Map<string, Guess>();
  for (const facet of view.taxonomy.facets.values()) {
    for (const id of terms.get(facet.property) ?? []) {
      const term = facet.terms.get(id);
      for (const implied of term?.implies ?? []) {
        const guess = term === undefined ? undefined : suggestion(implied, term, { terms, ...view });
        if (guess !== undefined) guesses.set(implied, guess);
      }
    }
  }
  return [...guesses.values()];
}

function suggestion(
  qualified: string,
  because: Term,
  {
    terms,
    taxonomy,
    lang,
  }: { readonly terms: Reconciled['terms']; readonly taxonomy: Taxonomy; readonly lang: string },
): Guess | undefined {
  const slash = qualified.indexOf('/');
  const facet = taxonomy.facets.get(qualified.slice(0, slash));
  const term = facet?.terms.get(qualified.slice(slash + 1));
  if (facet === undefined || term === undefined || terms.get(facet.property)?.includes(term.id) === true)
    return undefined;
  return {
    key: facet.property,
    value: term.id,
    reason: `«${labelOf(because.label, lang)}» implies «${labelOf(term.label, lang)}»`,
  };
}

/** The keys of required facets that have no term. */
export function missingFacets(terms: Reconciled['terms'], taxonomy: Taxonomy): string[] {
  return [...taxonomy.facets.values()]
    .filter(({ required, property }) => required && !terms.has(property))
    .map(({ property }) => property);
}

/** A value of the source that no rule of the house can take, as words that nobody knows. */
export function unknownValue(key: string, stated: Stated, message: string): UnknownWords {
  return { heading: key, value: stated.value, origin: stated.origin, message };
}
