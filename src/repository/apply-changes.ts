/** Applies a change set to a folder, all of it or nothing. */
import { randomBytes } from 'node:crypto';
import { namesOf, type Change, type ChangeSet } from '../model/change-set.ts';
import type { Conflict } from '../model/recovery.ts';
import { formatRfc3339 } from '../text/dates.ts';
import { codeOf, disk, type FilePort } from './file-port.ts';
import { FileTransaction } from './file-transaction.ts';
import { about, onJournal } from './journal/about.ts';
import { conflictError, unfinishedError, untidyError } from './journal/errors.ts';
import { finishChange, type Decided } from './journal/finish.ts';
import { JournalFolder } from './journal/journal-folder.ts';
import { alreadyThere, folderPaths, planChanges, type PlannedFile } from './journal/plan.ts';
import type { JournalRecord } from './journal/record.ts';
import { requireRoom } from './journal/room.ts';
import { takeBack } from './journal/take-back.ts';
import { UndoFolder } from './journal/undo-folder.ts';
import type { StagedFile } from './stage-writer.ts';
import { identityKey, type Place } from './target-place.ts';
import { settle, twice } from './try-again.ts';

/**
 * Creates, edits and moves files below `root`, an absolute path, for whoever holds the lock. A creation or a move never touches an
 * existing name; an edit or a move is refused when the file is no longer the one that its offsets were counted in.
 *
 * A change of one name is one step of the disk. What changes several is written down first, so that a crash at any moment leaves what
 * `recover` can take back, or finish.
 *
 * Throws PressError and leaves everything as it was, folders included; with the codes `interrupted` and `conflict` the change has been
 * decided.
 */
export function applyChanges(root: string, set: ChangeSet, port: FilePort = disk): void {
  requireDistinct(set.changes);
  const transaction = randomBytes(6).toString('hex');
  const files = planChanges({ root, port, transaction }, set.changes);
  const [only] = files;
  if (only === undefined) return;
  const change: Prepared = {
    root,
    port,
    transaction,
    files,
    journal: new JournalFolder(port, root),
    undo: new UndoFolder(port, root),
    set,
    record: {
      version: 1,
      purpose: set.purpose,
      since: formatRfc3339(Math.floor(Date.now() / 1000) * 1000, 0),
      folders: folderPaths(files),
      files: files.map(({ record }) => record),
    },
  };
  if (set.changes.flatMap(namesOf).length === 1) applyOne(change, only);
  else applyTogether(change);
  if (set.undo !== undefined || set.takesBack !== undefined) settle([() => change.undo.tidy(set.takesBack)]);
}

interface Prepared {
  readonly root: string;
  readonly port: FilePort;
  readonly transaction: string;
  readonly files: readonly PlannedFile[];
  readonly journal: JournalFolder;
  readonly undo: UndoFolder;
  readonly set: ChangeSet;
  readonly record: JournalRecord;
}

/** Before anything is decided: a change that can be regretted is one that can be taken back from the first moment on. */
function keepUndo({ undo, set, record, transaction }: Prepared): void {
  if (set.undo === undefined) return;
  const { purpose, since, files } = record;
  const digests = new Map(files.map((file) => [file.path, file]));
  const undone = set.undo.map(({ path, edits }) => {
    const file = digests.get(path);
    return { path, edits, changed: file?.new ?? '', original: file?.old ?? '' };
  });
  about('.press/undo', () => undo.write(transaction, { purpose, since, files: undone }));
}

/** One name changes hands in one step; the record is there for what a crash would leave beside it. */
function applyOne(change: Prepared, file: PlannedFile): void {
  const { port, transaction, journal, record } = change;
  const steps = new FileTransaction(port, transaction);
  try {
    onJournal(() => journal.write(transaction, record, { lasts: false }));
    keepUndo(change);
    about(file.place.path, () => exchange(steps, file));
  } catch (error) {
    throw takenBack(error, change, steps.undo());
  }
  // A record that stays is one that the next command finds nothing left to do about.
  settle([() => journal.remove(transaction)]);
}

function exchange(steps: FileTransaction, file: PlannedFile): void {
  const { place, source } = file;
  const [staged] = stage(steps, [file]);
  if (staged === undefined) return;
  file.confirm();
  if (source === undefined) createAt(steps, staged, place);
  else steps.replace(staged, place.absolute, () => steps.copy(place.absolute, file.content().access));
  steps.finish();
}

/** Stages everything, decides, and finishes. */
function applyTogether(change: Prepared): void {
  const { root, port, transaction, files, journal, record } = change;
  const steps = new FileTransaction(port, transaction);
  try {
    about('.', () => requireRoom(port, files));
    onJournal(() => journal.write(transaction, record, { lasts: true }));
    stage(steps, files);
    about('.', () => steps.flush());
    keepUndo(change);
    for (const file of files) about(file.place.path, () => file.confirm());
    onJournal(() => journal.commit(transaction));
  } catch (error) {
    if (journal.mayBeDecided(transaction)) throw unfinishedError(error);
    // Nothing but staged texts and new folders: whatever of them stays behind, the record knows.
    steps.undo();
    throw takenBack(error, change, []);
  }
  finish({ root, port, transaction }, record, journal);
}

function finish(decided: Decided, record: JournalRecord, journal: JournalFolder): void {
  let conflicts: readonly Conflict[];
  try {
    ({ conflicts } = finishChange(decided, record));
    onJournal(() => twice(() => journal.remove(decided.transaction)));
    onJournal(() => journal.flush());
  } catch (error) {
    throw unfinishedError(error);
  }
  if (conflicts.length > 0) throw conflictError(conflicts);
}

/** The new texts under their temporary names, which count on in the order of the record. */
function stage(steps: FileTransaction, files: readonly PlannedFile[]): StagedFile[] {
  return files.map((file) =>
    about(file.place.path, () => {
      steps.makeFolders(file.place.missing);
      const { bytes, access } = file.content();
      return steps.stage(file.place.folder, bytes, access);
    }),
  );
}

function createAt(steps: FileTransaction, staged: StagedFile, path: Place): void {
  try {
    steps.create(staged, path.absolute);
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? alreadyThere(path.path, error) : error;
  }
}

/** What could not be taken back stays written down for `recover`. */
function takenBack(error: unknown, change: Prepared, failures: unknown[]): unknown {
  const { journal, transaction, record } = change;
  const clean = (): void => {
    takeBack(change, record);
    change.undo.discard(transaction);
    journal.remove(transaction);
  };
  if (failures.length === 0) failures.push(...settle([clean]));
  return failures.length === 0 ? error : untidyError(error, failures);
}

/** A move to its own name is no fault of the caller: that name is taken. */
function requireDistinct(changes: readonly Change[]): void {
  const keys = changes.flatMap((change) => [...new Set(namesOf(change).map(identityKey))]);
  if (new Set(keys).size !== keys.length) throw new Error('A change set names a file twice');
}
