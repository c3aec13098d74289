import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import type { VocabularyRule } from '../model/vocabulary-rule.ts';
import { clashFindings } from '../model/vocabulary-words.ts';

export const aliasShadowsLabel: VocabularyRule = {
  id: 'alias-shadows-label',
  topic: 'words',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'An alias of one term is the label of another.',
  why:
    'Whoever types the word means the term that is called so. press does not guess between the two: the word is refused in releases, ' +
    'queries and imports, although it is the very name of a term.',
  examples: [
    {
      wrong: sampleVocabulary('water: {label: Water}\nrivers: {label: Rivers, aliases: [water]}'),
      right: sampleVocabulary('water: {label: Water}\nrivers: {label: Rivers, aliases: [inland waters]}'),
    },
  ],
  check: (vocabulary) =>
    clashFindings(vocabulary, 'alias-shadows-label', ({ owner, other }) => ({
      message: `${quoted(other.words)} is an alias of ${quoted(other.by.term.id)} and the label of ${quoted(owner.by.term.id)}.`,
      hint: 'Take the alias out, or make it longer, so that it can mean one of the two alone.',
    })),
};
