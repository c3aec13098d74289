/** One reading of the archive for `press why`: who goes by the name, what shares its id or its text, and what is newest in feeds with a limit. */
import { matches } from '../model/condition.ts';
import type { Moment } from '../model/embargo.ts';
import type { ReadFeed } from '../model/feeds-carrying.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';
import { translationOf } from '../model/translation-of.ts';
import { detached } from '../text/detached.ts';
import { namesOf, readAgain, theOnly, type Named } from './find-release.ts';
import { publicRelease } from './public-releases.ts';
import { NewestOf } from './why-newest.ts';

export interface Survey {
  /** The file that the name means. */
  readonly manuscript: Manuscript;
  /** It, and every file that has its id, translates it or its original, or is its original: paths from the root, in path order. */
  readonly kin: readonly string[];
  /** Whether another file has the same id, so that only the path tells them apart. */
  readonly sharesId: boolean;
  /** By id of each feed with a limit, the public releases that fill it. */
  readonly newest: ReadonlyMap<string, NewestOf>;
}

export interface SurveyWish {
  /** As the person wrote it. */
  readonly name: string;
  /** The name as a path from the root, if it can be one. */
  readonly path: string | undefined;
  readonly moment: Moment;
  readonly feeds: readonly ReadFeed[];
}

interface Relative extends Named {
  /** The id of the text that it translates. */
  readonly original: string | undefined;
}

/** Throws PressError when no release goes by the name, or several do. */
export function surveyFor(repository: Repository, wish: SurveyWish): Survey {
  const all: Relative[] = [];
  const newest = limitedFeeds(wish);
  const count = newest.size === 0 ? undefined : counting(repository, wish.moment, newest);
  for (const manuscript of repository.manuscripts()) {
    const original = translationOf(manuscript.data)?.id;
    all.push({ ...namesOf(manuscript), original: original === undefined ? undefined : detached(original) });
    count?.(manuscript);
  }
  const meant = all.find(({ path }) => path === wish.path) ?? theOnly(wish.name, all);
  const kin = all.filter((other) => other === meant || isKin(other, meant)).map(({ path }) => path);
  const sharesId = all.some((other) => other !== meant && other.id === meant.id);
  return { manuscript: readAgain(repository, meant), kin, sharesId, newest };
}

function isKin(other: Relative, { id, original }: Relative): boolean {
  if (id !== '' && (other.id === id || other.original === id)) return true;
  return original !== undefined && (other.id === original || other.original === original);
}

function limitedFeeds({ feeds, moment }: SurveyWish): Map<string, NewestOf> {
  const limited = feeds.flatMap((each) => {
    if (!('selection' in each) || each.selection.limit === undefined) return [];
    return [[each.feed.id, new NewestOf(each.selection, moment.timezone)] as const];
  });
  return new Map(limited);
}

/** Of two public releases with one id only the first goes out, as in every export. */
function counting(
  repository: Repository,
  moment: Moment,
  newest: ReadonlyMap<string, NewestOf>,
): (manuscript: Manuscript) => void {
  const ids = new Set<string>();
  return (manuscript) => {
    const release = publicRelease(manuscript, repository, moment);
    if (release === undefined || ids.has(release.id)) return;
    ids.add(detached(release.id));
    for (const feed of newest.values()) if (matches(feed.selection.condition, release)) feed.add(release);
  };
}
