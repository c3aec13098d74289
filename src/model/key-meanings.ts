/** Which key a misspelled one was meant to be. */
import { nearest } from '../text/nearest.ts';
import { isSlipOf } from './slip.ts';

/** The keys that may have been meant, and the one that was for certain. */
export interface Meanings {
  readonly near: readonly string[];
  readonly certain: string | undefined;
}

/** What a key that nobody knows may have been meant for. */
export function meanings(key: string, known: readonly string[]): Meanings {
  const near = nearest(key, known);
  const slips = near.filter((candidate) => isSlipOf(key, candidate));
  return { near, certain: slips.length === 1 ? slips[0] : undefined };
}

/** What a key was meant for when there is no doubt. */
export function sure(key: string): Meanings {
  return { near: [key], certain: key };
}
