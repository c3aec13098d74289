/** Where a source lies, for what lies beside it. */
import type { ReadSource } from './bring-in-wish.ts';

/** The folder of a file, from the folder that was named; a file that was named itself has nothing above its folder. */
export function placeOf(name: string, top: string | undefined): NonNullable<ReadSource['place']> {
  const path = name.replaceAll('\\', '/');
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) || '/' : '.';
  if (top === undefined) return { top: folder, folder: '' };
  const start = top.replaceAll('\\', '/').replace(/\/+$/, '');
  const below = start === '.' ? folder.replace(/^\.(?:\/|$)/, '') : folder.slice(start.length).replace(/^\/+/, '');
  return { top, folder: below };
}
