/** The links that the terms of a vocabulary have to each other, and what each of them leads to. */
import type { DataPath } from './manuscript.ts';
import { everyTerm, type Vocabulary, type VocabularyTerm } from './vocabulary.ts';

export type ReferenceKey = 'memberOf' | 'replacedBy' | 'implies' | 'related';

/** One reference as it is written: `finland`, or `country/finland`. */
export interface Reference {
  readonly from: VocabularyTerm;
  readonly key: ReferenceKey;
  readonly words: string;
  readonly path: DataPath;
  /** Undefined when there is no such term. */
  readonly target: VocabularyTerm | undefined;
  /** Whether it leads there by an id that the term has no more. */
  readonly isFormer: boolean;
}

const lists = ['replacedBy', 'implies', 'related'] as const;

/** Every reference of the vocabulary, in the order of the file's terms. */
export function* everyReference(vocabulary: Vocabulary): Generator<Reference> {
  for (const from of everyTerm(vocabulary)) yield* referencesOf(vocabulary, from);
}

/** The references of one term. */
export function referencesOf(vocabulary: Vocabulary, from: VocabularyTerm): readonly Reference[] {
  let found = known.get(from);
  if (found === undefined) {
    found = [...read(vocabulary, from)];
    known.set(from, found);
  }
  return found;
}

/** Many rules ask for them. */
const known = new WeakMap<VocabularyTerm, readonly Reference[]>();

function* read(vocabulary: Vocabulary, from: VocabularyTerm): Generator<Reference> {
  const { term, path } = from;
  for (const [index, { term: words }] of term.memberOf.entries())
    yield reference(vocabulary, { from, key: 'memberOf', words, path: [...path, 'memberOf', index, 'term'] });
  for (const key of lists)
    for (const [index, words] of term[key].entries())
      yield reference(vocabulary, { from, key, words, path: [...path, key, index] });
}

/** The terms that a term's references of one kind lead to, in their order. */
export function targetsOf(vocabulary: Vocabulary, from: VocabularyTerm, key: ReferenceKey): VocabularyTerm[] {
  return referencesOf(vocabulary, from).flatMap((each) =>
    each.key === key && each.target !== undefined ? [each.target] : [],
  );
}

type Written = Pick<Reference, 'from' | 'key' | 'words' | 'path'>;

function reference(vocabulary: Vocabulary, written: Written): Reference {
  const slash = written.words.indexOf('/');
  const facet = vocabulary.facets.get(slash < 0 ? written.from.term.facet : written.words.slice(0, slash));
  const id = written.words.slice(slash + 1);
  const current = facet?.byId.get(id);
  const target = current ?? facet?.byFormerId.get(id);
  return { ...written, target, isFormer: current === undefined && target !== undefined };
}
