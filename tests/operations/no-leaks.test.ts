/**
 * Nothing that is not public is in any byte of any output: at random moments, in zones with odd clocks, under every status, with
 * embargoes in every spelling. Whether it is public, a second reckoning says (`tests/support/other-clock.ts`).
 */
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sayNothingFound, sayWhatIsMissing } from '../../src/cli/terminal/held-back.ts';
import { exportFormats } from '../../src/formats/index.ts';
import { plainLook } from '../../src/model/edition.ts';
import type { Environment } from '../../src/model/environment.ts';
import type { ExportFormat, OutputFile } from '../../src/model/export-format.ts';
import type { Manuscript } from '../../src/model/manuscript.ts';
import { PressError } from '../../src/model/press-error.ts';
import type { Repository } from '../../src/model/repository.ts';
import { wishForEverything } from '../../src/model/saved-feed.ts';
import { choose, type Wish } from '../../src/model/selection.ts';
import { editionOf } from '../../src/operations/export.ts';
import { exportFeeds } from '../../src/operations/export-feeds.ts';
import { findRelease } from '../../src/operations/find-release.ts';
import { gather } from '../../src/operations/gather.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { formatRfc3339 } from '../../src/text/dates.ts';
import { dayInZone } from '../../src/text/day-in-zone.ts';
import { beginningOf, momentOf } from '../support/other-clock.ts';
import { joined } from '../support/written.ts';

// Each takes as long as all the others together, so they have their turn.
const slow: ReadonlySet<string> = new Set(['xlsx', 'html', 'markdown']);
const SLOW_TURN = 6;
/** After so many cases everything has had its turn. */
const ROUND = 12;

/** All of them in a thorough run, a third otherwise. */
const CASES = 10_000;

const zones = [
  'UTC',
  'Europe/Vienna',
  'Europe/Dublin',
  'America/Sao_Paulo', // clocks that skip midnight
  'America/St_Johns', // two midnights in one night
  'Asia/Baku',
  'Asia/Kathmandu',
  'Asia/Pyongyang',
  'Pacific/Apia', // no 2011-12-30
  'Pacific/Kiritimati', // no 1994-12-31
  'Australia/Lord_Howe', // half an hour of summer time
  'Africa/Monrovia', // an offset with seconds until 1972
  'Africa/Cairo',
];
const oddDays = [
  '2018-11-04',
  '2011-12-30',
  '2011-12-31',
  '1994-12-31',
  '1987-10-25',
  '1972-01-07',
  '2015-08-15',
  '2026-03-29',
];

/** A word that the release says wherever somebody could see it, and that nothing else holds. */
const TOKEN = 'zq7vk3wtoken';

interface Case {
  readonly zone: string;
  readonly now: number;
  readonly status: string | undefined;
  readonly date: string | undefined;
  readonly embargo: readonly string[];
  readonly isPublic: boolean;
  /** Whose turn it is of what takes long. */
  readonly turn: number;
}

const outsiders = (id: string, more: string): string =>
  `---\nid: ${id}\ntitle: Title of ${id}\ndate: 1901-02-03\nsource: secretariat\nfields: [elections]\nstatus: published\n${more}---\nBAKU, 3 February 1901 – Text of ${id}.\n`;

/** Public ones, which would say the token as soon as the one that they point to may be named. */
const others = {
  'releases/1901/first.md': outsiders('first', `related: [${TOKEN}, second]\nplace: Baku\n`),
  'releases/1901/second.md': outsiders(
    'second',
    `translationOf: {id: ${TOKEN}, digest: "sha256:x"}\nlang: ru\nembargo: 1990-01-01T00:00:00Z\nupdated: 1991-01-01\n`,
  ),
};

const settings = `baseUrl: https://press.example.org/
publisher: {name: Press office, authority: press.example.org, since: "2009-01-01"}
feeds:
  - {id: all, title: All, where: "field:elections", url: "https://press.example.org/feeds/", formats: [${[...exportFormats.keys()].filter((id) => id !== 'opml').join(', ')}]}
`;
const taxonomy = `version: 1
facets:
  field: {property: fields, multiple: true, terms: {elections: {label: Elections}, education: {label: Education}}}
  source: {property: source, terms: {secretariat: {label: Secretariat}, baku: {label: Baku, active: {from: 1999-01-01, until: 2014-12-31}}}}
`;

const wasPublic = ({ status, embargo }: Pick<Case, 'status' | 'embargo'>): boolean =>
  status === 'withdrawn' && embargo.length === 0;

