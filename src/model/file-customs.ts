/** What most releases of an archive do in the names of their files and folders. */
import { fileNameOf, fileNameParts } from '../text/file-name-form.ts';

export interface Customs {
  readonly hasYearFolders: boolean;
  readonly hasDatedNames: boolean;
}

export interface CustomCounts {
  readonly files: number;
  readonly inYears: number;
  readonly dated: number;
}

/** Of one file: what it adds to the counts. */
export function customsOf(path: string): CustomCounts {
  const isDated = fileNameParts(fileNameOf(path)).day !== undefined;
  return { files: 1, inYears: yearFolder(path) === undefined ? 0 : 1, dated: isDated ? 1 : 0 };
}

export function customsTogether(counts: Iterable<CustomCounts>): CustomCounts {
  let [files, inYears, dated] = [0, 0, 0];
  for (const each of counts) {
    files += each.files;
    inYears += each.inYears;
    dated += each.dated;
  }
  return { files, inYears, dated };
}

export function customsIn({ files, inYears, dated }: CustomCounts): Customs {
  return { hasYearFolders: 2 * inYears > files, hasDatedNames: 2 * dated > files };
}

/** The year that a file's folder is named after. */
export function yearFolder(path: string): string | undefined {
  return /(?:^|\/)(\d{4})\/[^/]*$/.exec(path)?.[1];
}
