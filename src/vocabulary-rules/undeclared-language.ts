import type { DataPath } from '../model/manuscript.ts';
import { didYouMean } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import type { Localized } from '../model/taxonomy.ts';
import type { VocabularyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';
import { nearest } from '../text/nearest.ts';

const languages = 'languages: [en, uk]\n';

export const undeclaredLanguage: VocabularyRule = {
  id: 'undeclared-language',
  topic: 'words',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'A text is in a language that the vocabulary does not name.',
  why: 'Mostly the tag is mistyped, such as the country «ua» for the language «uk»: then no reader of that language ever sees the text.',
  examples: [
    {
      wrong: sampleVocabulary('water: {label: {en: Water, uk: Вода}, aliases: [{ua: Річки}]}', languages),
      right: sampleVocabulary('water: {label: {en: Water, uk: Вода}, aliases: [{uk: Річки}]}', languages),
    },
  ],
  *check({ taxonomy, facets }): Generator<VocabularyFinding> {
    for (const { facet, entry, path, terms } of facets.values()) {
      const known = new Set([...facet.languages, ...taxonomy.languages]);
      if (entry.label !== undefined) yield* unknown(facet.label, [...path, 'label'], known);
      for (const each of terms) for (const [text, place] of textsOf(each)) yield* unknown(text, place, known);
    }
  },
};

function* textsOf({ term, entry, path }: VocabularyTerm): Generator<readonly [Localized, DataPath]> {
  if (entry.label !== undefined) yield [term.label, [...path, 'label']];
  for (const [index, alias] of term.aliases.entries()) yield [alias, [...path, 'aliases', index]];
  for (const key of ['names', 'roles'] as const)
    for (const [index, { label }] of term[key].entries()) yield [label, [...path, key, index, 'label']];
}

function* unknown(text: Localized, path: DataPath, known: ReadonlySet<string>): Generator<VocabularyFinding> {
  for (const lang of text.keys()) {
    if (known.has(lang)) continue;
    yield {
      path: [...path, lang],
      part: 'key',
      message: `${quoted(lang)} is none of the vocabulary’s languages.`,
      hint: didYouMean(nearest(lang, known)) ?? `Add it to «languages», or take one of ${[...known].join(', ')}.`,
    };
  }
}
