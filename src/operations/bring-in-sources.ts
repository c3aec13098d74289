/** From what the person names — files, folders, standard input — to releases as importers read them. */
import type { Files } from '../model/environment.ts';
import type { Importer, ImportSource } from '../model/importer.ts';
import { MANIFEST_NAME } from '../model/output-manifest.ts';
import { didYouMean, PressError } from '../model/press-error.ts';
import { globFolder, globMatcher, isGlob } from '../text/glob.ts';
import { nearest } from '../text/nearest.ts';
import { largestPage, textOfBytes, tooLarge } from './bring-in-bytes.ts';
import type { UnreadSource } from './bring-in-report.ts';
import { placeOf } from './bring-in-source-place.ts';
import type { ReadSource } from './bring-in-wish.ts';

/** What reading sources needs of the world. */
export interface SourceReading {
  readonly files: Pick<Files, 'read' | 'list'>;
  stdin(): Promise<Uint8Array>;
  /** Hexadecimal SHA-256. */
  digest(bytes: Uint8Array): string;
  readonly importers: ReadonlyMap<string, () => Promise<Importer>>;
  /** Id of the importer to use; recognised when absent. */
  readonly from: string | undefined;
  /** Cells of tables are read as they stand. */
  readonly rawCells: boolean;
  readonly signal: AbortSignal;
  /** Called after each source: lets an interrupt be heard, and says how far it has come. */
  progress?(count: number, all: number): Promise<void> | void;
}

export interface SourcesRead {
  /** Files of folders that hold no release (one that was named itself is refused instead), and parts of sources that are none. */
  readonly unread: readonly UnreadSource[];
}

interface Named {
  readonly name: string;
  readonly isFromFolder: boolean;
  /** The folder that was named. */
  readonly top?: string;
}

/**
 * Reads one source after the other and hands each to `take`, so that only one need be held. Throws PressError for one that was named and
 * cannot be read, and when there is nothing to read at all.
 */
export async function readSources(
  names: readonly string[],
  reading: SourceReading,
  take: (source: ReadSource) => void,
): Promise<SourcesRead> {
  const importers = await loadImporters(reading);
  const named = namedSources(names, importers, reading);
  const unread: UnreadSource[] = [];
  let taken = 0;
  for (const [index, source] of named.entries()) {
    reading.signal.throwIfAborted();
    const read = await readUnlessFromFolder(source, importers, reading);
    unread.push(...read.unread);
    if (read.source !== undefined) take(read.source);
    taken += read.source === undefined ? 0 : 1;
    await reading.progress?.(index + 1, named.length);
  }
  if (taken === 0) throw nothingRead(names, unread);
  return { unread };
}

/** Every file once, however often and by whatever it was named. */
function namedSources(names: readonly string[], importers: readonly Importer[], reading: SourceReading): Named[] {
  const all = new Map<string, Named>();
  const listed = new Map<string, readonly string[] | undefined>();
  const files = {
    list: (folder: string): readonly string[] | undefined => {
      if (!listed.has(folder)) listed.set(folder, reading.files.list(folder));
      return listed.get(folder);
    },
  };
  for (const name of names)
    for (const source of expand(name, importers, { files, from: reading.from }))
      if (!all.has(source.name)) all.set(source.name, source);
  return [...all.values()];
}

/** What a folder holds need not be a release; what was named has to be. */
async function readUnlessFromFolder(
  source: Named,
  importers: readonly Importer[],
  reading: SourceReading,
): Promise<{ readonly source?: ReadSource; readonly unread: readonly UnreadSource[] }> {
  try {
    return await readOne(source, importers, reading);
  } catch (error) {
    if (!(error instanceof PressError) || !source.isFromFolder) throw error;
    return { unread: [{ source: source.name, message: error.message }] };
  }
}

const ADDRESS = /^[a-z][a-z0-9+.-]{1,30}:\/\//i;
/**
 * A folder is the files of its kind: pages, or what `--from` names. What a browser saves beside a page (`Page_files/`), hidden files and
 * the list that `press export` leaves in a folder are none.
 */
function expand(
  name: string,
  importers: readonly Importer[],
  { files, from }: { readonly files: Pick<Files, 'list'>; readonly from: SourceReading['from'] },
): Named[] {
  if (ADDRESS.test(name)) {
    throw new PressError('usage', `«${name}» is an address, and press opens no connections: save it first.`, {
      hint: 'Save the page from the browser, and import the file.',
    });
  }
  const inside = name === '-' ? undefined : files.list(name);
  if (inside === undefined) return isGlob(name) ? matching(name, files) : [{ name, isFromFolder: false }];
  const kinds = importers.filter(({ onlyWhenNamed }) => from !== undefined || !onlyWhenNamed);
  const endings = new Set(kinds.flatMap(({ extensions }) => extensions));
  const wanted = inside.filter((path) => endings.has(endingOf(path)) && !isAside(withoutFolder(path, name)));
  if (wanted.length > 0) return wanted.map((path) => ({ name: path, isFromFolder: true, top: name }));
  throw nothingInside(name, { endings: [...endings], others: importers.filter((each) => !kinds.includes(each)) });
}