function candidate({ status, date, embargo }: Case): string {
  const token = TOKEN;
  const isGone = wasPublic({ status, embargo });
  const lines = [
    // What readers had keeps its id in the notice that it was taken back; nothing else of it.
    `id: ${isGone ? 'taken-back' : token}`,
    `title: ${token} opens`,
    ...(date === undefined ? [] : [`date: ${date}`]),
    `place: ${token}`,
    `summary: About ${token}.`,
    'source: baku',
    'fields: [elections, education]',
    'lang: sr',
    ...(status === undefined ? [] : [`status: ${status}`]),
    `contacts: [{name: ${token}, email: ${token}@example.org}]`,
    `attachments: [{href: ${token}.pdf, title: ${token}, mediaType: application/pdf, size: 5}]`,
    `slug: ${token}`,
    `aliases: [/${token}/]`,
    `note-${token}: ${token}`,
    'related: [first]',
    'translationOf: {id: first, digest: "sha256:x"}',
    'updated: 2999-01-01',
    `corrections: [{date: 2999-01-01, kind: correction, note: ${token}}${isGone ? ', {date: 2036-01-01, kind: withdrawal, note: Withdrawn.}' : ''}]`,
    ...embargo,
  ];
  return `---\n${lines.join('\n')}\n---\nBAKU – ${token} [${token}](https://example.org/${token}) <!-- ${token} -->\n`;
}

const malformed = [
  '2026-01-01', '1950-01-01T00:00:00', '1950-01-01 00:00:00Z', '1950-01-01T00:00Z', '1950-02-30T00:00:00Z', '1950-01-01T00:00:00-00:00',
  '1950-01-01T24:00:00Z', '1950-01-01T00:00:00+0100', '"1950-01-01T00:00:00Z "', '""', '', '~', 'null', 'false', 'no', '0', '[]', '{}',
  '[1950-01-01T00:00:00Z]', '{until: 1950-01-01T00:00:00Z}', 'never', 'Monday, 9 a.m.', '１９５０-01-01T00:00:00Z',
]; // prettier-ignore
const misspelled = [
  'embargoed', 'embargo_until', 'embargoUntil', 'Embargo', 'EMBARGO', '"embargo "', '" embargo"', 'embrago', 'еmbargo', 'embаrgo', 'em-bargo',
  'embargo-until', 'sperrfrist', 'publish_at', '"embargo\\u200b"',
]; // prettier-ignore

const spelled = (at: number, offset: number, fraction: number): string =>
  fraction === 0
    ? formatRfc3339(at, offset)
    : formatRfc3339(at - 1, offset).replace(
        /(?:\.(\d{3}))?(Z|[+-]\d\d:\d\d)$/,
        (_, ms = '000', zone) => `.${ms}00${fraction}${zone}`,
      );

const embargoes = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ kind: 'none' } as const) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('moment' as const),
      distance: fc.oneof(fc.constantFrom(0, 1, -1), fc.integer({ min: -300_000_000, max: 300_000_000 })),
      offset: fc.integer({ min: -1439, max: 1439 }),
      fraction: fc.constantFrom(0, 0, 0, 1, 9),
      isQuoted: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('malformed' as const), value: fc.constantFrom(...malformed) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('misspelled' as const), key: fc.constantFrom(...misspelled) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'twice' } as const) },
);

