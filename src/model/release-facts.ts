/** From a release to the facts by which it can be passed over. They hold no piece of its file. */
import { detached } from '../text/detached.ts';
import { comparedFacts } from './compared-facts.ts';
import { publicFrom } from './embargo.ts';
import type { FileFacts, ReleaseFacts } from './file-facts.ts';
import type { Manuscript } from './manuscript.ts';
import type { Release } from './release.ts';
import type { Settings } from './settings.ts';

/** `timezone` is that of the settings: a day begins there. */
export function releaseFacts(release: Release, timezone: string): ReleaseFacts {
  const terms = new Map<string, readonly string[]>();
  for (const [property, ids] of release.terms) terms.set(property, ids.map(detached));
  return {
    publicFrom: publicFrom(release, timezone),
    lang: detached(release.lang),
    permalink: detached(release.permalink),
    places: release.places.map(detached),
    terms,
  };
}

/** The facts of a file; `release` is what it is when it is a valid one. */
export function fileFacts(manuscript: Manuscript, release: Release | undefined, settings: Settings): FileFacts {
  const ofRelease = release === undefined ? undefined : releaseFacts(release, settings.timezone);
  return { ...comparedFacts(manuscript, settings), release: ofRelease };
}
