/** The bytes of objects, through `git cat-file --batch`. */
import type { Git } from './git.ts';

export type Blob = { readonly bytes: Buffer } | { readonly size: number } | 'missing';

/**
 * Object → its bytes, or only its size when it is larger than `limit`. The bytes are those in the object: what checking out would do
 * to them (line ends, filters) is left undone, for filters are programs.
 */
export async function readBlobs(git: Git, objects: readonly string[], limit: number): Promise<Map<string, Blob>> {
  const blobs = new Map<string, Blob>();
  if (objects.length === 0) return blobs;
  const sizes = await git.run(['cat-file', '--batch-check'], { input: lines(objects) });
  for (const line of sizes.stdout.toString('latin1').split('\n')) {
    const [object = '', kind, size = ''] = line.split(' ');
    if (object !== '') blobs.set(object, kind === 'blob' ? { size: Number(size) } : 'missing');
  }
  const wanted = [...blobs].filter(([, blob]) => blob !== 'missing' && 'size' in blob && blob.size <= limit);
  if (wanted.length === 0) return blobs;
  const { stdout } = await git.run(['cat-file', '--batch'], { input: lines(wanted.map(([object]) => object)) });
  for (const [object, bytes] of batched(stdout)) blobs.set(object, { bytes });
  return blobs;
}

function lines(objects: readonly string[]): string {
  return [...new Set(objects)].map((object) => `${object}\n`).join('');
}

/** `OBJECT blob SIZE\n` and the bytes and `\n`, over and over (git-cat-file, «Batch output»). */
function* batched(output: Buffer): Generator<readonly [string, Buffer]> {
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const [object = '', , size = ''] = output.subarray(at, end).toString('latin1').split(' ');
    const start = end + 1;
    yield [object, output.subarray(start, start + Number(size))];
    at = start + Number(size) + 1;
  }
}
