/** English words with which press releases praise what they should describe. */
import { RARE_BLANK } from './word-finder.ts';

// A hyphen stands for any hyphen, a blank for any run of blanks. First come parts of which every phrase of a line has one.
const praise: readonly (readonly [parts: string, phrases: string])[] = [
  ['world-', 'world-class|world-leading|world-beating|world-renowned|world-famous'],
  ['ground-b|groundb', 'ground-?breaking(?! ceremon)'],
  ['cutting-|bleeding-', 'cutting-edge|bleeding-edge'],
  ['state-of-', 'state-of-the-art'],
  ['best-', 'best-in-class|best-of-breed'],
  ['game-chang|game chang', 'game[ -]chang(?:ing|ers?)'],
  ['paradigm-', 'paradigm-shifting'],
  ['trail-b|trailb', 'trail-?blazing'],
  ['breath-t|breatht', 'breath-?taking'],
  ['jaw-', 'jaw-dropping'],
  ['mind-', 'mind-blowing'],
  ['awe-', 'awe-inspiring'],
  ['one-of-', 'one-of-a-kind'],
  ['once-in-', 'once-in-a-lifetime'],
  ['unparalleled', 'unparalleled'],
  ['unrival', 'unrivall?ed'],
  ['second to', 'second to none'],
  ['like never', 'like never before'],
  ['must-', 'must-(?:attend|see|have)'],
  ['awaited', '(?:eagerly|hotly|highly|much)[ -]awaited'],
  ['anticipated', '(?:eagerly|hotly|highly|much)[ -]anticipated'],
  ['amazing', 'amazing'],
  ['prestigious', 'prestigious'],
  [
    'truly unique|totally unique|absolutely unique|completely unique|very unique',
    '(?:truly|totally|absolutely|completely|very) unique',
  ],
  ['revolutioni', 'revolutioni[sz](?:es?|ed|ing)'],
  [
    'revolutionary',
    'revolutionary (?:new|approach|technology|method|tool|way|idea|concept|solution|design|product|platform|system)',
  ],
  ['unprecedented', 'unprecedented (?:success|opportunity|achievement|breakthrough|initiative)'],
  ['historic m|historic a|historic b|historic s', 'historic (?:milestone|achievement|breakthrough|success|moment)'],
];

// What everybody has been ever since announcements have been written.
const feeling: readonly (readonly [parts: string, phrases: string])[] = [
  ['thrilled to', 'thrilled to'],
  ['excited to', 'excited to (?:announce|present|introduce)'],
  ['proud to|proudly', 'proud to (?:announce|present|introduce)|proudly'],
];

// What `\s` matches beside one blank.
const OTHER_BLANKS = ['\t', '\n', '\r', RARE_BLANK, '  '];

/** Without one of these, in capitals or small letters, no text has such words. */
export const partsOfHype: readonly string[] = [...praise, ...feeling].flatMap(([parts]) =>
  parts.split('|').flatMap(spelt),
);

/** With every hyphen that there may be; and up to its first blank with every other one, since more of them may follow. */
function spelt(part: string): string[] {
  if (part.includes('-')) return ['-', '\u2010', '\u2011'].map((hyphen) => part.replaceAll('-', hyphen));
  const blank = part.indexOf(' ');
  return blank === -1 ? [part] : [part, ...OTHER_BLANKS.map((other) => part.slice(0, blank) + other)];
}

export interface HypeWords {
  readonly index: number;
  readonly words: string;
  readonly kind: 'praise' | 'feeling';
}

const CONTEXT = 8;
const SENTENCE_START = /(?:^|\n|[.!?…:])[^\p{L}\p{N}]*$/u;

let pattern: RegExp | undefined;

/** The words of this sort in a text, in order. Words that begin with a capital within a sentence are names and are passed over. */
export function* hypeWordsIn(text: string): Generator<HypeWords> {
  pattern ??= compiled();
  for (const { 0: words, index, groups } of text.matchAll(pattern)) {
    if (isPartOfWord(text, index, words)) continue;
    const isFeeling = groups?.['feeling'] !== undefined;
    if (!isNamePart(text, index, words)) yield { index, words, kind: isFeeling ? 'feeling' : 'praise' };
  }
}

function compiled(): RegExp {
  const [praising, feelings] = [praise, feeling].map((lines) => lines.map(([, phrases]) => phrases).join('|'));
  const phrases = `${praising}|(?<feeling>${feelings})`
    .replace(/(?<!\[ )-(?!\?)/g, '[-\u2010\u2011]')
    .replace(/(?<!\[) /g, '\\s+');
  // Letters beyond ASCII are looked at where something is found: a pattern that knows them takes ten times as long to make.
  return new RegExp(`\\b(?:${phrases})\\b`, 'gi');
}

function isPartOfWord(text: string, index: number, words: string): boolean {
  const around = text.charAt(index - 1) + text.charAt(index + words.length);
  return /[\p{L}\p{N}_-]/u.test(around);
}

function isNamePart(text: string, index: number, words: string): boolean {
  const first = words.charAt(0);
  if (first === first.toLowerCase() || words === words.toUpperCase()) return false;
  const after = text.slice(index + words.length, index + words.length + CONTEXT);
  return !SENTENCE_START.test(text.slice(Math.max(0, index - CONTEXT), index)) || /^\s+\p{Lu}/u.test(after);
}
