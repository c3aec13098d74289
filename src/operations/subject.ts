/** A release that a command is about, with what the house has to know before it changes anything. */
import { clear, type Moment } from '../model/embargo.ts';
import { feedsCarrying, readFeeds, type ReadFeed } from '../model/feeds-carrying.ts';
import { makeRelease } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { publicnessOf, type Publicness } from '../model/publicness.ts';
import type { Release } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import type { SavedFeed } from '../model/settings.ts';
import { translationOf } from '../model/translation-of.ts';

/** A release in another language that names this one as its original, or the original itself. */
export interface Version {
  readonly manuscript: Manuscript;
  readonly release: Release;
  readonly isOriginal: boolean;
  readonly isPublic: boolean;
}

export interface Subject {
  readonly manuscript: Manuscript;
  readonly publicness: Publicness;
  /** The `id` of the file; its path where there is none. */
  readonly name: string;
  /** Every saved feed. */
  readonly feeds: readonly ReadFeed[];
  /** Saved feeds whose query it answers, whether it is public or not. */
  readonly carriedBy: readonly SavedFeed[];
  /** In path order, those that are valid releases. */
  readonly versions: readonly Version[];
  readonly moment: DatedMoment;
}

/** The run's moment with the day that it is in the newsroom's zone. */
export interface DatedMoment extends Moment {
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Looks around a file in its archive. */
export function subjectOf(repository: Repository, manuscript: Manuscript, moment: DatedMoment): Subject {
  return subjectAmong(repository.manuscripts(), { repository, manuscript, moment });
}

interface Place {
  readonly repository: Repository;
  readonly manuscript: Manuscript;
  readonly moment: DatedMoment;
}

/** The same among some files, in path order and itself one of them: at least those that share its id or its text. */
export function subjectAmong(files: Iterable<Manuscript>, { repository, manuscript, moment }: Place): Subject {
  const id = idOf(manuscript);
  const { twin, versions } = surroundings(files, { repository, manuscript, moment });
  const publicness = publicnessOf(manuscript, repository, { moment, twin });
  const { taxonomy, settings } = repository;
  const feeds = readFeeds(settings.feeds, { ...moment, taxonomy, types: repository.releaseTypes() });
  const { release } = publicness;
  const carriedBy = release === undefined ? [] : feedsCarrying(release, feeds);
  return { manuscript, publicness, name: id ?? manuscript.path, feeds, carriedBy, versions, moment };
}

/** Whether it is public at its moment. */
export function isPublic({ publicness }: Pick<Subject, 'publicness'>): boolean {
  return publicness.reasons.length === 0;
}

function idOf({ data }: Manuscript): string | undefined {
  const id = data === undefined || !Object.hasOwn(data, 'id') ? undefined : data['id'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function surroundings(
  files: Iterable<Manuscript>,
  { repository, manuscript, moment }: Place,
): { readonly twin: string | undefined; readonly versions: readonly Version[] } {
  const id = idOf(manuscript);
  const original = translationOf(manuscript.data)?.id;
  let twin: string | undefined;
  const versions: Version[] = [];
  let isBefore = true;
  for (const other of files) {
    if (other.path === manuscript.path) isBefore = false;
    else {
      const isOriginal = original !== undefined && idOf(other) === original;
      const isVersion = isOriginal || sharesText(other, { id, original });
      const isTwin = isBefore && twin === undefined && id !== undefined && idOf(other) === id;
      const release = isVersion || isTwin ? makeRelease(other, repository) : undefined;
      if (release === undefined) continue;
      const isOut = clear(release, moment).public;
      if (isTwin && isOut) twin = other.path;
      if (isVersion) versions.push({ manuscript: other, release, isOriginal, isPublic: isOut });
    }
  }
  return { twin, versions };
}

/** Whether it translates this release, or the same original. */
function sharesText(
  other: Manuscript,
  { id, original }: { readonly id: string | undefined; readonly original: string | undefined },
): boolean {
  const source = translationOf(other.data)?.id;
  return source !== undefined && (source === id || source === original);
}
