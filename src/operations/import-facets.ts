/** Which facets of a source come in, and under which names. */
import { PressError } from '../model/press-error.ts';
import { quoted, quotedList } from '../model/quoting.ts';
import { reservedProperties, unfitFacetName } from '../model/reserved-names.ts';
import type { ReadFacet, ReadingRemark, ReadTerm, ReadVocabulary } from '../model/vocabulary-format.ts';

export interface NamedFacet extends ReadFacet {
  readonly name: string;
  readonly property: string;
}

export interface ChosenFacets {
  readonly facets: readonly NamedFacet[];
  /** Links that were left out. */
  readonly remarks: readonly ReadingRemark[];
}

export interface FacetWish {
  /** One facet of several, or the name for the only one. */
  readonly facet: string | undefined;
  /** Whether a term of the vocabulary into which they come is meant by `facet/id`. */
  readonly knows: (facet: string, id: string) => boolean;
}

/** Throws PressError where a facet has no name that it could have, or there is none of the wanted name. */
export function chooseFacets({ facets }: ReadVocabulary, { facet, knows }: FacetWish): ChosenFacets {
  const named = wanted(facets, facet).map(withName);
  const seen: string[] = [];
  for (const { name, property } of named) {
    refuseUnfit(name, property, seen);
    seen.push(name);
  }
  for (const { name, terms } of named) refuseDepth(name, terms);
  const ids = new Map(
    named.map(({ name, terms }) => [name, new Set(terms.flatMap(({ id, entry }) => [id, ...(entry.formerIds ?? [])]))]),
  );
  const links = new LinkFilter((name, id) => ids.get(name)?.has(id) === true || knows(name, id));
  return {
    facets: named.map((each) => ({ ...each, terms: each.terms.map((term) => links.known(each.name, term)) })),
    remarks: links.remarks,
  };
}

function wanted(facets: readonly ReadFacet[], name: string | undefined): readonly ReadFacet[] {
  if (name === undefined) return facets;
  const [only, another] = facets;
  const found = facets.filter((facet) => facet.name === name || facet.property === name);
  if (found.length > 0) return found;
  if (only !== undefined && another === undefined) return [{ ...only, name, property: undefined }];
  const names = facets.flatMap((facet) => facet.name ?? []);
  throw new PressError('usage', `The source has no facet ${quoted(name)}.`, {
    hint: names.length === 0 ? 'It gives its facets no names.' : `It has ${quotedList(names, 'and')}.`,
  });
}

function withName(facet: ReadFacet): NamedFacet {
  const { name } = facet;
  if (name === undefined)
    throw new PressError('usage', 'The source does not say which facet its terms belong to.', {
      hint: 'Name it with --facet, as in --facet topic.',
    });
  return { ...facet, name, property: facet.property ?? name };
}

const FACET = /^[a-z][a-z0-9-]{0,63}$/;

function refuseUnfit(name: string, property: string, others: readonly string[]): void {
  const unfit = others.includes(name)
    ? 'the source has two of that name'
    : FACET.test(name)
      ? (unfitFacetName(name, others) ??
        (reservedProperties.has(property) ? 'it is a front-matter key of press itself' : undefined))
      : 'it has to be small letters, digits and hyphens';
  if (unfit === undefined) return;
  throw new PressError('usage', `A facet cannot be called ${quoted(name)}: ${unfit}.`, {
    hint: 'Give it another name with --facet.',
  });
}

/** Each level of the tree costs two of the levels that a YAML file may have. */
const DEEPEST = 12;

function refuseDepth(name: string, terms: readonly ReadTerm[]): void {
  const depths = new Map<string, number>();
  for (const { id, broader } of terms) {
    const depth = (broader === undefined ? 0 : (depths.get(broader) ?? 0)) + 1;
    depths.set(id, depth);
    if (depth > DEEPEST)
      throw new PressError(
        'nothing-imported',
        `The terms of ${quoted(name)} lie more than ${DEEPEST} deep, and taxonomy.yaml has no room for that.`,
        {
          hint: 'Leave the deepest levels out.',
        },
      );
  }
}

/** Lets links through that lead somewhere. */
class LinkFilter {
  readonly #leads: (facet: string, id: string) => boolean;
  readonly #lost = new Map<string, string[]>();

  constructor(leads: (facet: string, id: string) => boolean) {
    this.#leads = leads;
  }

  get remarks(): readonly ReadingRemark[] {
    return [...this.#lost].map(([key, places]) => ({
      message:
        key === 'broader'
          ? 'The term under which one is to stand is neither in the source nor here: it comes in at the top.'
          : `A link to a term that is neither in the source nor here was left out (${key}).`,
      places,
      needsPerson: key === 'broader',
    }));
  }

  known(facet: string, { id, broader, entry }: ReadTerm): ReadTerm {
    const { replacedBy, implies, related, memberOf, ...rest } = entry;
    const kept = {
      replacedBy: this.#kept(replacedBy, { facet, id, key: 'replacedBy' }),
      implies: this.#kept(implies, { facet, id, key: 'implies' }),
      related: this.#kept(related, { facet, id, key: 'related' }),
      memberOf: memberOf?.filter(({ term }) => this.#kept([term], { facet, id, key: 'memberOf' }) !== undefined),
    };
    const said = Object.fromEntries(Object.entries(kept).filter(([, list]) => list !== undefined && list.length > 0));
    const above = broader === undefined ? undefined : this.#kept([broader], { facet, id, key: 'broader' })?.[0];
    return { id, broader: above, entry: { ...rest, ...said } };
  }

  #kept(
    links: readonly string[] | undefined,
    { facet, id, key }: { facet: string; id: string; key: string },
  ): string[] | undefined {
    const kept = (links ?? []).filter((link) => {
      const slash = link.indexOf('/');
      const leads = this.#leads(slash === -1 ? facet : link.slice(0, slash), link.slice(slash + 1));
      if (!leads) this.#lost.set(key, [...(this.#lost.get(key) ?? []), `${facet}/${id}`]);
      return leads;
    });
    return kept.length === 0 ? undefined : kept;
  }
}
