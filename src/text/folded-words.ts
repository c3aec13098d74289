/**
 * Running text as the words that two texts are compared by, however each of them is written: small letters without accents, compatibility
 * forms resolved as in `foldRunning`, characters that nobody sees left out, dashes, quotes and blanks all the same. A word is two hashes of
 * 32 bits and its place; no text is made for it. In scripts that part no words, each letter is one, of half the weight.
 */
import { foldRunning } from './fold.ts';

const BLANK_BEFORE = 1;
const HALF = 2;
const NUMBER = 4;
const MIXED = 8;

/** Of a letter that is a word of its own, as many letters of an alphabet. */
const HALF_SIZE = 3;
const LARGEST_SIZE = 255;
const FULL_WEIGHT = 2;
const HALF_WEIGHT = 1;

/** The words of one text at a time: the memory serves the next text, too. */
export class FoldedWords {
  count = 0;
  first = new Int32Array(1024);
  second = new Int32Array(1024);
  /** Offset of the first character, and behind the last one. */
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  #sizes = new Uint8Array(1024);
  #marks = new Uint8Array(1024);

  /** Takes the words of a text in the place of those before. */
  read(text: string): this {
    this.count = 0;
    new Reading(text, this).run();
    return this;
  }

  /** Whether the words from one to another have no blank between them, as in `two-schools`. */
  isCompact(from: number, to: number): boolean {
    for (let at = from + 1; at < to; at += 1) if (((this.#marks[at] ?? 0) & BLANK_BEFORE) !== 0) return false;
    return true;
  }

  isNumber(at: number): boolean {
    return ((this.#marks[at] ?? 0) & NUMBER) !== 0;
  }

  /** Whether it has digits and other letters. */
  isMixed(at: number): boolean {
    return ((this.#marks[at] ?? 0) & MIXED) !== 0;
  }

  /** Letters and digits of a word. */
  size(at: number): number {
    return this.#sizes[at] ?? 0;
  }

  /** 2 for a word, 1 for a letter that stands for itself. */
  weight(at: number): number {
    return ((this.#marks[at] ?? 0) & HALF) === 0 ? FULL_WEIGHT : HALF_WEIGHT;
  }

  /** For the reading alone. */
  add(word: Word, marks: number): void {
    const at = this.count;
    if (at === this.first.length) this.#grow();
    this.first[at] = word.first;
    this.second[at] = word.second;
    this.starts[at] = word.start;
    this.ends[at] = word.end;
    this.#sizes[at] = Math.min(word.size, LARGEST_SIZE);
    this.#marks[at] = marks;
    this.count = at + 1;
  }

  #grow(): void {
    const length = this.first.length * 2;
    this.first = grown(this.first, new Int32Array(length));
    this.second = grown(this.second, new Int32Array(length));
    this.starts = grown(this.starts, new Int32Array(length));
    this.ends = grown(this.ends, new Int32Array(length));
    this.#sizes = grown(this.#sizes, new Uint8Array(length));
    this.#marks = grown(this.#marks, new Uint8Array(length));
  }
}

function grown<Numbers extends Int32Array | Uint8Array>(old: Int32Array | Uint8Array, bigger: Numbers): Numbers {
  bigger.set(old);
  return bigger;
}

interface Word {
  readonly first: number;
  readonly second: number;
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

const SEPARATOR = 0;
const BLANK = 1;
/** What each ASCII character is: a separator, a blank, or the small letter or digit. */
const ascii = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return BLANK;
  return /[A-Za-z0-9]/.test(character) ? character.toLowerCase().charCodeAt(0) : SEPARATOR;
});
const LAST_DIGIT = '9'.charCodeAt(0);
const FIRST_BASIS = 0x81_1c_9d_c5 | 0;
const SECOND_BASIS = 0x2f_0b_44_53;

/** One pass over a text. */
class Reading implements Word {
  readonly #text: string;
  readonly #into: FoldedWords;
  first = FIRST_BASIS;
  second = SECOND_BASIS;
  start = 0;
  end = 0;
  size = 0;
  #hasLetter = false;
  #hasDigit = false;
  #isBlankBefore = true;

  constructor(text: string, into: FoldedWords) {
    this.#text = text;
    this.#into = into;
  }

  run(): void {
    const text = this.#text;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= 128) {
        at += this.#other(at);
        continue;
      }
      const letter = ascii[code] ?? SEPARATOR;
      if (letter > BLANK) this.#letter(letter, at, at + 1);
      else this.#gap(letter === BLANK);
    }
    this.#close(0);
  }

  /** A character outside of ASCII; returns how many code units it has beyond the first. */
  #other(at: number): number {
    const point = this.#text.codePointAt(at) ?? 0;
    const length = point > 0xff_ff ? 2 : 1;
    const meaning = meaningOf(point);
    if (meaning.isHalf) this.#gap(false);
    for (let index = 0; index < meaning.letters.length; index += 1) {
      const code = meaning.letters.charCodeAt(index);
      if (code === 0x20) this.#gap(false);
      else this.#letter(code, at, at + length);
    }
    if (meaning.isHalf) this.#close(HALF);
    if (meaning.isGap) this.#gap(meaning.isBlank);
    return length - 1;
  }

  #letter(code: number, start: number, end: number): void {
    if (this.size === 0) this.start = start;
    this.first = Math.imul(this.first ^ code, 0x01_00_01_93);
    this.second = Math.imul(this.second + code, 0x5b_d1_e9_95);
    this.second ^= this.second >>> 13;
    this.size += 1;
    this.end = end;
    if (code > LAST_DIGIT) this.#hasLetter = true;
    else this.#hasDigit = true;
  }

  #gap(isBlank: boolean): void {
    this.#close(0);
    if (isBlank) this.#isBlankBefore = true;
  }

  #close(half: 0 | typeof HALF): void {
    if (this.size === 0) return;
    if (half !== 0) this.size = HALF_SIZE;
    const kind = this.#hasLetter ? (this.#hasDigit ? MIXED : 0) : NUMBER;
    this.#into.add(this, half | kind | (this.#isBlankBefore ? BLANK_BEFORE : 0));
    this.first = FIRST_BASIS;
    this.second = SECOND_BASIS;
    this.size = 0;
    this.#hasLetter = false;
    this.#hasDigit = false;
    this.#isBlankBefore = false;
  }
}

interface Meaning {
  /** Folded; empty for what parts words, and for what nobody sees. */
  readonly letters: string;
  readonly isGap: boolean;
  readonly isBlank: boolean;
  /** Whether it is a word of its own. */
  readonly isHalf: boolean;
}

const WITHOUT_BLANKS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const meanings = new Map<number, Meaning>();
const byUnit: (Meaning | undefined)[] = [];

function meaningOf(point: number): Meaning {
  const known = point <= 0xff_ff ? byUnit[point] : meanings.get(point);
  if (known !== undefined) return known;
  const meaning = foldedMeaning(String.fromCodePoint(point));
  if (point <= 0xff_ff) byUnit[point] = meaning;
  else meanings.set(point, meaning);
  return meaning;
}

/** What `foldRunning` makes of a character between two letters says what it is. */
function foldedMeaning(character: string): Meaning {
  const letters = foldRunning(`a${character}a`).slice(1, -1);
  const isGap = letters === ' ';
  return {
    letters: isGap ? '' : letters,
    isGap,
    isBlank: isGap && /\s/u.test(character),
    isHalf: WITHOUT_BLANKS.test(letters),
  };
}
