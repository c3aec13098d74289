import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import type { VocabularyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

export const duplicateCountryCode: VocabularyRule = {
  id: 'duplicate-country-code',
  topic: 'codes',
  severity: 'error',
  scope: 'taxonomy',
  summary: 'Two terms of a facet have the same country code.',
  why: 'Programs that read feeds take the two for one country, so one of them has the code of the other.',
  examples: [
    {
      wrong: sampleVocabulary('austria: {label: Austria, iso3166: AT}\naustralia: {label: Australia, iso3166: AT}'),
      right: sampleVocabulary('austria: {label: Austria, iso3166: AT}\naustralia: {label: Australia, iso3166: AU}'),
    },
  ],
  *check({ facets }): Generator<VocabularyFinding> {
    for (const { terms } of facets.values()) {
      const owners = new Map<string, VocabularyTerm>();
      for (const each of terms) {
        const { iso3166: code, deprecated } = each.term;
        if (code === undefined || deprecated) continue;
        const owner = owners.get(code);
        if (owner === undefined) owners.set(code, each);
        else yield sameCode(each, owner, code);
      }
    }
  },
};

function sameCode({ path }: VocabularyTerm, owner: VocabularyTerm, code: string): VocabularyFinding {
  return {
    path: [...path, 'iso3166'],
    message: `${quoted(code)} is the code of ${quoted(owner.term.id)} as well.`,
    hint: 'Look both countries up in ISO 3166-1.',
    related: [{ path: [...owner.path, 'iso3166'], message: 'The other one stands here.' }],
  };
}
