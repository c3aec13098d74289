/** What a term corresponds to elsewhere, as far as SKOS lets it stand (S46, S27). */
import type { MatchRelation, Term } from '../../model/taxonomy.ts';
import type { VocabularyLoss } from '../../model/vocabulary-format.ts';
import { fitAddress } from '../rdf/triple.ts';
import { matchAddress } from './match-addresses.ts';

export interface Match {
  readonly relation: MatchRelation;
  readonly address: string;
}

/** The nearest relation first: of two that exclude each other, it stays. */
export const matchRelations: readonly MatchRelation[] = [
  'exactMatch',
  'closeMatch',
  'broadMatch',
  'narrowMatch',
  'relatedMatch',
];

/** Which relations leave no room for another one to the same concept. */
const excludes: ReadonlyMap<MatchRelation, readonly MatchRelation[]> = new Map([
  ['broadMatch', ['exactMatch']],
  ['narrowMatch', ['exactMatch', 'broadMatch']],
  ['relatedMatch', ['exactMatch', 'broadMatch', 'narrowMatch']],
]);

/** Every match that can be stated, by relation and then in its order; the others are added to the losses. */
export function soundMatches({ facet, id, match }: Term, losses: VocabularyLoss[]): Match[] {
  const sound: Match[] = [];
  const lose = (value: string, reason: string): void =>
    void losses.push({ facet, term: id, key: 'match', value, reason });
  for (const relation of matchRelations) {
    for (const concept of match.get(relation) ?? []) {
      const written = matchAddress(concept);
      const address = written === undefined ? undefined : fitAddress(written);
      const reason = address === undefined ? NO_ADDRESS : objection({ relation, address }, sound);
      if (address === undefined || reason !== undefined) lose(`${relation} ${concept}`, reason ?? NO_ADDRESS);
      else {
        sound.push({ relation, address });
        if (address !== written)
          lose(`${relation} ${concept}`, 'An address has no room for some of its signs; they are percent-encoded.');
      }
    }
  }
  return sound;
}

const NO_ADDRESS = 'press knows no address for the vocabulary of this short name.';

function objection({ relation, address }: Match, stated: readonly Match[]): string | undefined {
  const others = stated.filter((match) => match.address === address).map((match) => match.relation);
  if (others.includes(relation)) return 'It is there already, under its address.';
  const other = others.find((each) => excludes.get(relation)?.includes(each));
  return other === undefined ? undefined : `It is there as ${other}, and SKOS does not let it be both (S46).`;
}
