/** From what a person calls a release — its id, its path, a part of its slug — to the release. */
import type { Moment } from '../model/embargo.ts';
import { listOf, makeRelease, slugOf } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { didYouMean, PressError } from '../model/press-error.ts';
import type { Release } from '../model/release.ts';
import type { Repository } from '../model/repository.ts';
import { detached } from '../text/detached.ts';
import { fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import { publicReleases } from './public-releases.ts';

/** How a file goes by names, valid or not. */
export interface Named {
  readonly path: string;
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly isTranslation: boolean;
}

/** Those of some releases that a command may name although nobody named them: in suggestions, and where several are meant. */
type Nameable<Name extends Named> = (releases: readonly Name[]) => readonly Name[];

export interface Search {
  /** The name as a path from the repository's root, if it can be one. */
  readonly path: string | undefined;
  readonly moment: Moment;
}

/**
 * The one release that the name means, public or not, for a command whose messages anybody may see: they name only what is public.
 * Throws PressError.
 */
export function findRelease(repository: Repository, name: string, { path, moment }: Search): Release {
  const manuscript = find(repository, name, { path, nameable: (releases) => publicOnes(releases, repository, moment) });
  const release = makeRelease(manuscript, repository);
  if (release !== undefined) return release;
  const file = manuscript.path === path ? ` ${path}` : '';
  throw new PressError('unknown-release', `«${name}» is not a valid release.`, {
    hint: `«press validate${file}» says why.`,
  });
}

/**
 * The same for people of the house, and for a file of the archive that need not be valid; one that cannot be read goes by its path
 * alone. Throws PressError.
 */
export function findManuscript(repository: Repository, name: string, path: string | undefined): Manuscript {
  return find(repository, name, { path, nameable: (releases) => releases });
}

function find(
  repository: Repository,
  name: string,
  { path, nameable }: { readonly path: string | undefined; readonly nameable: Nameable<Named> },
): Manuscript {
  const all: Named[] = [];
  for (const manuscript of repository.manuscripts()) {
    if (manuscript.path === path) return manuscript;
    all.push(namesOf(manuscript));
  }
  return readAgain(repository, theOnly(name, all, nameable));
}

function publicOnes(releases: readonly Named[], repository: Repository, moment: Moment): Named[] {
  // One after the other: all of them at once, with their texts, are a big archive.
  const paths = new Set<string>();
  for (const { path } of publicReleases(repository, moment)) paths.add(path);
  return releases.filter(({ path }) => paths.has(path));
}

/** Texts of their own, so that not every file of a big archive is held. */
export function namesOf({ path, data }: Manuscript): Named {
  const [id = ''] = data === undefined ? [] : listOf(data, 'id');
  const [title = ''] = data === undefined ? [] : listOf(data, 'title');
  const slug = slugOf(path, data ?? {});
  return {
    path,
    id: detached(id),
    slug: detached(slug),
    title: detached(title),
    isTranslation: data !== undefined && Object.hasOwn(data, 'translationOf'),
  };
}

/** A slug that a release shares with its translations means the original. */
function withoutTranslations<Name extends Named>(releases: readonly Name[]): readonly Name[] {
  const originals = releases.filter(({ isTranslation }) => !isTranslation);
  return originals.length === 1 ? originals : releases;
}

/** A file that was there a moment ago. Throws PressError `changed-meanwhile` when it has gone. */
export function readAgain(
  repository: Pick<Repository, 'manuscripts' | 'exists'>,
  { path }: Pick<Named, 'path'>,
): Manuscript {
  if (repository.exists(path)) for (const manuscript of repository.manuscripts([path])) return manuscript;
  throw new PressError('changed-meanwhile', `«${path}» is not there any more: somebody has moved or removed it.`, {
    hint: 'Nothing was written. Run the command again.',
  });
}

/**
 * Who goes by an id, a whole slug or a whole title goes before those of whose slug or id the name is only a part; of several, those
 * that may be named go before the others. Throws PressError for none or several.
 */
export function theOnly<Name extends Named>(
  name: string,
  all: readonly Name[],
  nameable: Nameable<Name> = (releases) => releases,
): Name {
  const byId = all.filter(({ id }) => id === name && name !== '');
  const bySlug = all.filter(({ slug }) => slug === name);
  const partly = name === '' ? [] : all.filter(({ slug, id }) => slug.includes(name) || id.includes(name));
  // When an original has been moved, its translation alone still has the slug that its id is made of: that is no whole name.
  const isOriginal = bySlug.some(({ isTranslation }) => !isTranslation);
  const named = [byId, isOriginal ? bySlug : [], partly].find(({ length }) => length > 0);
  const meant = named ?? titled(name, all);
  const [only, other] = meant;
  if (only === undefined) throw unknown(name, nameable(all));
  if (other === undefined) return only;
  const known = nameable(meant);
  const several = known.length > 0 ? known : meant;
  const left = meant === byId ? several : withoutTranslations(several);
  const [first, second] = left;
  if (first !== undefined && second === undefined) return first;
  throw known.length > 0 ? ambiguous(name, left) : hidden(name, left.length);
}

function titled<Name extends Named>(name: string, all: readonly Name[]): readonly Name[] {
  const folded = fold(name);
  return folded === '' ? [] : all.filter(({ title }) => fold(title) === folded);
}

function unknown(name: string, known: readonly Named[]): PressError {
  const whole = nearest(name, namesOfAll(known));
  const near = whole.length > 0 ? whole : nearParts(name, known);
  return new PressError('unknown-release', `No release goes by «${name}».`, {
    hint: didYouMean(near) ?? '«press list» shows those there are.',
  });
}

function* namesOfAll(known: readonly Named[]): Generator<string> {
  for (const { id, slug } of known) yield* [id, slug];
}

const MOST_SUGGESTIONS = 3;

/** Slugs in which as many words one after the other are nearly those of the name. */
function nearParts(name: string, known: readonly Named[]): string[] {
  const count = name.split('-').length;
  const near = nearest(name, partsOf(known, count));
  const slugs = near.flatMap((part) =>
    known.flatMap(({ slug }) => (wordRuns(slug, count).includes(part) ? [slug] : [])),
  );
  return [...new Set(slugs)].slice(0, MOST_SUGGESTIONS);
}

/** Each once: a big archive has the same few words in many slugs. */
function* partsOf(known: readonly Named[], count: number): Generator<string> {
  const seen = new Set<string>();
  for (const { slug } of known) {
    for (const part of wordRuns(slug, count)) {
      if (seen.has(part)) continue;
      seen.add(part);
      yield part;
    }
  }
}

/** So many words of a slug as stand together. */
function wordRuns(slug: string, count: number): string[] {
  const words = slug.split('-');
  return Array.from({ length: Math.max(words.length - count + 1, 0) }, (_, at) =>
    words.slice(at, at + count).join('-'),
  );
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

/** How many, never which: whoever may see them knows where to look. */
function hidden(name: string, count: number): PressError {
  return new PressError('unknown-release', `«${name}» could be ${count} releases, and none of them is public.`, {
    hint: 'Name one by its whole id or its path; «press list --include-unpublished» shows them.',
  });
}
