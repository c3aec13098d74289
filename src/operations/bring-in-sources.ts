/** From what the person names — files, folders, standard input — to releases as importers read them. */
import type { Files } from '../model/environment.ts';
import type { Importer, ImportSource } from '../model/importer.ts';
import { MANIFEST_NAME } from '../model/output-manifest.ts';
import { didYouMean, PressError } from '../model/press-error.ts';
import { nearest } from '../text/nearest.ts';
import type { UnreadSource } from './bring-in-report.ts';
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
}

export interface ReadSources {
  readonly sources: readonly ReadSource[];
  /** Files of folders that hold no release (one that was named itself is refused instead), and parts of sources that are none. */
  readonly unread: readonly UnreadSource[];
}

interface Named {
  readonly name: string;
  readonly isFromFolder: boolean;
}

/** Reads every source. Throws PressError for one that was named and cannot be read, and when there is nothing to read at all. */
export async function readSources(names: readonly string[], reading: SourceReading): Promise<ReadSources> {
  const importers = await loadImporters(reading);
  const named = names.flatMap((name) => expand(name, importers, reading));
  const sources: ReadSource[] = [];
  const unread: UnreadSource[] = [];
  for (const source of named) {
    reading.signal.throwIfAborted();
    try {
      const read = await readOne(source, importers, reading);
      sources.push(read.source);
      unread.push(...read.unread);
    } catch (error) {
      if (!(error instanceof PressError) || !source.isFromFolder) throw error;
      unread.push({ source: source.name, message: error.message });
    }
  }
  if (sources.length === 0) throw nothingRead(names, unread);
  return { sources, unread };
}

const ADDRESS = /^[a-z][a-z0-9+.-]{1,30}:\/\//i;
/**
 * A folder is the files of its kind: pages, or what `--from` names. What a browser saves beside a page (`Page_files/`), hidden files and
 * the list that `press export` leaves in a folder are none.
 */
function expand(name: string, importers: readonly Importer[], { files, from }: SourceReading): Named[] {
  if (ADDRESS.test(name)) {
    throw new PressError('usage', `«${name}» is an address, and press opens no connections: save it first.`, {
      hint: 'Save the page from the browser, and import the file.',
    });
  }
  const inside = name === '-' ? undefined : files.list(name);
  if (inside === undefined) return [{ name, isFromFolder: false }];
  const kinds = importers.filter(({ onlyWhenNamed }) => from !== undefined || !onlyWhenNamed);
  const endings = new Set(kinds.flatMap(({ extensions }) => extensions));
  const wanted = inside.filter((path) => endings.has(endingOf(path)) && !isAside(withoutFolder(path, name)));
  if (wanted.length > 0) return wanted.map((path) => ({ name: path, isFromFolder: true }));
  throw nothingInside(name, { endings: [...endings], others: importers.filter((each) => !kinds.includes(each)) });
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
  { name, isFromFolder }: Named,
  importers: readonly Importer[],
  reading: SourceReading,
): Promise<{ readonly source: ReadSource; readonly unread: readonly UnreadSource[] }> {
  const bytes = name === '-' ? await reading.stdin() : reading.files.read(name);
  const source: ImportSource = {
    name: name === '-' ? 'standard input' : name,
    bytes,
    text: decode(name, bytes),
    rawCells: reading.rawCells,
  };
  const importer = reading.from === undefined ? recognise(source, importers) : importers[0];
  if (importer === undefined || (isFromFolder && isOfAnotherKind(source, importer))) throw unrecognised(source.name);
  return {
    source: {
      name: source.name,
      importer: importer.id,
      digest: `sha256:${reading.digest(bytes)}`,
      releases: importer.read(source),
    },
    unread: unreadParts(importer, source),
  };
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

/** Bytes of the largest source: some four thousand releases with their texts, or one page that is not a page. */
export const largestSource = 10 * 1024 * 1024;

function decode(name: string, bytes: Uint8Array): string {
  if (bytes.length > largestSource) {
    throw new PressError('unreadable-file', `«${name}» is larger than 10 MiB.`, {
      hint: 'A page of a release is far smaller: save it again, or its text alone. Divide a table or a list into several.',
    });
  }
  const text = decodeUtf8(bytes);
  if (text !== undefined) return text;
  throw new PressError(
    'unreadable-file',
    `«${name}» is not written in UTF-8${wide(bytes) ? ' but in UTF-16' : ` (line ${faultyLine(bytes)})`}.`,
    {
      hint: 'Open it in a browser or editor, save it again as UTF-8, and import that. A spreadsheet has «CSV UTF-8» among the kinds of files that it saves.',
    },
  );
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return wide(bytes) ? undefined : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether bytes begin as UTF-16 does. */
function wide(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function faultyLine(bytes: Uint8Array): number {
  const lenient = new TextDecoder().decode(bytes);
  return lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
}

function unrecognised(name: string): PressError {
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
