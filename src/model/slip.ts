/** Whether a word is so near to another that it can only be a slip of the finger. */
import { distance } from '../text/nearest.ts';
import { fold } from '../text/fold.ts';

const SHORT_WORD = 8;

/** One slip in a short word, two in a longer one. Capitals, accents and punctuation count for nothing. */
export function isSlipOf(word: string, candidate: string): boolean {
  const plain = fold(word);
  return distance(plain, fold(candidate)) <= (plain.length < SHORT_WORD ? 1 : 2);
}