/** The files that a pattern means, where no shell has written them out. A file that is called like the pattern goes before. */
function matching(name: string, files: Pick<Files, 'list'>): Named[] {
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

async function loadImporters({ importers, from }: SourceReading): Promise<readonly Importer[]> {
  if (from === undefined) return Promise.all([...importers.values()].map((load) => load()));
  const load = importers.get(from);
  if (load !== undefined) return [await load()];
  const kinds = [...importers.keys()];
  throw new PressError('usage', `«${from}» is no kind of source that press imports.`, {
    hint: didYouMean(nearest(from, kinds)) ?? `It imports ${kinds.join(', ')}.`,
  });
}

async function readOne(
  { name, isFromFolder, top }: Named,
  importers: readonly Importer[],
  reading: SourceReading,
): Promise<{ readonly source: ReadSource; readonly unread: readonly UnreadSource[] }> {
  const most = Math.max(largestPage, ...importers.map(mostBytes));
  const bytes = name === '-' ? await reading.stdin() : reading.files.read(name, most);
  const source: ImportSource = {
    name: name === '-' ? 'standard input' : name,
    bytes,
    text: textOfBytes(name, bytes),
    rawCells: reading.rawCells,
  };
  const importer = importerOf(source, importers, reading.from);
  if (importer === undefined || (isFromFolder && isOfAnotherKind(source, importer)))
    throw unrecognised(source, importers);
  return {
    source: {
      name: source.name,
      importer: importer.id,
      digest: `sha256:${reading.digest(bytes)}`,
      releases: importer.read(source),
      isFromFolder,
      ...(name !== '-' && { place: placeOf(name, top) }),
    },
    unread: unreadParts(importer, source),
  };
}

function mostBytes({ mostBytes: own }: Importer): number {
  return own ?? largestPage;
}

/** The importer that was asked for, or the one that is surest; undefined where none reads such a source, or none one so large. */
function importerOf(
  source: ImportSource,
  importers: readonly Importer[],
  from: SourceReading['from'],
): Importer | undefined {
  // To look for a page in hundreds of megabytes takes long, and there is none.
  const able = importers.filter((each) => source.bytes.length <= mostBytes(each));
  return from === undefined ? recognise(source, able) : able[0];
}

/** In a folder lies JSON of every kind, whatever `--from` says; a page is read as the one that was named. */
function isOfAnotherKind(source: ImportSource, importer: Importer): boolean {
  return importer.onlyWhenNamed && importer.recognise(source) === 0;
}

function unreadParts(importer: Importer, source: ImportSource): UnreadSource[] {
  const parts = importer.leavesOut?.(source) ?? [];
  return parts.map(({ part, message }) => ({
    source: source.name,
    message: part === undefined ? message : `${part}: ${message}`,
  }));
}

/** The importer that is surest; undefined when none takes the source for its own. */
function recognise(source: ImportSource, importers: readonly Importer[]): Importer | undefined {
  let best: { importer: Importer; sureness: number } | undefined;
  for (const importer of importers) {
    const sureness = importer.recognise(source);
    if (sureness > (best?.sureness ?? 0)) best = { importer, sureness };
  }
  return best?.importer;
}

function unrecognised(source: ImportSource, importers: readonly Importer[]): PressError {
  const { name, bytes } = source;
  const other = importers.flatMap((importer) => importer.mistakes?.(source) ?? [])[0];
  if (other !== undefined)
    return new PressError('nothing-imported', `«${name}» is ${other}, which press does not read yet.`, {
      hint: 'It reads ninjs, CSV, JSON and NDJSON, and pages as HTML or text: ask for one of these, or save the pages themselves.',
    });
  const limit = Math.min(...importers.map(mostBytes));
  if (bytes.length > limit) return tooLarge(name, limit);
  return new PressError('nothing-imported', `«${name}» is nothing that import recognises.`, {
    hint: 'It reads pages as HTML or text (a headline, near it a list such as «Date:», «Place:» or a line «Press release», then the text), tables with a column «title», and JSON with the keys of a release. --from says which kind a source is.',
  });
}

function nothingRead(names: readonly string[], unread: readonly UnreadSource[]): PressError {
  const lines = unread.slice(0, 5).map(({ message }) => `  ${message}`);
  const count = unread.length === 1 ? 'the one page there' : `none of the ${unread.length} pages there`;
  return new PressError(
    'nothing-imported',
    `${names.map((name) => `«${name}»`).join(', ')}: ${count} holds ${unread.length === 1 ? 'no' : 'a'} release that press can read.`,
    {
      hint: lines.join('\n').trimStart(),
    },
  );
}
