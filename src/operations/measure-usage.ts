/** What the releases make of the vocabulary: one look at each of them, and a count for each term. */
import { releaseDay } from '../model/date-values.ts';
import { facetWords, termMeant, type FacetWord } from '../model/facet-words.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import type { Taxonomy, Term } from '../model/taxonomy.ts';
import { existedOn } from '../model/term-names.ts';
import { mostShown, useKey, type TermUse, type UsePlace, type VocabularyUsage } from '../model/vocabulary-usage.ts';

export interface UsageOptions {
  readonly taxonomy: Taxonomy;
  /** Whether a release may be named in what is printed. */
  mayShow(manuscript: Manuscript): boolean;
}

/** Reads all releases once; of each no more is kept than the places that are shown. */
export function measureUsage(manuscripts: Iterable<Manuscript>, options: UsageOptions): VocabularyUsage {
  const uses = new Tally(1, options);
  const outside = new Tally(mostShown, options);
  let releases = 0;
  for (const manuscript of manuscripts) {
    releases += 1;
    const day = releaseDay(manuscript.data);
    for (const [term, word] of termsNamed(manuscript, options.taxonomy)) {
      uses.add(term, { manuscript, word, day });
      if (isOutside(term, word, day)) outside.add(term, { manuscript, word, day });
    }
  }
  return { releases, uses: uses.byTerm, outside: outside.byTerm };
}

/** Each term once, with the first word for it. */
function termsNamed(manuscript: Manuscript, taxonomy: Taxonomy): Map<Term, FacetWord> {
  const named = new Map<Term, FacetWord>();
  for (const word of facetWords(manuscript, taxonomy)) {
    const term = termMeant(word, taxonomy);
    if (term !== undefined && !named.has(term)) named.set(term, word);
  }
  return named;
}

/** A deprecated term has no time of its own any more, and what partial dates cannot decide is nothing to tell. */
function isOutside(term: Term, { facet }: FacetWord, day: string | undefined): boolean {
  return facet.judged === 'author' && day !== undefined && !term.deprecated && existedOn(term, day) === false;
}

interface Use extends Pick<UsePlace, 'day'> {
  readonly manuscript: Manuscript;
  readonly word: FacetWord;
}

class Tally {
  readonly byTerm = new Map<string, TermUse>();
  readonly #most: number;
  readonly #options: UsageOptions;

  /** `most` is how many places are kept of each term. */
  constructor(most: number, options: UsageOptions) {
    this.#most = most;
    this.#options = options;
  }

  add(term: Term, use: Use): void {
    const { count = 0, shown = [] } = this.byTerm.get(useKey(term)) ?? {};
    const isShown = shown.length < this.#most && this.#options.mayShow(use.manuscript);
    this.byTerm.set(useKey(term), { count: count + 1, shown: isShown ? [...shown, placeOfUse(use)] : shown });
  }
}

function placeOfUse({ manuscript, word, day }: Use): UsePlace {
  const { start, end } = placeOf(manuscript, word.path);
  return { file: manuscript.path, range: manuscript.lines.range(start, end), day };
}
