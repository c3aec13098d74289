/** Changes to taxonomy.yaml or press.yaml, from what is meant to the edits of its text. */
import { changedData, editsOf, type DataChange } from '../model/data-changes.ts';
import type { DataText } from '../model/data-file.ts';
import { placeOf } from '../model/places.ts';
import { PressError } from '../model/press-error.ts';
import type { Repository } from '../model/repository.ts';
import { isSameData } from '../model/same-data.ts';
import { spliced, type OffsetEdit } from '../text/spliced.ts';

/** A file with edits that are made, or about to be. */
export interface EditedText {
  /** From the repository's root. */
  readonly path: string;
  readonly digest: string;
  /** As it stands on the disk. */
  readonly text: string;
  readonly edits: readonly OffsetEdit[];
}

/**
 * The file with the changes made: every byte outside of them stays. The result is read again and compared with what was meant.
 *
 * Throws PressError `refused` for a file that is written in a way that press cannot edit, and for a result that its schema refuses.
 */
export function editDataFile(
  file: DataText,
  changes: readonly DataChange[],
  repository: Pick<Repository, 'withTexts'>,
): EditedText {
  const edits = changes.flatMap((change) => editsOf(file, change) ?? fail(file, change));
  const meant = changes.reduce<unknown>(changedData, file.data);
  return checked(file, edits, { meant, repository });
}

/** The same for edits that are known; `meant` is what the file is to say afterwards. */
export function checked(
  { name, text, digest }: DataText,
  edits: readonly OffsetEdit[],
  { meant, repository }: { readonly meant: unknown; readonly repository: Pick<Repository, 'withTexts'> },
): EditedText {
  const edited = { path: name, text, digest, edits };
  const after = readAgain(edited, repository);
  if (!isSameData(after?.data, meant)) throw notEditable(name);
  return edited;
}

function readAgain({ path, text, edits }: EditedText, repository: Pick<Repository, 'withTexts'>): DataText | undefined {
  try {
    return repository.withTexts(new Map([[path, spliced(text, edits)]])).dataFile(nameOf(path));
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    throw new PressError('refused', `«${path}» would not be sound any more. ${error.message}`, { hint: error.hint });
  }
}

function nameOf(path: string): DataText['name'] {
  return path === 'press.yaml' ? path : 'taxonomy.yaml';
}

/** Throws PressError with the line that cannot be edited. */
function fail(file: DataText, { path }: DataChange): never {
  const [top = ''] = Object.keys(file.data);
  if (file.locate([top], 'key') === undefined)
    throw new PressError('refused', `Reading «${file.name}» takes too long, so nothing was changed.`, {
      hint: 'The machine is busy: try again.',
    });
  throw notEditable(file.name, file.text.slice(0, placeOf(file, path, 'key').start).split('\n').length);
}

function notEditable(name: string, line?: number): PressError {
  const place = line === undefined ? `«${name}»` : `${name}:${line}: This`;
  return new PressError('refused', `${place} is written in a way that press cannot edit, so nothing was changed.`, {
    hint: 'Give the terms concerned a line each, without braces around them, or make the change by hand.',
  });
}
