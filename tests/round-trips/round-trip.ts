/** Releases that leave in a format and come in again, and what became of each of their keys. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { exportFormats } from '../../src/formats/index.ts';
import { importers } from '../../src/importers/index.ts';
import { plainLook, type EditionLook } from '../../src/model/edition.ts';
import { withoutComments } from '../../src/model/house-notes.ts';
import { makeRelease } from '../../src/model/make-release.ts';
import type { Release } from '../../src/model/release.ts';
import type { Repository } from '../../src/model/repository.ts';
import { bringIn, type BroughtIn } from '../../src/operations/bring-in.ts';
import { exportReleases } from '../../src/operations/export.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { root } from '../support/session.ts';

export const now = Date.parse('2026-11-23T12:00:00Z');

const houseFiles = ['taxonomy.yaml', 'press.yaml'];

function texts(paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, readFileSync(`${root}${path}`, 'utf8')]));
}

/** The project's own releases. */
export function shipped(): Promise<Repository> {
  const releases = readdirSync(`${root}releases`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^\d{4}.*\.md$/.test(path))
    .map((path) => `releases/${path.replaceAll('\\', '/')}`);
  return repositoryInMemory(texts([...houseFiles, ...releases]));
}

/** A repository with the same vocabulary and settings, and the given releases. */
export function house(releases: Readonly<Record<string, string>> = {}): Promise<Repository> {
  return repositoryInMemory({ ...texts(houseFiles), ...releases });
}

export interface Journey {
  readonly format: string;
  readonly look?: Partial<EditionLook>;
  readonly includeUnpublished?: boolean;
}

/** What `press export` writes. */
export async function exported(
  from: Repository,
  { format, look, includeUnpublished = false }: Journey,
): Promise<string> {
  const card = await exportFormats.get(format)?.();
  if (card === undefined) throw new Error(`no format «${format}»`);
  const { chunks } = exportReleases(from, card, {
    ...plainLook('en', 'full'),
    ...look,
    selection: {
      condition: { kind: 'all', of: [] },
      filter: '',
      sort: { key: 'date', descending: true },
      limit: undefined,
      offset: 0,
    },
    moment: { now, timezone: from.settings.timezone },
    includeUnpublished,
    withTombstones: true,
  });
  return [...chunks].map(String).join('');
}

const feeds: ReadonlyMap<string, string> = new Map(['rss', 'atom', 'json-feed'].map((format) => [format, 'feed']));

/** What `press import` makes of a text, applied when nothing stands against it. */
export async function imported(
  into: Repository,
  text: string,
  { format, look }: Pick<Journey, 'format' | 'look'>,
): Promise<BroughtIn> {
  const cards = await Promise.all([...importers.values()].map((load) => load()));
  const bytes = Buffer.from(text);
  const source = { name: `releases.${format}`, bytes, text, rawCells: look?.rawCells ?? false };
  const [card] = cards.toSorted((a, b) => b.recognise(source) - a.recognise(source));
  // One object on one line is JSON as well.
  const kind = format === 'ndjson' && text.trim().split('\n').length === 1 ? 'json' : (feeds.get(format) ?? format);
  if (card?.id !== kind) throw new Error(`«${card?.id}» took a source of «${format}»`);
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const read = { name: source.name, importer: card.id, digest, releases: card.read(source) };
  const brought = bringIn(
    { sources: [read], unread: [] },
    { undated: true, onDuplicate: 'fail', dryRun: false },
    { repository: into, now },
  );
  if (brought.refusal === undefined) into.apply(brought.changes);
  return brought;
}

/** Every release of a repository by its id. */
export function releasesOf(repository: Repository): Map<string, Release> {
  const all = [...repository.manuscripts()].map((manuscript) => {
    const release = makeRelease(manuscript, repository);
    if (release === undefined) throw new Error(`${manuscript.path} is no release`);
    return release;
  });
  return new Map(all.map((release) => [release.id, release]));
}

/**
 * What a release says, key by key, in one form for all that means the same: a facet is a list, the usual language and type need no key,
 * a body has no comments of the house and no blank lines at its ends. Where a release came from is not what it says.
 */
export function meaningOf(release: Release, repository: Repository): Map<string, unknown> {
  const facets = [...repository.taxonomy.facets.values()].map(({ property }) => property);
  const given = new Map(Object.entries(release.data).filter(([key]) => key !== 'origin' && !facets.includes(key)));
  for (const property of facets) {
    const ids = release.terms.get(property);
    if (ids !== undefined) given.set(property, ids);
  }
  given.set('lang', release.lang).set('type', release.type).set('slug', release.slug);
  given.set('permalink', release.permalink).set('path', release.path);
  if (release.places.length > 0) given.set('place', release.places);
  const body = withoutComments(release.body).trim();
  if (body !== '') given.set('body', body);
  return given;
}

/** A key that says something else after the journey, with the release and what both sides say. */
export interface Difference {
  readonly id: string;
  readonly key: string;
  readonly meant: unknown;
  readonly got: unknown;
}

/** Every key that differs, or that one side alone has, of the releases that are on both sides. */
export function differences(from: Repository, to: Repository): Difference[] {
  const before = releasesOf(from);
  return [...releasesOf(to)].flatMap(([id, release]) => {
    const original = before.get(id);
    if (original === undefined) throw new Error(`${id} came from nowhere`);
    const [meant, got] = [meaningOf(original, from), meaningOf(release, to)];
    const keys = [...new Set([...meant.keys(), ...got.keys()])];
    const differing = keys.filter((key) => JSON.stringify(meant.get(key)) !== JSON.stringify(got.get(key)));
    return differing.map((key) => ({ id, key, meant: meant.get(key), got: got.get(key) }));
  });
}
