/** Files that lie in memory as bytes, for opening a repository on them: what is not UTF-8 is read like from a disk. */
import type { FileSource } from '../../src/repository/file-source.ts';
import { isReleaseName } from '../../src/repository/find-releases.ts';
import { tooBig, UnreadableFile } from '../../src/repository/read-file.ts';

export function memoryFiles(files: ReadonlyMap<string, Uint8Array>): FileSource {
  const below = (folder: string): string[] => [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
  return {
    read(path, limit) {
      const bytes = files.get(path);
      if (bytes === undefined) throw new UnreadableFile('missing', 'does not exist');
      if (bytes.length > limit) throw tooBig(`has ${bytes.length} bytes`, limit);
      return bytes;
    },
    *releases(folder) {
      for (const path of below(folder).sort())
        if (isReleaseName(path.split('/').at(-1) ?? '')) yield { path, kind: 'release' };
    },
    exists: (path) => files.has(path) || below(path).length > 0,
    kindOf: (path) => (files.has(path) ? 'other' : below(path).length > 0 ? 'folder' : undefined),
    names(folder) {
      const names = below(folder).map((path) => path.slice(folder.length + 1).split('/')[0] ?? '');
      if (names.length === 0) throw new UnreadableFile('missing', 'does not exist');
      return [...new Set(names)];
    },
  };
}
