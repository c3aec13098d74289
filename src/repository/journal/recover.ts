/** Finishes changes that were decided before a crash, and takes back those that were not. Only under the lock of the repository. */
import type { DamagedRecord, RecoveredChange, RecoveryReport } from '../../model/recovery.ts';
import type { FilePort } from '../file-port.ts';
import { onJournal } from './about.ts';
import { unfinishedError } from './errors.ts';
import { conflictOf, fatesOf, finishChange, type Decided, type Finished } from './finish.ts';
import { JournalFolder, type RecordName } from './journal-folder.ts';
import { targetOf, type JournalRecord } from './record.ts';
import { takeBack } from './take-back.ts';

/** Throws PressError when the disk refuses; then it can be tried again. */
export function recover(root: string, port: FilePort): RecoveryReport {
  const journal = new JournalFolder(port, root);
  const names = onJournal(() => journal.names());
  const report = reportOn(journal, names, (name, record) => {
    const decided: Decided = { root, port, transaction: name.transaction };
    const finished = name.kind === 'commit' ? finishAgain(decided, record) : undefined;
    if (finished === undefined) onJournal(() => takeBack(decided, record));
    onJournal(() => journal.discard(name));
    return finished;
  });
  onJournal(() => {
    for (const name of names) if (journal.isWorthless(name)) journal.discard(name);
    if (names.length > 0) journal.flush();
  });
  return report;
}

function finishAgain(decided: Decided, record: JournalRecord): Finished {
  try {
    return finishChange(decided, record);
  } catch (error) {
    throw unfinishedError(error);
  }
}

/** What `recover` would do. Changes nothing. */
export function lookForInterrupted(root: string, port: FilePort): RecoveryReport {
  const journal = new JournalFolder(port, root);
  return reportOn(
    journal,
    onJournal(() => journal.names()),
    ({ kind, transaction }, record) => (kind === 'commit' ? foreseen({ root, port, transaction }, record) : undefined),
  );
}

function foreseen(decided: Decided, record: JournalRecord): Finished {
  const fates = [...fatesOf(decided, record)];
  return {
    written: fates.flatMap(([file, fate]) => (fate === 'put' ? [targetOf(file)] : [])),
    conflicts: fates.flatMap(([file, fate]) => conflictOf(decided, file, fate)),
  };
}

type Treatment = (name: RecordName, record: JournalRecord) => Finished | undefined;

function reportOn(journal: JournalFolder, names: readonly RecordName[], treat: Treatment): RecoveryReport {
  const changes: RecoveredChange[] = [];
  const damaged: DamagedRecord[] = [];
  for (const name of names) {
    if (onJournal(() => journal.isWorthless(name))) continue;
    const record = onJournal(() => journal.read(name));
    if (record === undefined) damaged.push({ path: journal.shown(name), isDecided: name.kind === 'commit' });
    else changes.push(changeOf(record, treat(name, record)));
  }
  return { changes, damaged };
}

function changeOf({ purpose, since, files }: JournalRecord, finished: Finished | undefined): RecoveredChange {
  return {
    purpose,
    since,
    files: files.length,
    outcome: finished === undefined ? 'taken-back' : 'finished',
    written: finished?.written ?? [],
    conflicts: finished?.conflicts ?? [],
  };
}
