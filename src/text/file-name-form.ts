/** The parts of a release's file name (`2009-11-16-course.ru.md`), and what makes a name troublesome to share. */

export interface FileNameParts {
  /** `YYYY-MM-DD`; undefined for a name that does not begin so. */
  readonly day: string | undefined;
  /** Undefined for a name without one. What looks like a language has two letters, and perhaps a script or a region. */
  readonly language: string | undefined;
}

// Half of what most file systems allow, so that temporary names and other endings fit as well.
const MOST_BYTES = 200;

const DAY = /^(\d{4}-\d{2}-\d{2})(?=[-.])/;
const LANGUAGE = /\.([a-z]{2}(?:-[a-z0-9]{2,8}){0,2})\.md$/i;
const FORBIDDEN = /[<>:"|?*\\]/u;
const ACCENTS = /[\u0300-\u036F]/g;

/** The last part of a path with `/`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The last part of a release's path, without `.md`. */
export function fileStemOf(path: string): string {
  return fileNameOf(path).replace(/\.md$/i, '');
}

/** What a file name says about the release in it. */
export function fileNameParts(name: string): FileNameParts {
  return { day: DAY.exec(name)?.[1], language: LANGUAGE.exec(name)?.[1]?.toLowerCase() };
}

/** Why a name can be trouble on another computer, as the rest of «The file’s name …»; undefined for one that travels well. */
export function troubleWithName(name: string): string | undefined {
  if (new TextEncoder().encode(name).length > MOST_BYTES) return `is longer than ${MOST_BYTES} bytes`;
  if (/\s/u.test(name)) return 'holds blanks';
  if (FORBIDDEN.test(name)) return 'holds characters that Windows refuses';
  if (/[^\x20-\x7E]/u.test(name)) return 'holds characters other than the letters a to z';
  if (name.startsWith('-')) return 'begins with a hyphen, which commands take for an option';
  return /\.\.md$/i.test(name) ? 'has a dot too many' : undefined;
}

/** Whether a name has nothing but small letters, digits, dots and single hyphens. */
export function isPlainName(name: string): boolean {
  return /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(name);
}

/** The same name in small letters, digits and hyphens; undefined where that takes transliteration, or leaves too long a name. */
export function plainNameOf(name: string): string | undefined {
  const stem = name.replace(/\.md$/i, '').normalize('NFKD').replace(ACCENTS, '').toLowerCase();
  if (/[^\x20-\x7E\u2010-\u2015\u2018-\u201D]/u.test(stem)) return undefined;
  const parts = stem
    .replace(/['’‘]/gu, '')
    .split('.')
    .map((part) => (part.match(/[a-z0-9]+/g) ?? []).join('-'))
    .filter((part) => part !== '');
  const plain = `${parts.join('.')}.md`;
  return plain.length <= MOST_BYTES && isPlainName(plain) ? plain : undefined;
}
