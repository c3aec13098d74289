/** Words of a plain text: whatever stands between blanks and holds a letter or a number. */
export function wordCountOf(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Characters of a plain text, blanks and line ends too; one that takes two UTF-16 units counts once. */
export function characterCountOf(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
