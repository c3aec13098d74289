/**
 * Texts that stay texts wherever Markdown is read: by CommonMark, by the dialects of Hugo, Jekyll and Astro, and by whoever looks for
 * templates before that. The dialects disagree about backslashes, so some signs become character references.
 */
import type { Options } from 'remark-stringify';
import { fitForPage } from '../../../text/html.ts';

/** Signs that the writer of Markdown shall escape besides its own. */
export const unsafeSigns: NonNullable<Options['unsafe']> = [
  { character: '<', inConstruct: 'phrasing' },
  // Instructions of Hugo and Liquid, attributes of headings and paragraphs.
  { character: '{', inConstruct: 'phrasing' },
  // To Jekyll, a line with a bar is a row of a table, and two dollars begin a formula.
  { character: '|', inConstruct: 'phrasing' },
  { character: '$', inConstruct: 'phrasing', after: '\\$' },
  // A definition, and the end of a block.
  { character: ':', atBreak: true },
  { character: '^', atBreak: true },
];

/** What stands for a sign that the writer has escaped; for all others it is the sign behind its backslash. */
const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['{', '&#123;'],
  ['$', '&#36;'],
  ['&', '&amp;'],
  ['^', '&#94;'],
  // No harm, and Jekyll would show the backslash.
  ['@', '@'],
]);

// Nothing in code is escaped, so its own backslashes must not look like an escape: they are a noncharacter meanwhile.
const BACKSLASH_IN_CODE = '\uFDD0';

/** A text for code: a blank of no width parts the signs that begin an instruction, because nothing else would. */
export function inertCode(text: string): string {
  return fitForPage(text)
    .replace(/\{(?=[{%])/g, '{\u200B')
    .replaceAll('\\', BACKSLASH_IN_CODE);
}

/** An absolute address, in which nothing has to be escaped. */
export function inertAddress(address: string | number | undefined): string {
  return fitForPage(String(address ?? '')).replace(/[<>(){}|\\^`$\s]/g, percentEncoded);
}

function percentEncoded(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16)}` : encoded;
}

/** Markdown as its writer left it, with the signs as every dialect reads them. */
export function inertMarkdown(written: string): string {
  return (
    written
      // Pair by pair, so that a backslash that is escaped itself escapes nothing.
      .replace(/\\:\/\/|\\[^]/g, (escape) => (escape === '\\://' ? '://' : (WRITTEN.get(escape.slice(1)) ?? escape)))
      .replaceAll(BACKSLASH_IN_CODE, '\\')
  );
}
