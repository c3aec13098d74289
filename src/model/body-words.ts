import { withoutComments } from './house-notes.ts';
import { bodyOf, type Manuscript } from './manuscript.ts';

/** Whether readers would find a word in the body at all: what is missing from nothing need not be said. */
export function hasWords(manuscript: Manuscript): boolean {
  return /[\p{L}\p{N}]/u.test(withoutComments(bodyOf(manuscript)));
}
