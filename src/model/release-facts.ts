/** From a release to the facts by which it can be passed over. They hold no piece of its file. */
import { detached } from '../text/detached.ts';
import { publicFrom } from './embargo.ts';
import type { ComparedFacts, FileFacts, ReleaseFacts } from './file-facts.ts';
import type { Release } from './release.ts';

/** All facts of a file; `release` is what it is when it is a valid one. `timezone` is that of the settings: a day begins there. */
export function fileFacts(compared: ComparedFacts, release: Release | undefined, timezone: string): FileFacts {
  return { ...compared, release: release === undefined ? undefined : releaseFacts(release, timezone) };
}

function releaseFacts(release: Release, timezone: string): ReleaseFacts {
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
