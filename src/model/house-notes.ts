/** What a release says to the house alone, or says too early: taken out once, when it is cleared, for every output. */
import { commentSeam, piecesBetweenComments } from '../text/html-comments.ts';
import { parseReleaseDate } from '../text/dates.ts';
import { PiecedText } from '../text/pieced-text.ts';
import type { FrontMatter } from './manuscript.ts';
import type { Correction, Release } from './release.ts';

const COMMENT = '<!--';

/**
 * A text without its comments: they are notes of the house (`<!-- press-ignore … -->`). One that is never closed reaches to the
 * end. What stood around a comment never makes up another one.
 */
export function withoutComments(text: string): string {
  if (!text.includes(COMMENT)) return text;
  return new PiecedText(text, piecesBetweenComments(text), commentSeam).text;
}

/** The release without comments in any of its texts. */
export function withoutHouseNotes<Some extends Release>(release: Some): Some {
  const body = withoutComments(release.body);
  if (!holdsComment(release.data)) return body === release.body ? release : { ...release, body };
  return {
    ...release,
    body,
    title: withoutComments(release.title).trim(),
    summary: release.summary === undefined ? undefined : withoutComments(release.summary).trim() || undefined,
    places: cleaned(release.places),
    contacts: cleaned(release.contacts),
    corrections: cleaned(release.corrections),
    attachments: cleaned(release.attachments),
    data: cleaned(release.data),
  };
}

/**
 * The release as far as it has come at a moment: a correction or an update that is dated later is not out yet, like a release that is.
 * Neither is a correction whose date nobody can read. `isReached` judges a date as it is written.
 */
export function withoutWhatIsToCome<Some extends Release>(
  release: Some,
  isReached: (date: NonNullable<Release['updated']>) => boolean,
): Some {
  const isOut = ({ date }: Correction): boolean => {
    const read = parseReleaseDate(date);
    return read !== undefined && isReached(read);
  };
  const isUpdated = release.updated === undefined || isReached(release.updated);
  const corrections = release.corrections.filter(isOut);
  if (isUpdated && corrections.length === release.corrections.length) return release;
  const untold = new Set([...(isUpdated ? [] : ['updated']), ...(corrections.length === 0 ? ['corrections'] : [])]);
  const told = Object.entries(release.data).filter(([key]) => !untold.has(key));
  return {
    ...release,
    corrections,
    updated: isUpdated ? release.updated : undefined,
    data: ownKeys(told.map(([key, value]) => [key, key === 'corrections' ? corrections : value])),
  };
}

function holdsComment(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(COMMENT);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsComment);
}

function cleaned<Value>(value: Value): Value;
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return withoutComments(value);
  // An item that was nothing but a comment is none.
  if (Array.isArray(value))
    return value.map((item: unknown) => cleaned(item)).filter((item, at) => item !== '' || value[at] === '');
  if (typeof value !== 'object' || value === null) return value;
  return ownKeys(Object.entries(value).map(([key, item]) => [key, cleaned(item)]));
}

/** Keys from files are only ever keys: an object of them has no prototype that one could reach. */
function ownKeys(entries: readonly (readonly [string, unknown])[]): FrontMatter {
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, value] of entries) object[key] = value;
  return object;
}
