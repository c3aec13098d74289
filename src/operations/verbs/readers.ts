/** Who has a release already, and what stays beside it as it is, in words. */
import { quotedList } from '../../model/quoting.ts';
import type { SavedFeed } from '../../model/settings.ts';
import type { Subject, Version } from '../subject.ts';

/** `the feeds «elections» and «azerbaijan»`; undefined for none. */
export function feedNames(feeds: readonly SavedFeed[]): string | undefined {
  if (feeds.length === 0) return undefined;
  const names = quotedList(
    feeds.map(({ id }) => id),
    'and',
  );
  return feeds.length === 1 ? `the feed ${names}` : `the feeds ${names}`;
}

/** What readers keep of a release that was public and is not any more. */
export function tellOfReaders({ carriedBy }: Subject): string {
  const feeds = feedNames(carriedBy);
  const readers = feeds === undefined ? 'Readers' : `Readers of ${feeds}`;
  return `It was public. ${readers} have it, and keep what they have.`;
}

/** The same, and what to do about it. */
export function warnOfReaders(subject: Subject): string[] {
  return [
    tellOfReaders(subject),
    `To tell them that it must not be used: press withdraw ${subject.name} --was-public --note "…".`,
  ];
}

/** In which feeds a release is from the next export on. */
export function tellOfFeeds({ carriedBy }: Subject): string[] {
  const feeds = feedNames(carriedBy);
  return feeds === undefined ? [] : [`The next export puts it into ${feeds}.`];
}

/** That its other languages stay as they are, with the command for the first of them. */
export function tellOfVersions(versions: readonly Version[], command: (id: string) => string): string[] {
  const ids = versions.map(({ release }) => release.id);
  const [first] = ids;
  if (first === undefined) return [];
  const stay = ids.length === 1 ? 'stays' : 'stay';
  return [`${quotedList(ids, 'and')} ${stay} as before: ${command(first)}${ids.length === 1 ? '.' : ', and so on.'}`];
}

/** Whether a version goes out by itself, now or later. */
export function goesOut({ release }: Version): boolean {
  return release.status === 'published';
}
