/** Importer: news items of ninjs 3.x (IPTC), one a line, in a list, or one in a file. */
import type { Importer, UnreadPart } from '../model/importer.ts';
import { readOnce } from './item/read-once.ts';
import { hasAt, textAt } from './ninjs/item-values.ts';
import { releaseOfItem } from './ninjs/release-of-item.ts';
import {
  firstObject,
  hasObjectOnEachLine,
  objectsOfLines,
  objectsOfText,
  type JsonObject,
} from './record/json-objects.ts';
import { largestArchive } from './record/largest-archive.ts';

export const ninjs: Importer = {
  id: 'ninjs',
  summary: 'news items in the ninjs form of the IPTC: what «press export -f ninjs» or an agency writes',
  extensions: ['json', 'ndjson'],
  onlyWhenNamed: true,
  mostBytes: largestArchive,
  recognise(source) {
    const item = firstObject(source);
    if (item === undefined || item === 'broken') return 0;
    const hasMark = ['standard', 'pubStatus', 'versionCreated'].some((key) => hasAt(item, key));
    return hasMark && textAt(item, 'uri') !== undefined ? 0.95 : 0;
  },
  read: (source) =>
    itemsOf(source)
      .filter(({ value }) => whyNotIn(value) === undefined)
      .map(({ value, part }) => releaseOfItem(value, { name: source.name, part })),
  leavesOut: (source) => itemsOf(source).flatMap(leftOut),
};

const itemsOf = readOnce((source): readonly JsonObject[] =>
  hasObjectOnEachLine(source.text) ? objectsOfLines(source) : objectsOfText(source),
);

function leftOut({ value, part }: JsonObject): UnreadPart[] {
  const message = whyNotIn(value);
  return message === undefined ? [] : [{ part, message }];
}

/** Why an item is no release, as a sentence; undefined for one that may be. */
function whyNotIn(item: object): string | undefined {
  const type = textAt(item, 'type');
  if (type !== undefined && type !== 'text' && type !== 'composite') return `It is of the type «${type}», and no text.`;
  if (textAt(item, 'pubStatus') !== 'canceled' || hasAt(item, 'headlines') || hasAt(item, 'title')) return undefined;
  const name = textAt(item, 'slugline') ?? textAt(item, 'uri') ?? '';
  return `It takes «${name}» back and has no text. If the archive has that release, write «status: withdrawn» into it, and under «corrections» an entry of the kind «withdrawal».`;
}
