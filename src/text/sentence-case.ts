/** Words in capitals, written as in running text. */

// As long as no word is: what goes on behind is another one.
const WORD = /\p{L}[\p{L}\p{M}]{0,100}(?:['’\u2011-]\p{L}[\p{L}\p{M}]{0,100}){0,20}/gu;
// A line may be a heading, so what begins one may have its capital from there.
const SENTENCE_START = /(?:^|\n|[.!?…]["'»”’)\]]*\s)[^\p{L}\p{N}]*$/u;
const LONGEST_GAP = 12;

/**
 * A text whose words in capitals become small, but for the first letter of each sentence. `spell` says how a word (in small
 * letters) is written in running text, when it is known to be written in another way; words in small type stay as they are.
 */
export function inSentenceCase(text: string, spell: (word: string) => string | undefined): string {
  return text.replace(WORD, (word, at: number) => {
    if (word !== word.toUpperCase()) return word;
    const written = spell(word.toLowerCase()) ?? partsSpelled(word, spell);
    return isSentenceStart(text, at) ? capitalized(written) : written;
  });
}

function isSentenceStart(text: string, at: number): boolean {
  return SENTENCE_START.test(text.slice(Math.max(0, at - LONGEST_GAP), at));
}

/** `UN-LED` is known by its parts. */
function partsSpelled(word: string, spell: (word: string) => string | undefined): string {
  return word
    .split(/(['’\u2011-])/)
    .map((part) => spell(part.toLowerCase()) ?? part.toLowerCase())
    .join('');
}

function capitalized(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}

/** How words are written within the sentences of a text, by the word in small letters. A word that occurs in small type is that. */
export function spellingsOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const small = word.toLowerCase();
    if (found.get(small) === small) continue;
    if (word === small) found.set(small, small);
    else if (!found.has(small) && !isSentenceStart(text, index)) found.set(small, word);
  }
  return found;
}
