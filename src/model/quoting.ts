/** A person's words as a message shows them: short, on one line, and with a name for every character that deceives the eye. */

const LONGEST = 60;
const MOST_NAMED = 3;

const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}\u00A0]/gu;
const WORDS = /\p{L}+/gu;
const LATIN = /\p{Script=Latin}/u;
const LOOK_ALIKES = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;

/** `«electoins»`; `«еlections» (with U+0435)` for a word that mixes alphabets or holds what nobody sees. */
export function quoted(words: string): string {
  const [line = ''] = words.split(/[\r\n]/, 1);
  const shown = line.length > LONGEST || line.length < words.length ? `${shortened(line)}…` : line;
  const strange = deceivingCharacters(shown).slice(0, MOST_NAMED);
  return strange.length === 0 ? `«${shown}»` : `«${shown}» (with ${strange.join(', ')})`;
}

/** Several of them: `«a», «b» and «c»`. */
export function quotedList(words: readonly string[], joint: 'and' | 'or'): string {
  const all = words.map(quoted);
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} ${joint} ${last}`;
}

function shortened(line: string): string {
  const cut = line.slice(0, LONGEST);
  // Never half of a surrogate pair.
  return cut.isWellFormed() || !line.isWellFormed() ? cut : cut.slice(0, -1);
}

function deceivingCharacters(text: string): string[] {
  const found = new Set<string>();
  for (const [character] of text.matchAll(INVISIBLE)) found.add(codePoint(character));
  for (const [word] of text.matchAll(WORDS)) {
    if (!LATIN.test(word)) continue;
    for (const [letter] of word.matchAll(LOOK_ALIKES)) found.add(codePoint(letter));
  }
  return [...found];
}

/** `U+202E`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
