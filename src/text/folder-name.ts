/** A path as somebody typed it, without the slashes at its end; the root stays. */
export function folderName(path: string): string {
  let end = path.length;
  while (end > 1 && (path.endsWith('/', end) || path.endsWith('\\', end))) end -= 1;
  return path.slice(0, end);
}
