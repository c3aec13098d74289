import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFormats } from '../../src/formats/index.ts';
import type { Condition } from '../../src/model/condition.ts';
import { plainLook } from '../../src/model/edition.ts';
import type { Repository } from '../../src/model/repository.ts';
import { statuses } from '../../src/model/release.ts';
import { choose, type Selection } from '../../src/model/selection.ts';
import { exportReleases } from '../../src/operations/export.ts';
import { gather, gatherAll } from '../../src/operations/gather.ts';
import { openRepository } from '../../src/repository/open.ts';
import { memoryOf } from '../support/archive-memory.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { noWish } from '../model/newsroom.ts';

const taxonomy =
  'version: 1\nfacets:\n  field: {property: fields, multiple: true, terms: {elections: {label: Elections, narrower: {voting: {label: Voting}}}, education: {label: Education}}}\n  country: {property: countries, multiple: true, terms: {japan: {label: Japan}, mongolia: {label: Mongolia}}}\n';
const settings = 'timezone: Europe/Vienna\nbaseUrl: https://press.example.org\npublisher: {name: Press house}\n';
const moment = { now: Date.parse('2026-11-23T12:00:00Z'), timezone: 'Europe/Vienna' };

/** Front matter of every kind: valid, hidden, withdrawn, translated, twice there, with notes of the house, or none at all. */
const line = (key: string, ...values: (string | undefined)[]): fc.Arbitrary<string> =>
  fc.constantFrom(...values).map((value) => (value === undefined ? '' : `${key}: ${value}\n`));
const anyFile = fc
  .tuple(
    line('id', 'a', 'b', 'c', 'd', 'e', 'f', 'g', undefined),
    line('title', 'A title', '"B: <!-- note --> title"', 'Voting'),
    line('date', '2009-11-16', '2026-11-23', '2026-11-23T13:30:00+01:00', '2999-01-01', '2009-13-40', undefined),
    line('status', 'published', 'published', 'published', ...statuses, 'Published', undefined),
    line('fields', '[elections]', '[voting, education]', '[]', 'education', '[nowhere]', '["elections <!-- x -->"]'),
    line('countries', '[japan]', '[mongolia, japan]', undefined),
    line('place', 'Vienna', '[Baku, "The Hague"]', '"Osh <!-- ? -->"', undefined),
    line('lang', 'ru', 'en-GB', undefined),
    line('embargo', '2026-11-23T13:00:01+01:00', '2009-11-16T08:00:00Z', 'soon', undefined, undefined),
    line('translationOf', '{id: a}', '{id: b, digest: x}', undefined, undefined),
    line('updated', '2012-01-01', '2999-01-01', undefined),
    line(
      'corrections',
      '[{date: 2012-02-01, kind: withdrawal, note: Wrong}]',
      '[{date: 2999-02-01, kind: update, note: x}]',
      undefined,
      undefined,
    ),
    line('embargo_until', '2999-01-01', undefined, undefined, undefined, undefined),
    fc.constantFrom('---\n', '---\n', '---\n', 'nonsense: [\n---\n', ''),
  )
  .map((lines) => `---\n${lines.join('')}VIENNA, 16 November 2009 – Voting.\n`);
const anyArchive = fc.array(anyFile, { minLength: 1, maxLength: 12 });

const anyQuery = fc.constantFrom(
  ...[
    'field:elections',
    'field:education',
    'country:japan',
    'NOT field:elections',
    'place:vienna',
    'place:osh',
    'place:x',
  ],
  ...['lang:ru', 'lang:xx', 'date>2010', 'date:2009 AND field:voting', 'id:a', 'status:draft', 'status:withdrawn'],
  ...[
    'has:countries',
    'voting',
    'field:education OR is:embargoed',
    'NOT (country:japan OR lang:ru)',
    'is:translation',
    '',
  ],
);

function folderOf(archive: readonly string[]): string {
  const root = scratchFolder({ 'taxonomy.yaml': taxonomy, 'press.yaml': settings });
  for (const [index, text] of archive.entries()) write(root, `releases/${2009 + (index % 3)}/${index}.md`, text);
  return root;
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** The repository as it is in a folder, with a memory that needs neither many files nor old ones. */
async function remembering(root: string): Promise<Repository> {
  const repository = await openRepository(root);
  const read = ({ path }: { readonly path: string }): ReturnType<Repository['manuscriptFrom']> => {
    for (const manuscript of repository.manuscripts([path])) return manuscript;
    throw new Error(`nothing at ${path}`);
  };
  const known: Pick<Repository, 'memory'> = { memory: () => memoryOf(root, { judging: undefined, read }) };
  return new Proxy(repository, {
    get: (target, key) => (key === 'memory' ? known.memory : bound(target, key)),
  });
}

function bound(target: Repository, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key);
  return typeof value === 'function' ? value.bind(target) : value;
}

const selectionOf = (repository: Repository, query: string): Selection =>
  choose(
    { ...noWish, where: query === '' ? [] : [query] },
    { taxonomy: repository.taxonomy, today: '2026-11-23', ...moment },
  );

