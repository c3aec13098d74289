/** Misspelled keys that decide whether a release is public: `embargo_until`, `Status`, `embrago`. */
import { distance } from '../text/nearest.ts';

export interface SuspectKey {
  readonly key: string;
  readonly meant: 'embargo' | 'status';
}

const LONGEST_SLIP = 12;

/** Keys that no schema knows and that somebody may have meant as `embargo` or `status`. */
export function suspectKeys(keys: Iterable<string>, isKnown: (key: string) => boolean): SuspectKey[] {
  const found: SuspectKey[] = [];
  for (const key of keys) {
    if (isKnown(key)) continue;
    const meant = meaningOf(key.normalize('NFKC').toLowerCase());
    if (meant !== undefined) found.push({ key, meant });
  }
  return found;
}

function meaningOf(plain: string): SuspectKey['meant'] | undefined {
  if (plain.includes('embarg')) return 'embargo';
  if (plain.length > LONGEST_SLIP) return undefined;
  if (distance(plain, 'embargo') <= 2) return 'embargo';
  return distance(plain, 'status') <= 1 ? 'status' : undefined;
}
