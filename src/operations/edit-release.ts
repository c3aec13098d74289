/** Changes to single keys of a release, from what is meant to the edits of its file. */
import { withItem, withLines, withoutKey, withValue, type ListItem } from '../model/front-matter-edits.ts';
import { withoutItem } from '../model/list-edits.ts';
import { bodyOf, type Fault, type FrontMatter, type Manuscript } from '../model/manuscript.ts';
import { PressError } from '../model/press-error.ts';
import { yamlWord } from '../model/replacement.ts';
import type { Repository } from '../model/repository.ts';
import { isSameData } from '../model/same-data.ts';
import { parseCivilDate } from '../text/dates.ts';
import { withoutControls } from '../text/control-characters.ts';
import { inOneLine } from '../text/one-line.ts';
import { spliced, type OffsetEdit } from '../text/spliced.ts';
import { yamlScalar } from '../text/yaml-scalar.ts';

/** What is to become of one key. Texts stand on one line. */
export type KeyChange =
  | { readonly kind: 'set'; readonly key: string; readonly value: string }
  | { readonly kind: 'set-in'; readonly key: string; readonly inner: string; readonly value: string }
  | { readonly kind: 'remove'; readonly key: string }
  | { readonly kind: 'append'; readonly key: string; readonly item: string | Readonly<Record<string, string>> }
  /** Takes a text out of a list; the key as well when nothing else is in it. */
  | { readonly kind: 'remove-item'; readonly key: string; readonly item: string }
  | { readonly kind: 'replace-item'; readonly key: string; readonly item: string; readonly by: string }
  /** A remark of the house above a key, or above where it would stand. It is no part of any output. */
  | { readonly kind: 'remark'; readonly above: string; readonly text: string };

export interface EditedRelease {
  /** As it stands on the disk. */
  readonly before: Manuscript;
  readonly edits: readonly OffsetEdit[];
  /** As it will be read, at the place where it will stand. */
  readonly after: Manuscript;
}

/** The keys before which a new one is put, the nearest first: the house's order (`draft.ts`). */
const anchors: ReadonlyMap<string, readonly string[]> = new Map([
  ['slug', ['contacts', 'updated', 'corrections', 'embargo', 'lang', 'status']],
  ['aliases', ['contacts', 'updated', 'corrections', 'embargo', 'lang', 'status']],
  ['updated', ['corrections', 'embargo', 'lang', 'status']],
  ['corrections', ['embargo', 'lang', 'status']],
  ['embargo', ['lang', 'status']],
  ['date', ['place', 'status']],
]);

export interface Editing {
  readonly repository: Pick<Repository, 'manuscriptFrom'>;
  /** Where the file will stand; undefined where it stays. */
  readonly to?: string | undefined;
}

/**
 * The release with the changes made: bytes outside of those keys stay. The result is read again and compared with what was meant.
 *
 * Throws PressError `not-a-release` for a file that cannot be read, and for one in which a key has no lines of its own.
 */
export function editRelease(
  before: Manuscript,
  changes: readonly KeyChange[],
  { repository, to = before.path }: Editing,
): EditedRelease {
  if (before.data === undefined || before.faults.length > 0) throw unreadable(before);
  const edits = changes.map((change) => editOf(before, change));
  if (!edits.every((edit) => edit !== undefined)) throw notByLines(before);
  const after = repository.manuscriptFrom(to, new TextEncoder().encode(spliced(before.text, edits)));
  const meant = changedData(before.data, changes);
  const tooLong = after.faults.find(({ rule }) => rule === 'size-limit');
  if (tooLong !== undefined) throw noRoom(before, tooLong);
  if (after.faults.length > 0 || !isSameData(after.data, meant) || bodyOf(after) !== bodyOf(before))
    throw notByLines(before);
  return { before, edits, after };
}

