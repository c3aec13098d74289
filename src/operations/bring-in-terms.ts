/** From a source's labels to the terms of the vocabulary: what is certain is taken, the rest is reported, nothing is guessed. */
import type { Guess, Stated, StatedLabel } from '../model/importer.ts';
import { termOf, type Facet, type Taxonomy, type Term } from '../model/taxonomy.ts';
import { lookUp } from '../model/term-lookup.ts';
import { labelOf } from '../model/term-names.ts';
import type { MapAnswer } from './bring-in-map.ts';
import { meaningsOf, type Vocabulary } from './bring-in-meanings.ts';
import { facetOfHeading } from './bring-in-questions.ts';
import type { ReadValue, UnknownWords } from './bring-in-report.ts';

export interface Reconciled {
  /** Front-matter key of a facet → ids, in the source's order. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  readonly read: readonly ReadValue[];
  readonly unknown: readonly UnknownWords[];
  /** Labels under headings that are no question of the vocabulary. */
  readonly unplaced: readonly StatedLabel[];
  /** The same in words. */
  readonly notCarried: readonly string[];
  /** Words that somebody has to explain, by the facet or the heading that they answer. */
  readonly asked: readonly Pick<StatedLabel, 'heading' | 'value'>[];
  /** What a person has said to leave out, as sentences. */
  readonly dropped: readonly string[];
}

type Label = StatedLabel;

/** Reconciles every label of a release. */
export function reconcile(labels: readonly Label[], vocabulary: Vocabulary): Reconciled {
  const reconciling = new Reconciling(vocabulary);
  for (const label of labels) reconciling.add(label);
  return reconciling.result();
}

class Reconciling {
  readonly #vocabulary: Vocabulary;
  readonly #found = new Map<Facet, { term: Term; label: Label }[]>();
  readonly #unknown: UnknownWords[] = [];
  readonly #unplaced: Label[] = [];
  readonly #asked: Pick<Label, 'heading' | 'value'>[] = [];
  readonly #dropped: string[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  add(label: Label): void {
    const { taxonomy, answers } = this.#vocabulary;
    const facet = facetOfHeading(label.heading, taxonomy) ?? facetThatKnows(label, taxonomy);
    const answer = answers?.find(label.heading, label.value);
    if (answer !== undefined) this.#take(label, label.value, answer);
    else if (facet !== undefined) this.#addTo(facet, label);
    else {
      this.#unplaced.push(label);
      this.#asked.push(label);
    }
  }

  result(): Reconciled {
    const taken = [...this.#found].map(([facet, terms]) => takeTerms(facet, terms));
    return {
      terms: new Map(taken.flatMap(({ facet, ids }) => (ids.length === 0 ? [] : [[facet.property, ids] as const]))),
      read: taken.flatMap(({ read }) => read),
      unknown: [...this.#unknown, ...taken.flatMap((facet) => facet.unknown)],
      unplaced: this.#unplaced,
      notCarried: this.#unplaced.map(
        ({ heading, value, isOfAnyFacet }) =>
          `«${heading}: ${value}» (${isOfAnyFacet === true ? 'no term of the vocabulary, or of several questions' : `no key and no facet goes by «${heading}»`})`,
      ),
      asked: this.#asked,
      dropped: this.#dropped,
    };
  }

  #addTo(facet: Facet, label: Label): void {
    for (const { value, meaning } of meaningsOf(wordsFor(label, facet), facet, this.#vocabulary)) {
      if ('origin' in meaning) this.#take(label, value, meaning);
      else if ('id' in meaning) this.#note(facet, meaning, label);
      else {
        this.#unknown.push({ heading: label.heading, origin: label.origin, value, ...meaning });
        this.#asked.push({ heading: facet.name, value });
      }
    }
  }

  #take(label: Label, value: string, { terms, origin }: MapAnswer): void {
    if (terms.length === 0) this.#dropped.push(`«${label.heading}: ${value}» (${origin})`);
    for (const term of terms) {
      const facet = this.#vocabulary.taxonomy.facets.get(term.facet);
      if (facet !== undefined) this.#note(facet, term, { ...label, origin: `${label.origin}, by ${origin}` });
    }
  }

  #note(facet: Facet, term: Term, label: Label): void {
    const terms = this.#found.get(facet) ?? [];
    this.#found.set(facet, terms);
    terms.push({ term, label });
  }
}

/** The words that decide: an id that the vocabulary has or had, else what the source calls the term. */
function wordsFor({ id, value }: Label, facet: Facet): string {
  return id !== undefined && termOf(facet, id) !== undefined ? id : value;
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
  const isLikely = terms.some(({ label }) => label.confidence === 'likely');
  const confidence: Pick<ReadValue, 'confidence'> = isLikely ? { confidence: 'likely' } : {};
  if (facet.multiple || ids.length === 1)
    return { facet, ids, read: [{ key: facet.property, value: ids, origin, ...confidence }], unknown: [] };
  const message = `«${facet.property}» takes one term, and the source has ${ids.length}.`;
  return {
    facet,
    ids: [],
    read: [],
    unknown: [{ heading, origin, value: ids.join(', '), message, hint: 'Choose one.' }],
  };
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
