/** Finds the files that somebody wants to have looked at: files and whole folders, hidden files too; a link only where it leads into them. */
import { readdirSync, statSync, type Dirent } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { compareText } from '../model/diagnostic.ts';
import { PressError } from '../model/press-error.ts';
import type { PassedOver, ProducedFile, ProducedFiles, ProducedPart } from '../model/produced-files.ts';
import { entryAt, realFolder } from './folders.ts';
import { bytesInMemory, withFile } from './produced-bytes.ts';
import { unreadable, UnreadableFile } from './read-file.ts';
import { ownSources } from './repository-sources.ts';
import { unpack } from './unpack.ts';

export interface ProducedPlace {
  readonly cwd: string;
  /** The press repository's root, through no link. */
  readonly root: string;
}

/** Throws PressError for a path that does not exist, is empty, or is what outputs are made of. */
export function producedFiles(paths: readonly string[], place: ProducedPlace): ProducedFiles {
  const search = new Finding(paths, place);
  for (const path of new Set(paths)) search.take(path);
  return search;
}

/** Bytes that are no file on this disk, as one. */
export function producedBytes(name: string, bytes: Uint8Array, ownName = ''): ProducedFile {
  const held = bytesInMemory(bytes);
  return { name, ownName, size: bytes.length, parts: () => unpack({ name, bytes: held }) };
}

class Finding implements ProducedFiles {
  readonly files: ProducedFile[] = [];
  readonly passedOver: PassedOver[] = [];
  readonly #place: ProducedPlace;
  /** Where the named paths lead. */
  readonly #named: readonly string[];

  constructor(paths: readonly string[], place: ProducedPlace) {
    this.#place = place;
    this.#named = paths.map((path) => realFolder(resolve(place.cwd, path)));
  }

  take(path: string): void {
    const absolute = realFolder(resolve(this.#place.cwd, path));
    this.#refuseSources(path, absolute);
    const stat = attempt(path, () => statSync(absolute));
    if (stat.isFile()) return void this.files.push(this.#file(path, absolute, ''));
    if (!stat.isDirectory()) throw cannotLook(path, 'is no ordinary file, and no folder');
    const before = this.files.length;
    this.#folder(path.replace(/[/\\]+$/, '') || path, absolute, '');
    if (this.files.length === before && this.passedOver.length === 0) throw nothingIn(path);
  }

  #folder(name: string, absolute: string, below: string): void {
    for (const entry of this.#entries(name, absolute)) {
      const own = below === '' ? entry.name : `${below}/${entry.name}`;
      const [path, inner] = [`${name}/${entry.name}`, join(absolute, entry.name)];
      if (entry.isDirectory()) this.#folder(path, inner, own);
      else if (entry.isFile()) this.files.push(this.#file(path, inner, own));
      else if (!entry.isSymbolicLink()) this.#passOver(path, 'is no ordinary file.');
      else if (!this.#isLookedAt(inner))
        this.#passOver(path, 'is a link that leads elsewhere. Name the place that it leads to as well.');
    }
  }

  #entries(name: string, absolute: string): Dirent[] {
    try {
      return readdirSync(absolute, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name));
    } catch (error) {
      const why = unreadable(error);
      if (!(why instanceof UnreadableFile)) throw why;
      this.#passOver(name, `${why.message}.`);
      return [];
    }
  }

  #passOver(name: string, why: string): void {
    this.passedOver.push({ name, why });
  }

  /** A link into what is looked at anyway hides nothing. */
  #isLookedAt(link: string): boolean {
    const target = realFolder(link);
    return target !== link && entryAt(target) !== undefined && this.#named.some((named) => isWithin(named, target));
  }

  #file(name: string, absolute: string, ownName: string): ProducedFile {
    const parts = (): AsyncIterable<ProducedPart> => withFile(absolute, (bytes) => unpack({ name, bytes }));
    return { name, ownName, size: entryAt(absolute)?.size ?? 0, parts };
  }

  #refuseSources(path: string, absolute: string): void {
    const { root } = this.#place;
    const source = ownSources(root).find(
      (each) => isWithin(join(root, each), absolute) || isWithin(absolute, join(root, each)),
    );
    if (source === undefined) return;
    const what = isWithin(join(root, source), absolute) ? 'is' : 'holds';
    throw new PressError(
      'usage',
      `«${path}» ${what} what outputs are made of («${source}»), and that holds everything.`,
      {
        hint: 'Name the files and folders that are to go out, such as the folder behind «press export -o».',
      },
    );
  }
}

function isWithin(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

function attempt<Result>(path: string, operation: () => Result): Result {
  try {
    return operation();
  } catch (error) {
    const why = unreadable(error);
    throw why instanceof UnreadableFile ? cannotLook(path, why.message) : why;
  }
}

function cannotLook(path: string, why: string): PressError {
  return new PressError('unreadable-file', `«${path}» ${why}.`, {
    hint: 'Nothing was looked at. Look at the name, and whether you may read it.',
  });
}

function nothingIn(path: string): PressError {
  return new PressError('unreadable-file', `There is no file in «${path}», so there is nothing to look at.`, {
    hint: 'Write the outputs first, such as «press export --all-feeds -o DIR», or name the folder that they are in.',
  });
}
