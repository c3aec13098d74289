/** Vocabularies that leave in a format and come in again, and what became of each of their keys. */
import type { Facet, Localized, Taxonomy, Term } from '../../src/model/taxonomy.ts';
import type { VocabularyLoss } from '../../src/model/vocabulary-format.ts';
import { matchAddress } from '../../src/vocabulary-formats/skos/match-addresses.ts';

/** What a vocabulary says: `field/elections label`, and one form for all that means the same. */
export function meaningOf(taxonomy: Taxonomy): Map<string, string> {
  const meaning = new Map<string, string>([[' decorations', JSON.stringify(taxonomy.decorations)]]);
  for (const facet of taxonomy.facets.values()) {
    for (const [key, value] of Object.entries(facetMeaning(facet)))
      meaning.set(`${facet.name} ${key}`, JSON.stringify(value));
    for (const term of facet.terms.values())
      for (const [key, value] of Object.entries(termMeaning(term)))
        meaning.set(`${facet.name}/${term.id} ${key}`, JSON.stringify(value));
  }
  return meaning;
}

function facetMeaning(facet: Facet): object {
  const { property, multiple, required, judged, languages, note } = facet;
  const texts = { label: sorted(facet.label), description: sorted(facet.description) };
  return { property, multiple, required, judged, languages, note, ...texts, terms: [...facet.terms.keys()] };
}

function termMeaning({ label, names, roles, aliases, description, match, facet, ...term }: Term): object {
  const whole = (reference: string): string => (reference.includes('/') ? reference : `${facet}/${reference}`);
  const links = (list: readonly string[]): string[] => [...new Set(list.map(whole))];
  const dated = (list: Term['names']): unknown => list.map(({ label, ...period }) => [sorted(label), period]);
  return {
    ...term,
    replacedBy: links(term.replacedBy),
    implies: links(term.implies),
    related: links(term.related),
    memberOf: term.memberOf.map((member) => ({ ...member, term: whole(member.term) })),
    label: sorted(label),
    description: sorted(description),
    names: dated(names),
    roles: dated(roles),
    // Words that find a term have no order.
    aliases: aliases.map((alias) => JSON.stringify(sorted(alias))).sort(),
    match: [...match]
      .flatMap(([relation, concepts]) => concepts.map((concept) => `${relation} ${matchAddress(concept) ?? concept}`))
      .sort(),
  };
}

function sorted(text: Localized | undefined): unknown {
  return [...(text ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Keys that did not come back and should have, and keys that did though the list says that they cannot. */
export function surprises(from: Taxonomy, to: Taxonomy, losses: readonly VocabularyLoss[]): string[] {
  const [before, after] = [meaningOf(from), meaningOf(to)];
  const lostFacets = new Set(losses.filter(({ key }) => key === 'terms').map(({ facet }) => `${facet ?? ''} `));
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => ![...lostFacets].some((facet) => key.startsWith(facet)),
  );
  const differing = new Set(keys.filter((key) => before.get(key) !== after.get(key)));
  const listed = new Set(
    losses
      .filter(({ key }) => key !== 'terms')
      .map(({ facet, term, key }) => `${[facet, term].filter((part) => part !== undefined).join('/')} ${key}`),
  );
  return [
    ...[...differing]
      .filter((key) => !listed.has(key))
      .map((key) => `lost: ${key} ${before.get(key) ?? 'nothing'} became ${after.get(key) ?? 'nothing'}`),
    ...[...listed].filter((key) => !differing.has(key)).map((key) => `kept: ${key} ${before.get(key) ?? 'nothing'}`),
  ];
}
