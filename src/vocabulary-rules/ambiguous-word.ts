import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import type { VocabularyRule } from '../model/vocabulary-rule.ts';
import { clashFindings } from '../model/vocabulary-words.ts';

export const ambiguousWord: VocabularyRule = {
  id: 'ambiguous-word',
  topic: 'words',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'One word could mean two terms of a facet.',
  why:
    'Ids, labels, former names and aliases in all languages are words that find a term; capitals, accents, punctuation and the ' +
    'decorations of the vocabulary make no difference. A word that finds two is refused everywhere, because press does not guess.',
  examples: [
    {
      wrong: sampleVocabulary(
        'elections: {label: Elections, aliases: [vote]}\nreferendums: {label: Referendums, aliases: [Vote]}',
      ),
      right: sampleVocabulary(
        'elections: {label: Elections, aliases: [vote]}\nreferendums: {label: Referendums, aliases: [popular vote]}',
      ),
    },
    {
      wrong: sampleVocabulary('eu: {label: European Union}\neurope: {label: Europe, aliases: [EU]}'),
      right: sampleVocabulary('eu: {label: European Union}\neurope: {label: Europe}'),
    },
  ],
  check: (vocabulary) =>
    clashFindings(vocabulary, 'ambiguous-word', ({ owner, other }) => ({
      message: `${quoted(other.words)} could mean ${quoted(other.by.term.id)} (its ${other.kind}) or ${quoted(owner.by.term.id)} (its ${owner.kind}).`,
      hint: 'Take the word from one of the two, or make it longer.',
    })),
};
