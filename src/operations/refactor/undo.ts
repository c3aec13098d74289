/** `press taxonomy undo`: takes the last refactoring back, to the last byte, or not at all. */
import { PressError } from '../../model/press-error.ts';
import type { Repository } from '../../model/repository.ts';
import type { UndoneFile, UndoRecord } from '../../model/undo.ts';
import { spliced } from '../../text/spliced.ts';
import type { EditedText } from '../edit-data-file.ts';
import { refusal } from './refusal.ts';

export interface UndoPlan {
  readonly record: UndoRecord;
  readonly files: readonly EditedText[];
}

/**
 * What takes the last change back that was made and has not been taken back; undefined when there is none. Rejects with PressError `refused`
 * with every file that was edited since: taking back the others would leave what fits nowhere.
 */
export async function planUndo(repository: Repository): Promise<UndoPlan | undefined> {
  for (const record of await repository.undoRecords()) {
    const files = record.files.map((file) => ({ file, now: repository.fileAt(file.path) }));
    // A change that was written down and never made, or has been taken back by a command that was interrupted then.
    if (files.every(({ file, now }) => now?.digest === file.original)) continue;
    const strange = files.filter(({ file, now }) => now?.digest !== file.changed);
    if (strange.length > 0)
      throw refusal('press taxonomy undo', [about(record), ...strange.map(({ file }) => edited(file))]);
    return { record, files: files.map(({ file, now }) => takenBack(repository, file, now?.text ?? '')) };
  }
  return undefined;
}

function about({ purpose, since }: UndoRecord): { what: string; wayOut: string } {
  return { what: `It would take back «${purpose}» of ${since}, but files have changed since:`, wayOut: '' };
}

function edited({ path }: UndoneFile): { what: string; wayOut: string } {
  return {
    what: `«${path}» is not what that command left.`,
    wayOut: 'Take your edit back first, or put things right by hand.',
  };
}

function takenBack(repository: Repository, { path, edits, original, changed }: UndoneFile, text: string): EditedText {
  if (repository.digestOfText(spliced(text, edits)) === original) return { path, digest: changed, text, edits };
  throw new PressError('refused', `What was kept to bring «${path}» back does not fit it, so nothing was changed.`, {
    hint: 'Take the old text from your version control.',
  });
}
