/**
 * What each format cannot hold: of which releases which keys do not come back.
 *
 * No output holds comments of a body, `origin`, or the id of a release that is not public; no import asks for them.
 */
import { reasonsToHold } from '../../src/model/embargo.ts';
import type { Release } from '../../src/model/release.ts';
import type { Repository } from '../../src/model/repository.ts';
import { dayOrMoment } from '../../src/operations/bring-in-date.ts';
import { differences, meaningOf, now, releasesOf, type Journey } from './round-trip.ts';

/** Whether a release loses a key on its way. */
type Loses = (release: Release, journey: Journey) => boolean;

/** A key and the releases that lose it; every other one keeps it, and every key that is not here comes back. */
export type Losses = ReadonlyMap<string, Loses>;

const always: Loses = () => true;
const isWithdrawn: Loses = ({ status }) => status === 'withdrawn';

/** A media advisory must have somebody to ask: without its contacts it is a draft. */
const needsContacts: Loses = ({ type, status }) => type === 'media-advisory' && status !== 'draft';

/** Columns that a table has only when they are asked for. */
const seldomColumns = ['slug', 'aliases', 'boilerplate', 'related', 'embargo'];

export const everyColumn = [
  ...['id', 'title', 'date', 'updated', 'place', 'source', 'fields', 'countries', 'meetings'],
  ...['lang', 'type', 'status', 'summary', 'url', 'path', 'body'],
  ...seldomColumns,
];

/** A cell has no parts, and so no objects. */
const objects: Losses = new Map([
  ['contacts', always],
  ['corrections', always],
  ['translationOf', always],
  ['attachments', always],
  ['status', needsContacts],
]);

/** The columns of a table that nobody chose, with the text. */
const usualColumns: Losses = new Map([
  ...objects,
  ['meetings', always],
  ['aliases', always],
  ['boilerplate', always],
  ['related', always],
  // The columns that say what is not public come with the first release that is not.
  ['embargo', (_, { includeUnpublished }) => includeUnpublished !== true],
]);

/** What has no text comes in as a draft, unless something else keeps it in. */
const needsText: Loses = (release, journey) =>
  release.status === 'published' || release.status === 'approved' || needsContacts(release, journey);

const isHeld = (release: Release): boolean => reasonsToHold(release, { now, timezone: 'Europe/Vienna' }).length > 0;
const isUnderEmbargo = (release: Release): boolean =>
  reasonsToHold(release, { now, timezone: 'Europe/Vienna' }).some(({ kind }) => kind === 'embargo');

/** ninjs has no days: midnight in the newsroom's zone and the day itself are one to it, and come back as the day. */
const beginsDay: Loses = ({ date }) =>
  date?.kind === 'instant' && dayOrMoment({ value: date.text, origin: '' }, 'Europe/Vienna').value !== date.text;

/** A day is all that is told of a correction where it stands before the text. */
const hasMoments: Loses = ({ corrections }) => corrections.some(({ date }) => date.length > 'YYYY-MM-DD'.length);

const hiddenFromAll: Losses = new Map([
  ['aliases', always],
  ['boilerplate', always],
  ['related', always],
  ['translationOf', always],
]);

/** Feeds hold what is public alone, and an embargo that is over is no news. */
const inFeeds: Losses = new Map([...hiddenFromAll, ['embargo', always]]);

/** Addresses of people stay out of feeds that anybody collects. */
const inOpenFeeds: Losses = new Map([
  ...inFeeds,
  ['contacts', always],
  ['status', needsContacts],
  ['corrections', hasMoments],
]);

export const losses: Readonly<Record<string, Losses>> = {
  /** With the text asked for, everything. */
  json: new Map(),
  ndjson: new Map(),
  'csv with every column': objects,
  csv: usualColumns,
  'csv without texts': new Map([...usualColumns, ['body', always], ['status', needsText]]),
  // An enclosure has no title.
  rss: new Map([...inOpenFeeds, ['attachments', ({ data }) => JSON.stringify(data['attachments']).includes('title')]]),
  atom: inOpenFeeds,
  'json-feed': inFeeds,
  'newsml-g2': new Map([
    ...hiddenFromAll,
    ['corrections', hasMoments],
    ['embargo', (release) => !isUnderEmbargo(release)],
    ['date', beginsDay],
    ['status', (release) => isHeld(release) && release.status !== 'hold' && !isWithdrawn(release, { format: '' })],
    ['body', isWithdrawn],
    ['attachments', isWithdrawn],
  ]),
  ninjs: new Map([
    ...hiddenFromAll,
    ['corrections', hasMoments],
    ['embargo', (release) => !isUnderEmbargo(release)],
    ['date', beginsDay],
    ['status', (release) => isHeld(release) && release.status !== 'hold' && !isWithdrawn(release, { format: '' })],
    ['body', isWithdrawn],
    ['attachments', isWithdrawn],
  ]),
};

/** Keys that did not come back and should have, and keys that did though the list says that they cannot. */
export function surprises(
  { from, to, journey }: { readonly from: Repository; readonly to: Repository; readonly journey: Journey },
  cannotHold: Losses,
): string[] {
  const differing = differences(from, to);
  const lost = new Set(differing.map(({ id, key }) => `${id} ${key}`));
  const before = releasesOf(from);
  const arrived = [...releasesOf(to).keys()].flatMap((id) => before.get(id) ?? []);
  const expected = new Set(
    arrived.flatMap((release) => {
      const meant = [...meaningOf(release, from).keys()];
      return meant
        .filter((key) => cannotHold.get(key)?.(release, journey) === true)
        .map((key) => `${release.id} ${key}`);
    }),
  );
  return [
    ...differing
      .filter(({ id, key }) => !expected.has(`${id} ${key}`))
      .map(({ id, key, meant, got }) => `lost: ${id} ${key} ${JSON.stringify(meant)} became ${JSON.stringify(got)}`),
    ...[...expected].filter((each) => !lost.has(each)).map((each) => `kept: ${each}`),
  ];
}
