/** The names that files of a folder may have, and the ways to them: through real folders only. */
import { dirname, join, sep } from 'node:path';
import { isOutputName, MANIFEST_NAME } from '../model/output-manifest.ts';
import { notHere, requirePortable } from './folder-guards.ts';
import type { ListedFolder } from './folder-list.ts';
import { identityKey } from './target-place.ts';

export class FolderNames {
  readonly #in: ListedFolder;
  readonly #taken = new Set<string>([identityKey(MANIFEST_NAME)]);

  constructor(listed: ListedFolder) {
    this.#in = listed;
  }

  /** The absolute path of a file that is to be written. Throws PressError for one that cannot be, or that another has taken. */
  take(name: string): string {
    const key = identityKey(name);
    if (!isOutputName(name)) throw new RangeError(`«${name}» is no name for an output`);
    requirePortable(name);
    if (this.#taken.has(key))
      throw notHere(
        `Two files of the output would be called «${name}».`,
        'Give one of the releases, or feeds, another name.',
      );
    this.#taken.add(key);
    const target = this.pathOf(name);
    const other = this.#noFolder(dirname(target));
    if (other !== undefined) throw notHere(`«${other}» in «${this.#in.path}» is no folder.`, 'Move it away.');
    return target;
  }

  pathOf(name: string): string {
    return join(this.#in.folder, ...name.split('/'));
  }

  /** Whether the way to a file leads through folders alone, as far as they are there: nothing was ever written through a link. */
  isReachable(target: string): boolean {
    return this.#noFolder(dirname(target)) === undefined;
  }

  /** The outermost name on the way to a folder that is something else; undefined when all are folders, or not there yet. */
  #noFolder(folder: string): string | undefined {
    const top = this.#in.folder;
    let at = top;
    for (const name of folder.slice(top.length).split(sep)) {
      at = join(at, name);
      const stat = this.#in.port.lstat(at);
      if (stat === undefined) return undefined;
      if (!stat.isDirectory()) return at.slice(top.length + 1);
    }
    return undefined;
  }
}
