/**
 * From a person's words to the terms that they may mean.
 *
 * A term is found by id, former id, label in any language, former name or alias. Capitals, accents, a leading article and the
 * vocabulary's decorations («OSCE …», «… (closed)», «… – OSCE Chairpersonship 2025») are folded away.
 */
import { fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import { compareText } from './diagnostic.ts';
import { termOf, type Decoration, type Facet, type Localized, type Taxonomy, type Term } from './taxonomy.ts';
import { closedMark } from './term-names.ts';

/** All terms that the words may mean: none = unknown, several = ambiguous. `facet/id` names one for certain. */
export function lookUp(taxonomy: Taxonomy, words: string, facetName?: string): readonly Term[] {
  const exact = byQualifiedId(taxonomy, words, facetName);
  if (exact !== undefined) return [exact];
  const found: Term[] = [];
  const id = words.trim();
  for (const facet of facetsOf(taxonomy, facetName)) {
    // An id needs no index of names, and most questions are ids.
    const byId = termOf(facet, id);
    found.push(...(byId === undefined ? indexOf(taxonomy, facet).find(words) : [byId]));
  }
  return found;
}

const MOST_SUGGESTIONS = 3;

/** Ids or labels nearest to words that mean nothing, nearest first; a term is named once. */
export function suggest(taxonomy: Taxonomy, words: string, facetName?: string): string[] {
  const owners = new Map<string, Term>();
  const candidates = new Map<string, string>();
  for (const facet of facetsOf(taxonomy, facetName)) {
    for (const term of facet.terms.values()) {
      for (const name of [term.id, ...allNames(term)]) {
        if (candidates.has(fold(name))) continue;
        candidates.set(fold(name), name);
        owners.set(name, term);
      }
    }
  }
  const byTerm = new Map<Term | undefined, string>();
  for (const name of nearest(words, candidates.values(), candidates.size)) {
    if (!byTerm.has(owners.get(name))) byTerm.set(owners.get(name), name);
  }
  return [...byTerm.values()].slice(0, MOST_SUGGESTIONS);
}

/** Every name of a term in every language: labels, former names, aliases. */
export function allNames(term: Term): string[] {
  const names = [...term.label.values()];
  const add = (localized: Localized): void => void names.push(...localized.values());
  term.names.forEach((name) => add(name.label));
  term.aliases.forEach(add);
  return names;
}

function facetsOf(taxonomy: Taxonomy, facetName: string | undefined): Facet[] {
  if (facetName === undefined) return [...taxonomy.facets.values()];
  const facet = taxonomy.facets.get(facetName);
  return facet === undefined ? [] : [facet];
}

function byQualifiedId(taxonomy: Taxonomy, words: string, facetName: string | undefined): Term | undefined {
  const slash = words.indexOf('/');
  if (slash <= 0) return undefined;
  const name = words.slice(0, slash).trim();
  if (facetName !== undefined && facetName !== name) return undefined;
  const facet = taxonomy.facets.get(name);
  return facet === undefined ? undefined : termOf(facet, words.slice(slash + 1).trim());
}

/** What the words of one facet mean. */
class TermIndex {
  readonly #decorations: readonly Decoration[];
  readonly #byName = new Map<string, Set<Term>>();

  constructor(facet: Facet, decorations: readonly Decoration[]) {
    this.#decorations = decorations;
    for (const term of facet.terms.values()) this.#add(term);
  }

  find(words: string): Term[] {
    const literal = this.#byName.get(fold(words));
    const found = literal ?? this.#byName.get(plainWords(words, this.#decorations));
    return found === undefined ? [] : [...found].sort((a, b) => compareText(a.id, b.id));
  }

  #add(term: Term): void {
    for (const name of [term.id, ...term.formerIds, ...allNames(term)]) {
      this.#put(fold(name), term);
      this.#put(plainWords(name, this.#decorations), term);
    }
    for (const name of decoratedByRoles(term)) this.#put(plainWords(name, this.#decorations), term);
  }

  #put(name: string, term: Term): void {
    if (name === '') return;
    const terms = this.#byName.get(name);
    if (terms === undefined) this.#byName.set(name, new Set([term]));
    else terms.add(term);
  }
}

/** Folded, without what institutions put around a name. */
export function plainWords(words: string, decorations: readonly Decoration[]): string {
  let name = fold(words);
  for (const { prefix, suffix } of decorations) {
    name = without(name, { start: fold(prefix ?? ''), end: fold(suffix ?? '') });
  }
  for (const mark of closedMark.values()) name = without(name, { start: '', end: fold(mark) });
  return name;
}

/** «Finland – OSCE Chairpersonship 2025»: how menus decorate a State that holds an office. */
function decoratedByRoles(term: Term): string[] {
  const names: string[] = [];
  for (const role of term.roles) {
    for (const label of term.label.values()) {
      for (const title of role.label.values()) {
        names.push(`${label} ${title}`, `${label} ${title} ${role.from?.slice(0, 4) ?? ''}`);
      }
    }
  }
  return names;
}

function without(name: string, { start, end }: { readonly start: string; readonly end: string }): string {
  let rest = name;
  if (start !== '' && rest.startsWith(`${start} `)) rest = rest.slice(start.length + 1);
  if (end !== '' && rest.endsWith(` ${end}`)) rest = rest.slice(0, -end.length - 1);
  return rest;
}

const indexes = new WeakMap<Facet, TermIndex>();

function indexOf(taxonomy: Taxonomy, facet: Facet): TermIndex {
  let index = indexes.get(facet);
  if (index === undefined) {
    index = new TermIndex(facet, taxonomy.decorations);
    indexes.set(facet, index);
  }
  return index;
}
