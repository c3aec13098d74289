/** The keys of front matter, each with the lines of its value: by their looks alone, so that one broken value spoils no other. */
import { keyOf, keyOfWords } from './yaml-lines.ts';

export interface YamlEntry {
  readonly key: string;
  /** What stands behind the colon on the key's own line. */
  readonly rest: string;
  /** The lines below it that belong to the value. */
  readonly more: readonly string[];
  /** Number of the key's line, counted from 1 at the block's first. */
  readonly line: number;
}

export interface YamlEntries {
  readonly entries: readonly YamlEntry[];
  /** Lines that stand before the first key, by their numbers. */
  readonly stray: readonly { readonly line: number; readonly text: string }[];
}

interface Open {
  readonly key: string;
  readonly rest: string;
  readonly more: string[];
  readonly line: number;
}

/** Cuts a block into its entries; every line that is no remark belongs to one of them, or is stray. */
export function entriesOf(lines: readonly string[]): YamlEntries {
  const entries: Open[] = [];
  const stray: { line: number; text: string }[] = [];
  let quotedUntil = -1;
  for (const [at, text] of lines.entries()) {
    const last = entries.at(-1);
    const isAfterQuote = at === quotedUntil + 1 && at > (last?.line ?? at);
    const words = isAfterQuote || isComplete(last) ? keyOfWords(text) : undefined;
    const found = at <= quotedUntil ? undefined : (keyOf(text) ?? words);
    if (found !== undefined) {
      entries.push({ ...found, more: [], line: at + 1 });
      quotedUntil = endOfQuote(lines, at, found.rest);
    } else if (last !== undefined) last.more.push(text);
    else if (text.trim() !== '' && !text.startsWith('#')) stray.push({ line: at + 1, text });
  }
  return { entries: entries.map(withoutRemarks), stray };
}

/** Whether the value is whole, on its key's line or moved in below it: then a line at the left edge goes on with nothing. */
function isComplete(entry: Open | undefined): boolean {
  const rest = entry?.rest.trim() ?? '';
  const below = (entry?.more ?? []).filter((line) => line.trim() !== '');
  if (!below.every((line) => /^[ \t-]/.test(line))) return false;
  if (rest === '' || /^[|>]/.test(rest)) return below.length > 0;
  const sign = rest.charAt(0);
  return (sign !== '"' && sign !== "'") || endsQuoted(rest.slice(1), sign);
}

const FARTHEST = 40;

/**
 * The line on which a quotation that runs over several lines ends; that of the key itself when it does not, or is never closed. A line
 * that looks like a key and does not end the quotation is one.
 */
function endOfQuote(lines: readonly string[], at: number, rest: string): number {
  const sign = rest.trimStart().charAt(0);
  if ((sign !== '"' && sign !== "'") || endsQuoted(rest.trimStart().slice(1), sign)) return at;
  for (let next = at + 1; next < Math.min(lines.length, at + FARTHEST); next += 1) {
    const line = lines[next] ?? '';
    const isEnd = endsQuoted(line, sign);
    const key = keyOf(line);
    if (key !== undefined && (!isEnd || key.rest.trimStart().startsWith(sign))) return at;
    if (isEnd) return next;
  }
  return at;
}

/** Whether a line ends with a sign of quotation that is no part of the text. */
function endsQuoted(line: string, sign: string): boolean {
  const text = line.trimEnd();
  if (!text.endsWith(sign)) return false;
  if (sign === "'") return !text.endsWith("''") || text === "''" || text.endsWith("'''");
  return !text.endsWith('\\"') || text.endsWith('\\\\"');
}

/** Blank lines and remarks behind a value are none of it. */
function withoutRemarks(entry: Open): YamlEntry {
  const more = [...entry.more];
  while (more.length > 0 && /^(?:\s*|#.*)$/.test(more.at(-1) ?? '')) more.pop();
  return { ...entry, more };
}
