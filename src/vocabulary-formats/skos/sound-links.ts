/**
 * The links between terms that SKOS lets stand beside each other, and those that have to be left out: broader terms form no circle,
 * related terms are not above or below each other (S27), and no concept elsewhere is the same and something else (S46).
 */
import type { Facet, Membership, Term } from '../../model/taxonomy.ts';
import type { VocabularyEdition, VocabularyLoss } from '../../model/vocabulary-format.ts';
import { NOT_HERE, resolveIn } from '../term-references.ts';
import { soundMatches, type Match } from './sound-matches.ts';

export interface DatedLink {
  readonly term: Term;
  readonly member: Membership;
}

export interface TermLinks {
  /** The term above, and headings that it belongs to at all times. */
  readonly broader: readonly Term[];
  /** The same from above. */
  readonly narrower: readonly Term[];
  readonly related: readonly Term[];
  readonly replacedBy: readonly Term[];
  readonly implies: readonly Term[];
  readonly memberOf: readonly DatedLink[];
  readonly matches: readonly Match[];
}

export interface SoundLinks {
  of(term: Term): TermLinks;
  readonly losses: readonly VocabularyLoss[];
}

/** The links of all terms of an edition. */
export function soundLinks(edition: VocabularyEdition): SoundLinks {
  const work = new LinkWork(edition);
  const links = new Map(work.terms.map((term) => [term, work.linksOf(term)]));
  return {
    losses: work.losses,
    of(term) {
      const found = links.get(term);
      if (found === undefined) throw new Error(`${term.facet}/${term.id} is not in the edition`);
      return found;
    },
  };
}

class LinkWork {
  readonly terms: readonly Term[];
  readonly losses: VocabularyLoss[] = [];
  readonly #facets: readonly Facet[];
  readonly #broader = new Map<Term, Term[]>();
  readonly #narrower = new Map<Term, Term[]>();

  constructor({ facets }: VocabularyEdition) {
    this.#facets = facets;
    this.terms = facets.flatMap((facet) => [...facet.terms.values()]);
    for (const term of this.terms) this.#put(term, term.broader);
    for (const term of this.terms)
      for (const { term: id, from, until } of term.memberOf)
        if (from === undefined && until === undefined) this.#put(term, id);
  }

  linksOf(term: Term): TermLinks {
    return {
      broader: this.#broader.get(term) ?? [],
      narrower: this.#narrower.get(term) ?? [],
      related: this.#found(term, 'related').filter((other) => this.#mayBeRelated(term, other)),
      replacedBy: this.#found(term, 'replacedBy'),
      implies: this.#found(term, 'implies'),
      memberOf: this.#memberships(term),
      matches: soundMatches(term, this.losses),
    };
  }

  /** Puts a term under another one, unless that makes a circle. */
  #put(term: Term, reference: string | undefined): void {
    const above = reference === undefined ? undefined : this.#resolve(term, reference);
    const isSound = above !== undefined && above.facet === term.facet && !this.#isAbove(term, above) && above !== term;
    if (!isSound || this.#broader.get(term)?.includes(above) === true) return;
    this.#broader.set(term, [...(this.#broader.get(term) ?? []), above]);
    this.#narrower.set(above, [...(this.#narrower.get(above) ?? []), term]);
  }

  #isAbove(high: Term, low: Term): boolean {
    const seen = new Set<Term>();
    const queue = [low];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const above of this.#broader.get(next) ?? []) {
        if (above === high) return true;
        if (!seen.has(above)) queue.push(above);
        seen.add(above);
      }
    }
    return false;
  }

  #mayBeRelated(term: Term, other: Term): boolean {
    const isSound = term !== other && !this.#isAbove(term, other) && !this.#isAbove(other, term);
    if (!isSound)
      this.#lose(term, 'related', {
        value: other.id,
        reason: 'One of the two is above the other, and then SKOS does not let them be related (S27).',
      });
    return isSound;
  }

  #memberships(term: Term): DatedLink[] {
    return term.memberOf.flatMap((member) => {
      const other = this.#resolve(term, member.term);
      const isParent = other !== undefined && other.id === term.broader && other.facet === term.facet;
      const isSaid = isParent && member.from === undefined && member.until === undefined;
      if (other === undefined) this.#lose(term, 'memberOf', { value: member.term, reason: NOT_HERE });
      if (isSaid)
        this.#lose(term, 'memberOf', { value: member.term, reason: 'The term stands under that heading anyway.' });
      return other === undefined || isSaid ? [] : [{ term: other, member }];
    });
  }

  #found(term: Term, key: 'related' | 'replacedBy' | 'implies'): Term[] {
    const found = term[key].flatMap((reference) => {
      const other = this.#resolve(term, reference);
      if (other === undefined) this.#lose(term, key, { value: reference, reason: NOT_HERE });
      return other ?? [];
    });
    return [...new Set(found)];
  }

  #resolve(term: Term, reference: string): Term | undefined {
    return resolveIn(this.#facets, term, reference);
  }

  #lose({ facet, id }: Term, key: string, what: Pick<VocabularyLoss, 'value' | 'reason'>): void {
    this.losses.push({ facet, term: id, key, ...what });
  }
}
