/** The beginning of an address: what a browser takes for its scheme, and slips that people make there. */
import { distance } from './nearest.ts';

// Browsers leave out tabs and line breaks, and whatever cannot be seen before the first letter; the rest nobody sees either.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Z}]/gu;
const SCHEME = /^[a-z][a-z0-9+.-]*$/;

/** A longer one is no scheme but words. */
const LONGEST = 40;

// An address may hold a whole picture.
const MOST_LOOKED_AT = 4096;

/**
 * The scheme of an address in small letters, without its colon; undefined for one that has none. Tricks are seen through: unseen
 * characters, and `%73` for a letter.
 */
export function schemeOf(address: string): string | undefined {
  const begin = address
    .slice(0, MOST_LOOKED_AT)
    .replace(UNSEEN, '')
    .slice(0, LONGEST * 3);
  const letters = begin.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const end = letters.indexOf(':');
  if (end === -1) return undefined;
  const scheme = letters.slice(0, end).toLowerCase();
  return SCHEME.test(scheme) ? scheme : undefined;
}

/** The address that a misspelled one was meant to be: `htps://`, `http//`, `http:/`, `www.` or a mail address; undefined when it is in order. */
export function mendedAddress(address: string): string | undefined {
  if (/^www\.[^\s/]+\.\p{L}/iu.test(address)) return `https://${address}`;
  if (isMail(address)) return `mailto:${address}`;
  const [, word = '', signs = '', rest = ''] = /^([a-z]{3,7})([:;.,/\\]{1,8})(.+)$/is.exec(address) ?? [];
  const scheme = meantScheme(word.toLowerCase());
  if (scheme === undefined || !looksLikeSlip(signs, rest)) return undefined;
  if (/^https?:\/\//i.test(rest)) return rest;
  const mended = `${scheme}://${rest}`;
  return mended === `${word.toLowerCase()}${signs}${rest}` ? undefined : mended;
}

function meantScheme(word: string): 'http' | 'https' | undefined {
  if (distance(word, 'http') > 1 && distance(word, 'https') > 1) return undefined;
  return word.endsWith('s') ? 'https' : 'http';
}

/** A host follows, or the scheme once more; and what stands between is more than a dot. */
function looksLikeSlip(signs: string, rest: string): boolean {
  if (!/[:;\\]|\/\//.test(signs)) return false;
  return /^https?:\/\//i.test(rest) || /^[^\s/.]+\.[^\s/]/.test(rest);
}

function isMail(address: string): boolean {
  return /^[\w.%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(address) && address.length < 255;
}
