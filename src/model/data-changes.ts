/** Changes to a data file, as values: each is made in the text and in the data, so that the one can be held against the other. */
import type { OffsetEdit } from '../text/spliced.ts';
import { valueAt, type DataSource } from './data-places.ts';
import { itemEdits, replacedItems, type ItemReplacements } from './item-edits.ts';
import type { DataPath } from './manuscript.ts';
import { withKey, withListItem, withoutPair, withPair, type NewPair } from './mapping-edits.ts';
import { movedNode, type Destination } from './node-move.ts';

/** Paths are those of the file as it is. What changes the name or the place of something comes last. */
export type DataChange =
  | { readonly kind: 'set'; readonly path: DataPath; readonly pair: NewPair }
  | { readonly kind: 'unset'; readonly path: DataPath; readonly key: string }
  /** One more item of the list under a key, which is made where it is missing. */
  | { readonly kind: 'append'; readonly path: DataPath; readonly pair: NewPair }
  | { readonly kind: 'items'; readonly path: DataPath; readonly by: ItemReplacements }
  | { readonly kind: 'rename'; readonly path: DataPath; readonly to: string }
  | { readonly kind: 'move'; readonly path: DataPath; readonly to: Destination };

/** The edits of the text; undefined where the file is written in a way that leaves nothing to edit. */
export function editsOf(source: DataSource, change: DataChange): readonly OffsetEdit[] | undefined {
  switch (change.kind) {
    case 'items':
      return itemEdits(source, change.path, change.by);
    case 'move':
      return movedNode(source, change.path, change.to);
    case 'set':
      return oneEdit(withPair(source, change.path, change.pair));
    case 'append':
      return oneEdit(withListItem(source, change.path, change.pair));
    case 'unset':
      return oneEdit(withoutPair(source, change.path, change.key));
    case 'rename':
      return oneEdit(withKey(source, change.path, change.to));
  }
}

function oneEdit(edit: OffsetEdit | undefined): readonly OffsetEdit[] | undefined {
  return edit === undefined ? undefined : [edit];
}

/** What the file is to say afterwards. */
export function changedData(data: unknown, change: DataChange): unknown {
  const { path } = change;
  switch (change.kind) {
    case 'set':
      return at(data, path, (group) => withKeySet(group, change.pair.key, change.pair.value));
    case 'unset':
      return at(data, path, (group) => without(group, change.key));
    case 'append':
      return at(data, path, (group) =>
        withKeySet(group, change.pair.key, [...listIn(group, change.pair.key), change.pair.value]),
      );
    case 'items':
      return at(data, path, (items) =>
        Array.isArray(items) ? replacedItems(items, change.by) : change.by.get(0)?.[0],
      );
    case 'rename':
      return at(data, path.slice(0, -1), (group) => renamed(group, lastOf(path), change.to));
    case 'move':
      return moved(data, path, change.to);
  }
}

function moved(data: unknown, path: DataPath, { parent, key }: Destination): unknown {
  const home = path.slice(0, -1);
  const node = valueAt(data, path);
  const there = at(data, parent, (group) =>
    withKeySet(group, key, withKeySet(valueAt(group, [key]), lastOf(path), node)),
  );
  const left = at(there, home, (group) => without(group, lastOf(path)));
  const isEmpty = entriesOf(valueAt(left, home)).length === 0;
  return isEmpty ? at(left, home.slice(0, -1), (group) => without(group, lastOf(home))) : left;
}

function at(data: unknown, path: DataPath, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(data);
  const value = at(valueAt(data, [step]), rest, change);
  if (Array.isArray(data)) return data.map((item: unknown, index) => (index === step ? value : item));
  return withKeySet(data, String(step), value);
}

function withKeySet(group: unknown, key: string, value: unknown): unknown {
  return Object.fromEntries([...entriesOf(group).filter(([name]) => name !== key), [key, value]]);
}

function without(group: unknown, key: string): unknown {
  return Object.fromEntries(entriesOf(group).filter(([name]) => name !== key));
}

function renamed(group: unknown, from: string, to: string): unknown {
  return Object.fromEntries(entriesOf(group).map(([key, value]) => [key === from ? to : key, value]));
}

function entriesOf(group: unknown): [string, unknown][] {
  return typeof group === 'object' && group !== null ? Object.entries(group) : [];
}

function listIn(group: unknown, key: string): readonly unknown[] {
  const list = valueAt(group, [key]);
  return Array.isArray(list) ? list : [];
}

function lastOf(path: DataPath): string {
  return String(path.at(-1) ?? '');
}
