/** Addresses without a scheme: the files of the repository that they may mean. */

/** A target without what stands behind `#` and `?`, and with characters for `%20`. */
export function pathOfTarget(target: string): string {
  const end = target.search(/[?#]/);
  const path = end === -1 ? target : target.slice(0, end);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The paths from the root that a relative address may mean: counted from the folder of the file that it stands in, and from the
 * root. One that leaves the repository is left out; the root itself is empty.
 */
export function placesOfFile(target: string, from: string): string[] {
  const path = pathOfTarget(target);
  const beside = resolved([...from.split('/').slice(0, -1), ...path.split('/')]);
  const atRoot = resolved(path.split('/'));
  return [...new Set([beside, atRoot])].filter((place) => place !== undefined);
}

function resolved(steps: readonly string[]): string | undefined {
  const kept: string[] = [];
  for (const step of steps) {
    if (step === '..' && kept.pop() === undefined) return undefined;
    if (step !== '' && step !== '.' && step !== '..') kept.push(step);
  }
  return kept.join('/');
}

/** An address as it is written from a folder to a path, both from the root. */
export function relativeAddress(fromFile: string, path: string): string {
  const folders = fromFile.split('/').slice(0, -1);
  const steps = path.split('/');
  let shared = 0;
  while (shared < folders.length && shared < steps.length - 1 && folders[shared] === steps[shared]) shared += 1;
  const up = folders.slice(shared).map(() => '..');
  return [...up, ...steps.slice(shared)].join('/');
}
