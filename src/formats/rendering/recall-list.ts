/** A recall list as lines, as a table, as data. */
import { largest } from '../../text/largest.ts';
import type { CarryingFeed, Recalled } from '../../model/recall.ts';
import { csvRecord, type CsvOptions } from '../../text/csv-cells.ts';
import { joinList } from '../../text/csv-lists.ts';
import { displayWidth, padToWidth } from '../../text/display-width.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { jsonObject } from './json-text.ts';

export type RecallWriter = (recalled: readonly Recalled[], options: CsvOptions) => string;

/** How a recall list can be written, by the name of the format. */
export const recallWriters: ReadonlyMap<string, RecallWriter> = new Map<string, RecallWriter>([
  ['list', lines],
  ['csv', table],
  [
    'json',
    (recalled) => `[${recalled.map((each) => `\n${object(each)}`).join(',')}${recalled.length > 0 ? '\n' : ''}]\n`,
  ],
  ['ndjson', (recalled) => recalled.map((each) => `${object(each)}\n`).join('')],
]);

/** `DAY  ID  FEEDS  REASON`. */
function lines(recalled: readonly Recalled[]): string {
  const cells = recalled.map(({ withdrawn, id, feeds, reason }) => [
    withdrawn.slice(0, 10),
    terminalSafe(id),
    feeds.length === 0 ? 'in no saved feed' : `in ${feeds.map(feedWords).join(', ')}`,
    terminalSafe(reason),
  ]);
  const widths = [0, 1, 2].map((column) =>
    largest(
      cells.map((row) => displayWidth(row[column] ?? '')),
      0,
    ),
  );
  return cells
    .map((row) => `${row.map((cell, column) => padToWidth(cell, widths[column] ?? 0)).join('  ')}\n`)
    .join('');
}

/** A feed that cannot tell leaves its readers with the text. */
function feedWords({ id, telling }: CarryingFeed): string {
  return telling.length > 0 ? terminalSafe(id) : `${terminalSafe(id)} (which cannot tell)`;
}

function table(recalled: readonly Recalled[], options: CsvOptions): string {
  const header = ['id', 'identity', 'withdrawn', 'reason', 'feeds', 'silent_feeds'];
  const rows = recalled.map(({ id, identity, withdrawn, reason, feeds }) => [
    id,
    identity,
    withdrawn,
    reason,
    joinList(feeds.map((feed) => feed.id)),
    joinList(feeds.filter(({ telling }) => telling.length === 0).map((feed) => feed.id)),
  ]);
  return [header, ...rows].map((row) => csvRecord(row, options)).join('');
}

function object({ id, identity, withdrawn, reason, feeds }: Recalled): string {
  return jsonObject([
    ['id', id],
    ['identity', identity],
    ['withdrawn', withdrawn],
    ['reason', reason],
    ['feeds', feeds],
  ]);
}
