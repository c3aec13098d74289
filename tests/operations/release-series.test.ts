import { describe, expect, it } from 'vitest';
import { clear, type Moment } from '../../src/model/embargo.ts';
import { makeRelease } from '../../src/model/make-release.ts';
import type { Manuscript } from '../../src/model/manuscript.ts';
import type { Repository } from '../../src/model/repository.ts';
import { HeldReleases, seriesOf, type PlaceInSeries } from '../../src/operations/release-series.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const taxonomy = 'version: 1\nfacets: {field: {property: fields, terms: {}}}\n';
const moment: Moment = { now: Date.parse('2026-11-23T12:00:00Z'), timezone: 'UTC' };
const text = (id: string, body = 'Text.', status = 'published'): string =>
  `---\nid: ${id}\ntitle: T\ndate: 2020-01-02\nstatus: ${status}\n---\n${body}\n`;
const names = ['a', 'b', 'c', 'd'];

interface Prepared {
  readonly held: HeldReleases;
  readonly places: readonly PlaceInSeries[];
  /** Paths that were read again. */
  readonly again: string[];
  /** What stands in the files from now on. */
  readonly files: Record<string, string>;
}

/** Four releases, of which as many are held as there is room for. */
async function prepared(room: number): Promise<Prepared> {
  const files: Record<string, string> = Object.fromEntries(names.map((id) => [`releases/${id}.md`, text(id)]));
  const again: string[] = [];
  const first = await repositoryInMemory({ 'taxonomy.yaml': taxonomy, ...files });
  const reading: Pick<Repository, 'manuscripts' | 'taxonomy' | 'settings' | 'releaseSchema'> = {
    taxonomy: first.taxonomy,
    settings: first.settings,
    releaseSchema: (type) => first.releaseSchema(type),
    *manuscripts(paths: readonly string[] = []): Generator<Manuscript> {
      for (const path of paths) {
        again.push(path);
        yield first.manuscriptFrom(path, Buffer.from(files[path] ?? ''));
      }
    },
  };
  const held = new HeldReleases(
    reading,
    (release) => {
      const clearance = clear(release, moment);
      return clearance.public ? clearance.release : undefined;
    },
    room,
  );
  const places: PlaceInSeries[] = [];
  for (const manuscript of first.manuscripts()) {
    const release = makeRelease(manuscript, first);
    const clearance = release === undefined ? undefined : clear(release, moment);
    if (clearance?.public !== true) throw new Error('not public');
    places.push({ path: manuscript.path, digest: manuscript.digest });
    held.keep(clearance.release);
  }
  return { held, places, again, files };
}

const changed = expect.objectContaining({
  code: 'changed-meanwhile',
  message: '«releases/b.md» changed while it was being written to the output.',
});

describe('a series of releases', () => {
  it.each([
    [0, 4],
    [9_000, 2],
    [1_000_000, 0],
  ])('with room for %i characters reads %i of four again, and is the same each time', async (room, count) => {
    const { held, places, again } = await prepared(room);
    const series = seriesOf(places, held);
    expect(series).toHaveLength(4);
    expect([...series].map(({ id }) => id)).toEqual(names);
    expect(again).toHaveLength(count);
    expect([...series].map(({ body }) => body)).toEqual(['Text.\n', 'Text.\n', 'Text.\n', 'Text.\n']);
    expect(again).toHaveLength(2 * count);
  });

  it('gives a release out before it reads the next one', async () => {
    const { held, places, again } = await prepared(0);
    const releases = seriesOf(places, held)[Symbol.iterator]();
    releases.next();
    expect(again).toEqual(['releases/a.md']);
  });

  it.each([
    ['is another text', text('b', 'Changed.')],
    ['went on hold', text('b', 'Text.', 'hold')],
    ['is no release any more', 'nothing'],
  ])('ends the run when a file %s by then', async (_, now) => {
    const { held, places, files } = await prepared(0);
    files['releases/b.md'] = now;
    expect(() => [...seriesOf(places, held)]).toThrow(changed);
  });

  it('holds a release that two selections want once', async () => {
    const { held, places, again } = await prepared(9_000);
    const [first] = seriesOf(places, held);
    if (first !== undefined) held.keep(first);
    expect([...seriesOf(places, held)]).toHaveLength(4);
    expect(again).toHaveLength(2);
  });
});
