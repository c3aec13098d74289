/** The card of a rule of `press taxonomy check`: what it looks for in taxonomy.yaml, why, and examples that the tests run. */
import type { CodeKind, CodeList } from './code-list.ts';
import type { RelatedPlace, Severity } from './diagnostic.ts';
import type { DataPath } from './manuscript.ts';
import type { RuleFacts } from './rule.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { VocabularyUsage } from './vocabulary-usage.ts';

/** A place in taxonomy.yaml: a value, or the key that it stands under. */
export interface VocabularyPlace {
  readonly path: DataPath;
  readonly part?: 'value' | 'key';
}

export interface VocabularyFinding extends VocabularyPlace {
  readonly message: string;
  readonly hint?: string;
  /** A word that can take the place of what stands there without anybody looking. */
  readonly replaceBy?: string;
  readonly related?: readonly RelatedToFinding[];
  /** Where the card's severity is too much or too little for this case. */
  readonly severity?: Severity;
}

/** Another place in taxonomy.yaml, or one in a release. */
export type RelatedToFinding = (VocabularyPlace & { readonly message: string }) | RelatedPlace;

/** What every rule may know beside the vocabulary. */
export interface VocabularyContext {
  /** What the releases name; they are read when it is first asked for. */
  readonly usage: VocabularyUsage;
  /** The codes that there are, where somebody gave a list of them. */
  readonly codes: Readonly<Partial<Record<CodeKind, CodeList>>>;
}

/** What rules are about, in the order in which people read of them. */
export const vocabularyTopics = {
  tree: 'The tree',
  words: 'Labels and other words',
  links: 'Links between terms',
  time: 'Dates and succession',
  codes: 'Codes of other vocabularies',
  use: 'What releases make of it',
} as const;
export type VocabularyTopic = keyof typeof vocabularyTopics;

export interface VocabularyRule extends RuleFacts<VocabularyTopic> {
  readonly scope: 'taxonomy';
  check(vocabulary: Vocabulary, context: VocabularyContext): Iterable<VocabularyFinding>;
}
