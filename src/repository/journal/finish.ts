/**
 * Finishes a change that has been decided, from its record alone: right after the decision, or after a crash.
 *
 * Every step looks at what is there and may be done again, so it does not matter where an earlier try has stopped. First every text gets
 * its place, then the folders are flushed, and only then goes what is no longer needed.
 */
import { dirname, join, relative } from 'node:path';
import type { Conflict } from '../../model/recovery.ts';
import { codeOf, type FilePort } from '../file-port.ts';
import { isWithoutLinks, syncFolder } from '../file-transaction.ts';
import { digestOfFile } from '../output-files.ts';
import { anyPlace } from '../target-place.ts';
import { about, onJournal } from './about.ts';
import { JournalFolder } from './journal-folder.ts';
import { targetOf, type JournalFile, type JournalRecord } from './record.ts';

export interface Decided {
  readonly root: string;
  readonly port: FilePort;
  readonly transaction: string;
}

/** What is to happen with the text of one file: it goes to its place, it is there, or it cannot go there. */
export type Fate = 'put' | 'done' | Conflict['kind'];

export interface Finished {
  /** Files that got their new text now. */
  readonly written: readonly string[];
  readonly conflicts: readonly Conflict[];
}

/** What finishing would do to each file. Changes nothing. */
export function fatesOf(decided: Decided, { files }: JournalRecord): ReadonlyMap<JournalFile, Fate> {
  return new Map(files.map((file) => [file, fateOf(decided, file)]));
}

/**
 * Throws what the disk throws, with the path that it was about; then it can be tried again. Folders of files that have their text already
 * are flushed, too: nobody knows whether whoever put it there came to that.
 */
export function finishChange(decided: Decided, { files }: JournalRecord): Finished {
  onJournal(() => new JournalFolder(decided.port, decided.root).announce(decided.transaction));
  const touched = new Set<string>();
  const fates = files.map((file) => about(targetOf(file), () => settleText(decided, file, touched)));
  flush(decided, touched);
  const left = files.flatMap((file, index) =>
    about(file.path, () => clear(decided, file, { isPlaced: isPlaced(fates[index]), touched })),
  );
  flush(decided, touched);
  return {
    written: files.filter((_, index) => fates[index] === 'put').map(targetOf),
    conflicts: [...files.flatMap((file, index) => conflictOf(decided, file, fates[index])), ...left],
  };
}

function flush({ root, port }: Decided, folders: ReadonlySet<string>): void {
  for (const folder of folders) about(relative(root, folder) || '.', () => syncFolder(port, folder));
}

/** The conflict that a fate is, as a person is told. */
export function conflictOf({ transaction }: Decided, file: JournalFile, fate: Fate | undefined): Conflict[] {
  if (fate === 'edited') return [{ kind: fate, path: file.path, kept: keptPath(transaction, file) }];
  return fate === 'gone' ? [{ kind: fate, path: file.path, kept: undefined }] : [];
}

function isPlaced(fate: Fate | undefined): boolean {
  return fate === 'put' || fate === 'done';
}

function fateOf(decided: Decided, file: JournalFile): Fate {
  const now = digestAt(decided, targetOf(file));
  const wanted = file.to === undefined ? file.old : undefined;
  if (now === file.new) return 'done';
  if (!isStaged(decided, file)) return isKept(decided, file) ? 'edited' : now === wanted ? 'gone' : 'done';
  const isIntact = file.to === undefined || digestAt(decided, file.path) === file.old;
  return now === wanted && isIntact ? 'put' : 'edited';
}

function settleText(decided: Decided, file: JournalFile, touched: Set<string>): Fate {
  const staged = stagedPath(decided, file);
  const fate = fateOf(decided, file);
  const target = join(decided.root, targetOf(file));
  touch(decided, dirname(target), touched);
  if (fate === 'edited') touchKept(decided, file, touched);
  if (staged === undefined) return fate;
  if (fate === 'put' && !put(decided.port, { staged, target, isNew: wasAbsent(file) }))
    return settleText(decided, file, touched);
  if (fate === 'edited' && isStaged(decided, file))
    keep(decided, { staged, path: keptPath(decided.transaction, file) }, touched);
  return fate;
}

function touch({ port }: Decided, folder: string, touched: Set<string>): void {
  if (!touched.has(folder) && port.lstat(folder)?.isDirectory() === true) touched.add(folder);
}

/** The folders that hold a text which somebody before us may have put out of the way. */
function touchKept(decided: Decided, file: JournalFile, touched: Set<string>): void {
  const names = keptPath(decided.transaction, file).split('/');
  for (let depth = 1; depth < names.length; depth += 1)
    touch(decided, join(decided.root, ...names.slice(0, depth)), touched);
}

function wasAbsent({ old, to }: JournalFile): boolean {
  return old === undefined || to !== undefined;
}

/** False when somebody took the name of a new file in this moment. */
function put(
  port: FilePort,
  { staged, target, isNew }: { readonly staged: string; readonly target: string; readonly isNew: boolean },
): boolean {
  if (isNew) {
    try {
      port.link(staged, target);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      if (!isWithoutLinks(error)) throw error;
    }
  }
  port.rename(staged, target);
  return true;
}

/** Our text goes to a place of its own. */
function keep(
  { root, port }: Decided,
  { staged, path }: { readonly staged: string; readonly path: string },
  touched: Set<string>,
): void {
  const names = path.split('/');
  for (let depth = 1; depth < names.length; depth += 1) {
    const folder = join(root, ...names.slice(0, depth));
    if (port.lstat(folder) === undefined) port.mkdir(folder, 0o700);
    touched.add(folder);
  }
  port.rename(staged, join(root, ...names));
}

/** Removes the second name of a text that is in its place, and the old place of a file that was moved. */
function clear(
  decided: Decided,
  file: JournalFile,
  { isPlaced, touched }: { readonly isPlaced: boolean; readonly touched: Set<string> },
): Conflict[] {
  const { port, root } = decided;
  const staged = stagedPath(decided, file);
  if (staged !== undefined) port.unlink(staged);
  if (!isPlaced || file.to === undefined) return [];
  const now = digestAt(decided, file.path);
  touch(decided, dirname(join(root, file.path)), touched);
  if (now === undefined) return [];
  if (now !== file.old) return [{ kind: 'edited', path: file.path, kept: file.to }];
  port.unlink(join(root, file.path));
  return [];
}

/** Digest of an ordinary file; an empty text for anything else, undefined where there is nothing. */
function digestAt({ port, root }: Decided, path: string): string | undefined {
  const place = anyPlace(port, root, path);
  const stat = place === undefined ? undefined : port.lstat(place.absolute);
  if (place === undefined || stat === undefined) return undefined;
  return stat.isFile() ? digestOfFile(port, place.absolute) : '';
}

/** Where the staged text lies, whole or not; undefined where it does not. */
function stagedPath(decided: Decided, file: JournalFile): string | undefined {
  const path = join(dirname(join(decided.root, targetOf(file))), file.temporary);
  return decided.port.lstat(path)?.isFile() === true ? path : undefined;
}

function isStaged(decided: Decided, file: JournalFile): boolean {
  const path = stagedPath(decided, file);
  return path !== undefined && digestOfFile(decided.port, path) === file.new;
}

function keptPath(transaction: string, file: JournalFile): string {
  return `.press/conflicts/${transaction}/${targetOf(file)}`;
}

function isKept({ port, root, transaction }: Decided, file: JournalFile): boolean {
  return port.lstat(join(root, keptPath(transaction, file))) !== undefined;
}
