/** English words with which press releases praise what they should describe. */

// A hyphen stands for any hyphen, a blank for any run of blanks. First comes a part that all the phrases of a line have.
const praise: readonly (readonly [part: string, phrases: string])[] = [
  ['world-', 'world-class|world-leading|world-beating|world-renowned|world-famous'],
  ['ground', 'ground-?breaking(?! ceremon)'],
  ['-edge', 'cutting-edge|bleeding-edge'],
  ['state-of-', 'state-of-the-art'],
  ['best-', 'best-in-class|best-of-breed'],
  ['chang', 'game[ -]chang(?:ing|ers?)'],
  ['paradigm-', 'paradigm-shifting'],
  ['blazing', 'trail-?blazing'],
  ['taking', 'breath-?taking'],
  ['jaw-', 'jaw-dropping'],
  ['mind-', 'mind-blowing'],
  ['awe-', 'awe-inspiring'],
  ['one-of-', 'one-of-a-kind'],
  ['once-in-', 'once-in-a-lifetime'],
  ['unparalleled', 'unparalleled'],
  ['unrival', 'unrivall?ed'],
  ['none', 'second to none'],
  ['never', 'like never before'],
  ['must-', 'must-(?:attend|see|have)'],
  ['awaited', '(?:eagerly|hotly|highly|much)[ -]awaited'],
  ['anticipated', '(?:eagerly|hotly|highly|much)[ -]anticipated'],
  ['amazing', 'amazing'],
  ['prestigious', 'prestigious'],
  ['unique', '(?:truly|totally|absolutely|completely|very) unique'],
  ['revolutioni', 'revolutioni[sz](?:es?|ed|ing)'],
  [
    'revolutionary',
    'revolutionary (?:new|approach|technology|method|tool|way|idea|concept|solution|design|product|platform|system)',
  ],
  ['unprecedented', 'unprecedented (?:success|opportunity|achievement|breakthrough|initiative)'],
  ['historic', 'historic (?:milestone|achievement|breakthrough|success|moment)'],
];

// What everybody has been ever since announcements have been written.
const feeling: readonly (readonly [part: string, phrases: string])[] = [
  ['thrilled', 'thrilled to'],
  ['excited', 'excited to (?:announce|present|introduce)'],
  ['proud', 'proud to (?:announce|present|introduce)|proudly'],
];

/** Without one of these, in capitals or small letters, no text has such words. */
export const partsOfHype: readonly string[] = [...praise, ...feeling].flatMap(([part]) =>
  part.includes('-') ? ['-', '\u2010', '\u2011'].map((hyphen) => part.replaceAll('-', hyphen)) : [part],
);

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
