import { quoted } from '../model/quoting.ts';
import { everyReference } from '../model/vocabulary-references.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

const offices = (link: string): { readonly 'taxonomy.yaml': string } => ({
  'taxonomy.yaml': `version: 1
facets:
  country:
    property: country
    terms: {north: {label: North}}
  source:
    property: source
    terms: {harbour: {label: Harbour Office, ${link}}}
`,
});

export const foreignReference: VocabularyRule = {
  id: 'foreign-reference',
  topic: 'links',
  severity: 'error',
  scope: 'taxonomy',
  summary: 'A heading or a successor is a term of another facet.',
  why:
    'What a term belongs to and who came after it are terms of its own facet: a release that moved there would answer another question. ' +
    'Terms of different facets that go together are linked with «implies» or «related».',
  examples: [{ wrong: offices('memberOf: [{term: country/north}]'), right: offices('implies: [country/north]') }],
  *check(vocabulary): Generator<VocabularyFinding> {
    for (const { from, key, path, words, target } of everyReference(vocabulary)) {
      if (target === undefined || target.term.facet === from.term.facet) continue;
      if (key !== 'memberOf' && key !== 'replacedBy') continue;
      yield {
        path,
        message: `${quoted(words)} is a term of ${target.term.facet}, and «${key}» stays in the facet: ${from.term.facet}.`,
        hint: 'Name a term of the same facet, or link the two with «implies» or «related».',
      };
    }
  },
};
