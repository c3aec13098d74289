/** A release that is there already, brought up to date with its source: what people have changed since stays. */
import type { FileEdit } from '../model/change-set.ts';
import { withoutKey } from '../model/front-matter-edits.ts';
import { withKeyFrom, withText } from '../model/key-from-file.ts';
import { makeRelease } from '../model/make-release.ts';
import { bodyOf, type FrontMatter, type Manuscript } from '../model/manuscript.ts';
import type { Repository } from '../model/repository.ts';
import { isSameData } from '../model/same-data.ts';
import { bodyPart, marksIn, marksOfManuscript, meaningOfText, type Marks } from '../model/written-marks.ts';
import { spliced, type OffsetEdit } from '../text/spliced.ts';
import { mergeVersions, type Merge } from './bring-in-merge.ts';

export interface Update {
  readonly before: Manuscript;
  /** The same as `before` where nothing changes. */
  readonly after: Manuscript;
  readonly edit: FileEdit | undefined;
  readonly taken: readonly string[];
  readonly disputed: readonly string[];
  /** Why what is new cannot be written, as a sentence. */
  readonly fault: string | undefined;
}

interface Comparison {
  readonly before: Manuscript & { readonly data: FrontMatter };
  /** What would be written were there nothing. */
  readonly incoming: Manuscript & { readonly data: FrontMatter };
  readonly merge: Merge;
}

type Repositories = Pick<
  Repository,
  'manuscriptFrom' | 'digestOfText' | 'compose' | 'releaseSchema' | 'settings' | 'taxonomy'
>;

/** What the source would change in a file. `silent` says of which parts it says nothing. */
export function updateOf(
  { before, incoming }: { readonly before: Manuscript; readonly incoming: Manuscript },
  silent: (data: FrontMatter) => ReadonlySet<string>,
  repository: Repositories,
): Update {
  const nothing = { before, after: before, edit: undefined, taken: [], disputed: [], fault: undefined };
  if (!isReadable(before)) return { ...nothing, fault: 'The file cannot be read as a release.' };
  if (!isReadable(incoming)) return { ...nothing, fault: 'What the source says cannot be read back.' };
  const digest = (text: string): string => repository.digestOfText(text);
  const left = silent(before.data);
  const marks = marksOfManuscript(incoming, digest);
  for (const part of left) marks.delete(part);
  const versions = { base: marksIn(before.data), current: marksOfManuscript(before, digest), incoming: marks };
  const merge = mergeVersions(versions, left);
  const found = { ...nothing, disputed: merge.disputed };
  if (merge.taken.length === 0) return found;
  const edited = edit({ before, incoming, merge }, repository);
  return typeof edited === 'string' ? { ...found, fault: edited } : { ...found, ...edited, taken: merge.taken };
}

function isReadable(manuscript: Manuscript): manuscript is Manuscript & { readonly data: FrontMatter } {
  return manuscript.data !== undefined && manuscript.faults.length === 0;
}

const byHand = 'Its front matter is written in a way that press cannot edit.';

/** The edit and the file that it makes, read again and judged; or why there is none. */
function edit(comparison: Comparison, repository: Repositories): Pick<Update, 'edit' | 'after'> | string {
  const { before, merge } = comparison;
  const origin = newOrigin(comparison, repository);
  const edits = [...merge.taken.map((part) => editOf(comparison, part)), withKeyFrom(before, origin, 'origin')];
  if (!edits.every((each) => each !== undefined)) return byHand;
  const after = repository.manuscriptFrom(before.path, new TextEncoder().encode(spliced(before.text, edits)));
  if (after.faults.length > 0 || !isAsMeant(after, comparison, origin)) return byHand;
  if (makeRelease(after, repository) === undefined && makeRelease(before, repository) !== undefined)
    return 'With what the source says now it would be no valid release.';
  return { edit: { kind: 'edit', path: before.path, digest: before.digest, edits }, after };
}

function editOf({ before, incoming }: Comparison, part: string): OffsetEdit | undefined {
  if (part === bodyPart) return withText(before, bodyOf(incoming));
  return Object.hasOwn(incoming.data, part) ? withKeyFrom(before, incoming, part) : withoutKey(before, part);
}

/** Where the release came from, as a file of its own to be copied from: of disputed parts the old marks stay. */
function newOrigin({ incoming, merge }: Comparison, repository: Repositories): Manuscript {
  const origin = incoming.data['origin'];
  const said = typeof origin === 'object' && origin !== null ? origin : {};
  const text = repository.compose([['origin', { ...said, parts: partsFrom(merge.base) }]], '');
  return repository.manuscriptFrom(incoming.path, new TextEncoder().encode(text));
}

/** Marks as front matter. */
export function partsFrom(marks: Marks): FrontMatter {
  return Object.fromEntries(marks);
}

function isAsMeant(after: Manuscript, { before, incoming, merge }: Comparison, origin: Manuscript): boolean {
  const meant = new Map(Object.entries(before.data));
  for (const part of merge.taken)
    if (Object.hasOwn(incoming.data, part)) meant.set(part, incoming.data[part]);
    else meant.delete(part);
  meant.set('origin', origin.data?.['origin']);
  const body = merge.taken.includes(bodyPart) ? incoming : before;
  return (
    isSameData(after.data, Object.fromEntries(meant)) && meaningOfText(bodyOf(after)) === meaningOfText(bodyOf(body))
  );
}
