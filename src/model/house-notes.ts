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
  const pieces = piecesBetweenComments(text);
  return pieces.length === 1 && pieces[0]?.end === text.length ? text : new PiecedText(text, pieces, commentSeam).text;
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
 * `isReached` judges a date as it is written.
 */
export function withoutWhatIsToCome<Some extends Release>(
  release: Some,
  isReached: (date: NonNullable<Release['updated']>) => boolean,
): Some {
  const isOut = ({ date }: Correction): boolean => {
    const read = parseReleaseDate(date);
    return read === undefined || isReached(read);
  };
  const isUpdated = release.updated === undefined || isReached(release.updated);
  if (isUpdated && release.corrections.every(isOut)) return release;
  const corrections = release.corrections.filter(isOut);
  const written = release.data['corrections'];
  const kept = Array.isArray(written)
    ? written.filter((_, at) => isOut(release.corrections[at] ?? ({ date: '' } as Correction)))
    : written;
  return {
    ...release,
    corrections,
    updated: isUpdated ? release.updated : undefined,
    data: withKeys(release.data, [
      ['corrections', Array.isArray(kept) && kept.length === 0 ? undefined : kept],
      ['updated', isUpdated ? release.data['updated'] : undefined],
    ]),
  };
}

function withKeys(data: FrontMatter, changes: readonly (readonly [string, unknown])[]): FrontMatter {
  const changed = new Map<string, unknown>([...Object.entries(data), ...changes]);
  return ownKeys([...changed].filter(([, value]) => value !== undefined));
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
