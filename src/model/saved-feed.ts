/** A saved feed as a wish: what press.yaml says of it, joined with what a person asks besides. */
import { choose, type ChooseContext, type Selection, type Wish } from './selection.ts';
import type { SavedFeed } from './settings.ts';
import { PressError } from './press-error.ts';

/** Nothing is asked for: everything is meant. */
export const wishForEverything: Wish = {
  terms: new Map(),
  notTerms: new Map(),
  exact: false,
  place: [],
  lang: [],
  status: [],
  type: [],
  where: [],
};

/** A saved feed is joined to the wish by AND; its limit holds unless the person names another. */
export function withFeed(wish: Wish, feed: SavedFeed | undefined): Wish {
  if (feed === undefined) return wish;
  const where = feed.where === undefined ? [] : [feed.where];
  const lang = feed.lang === undefined ? [] : [`lang:"${feed.lang}"`];
  const limit = wish.limit ?? (feed.limit === undefined ? undefined : String(feed.limit));
  return { ...wish, feed: [...where, ...lang], ...(limit === undefined ? {} : { limit }) };
}

/** What a saved feed means by itself. Throws PressError that names the feed when press.yaml does not say it right. */
export function selectionOfFeed(feed: SavedFeed, context: ChooseContext): Selection {
  try {
    return choose(withFeed(wishForEverything, feed), context);
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    throw new PressError(error.code, `The feed «${feed.id}» of press.yaml cannot be made. ${error.message}`, {
      hint: error.hint,
    });
  }
}

/** Whether two selections mean the same releases in the same order, so that the one is the other. */
export function isSameSelection(one: Selection, other: Selection): boolean {
  const isSameOrder = one.sort.key === other.sort.key && one.sort.descending === other.sort.descending;
  return one.filter === other.filter && isSameOrder && one.limit === other.limit && one.offset === other.offset;
}
