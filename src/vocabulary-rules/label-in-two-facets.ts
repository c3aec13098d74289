import { fold } from '../text/fold.ts';
import { quoted } from '../model/quoting.ts';
import { everyTerm, type VocabularyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

const twoFacets = (label: string) => ({
  'taxonomy.yaml': `version: 1
facets:
  topic:
    property: topics
    terms: {water: {label: Water}}
  department:
    property: department
    terms: {water-board: {label: ${label}}}
`,
});

/** Each facet has an option and a key of its own, so this is legal; only a bare word, without a facet, is ambiguous. */
export const labelInTwoFacets: VocabularyRule = {
  id: 'label-in-two-facets',
  topic: 'words',
  severity: 'info',
  scope: 'taxonomy',
  summary: 'Terms of two facets have the same label.',
  why:
    'That is allowed, because a release and a query say which facet they mean. Only where no facet is named, as in «press taxonomy show», ' +
    'somebody has to write facet/id.',
  examples: [{ wrong: twoFacets('Water'), right: twoFacets('Water Board') }],
  *check(vocabulary): Generator<VocabularyFinding> {
    const owners = new Map<string, VocabularyTerm>();
    for (const each of everyTerm(vocabulary)) {
      if (each.term.deprecated || each.entry.label === undefined) continue;
      for (const [lang, label] of each.term.label) {
        const key = `${lang} ${fold(label)}`;
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, each);
        else if (owner.term.facet !== each.term.facet) yield sameLabel(each, owner, [lang, label]);
      }
    }
  },
};

function sameLabel(
  { path }: VocabularyTerm,
  owner: VocabularyTerm,
  [lang, label]: readonly [string, string],
): VocabularyFinding {
  const { facet, id } = owner.term;
  return {
    path: [...path, 'label', lang],
    message: `${quoted(label)} is the label of ${quoted(`${facet}/${id}`)} as well.`,
    hint: 'Where no facet is named, write facet/id.',
    related: [{ path: [...owner.path, 'label', lang], message: 'The other one stands here.' }],
  };
}
