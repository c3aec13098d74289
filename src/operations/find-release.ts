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
  const exact = all.find((release) => release.id === name || release.path === path);
  return exact ?? theOnly(name, all);
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
  return new PressError('unknown-release', `«${manuscript.path}» is not a valid release.`, { hint: `«press validate ${manuscript.path}» says why.` });
}

function theOnly(name: string, all: readonly Release[]): Release {
  const partly = all.filter((release) => release.slug.includes(name) || release.id.includes(name));
  const [only, other] = withoutTranslations(partly);
  if (only !== undefined && other === undefined) return only;
  if (only === undefined) {
    const hint = didYouMean(nearest(name, all.flatMap((release) => [release.id, release.slug])));
    throw new PressError('unknown-release', `No release goes by «${name}».`, { hint: hint ?? '«press list» shows those there are.' });
  }
  const some = partly.slice(0, 5).map((release) => `  ${release.id}`);
  const more = partly.length > some.length ? [`  and ${partly.length - some.length} more`] : [];
  throw new PressError('unknown-release', `«${name}» could be ${partly.length} releases.`, { hint: ['Name one of them:', ...some, ...more].join('\n') });
}
