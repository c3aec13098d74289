import { quotedList } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import type { DataPath } from '../model/manuscript.ts';
import type { Localized } from '../model/taxonomy.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

const languages = 'languages: [en, de]\n';

export const missingLanguage: VocabularyRule = {
  id: 'missing-language',
  topic: 'words',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'A label lacks one of the languages of its facet.',
  why:
    'Pages, feeds and tables in that language show the label in another one, and whoever looks for the term in their own language does ' +
    'not find it. Languages that only some facets have are named in those: languages: [en].',
  examples: [
    {
      wrong: sampleVocabulary('water: {label: Water}', languages),
      right: sampleVocabulary('water: {label: {en: Water, de: Wasser}}', languages),
    },
  ],
  *check({ facets }): Generator<VocabularyFinding> {
    for (const { facet, entry, path, terms } of facets.values()) {
      if (entry.label !== undefined) yield* lacking(facet.label, facet.languages, path);
      for (const each of terms)
        if (each.entry.label !== undefined && !each.term.deprecated)
          yield* lacking(each.term.label, facet.languages, each.path);
    }
  },
};

function* lacking(label: Localized, languages: readonly string[], path: DataPath): Generator<VocabularyFinding> {
  const missing = languages.filter((lang) => !label.has(lang));
  if (missing.length === 0) return;
  yield {
    path: [...path, 'label'],
    message: `The label has no text in ${quotedList(missing, 'and')}.`,
    hint: `Give one text for each language: {${languages.map((lang) => `${lang}: …`).join(', ')}}.`,
  };
}