const cases = fc
  .record({
    turn: fc.integer({ min: 0, max: ROUND - 1 }),
    zone: fc.constantFrom(...zones),
    day: fc.oneof(
      fc.constantFrom(...oddDays),
      fc
        .date({ min: new Date('1950-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
    ),
    form: fc.constantFrom('day', 'day', 'day', 'day', 'instant', 'instant', 'instant', 'impossible', 'none', 'far'),
    status: fc.oneof(
      { weight: 8, arbitrary: fc.constant('published') },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'draft',
          'approved',
          'hold',
          'withdrawn',
          'Published',
          '"published "',
          '[published]',
          undefined,
        ),
      },
    ),
    embargo: embargoes,
    from: fc.constantFrom('date', 'embargo'),
    distance: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(-1, 0, 1) },
      { weight: 1, arbitrary: fc.integer({ min: -200_000_000, max: 200_000_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: -2e12, max: 2e12 }) },
    ),
  })
  .map(({ turn, zone, day, form, status, embargo, from, distance }): Case => {
    const begins = beginningOf(day, zone);
    const dated = {
      day,
      none: undefined,
      impossible: `${day.slice(0, 4)}-02-30`,
      far: '9999-12-31',
      instant: formatRfc3339(begins + 1_234, 345),
    };
    const date = dated[form as keyof typeof dated];
    const reached =
      {
        day: begins,
        instant: begins + 1_234,
        impossible: Infinity,
        none: Infinity,
        far: momentOf('9999-12-31T00:00:00Z') - 86_400_000,
      }[form] ?? Infinity;
    const ends = begins + (embargo.kind === 'moment' ? embargo.distance : 0);
    const now = Math.max(
      (from === 'embargo' ? ends : begins + (form === 'instant' ? 1_234 : 0)) + distance,
      momentOf('1905-01-01T00:00:00Z'),
    );
    const written = embargo.kind === 'moment' ? spelled(ends, embargo.offset, embargo.fraction) : '';
    const lines = {
      none: [],
      moment: [`embargo: ${embargo.kind === 'moment' && embargo.isQuoted ? `"${written}"` : written}`],
      malformed: [`embargo: ${embargo.kind === 'malformed' ? embargo.value : ''}`],
      misspelled: [`${embargo.kind === 'misspelled' ? embargo.key : ''}: 1950-01-01T00:00:00Z`],
      twice: ['embargo: 1950-01-01T00:00:00Z', 'embargo: 1950-01-01T00:00:00Z'],
    }[embargo.kind];
    const lifted = embargo.kind === 'none' ? -Infinity : embargo.kind === 'moment' ? momentOf(written) : Infinity;
    const isPublic = status === 'published' && now >= reached && now >= lifted;
    return { turn, zone, now, status, date, embargo: lines, isPublic };
  });

let base: Repository;
let pointing: readonly Manuscript[];
let formats: readonly ExportFormat[];

beforeAll(async () => {
  base = await repositoryInMemory({ 'taxonomy.yaml': taxonomy, 'press.yaml': settings, ...others });
  pointing = [...base.manuscripts()];
  formats = await Promise.all([...exportFormats.values()].map((load) => load()));
});

/** The archive with these manuscripts in it, whose newsroom is in a zone; in path order. */
function archive(manuscripts: readonly Manuscript[], zone: string): Repository {
  return {
    ...base,
    settings: { ...base.settings, timezone: zone },
    manuscripts: (paths) => manuscripts.filter(({ path }) => paths === undefined || [...paths].includes(path)),
  };
}

const naming = (texts: readonly string[]): string[] => texts.filter((text) => text.toLowerCase().includes(TOKEN));

/** Every text of an output, also those that are packed. */
function textOf(bytes: Buffer, format: ExportFormat): string {
  if (format.id !== 'xlsx') return bytes.toString('utf8');
  return `${bytes.toString('latin1')}${Object.entries(unzipSync(bytes))
    .map(([name, part]) => name + strFromU8(part))
    .join('\n')}`;
}

const textOfFile = ({ count, chunks }: OutputFile): string => `${count} ${joined(chunks).toString('utf8')}`;

interface Run {
  readonly now: number;
  readonly turn: number;
  readonly tombstones: boolean;
  readonly wish?: Partial<Wish>;
}

interface Told {
  readonly outputs: ReadonlyMap<string, string>;
  readonly talk: readonly string[];
}

/** What the formats write, and what is said beside it. */
function told(repository: Repository, { now, turn, tombstones, wish = {} }: Run): Told {
  const {
    settings: { timezone },
    taxonomy,
  } = repository;
  const today = dayInZone(now, timezone);
  const moment = { now, timezone };
  const selection = choose(
    { ...wishForEverything, ...wish },
    { taxonomy, today, ...moment, types: repository.releaseTypes() },
  );
  const gathering = gather(repository, selection, { moment, includeUnpublished: false });
  const outputs = new Map<string, string>();
  for (const format of formats) {
    const look = plainLook('en', turn % 3 === 0 ? 'summary' : 'full');
    const edition = editionOf(gathering, format, {
      ...look,
      repository,
      selection,
      moment,
      withTombstones: tombstones,
    });
    const isAsked = !slow.has(format.id) || turn % SLOW_TURN === 0;
    if (isAsked && format.refuses?.(edition) === undefined)
      outputs.set(format.id, textOf(joined(format.write(edition)), format));
    const files = turn % SLOW_TURN === 1 ? (format.folder?.files(edition, 'all') ?? []) : [];
    for (const file of files) outputs.set(`${format.id}/${file.name}`, textOfFile(file));
  }
  const talk: string[] = [];
  if (turn % ROUND === 2) {
    const feeds = base.settings.feeds.map((feed) => ({
      feed,
      formats: formats.filter(({ id }) => feed.formats.includes(id) && !slow.has(id)),
    }));
    const exported = exportFeeds(repository, feeds, {
      moment,
      today,
      labels: 'as-of',
      bom: false,
      rawCells: false,
      withTombstones: tombstones,
    });
    for (const file of exported.files) outputs.set(`feeds/${file.name}`, textOfFile(file));
    talk.push(...exported.refusals);
  }
  const say = (line: string): void => void talk.push(line);
  const environment = { say, warn: say, paintErrors: { quiet: (text: string) => text } } as unknown as Environment;
  sayNothingFound(environment, selection, gathering);
  sayWhatIsMissing(environment, gathering);
  return { outputs, talk };
}

