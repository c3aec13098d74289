/** The former names of a term, two and two as they follow each other. */
import { isSurelyBefore } from '../text/date-order.ts';
import type { FormerName } from './taxonomy.ts';
import type { VocabularyTerm } from './vocabulary.ts';

export interface SuccessiveNames {
  readonly earlier: FormerName;
  readonly later: FormerName;
  /** Which one of the list the earlier is. */
  readonly index: number;
}

/** Each former name with the one that stands behind it. */
export function* successiveNames({ term: { names } }: VocabularyTerm): Generator<SuccessiveNames> {
  for (const [index, earlier] of names.entries()) {
    const later = names[index + 1];
    if (later !== undefined) yield { earlier, later, index };
  }
}

/** Whether the one that stands behind surely came first. */
export function isOutOfOrder({ earlier, later }: SuccessiveNames): boolean {
  return isSurelyBefore(later.from, earlier.from) || isSurelyBefore(later.until, earlier.from);
}
