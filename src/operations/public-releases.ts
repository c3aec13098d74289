/** Everything that is public: what a command whose output anybody may see can point to. */
import { clear, type ClearedRelease, type Moment } from '../model/embargo.ts';
import { ReleaseIndex, type KnownReleases } from '../model/known-releases.ts';
import { makeRelease } from '../model/make-release.ts';
import type { Repository } from '../model/repository.ts';

/** Every public release, in the order of the archive. */
export function* publicReleases(repository: Repository, moment: Moment): Generator<ClearedRelease> {
  for (const manuscript of repository.manuscripts()) {
    const release = makeRelease(manuscript, repository);
    const clearance = release === undefined ? undefined : clear(release, moment);
    if (clearance?.public === true) yield clearance.release;
  }
}

/** What may be named: ids, and which of them are versions of one text. */
export function knownReleases(repository: Repository, moment: Moment): KnownReleases {
  const known = new ReleaseIndex();
  for (const release of publicReleases(repository, moment)) if (!known.has(release.id)) known.add(release);
  return known;
}
