/** Words of a selection that come from a short list: a misspelled one is an error, not a search that finds nothing. */
import { fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import type { ValueKey } from './condition.ts';
import { defaultType } from './make-release.ts';
import { didYouMean, PressError } from './press-error.ts';
import { statuses } from './release.ts';

/**
 * A word as press writes it. Throws PressError for a status that is none, and for a type that is none of the given ones; other
 * keys take any word as it is.
 */
export function knownWord(key: ValueKey, word: string, types: readonly string[] | undefined): string {
  if (key === 'status') return oneOf(statuses, word, ['a status', 'The statuses are']);
  if (key === 'type' && types !== undefined)
    return oneOf([...new Set([defaultType, ...types])], word, ['a type of release here', 'The types are']);
  return word;
}

function oneOf(known: readonly string[], word: string, [kind, list]: readonly [string, string]): string {
  const meant = known.find((each) => each === word) ?? known.find((each) => fold(each) === fold(word));
  if (meant !== undefined) return meant;
  throw new PressError('usage', `«${word}» is not ${kind}.`, {
    hint: didYouMean(nearest(word, known)) ?? `${list} ${known.join(', ')}.`,
  });
}
