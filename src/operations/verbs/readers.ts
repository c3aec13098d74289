/** Who has a release already, in words. */
import { quotedList } from '../../model/quoting.ts';
import type { SavedFeed } from '../../model/settings.ts';
import type { Subject } from '../subject.ts';

/** `the feeds «elections» and «azerbaijan»`; undefined for none. */
export function feedNames(feeds: readonly SavedFeed[]): string | undefined {
  if (feeds.length === 0) return undefined;
  const names = quotedList(
    feeds.map(({ id }) => id),
    'and',
  );
  return feeds.length === 1 ? `the feed ${names}` : `the feeds ${names}`;
}

/** What readers keep of a release that was public and is not any more, and what to do about it. */
export function warnOfReaders({ carriedBy, name }: Subject): string[] {
  const feeds = feedNames(carriedBy);
  const readers = feeds === undefined ? 'Readers' : `Readers of ${feeds}`;
  return [
    `It was public. ${readers} have it, and keep what they have.`,
    `To tell them that it must not be used: press withdraw ${name} --was-public --note "…".`,
  ];
}

/** In which feeds it will be. */
export function tellOfFeeds({ carriedBy }: Subject): string[] {
  const feeds = feedNames(carriedBy);
  return feeds === undefined ? [] : [`The next export puts it into ${feeds}.`];
}
