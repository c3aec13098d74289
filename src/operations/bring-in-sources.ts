/** From the files that a person names to releases as importers read them, one source after the other. */
import type { EpochMilliseconds } from '../model/clock.ts';
import type { Files } from '../model/environment.ts';
import type { Importer, ImportSource } from '../model/importer.ts';
import type { FrontMatter } from '../model/manuscript.ts';
import { didYouMean, PressError } from '../model/press-error.ts';
import type { SiteProfile } from '../model/site-profile.ts';
import { nearest } from '../text/nearest.ts';
import { decodedSource, largestPage, tooLarge, withEncodingTold } from './bring-in-bytes.ts';
import { findSources, type NamedSource } from './bring-in-folders.ts';
import type { UnreadSource } from './bring-in-report.ts';
import { placeOf } from './bring-in-source-place.ts';
import type { ReadSource } from './bring-in-wish.ts';
import { keptInBy } from './site-switches.ts';
import { asideRemark, hasWhatItNeeds } from './source-folders.ts';

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
  /** Where on the pages of a site things stand. */
  readonly profiles?: readonly SiteProfile[];
  /** A block of YAML as press reads front matter; undefined where it refuses the block. */
  readYaml?(block: string): FrontMatter | undefined;
  /** The moment of this run. */
  readonly now?: EpochMilliseconds;
  readonly signal: AbortSignal;
  /** Called after each source: lets an interrupt be heard, and says how far it has come. */
  progress?(count: number, all: number): Promise<void> | void;
}

export interface SourcesRead {
  /** Files of folders that hold no release (one that was named itself is refused instead), and parts of sources that are none. */
  readonly unread: readonly UnreadSource[];
  /** What folders are, and what they hold that is no source, as sentences. */
  readonly remarks: readonly string[];
}

/** What became of one file: a source, none, or one of those that lie around in a folder. */
interface Outcome {
  readonly source?: ReadSource;
  readonly unread: readonly UnreadSource[];
  readonly isAside?: true;
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
  const found = findSources(names, { ...reading, importers });
  const unread: UnreadSource[] = [];
  const aside: NamedSource[] = [];
  let taken = 0;
  for (const [index, source] of found.sources.entries()) {
    reading.signal.throwIfAborted();
    const read = await readUnlessFromFolder(source, importers, reading);
    unread.push(...read.unread);
    if (read.isAside === true) aside.push(source);
    if (read.source !== undefined) take(read.source);
    taken += read.source === undefined ? 0 : 1;
    await reading.progress?.(index + 1, found.sources.length);
  }
  if (taken === 0) throw nothingRead(names, unread, aside.length);
  return { unread, remarks: [...found.remarks, ...asideRemarks(aside)] };
}

function asideRemarks(aside: readonly NamedSource[]): string[] {
  const builders = new Set(aside.map(({ builder }) => builder));
  return [...builders].flatMap((builder) =>
    asideRemark(
      aside.filter((each) => each.builder === builder).map(({ name }) => name),
      builder,
    ),
  );
}

/** What a folder holds need not be a release; what was named has to be. */
async function readUnlessFromFolder(
  source: NamedSource,
  importers: readonly Importer[],
  reading: SourceReading,
): Promise<Outcome> {
  try {
    return await readOne(source, importers, reading);
  } catch (error) {
    if (!(error instanceof PressError) || !source.isFromFolder) throw error;
    return { unread: [{ source: source.name, message: error.message }] };
  }
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

const aside: Outcome = { unread: [], isAside: true };

async function readOne(
  { name, isFromFolder, top, needs, switched }: NamedSource,
  importers: readonly Importer[],
  reading: SourceReading,
): Promise<Outcome> {
  const source = await sourceOf(name, importers, reading);
  const importer = importerOf(source, importers, reading.from);
  if (importer === undefined && needs !== undefined) return aside;
  if (importer === undefined || (isFromFolder && isOfAnotherKind(source, importer)))
    throw unrecognised(source, importers);
  const releases = keptInBy(switched, withEncodingTold(importer.read(source), source));
  if (needs !== undefined && !hasWhatItNeeds(needs, { sureness: importer.recognise(source), releases })) return aside;
  return {
    source: {
      name: source.name,
      importer: importer.id,
      digest: `sha256:${reading.digest(source.bytes)}`,
      releases,
      isFromFolder,
      ...(name !== '-' && { place: placeOf(name, top) }),
    },
    unread: unreadParts(importer, source),
  };
}

async function sourceOf(name: string, importers: readonly Importer[], reading: SourceReading): Promise<ImportSource> {
  const most = Math.max(largestPage, ...importers.map(mostBytes));
  const bytes = name === '-' ? await reading.stdin() : reading.files.read(name, most);
  const { rawCells, profiles, readYaml, now } = reading;
  return {
    name: name === '-' ? 'standard input' : name,
    bytes,
    ...decodedSource(name, bytes),
    rawCells,
    ...(profiles !== undefined && { profiles }),
    ...(readYaml !== undefined && { readYaml }),
    ...(now !== undefined && { now }),
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
  if (source.text.trim() === '')
    return new PressError('nothing-imported', `«${name}» is empty.`, {
      hint: 'Save it again from where it came from.',
    });
  const other = importers.flatMap((importer) => importer.mistakes?.(source) ?? [])[0];
  if (other !== undefined)
    return new PressError('nothing-imported', `«${name}» is ${other}, which press does not read yet.`, {
      hint: 'It reads feeds (RSS, Atom, JSON Feed), NewsML-G2, ninjs, Markdown, CSV, JSON and NDJSON, and pages as HTML or text: ask for one of these, or save the pages themselves.',
    });
  const limit = Math.min(...importers.map(mostBytes));
  if (bytes.length > limit) return tooLarge(name, limit);
  return new PressError('nothing-imported', `«${name}» is nothing that import recognises.`, {
    hint: 'It reads pages as HTML or text (a headline, near it a list such as «Date:», «Place:» or a line «Press release», then the text), Markdown with front matter, feeds, NewsML-G2 and ninjs, tables with a column «title», and JSON with the keys of a release. --from says which kind a source is.',
  });
}

function nothingRead(names: readonly string[], unread: readonly UnreadSource[], aside: number): PressError {
  if (unread.length === 0 && aside > 0)
    return new PressError(
      'nothing-imported',
      `${names.map((name) => `«${name}»`).join(', ')}: none of the ${aside} Markdown files there is a release.`,
      {
        hint: 'A release has front matter with a title and a date, or a day in its file’s name. Name a file itself to import it.',
      },
    );
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
