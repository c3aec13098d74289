/**
 * The releases that are there, and those that come in during a run, by everything that tells whether a source is one of them: what
 * the source calls it, its addresses, its bytes, what it says, and the names it would get here.
 */
import type { SourceRelease } from '../model/importer.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';
import { bodyPart, marksIn, originText, type Marks } from '../model/written-marks.ts';
import { detached } from '../text/detached.ts';
import { addressKey, sourceIdKey } from './bring-in-identity.ts';
import { partOf, type Duplicate } from './bring-in-report.ts';
import type { ReadSource } from './bring-in-wish.ts';
import type { Draft, DraftAnswers } from './draft.ts';
import { clashOf, identitiesOf } from './identities.ts';

export interface Sighting {
  readonly source: Pick<ReadSource, 'name' | 'importer' | 'digest'> & {
    /** The release is all that the source holds: the same bytes are the same release. */
    readonly isWhole: boolean;
  };
  readonly release: SourceRelease;
  /** What the release would say here. */
  readonly said: Pick<DraftAnswers, 'date' | 'lang' | 'title'>;
}

type Repositories = Pick<Repository, 'manuscripts' | 'settings' | 'exists'>;

/** Several releases that say the same of themselves are told apart by nothing of it. */
const SEVERAL = Symbol('several');

type Index = Map<string, string | typeof SEVERAL>;

/** Reads the repository once. */
export class KnownReleases {
  readonly #repository: Pick<Repository, 'exists'>;
  readonly #ids: Map<string, string>;
  readonly #permalinks: Map<string, string>;
  readonly #urls: Index = new Map();
  readonly #sourceIds: Index = new Map();
  readonly #digests: Index = new Map();
  readonly #contents: Index = new Map();
  /** Path → the source of this run that it was made of, or belongs to. */
  readonly #claims = new Map<string, string>();
  /** Path → what the source of this run says. */
  readonly #taken = new Map<string, Pick<Said, 'title' | 'date'>>();
  /** Paths of releases whose sources have a name or an address of their own. */
  readonly #named = new Set<string>();

  constructor(repository: Repositories) {
    this.#repository = repository;
    const note = (all: Iterable<Manuscript>): Iterable<Manuscript> => this.#noteOrigins(all);
    const { ids, permalinks } = identitiesOf({
      settings: repository.settings,
      manuscripts: () => note(repository.manuscripts()),
    });
    this.#ids = new Map(ids);
    this.#permalinks = new Map(permalinks);
  }

