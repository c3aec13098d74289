/** Opens a folder as a repository of releases. */
import { realpathSync } from 'node:fs';
import type { ArchiveMemory, Judging } from '../model/archive-memory.ts';
import type { ChangeSet } from '../model/change-set.ts';
import type { DataFileName, DataText } from '../model/data-file.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import { typeName } from '../model/make-release.ts';
import type { Repository } from '../model/repository.ts';
import type { ReleaseSchema } from '../model/schema-violation.ts';
import type { Settings } from '../model/settings.ts';
import type { Taxonomy } from '../model/taxonomy.ts';
import type { UndoRecord } from '../model/undo.ts';
import { byContent } from './cache/by-content.ts';
import { factsKey } from './cache/facts-key.ts';
import { FolderMemory } from './cache/folder-memory.ts';
import { Witness } from './cache/witness.ts';
import { composeRelease } from './compose-release.ts';
import { dataTextOf } from './data-file.ts';
import { decode } from './decode.ts';
import { digestOf, digestOfText } from './digest.ts';
import { diskFiles, overlaid, type FileSource } from './file-source.ts';
import type { FoundFile } from './find-releases.ts';
import { isChangeWaiting, lastChange } from './journal/is-waiting.ts';
import { noteReading } from './lean-heap.ts';
import { fileLimits, UnreadableFile } from './read-file.ts';
import { readManuscript, unreadManuscript, type Untext } from './read-manuscript.ts';
import { readSettings, readSettingsFile } from './read-settings.ts';
import { readTaxonomy, readTaxonomyFile } from './read-taxonomy.ts';
import { openSchemaShelf, type SchemaShelf } from './schema-shelf.ts';
import type { RepositoryWriter } from './writer.ts';

/**
 * Opens the repository in a folder. Rejects with a PressError for a schema that does not compile, and while a change is half-written; the rest is
 * read when it is asked for.
 */
export async function openRepository(folder: string): Promise<Repository> {
  const root = realpathSync(folder);
  const witness = new Witness();
  const files = witness.beside(diskFiles(root), (path) => decisive.test(path));
  return open(root, files, witness);
}

/** The same for files that do not come from the disk as it is; `root` is the folder that they would be in. */
export async function openRepositoryOn(root: string, files: FileSource): Promise<Repository> {
  return open(root, files);
}

// What a file under the folder of releases means depends on these.
const decisive = /^(?:taxonomy\.yaml$|press\.yaml$|schemas\/)/;

/** `witness` has seen what is read of the files, where they are those of the disk as it is. */
async function open(root: string, files: FileSource, witness?: Witness): Promise<Repository> {
  let before = lastChange(root);
  while (isChangeWaiting(root)) {
    await (await import('./journal/waiting.ts')).untilFinished(root);
    before = lastChange(root);
  }
  return new FolderRepository(root, { files, shelf: await openSchemaShelf(files), witness, before });
}

interface Parts {
  readonly files: FileSource;
  readonly shelf: SchemaShelf;
  readonly witness?: Witness | undefined;
  /** The last change of several files before anything was read. */
  readonly before?: string;
}

class FolderRepository implements Repository {
  readonly root: string;
  readonly #files: FileSource;
  readonly #shelf: SchemaShelf;
  readonly #witness: Witness | undefined;
  readonly #before: string | undefined;
  #settings: Settings | undefined;
  #taxonomy: Taxonomy | undefined;
  #writer: RepositoryWriter | undefined;

  constructor(root: string, { files, shelf, witness, before }: Parts) {
    this.root = root;
    this.#files = files;
    this.#shelf = shelf;
    this.#witness = witness;
    this.#before = before;
  }

  get settings(): Settings {
    this.#settings ??= readSettings(this.#files, this.#shelf);
    return this.#settings;
  }

  get taxonomy(): Taxonomy {
    this.#taxonomy ??= readTaxonomy(this.#files, this.#shelf);
    return this.#taxonomy;
  }

  *manuscripts(paths?: readonly string[]): Generator<Manuscript> {
    const found =
      paths?.map((path): FoundFile => ({ path, kind: 'release' })) ?? this.#files.releases(this.settings.releases);
    for (const each of found) yield this.#readFound(each);
  }

  memory(judging?: Judging): ArchiveMemory | undefined {
    const witness = this.#witness;
    if (witness === undefined) return undefined;
    // Facts depend on it, so the witness must have seen it, too.
    void this.taxonomy;
    const plan = {
      root: this.root,
      folder: this.settings.releases,
      factsKey: () => factsKey(witness),
      judging,
      settings: this.settings,
      read: (found: FoundFile) => this.#readFound(found),
    };
    if (judging?.comparesContent !== true) return new FolderMemory(plan);
    return new FolderMemory(
      byContent(plan, {
        bytes: (path) => this.#files.read(path, fileLimits.release),
        manuscript: (found, witness) => this.#readFound(found, witness),
      }),
    );
  }

