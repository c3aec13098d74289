/** From what a person calls a release — its id, its path, a part of its slug — to the release. */
import { listOf, makeRelease, slugOf } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { didYouMean, PressError } from '../model/press-error.ts';
import type { Release } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import { detached } from '../text/detached.ts';
import { nearest } from '../text/nearest.ts';

/** How a file goes by names, valid or not. */
interface Named {
  readonly path: string;
  readonly id: string;
  readonly slug: string;
  readonly isTranslation: boolean;
}

/** The one release that the name means. `path` is the name as a path from the repository's root, if it can be one. Throws PressError. */
export function findRelease(repository: Repository, name: string, path: string | undefined): Release {
  const manuscript = findManuscript(repository, name, path);
  const release = makeRelease(manuscript, repository);
  if (release !== undefined) return release;
  throw new PressError('unknown-release', `«${manuscript.path}» is not a valid release.`, {
    hint: `«press validate ${manuscript.path}» says why.`,
  });
}

/** The same for a file of the archive that need not be valid; one that cannot be read goes by its path alone. Throws PressError. */
export function findManuscript(repository: Repository, name: string, path: string | undefined): Manuscript {
  const all: Named[] = [];
  for (const manuscript of repository.manuscripts()) {
    if (manuscript.path === path) return manuscript;
    all.push(namesOf(manuscript));
  }
  const { path: found } = theOnly(name, all);
  for (const manuscript of repository.manuscripts([found])) return manuscript;
  throw unknown(name, all);
}

/** Texts of their own, so that not every file of a big archive is held. */
function namesOf({ path, data }: Manuscript): Named {
  const [id = ''] = data === undefined ? [] : listOf(data, 'id');
  const slug = slugOf(path, data ?? {});
  return {
    path,
    id: detached(id),
    slug: detached(slug),
    isTranslation: data !== undefined && Object.hasOwn(data, 'translationOf'),
  };
}

/** A slug that a release shares with its translations means the original. */
function withoutTranslations(releases: readonly Named[]): readonly Named[] {
  const originals = releases.filter(({ isTranslation }) => !isTranslation);
  return originals.length === 1 ? originals : releases;
}

/** Who goes by an id or by a whole slug goes before those of whose slug or id the name is only a part. */
function theOnly(name: string, all: readonly Named[]): Named {
  const byId = all.filter(({ id }) => id === name && name !== '');
  const bySlug = all.filter(({ slug }) => slug === name);
  const partly = name === '' ? [] : all.filter(({ slug, id }) => slug.includes(name) || id.includes(name));
  const meant =
    [byId, withoutTranslations(bySlug), withoutTranslations(partly)].find((releases) => releases.length > 0) ?? [];
  const [only, other] = meant;
  if (only === undefined) throw unknown(name, all);
  if (other !== undefined) throw ambiguous(name, meant);
  return only;
}

function unknown(name: string, all: readonly Named[]): PressError {
  const hint = didYouMean(
    nearest(
      name,
      all.flatMap(({ id, slug }) => [id, slug]),
    ),
  );
  return new PressError('unknown-release', `No release goes by «${name}».`, {
    hint: hint ?? '«press list» shows those there are.',
  });
}

/** Releases of one id can only be told apart by their paths. */
function ambiguous(name: string, meant: readonly Named[]): PressError {
  const isOneId = new Set(meant.map(({ id }) => id)).size < meant.length;
  const some = meant.slice(0, 5).map(({ id, path }) => `  ${isOneId ? path : id}`);
  const more = meant.length > some.length ? [`  and ${meant.length - some.length} more`] : [];
  return new PressError('unknown-release', `«${name}» could be ${meant.length} releases.`, {
    hint: ['Name one of them:', ...some, ...more].join('\n'),
  });
}
