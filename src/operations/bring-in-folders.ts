/** From the names that a person gives — files, folders, patterns, standard input — to the files that are read. */
import type { Files } from '../model/environment.ts';
import type { Importer } from '../model/importer.ts';
import { MANIFEST_NAME } from '../model/output-manifest.ts';
import { PressError } from '../model/press-error.ts';
import { globFolder, globMatcher, isGlob } from '../text/glob.ts';
import { siteSwitches, switchAbove, type SiteSwitch } from './site-switches.ts';
import { builderFolder, builderRemark, plainSources, type FolderSource } from './source-folders.ts';

/** A file that is to be read. */
export interface NamedSource extends FolderSource {
  readonly isFromFolder: boolean;
  /** The folder that was named. */
  readonly top?: string;
  /** The site builder whose folder it lies in. */
  readonly builder?: string;
  /** What of the site may keep it in. */
  readonly switched?: SiteSwitch | undefined;
}

export interface FoundSources {
  readonly sources: readonly NamedSource[];
  /** What the folders were taken for, as sentences. */
  readonly remarks: readonly string[];
}

/** What finding the files needs to know. */
export interface FindingSources {
  readonly files: Pick<Files, 'list' | 'read'>;
  readonly importers: readonly Importer[];
  /** Id of the importer to use; recognised when absent. */
  readonly from: string | undefined;
}

/** Every file once, however often and by whatever it was named. Throws PressError for an address, and for a folder without sources. */
export function findSources(names: readonly string[], { files, importers, from }: FindingSources): FoundSources {
  const all = new Map<string, NamedSource>();
  const listed = new Map<string, readonly string[] | undefined>();
  const remarks: string[] = [];
  const list = (folder: string): readonly string[] | undefined => {
    if (!listed.has(folder)) listed.set(folder, files.list(folder));
    return listed.get(folder);
  };
  for (const name of names)
    for (const source of expand(name, {
      files: { list, read: (path, limit) => files.read(path, limit) },
      importers,
      from,
      remarks,
    }))
      if (!all.has(source.name)) all.set(source.name, source);
  return { sources: [...all.values()], remarks };
}

const ADDRESS = /^[a-z][a-z0-9+.-]{1,30}:\/\//i;

function expand(name: string, finding: FindingSources & { readonly remarks: string[] }): NamedSource[] {
  if (ADDRESS.test(name)) {
    throw new PressError('usage', `«${name}» is an address, and press opens no connections: save it first.`, {
      hint: 'Save the page from the browser, and import the file.',
    });
  }
  const inside = name === '-' ? undefined : finding.files.list(name);
  if (inside !== undefined) return inFolder({ name, inside }, finding);
  return isGlob(name) ? matching(name, finding.files) : [{ name, isFromFolder: false }];
}

/**
 * A folder is the posts of its site builder, else the files of its kind: pages and Markdown, or what `--from` names. What a browser saves
 * beside a page (`Page_files/`), hidden files and the list that `press export` leaves in a folder are none.
 */
function inFolder(
  { name, inside }: { readonly name: string; readonly inside: readonly string[] },
  { files, importers, from, remarks }: FindingSources & { readonly remarks: string[] },
): NamedSource[] {
  const site = from === undefined || from === 'markdown' ? builderFolder({ name, inside }) : undefined;
  if (site !== undefined) {
    remarks.push(builderRemark(site, { name, inside }));
    const switches = siteSwitches(inside, files);
    return site.sources.map((source) => ({
      ...source,
      isFromFolder: true,
      top: name,
      builder: site.builder,
      switched: switchAbove(source.name, switches),
    }));
  }
  const kinds = importers.filter(({ onlyWhenNamed }) => from !== undefined || !onlyWhenNamed);
  const endings = new Set(kinds.flatMap(({ extensions }) => extensions));
  const wanted = inside.filter((path) => endings.has(endingOf(path)) && !isAside(withoutFolder(path, name)));
  if (wanted.length > 0) return plainSources(wanted).map((source) => ({ ...source, isFromFolder: true, top: name }));
  throw nothingInside(name, { endings: [...endings], others: importers.filter((each) => !kinds.includes(each)) });
}

/** The files that a pattern means, where no shell has written them out. A file that is called like the pattern goes before. */
function matching(name: string, files: Pick<Files, 'list'>): NamedSource[] {
  const folder = globFolder(name);
  const listed = files.list(folder) ?? [];
  const paths = folder === '.' ? listed.map((path) => path.replace(/^\.\//, '')) : listed;
  const fits = globMatcher(name);
  const wanted = paths.includes(name) ? [] : paths.filter((path) => fits(path) && !isAside(path));
  if (wanted.length === 0) return [{ name, isFromFolder: false }];
  return wanted.map((path) => ({ name: path, isFromFolder: true, top: folder }));
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

function isAside(path: string): boolean {
  if (path.endsWith(MANIFEST_NAME)) return true;
  return /(?:^|[\\/])(?:\.[^\\/]*|[^\\/]*_files)(?:[\\/]|$)/.test(path);
}

function nothingInside(
  folder: string,
  { endings, others }: { readonly endings: readonly string[]; readonly others: readonly Importer[] },
): PressError {
  const dotted = endings.map((ending) => `.${ending}`);
  const last = dotted.pop() ?? '';
  const list = dotted.length === 0 ? last : `${dotted.join(', ')} or ${last}`;
  const kinds = others.map(({ id }) => `--from ${id}`).join(', ');
  return new PressError('nothing-imported', `The folder «${folder}» has no source: no file ends in ${list}.`, {
    hint: `Name the files themselves if they are called otherwise.${kinds === '' ? '' : ` Other kinds of files in a folder are read with ${kinds}.`}`,
  });
}

function withoutFolder(path: string, folder: string): string {
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}
