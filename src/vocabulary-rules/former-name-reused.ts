import { quoted } from '../model/quoting.ts';
import { sampleOffices } from '../model/sample-vocabulary.ts';
import type { VocabularyRule } from '../model/vocabulary-rule.ts';
import { clashFindings } from '../model/vocabulary-words.ts';

export const formerNameReused: VocabularyRule = {
  id: 'former-name-reused',
  topic: 'words',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'A former name of one term is what another is called today.',
  why:
    'Old releases use the name for the one, new ones for the other. press cannot know which is meant and refuses the word; mostly the ' +
    'two are one body, or the name was copied to the wrong term.',
  examples: [
    {
      wrong: sampleOffices(
        'harbour: {label: Harbour Office}\ncoast: {label: Coast Office, names: [{label: Harbour Office, from: 1998, until: 2004}]}',
      ),
      right: sampleOffices(
        'harbour: {label: Harbour Office}\ncoast: {label: Coast Office, names: [{label: Old Harbour Office, from: 1998, until: 2004}]}',
      ),
    },
  ],
  check: (vocabulary) =>
    clashFindings(vocabulary, 'former-name-reused', ({ owner, other }) => ({
      message: `${quoted(other.words)} is a former name of ${quoted(other.by.term.id)} and the label of ${quoted(owner.by.term.id)} today.`,
      hint: 'If they are one body, make one term of them; otherwise write what was then added to the name to tell them apart.',
    })),
};
