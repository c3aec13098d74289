/** The words, signs and quoted phrases of a query, with the place of each. */
import { PressError } from './press-error.ts';
import { badQuery } from './query-fault.ts';

export interface QueryToken {
  readonly kind: 'word' | 'phrase' | '(' | ')' | ':' | '=' | '>=' | '<=' | '>' | '<' | ',' | 'end';
  readonly text: string;
  /** Offset in the query. */
  readonly at: number;
  /** Offset behind it. */
  readonly end: number;
  /** Whether a blank stands before it. */
  readonly spaced: boolean;
}

const LONGEST_QUERY = 4000;
const signs = ['>=', '<=', '>', '<', '(', ')', ':', '='] as const;
const endOfWord = /[\s()":=<>]/;

/** What closes a quotation that begins like that: word processors make these of a typed `"`. */
const closing: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
]);

/** Cuts a query into tokens; the last one is `end`. Throws PressError. */
export function tokenise(query: string): QueryToken[] {
  if (query.length > LONGEST_QUERY) {
    throw new PressError('bad-query', `The query has ${query.length} characters; the limit is ${LONGEST_QUERY}.`, {
      hint: 'Ask for less at a time.',
    });
  }
  const tokens: QueryToken[] = [];
  let [at, stage]: [number, Stage] = [0, 'text'];
  for (;;) {
    const start = skipBlanks(query, at);
    const spaced = start > at || start === 0;
    if (start >= query.length)
      return [...tokens, { kind: 'end', text: '', at: query.length, end: query.length, spaced }];
    const { length, ...token } = tokenAt(query, start, stage);
    at = start + length;
    tokens.push({ ...token, at: start, end: at, spaced });
    stage = stageAfter(token.kind, stage);
  }
}

/** A comma divides values, and is a character like any other elsewhere: in the value of a field, behind one, and in text. */
type Stage = 'value' | 'behind-value' | 'text';

function stageAfter(kind: QueryToken['kind'], stage: Stage): Stage {
  if (kind === '(' || kind === ')') return 'text';
  if (kind === 'word' || kind === 'phrase') return stage === 'value' ? 'behind-value' : 'text';
  return 'value';
}

function skipBlanks(query: string, from: number): number {
  let at = from;
  while (at < query.length && /\s/.test(query.charAt(at))) at += 1;
  return at;
}

type Cut = Pick<QueryToken, 'kind' | 'text'> & { readonly length: number };

function tokenAt(query: string, start: number, stage: Stage): Cut {
  const sign = signs.find((each) => query.startsWith(each, start));
  if (sign !== undefined) return { kind: sign, text: sign, length: sign.length };
  const first = query.charAt(start);
  if (first === ',' && stage !== 'text') return { kind: ',', text: first, length: 1 };
  const closers = closing.get(first);
  if (closers !== undefined) return phraseAt(query, start, closers);
  let end = start;
  while (end < query.length && !isEnd(query.charAt(end), stage)) end += 1;
  return { kind: 'word', text: query.slice(start, end), length: end - start };
}

function isEnd(character: string, stage: Stage): boolean {
  return endOfWord.test(character) || (character === ',' && stage === 'value');
}

function phraseAt(query: string, start: number, closers: string): Cut {
  let text = '';
  for (let at = start + 1; at < query.length; at++) {
    const character = query.charAt(at);
    if (closers.includes(character)) return { kind: 'phrase', text, length: at + 1 - start };
    if (character === '\\' && at + 1 < query.length) {
      at += 1;
      text += query.charAt(at);
    } else text += character;
  }
  throw badQuery(
    { query, at: start, end: start + 1 },
    'The quote that begins here is not closed.',
    `Put a second «${closers.charAt(0)}» after the phrase.`,
  );
}
