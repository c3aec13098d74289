/** In which saved feeds a release is, will be, or would be, and what decides it. */
import { matches } from '../model/condition.ts';
import { decidingFacts } from '../model/deciding-facts.ts';
import { clear, embargoInstant, instantOf, type Moment } from '../model/embargo.ts';
import type { ReadFeed } from '../model/feeds-carrying.ts';
import type { Release } from '../model/release.ts';
import type { SavedFeed } from '../model/settings.ts';
import type { NewestOf } from './why-newest.ts';

/** `full`: it answers, and newer releases fill the feed. `broken`: press.yaml does not say the feed right. */
export type FeedStanding = 'carried' | 'full' | 'not-meant' | 'broken';

export interface FeedAnswer {
  readonly feed: SavedFeed;
  readonly standing: FeedStanding;
  /** The canonical query; empty for a feed of everything. */
  readonly query: string;
  /** What about the release decides (`decidingFacts`); for a broken feed the sentence that says what is wrong. */
  readonly because: readonly string[];
  /** Of a feed with a limit the place of the release in it, from 1. */
  readonly position?: number;
}

/** As a release meets feeds: itself when it is public or was withdrawn, else as it will be once nothing keeps it in. */
export function asReadersMeetIt(release: Release, moment: Moment): Release {
  const clearance = clear(release, moment);
  if (clearance.public) return clearance.release;
  return release.status === 'withdrawn' ? release : { ...release, status: 'published' };
}

/** The moment at which it is out if nobody changes its date or embargo: now, or when the later of them is reached. */
export function outAt({ date, embargo }: Release, { now, timezone }: Moment): number {
  const from = date === undefined ? now : instantOf(date, timezone).epochMilliseconds;
  return Math.max(now, from, embargoInstant(embargo)?.epochMilliseconds ?? now);
}

/** An answer for each feed, in the order of press.yaml. `newest` are the feeds with a limit by id. */
export function feedAnswers(
  release: Release,
  feeds: readonly ReadFeed[],
  newest: ReadonlyMap<string, NewestOf>,
): FeedAnswer[] {
  return feeds.map((each) => {
    if (!('selection' in each))
      return { feed: each.feed, standing: 'broken', query: each.feed.where ?? '', because: [each.fault.message] };
    const { feed, selection } = each;
    const answer = { feed, query: selection.filter, because: decidingFacts(selection.condition, release) };
    if (!matches(selection.condition, release)) return { ...answer, standing: 'not-meant' };
    const filling = newest.get(feed.id);
    if (filling === undefined) return { ...answer, standing: 'carried' };
    const position = filling.placeOf(release);
    return position === undefined ? { ...answer, standing: 'full' } : { ...answer, standing: 'carried', position };
  });
}