function editOf(manuscript: Manuscript, change: KeyChange): OffsetEdit | undefined {
  switch (change.kind) {
    case 'set': {
      const yaml = yamlOf(change.value);
      const isThere = manuscript.locate([change.key], 'key') !== undefined;
      return isThere
        ? withValue(manuscript, change.key, yaml)
        : withLines(manuscript, [`${change.key}: ${yaml}`], anchorsOf(change.key));
    }
    case 'set-in': {
      const place = manuscript.locate([change.key, change.inner]);
      return place === undefined ? undefined : { ...place, text: yamlOf(change.value) };
    }
    case 'remove':
      return withoutKey(manuscript, change.key);
    case 'append':
      return withItem(manuscript, change.key, { item: itemOf(change.item), anchors: anchorsOf(change.key) });
    case 'remove-item':
      return withoutListItem(manuscript, change);
    case 'replace-item': {
      const place = manuscript.locate([change.key, listOf(manuscript.data?.[change.key]).indexOf(change.item)]);
      return place === undefined ? undefined : { ...place, text: yamlScalar(change.by) };
    }
    case 'remark':
      return withLines(
        manuscript,
        [`# ${inOneLine(withoutControls(change.text))}`],
        [change.above, ...anchorsOf(change.above)],
      );
  }
}

function withoutListItem(
  manuscript: Manuscript,
  { key, item }: Extract<KeyChange, { kind: 'remove-item' }>,
): OffsetEdit | undefined {
  const items = listOf(manuscript.data?.[key]);
  return items.length === 1 ? withoutKey(manuscript, key) : withoutItem(manuscript, [key], items.indexOf(item));
}

function anchorsOf(key: string): readonly string[] {
  return anchors.get(key) ?? ['lang', 'status'];
}

/** A day stands bare, as everywhere in the house; so does a word where nobody mistakes it; the rest stands in quotes. */
function yamlOf(text: string): string {
  return parseCivilDate(text) === undefined ? textOf(text) : text;
}

function textOf(text: string): string {
  const word = yamlWord(text);
  return word === text ? word : yamlScalar(text);
}

function itemOf(item: string | Readonly<Record<string, string>>): ListItem {
  if (typeof item === 'string') return { flow: yamlScalar(item), lines: [yamlScalar(item)] };
  const pairs = Object.entries(item).map(([key, value]) => `${key}: ${key === 'date' ? yamlOf(value) : textOf(value)}`);
  return { flow: `{${pairs.join(', ')}}`, lines: pairs };
}

/** The front matter as it is meant to be. */
function changedData(data: FrontMatter, changes: readonly KeyChange[]): FrontMatter {
  const meant = new Map(Object.entries(data));
  for (const change of changes) {
    if (change.kind === 'set') meant.set(change.key, change.value);
    else if (change.kind === 'remove') meant.delete(change.key);
    else if (change.kind === 'append') meant.set(change.key, [...listOf(meant.get(change.key)), change.item]);
    else if (change.kind === 'remove-item') leaveOut(meant, change);
    else if (change.kind === 'replace-item')
      meant.set(
        change.key,
        listOf(meant.get(change.key)).map((item) => (item === change.item ? change.by : item)),
      );
    else if (change.kind === 'set-in')
      meant.set(change.key, { ...groupOf(meant.get(change.key)), [change.inner]: change.value });
  }
  return Object.fromEntries(meant);
}

function leaveOut(meant: Map<string, unknown>, { key, item }: Extract<KeyChange, { kind: 'remove-item' }>): void {
  const items = listOf(meant.get(key));
  const at = items.indexOf(item);
  if (items.length === 1) meant.delete(key);
  else
    meant.set(
      key,
      items.filter((_, index) => index !== at),
    );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function groupOf(value: unknown): FrontMatter {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function unreadable({ path }: Manuscript): PressError {
  return new PressError('not-a-release', `«${path}» cannot be read as a release, so nothing in it was changed.`, {
    hint: `«press validate ${path}» says why.`,
  });
}

function noRoom({ path }: Manuscript, { message, hint }: Fault): PressError {
  return new PressError('not-a-release', `With the change «${path}» could not be read any more. ${message}`, { hint });
}

function notByLines({ path }: Manuscript): PressError {
  return new PressError('not-a-release', `The front matter of «${path}» is written in a way that press cannot edit.`, {
    hint: 'Give every key a line of its own, or make the change by hand.',
  });
}
