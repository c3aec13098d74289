/** Which files a person means who names files and folders. */
import { PressError } from '../model/press-error.ts';
import type { Repository } from '../model/repository.ts';
import { HeldEntry } from './held-entry.ts';
import type { Archive } from './validate-archive.ts';

export interface Choice {
  readonly judged: ReadonlySet<string>;
  readonly passedOver: readonly string[];
}

type Source = Pick<Repository, 'manuscripts' | 'exists' | 'settings' | 'taxonomy' | 'releaseSchema'>;

/**
 * The releases among the given paths; a folder stands for the releases in it. A Markdown file outside the folder of releases is
 * read as one and joins the archive, because somebody asked for it by name.
 *
 * @throws PressError when a path does not exist, or has nothing to do with releases.
 */
export function choosePaths(repository: Source, archive: Archive, paths: readonly string[] | undefined): Choice {
  if (paths === undefined) return { judged: new Set(archive.keys()), passedOver: [] };
  const known = [...archive.keys()];
  const judged = new Set<string>();
  const passedOver: string[] = [];
  for (const path of paths) {
    const found = archive.has(path) ? [path] : releasesIn(path, known);
    for (const file of found) judged.add(file);
    if (found.length > 0) continue;
    if (kindOf(repository, path) === 'other') passedOver.push(path);
    else if (kindOf(repository, path) === 'release') judged.add(adopt(repository, archive, path));
  }
  return { judged, passedOver };
}

/** Whether a file is one of the named ones, or lies in a named folder; without names every one is. */
export function namedBy(paths: readonly string[] | undefined): (file: string) => boolean {
  if (paths === undefined || paths.some((path) => path === '' || path === '.')) return () => true;
  const named = new Set(paths);
  return (file) => {
    for (let end = file.length; end > 0; end = file.lastIndexOf('/', end - 1))
      if (named.has(file.slice(0, end))) return true;
    return false;
  };
}

function releasesIn(folder: string, known: readonly string[]): string[] {
  return folder === '' || folder === '.' ? [...known] : known.filter((path) => path.startsWith(`${folder}/`));
}

/** What a path is that is no release of the archive and has none in it. */
function kindOf(repository: Source, path: string): 'empty' | 'other' | 'release' {
  const { releases } = repository.settings;
  if (path === '' || path === '.' || releases === path || releases.startsWith(`${path}/`)) return 'empty';
  if (!repository.exists(path)) {
    const hint = 'Look at the name; «press validate» without a path looks at every release.';
    throw new PressError('unreadable-file', `«${path}» does not exist.`, { hint });
  }
  // Every run reads vocabulary, settings and schemas, and says what is wrong with them.
  if (
    path.startsWith(`${releases}/`) ||
    path === 'taxonomy.yaml' ||
    path === 'press.yaml' ||
    path.startsWith('schemas/')
  )
    return 'other';
  if (path.toLowerCase().endsWith('.md')) return 'release';
  const hint = `Name a Markdown file, or a folder in «${releases}».`;
  throw new PressError('usage', `«${path}» is no release, and there is none in it.`, { hint });
}

function adopt(repository: Source, archive: Archive, path: string): string {
  for (const manuscript of repository.manuscripts([path])) archive.set(path, new HeldEntry(manuscript, repository));
  return path;
}
