/** Words in capitals that stand for several others, and whether a text says for which. */

export interface Acronym {
  readonly word: string;
  readonly index: number;
}

const LONGEST = 6;
const CONTEXT = 24;
const SMALL_WORD = 3;

let pattern: RegExp | undefined;

/**
 * Words of 2 to 6 capitals in a text, in order; of «NGOs» it is NGO. What hangs together with a digit, a hyphen or a full stop is part of
 * a number or a name.
 */
export function* acronymsIn(text: string): Generator<Acronym> {
  pattern ??= /(?<![\p{L}\p{N}\p{M}_.&@/-])\p{Lu}{2,6}(?=s?(?![\p{L}\p{N}\p{M}_&@-]|\.\p{L}))/gu;
  for (const { 0: word, index } of text.matchAll(pattern)) yield { word, index };
}

/**
 * Which of some acronyms a text spells out: in brackets behind the words, before the words in brackets or behind a dash, or in words
 * anywhere whose first letters it is made of. In doubt it does.
 */
export function spelledOut(text: string, wanted: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { word, index } of acronymsIn(text)) {
    if (wanted.has(word) && (isInBrackets(text, index) || isExplained(text, index + word.length))) found.add(word);
  }
  const words = text.match(/\p{L}[\p{L}\p{M}'’]{0,200}/gu) ?? [];
  for (const counts of [isCapitalized, isLong, () => true]) addFromInitials(words.filter(counts), wanted, found);
  return found;
}

/** Perhaps with other words around it: `(the “OSCE”)`. */
function isInBrackets(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - CONTEXT), at);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

function isExplained(text: string, end: number): boolean {
  return /^["'”’»]?\s*(?:\(|,?\s*(?:or|или|ou)\s|[–—]\s)\s*\p{L}/u.test(text.slice(end, end + CONTEXT));
}

/** `Organization for Security and Co-operation in Europe`. */
function isCapitalized(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase() && (word.length === 1 || word !== word.toUpperCase());
}

/** `internally displaced persons`, `weapons of mass destruction`. */
function isLong(word: string): boolean {
  return word.length > SMALL_WORD && word !== word.toUpperCase();
}

function addFromInitials(words: readonly string[], wanted: ReadonlySet<string>, found: Set<string>): void {
  const initials = words.map((word) => word.charAt(0).toUpperCase()).join('');
  for (let at = 0; at < initials.length; at += 1) {
    for (let length = 2; length <= LONGEST && at + length <= initials.length; length += 1) {
      const letters = initials.slice(at, at + length);
      if (wanted.has(letters)) found.add(letters);
    }
  }
}
