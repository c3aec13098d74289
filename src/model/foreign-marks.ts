/**
 * Marks that other searches take for orders. Here they would be folded away with all punctuation, and the answer would be another one
 * than was meant, or the opposite: `-word` and `!word` leave nothing out, `wor*` stands for no other word.
 */
export function foreignMark(word: string): 'leaves-out' | 'wildcard' | undefined {
  if (/^[-!][\p{L}\p{N}]/u.test(word)) return 'leaves-out';
  return word.includes('*') && /[\p{L}\p{N}]/u.test(word) ? 'wildcard' : undefined;
}