  /** What came from the same place, or from the same bytes. */
  bySource({ source, release, said }: Sighting): Duplicate | undefined {
    const id = release.sourceId;
    const named = id === undefined ? undefined : this.#sourceIds.get(sourceIdKey(id.value, source.importer));
    if (id !== undefined && typeof named === 'string' && !this.#isOther(named, said))
      return this.#duplicate('source-id', id.value, named);
    for (const url of addressesOf(release)) {
      const path = this.#urls.get(addressKey(url));
      if (typeof path === 'string' && !this.#isOther(path, said)) return this.#duplicate('url', url, path);
    }
    const key = source.isWhole ? bytesKey(source.digest, said, release.date !== undefined) : undefined;
    const path = key === undefined ? undefined : this.#digests.get(key);
    return typeof path === 'string' ? this.#duplicate('digest', source.digest, path) : undefined;
  }

  /** Old sites give all their pages one address: two of one run with another title and another day are two. */
  #isOther(path: string, { title, date }: Said): boolean {
    const other = this.#taken.get(path);
    return other !== undefined && other.title !== title && other.date !== date;
  }

  /** What has the same day, title and text. */
  byContent(marks: Marks): Duplicate | undefined {
    const key = contentKey(marks);
    const path = key === undefined ? undefined : this.#contents.get(key);
    return typeof path === 'string' ? this.#duplicate('content', path, path) : undefined;
  }

  /** What has the same name or the same address here. */
  byDraft(draft: Pick<Draft, 'id' | 'permalink' | 'path'>): Duplicate | undefined {
    const clash = clashOf(draft, { ids: this.#ids, permalinks: this.#permalinks });
    if (clash !== undefined) return this.#duplicate(clash.kind, clash.name, clash.path);
    const isTaken = this.#claims.has(draft.path) || this.#repository.exists(draft.path);
    return isTaken ? this.#duplicate('path', draft.path, draft.path) : undefined;
  }

  /** Whether a release that has the name which another would get is surely not that other. */
  isAnother({ path, source }: Duplicate, { release }: Sighting): boolean {
    const hasName = release.sourceId !== undefined || release.url !== undefined;
    return source !== undefined || (hasName && this.#named.has(path));
  }

  /** From now on the file is the one of this source. */
  claim(path: string, { source, release, said }: Sighting): void {
    this.#claims.set(path, partOf(source.name, release.part));
    this.#taken.set(path, { title: detached(said.title), date: said.date });
    if (release.sourceId !== undefined)
      this.#sourceIds.set(sourceIdKey(detached(release.sourceId.value), source.importer), path);
    for (const url of addressesOf(release)) this.#urls.set(addressKey(url), path);
    if (source.isWhole) for (const key of bytesKeys(source.digest, said)) this.#digests.set(key, path);
  }

  /** A release that comes in. */
  add(draft: Pick<Draft, 'id' | 'permalink' | 'path'>, marks: Marks, sighting: Sighting): void {
    this.#ids.set(draft.id, draft.path);
    this.#permalinks.set(draft.permalink, draft.path);
    this.claim(draft.path, sighting);
    const key = contentKey(marks);
    if (key !== undefined) this.#contents.set(key, draft.path);
  }

  #duplicate(by: Duplicate['by'], name: string, path: string): Duplicate {
    const source = this.#claims.get(path);
    return { by, name, path, ...(source !== undefined && { source }) };
  }

  *#noteOrigins(all: Iterable<Manuscript>): Iterable<Manuscript> {
    for (const manuscript of all) {
      if (manuscript.data !== undefined && Object.hasOwn(manuscript.data, 'origin')) this.#noteOrigin(manuscript);
      yield manuscript;
    }
  }

  #noteOrigin({ path, data = {} }: Pick<Manuscript, 'path' | 'data'>): void {
    const [url, id, digest] = [originText(data, 'url'), originText(data, 'id'), originText(data, 'digest')];
    if (url !== undefined) note(this.#urls, addressKey(detached(url)), path);
    if (id !== undefined) note(this.#sourceIds, sourceIdKey(detached(id), originText(data, 'importer') ?? ''), path);
    if (url !== undefined || id !== undefined) this.#named.add(path);
    const marks = marksIn(data);
    const content = marks === undefined ? undefined : contentKey(marks);
    const said = { lang: textOf(data['lang']), date: textOf(data['date']) };
    if (digest !== undefined) for (const key of bytesKeys(digest, said)) note(this.#digests, detached(key), path);
    if (content !== undefined) note(this.#contents, detached(content), path);
  }
}

type Said = Sighting['said'];

/**
 * Two files with the same bytes are two releases where their names say another language or another day; a day that a person has given
 * tells nothing.
 */
function bytesKey(digest: string, { lang, date }: Pick<Said, 'lang' | 'date'>, isDateStated: boolean): string {
  return `${digest} ${lang ?? ''}${isDateStated ? ` ${date ?? ''}` : ''}`;
}

function bytesKeys(digest: string, said: Pick<Said, 'lang' | 'date'>): [string, string] {
  return [bytesKey(digest, said, true), bytesKey(digest, said, false)];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function note(index: Index, key: string, path: string): void {
  index.set(key, index.has(key) ? SEVERAL : path);
}

function addressesOf({ url, otherUrls = [] }: SourceRelease): string[] {
  return [...(url === undefined ? [] : [url]), ...otherUrls];
}

/** Without a day nobody knows whether a text that comes again is the same release. */
function contentKey(marks: Marks): string | undefined {
  const parts = ['title', 'date', 'lang', bodyPart].map((part) => marks.get(part));
  return parts.includes(undefined) ? undefined : parts.join('');
}
