/** Everything that is public: what a command whose output anybody may see can point to. */
import { clear, type ClearedRelease, type Moment } from '../model/embargo.ts';
import { ReleaseIndex, type KnownReleases } from '../model/known-releases.ts';
import { makeRelease, type ReleaseContext } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';

/** Every public release, in the order of the archive. */
export function* publicReleases(repository: Repository, moment: Moment): Generator<ClearedRelease> {
  for (const manuscript of repository.manuscripts()) {
    const release = publicRelease(manuscript, repository, moment);
    if (release !== undefined) yield release;
  }
}

/** The release of a file as it is out; undefined for what is no valid release, or not public. */
export function publicRelease(
  manuscript: Manuscript,
  context: ReleaseContext,
  moment: Moment,
): ClearedRelease | undefined {
  const release = makeRelease(manuscript, context);
  const clearance = release === undefined ? undefined : clear(release, moment);
  return clearance?.public === true ? clearance.release : undefined;
}

/** What may be named: ids, and which of them are versions of one text. */
export function knownReleases(repository: Repository, moment: Moment): KnownReleases {
  const known = new ReleaseIndex();
  for (const release of publicReleases(repository, moment)) if (!known.has(release.id)) known.add(release);
  return known;
}