/** Everything that comes out of a gathering. */
async function outcome(repository: Repository, query: string, usesMemory: boolean): Promise<unknown> {
  const selection = selectionOf(repository, query);
  const all = [];
  for (const includeUnpublished of [false, true]) {
    const gathering = gather(repository, selection, { moment, includeUnpublished, usesMemory });
    const { matched, facts, tombstones, heldBack, unreadable, twins, spokenOf, newestPublicUpdate } = gathering;
    const releases = [...gathering.releases];
    const known = ['a', 'b', 'c', 'd', 'e', 'f', 'g', ''].map((id) => [
      gathering.known.has(id),
      gathering.known.versionsOf({ id }),
    ]);
    const spoken = [[...spokenOf.places], [...spokenOf.languages]];
    all.push({ releases, matched, facts, tombstones, heldBack, unreadable, twins, newestPublicUpdate, known, spoken });
    gathering.remember();
  }
  return all;
}

describe('what is gathered with what earlier runs noted', () => {
  it('is what is gathered without it, whatever the archive and the question', async () => {
    let passedOver = 0;
    await fc.assert(
      fc.asyncProperty(
        anyArchive,
        fc.array(anyQuery, { minLength: 1, maxLength: 3 }),
        fc.nat(20),
        async (archive, queries, changed) => {
          const root = folderOf(archive);
          const [plain, repository] = [await openRepository(root), await remembering(root)];
          for (const query of [...queries, ...queries])
            expect(await outcome(repository, query, true)).toEqual(await outcome(plain, query, false));
          const memory = memoryOf(root, { judging: undefined });
          passedOver += [...memory.survey()].filter(({ row }) => row !== undefined).length;
          if (changed < archive.length) write(root, `releases/2009/${changed}.md`, archive[0] ?? '');
          for (const query of queries)
            expect(await outcome(await remembering(root), query, true)).toEqual(await outcome(plain, query, false));
        },
      ),
      { numRuns: 40 },
    );
    expect(passedOver).toBeGreaterThan(100);
  }, 180_000);

  it('is the same for several selections at once', async () => {
    await fc.assert(
      fc.asyncProperty(anyArchive, fc.array(anyQuery, { minLength: 2, maxLength: 3 }), async (archive, queries) => {
        const root = folderOf(archive);
        const [plain, repository] = [await openRepository(root), await remembering(root)];
        const counts = (from: Repository, usesMemory: boolean): unknown => {
          const selections = queries.map((query) => selectionOf(from, query));
          const gatherings = gatherAll(from, selections, { moment, includeUnpublished: false, usesMemory });
          const told = gatherings.map(({ releases, matched, heldBack, unreadable, twins, tombstones }) => [
            [...releases].map(({ path }) => path),
            [matched, heldBack, unreadable, twins],
            tombstones,
          ]);
          gatherings[0]?.remember();
          return told;
        };
        for (let turn = 0; turn < 2; turn += 1) expect(counts(repository, true)).toEqual(counts(plain, false));
      }),
      { numRuns: 30 },
    );
  }, 180_000);

  it('is the same in every format, byte by byte', async () => {
    const archive = fc.sample(anyArchive, { numRuns: 6, seed: 8 }).flat();
    const root = folderOf(archive);
    const [plain, repository] = [await openRepository(root), await remembering(root)];
    for (const [id, load] of exportFormats) {
      const format = await load();
      for (const query of ['field:elections', 'country:mongolia', 'place:nowhere']) {
        const written = (from: Repository, usesMemory: boolean): string => {
          const selection = selectionOf(from, query);
          const look = { ...plainLook('en', format.content), selfUrl: 'https://press.example.org/feed' };
          const exported = exportReleases(from, format, {
            ...look,
            selection,
            moment,
            includeUnpublished: false,
            withTombstones: true,
            usesMemory,
          });
          const bytes =
            exported.refusal ??
            Buffer.concat([...exported.chunks].map((chunk) => Buffer.from(chunk))).toString('latin1');
          exported.remember();
          return bytes;
        };
        const expected = written(plain, false);
        for (let turn = 0; turn < 2; turn += 1)
          expect([id, query, written(repository, true)]).toEqual([id, query, expected]);
      }
    }
  });

  it('asks no memory where every file has to be read anyway, or where nobody wants one', async () => {
    const repository = await openRepository(folderOf(['']));
    let asked = 0;
    const watched = new Proxy(repository, {
      get: (target, key) => {
        if (key === 'memory') asked += 1;
        return bound(target, key);
      },
    });
    const ask = (condition: Condition, more = {}): number => {
      const options = { moment, includeUnpublished: false, usesMemory: true, ...more };
      gather(watched, { ...selectionOf(repository, ''), condition }, options);
      return asked;
    };
    const place: Condition = { kind: 'value', key: 'place', value: 'x' };
    expect(ask({ kind: 'all', of: [] })).toBe(0);
    expect(ask({ kind: 'text', phrase: 'x' })).toBe(0);
    expect(ask(place, { usesMemory: false })).toBe(0);
    expect(ask(place, { moment: { now: Number.NaN, timezone: moment.timezone } })).toBe(0);
    expect(ask(place, { moment: { now: moment.now, timezone: 'UTC' } })).toBe(0);
    expect(ask(place)).toBe(1);
  });
});