/** What `press show` says to somebody who nearly knows a name. */
function answers(repository: Repository, now: number): string {
  const moment = { now, timezone: repository.settings.timezone };
  return [`${TOKEN}s`, TOKEN.slice(0, -1).replace('z', 'zz'), 'fi']
    .map((name) => {
      try {
        return findRelease(repository, name, { path: undefined, moment }).id;
      } catch (error) {
        if (!(error instanceof PressError)) throw error;
        // What somebody typed is not what press told them.
        return `${error.message.replace(`«${name}»`, '')} ${error.hint ?? ''}`;
      }
    })
    .join('\n');
}

/** What is said without the release: the same as long as the same of the others is out, so it is not asked for each time. */
function toldWithout(kept: Map<string, Told>, zone: string, run: Run): Told {
  const out = [momentOf('1990-01-01T00:00:00Z'), beginningOf('1991-01-01', zone)].map((moment) => run.now >= moment);
  const key = JSON.stringify([zone, out, run.turn, run.tombstones]);
  const known = kept.get(key) ?? told(archive(pointing, zone), run);
  kept.set(key, known);
  return known;
}

describe('a release that is not public', () => {
  it('is in no byte of any output, thousands of times over; one that is, is there', () => {
    const counts = { cases: 0, public: 0, outputs: 0, bytes: 0 };
    const seen = { zones: new Set<string>(), outputs: new Set<string>() };
    const kept = new Map<string, Told>();
    fc.assert(
      fc.property(cases, (one) => {
        counts.cases += 1;
        const { zone, now, turn, isPublic } = one;
        const release = base.manuscriptFrom(`releases/1901/g-${TOKEN}.md`, Buffer.from(candidate(one)));
        const guarded = archive([...pointing.slice(0, 1), release, ...pointing.slice(1)], zone);
        const run = { now, turn, tombstones: !wasPublic(one) };
        const { outputs, talk } = told(guarded, run);
        seen.zones.add(zone);
        counts.outputs += outputs.size;
        for (const [id, text] of outputs) {
          seen.outputs.add(id);
          counts.bytes += text.length;
        }
        if (isPublic) {
          counts.public += 1;
          // Feeds of feeds name no release, and news is of the last two days.
          for (const [id, text] of outputs)
            if (!/opml|news|\//.test(id)) expect(naming([text]), `${id} lacks it`).toHaveLength(1);
          return;
        }
        expect(naming([...outputs.keys(), ...outputs.values(), ...talk])).toEqual([]);
        const without = toldWithout(kept, zone, run).outputs;
        for (const [id, text] of outputs) if (text !== without.get(id)) expect(text, id).toBe(without.get(id));
        expect(outputs.size).toBe(without.size);
        if (turn % ROUND === 3) {
          expect(naming([answers(guarded, now)])).toEqual([]);
          const near = told(guarded, { now, turn: 1, tombstones: true, wish: { place: [TOKEN.slice(0, -1)] } });
          expect(naming([...near.outputs.values(), ...near.talk])).toEqual([]);
        }
        if (wasPublic(one))
          expect(naming([...told(guarded, { ...run, tombstones: true }).outputs.values()])).toEqual([]);
      }),
      { numRuns: CASES },
    );
    expect(counts.cases).toBeGreaterThan(CASES / 4);
    // Both sides were met often, in every zone and every output.
    expect(counts.public).toBeGreaterThan(counts.cases / 10);
    expect(counts.public).toBeLessThan(counts.cases / 2);
    expect(seen.zones.size).toBe(zones.length);
    for (const { id, folder } of formats)
      expect(
        [...seen.outputs].some((name) => name === id) &&
          (folder === undefined || [...seen.outputs].some((name) => name.startsWith(`${id}/`))),
        id,
      ).toBe(true);
  }, 900_000);
});
