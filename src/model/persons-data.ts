import type { DataPath, FrontMatter } from './manuscript.ts';

/** A YAML file of a person's own, outside the repository's files. */
export interface PersonsData {
  /** As the person gave it. */
  readonly name: string;
  readonly data: FrontMatter;
  /** Refuses the file for a value or, with `key`, for its key; the message begins with the file's name and the line. */
  fail(path: DataPath, complaint: { readonly message: string; readonly hint?: string; readonly at?: 'key' }): never;
}
