/** The words, signs and quoted phrases of a query, with the column that each begins at. */
import { PressError } from './press-error.ts';

export interface QueryToken {
  readonly kind: 'word' | 'phrase' | '(' | ')' | ':' | '=' | '>=' | '<=' | '>' | '<' | 'end';
  readonly text: string;
  /** Offset in the query. */
  readonly at: number;
  /** Whether a blank stands before it. */
  readonly spaced: boolean;
}

const LONGEST_QUERY = 4000;
const signs = ['>=', '<=', '>', '<', '(', ')', ':', '='] as const;
const endOfWord = /[\s()":=<>]/;

/** Cuts a query into tokens; the last one is `end`. Throws PressError. */
export function tokenise(query: string): QueryToken[] {
  if (query.length > LONGEST_QUERY) {
    throw new PressError('bad-query', `The query has ${query.length} characters; the limit is ${LONGEST_QUERY}.`, {
      hint: 'Ask for less at a time.',
    });
  }
  const tokens: QueryToken[] = [];
  let at = 0;
  for (;;) {
    const start = skipBlanks(query, at);
    const spaced = start > at || start === 0;
    if (start >= query.length) return [...tokens, { kind: 'end', text: '', at: query.length, spaced }];
    const token = tokenAt(query, start);
    tokens.push({ ...token, at: start, spaced });
    at = start + token.length;
  }
}

function skipBlanks(query: string, from: number): number {
  let at = from;
  while (at < query.length && /\s/.test(query.charAt(at))) at += 1;
  return at;
}

type Cut = Pick<QueryToken, 'kind' | 'text'> & { readonly length: number };

function tokenAt(query: string, start: number): Cut {
  const sign = signs.find((each) => query.startsWith(each, start));
  if (sign !== undefined) return { kind: sign, text: sign, length: sign.length };
  if (query.charAt(start) === '"') return phraseAt(query, start);
  let end = start;
  while (end < query.length && !endOfWord.test(query.charAt(end))) end += 1;
  return { kind: 'word', text: query.slice(start, end), length: end - start };
}

function phraseAt(query: string, start: number): Cut {
  let text = '';
  for (let at = start + 1; at < query.length; at++) {
    const character = query.charAt(at);
    if (character === '"') return { kind: 'phrase', text, length: at + 1 - start };
    if (character === '\\' && at + 1 < query.length) {
      at += 1;
      text += query.charAt(at);
    } else text += character;
  }
  throw badQuery(
    { query, at: start },
    'The quote that begins here is not closed.',
    'Put a second «"» after the phrase.',
  );
}

/** An error that points at a column of the query. */
export function badQuery(
  { query, at }: { readonly query: string; readonly at: number },
  message: string,
  hint: string,
): PressError {
  const column = at + 1;
  return new PressError('bad-query', `In the query «${query}», column ${column}: ${message}`, { hint });
}
