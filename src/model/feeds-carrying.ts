/** Which saved feeds mean a release. */
import { matches } from './condition.ts';
import { PressError } from './press-error.ts';
import type { Release } from './release.ts';
import { selectionOfFeed } from './saved-feed.ts';
import type { ChooseContext, Selection } from './selection.ts';
import type { SavedFeed } from './settings.ts';

/** A saved feed, read; or why it cannot be. */
export type ReadFeed =
  | { readonly feed: SavedFeed; readonly selection: Selection }
  | { readonly feed: SavedFeed; readonly fault: PressError };

/** The feeds with what they mean, read once for any number of releases. One that press.yaml does not say right keeps no other from being read. */
export function readFeeds(feeds: readonly SavedFeed[], context: ChooseContext): readonly ReadFeed[] {
  return feeds.map((feed) => {
    try {
      return { feed, selection: selectionOfFeed(feed, context) };
    } catch (error) {
      if (error instanceof PressError) return { feed, fault: error };
      throw error;
    }
  });
}

/** The feeds whose query a release answers, in the order of press.yaml. A feed with a limit may have no room for it. */
export function feedsCarrying(release: Release, feeds: readonly ReadFeed[]): readonly SavedFeed[] {
  return feeds.flatMap((each) =>
    'selection' in each && matches(each.selection.condition, release) ? [each.feed] : [],
  );
}
