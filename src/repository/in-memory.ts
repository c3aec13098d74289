/** A repository that lies in memory: the same meaning as a folder, for tests and for looking at text that is not saved. */
import { namesOf, type Change, type ChangeSet } from '../model/change-set.ts';
import { compareText } from '../model/diagnostic.ts';
import { typeName } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import type { Repository } from '../model/repository.ts';
import { composeRelease } from './compose-release.ts';
import { dataTextOf } from './data-file.ts';
import { digestOf, digestOfText } from './digest.ts';
import { diskFiles } from './file-source.ts';
import { isReleaseName } from './find-releases.ts';
import { packageFolder } from './package-folder.ts';
import { readManuscript, unreadManuscript } from './read-manuscript.ts';
import { parseSettings, parseSettingsFile } from './read-settings.ts';
import { parseTaxonomy, parseTaxonomyFile } from './read-taxonomy.ts';
import { openSchemaShelf, type SchemaShelf } from './schema-shelf.ts';
import { identityKey } from './target-place.ts';
import { spliced } from '../text/spliced.ts';

/** A repository of texts by path, with the shipped schemas. Rejects with a PressError when taxonomy.yaml or press.yaml is broken. */
export async function repositoryInMemory(files: Readonly<Record<string, string>>): Promise<Repository> {
  return repositoryOf(new Map(Object.entries(files)), await openSchemaShelf(diskFiles(packageFolder)));
}

function repositoryOf(texts: Map<string, string>, shelf: SchemaShelf): Repository {
  const taxonomy = parseTaxonomy(texts.get('taxonomy.yaml') ?? '', shelf);
  const settings = parseSettings(texts.get('press.yaml') ?? '{}', shelf);
  const isRelease = (path: string): boolean =>
    path.startsWith(`${settings.releases}/`) && isReleaseName(path.split('/').at(-1) ?? '');
  const manuscriptFrom = (path: string, bytes: Uint8Array): Manuscript =>
    readManuscript(path, bytes, (data, untexted) => {
      if (data !== undefined) shelf.untext(shelf.fileOf(typeName(data)), untexted);
    });
  return {
    root: '/in-memory',
    settings,
    taxonomy,
    *manuscripts(paths) {
      for (const path of paths ?? [...texts.keys()].filter(isRelease).sort(compareText)) {
        const text = texts.get(path);
        yield text === undefined
          ? unreadManuscript(path, {
              rule: 'file-kind',
              message: 'The file does not exist.',
              hint: 'Look at its name.',
            })
          : manuscriptFrom(path, Buffer.from(text));
      }
    },
    memory: () => undefined,
    manuscriptFrom,
    releaseSchema: (type) => shelf.release(type),
    releaseTypes: () => shelf.types,
    digestOfText,
    exists: (path) => texts.has(path) || [...texts.keys()].some((known) => known.startsWith(`${path}/`)),
    fileAt(path) {
      const text = texts.get(path);
      return text === undefined ? undefined : { text, digest: digestOf(Buffer.from(text)) };
    },
    dataFile(name) {
      const read = name === 'taxonomy.yaml' ? parseTaxonomyFile : parseSettingsFile;
      const text = texts.get(name);
      return text === undefined ? undefined : dataTextOf(read(text, shelf));
    },
    readAnew: () => repositoryOf(new Map(texts), shelf),
    withTexts: (others) => repositoryOf(new Map([...texts, ...others]), shelf),
    compose: composeRelease,
    whileLocked: async (_, work) => work(),
    apply: (changes) => applyInMemory(texts, changes),
    confirm: () => undefined,
    undoRecords: async () => [],
  };
}

function applyInMemory(texts: Map<string, string>, { changes }: ChangeSet): void {
  const results = changes.map((change) => ({ change, text: resultOf(texts, change) }));
  for (const { change } of results) if (change.kind === 'move') texts.delete(change.path);
  for (const { change, text } of results) texts.set(namesOf(change).at(-1) ?? change.path, text);
}

function resultOf(texts: ReadonlyMap<string, string>, change: Change): string {
  const existing = texts.get(change.path);
  if (change.kind === 'create') {
    requireFree(texts, change.path);
    return change.text;
  }
  if (change.kind === 'copy') {
    requireFree(texts, change.path);
    return Buffer.from(change.bytes()).toString('latin1');
  }
  if (change.kind === 'move') {
    if (digestOfText(existing ?? '') !== change.digest)
      throw new PressError('changed-meanwhile', `«${change.path}» has changed since press read it.`);
    requireFree(texts, change.to);
  }
  return spliced(existing ?? '', change.edits);
}

/** Two names are one where some computers would take them for one. */
function requireFree(texts: ReadonlyMap<string, string>, path: string): void {
  const key = identityKey(path);
  if ([...texts.keys()].some((known) => identityKey(known) === key))
    throw new PressError('already-there', `«${path}» exists.`);
}
