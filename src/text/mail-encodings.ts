/** Undoes what mail and addresses of data (`data:`) write text as: base64 (RFC 4648) and quoted-printable (RFC 2045, 6.7). */
import { Rewriting, type RewrittenText } from './rewritten-text.ts';

// Begun where no sign of the alphabet stands before, so that each word is looked at once.
const BASE64 = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,}(?:\r?\n[A-Za-z0-9+/_-]{24,})*={0,2}/g;
const QUOTED = /=\r?\n|(?:=[0-9A-Fa-f]{2})+/g;
// Controls other than tab and line ends: no text.
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Runs that are base64 of a text become that text; undefined where there is none. */
export function withoutBase64(text: string): RewrittenText | undefined {
  return rewritten(text, BASE64, (run) => {
    const signs = run.replaceAll(/[\s=]/g, '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(signs.slice(0, signs.length - (signs.length % 4 === 1 ? 1 : 0))), codeOf);
    const meant = utf8(bytes);
    return meant === undefined || CONTROL.test(meant) ? undefined : meant;
  });
}

/** Undefined for a text that says nothing of quoted-printable, and for one that has none. */
export function withoutQuotedPrintable(text: string): RewrittenText | undefined {
  if (!/quoted-printable/i.test(text)) return undefined;
  return rewritten(text, QUOTED, (run) => {
    if (run.trim() === '=') return '';
    return utf8(Uint8Array.from(run.slice(1).split('='), (pair) => Number.parseInt(pair, 16)));
  });
}

function rewritten(
  text: string,
  pattern: RegExp,
  meaningOf: (run: string) => string | undefined,
): RewrittenText | undefined {
  const rewriting = new Rewriting(text);
  for (const { 0: run, index } of text.matchAll(pattern)) {
    const meant = meaningOf(run);
    if (meant !== undefined) rewriting.replace(index, index + run.length, meant);
  }
  return rewriting.finish();
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
