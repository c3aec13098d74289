/**
 * Words in a cell: `Türkiye`, with other languages as `Turkey | ru: Турция`, and with the time in which they held as
 * `OSCE Office in Baku [2000-07-17/2013-12-31]`. Two dots stand for an open end. A bar in the words is written `\|`.
 */
import type { Localized } from '../../model/taxonomy.ts';
import { parsePartialDate, type Period } from '../../text/dates.ts';

const OPEN = '..';
const PERIOD = / \[([0-9-]{4,10}|unknown|\.\.)\/([0-9-]{4,10}|unknown|\.\.)\]$/;

/** Texts by language; what is in the first of the languages stands without its tag. */
export function wordsText(texts: Localized, languages: readonly string[]): string {
  const parts = [...texts].map(([lang, text]) => {
    const escaped = text.replace(/[\\|]/g, '\\$&');
    return lang === languages[0] && tagOf(escaped, languages) === undefined ? escaped : `${lang}: ${escaped}`;
  });
  return parts.join(' | ');
}

/** What `wordsText` was given. */
export function readWordsText(cell: string, languages: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const part of cell.split(' | ')) {
    const tag = tagOf(part, languages);
    const text = tag === undefined ? part : part.slice(tag.length + 2);
    texts.set(tag ?? languages[0] ?? 'en', text.replace(/\\([\\|])/g, '$1'));
  }
  return texts;
}

/** The language that a text begins with, when it is one of the table's. */
function tagOf(text: string, languages: readonly string[]): string | undefined {
  const tag = /^([A-Za-z0-9-]{2,35}): /.exec(text)?.[1];
  return tag !== undefined && languages.includes(tag) ? tag : undefined;
}

/** Words, and behind them the time in which they held. */
export function datedText(words: string, { from, until }: Period): string {
  if (from === undefined && until === undefined) return PERIOD.test(words) ? `${words} [${OPEN}/${OPEN}]` : words;
  return `${words} [${from ?? OPEN}/${until ?? OPEN}]`;
}

/** What `datedText` was given; a time that is none stays part of the words. */
export function readDatedText(cell: string): {
  readonly words: string;
  readonly period: { from?: string; until?: string };
} {
  const found = PERIOD.exec(cell);
  const [, from = OPEN, until = OPEN] = found ?? [];
  const isPeriod = [from, until].every((date) => date === OPEN || parsePartialDate(date) !== undefined);
  if (found === null || !isPeriod) return { words: cell, period: {} };
  return {
    words: cell.slice(0, found.index),
    period: { ...(from === OPEN ? {} : { from }), ...(until === OPEN ? {} : { until }) },
  };
}
