/** Words in which letters of another alphabet pass for those of the word's own: «Вaku» with a Cyrillic В. */

export interface MixedWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** The word in one alphabet. */
  readonly meant: string;
  /** The letters of the other alphabet, each once. */
  readonly strangers: readonly string[];
}

type Alphabet = 'Latin' | 'Cyrillic' | 'Greek';

// Letters that no reader can tell apart in print, the other's first (a strict choice of Unicode's confusables, UTS 39).
const pairs = {
  Cyrillic: 'аa еe оo рp сc хx уy іi јj ѕs ԁd һh ԛq ԝw АA ВB ЕE НH ІI ЈJ КK МM ОO РP ЅS СC ТT УY ХX ԌG',
  Greek: 'οo νv ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX',
};
const ofAlphabet: Record<Alphabet, RegExp> = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
};
const SEAM =
  /[A-Za-z\u00C0-\u024F]\p{M}*[\u0370-\u03FF\u0400-\u052F]|[\u0370-\u03FF\u0400-\u052F]\p{M}*[A-Za-z\u00C0-\u024F]/u;
// No word is as long; a run that is goes on as another word.
const WORD = /[\p{L}\p{M}]{1,200}/gu;
// «OSCEа»: an abbreviation that takes the ending of the language around it.
// Signs of units and formulas, «μT», are no words.
const SHORTEST = 3;
const INFLECTED = /^[A-Z]{2,}[\u0430-\u045F]+$/;

/** The words of a text that mix Latin with Cyrillic or Greek letters and could be written in one of the two. */
export function* mixedWords(text: string): Generator<MixedWord> {
  if (!SEAM.test(text)) return;
  const judged = new Map<string, Reading | undefined>();
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    if (word.length < SHORTEST || !SEAM.test(word) || INFLECTED.test(word)) continue;
    if (!judged.has(word)) judged.set(word, inOneAlphabet(word, 'Cyrillic') ?? inOneAlphabet(word, 'Greek'));
    const reading = judged.get(word);
    if (reading !== undefined) yield { start, end: start + word.length, word, ...reading };
  }
}

type Reading = Pick<MixedWord, 'meant' | 'strangers'>;

/** The word in Latin or in the other alphabet, whichever is possible; by the number of letters where both are. */
function inOneAlphabet(word: string, other: Exclude<Alphabet, 'Latin'>): Reading | undefined {
  const third = other === 'Greek' ? 'Cyrillic' : 'Greek';
  if (!ofAlphabet[other].test(word) || ofAlphabet[third].test(word)) return undefined;
  const latin = replaced(word, other, new Map(pairsOf(other)));
  const theirs = replaced(word, 'Latin', new Map(pairsOf(other).map(([foreign, own]) => [own, foreign])));
  if (latin === undefined || theirs === undefined) return latin ?? theirs;
  return countOf(word, latin.strangers) <= countOf(word, theirs.strangers) ? latin : theirs;
}

function countOf(word: string, letters: readonly string[]): number {
  return [...word].filter((letter) => letters.includes(letter)).length;
}

function pairsOf(alphabet: Exclude<Alphabet, 'Latin'>): [string, string][] {
  return pairs[alphabet].split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]);
}

/** The word without the letters of an alphabet; undefined when one of them has no double. */
function replaced(word: string, alphabet: Alphabet, doubles: ReadonlyMap<string, string>): Reading | undefined {
  const strangers = new Set([...word].filter((letter) => ofAlphabet[alphabet].test(letter)));
  if (![...strangers].every((letter) => doubles.has(letter))) return undefined;
  return { meant: [...word].map((letter) => doubles.get(letter) ?? letter).join(''), strangers: [...strangers] };
}
