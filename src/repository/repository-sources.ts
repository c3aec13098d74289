/** What a repository is made of: nothing that press produces may be put there. */
import { isAbsolute, join, relative, sep } from 'node:path';
import { defaultSettings } from '../model/settings.ts';
import { decode } from './decode.ts';
import { realFolder } from './folders.ts';
import { fileLimits, readRegularFile, UnreadableFile } from './read-file.ts';
import { readSubset } from './subset-reader.ts';
import { identityKey } from './target-place.ts';
import { readYaml } from './yaml-reader.ts';

const always = ['taxonomy.yaml', 'press.yaml', 'schemas', '.git', '.press'];
/** What stands around them in a repository that `press init` made, and what npm keeps there. */
const surroundings = [
  'package.json',
  'package-lock.json',
  'node_modules',
  'README.md',
  '.gitignore',
  '.github',
  '.vscode',
];

/**
 * The source (from the root, with `/`) that a path is or lies in; undefined for a path that is free. Both are absolute, and neither
 * links nor the case of letters hide anything.
 */
export function sourceAt(root: string, path: string): string | undefined {
  const inside = relative(root, realFolder(path));
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
  const key = identityKey(inside.split(sep).join('/'));
  return [...always, ...surroundings, releasesFolder(root)].find(
    (source) => key === identityKey(source) || key.startsWith(`${identityKey(source)}/`),
  );
}

/** What holds everything that is not public, from the root with `/`. */
export function ownSources(root: string): string[] {
  return [releasesFolder(root), '.git', '.press', 'taxonomy.yaml', 'press.yaml', 'schemas'];
}

/** The folder of releases, also where press.yaml is wrong elsewhere. */
function releasesFolder(root: string): string {
  const text = settingsText(root);
  const data = text === undefined ? undefined : (readSubset(text)?.data ?? readYaml(text, 0).data);
  const folder = data === undefined || !Object.hasOwn(data, 'releases') ? undefined : data['releases'];
  return typeof folder === 'string' ? folder : defaultSettings.releases;
}

function settingsText(root: string): string | undefined {
  try {
    const text = decode(readRegularFile(join(root, 'press.yaml'), fileLimits.data));
    return typeof text === 'string' ? text : undefined;
  } catch (error) {
    if (error instanceof UnreadableFile) return undefined;
    throw error;
  }
}
