import { slugOf } from '../model/make-release.ts';
import { fenceOf, type Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { isDeviceName, isReservedName } from '../text/slug-form.ts';

export const reservedName: Rule = {
  id: 'reserved-name',
  topic: 'archive',
  severity: 'error',
  scope: 'manuscript',
  summary: 'The id, the slug or a folder has a name that a computer or the site keeps for itself.',
  why:
    'Windows cannot store a file called «con» or «aux», and the site writes «index» itself. A release of such a name would break ' +
    'the site, or stop a colleague from opening the repository.',
  examples: [{ wrong: sampleRelease({ slug: 'index' }), right: sampleRelease({ slug: 'index-of-courses' }) }],
  mayFind: ({ path, data }) =>
    hasBadFolder(path.slice(0, path.lastIndexOf('/') + 1)) ||
    (data !== undefined &&
      ((typeof data['id'] === 'string' && isReservedName(data['id'])) || isReservedName(slugOf(path, data)))),
  *check(manuscript): Generator<Finding> {
    yield* inFolders(manuscript);
    const { data, path } = manuscript;
    if (data === undefined) return;
    const id: unknown = data['id'];
    if (typeof id === 'string' && id !== '' && isReservedName(id)) yield told(manuscript, 'id', id);
    const slug = slugOf(path, data);
    if (slug !== '' && isReservedName(slug)) yield told(manuscript, 'slug', slug);
  },
};

function told(manuscript: Manuscript, key: 'id' | 'slug', name: string): Finding {
  const isWritten = manuscript.locate([key]) !== undefined;
  return {
    ...placeOf(manuscript, [key]),
    message: isWritten
      ? `${quoted(name)} cannot be the ${key} of a release: ${whyNot(name)}.`
      : `The name of this file makes ${quoted(name)} the ${key} of the release, but ${whyNot(name)}.`,
    hint: isWritten ? `Choose another ${key}.` : `Rename the file, or write another ${key} in it.`,
  };
}

function whyNot(name: string): string {
  if (isDeviceName(name)) return 'Windows keeps that name for a device';
  return /^index(?:\.|$)/i.test(name) ? 'the site has a page of that name' : 'not every computer can store that name';
}

let lastFolder: { readonly path: string; readonly isBad: boolean } | undefined;

/** The same of a folder, which is asked for each of its files. */
function hasBadFolder(path: string): boolean {
  if (lastFolder?.path !== path)
    lastFolder = { path, isBad: path.split('/').some((name) => unstorable(name) !== undefined) };
  return lastFolder.isBad;
}

/** Where a folder cannot be made, nothing in it can. */
function* inFolders(manuscript: Manuscript): Generator<Finding> {
  for (const name of manuscript.path.split('/').slice(0, -1)) {
    const why = unstorable(name);
    if (why === undefined) continue;
    const message = `Windows cannot make the folder ${quoted(name)}: ${why}.`;
    const hint = 'Rename the folder, or a colleague who works there cannot open the repository.';
    yield { ...fenceOf(manuscript), message, hint, severity: 'warning' };
  }
}

function unstorable(name: string): string | undefined {
  if (isDeviceName(name)) return 'it belongs to a device';
  if (name.endsWith('.') || name.endsWith(' ')) return 'it ends in a dot or a blank';
  const [sign] = /[<>:"|?*\\]/.exec(name) ?? [];
  return sign === undefined ? undefined : `it holds «${sign}»`;
}
