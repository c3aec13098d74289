/**
 * What a translation was made of, as a digest: `translationOf.digest` is `sha256:` and the SHA-256 of the original's meaning.
 *
 * Title, summary and body count, and nothing else: another term, date or contact asks for no new translation. Nor do comments, line
 * ends, the width of lines, or how an accent is stored.
 */
import { inOneLine } from '../text/one-line.ts';
import { withoutComments } from './house-notes.ts';
import { bodyOf, type FrontMatter, type Manuscript } from './manuscript.ts';

type Original = Pick<Manuscript, 'text' | 'bodyStart'> & { readonly data: FrontMatter };

const PREFIX = 'sha256:';
const SHORTEST = 8;

/** The three texts of an original that a translation follows, a line each, in Unicode NFC; one that is not there is an empty line. */
export function translatedMeaning(original: Original): string {
  const { title, summary } = original.data;
  const texts = [title, summary, withoutComments(bodyOf(original))];
  return texts.map((text) => (typeof text === 'string' ? inOneLine(text.normalize('NFC')) : '')).join('\n');
}

/** `translationOf.digest` for a translation of the original as it stands; `digestOfText` gives the hex SHA-256 of a text as UTF-8. */
export function translationDigest(original: Original, digestOfText: (text: string) => string): string {
  return `${PREFIX}${digestOfText(translatedMeaning(original))}`;
}

/**
 * Whether the digest in a file is a given one. Capitals do not count, and the beginning of it is enough (eight digits or more), as
 * people shorten digests. Undefined when what stands in the file is no digest of this kind at all.
 */
export function isSameDigest(written: string, digest: string): boolean | undefined {
  const plain = written.toLowerCase();
  const hex = plain.startsWith(PREFIX) ? plain.slice(PREFIX.length) : plain;
  if (hex.length < SHORTEST || hex.length > digest.length - PREFIX.length || /[^0-9a-f]/.test(hex)) return undefined;
  return digest.startsWith(hex, PREFIX.length);
}
