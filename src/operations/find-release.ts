/** From what a person calls a release — its id, its path, a part of its slug — to the release. */
import { makeRelease } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { didYouMean, PressError } from '../model/press-error.ts';
import type { Release } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import { nearest } from '../text/nearest.ts';

/** The one release that the name means. `path` is the name as a path from the repository's root, if it can be one. Throws PressError. */
export function findRelease(repository: Repository, name: string, path: string | undefined): Release {
  const all: Release[] = [];
  for (const manuscript of repository.manuscripts()) {
    const release = makeRelease(manuscript, repository);
    if (release !== undefined) all.push(release);
    else if (isMeant(manuscript, name, path)) throw invalid(manuscript);
  }
  const there = all.find((release) => release.path === path);
  return (
    there ??
    theOnly(
      name,
      all,
      all.filter((release) => release.id === name),
    )
  );
}

function isMeant(manuscript: Manuscript, name: string, path: string | undefined): boolean {
  return manuscript.path === path || manuscript.data?.['id'] === name;
}

/** A slug that a release shares with its translations means the original. */
function withoutTranslations(releases: readonly Release[]): readonly Release[] {
  const originals = releases.filter((release) => !Object.hasOwn(release.data, 'translationOf'));
  return originals.length === 1 ? originals : releases;
}

function invalid(manuscript: Manuscript): PressError {
  return new PressError('unknown-release', `«${manuscript.path}» is not a valid release.`, {
    hint: `«press validate ${manuscript.path}» says why.`,
  });
}

/** Who goes by an id or by a whole slug goes before those of whose slug or id the name is only a part. */
function theOnly(name: string, all: readonly Release[], byId: readonly Release[]): Release {
  const bySlug = all.filter((release) => release.slug === name);
  const partly = name === '' ? [] : all.filter((release) => release.slug.includes(name) || release.id.includes(name));
  const meant =
    [byId, withoutTranslations(bySlug), withoutTranslations(partly)].find((releases) => releases.length > 0) ?? [];
  const [only, other] = meant;
  if (only === undefined) throw unknown(name, all);
  if (other !== undefined) throw ambiguous(name, meant);
  return only;
}

function unknown(name: string, all: readonly Release[]): PressError {
  const hint = didYouMean(
    nearest(
      name,
      all.flatMap((release) => [release.id, release.slug]),
    ),
  );
  return new PressError('unknown-release', `No release goes by «${name}».`, {
    hint: hint ?? '«press list» shows those there are.',
  });
}

/** Releases of one id can only be told apart by their paths. */
function ambiguous(name: string, meant: readonly Release[]): PressError {
  const isOneId = new Set(meant.map((release) => release.id)).size < meant.length;
  const some = meant.slice(0, 5).map((release) => `  ${isOneId ? release.path : release.id}`);
  const more = meant.length > some.length ? [`  and ${meant.length - some.length} more`] : [];
  return new PressError('unknown-release', `«${name}» could be ${meant.length} releases.`, {
    hint: ['Name one of them:', ...some, ...more].join('\n'),
  });
}
