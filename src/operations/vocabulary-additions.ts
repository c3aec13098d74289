/**
 * What a source says about a vocabulary that exists and the vocabulary does not: terms, labels in more languages, more words. What is
 * there stays as it is, and nothing is added that would make a word mean two terms.
 */
import type { FacetEntry, LabelText, TermEntries, TermEntry } from '../model/generated/taxonomy-file.ts';
import { localized } from '../model/make-taxonomy.ts';
import { quoted } from '../model/quoting.ts';
import type { Facet, Localized, Taxonomy, Term } from '../model/taxonomy.ts';
import { termOf } from '../model/taxonomy.ts';
import { allNames, lookUp } from '../model/term-lookup.ts';
import type { ReadingRemark, ReadTerm } from '../model/vocabulary-format.ts';
import type { NamedFacet } from './import-facets.ts';
import { facetEntryOf, treeOf } from './import-vocabulary.ts';
import { entryInLanguage } from './plain-texts.ts';

export type Addition =
  | { readonly kind: 'facet'; readonly facet: string; readonly entry: FacetEntry }
  /** Terms with everything under them; `under` is undefined for the top of the facet. */
  | { readonly kind: 'terms'; readonly facet: string; readonly under: Term | undefined; readonly terms: TermEntries }
  | { readonly kind: 'labels'; readonly term: Term; readonly labels: Localized }
  | { readonly kind: 'aliases'; readonly term: Term; readonly aliases: readonly LabelText[] };

export interface Additions {
  readonly additions: readonly Addition[];
  readonly remarks: readonly ReadingRemark[];
}

/** Everything to add, facet by facet. */
export function additionsTo(taxonomy: Taxonomy, facets: readonly NamedFacet[]): Additions {
  const remarks = new Map<string, { message: string; places: string[]; needsPerson: boolean }>();
  const additions = facets.flatMap((facet): Addition[] => {
    const known = taxonomy.facets.get(facet.name);
    if (known === undefined)
      return [{ kind: 'facet', facet: facet.name, entry: facetEntryOf(facet, taxonomy.languages) }];
    return new FacetComparison({ taxonomy, known, read: facet }, (message, place, needsPerson) => {
      const remark = remarks.get(message) ?? { message, places: [], needsPerson };
      remarks.set(message, remark);
      remark.places.push(place);
    }).additions();
  });
  return { additions, remarks: [...remarks.values()] };
}

interface Compared {
  readonly taxonomy: Taxonomy;
  readonly known: Facet;
  readonly read: NamedFacet;
}

type Remark = (message: string, place: string, needsPerson: boolean) => void;

class FacetComparison {
  readonly #compared: Compared;
  readonly #remark: Remark;
  readonly #new = new Map<string, ReadTerm>();
  readonly #leftOut = new Set<string>();

  constructor(compared: Compared, remark: Remark) {
    this.#compared = compared;
    this.#remark = remark;
  }

