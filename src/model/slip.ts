/** Whether a word is so near to another that it can only be a slip of the finger. */
import { distance } from '../text/nearest.ts';
import { fold } from '../text/fold.ts';

/** One slip behind the first letter. Capitals, accents and punctuation count for nothing. */
export function isSlipOf(word: string, candidate: string): boolean {
  const plain = fold(word);
  const other = fold(candidate);
  return plain.charAt(0) === other.charAt(0) && distance(plain, other) <= 1;
}
