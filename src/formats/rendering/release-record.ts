/** A release as a flat list of keys and values, in the one order that tables and objects share. */
import type { Edition } from '../../model/edition.ts';
import type { ClearedRelease } from '../../model/embargo.ts';
import { addressOf } from '../../model/links.ts';
import type { FrontMatter } from '../../model/manuscript.ts';
import { facetsInOrder, labellerOf, type Labeller } from './labels.ts';
import { chosenColumns } from './tables/table-columns.ts';

/** Values by key; a key without a value is not there. Facets are lists of `{id, label}`, dates stand as written. */
export type ReleaseRecord = ReadonlyMap<string, unknown>;

/**
 * A function that turns each release of the edition into its record. What is not in one unasked, `body` and `origin`, is there
 * when it is named among the columns.
 */
export function recordMaker(edition: Edition): (release: ClearedRelease) => ReleaseRecord {
  const labelsOf = labellerOf(edition);
  const properties = facetsInOrder(edition.taxonomy).map(({ property }) => property);
  return (release) => {
    const entries = [
      ...leadingEntries(release),
      ...facetEntries(release, properties, labelsOf),
      ...describingEntries(release, edition),
      ...closingEntries(release, edition),
    ];
    // Also what has no value here: a front-matter key must not stand in for an address or a mark that press computes.
    const taken = new Set(entries.map(([key]) => key));
    const others = otherEntries(release.data, taken, edition);
    return new Map([...entries, ...others].filter(([, value]) => value !== undefined && value !== null));
  };
}

/**
 * As `recordMaker`, for outputs that say everything when nobody names columns: with columns, a record has just these, in their
 * order, as far as the release has them.
 */
export function chosenRecordMaker(edition: Edition): (release: ClearedRelease) => ReleaseRecord {
  const recordOf = recordMaker(edition);
  const columns = chosenColumns(edition);
  if (columns === undefined) return recordOf;
  return (release) => {
    const record = recordOf(release);
    return new Map(columns.filter((key) => record.has(key)).map((key) => [key, record.get(key)]));
  };
}

type Mentionable = Pick<Edition['known'], 'has'>;
type Entry = readonly [key: string, value: unknown];

function leadingEntries(release: ClearedRelease): Entry[] {
  return [
    ['id', release.id],
    ['title', release.title],
    ['date', release.date?.text],
    ['updated', release.updated?.text],
    ['place', release.data['place']],
  ];
}

function facetEntries(release: ClearedRelease, properties: readonly string[], labelsOf: Labeller): Entry[] {
  return properties.map((property) => {
    const terms = labelsOf(release, property);
    return [property, terms.length === 0 ? undefined : terms];
  });
}

function describingEntries(release: ClearedRelease, { settings }: Edition): Entry[] {
  return [
    ['lang', release.lang],
    ['type', release.type],
    ['status', release.status],
    ['summary', release.summary],
    ['url', settings.baseUrl === undefined ? undefined : addressOf(release, settings.baseUrl)],
  ];
}

function closingEntries(release: ClearedRelease, edition: Edition): Entry[] {
  return [
    ['body', edition.content === 'full' || isNamed(edition, 'body') ? release.body : undefined],
    ['contacts', release.data['contacts']],
    ['embargo', release.embargo],
    ['corrections', release.data['corrections']],
    ['path', release.path],
    ['public', release.unpublished.length === 0],
  ];
}

/** The rest of the front matter in the order of the file, also what only the repository's own schema knows. */
function otherEntries(data: FrontMatter, taken: ReadonlySet<string>, edition: Edition): Entry[] {
  // Where an imported release came from is the house's own business, unless somebody asks.
  const isShown = (key: string): boolean => !taken.has(key) && (key !== 'origin' || isNamed(edition, key));
  return Object.keys(data)
    .filter(isShown)
    .map((key) => [key, withoutHidden(key, data[key], edition.known)]);
}

function isNamed({ columns }: Edition, column: string): boolean {
  return columns?.includes(column) ?? false;
}

/** Takes out the ids of releases that are not public: their ids alone would announce them. */
function withoutHidden(key: string, value: unknown, mentionable: Mentionable): unknown {
  if (key === 'related') {
    const ids = Array.isArray(value) ? value.filter((id) => mentionable.has(id)) : [];
    return ids.length === 0 ? undefined : ids;
  }
  if (key !== 'translationOf') return value;
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && mentionable.has(id) ? value : undefined;
}
