/** Apostrophes that YAML takes for quotes. */
import type { Span } from '../model/manuscript.ts';
import type { Put } from './text-puts.ts';
import type { Mend } from './yaml-slip.ts';

/** A sign between two letters: `'Baku's`. */
export function isApostrophe(text: string, at: number): boolean {
  return text.charAt(at) === "'" && /^[\p{L}\p{N}]{2}$/u.test(text.charAt(at - 1) + text.charAt(at + 1));
}

/** Double quotes around a text that begins with a single one. */
export function openedByApostrophe(text: string, { start, end }: Span): Mend {
  const means = text.slice(start + 1, end);
  const inner = [...insertionsBefore(means, '"', start + 1), ...insertionsBefore(means, '\\', start + 1)];
  const puts = [{ start, end: start + 1, text: '"' }, ...inner, { start: end, end, text: '"' }];
  return { title: 'Put double quotes around it', puts, isLiteral: false, value: { start, end }, means };
}

/** A backslash before each of the signs. */
function insertionsBefore(words: string, sign: string, offset: number): Put[] {
  const puts: Put[] = [];
  for (let at = words.indexOf(sign); at !== -1; at = words.indexOf(sign, at + 1))
    puts.push({ start: offset + at, end: offset + at, text: '\\' });
  return puts;
}