  additions(): Addition[] {
    const { known, read } = this.#compared;
    const more = read.terms.flatMap((term) => {
      const here = termOf(known, term.id);
      if (here === undefined) this.#consider(term);
      return here === undefined ? [] : this.#moreAbout(here, term);
    });
    return [...this.#newTerms(), ...more];
  }

  /** A term that is not here: it comes in unless its parent does not, or a word of it means another term. */
  #consider(term: ReadTerm): void {
    const place = this.#place(term.id);
    if (term.broader !== undefined && this.#leftOut.has(term.broader)) {
      this.#remark('A term was left out with the one above it.', place, true);
      this.#leftOut.add(term.id);
      return;
    }
    const twin = this.#wordsOf(term.entry.label ?? term.id).flatMap((word) => this.#meanings(word))[0];
    if (twin === undefined) {
      this.#new.set(term.id, { ...term, entry: this.#withFreeAliases(term) });
      return;
    }
    this.#leftOut.add(term.id);
    this.#remark(
      `A term was left out because its name means ${quoted(twin.id)} here: give it that id in the source, or another name.`,
      place,
      true,
    );
  }

  #withFreeAliases({ id, entry }: ReadTerm): TermEntry {
    const { aliases, ...rest } = entry;
    const free = (aliases ?? []).filter((alias) => this.#isFree(alias, undefined, id));
    return free.length === 0 ? rest : { ...rest, aliases: free };
  }

  /** New terms by what they stand under; the new ones under new ones lie within them. */
  #newTerms(): Addition[] {
    const { known } = this.#compared;
    const roots = new Map<string | undefined, ReadTerm[]>();
    const home = new Map<string, string | undefined>();
    for (const term of this.#new.values()) {
      const isUnderNew = term.broader !== undefined && this.#new.has(term.broader);
      const under = isUnderNew
        ? home.get(term.broader ?? '')
        : term.broader === undefined
          ? undefined
          : termOf(known, term.broader)?.id;
      home.set(term.id, under);
      roots.set(under, [...(roots.get(under) ?? []), term]);
    }
    return [...roots].map(([under, terms]) => ({
      kind: 'terms',
      facet: known.name,
      under: under === undefined ? undefined : known.terms.get(under),
      terms: treeOf(terms.map((term) => ({ ...term, entry: this.#asHere(term.entry) }))),
    }));
  }

  /** Labels in languages that the term has none in, and words that do not find it yet. */
  #moreAbout(here: Term, { entry, broader }: ReadTerm): Addition[] {
    const place = this.#place(here.id);
    const labels = this.#texts(entry.label ?? {});
    const added = [...labels].filter(
      ([lang]) => !here.label.has(lang) && this.#isFree({ [lang]: labels.get(lang) ?? '' }, here, here.id),
    );
    for (const [lang, text] of labels)
      if (here.label.has(lang) && here.label.get(lang) !== text)
        this.#remark(
          'A label here differs from that of the source, and stays as it is.',
          `${place} (${lang}): ${quoted(text)}`,
          false,
        );
    if (broader !== here.broader)
      this.#remark('A term stands elsewhere in the tree here, and stays there.', place, false);
    const names = new Set([...allNames(here), ...added.map(([, text]) => text)]);
    const aliases = (entry.aliases ?? []).filter(
      (alias) => this.#wordsOf(alias).some((word) => !names.has(word)) && this.#isFree(alias, here, here.id),
    );
    return [
      ...(added.length === 0 ? [] : [{ kind: 'labels', term: here, labels: new Map(added) } as const]),
      ...(aliases.length === 0
        ? []
        : [{ kind: 'aliases', term: here, aliases: this.#asHere({ aliases }).aliases ?? [] } as const]),
    ];
  }

  /** Whether no word of a text means another term than the one it is for. */
  #isFree(text: LabelText, own: Term | undefined, id: string): boolean {
    const other = this.#wordsOf(text)
      .flatMap((word) => this.#meanings(word))
      .find((term) => term !== own);
    if (other !== undefined)
      this.#remark(
        `A word was left out because it means ${quoted(other.id)} here.`,
        `${this.#place(id)}: ${quoted(this.#wordsOf(text).join(' / '))}`,
        true,
      );
    return other === undefined;
  }

  /** Plain text is in the main language, which may be another one here. */
  #asHere(entry: TermEntry): TermEntry {
    const { known, read } = this.#compared;
    const [from = 'en', to = 'en'] = [read.languages[0], known.languages[0]];
    return from === to ? entry : entryInLanguage(entry, from, to);
  }

  #meanings(word: string): readonly Term[] {
    const { taxonomy, known } = this.#compared;
    return lookUp(taxonomy, word, known.name);
  }

  #texts(text: LabelText): Localized {
    return localized(text, this.#compared.read.languages[0] ?? 'en');
  }

  #wordsOf(text: LabelText): string[] {
    return [...this.#texts(text).values()];
  }

  #place(id: string): string {
    return `${this.#compared.known.name}/${id}`;
  }
}