  manuscriptFrom(path: string, bytes: Uint8Array): Manuscript {
    return readManuscript(path, bytes, this.#untext);
  }

  releaseSchema(type: string): ReleaseSchema | undefined {
    return this.#shelf.release(type);
  }

  releaseTypes(): readonly string[] {
    return this.#shelf.types;
  }

  digestOfText(text: string): string {
    return digestOfText(text);
  }

  exists(path: string): boolean {
    return this.#files.exists(path);
  }

  fileAt(path: string): { readonly text: string; readonly digest: string } | undefined {
    try {
      const bytes = this.#files.read(path, fileLimits.release);
      const text = decode(bytes);
      return typeof text === 'string' ? { text, digest: digestOf(bytes) } : undefined;
    } catch (error) {
      if (error instanceof UnreadableFile) return undefined;
      throw error;
    }
  }

  dataFile(name: DataFileName): DataText | undefined {
    const read = name === 'taxonomy.yaml' ? readTaxonomyFile : readSettingsFile;
    const file = read(this.#files, this.#shelf);
    return file === undefined ? undefined : dataTextOf(file);
  }

  readAnew(): Repository {
    return new FolderRepository(this.root, { files: this.#files, shelf: this.#shelf, witness: this.#witness });
  }

  withTexts(texts: ReadonlyMap<string, string>): Repository {
    return new FolderRepository(this.root, { files: overlaid(this.#files, texts), shelf: this.#shelf });
  }

  compose(entries: readonly (readonly [string, unknown])[], body: string): string {
    return composeRelease(entries, body);
  }

  async whileLocked<Result>(
    command: string,
    work: () => Promise<Result> | Result,
    signal?: AbortSignal,
  ): Promise<Result> {
    // Most commands only read, and need nothing of what writing is made of.
    const { RepositoryWriter } = await import('./writer.ts');
    this.#writer ??= new RepositoryWriter(this.root, { recovered: () => this.#forget() });
    return this.#writer.whileLocked(command, work, signal);
  }

  apply(changes: ChangeSet): void {
    if (this.#writer === undefined) throw new Error('Changes are applied while the repository is locked');
    this.#writer.apply(changes);
  }

  confirm(): void {
    // Whoever had the lock was alone, and the last change may be their own.
    if (this.#before === undefined || this.#writer !== undefined) return;
    if (lastChange(this.root) === this.#before) return;
    throw new PressError('changed-meanwhile', 'Somebody changed several files while they were being read.', {
      hint: 'What was read may be half old and half new. Run the command again.',
    });
  }

  async undoRecords(): Promise<readonly UndoRecord[]> {
    const { undoRecordsIn } = await import('./journal/undo-folder.ts');
    return undoRecordsIn(this.root);
  }

  /** What was read before somebody else's change was finished may be old. */
  #forget(): void {
    this.#settings = undefined;
    this.#taxonomy = undefined;
  }

  #readFound({ path, kind }: FoundFile, witness?: (bytes: Uint8Array) => void): Manuscript {
    return kind === 'release' ? this.#read(path, witness) : notOrdinary({ path, kind });
  }

  #read(path: string, witness?: (bytes: Uint8Array) => void): Manuscript {
    noteReading();
    try {
      const bytes = this.#files.read(path, fileLimits.release);
      witness?.(bytes);
      return this.manuscriptFrom(path, bytes);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      const rule = error.kind === 'too-big' ? 'size-limit' : 'file-kind';
      return unreadManuscript(path, {
        rule,
        message: `The file ${error.message}.`,
        hint: 'Every release must be an ordinary file that press may read.',
      });
    }
  }

  readonly #untext: Untext = (data, untexted) => {
    if (data !== undefined && untexted.length > 0) this.#shelf.untext(this.#shelf.fileOf(typeName(data)), untexted);
  };
}

const oddities: Record<Exclude<FoundFile['kind'], 'release'>, { readonly message: string; readonly hint: string }> = {
  link: { message: 'This is a link, and press does not follow links.', hint: 'Put the file itself here.' },
  special: {
    message: 'This has the name of a release, but it is no file with text in it: a folder, a device or the like.',
    hint: 'Move it out of the folder of releases, or rename it.',
  },
  'unreadable-folder': {
    message: 'The folder may not be read.',
    hint: 'Give yourself the right to read it, so that no release is missed.',
  },
  'too-deep': {
    message: 'The folder lies too deep: press does not look into it.',
    hint: 'Move it up, so that no release is missed.',
  },
  misnamed: {
    message: 'The name of this file does not end in «.md», so press does not take it for a release.',
    hint: 'Rename the file, so that its name ends in «.md»; or move it out of the folder of releases.',
  },
  'undecodable-name': {
    message: 'The name of this file is not UTF-8, so nobody can ask for it.',
    hint: 'Rename the file.',
  },
};

function notOrdinary({ path, kind }: { readonly path: string; readonly kind: keyof typeof oddities }): Manuscript {
  return unreadManuscript(path, { rule: 'file-kind', ...oddities[kind] });
}
